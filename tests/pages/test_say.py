"""Numbers are said with what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.pages import say
from goalsite.pages.desk import Desk
from tests.pages.desks import desk_of

DESK = desk_of({})
CHINESE = desk_of({}, language="zh")


def test_a_figure_has_its_meaning_its_term_and_the_exact_number() -> None:
    figure = say.progress(DESK, 0.505)
    assert figure is not None
    assert (figure.text, figure.term, figure.raw) == ("51%", "progress", "0.505")
    assert figure.meaning


@pytest.mark.parametrize(
    "figure", [say.progress, say.expected, say.pace, say.behind, say.confidence, say.score]
)
def test_of_nothing_there_is_nothing_to_say(figure: object) -> None:
    assert callable(figure)
    assert figure(DESK, None) is None


def test_pace_names_the_bounds_it_is_judged_by() -> None:
    figure = say.pace(desk_of({"config.yaml": "pace: {on_track: 0.8}\n"}), 1.4130)
    assert figure is not None
    assert figure.text == "1.41"
    assert "on track from 0.8, at risk from 0.7" in figure.meaning


@pytest.mark.parametrize(
    ("days", "text"), [(0.2, "level with the plan"), (3, "3 days behind"), (-19, "19 days ahead")]
)
def test_days_behind_are_told_in_words(days: float, text: str) -> None:
    figure = say.behind(DESK, days)
    assert figure is not None
    assert figure.text == text


@pytest.mark.parametrize(
    ("score", "text"), [(0.7, "0.7"), (1.0, "1.0"), (0.55, "0.55"), (0.5999, "0.59"), (0.0, "0.0")]
)
def test_a_score_never_reads_as_a_bound_that_it_misses(score: float, text: str) -> None:
    figure = say.score(DESK, score)
    assert figure is not None
    assert figure.text == text


@given(st.floats(0, 1))
def test_a_score_is_told_to_a_hundredth_and_never_too_high(score: float) -> None:
    figure = say.score(DESK, score)
    assert figure is not None
    assert score - 0.01 < float(figure.text) <= score + 1e-9


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (9.5, "min", "9.5\u00a0min"),
        (563.1, "Rate per 100,000 population", "563.1"),
        (5.0, "每十万人口新发病例数", "5"),
        ("stretch", "", "stretch"),
    ],
)
def test_a_long_unit_does_not_stand_at_each_value(value: float | str, unit: str, text: str) -> None:
    figure = say.value_in(DESK, value, unit)
    assert figure is not None
    assert figure.text == text


@pytest.mark.parametrize(
    ("value", "text"), [(998.9011, "999\u00a0$x"), (47.402, "47.4\u00a0$x"), (0.12345, "0.123\u00a0$x")]
)
def test_a_computed_value_is_told_to_about_three_digits(value: float, text: str) -> None:
    assert say.about(DESK, value, "$x") == text


def test_a_bar_says_in_words_what_it_shows() -> None:
    bar = say.bar(DESK, 1.3, 0.5, "on_track")
    assert bar is not None
    assert (bar.progress, bar.expected, bar.text) == (1.0, 0.5, "130% done, 50% expected")
    assert say.bar(DESK, None, 0.5, "on_track") is None


def test_a_badge_says_why_it_holds_else_what_it_means() -> None:
    assert say.badge(DESK, "status", "at_risk", "Pace 0.8.").meaning == "Pace 0.8."
    assert say.badge(DESK, "status", "planned").meaning == "Its time has not begun."


@pytest.mark.parametrize(
    ("direction", "better", "effect", "word"),
    [
        ("up", "higher", "better", "getting better"),
        ("up", "lower", "worse", "getting worse"),
        ("down", "lower", "better", "getting better"),
        ("up", "range", "same", "rising"),
        ("flat", "higher", "same", "steady"),
    ],
)
def test_a_trend_is_good_or_bad_by_the_kpis_direction(
    direction: str, better: str, effect: str, word: str
) -> None:
    trend = say.trend(DESK, direction, better)
    assert trend is not None
    assert (trend.direction, trend.effect, trend.word) == (direction, effect, word)


@pytest.mark.parametrize(("desk", "text"), [(DESK, "A. B."), (CHINESE, "A.B.")])
def test_sentences_are_joined_as_the_language_sets_them(desk: Desk, text: str) -> None:
    assert say.joined(desk, ("A.", "", "B.")) == text


@pytest.mark.parametrize(("confirmed", "key"), [(True, "yes"), (False, "no"), (None, "open")])
def test_an_unanswered_dependency_is_open(confirmed: bool | None, key: str) -> None:
    assert say.confirmed_badge(DESK, confirmed).key == key
