"""What is fuzzed: each target makes inputs from a `Random`, and judges them by laws that hold for all."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from fuzz import strange
from fuzz.whole import CONFIG, ZONES, check, mended, told, with_patches
from goalsite.edit.document import source
from goalsite.model.settings import read_config
from goalsite.source.read import read_document, read_mapping, read_table
from goalsite.source.scan import mentions
from goalsite.source.spans import spans
from goalsite.source.tree import MemoryTree

Files = dict[str, bytes]


class LawError(AssertionError):
    """A law that does not hold for an input."""


@dataclass(frozen=True, slots=True)
class Input:
    """A repository and the day for which it is checked."""

    files: Files
    as_of: date


@dataclass(frozen=True, slots=True)
class Target:
    """How inputs are made and judged; `path` is the one file of those that consist of one."""

    make: Callable[[Random], Input]
    judge: Callable[[Input], None]
    path: str = ""


def front_matter(given: Input) -> None:
    """A Markdown file is read by both readers of YAML, or by none; its mentions lie within its lines."""
    for path, data in given.files.items():
        document, found = read_document(data, path)
        _hold(all(one.line > 0 and one.column > 0 for one in found), "every finding has a place")
        _hold(document.front is None or not document.broken, "what is broken says nothing")
        there = source(data, path)
        if there and document.front:
            _hold(spans(there.yaml) is not None or not document.front.items, "both readers see a mapping")
        lines = document.body.count("\n") + document.body_line
        _hold(all(one.mark.line <= lines for one in document.mentions), "mentions lie in the body")


def markdown(given: Input) -> None:
    """A mention stands where its mark points."""
    for data in given.files.values():
        text = data.decode(errors="replace")
        lines = text.split("\n")
        for one in mentions(text):
            sign = "@" if one.kind == "person" else "[["
            _hold(lines[one.mark.line - 1].startswith(sign, one.mark.column - 1), "a mark points at its sign")


def tables(given: Input) -> None:
    """A row has a cell for each column."""
    for path, data in given.files.items():
        table, found = read_table(data, path)
        _hold(all(tuple(row.cells) == table.columns for row in table.rows), "rows are as wide as the header")
        _hold(table.broken == bool(found), "a broken table is told")


def configuration(given: Input) -> None:
    """A configuration has a value for each key, whatever the file says."""
    node, _ = read_mapping(MemoryTree(given.files), CONFIG)
    config, found = read_config(node, CONFIG, ZONES)
    _hold(config.timezone in ZONES, "the time zone is one")
    _hold(all(one.path == CONFIG for one in found), "findings are on the configuration")


def whole(given: Input) -> None:
    """A repository is checked, and every format is what it says it is."""
    checked = check(given.files, given.as_of)
    documents = told(checked)
    for form in ("json", "gitlab", "sarif"):
        json.loads(documents[form])
    ET.fromstring(documents["junit"])  # noqa: S314 - it was written here
    for form, document in documents.items():
        _hold(_is_harmless(document), f"{form} commands no terminal")
    lines = documents["github"].splitlines()
    _hold(len(lines) == len(checked.found), "one command for each finding")


def fixer(given: Input) -> None:
    """Mending what is mended changes nothing; what is no YAML and no cell stays, byte for byte."""
    checked = check(given.files, given.as_of)
    patches = mended(checked)
    for patch in patches:
        before, after = source(patch.before, patch.path), source(patch.after, patch.path)
        if patch.path.endswith(".md"):
            _hold(before is not None and after is not None and before.rest == after.rest, "the body stays")
    again = mended(check(with_patches(given.files, patches), given.as_of))
    _hold(again == (), f"mending is done at once, and again changes {[one.path for one in again]}")


def _is_harmless(document: str) -> bool:
    return all(character.isprintable() or character in "\n " or character > "\x9f" for character in document)


def _hold(law: bool, words: str) -> None:
    if not law:
        raise LawError(words)


def _one(path: str) -> Callable[[Random], Input]:
    def make(r: Random) -> Input:
        return Input({path: strange.file(r, path)}, strange.day(r))

    return make


def _many(r: Random) -> Input:
    return Input(strange.repository(r), strange.day(r))


TARGETS: dict[str, Target] = {
    "front-matter": Target(_one("goals/2026-Q4/a.md"), front_matter, "goals/2026-Q4/a.md"),
    "markdown": Target(
        lambda r: Input({"a.md": strange.body(r).encode(errors="replace")}, date.max), markdown, "a.md"
    ),
    "tables": Target(_one("goals/kpis/k.csv"), tables, "goals/kpis/k.csv"),
    "configuration": Target(_one(CONFIG), configuration, CONFIG),
    "whole": Target(_many, whole),
    "fixer": Target(_many, fixer),
}
"""Every target by its name."""


def as_json(given: Input) -> str:
    """An input as text that `from_json` reads."""
    files = {path: data.decode("latin-1") for path, data in given.files.items()}
    return json.dumps({"as_of": given.as_of.isoformat(), "files": files}, indent=1)


def from_json(text: str) -> Input:
    """The input that `as_json` wrote."""
    said: dict[str, Any] = json.loads(text)
    files = {path: content.encode("latin-1") for path, content in said["files"].items()}
    return Input(files, date.fromisoformat(said["as_of"]))
