"""Units that keep to themselves."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_site import TRUST, goal, unit
from tests.lint.told import told

INWARD = (
    TRUST
    | unit("shop", "web")
    | {"goals/shop/kpis/paid.md": "---\ntitle: Paid\n---\n"}
    | goal("shop/2026-Q4/a", "improves: [paid]")
    | goal("web/2026-Q4/w", "supports: [trust]")
)


def test_a_unit_whose_edges_stay_inside_is_told_in_its_own_file() -> None:
    found = told(INWARD | goal("shop/2026-Q4/b", "supports: [a]"), "Q118")
    message = "none of the unit's 2 open objectives has an edge to or from another unit"
    assert found == [f"goals/shop/team.md:2:8: {message}"]


@pytest.mark.parametrize(
    "front",
    [
        "supports: [trust]",
        "depends_on: [{team: web, ask: a page}]",
        "depends_on: [{goal: w}]",
        "supports: [a, 'https://example.org/aims']",
    ],
)
def test_one_edge_outwards_is_enough(front: str) -> None:
    assert told(INWARD | goal("shop/2026-Q4/b", front), "Q118") == []


def test_an_edge_from_elsewhere_is_enough() -> None:
    files = INWARD | goal("shop/2026-Q4/b", "supports: [a]") | goal("web/2026-Q4/x", "supports: [b]")
    assert told(files, "Q118") == []


def test_reading_the_kpi_of_another_unit_is_a_tie() -> None:
    files = INWARD | {"goals/web/kpis/speed.md": "---\ntitle: Speed\n---\n"}
    front = "supports: [a]\nkey_results: [{id: s, metric: {kpi: speed, baseline: 9, target: 5}}]"
    assert told(files | goal("shop/2026-Q4/b", front), "Q118") == []


def test_one_objective_orphans_and_a_lonely_unit_are_left_alone() -> None:
    """A single objective says little; orphans are Q113's; and nobody can reach out where nobody else is."""
    assert told(INWARD, "Q118") == []
    orphans = TRUST | unit("shop") | goal("shop/2026-Q4/a") | goal("shop/2026-Q4/b")
    assert told(orphans, "Q118") == []
    alone = unit("shop") | goal("shop/2026-Q4/a") | goal("shop/2026-Q4/b", "supports: [a]")
    assert told(alone, "Q118") == []
