"""Portfolio -> rows: each figure with what it means, where it is healthy, and a verdict."""

from __future__ import annotations

from typing import NamedTuple

from goalsite.analysis.figures import Portfolio
from goalsite.analysis.portfolio import mean_score_verdict
from goalsite.core.quantities import at_least
from goalsite.language.language import Language
from goalsite.language.messages import message
from goalsite.pages.elements import Badge, Figure
from goalsite.pages.rows import PortfolioRow


class _Words(NamedTuple):
    """One figure: its label, meaning, healthy range and glossary entry; `low` and `high` end the range."""

    label: str
    meaning: str
    healthy: str = ""
    term: str = ""
    low: float | None = None
    high: float | None = None


_FIGURES: dict[str, _Words] = {
    "progress": _Words(
        message("Progress"),
        message("Weighted mean of the objectives' progress."),
        message("near what the plan expects by now"),
        "progress",
    ),
    "net_status": _Words(
        message("Net status"),
        message("Key results on track or achieved, less those off track, as a share of all that have begun."),
        message("0%% or more"),
        "net-status",
        low=0.0,
    ),
    "checkin_rhythm": _Words(
        message("Rhythm"),
        message("Periods with a check-in as a share of those in which one was due."),
        message("80%% or more"),
        "rhythm",
        low=0.8,
    ),
    "alignment_coverage": _Words(
        message("Alignment"),
        message("Objectives that support, contribute to or improve something, as a share of all."),
        message("80%% or more"),
        "alignment",
        low=0.8,
    ),
    "bottom_up_share": _Words(
        message("Bottom-up"),
        message("Objectives proposed by those who do them, as a share of those that say who proposed them."),
        message("about half or more"),
        "bottom-up",
        low=0.5,
    ),
    "cross_unit_edge_share": _Words(
        message("Ties across units"),
        message("Edges to goals of other units as a share of all edges to goals."),
        message("more than none: a unit without them is a silo"),
        low=0.01,
    ),
    "strategic_kpi_share": _Words(
        message("KPIs that serve strategy"),
        message(
            "KPIs that support a goal, or that an objective supports, improves or guards, as a share of all."
        ),
        message("80%% or more"),
        "kpi",
        low=0.8,
    ),
    "mean_score": _Words(
        message("Mean score"),
        message("Mean score of the closed aspirational objectives."),
        message("0.60 to 0.85; above is too safe, below beyond what could be done"),
        "score",
    ),
    "committed_kept": _Words(
        message("Commitments kept"),
        message("Closed committed objectives with score 1 as a share of all closed committed ones."),
        message("100%%; every miss deserves a retrospective"),
        "committed",
        low=1.0,
    ),
    "dropped_share": _Words(
        message("Given up"),
        message("Dropped and replaced key results as a share of all."),
        message("up to a quarter; none at all may mean that nobody looks"),
        "outcome",
        high=0.25,
    ),
}


def portfolio_rows(language: Language, portfolio: Portfolio) -> tuple[PortfolioRow, ...]:
    """The figures that count something, in the order in which they are read."""
    values = ((key, getattr(portfolio, key)) for key in _FIGURES)
    return tuple(figure_row(language, key, value) for key, value in values if value is not None)


def figure_row(language: Language, key: str, value: float) -> PortfolioRow:
    """The figure that `Portfolio` calls `key`, with its value in words."""
    words = _FIGURES[key]
    shown = language.number(round(value, 2)) if key == "mean_score" else language.percent(value)
    return PortfolioRow(
        label=language.text(words.label),
        figure=Figure(shown, language.text(words.meaning), words.term, repr(value)),
        healthy=language.text(words.healthy) if words.healthy else "",
        verdict=score_verdict(language, value) if key == "mean_score" else _verdict(language, words, value),
        term=words.term,
    )


def score_verdict(language: Language, mean_score: float | None) -> Badge | None:
    """What a mean score of aspirational objectives says of how they were chosen."""
    verdict = mean_score_verdict(mean_score)
    if verdict is None:
        return None
    word = language.word("portfolio", verdict)
    return Badge(verdict, word.word, word.meaning)


def _verdict(language: Language, words: _Words, value: float) -> Badge | None:
    """Whether a figure lies in its healthy range; None where it has none in numbers."""
    if words.low is None and words.high is None:
        return None
    above = words.low is None or at_least(value, words.low)
    below = words.high is None or at_least(words.high, value)
    if above and below:
        word = language.word("portfolio", "healthy").word
        return Badge("healthy", word, language.text("Inside its healthy range."))
    return Badge("warning", language.text("worth a look"), language.text("Outside its healthy range."))


def figure_texts(language: Language, portfolio: Portfolio) -> tuple[str, ...]:
    """Every figure in the order of `figure_labels`, as texts for a table; a dash where nothing counts."""
    values = ((key, getattr(portfolio, key)) for key in _FIGURES)
    return tuple(
        "–" if value is None else figure_row(language, key, value).figure.text for key, value in values
    )


def figure_keys() -> tuple[str, ...]:
    """What `Portfolio` calls every figure, in the order of `figure_labels`."""
    return tuple(_FIGURES)


def figure_labels(language: Language) -> tuple[tuple[str, str], ...]:
    """Label and meaning of every figure."""
    return tuple((language.text(words.label), language.text(words.meaning)) for words in _FIGURES.values())
