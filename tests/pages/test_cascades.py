"""A KPI as parts of a whole."""

from __future__ import annotations

from goalsite.pages.cascades import cascade
from goalsite.pages.sections import Cascade
from tests.authored import goal
from tests.pages.desks import desk_of

WHOLE = "title: Whole\nrollup: sum\ntargets: [{from: 2026-01-01, target: 100}]"
FILES = {
    "goals/kpis/whole.md": goal(WHOLE),
    "goals/kpis/a.md": goal(
        "title: A\ncascades_from: {kpi: whole, share: 0.3}\ntargets: [{from: 2026-01-01, target: 30}]"
    ),
    "goals/kpis/b.md": goal(
        "title: B\ncascades_from: {kpi: whole}\ntargets: [{from: 2026-01-01, target: 62}]"
    ),
}


def of(name: str, files: dict[str, str] = FILES) -> Cascade | None:
    """The cascade on a KPI's page."""
    desk = desk_of(files)
    return cascade(desk, desk.kpis[name], desk.analysis.kpis[name])


def test_a_whole_tells_its_parts_their_shares_and_how_far_their_targets_cover_it() -> None:
    one = of("kpis/whole")
    assert one is not None
    assert (
        one.sentence == "Its value is rolled up from its parts: sum. The targets below cover 92% of this one."
    )
    assert one.coverage is not None
    assert (one.coverage.progress, one.coverage.key) == (0.92, "amber")
    assert [(part.row.link.text, part.share.text if part.share else "") for part in one.parts] == [
        ("A", "30%"),
        ("B", ""),
    ]


def test_where_lower_is_better_parts_that_stay_below_the_whole_are_fine() -> None:
    one = of("kpis/whole", FILES | {"goals/kpis/whole.md": goal(f"{WHOLE}\ndirection: lower")})
    assert one is not None
    assert one.coverage is not None
    assert one.coverage.key == "green"


def test_a_part_tells_its_whole() -> None:
    one = of("kpis/a")
    assert one is not None
    assert one.parent is not None
    assert (one.parent.before, one.parent.link.text, one.parent.counts) == (
        "is a part of",
        "Whole",
        "share 30%",
    )


def test_a_missing_target_leaves_coverage_open() -> None:
    one = of("kpis/whole", FILES | {"goals/kpis/b.md": goal("title: B\ncascades_from: {kpi: whole}")})
    assert one is not None
    assert one.coverage is None
    assert one.sentence.endswith("How far its parts cover it is open: a target is missing.")


def test_a_kpi_of_its_own_has_no_cascade() -> None:
    assert of("kpis/c", {"goals/kpis/c.md": goal("title: C")}) is None
