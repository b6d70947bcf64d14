"""What is found besides goals."""

from __future__ import annotations

from goalsite.exchange.search_more import entries, more_part
from tests.authored import goal
from tests.pages.desks import desk_of


def test_units_people_tags_cycles_and_pages_are_found_by_name_and_by_id() -> None:
    desk = desk_of(
        {
            "goals/ops/team.md": goal("title: Operations"),
            "goals/2026-Q4/a.md": goal("owner: bob\ntags: [c++]"),
            "goals/people/ada.md": "---\nname: Ada L.\n---\n",
            "goals/ops/README.md": "# How we work\n",
        }
    )
    assert [tuple(entry) for entry in entries(desk)] == [
        ("unit", "Goals", "teams/", "", ""),
        ("unit", "Operations", "teams/ops/", "ops", "ops"),
        ("person", "Ada L.", "people/ada/", "@ada", "@ada"),
        ("person", "bob", "people/bob/", "", "@bob"),
        ("tag", "c++", "tags/c-cedb1bac7efcd7db/", "1 goal", ""),
        ("cycle", "2026-Q4", "cycles/2026-Q4/", "", "2026-Q4"),
        ("page", "How we work", "pages/ops/", "", ""),
    ]


def test_key_results_follow_the_goals_they_belong_to() -> None:
    results = "[{id: x, title: X, binary: {}}, {id: y, title: Y, status: dropped, on: 2026-11-01}]"
    desk = desk_of(
        {
            "goals/2026-Q4/a.md": goal(),
            "goals/2026-Q4/b.md": goal(f"key_results: {results}"),
            "goals/kpis/k.md": goal(),
        }
    )
    data = more_part(desk, (*desk.corpus.objectives, *desk.corpus.kpis), ())
    assert data["results"]["counts"] == [0, 2]
    assert data["results"]["titles"] == ["X", "Y"]
    assert data["results"]["anchors"] == ["kr-x", "kr-y"]
    standings = data["results"]["standings"]
    assert [standings[at] for at in data["results"]["standing"]] == ["no_data", "dropped"]
