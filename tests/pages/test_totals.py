from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.analysis.figures import Portfolio
from goalsite.pages.totals import scores, system
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective, result

ONE = st.fixed_dictionaries(
    {
        "state": st.sampled_from(["active", "closed", "draft"]),
        "commitment": st.sampled_from(["committed", "aspirational"]),
        "origin": st.sampled_from(["", "origin: top-down", "origin: bottom-up"]),
        "value": st.integers(0, 100),
        "supports": st.booleans(),
    }
)


def written(one: dict[str, object], at: int) -> str:
    head = f"status: {one['state']}\ncommitment: {one['commitment']}\n{one['origin']}\n"
    head += "supports: [top]" if one["supports"] else ""
    return objective(f"G{at}", result("x", "2026-11-09", float(str(one["value"]))), head=head)


@given(st.lists(ONE, max_size=4))
def test_over_the_objectives_of_one_unit_the_totals_are_its_portfolio(ones: list[dict[str, object]]) -> None:
    files = {"goals/core/team.md": "---\ntitle: Core\n---\n", "goals/kpis/top.md": "---\ntitle: Top\n---\n"}
    files |= {f"goals/core/2026-Q4/g{at}.md": written(one, at) for at, one in enumerate(ones)}
    desk = desk_of(files)
    portfolio = desk.analysis.portfolios.get(("core", "2026-Q4"), Portfolio())
    ended, whole = scores(desk, desk.corpus.objectives), system(desk, desk.corpus.objectives)
    assert ended.mean_score == pytest.approx(portfolio.mean_score)
    assert (ended.committed_kept, ended.dropped_share) == (portfolio.committed_kept, portfolio.dropped_share)
    assert (
        whole.bottom_up_share,
        whole.alignment_coverage,
        whole.cross_unit_edge_share,
        whole.checkin_rhythm,
    ) == (
        portfolio.bottom_up_share,
        portfolio.alignment_coverage,
        portfolio.cross_unit_edge_share,
        portfolio.checkin_rhythm,
    )


def test_of_nothing_there_is_nothing() -> None:
    desk = desk_of({})
    assert scores(desk, ()) == system(desk, ()) == Portfolio()
