"""What differs of each goal, unit and setting, as entries of a difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from goalsite.analysis.change import Altered, Change, Difference
from goalsite.analysis.effects import Effect
from goalsite.analysis.state import State, goals_of
from goalsite.core.values import replace
from goalsite.history.between import Touched
from goalsite.history.records import Fact
from goalsite.language.language import Language
from goalsite.model.records import Kpi, Objective
from goalsite.pages.changed import about, clause, effect, joined, part_of, result_of
from goalsite.pages.changed_values import Called, Measured
from goalsite.pages.difference_views import Entry
from goalsite.pages.titles import shown_title


class Compared(Struct, frozen=True):
    """What is told: two states, what they are called, their difference, and who touched which file."""

    before: State
    after: State
    names: tuple[str, str]
    difference: Difference
    touched: Mapping[str, Touched]


def _called(compared: Compared) -> Called:
    """What everything is called, as it is now, or else as it was."""
    before, after = compared.before.corpus, compared.after.corpus
    sides = (before, after)
    return Called(
        goals={name: one.title for side in sides for name, one in goals_of(side).items()},
        units={team.id: team.title for side in sides for team in side.teams},
        people={person.id: person.name for side in sides for person in side.people if person.name},
    )


_SIGNS = {"added": "+", "removed": "-", "moved": ">", "changed": "*", "affected": ""}


class Teller:
    """Tells what is in a difference, in one language."""

    def __init__(self, compared: Compared, language: Language) -> None:
        self._compared = compared
        self._language = language
        self._names = _called(compared)

    def entries(self, altered: Iterable[Altered]) -> tuple[Entry, ...]:
        """An entry for each goal, unit, person or page."""
        return tuple(map(self._entry, altered))

    def affected(self) -> tuple[Entry, ...]:
        """The goals whose figures moved so far that a reader sees it."""
        every = self.entries(one for one in self._compared.difference.goals if not one.is_touched)
        return tuple(entry for entry in every if entry.effects or entry.lines)

    def _entry(self, one: Altered) -> Entry:
        names = self._names_within(one)
        body = one.body
        return Entry(
            sign=_SIGNS[one.change],
            title=shown_title(one.record.title),
            note=self._note(one),
            by=self._by(one),
            lines=(*self._moves(one), *self._whole(one), *self._lines(one, names)),
            effects=joined(self._effects(one, "", names), self._language),
            body=body,
            body_note=self._body_note(body) if body else "",
        )

    def _names_within(self, one: Altered) -> Called:
        """The names, with those of its own key results and the unit of its values."""
        results: dict[str, Measured] = {}
        for record, state in ((one.before, self._compared.before), (one.after, self._compared.after)):
            if isinstance(record, Objective):
                figures = state.analysis.objectives[record.id].key_results
                for result, known in zip(record.key_results, figures, strict=True):
                    results[result.id] = Measured(result.title, known.unit)
        unit = one.record.unit if isinstance(one.record, Kpi) else ""
        return replace(self._names, results=results, unit=unit)

    def _note(self, one: Altered) -> str:
        """Whose a goal is and of which cycle; of a unit, person or page what it is."""
        record, language = one.record, self._language
        if not isinstance(record, (Objective, Kpi)):
            kinds = {"team": language.text("unit"), "person": language.text("person")}
            return kinds.get(one.kind, language.text("page"))
        owner = self._names.person(record.owner) if record.owner else ""
        unit = self._names.units.get(record.team, record.team)
        cycle = language.cycle(record.cycle) if isinstance(record, Objective) else language.text("KPI")
        return " · ".join(filter(None, (unit, cycle, owner)))

    def _by(self, one: Altered) -> str:
        """Who wrote it last, and when; empty where git does not know."""
        known = self._compared.touched.get(one.record.path)
        if known is None or not one.is_touched:
            return ""
        who = self._language.listed(known.authors[:3])
        if known.day is None:
            return who
        return self._language.text("by %(people)s, %(date)s", people=who, date=self._language.date(known.day))

    def _moves(self, one: Altered) -> Iterator[str]:
        """From where to where it moved, and what it is called since."""
        if one.before is not None and one.after is not None and one.is_moved:
            text = self._language.text
            if one.before.id != one.after.id:
                yield text("renamed: %(before)s → %(after)s", before=one.before.id, after=one.after.id)
            if one.before.path != one.after.path:
                yield text("moved: %(before)s → %(after)s", before=one.before.path, after=one.after.path)

    def _whole(self, one: Altered) -> Iterator[str]:
        """The key results of an objective that came or went."""
        if (one.before is None or one.after is None) and isinstance(one.record, Objective):
            for result in one.record.key_results:
                yield self._language.text("key result “%(title)s”", title=shown_title(result.title))

    def _lines(self, one: Altered, names: Called) -> Iterator[str]:
        """What changed of the goal itself, then of each key result with what became of it, each on a line."""
        told: dict[tuple[str, str], list[str]] = {}
        for number, change in enumerate(one.changes):
            result = result_of(change, names)
            part = part_of(change, names, self._language)
            alone = "" if result or part else str(number)
            key = (change.part[1] if result else "", part or alone)
            told.setdefault(key, []).append(clause(change, names, self._language))
        lines: dict[str, list[str]] = {}
        for (result, part), clauses in told.items():
            said = joined(clauses, self._language)
            line = said if part.isdecimal() else about((part, said), self._language)
            if result:
                lines.setdefault(result, []).append(line)
            else:
                yield line
        for result in dict.fromkeys((*names.results, *lines)):
            clauses = [*lines.get(result, ()), *self._effects(one, result, names)]
            if clauses:
                known = names.results.get(result)
                title = shown_title(known.title) if known else result
                yield about((title, joined(clauses, self._language)), self._language)

    def _effects(self, one: Altered, result: str, names: Called) -> Iterator[str]:
        """What became of the figures of a goal, or of one of its key results."""
        unit = names.results[result].unit if result in names.results else names.unit
        known = {each.figure: each for each in one.effects if each.result == result}
        for each in known.values():
            same = known.get("progress")
            if each.figure == "progress_with_contributions" and same and each[2:] == same[2:]:
                continue
            if told := effect(each.figure, each.before, each.after, unit, self._language):
                yield told

    def _body_note(self, body: tuple[str, ...]) -> str:
        came = sum(line.startswith("+") for line in body)
        return self._language.text(
            "text: +%(came)s −%(went)s lines",
            came=self._language.number(came),
            went=self._language.number(len(body) - came),
        )

    def units(self) -> tuple[Entry, ...]:
        """The units whose figures moved."""
        found = []
        for unit in self._compared.difference.units:
            effects = joined(map(self._of_unit, unit.effects), self._language)
            if effects:
                title = self._names.units.get(unit.unit, unit.unit)
                found.append(Entry("", title, self._language.cycle(unit.cycle), effects=effects))
        return tuple(found)

    def _of_unit(self, one: Effect) -> str:
        return effect(one.figure, one.before, one.after, "", self._language)

    def setting(self, change: Change) -> str:
        """One setting that is another: `config.yaml: pace.at_risk 0.7 → 0.8`."""
        said = [self._setting(value) for value in (change.before, change.after)]
        path = self._compared.after.config_path
        return f"{path}: {change.field} {said[0]} → {said[1]}"

    def _setting(self, value: Fact) -> str:
        if value is None:
            return "–"
        if isinstance(value, tuple):
            return ", ".join(map(str, value))
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return self._language.number(value)
        return str(value)

    def unread(self, one: tuple[str, bool]) -> str:
        """A file that only one side can read."""
        path, is_mended = one
        if is_mended:
            return self._language.text("%(path)s can be read again", path=path)
        return self._language.text("%(path)s can no longer be read", path=path)
