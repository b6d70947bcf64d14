"""References -> ids, with a finding for each that leads nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from msgspec import Struct

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.links import safe_url
from goalsite.core.text import Suggestions
from goalsite.model.names import Ambiguous, Named, Namespace
from goalsite.model.shapes import Ref, shorten, span

GOALS = ("objective", "kpi")
PLACES: dict[str, tuple[str, ...]] = {
    "supports": GOALS,
    "same_as": GOALS,
    "contributes": ("objective",),
    "continues": ("objective",),
    "replaced_by": ("objective",),
    "depends_on": ("objective",),
    "improves": ("kpi",),
    "guards": ("kpi",),
    "cascades_from": ("kpi",),
    "kpi": ("kpi",),
    "formula": ("kpi",),
}
"""Which kinds each place takes."""

_WORDS = {"objective": "an objective", "kpi": "a KPI"}
_EDGES_OF_OBJECTIVES = ("contributes", "continues", "depends_on", "guards", "improves")
_INSTEAD = {"objective": "supports: or contributes:", "kpi": "supports:, improves: or guards:"}


class Aim(Struct, frozen=True):
    """What a reference means: an id with perhaps a key result, or something outside."""

    target: str
    key_result: str = ""
    outside: bool = False


class Goal(Protocol):
    """What resolving needs to know of a goal."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def path(self) -> str:
        """Its file."""

    @property
    def team(self) -> str:
        """Its unit."""

    @property
    def kind(self) -> str:
        """`objective` or `kpi`."""

    @property
    def result_ids(self) -> tuple[str, ...]:
        """The ids of its key results."""

    @property
    def named_result_ids(self) -> tuple[str, ...]:
        """Those of them that edges may name."""


@dataclass(slots=True)
class Resolver:
    """Resolves the references of one site and collects the findings; `unread` is a broken goal's file."""

    names: Mapping[str, Namespace]
    goals: Mapping[str, Goal]
    sites: frozenset[str]
    goals_dir: str
    unread: str = ""
    found: list[Diagnostic] = field(default_factory=list)
    suggestions: Suggestions = field(default_factory=Suggestions)
    _results: dict[tuple[str, bool], Mapping[str, None]] = field(default_factory=dict)

    def aim(self, ref: Ref, place: str, source: Goal) -> Aim | None:
        """What `ref` means where it stands; None, having said so, where it means nothing.

        None without a finding where it means a file that could not be read: that was told there.
        """
        if ":" in ref.text:
            return self._outside(ref, place, source)
        name, _, result = ref.text.partition("#")
        named = self.names["goals"].resolve(name, PLACES[place], self._folder(source), source.team)
        if isinstance(named, Ambiguous):
            ids = ", ".join(named.ids[:5]) + (" …" if len(named.ids) > 5 else "")
            self._report(source, ref, "S004", f'"{shorten(name)}" may be {ids}', "write more of its path")
            return None
        if named is None:
            self._unknown(ref, name, place, source)
            return None
        if named.id not in self.goals:
            return None
        if named.id == source.id:
            hint = "name the goal that is meant, or take this away"
            self._report(source, ref, "S028", f"{place} names the goal itself", hint)
            return None
        return self._with_result(ref, place, source, named, result)

    def present_id(self, ref: Ref, place: str, source: Goal) -> str | None:
        """The id that a reference within this site means; None where it means none."""
        aim = self.aim(ref, place, source)
        return aim.target if aim and not aim.outside else None

    def _with_result(self, ref: Ref, place: str, source: Goal, named: Named, result: str) -> Aim | None:
        if "#" not in ref.text:
            return Aim(named.id)
        target = self.goals[named.id]
        if place != "supports" or target.kind == "kpi":
            message = f'"{shorten(ref.text)}" names a key result, and {place} takes {self._kinds(place)}'
            if place == "supports":
                message = f'"{shorten(ref.text)}" names a key result, and {named.id} is a KPI'
            self._report(source, ref, "S009", message, f"write {named.id}")
            return None
        results = self._result_ids(target, only_named=True)
        if result not in results:
            known = ", ".join(islice(results, 9)) + (" …" if len(results) > 9 else "")
            hint = self.suggestions.did_you_mean(result, results)
            hint = hint or (f"it has {known}" if results else "give it an id there")
            self._report(source, ref, "S045", f'{named.id} has no key result "{shorten(result)}"', hint)
            return None
        return Aim(named.id, result)

    def _unknown(self, ref: Ref, name: str, place: str, source: Goal) -> None:
        other = self.names["goals"].resolve(name, GOALS, self._folder(source), source.team)
        if isinstance(other, Named):
            if other.id not in self.goals:
                return
            message = f'{place} takes {self._kinds(place)}, and "{shorten(name)}" is {_WORDS[other.kind]}'
            hint = f"name {self._kinds(place)}"
            if place in _EDGES_OF_OBJECTIVES:
                hint += f", or write {_INSTEAD[other.kind]}"
            self._report(source, ref, "S009", message, hint)
            return
        hint = self.names["goals"].suggestion(name, PLACES[place]) or self._unread_hint()
        what = "KPI" if PLACES[place] == ("kpi",) else "objective" if len(PLACES[place]) == 1 else "goal"
        self._report(source, ref, "S003", f'no {what} is called "{shorten(name)}"', hint)

    def _outside(self, ref: Ref, place: str, source: Goal) -> Aim | None:
        if place in ("kpi", "formula"):
            message = f'"{shorten(ref.text)}" lies outside, and values are read from KPIs of this site'
            self._report(source, ref, "S009", message, "name a KPI of this site")
            return None
        site, _, goal = ref.text.partition(":")
        if goal.startswith("//"):
            if safe_url(ref.text) is None or site not in ("http", "https"):
                message = f'"{shorten(ref.text)}" is no link that may be published'
                self._report(source, ref, "S040", message, "use http or https")
                return None
            return Aim(ref.text, outside=True)
        if site not in self.sites or not goal:
            known = site in self.sites
            hint = self.suggestions.did_you_mean(site, self.sites) or "name it under sites: in config.yaml"
            message = (
                f'"{shorten(ref.text)}" names no goal' if known else f'no site is called "{shorten(site)}"'
            )
            self._report(source, ref, "S003", message, f"write {site}:goal" if known else hint)
            return None
        return Aim(ref.text, outside=True)

    def unit(self, ref: Ref, source: Goal) -> str | None:
        """The unit that `ref` names; None, having said so."""
        units = self.names["units"]
        named = units.resolve(ref.text, ("team",))
        if isinstance(named, Ambiguous):
            message = f'team "{shorten(ref.text)}" may be {" or ".join(named.ids)}'
            self._report(source, ref, "S004", message, "write the whole path")
            return None
        if named is None:
            hint = units.suggestion(ref.text, ("team",)) or "name the folder of a team.md"
            self._report(source, ref, "S003", f'no unit is called "{shorten(ref.text)}"', hint)
            return None
        return named.id

    def mention(self, text: str, mark: Mark, path: str, unit: str) -> str | None:
        """The goal, or `goal#kr`, that a `[[…]]` in text means; None, having said so, where it is broken."""
        if text.partition(":")[0].strip() in self.sites:
            return None  # a goal of another site: it stays text until that site can be asked
        name, _, result = text.partition("#")
        folder = self._inside(path).rpartition("/")[0]
        named = self.names["goals"].resolve(name.strip(), GOALS, folder, unit)
        if isinstance(named, Ambiguous):
            message = f'"{shorten(text)}" may be {", ".join(named.ids[:5])}'
            self._broken_link(path, mark, text, message, "write more of its path")
            return None
        if named is None:
            hint = self.names["goals"].suggestion(name, GOALS) or "name an id, or put [[…]] in backticks"
            self._broken_link(path, mark, text, f'no goal is called "{shorten(name)}"', hint)
            return None
        goal = self.goals.get(named.id)
        results = self._result_ids(goal, only_named=False) if goal and result else {}
        if goal and result and result not in results:
            message = f'{named.id} has no key result "{shorten(result)}"'
            self._broken_link(path, mark, text, message, self.suggestions.did_you_mean(result, results))
            return None
        return f"{named.id}#{result}" if result else named.id

    def _result_ids(self, goal: Goal, *, only_named: bool) -> Mapping[str, None]:
        """The ids of a goal's key results in their order, made once however often they are asked for."""
        key = goal.id, only_named
        if key not in self._results:
            self._results[key] = dict.fromkeys(goal.named_result_ids if only_named else goal.result_ids)
        return self._results[key]

    def _broken_link(self, path: str, mark: Mark, text: str, message: str, hint: str) -> None:
        self.found.append(finding(path, mark, "S016", message, hint, len(shorten(text)) + 4))

    def _unread_hint(self) -> str:
        """What to do about a name that nothing is near to."""
        if self.unread:
            return f"it may be the id of {self.unread}, which could not be read"
        return "name an id, an alias or the end of one"

    def _folder(self, source: Goal) -> str:
        return self._inside(source.path).rpartition("/")[0]

    def _inside(self, path: str) -> str:
        return path if self.goals_dir == "." else path[len(self.goals_dir) + 1 :]

    def _kinds(self, place: str) -> str:
        return " or ".join(_WORDS[kind] for kind in PLACES[place])

    def _report(self, source: Goal, ref: Ref, code: str, message: str, hint: str = "") -> None:
        self.found.append(finding(source.path, ref.mark, code, message, hint, span(ref.text)))
