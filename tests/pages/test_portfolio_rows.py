from __future__ import annotations

import pytest

from goalsite.analysis.figures import Portfolio
from goalsite.core.values import fields_of
from goalsite.language.language import Language
from goalsite.pages.portfolio_rows import figure_labels, figure_texts, portfolio_rows

EN = Language("en")


@pytest.mark.parametrize(
    ("score", "verdict"),
    [
        (0.86, "too safe"),
        (0.85, "healthy"),
        (0.6, "healthy"),
        (0.59, "partial"),
        (0.4, "partial"),
        (0.39, "beyond capacity"),
    ],
)
def test_the_mean_score_says_how_goals_were_chosen(score: float, verdict: str) -> None:
    (row,) = portfolio_rows(EN, Portfolio(mean_score=score))
    assert row.verdict is not None
    assert row.verdict.word == verdict


@pytest.mark.parametrize(
    ("portfolio", "verdict"),
    [
        (Portfolio(checkin_rhythm=0.8), "healthy"),
        (Portfolio(checkin_rhythm=0.79), "worth a look"),
        (Portfolio(dropped_share=0.25), "healthy"),
        (Portfolio(dropped_share=0.5), "worth a look"),
        (Portfolio(committed_kept=0.9), "worth a look"),
        (Portfolio(cross_unit_edge_share=0.0), "worth a look"),
        (Portfolio(net_status=-0.1), "worth a look"),
    ],
)
def test_a_figure_is_held_against_its_healthy_range(portfolio: Portfolio, verdict: str) -> None:
    (row,) = portfolio_rows(EN, portfolio)
    assert row.verdict is not None
    assert row.verdict.word == verdict


def test_what_counts_nothing_is_left_out_of_the_rows_and_a_dash_in_the_table() -> None:
    portfolio = Portfolio(progress=0.5)
    assert [row.label for row in portfolio_rows(EN, portfolio)] == ["Progress"]
    assert figure_texts(EN, portfolio) == ("50%", *("–" for _ in range(9)))


def test_every_figure_of_a_portfolio_has_a_label_and_a_meaning() -> None:
    labels = figure_labels(EN)
    assert len(labels) == len(fields_of(Portfolio))
    assert all(label and meaning for label, meaning in labels)
