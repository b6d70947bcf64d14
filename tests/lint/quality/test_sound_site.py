"""A small sound repository meets no rule about how goals belong together."""

from __future__ import annotations

from datetime import date

import pytest

from tests.lint.quality.a_site import TRUST, goal, md, unit
from tests.lint.told import findings

CODES = (
    *("Q112", "Q113", "Q114", "Q115", "Q116", "Q118", "Q119", "Q120", "Q121"),
    *("Q125", "Q127", "Q131", "Q132", "Q133", "Q134", "Q135"),
)
KPIS = {
    "goals/kpis/returning.md": md("title: Returning customers\nunit: '%'"),
    "goals/shop/kpis/paid.md": md("title: Paid\nunit: '%'\ntargets: [{from: 2026-01-01, target: 50}]"),
}
PLAIN = goal("shop/2026-Q4/checkout", "supports: [trust]") | goal(
    "shop/2026-Q4/search", "improves: [paid]\nguards: [returning]"
)
FULL = (
    unit("desk", front="mode: okr")
    | goal(
        "shop/2026-Q3/checkout",
        "status: closed\noutcome: partly\nscore: 0.6\nretro: {learned: Ask earlier.}\nsupports: [trust]",
    )
    | goal(
        "shop/2026-Q4/checkout",
        """
        origin: bottom-up
        commitment: aspirational
        supports: [trust]
        continues: [2026-Q3/checkout]
        guards: [paid]
        depends_on: [{goal: answers, confirmed: true}, {team: desk, ask: a phrase, confirmed: true}]
        key_results:
          - {id: a, title: Minutes, weight: 0.6, metric: {unit: min, baseline: 9, target: 3}}
          - {id: b, title: Coming back, weight: 0.4, metric: {kpi: returning, baseline: 22, target: 30}}
        """,
    )
    | goal("shop/2026-Q4/search", "origin: top-down\ncommitment: aspirational\nimproves: [paid]")
    | goal("desk/2026-Q4/answers", "commitment: committed\ncontributes: [trust]")
)


@pytest.mark.parametrize("goals", [PLAIN, FULL, goal("2026-Q4/a") | goal("2026-Q4/b") | goal("2026-Q4/c")])
@pytest.mark.parametrize("mode", ["", "mode: hybrid"])
@pytest.mark.parametrize("day", [date(2026, 9, 20), date(2026, 10, 1), date(2026, 11, 16), date(2027, 1, 4)])
def test_a_sound_repository_is_left_alone(goals: dict[str, str], mode: str, day: date) -> None:
    """Before its cycle, on its first day, in the middle of it and after it."""
    found = findings(TRUST | unit("shop", front=mode) | KPIS | goals, day)
    assert [one for one in found if one.code in CODES] == []
