"""How an objective ends: as the options say, as somebody answers, else as its figures suggest."""

from __future__ import annotations

from datetime import date
from typing import Any

from goalsite.analysis.arithmetic import weighted_mean
from goalsite.analysis.figures import ObjectiveFigures
from goalsite.cli.asking import ask, confirmed
from goalsite.cli.changes import WrongUsage
from goalsite.cli.options import can_ask, warn
from goalsite.core.quantities import read_number, round_half_up, spelt
from goalsite.core.text import any_of
from goalsite.edit.closing import DECISIONS, OUTCOMES, Ending
from goalsite.edit.entries import tidy
from goalsite.edit.patch import RefusedError
from goalsite.model.records import Objective

_LOW, _INTENDED = 0.4, 0.7  # below red, from here on green


def ended(goal: Objective, figures: ObjectiveFigures, on: date, how: dict[str, Any]) -> tuple[Ending, bool]:
    """How a goal ends, and whether it goes on in the next cycle."""
    asks = can_ask() and not how["suggested"] and not how["outcome"]
    scores = suggested_scores(figures) | _given_scores(goal, how["scores"])
    if asks:
        warn(f"{goal.id}: {goal.title}")
        scores = {name: _asked_score(goal, name, score) for name, score in scores.items()}
    outcome = how["outcome"] or suggested_outcome(goal, figures, scores)
    cause, decision, learned = (how[key] or "" for key in ("root_cause", "decision", "learned"))
    if asks:
        outcome = ask(f"outcome, {any_of(OUTCOMES)}", _one_of(OUTCOMES), outcome)
        cause = cause or ask("root cause", lambda typed: _fits("root cause", typed))
        decision = decision or ask(f"decision, {any_of(DECISIONS)}", _one_of(DECISIONS))
    goes_on = how["goes_on"]
    if goes_on is None:
        goes_on = decision in ("keep", "modify") and outcome != "achieved"
        if asks and decision in ("keep", "modify"):
            goes_on = confirmed("carry it over into the next cycle?")
    texts = (tidy("root cause", cause), decision, tidy("lesson", learned))
    return Ending(on, outcome, scores, *texts), goes_on


def suggested_scores(figures: ObjectiveFigures) -> dict[str, str]:
    """The scores of counted key results, each as it is written or suggested; of a goal without any its
    own."""
    counted = [one for one in figures.key_results if one.counted]
    if counted:
        return {one.id: spelt(one.score if one.score is not None else one.suggested) for one in counted}
    progress = figures.progress_with_contributions
    return {} if progress is None else {"": spelt(round_half_up(progress))}


def suggested_outcome(
    goal: Objective, figures: ObjectiveFigures, scores: dict[str, str] | None = None
) -> str:
    """The outcome that the weighted mean of the scores suggests."""
    scores = suggested_scores(figures) if scores is None else scores
    weights = {one.id: one.weight for one in goal.key_results}
    pairs = [(weights.get(name, 1.0), float(score)) for name, score in scores.items() if score]
    mean = weighted_mean(pairs) or 0.0
    if mean >= (1.0 if goal.commitment == "committed" else _INTENDED) - 1e-9:
        return "achieved"
    return "partly" if mean >= _LOW else "missed"


def _given_scores(goal: Objective, given: tuple[str, ...]) -> dict[str, str]:
    """The scores that options give, by key result."""
    scores = {}
    results = [result.id for result in goal.key_results]
    for one in given:
        name, sign, score = one.rpartition("=")
        if sign and name not in results:
            raise WrongUsage(f"{goal.id} has no key result {name}\n  hint: {_scores_hint(results)}")
        if not sign and results:
            hint = _scores_hint(results)
            raise WrongUsage(
                f"{goal.id} is scored by its key results, --score {one} names none\n  hint: {hint}"
            )
        _check_score(score)
        scores[name] = _plain(score)
    return scores


def _scores_hint(results: list[str]) -> str:
    """How to score one of these key results, or a goal without any."""
    return (
        f"write --score {results[0]}=0.7; there are {', '.join(results)}" if results else "write --score 0.7"
    )


def _asked_score(goal: Objective, name: str, suggested: str) -> str:
    title = next((one.title for one in goal.key_results if one.id == name), goal.title)
    return _plain(ask(f"  score of {name or 'the goal'} ({title})", _check_score, suggested))


def _plain(score: str) -> str:
    """A score that can be taken, without what else may be typed, such as `0k`."""
    number = read_number(score)
    return score if number is None else spelt(number)


def _check_score(typed: str) -> None:
    score = read_number(typed)
    if score is None or not 0 <= score <= 1:
        raise RefusedError(f"score is {typed[:40]}, must be a number from 0 to 1")


def _one_of(words: tuple[str, ...]) -> Any:
    def check(typed: str) -> None:
        if typed not in words:
            raise RefusedError(f'"{typed[:40]}" is none of {any_of(words)}')

    return check


def _fits(field: str, typed: str) -> None:
    tidy(field, typed)
