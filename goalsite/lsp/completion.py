"""What could be written at a place: keys, words, and names of what there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from goalsite.core.names import fold_handle
from goalsite.language.language import site_languages
from goalsite.language.words import WORDS
from goalsite.lsp.context import Context
from goalsite.lsp.keys import Key
from goalsite.lsp.meaning import kinds_at, meaning
from goalsite.lsp.spot import Spot
from goalsite.lsp.workspace import State
from goalsite.model.records import Kpi, Objective

MOST = 200
"""How many names are proposed at once; more are found by typing on."""

_FAMILIES = {"status": "state", "reported": "status", "every": "cadence", "frequency": "cadence"}


class Proposal(Struct, frozen=True):
    """One thing to write: `kind` says what it is, `insert` is the text for the whole word, `search` what a
    reader may type to find it."""

    label: str
    insert: str
    kind: str
    detail: str = ""
    search: str = ""


class Proposals(Struct, frozen=True):
    """What to propose for the word from `start` to `end` of the line; not `complete` if typing on may find
    more."""

    items: tuple[Proposal, ...] = ()
    start: int = 0
    end: int = 0
    complete: bool = True


def proposals(state: State, spot: Spot, line: str) -> Proposals:
    """What could stand at a spot of that line, the likeliest first."""
    context = spot.context
    found: list[Proposal] = []
    if spot.place and context.where in ("key", "column"):
        found += _keys(spot, line)
    if spot.place and spot.place.key and context.where in ("value", "cell") and spot.place.within:
        found += _words(state, spot.place.key, context)
    names, complete = _named(state, spot)
    written = [_written(proposal, spot, line) for proposal in (*found, *names)]
    return Proposals(tuple(written), context.start, context.end, complete)


def _keys(spot: Spot, line: str) -> Iterator[Proposal]:
    """The keys that may stand here and do not yet."""
    context = spot.context
    rest = line[context.end :].strip()
    for name, key in spot.place.keys.items() if spot.place else ():
        if name not in context.given or name == context.text:
            bare = context.where == "column" or context.colon
            opens = not rest and (bool(key.keys) or key.many) and not context.colon
            insert = name if bare else f"{name}:" if opens else f"{name}: "
            yield Proposal(name, insert, "key", key.meaning, name)


def _words(state: State, key: Key, context: Context) -> Iterator[Proposal]:
    name = context.path[-1] if context.path else ""
    family = "status" if len(context.path) > 1 and name == "status" else _FAMILIES.get(name, name)
    language = site_languages(state.config)[0]
    for word, said in key.words:
        known = language.word(family, word) if family in WORDS else None
        detail = said or (known.meaning or known.word if known else "")
        yield Proposal(word, word, "word", detail if detail != word else "", word)


def _named(state: State, spot: Spot) -> tuple[list[Proposal], bool]:
    """The names that a spot takes, at most MOST of them, and whether these are all."""
    typed = spot.context.typed.strip().removeprefix("@")
    match spot.takes:
        case "":
            return [], True
        case "handle":
            people = [
                Proposal(p.handle, p.handle, "person", p.name or p.title, f"{p.handle} {p.name}")
                for p in state.people.values()
            ]
            return _matching(people, typed)
        case "unit":
            units = [
                Proposal(t.id, t.id, "unit", t.title, f"{t.id} {t.title}")
                for t in state.teams.values()
                if t.id
            ]
            return _matching(units, typed)
        case "cycle":
            cycles = [
                Proposal(c.id, c.id, "cycle", c.title if c.title != c.id else "", f"{c.id} {c.title}")
                for c in state.corpus.cycles
            ]
            return _matching(cycles[::-1], typed)
        case "id":
            return [], True
        case "result":
            return list(_own_results(state, spot)), True
    if "#" in typed:
        return list(_results(state, spot, typed)), True
    return _matching(_goals(state, spot), typed)


def _own_results(state: State, spot: Spot) -> Iterator[Proposal]:
    path = spot.path.removesuffix(".checkins.csv") + ".md" if spot.kind == "log" else spot.path
    record = state.records.get(path)
    naming = bool(spot.context.path) and spot.context.path[-1] == "id"
    for result in record.key_results if isinstance(record, Objective) and not naming else ():
        if result.named:
            yield Proposal(result.id, result.id, "result", result.title, f"{result.id} {result.title}")


def _results(state: State, spot: Spot, typed: str) -> Iterator[Proposal]:
    """The key results of the goal before the `#`."""
    name = typed.partition("#")[0]
    meant = meaning(state, spot.path, spot.takes, name) if spot.takes in ("supports", "link") else None
    goal = state.goals.get(meant.id) if meant else None
    for result in goal.key_results if isinstance(goal, Objective) else ():
        if result.named:
            written = f"{name}#{result.id}"
            yield Proposal(written, written, "result", result.title, f"{written} {result.title}")


def _goals(state: State, spot: Spot) -> list[Proposal]:
    """The goals that a place takes, those of the same folder and unit first, without the file's own."""
    kinds = kinds_at(spot.takes)
    own = state.records.get(spot.path)
    folder = spot.path.rpartition("/")[0]
    wanted = [
        goal
        for goal in state.goals.values()
        if ("objective" if isinstance(goal, Objective) else "kpi") in kinds and goal.path != spot.path
    ]

    def near(goal: Objective | Kpi) -> tuple[bool, bool, str]:
        return goal.path.rpartition("/")[0] != folder, own is not None and goal.team != own.team, goal.id

    return [
        Proposal(
            goal.id,
            goal.id,
            "objective" if isinstance(goal, Objective) else "kpi",
            goal.title,
            f"{goal.id} {goal.title} {' '.join(goal.aliases)}",
        )
        for goal in sorted(wanted, key=near)
    ]


def _matching(found: Iterable[Proposal], typed: str) -> tuple[list[Proposal], bool]:
    """All, where they are few; else the first that hold every word that is typed."""
    all_of_them = list(found)
    if len(all_of_them) <= MOST:
        return all_of_them, True
    words = fold_handle(typed).split()
    fitting = [one for one in all_of_them if all(word in fold_handle(one.search) for word in words)]
    return fitting[:MOST], False


def _written(proposal: Proposal, spot: Spot, line: str) -> Proposal:
    """The proposal as its place wants it written."""
    context, insert = spot.context, proposal.insert
    before, after = line[: context.start], line[context.end :]
    if spot.takes == "link" and not after.startswith("]]"):
        insert += "]]"
    elif spot.takes == "formula" and before.endswith("[["):
        insert += "" if after.startswith("]]") else "]]"
    elif spot.takes == "formula" and not insert.isidentifier() and before[-1:] in ("(", '"', "'", " "):
        insert = insert if before.rstrip().endswith(":") else f"[[{insert}]]"  # brackets would begin a list
    elif context.where == "value" and before.endswith(":"):
        insert = f" {insert}"
    return Proposal(proposal.label, insert, proposal.kind, proposal.detail, proposal.search)
