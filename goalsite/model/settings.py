"""config.yaml -> Config: every key checked, every finding at its line."""

from __future__ import annotations

from typing import Any, NamedTuple

from goalsite.core.config import Config, DeclaredCycle, Pace
from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.core.links import is_external
from goalsite.core.names import fault_in_id, nfc
from goalsite.core.periods import FiscalYear, Period, known_period
from goalsite.core.text import did_you_mean
from goalsite.core.values import fields_of, replace
from goalsite.model.cycles import above
from goalsite.model.following import read_comments, read_outputs
from goalsite.model.rhythms import cadence
from goalsite.model.rule_settings import read_rules
from goalsite.model.shapes import (
    Reading,
    Shape,
    Values,
    day,
    is_null,
    line,
    many,
    positive,
    score,
    shorten,
    span,
    table,
    text,
    whole,
)
from goalsite.model.theming import read_theme
from goalsite.model.urls import url
from goalsite.source.nodes import Mapping, Node, Scalar, Sequence
from goalsite.source.tree import inner_path

_PACE = Shape("pace", {name: positive if name == "stale" else score for name in fields_of(Pace)})
_HOLIDAY = Shape("a holiday", {"start": day, "end": day, "title": line}, required=("start", "end"))
_CYCLE = Shape(
    "a cycle",
    {"id": text, "title": line, "start": day, "end": day, "parent": text},
    required=("id", "start", "end"),
)


class _Said(NamedTuple):
    """A declared cycle, and where its keys stand."""

    cycle: DeclaredCycle
    values: Values


def _holiday(node: Node, reading: Reading, name: str) -> Period | None:
    values = _HOLIDAY.read(node, reading, name)
    return _period(values, reading, "a holiday") if values else None


def _period(values: Values, reading: Reading, what: str) -> Period | None:
    start, end = values.get("start"), values.get("end")
    if start is None or end is None:
        return None
    if end < start:
        message = f"{what} ends on {end}, before it starts on {start}"
        reading.report_at(values, "end", "S012", message, "swap the two days, or mend one")
        return None
    return Period(start, end)


def _cycle(node: Node, reading: Reading, name: str) -> _Said | None:
    values = _CYCLE.read(node, reading, name)
    if not values or "id" not in values:
        return None
    period = _period(values, reading, "a cycle")
    name = nfc(values.get("id"))
    fault = fault_in_id(name) or ("holds /, must be one segment" if "/" in name else "")
    if fault:
        message = f'cycle "{shorten(name)}" {fault}'
        reading.report_at(values, "id", "S010", message, "choose another id")
        return None
    parent = values.get("parent")
    title = values.get("title", name)
    if period is None:
        return None
    return _Said(DeclaredCycle(name, title, period, nfc(parent) if parent else None), values)


def _web(node: Node, reading: Reading, name: str) -> str | None:
    """The address of a site; empty is none."""
    if isinstance(node, Scalar) and not node.text.strip():
        return ""
    address = url(node, reading, name)
    if address is None or is_external(address):
        return address
    message = f'{name} is "{shorten(address)}", must begin with https:// or http://'
    reading.report(node.mark, "S041", message, "write it whole, such as https://example.org/", span(address))
    return None


def _anything(node: Node, reading: Reading, name: str) -> None:
    """Takes any value; its own reader checks it."""


_CONFIG = Shape(
    "config.yaml",
    {
        "site_name": line,
        "site_url": _web,
        "site_description": line,
        "repo_url": _web,
        "edit_uri": text,
        "goals_dir": text,
        "site_dir": text,
        "exclude": many(text),
        "footer": text,
        "theme": read_theme,
        "languages": many(text),
        "timezone": text,
        "cadence": cadence,
        "holidays": many(_holiday),
        "cycles": many(_cycle),
        "current_cycle": text,
        "fiscal_year_start": whole,
        "fiscal_year_named_by": text,
        "pace": _PACE.read,
        "rules": read_rules,
        "plugins": _anything,
        "sites": table(url),
        "outputs": read_outputs,
        "discussion": _web,
        "comments": read_comments,
    },
)

CONFIG_KEYS = tuple(_CONFIG.keys)
"""Every key that the configuration takes."""


def read_config(node: Node | None, path: str, zones: frozenset[str]) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The configuration that `node` says (None: an empty file); `zones` are the known time zones."""
    reading = Reading(path)
    values = _CONFIG.read(node, reading) if node is not None else None
    if values is None:
        return Config(), tuple(reading.found)
    pace = values.get("pace")
    known: dict[str, Any] = {
        key: values.get(key)
        for key in CONFIG_KEYS
        if key in values and key not in ("fiscal_year_start", "fiscal_year_named_by", "pace", "plugins")
    }
    known["fiscal_year"] = _fiscal_year(values, reading)
    if pace:
        known["pace"] = replace(Pace(), **pace)
    _check_folders(known, values, reading)
    _check_zone(known, values, reading, zones)
    _check_cycles(known, values, reading)
    return Config(**known, marks=_places(node)), tuple(reading.found)


def _places(node: Node | None) -> dict[str, Mark]:
    """Where each value stands, and each of those that it holds itself."""
    places = {}
    for key, value in node.items if isinstance(node, Mapping) else ():
        places[key.text] = value.mark
        if isinstance(value, Mapping):
            places |= {f"{key.text}.{inner.text}": one.mark for inner, one in value.items}
        elif isinstance(value, Sequence):
            said = (one for one in value.items if not is_null(one))
            places |= {f"{key.text}.{index}": one.mark for index, one in enumerate(said)}
    return places


def _fiscal_year(values: Values, reading: Reading) -> FiscalYear:
    month, named_by = values.get("fiscal_year_start", 1), values.get("fiscal_year_named_by", "start")
    if not 1 <= month <= 12:
        message = f"fiscal_year_start is {month}, must be a month, 1 to 12"
        reading.report_at(values, "fiscal_year_start", "S041", message)
        month = 1
    if named_by not in ("start", "end"):
        message = f'fiscal_year_named_by is "{shorten(named_by)}", must be start or end'
        reading.report(values.at("fiscal_year_named_by"), "S041", message, "", span(named_by))
        named_by = "start"
    return FiscalYear(month, named_by)


def _check_folders(known: dict[str, Any], values: Values, reading: Reading) -> None:
    """Folders stay inside the repository, and the site is not built over the goals."""
    for key in ("goals_dir", "site_dir"):
        if key not in known:
            continue
        written = known.pop(key)
        folder = inner_path(written.strip()) if not {"\\", "\0"} & set(written) else None
        if (
            folder is None
            or not written.strip()
            or (key == "site_dir" and not folder)
            or not all(map(_may_hold_files, folder.split("/")))
        ):
            message = f'{key} is "{shorten(written)}", must be a folder inside the repository'
            hint = f"name one by its path from there, such as {key.removesuffix('_dir')}"
            reading.report(values.at(key), "S038", message, hint, span(written))
        else:
            known[key] = folder or "."
    goals, site = known.get("goals_dir", Config().goals_dir), known.get("site_dir", Config().site_dir)
    if goals == site or goals.startswith(f"{site}/"):
        message = f'site_dir is "{shorten(site)}", which holds the goals folder "{shorten(goals)}"'
        mark = values.at("site_dir" if "site_dir" in known else "goals_dir")
        reading.report(mark, "S041", message, "build the site into another folder", span(site))
        known.pop("site_dir", None)
        known.pop("goals_dir", None)


def _may_hold_files(name: str) -> bool:
    """Whether a folder of that name can be there, and is not git's own."""
    return len(name.encode()) <= 255 and name.lower() != ".git"


def _check_zone(known: dict[str, Any], values: Values, reading: Reading, zones: frozenset[str]) -> None:
    zone = known.get("timezone")
    if zone is not None and zone not in zones:
        hint = did_you_mean(zone, zones) or "use a name such as Europe/Berlin or UTC"
        message = f'timezone is "{shorten(zone)}", which is not known'
        reading.report(values.at("timezone"), "S041", message, hint, span(zone))
        del known["timezone"]


def _check_cycles(known: dict[str, Any], values: Values, reading: Reading) -> None:
    """Declared cycles have different ids, of which the first stands, and what names a cycle names one."""
    said: dict[str, _Said] = {}
    for one in known.get("cycles", ()):
        name = one.cycle.id
        if name in said:
            line_before = said[name].values.mark.line
            message = f'cycle "{shorten(name)}" is declared already, in line {line_before}'
            reading.report(one.values.at("id"), "S005", message, "give one of them another id", span(name))
        said.setdefault(name, one)
    fiscal = known["fiscal_year"]
    parents = _parents(said, fiscal, reading)
    known["cycles"] = tuple(replace(one.cycle, parent=parents.get(name)) for name, one in said.items())
    if "current_cycle" in known:
        current = known["current_cycle"] = nfc(known["current_cycle"])
        if not _exists(current, said, fiscal, values.at("current_cycle"), reading):
            del known["current_cycle"]


def _exists(
    name: str, said: dict[str, _Said], fiscal: FiscalYear, mark: Mark, reading: Reading, but: str = ""
) -> bool:
    """Whether there is a cycle of that name; told where there is none, and any `but` one suggested."""
    if name in said or known_period(name, fiscal):
        return True
    hint = reading.suggestions.did_you_mean(name, said.keys() - {but})
    hint = hint or "name it as 2026-Q4, or declare it under cycles:"
    reading.report(mark, "S013", f'there is no cycle "{shorten(name)}"', hint, span(name))
    return False


def _parents(said: dict[str, _Said], fiscal: FiscalYear, reading: Reading) -> dict[str, str]:
    """The parents that declared cycles name, without those that are none or close a circle."""
    parents = {name: one.cycle.parent for name, one in said.items() if one.cycle.parent}
    for name, parent in list(parents.items()):
        mark = said[name].values.at("parent")
        if not _exists(parent, said, fiscal, mark, reading, but=name):
            del parents[name]
        elif name in (chain := above(name, parents)):
            circle = " → ".join([name, *chain[: chain.index(name) + 1]])
            message = f"the parents of the cycles lead in a circle: {circle}"
            reading.report(mark, "S007", message, "take one of these parents away", span(parent))
            del parents[name]
    return parents
