"""What a reader wants to know of the word under the pointer, as plain text: nothing in it can be active."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.figures import KeyResultFigures, KpiFigures, ObjectiveFigures
from goalsite.language.language import Language, site_languages
from goalsite.lsp.keys import Key
from goalsite.lsp.meaning import Meaning, key_result
from goalsite.lsp.navigation import meaning_at
from goalsite.lsp.spot import Spot
from goalsite.lsp.workspace import State
from goalsite.model.records import Kpi, Objective
from goalsite.report.safe import safe


def hover(state: State, spot: Spot) -> str:
    """What is known of the name or key at a spot, line by line; empty where nothing is."""
    if meant := meaning_at(state, spot):
        return "\n".join(safe(line) for line in _told(state, meant) if line)
    key = _key(spot)
    return f"{spot.context.text}: {key.meaning}" if key else ""


def _key(spot: Spot) -> Key | None:
    """The key at a spot."""
    if spot.place is None or spot.context.where not in ("key", "column"):
        return None
    return spot.place.keys.get(spot.context.text)


def _told(state: State, meant: Meaning) -> Iterator[str]:
    language = site_languages(state.config)[0]
    match meant.kind:
        case "person":
            person = state.people[meant.id]
            yield f"{person.name or person.title} (@{person.handle})"
            yield _unit(state, person.team) if person.path else ""
        case "unit":
            team = state.teams[meant.id]
            yield f"{team.title} ({team.id})" if team.id else team.title
            yield f"{language.word('role', 'lead').word}: @{team.lead}" if team.lead else ""
        case "cycle":
            cycle = next(one for one in state.corpus.cycles if one.id == meant.id)
            yield cycle.title if cycle.declared else language.cycle(cycle.id)
            yield language.window(cycle.period.start, cycle.period.end)
        case "result":
            yield from _result(state, meant, language)
        case _:
            goal = state.goals.get(meant.id)
            if isinstance(goal, Objective):
                yield from _objective(state, goal, language)
            elif goal:
                yield from _kpi(state, goal, language)


def _unit(state: State, name: str) -> str:
    team = state.teams.get(name)
    return team.title if team else name


def _objective(state: State, goal: Objective, language: Language) -> Iterator[str]:
    yield goal.title
    yield " · ".join((language.text("objective"), _unit(state, goal.team), language.cycle(goal.cycle)))
    figures = state.figures.get(goal.id)
    if isinstance(figures, ObjectiveFigures):
        state_word = language.word("state", goal.state).word if goal.state != "active" else ""
        status = language.word("status", figures.status).word
        yield ", ".join(
            filter(None, (state_word, status, _progress(figures.progress, figures.expected, language)))
        )
    yield f"{language.word('role', 'owner').word}: @{goal.owner}" if goal.owner else ""


def _result(state: State, meant: Meaning, language: Language) -> Iterator[str]:
    result = key_result(state, meant.id, meant.result)
    if result is None:
        return
    yield result.title
    yield " · ".join((language.text("key result"), state.goals[meant.id].title))
    figures = state.figures.get(meant.id)
    results = figures.key_results if isinstance(figures, ObjectiveFigures) else ()
    own = next((one for one in results if one.id == meant.result), None)
    if own:
        status = language.word("status", own.status).word
        yield ", ".join(filter(None, (status, _progress(own.progress, own.expected, language))))
        yield _way(own, language)


def _way(figures: KeyResultFigures, language: Language) -> str:
    """From where over where to where: `14 → 12 → 5 min`."""
    steps = (figures.baseline, figures.value, figures.target)
    known = [language.number(step) for step in steps if isinstance(step, int | float)]
    return f"{' → '.join(known)} {figures.unit}".strip() if len(known) > 1 else ""


def _progress(done: float | None, plan: float | None, language: Language) -> str:
    if done is None:
        return ""
    if plan is None:
        return language.text("%(done)s done", done=language.percent(done))
    return language.text(
        "%(done)s done, %(plan)s expected", done=language.percent(done), plan=language.percent(plan)
    )


def _kpi(state: State, kpi: Kpi, language: Language) -> Iterator[str]:
    yield kpi.title
    yield " · ".join((language.text("KPI"), _unit(state, kpi.team)))
    figures = state.figures.get(kpi.id)
    if isinstance(figures, KpiFigures):
        value = figures.value if figures.total is None else figures.total
        shown = language.number(value, kpi.unit) if value is not None else ""
        when = f"({language.date(figures.date)})" if figures.date else ""
        target = _target(kpi, figures, language)
        yield ", ".join(
            filter(None, (f"{shown} {when}".strip(), target, language.word("health", figures.health).word))
        )
    yield kpi.definition
    yield f"{language.word('role', 'owner').word}: @{kpi.owner}" if kpi.owner else ""


def _target(kpi: Kpi, figures: KpiFigures, language: Language) -> str:
    bounds = [bound for bound in (figures.low, figures.high) if bound is not None]
    if figures.target is None and not bounds:
        return ""
    shown = " – ".join(language.number(bound, kpi.unit) for bound in bounds or [figures.target or 0.0])
    return f"{language.text('Target')} {shown}"
