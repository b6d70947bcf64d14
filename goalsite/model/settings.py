"""config.yaml -> Config: every key checked, every finding at its line."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from goalsite.core.config import Config, DeclaredCycle, Pace, Theme
from goalsite.core.diagnostics import Diagnostic
from goalsite.core.names import fault_in_id, nfc
from goalsite.core.periods import FiscalYear, Period, known_period
from goalsite.core.text import did_you_mean
from goalsite.model.rhythms import cadence
from goalsite.model.shapes import (
    Reading,
    Shape,
    Values,
    day,
    line,
    many,
    positive,
    table,
    text,
    url,
    whole,
)
from goalsite.source.nodes import Mapping, Node, Scalar

_PACE = Shape("pace", {item.name: positive for item in fields(Pace)})
_HOLIDAY = Shape("a holiday", {"start": day, "end": day, "title": line}, required=("start", "end"))
_CYCLE = Shape(
    "a cycle",
    {"id": text, "title": line, "start": day, "end": day, "parent": text},
    required=("id", "start", "end"),
)
_THEME_KEYS = ("name", "custom_dir", "language")


def _holiday(node: Node, reading: Reading, name: str) -> Period | None:
    values = _HOLIDAY.read(node, reading, name)
    return _period(values, reading, "a holiday") if values else None


def _period(values: Values, reading: Reading, what: str) -> Period | None:
    start, end = values.get("start"), values.get("end")
    if start is None or end is None:
        return None
    if end < start:
        reading.report(values.at("end"), "S012", f"{what} ends on {end}, before it starts on {start}")
        return None
    return Period(start, end)


def _cycle(node: Node, reading: Reading, name: str) -> DeclaredCycle | None:
    values = _CYCLE.read(node, reading, name)
    if not values or not values.get("id"):
        return None
    period = _period(values, reading, "a cycle")
    name = nfc(values.get("id"))
    fault = fault_in_id(name) or ("holds /, must be one segment" if "/" in name else "")
    if fault:
        reading.report(values.at("id"), "S010", f'cycle "{name}" {fault}')
        return None
    return DeclaredCycle(name, values.get("title", name), period, values.get("parent")) if period else None


def _theme(node: Node, reading: Reading, name: str) -> Theme | None:
    """A theme's name alone, or a mapping; keys of its own are the theme's variables."""
    if isinstance(node, Scalar):
        return Theme(name=node.text)
    if not isinstance(node, Mapping):
        text(node, reading, name)
        return None
    known: dict[str, Any] = {}
    variables = []
    for key, value in node.items:
        read = text(value, reading, f"{name}.{key.text}")
        if read is None or (isinstance(value, Scalar) and value.is_null):
            continue
        if key.text in _THEME_KEYS:
            known[key.text] = read
        else:
            variables.append((key.text, read))
    return Theme(**known, variables=tuple(variables))


def _anything(node: Node, reading: Reading, name: str) -> None:
    """Takes any value; its own reader checks it."""


_CONFIG = Shape(
    "config.yaml",
    {
        "site_name": line,
        "site_url": url,
        "site_description": line,
        "repo_url": url,
        "edit_uri": text,
        "goals_dir": text,
        "site_dir": text,
        "exclude": many(text),
        "footer": text,
        "theme": _theme,
        "languages": many(text),
        "timezone": text,
        "cadence": cadence,
        "holidays": many(_holiday),
        "cycles": many(_cycle),
        "current_cycle": text,
        "fiscal_year_start": whole,
        "fiscal_year_named_by": text,
        "pace": _PACE.read,
        "rules": _anything,
        "plugins": _anything,
        "sites": table(url),
    },
)

CONFIG_KEYS = tuple(_CONFIG.keys)
"""Every key that the configuration takes."""


def read_config(node: Node | None, path: str, zones: frozenset[str]) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The configuration that `node` (None: an empty file) says; `zones` are the time zones this machine knows."""
    reading = Reading(path)
    values = _CONFIG.read(node, reading) if node is not None else None
    if values is None:
        return Config(), tuple(reading.found)
    pace = values.get("pace")
    known: dict[str, Any] = {
        key: values.get(key)
        for key in CONFIG_KEYS
        if key in values
        and key not in ("fiscal_year_start", "fiscal_year_named_by", "pace", "rules", "plugins")
    }
    known["fiscal_year"] = _fiscal_year(values, reading)
    if pace:
        known["pace"] = Pace(**{item.name: pace.get(item.name, item.default) for item in fields(Pace)})
    _check_folders(known, values, reading)
    _check_zone(known, values, reading, zones)
    _check_cycles(known, values, reading)
    return Config(**known), tuple(reading.found)


def _fiscal_year(values: Values, reading: Reading) -> FiscalYear:
    month, named_by = values.get("fiscal_year_start", 1), values.get("fiscal_year_named_by", "start")
    if not 1 <= month <= 12:
        reading.report(
            values.at("fiscal_year_start"), "S041", f"fiscal_year_start is {month}, must be a month, 1 to 12"
        )
        month = 1
    if named_by not in ("start", "end"):
        mark = values.at("fiscal_year_named_by")
        reading.report(mark, "S041", f'fiscal_year_named_by is "{named_by}", must be start or end')
        named_by = "start"
    return FiscalYear(month, named_by)


def _check_folders(known: dict[str, Any], values: Values, reading: Reading) -> None:
    """Folders stay inside the repository, and the site is not built over the goals."""
    for key in ("goals_dir", "site_dir"):
        if key not in known:
            continue
        folder = known[key].strip().removeprefix("./").strip("/")
        outside = known[key].startswith("/") or ".." in folder.split("/") or "\\" in folder or "\0" in folder
        if outside or (key == "site_dir" and not folder):
            reading.report(
                values.at(key), "S038", f'{key} is "{known[key]}", must be a folder inside the repository'
            )
            del known[key]
        else:
            known[key] = folder or "."
    goals, site = known.get("goals_dir", Config().goals_dir), known.get("site_dir", Config().site_dir)
    if goals == site or goals.startswith(f"{site}/"):
        reading.report(
            values.at("site_dir"), "S041", f'site_dir is "{site}", which holds the goals folder "{goals}"'
        )
        known.pop("site_dir", None)
        known.pop("goals_dir", None)


def _check_zone(known: dict[str, Any], values: Values, reading: Reading, zones: frozenset[str]) -> None:
    zone = known.get("timezone")
    if zone is not None and zone not in zones:
        hint = did_you_mean(zone, zones) or "use a name such as Europe/Berlin or UTC"
        reading.report(values.at("timezone"), "S041", f'timezone is "{zone}", which is not known', hint)
        del known["timezone"]


def _check_cycles(known: dict[str, Any], values: Values, reading: Reading) -> None:
    """Declared cycles have different ids, and what names a cycle names one."""
    fiscal, declared = known["fiscal_year"], known.get("cycles", ())
    ids = [cycle.id for cycle in declared]
    for name in {name for name in ids if ids.count(name) > 1}:
        reading.report(values.at("cycles"), "S005", f'cycle "{name}" is declared {ids.count(name)} times')
    current = known.get("current_cycle")
    if current is not None and current not in ids and known_period(current, fiscal) is None:
        hint = did_you_mean(current, ids) or "name it as 2026-Q4, or declare it under cycles"
        reading.report(values.at("current_cycle"), "S013", f'there is no cycle "{current}"', hint)
        del known["current_cycle"]
    for cycle in declared:
        if cycle.parent and cycle.parent not in ids and known_period(cycle.parent, fiscal) is None:
            message = f'cycle "{cycle.id}" names the parent "{cycle.parent}", which is no cycle'
            reading.report(values.at("cycles"), "S013", message, did_you_mean(cycle.parent, ids))
