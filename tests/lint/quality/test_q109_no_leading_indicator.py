"""Key results that all read KPIs which lag."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import PATH, QUESTIONS, files
from tests.lint.told import told

CHURN = "  - {id: stay, title: Fewer leave us, metric: {kpi: churn, baseline: 8, target: 5}}\n"
VALUE = "  - {id: earn, title: Each stays longer, maintain: {kpi: stay, min: 20}}\n"


def kpis(churn: str, stay: str) -> dict[str, str]:
    """The two KPIs, with more front matter."""
    return {
        "goals/kpis/churn.md": f"---\ntitle: Churn\nunit: '%'\n{churn}\n---\n",
        "goals/kpis/stay.md": f"---\ntitle: Stay\nunit: months\n{stay}\n---\n",
    }


def test_two_lagging_kpis_are_told_at_the_key_results() -> None:
    lagging = kpis("tier: outcome", "tier: impact\nleading: false")
    assert told(files(results=CHURN + VALUE) | lagging, "Q109") == [
        f"{PATH}:4:1: all 2 key results read KPIs that lag, and none moves early enough to act upon"
    ]


@pytest.mark.parametrize(
    ("results", "churn", "stay"),
    [
        (CHURN + VALUE, "tier: outcome", "tier: outcome\nleading: true"),
        (CHURN + VALUE, "tier: outcome", "tier: input"),
        (CHURN + VALUE, "tier: outcome", "lag: 5d"),
        (CHURN + QUESTIONS, "tier: outcome", "tier: outcome"),
        (CHURN, "tier: outcome", "tier: outcome"),
    ],
)
def test_where_it_cannot_be_known_nothing_is_told(results: str, churn: str, stay: str) -> None:
    assert told(files(results=results) | kpis(churn, stay), "Q109") == []
