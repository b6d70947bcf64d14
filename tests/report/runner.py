"""Finds commands in a line of a log as the runner of GitHub Actions does, and as the agent of Azure does.

The runner tries two ways on every line of either stream: `::name key=value::data` where the line, but for
white space, begins with it, and the older `##[name key=value]data` anywhere in it. Its source:
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMMANDS = (
    "add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|internal-set-repo-path|notice|"
    "remove-matcher|save-state|set-env|set-output|stop-commands|warning"
)
COMMANDS = frozenset(_COMMANDS.split("|"))


@dataclass(frozen=True)
class Command:
    """One command: its name, properties and data, unescaped."""

    name: str
    properties: dict[str, str]
    data: str


def commands(output: str) -> list[Command]:
    """Every command that a service finds in what a program prints."""
    lines = re.split(r"\r\n|\r|\n", output)
    return [command for line in lines if (command := _new(line) or _old(line) or _azure(line))]


def _new(line: str) -> Command | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, said = line[2:end].partition(" ")
    if name.lower() not in COMMANDS:
        return None
    pairs = [pair.partition("=") for pair in said.strip().split(",") if pair]
    properties = {key: _property(value.lstrip("=")) for key, _, value in pairs if value.lstrip("=")}
    return Command(name, properties, _data(line[end + 2 :]))


def _old(line: str) -> Command | None:
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name = line[start + 3 : end].partition(" ")[0]
    return Command(name, {}, line[end + 1 :]) if name.lower() in COMMANDS else None


def _azure(line: str) -> Command | None:
    found = re.search(r"##vso\[[^\]]*\]", line)
    return Command(found[0], {}, "") if found else None


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _property(text: str) -> str:
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text
