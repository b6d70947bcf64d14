"""The colons of a line that was to be `key: value`: where they are wrong, and how to write the line."""

from __future__ import annotations

import re

_NO_SPACE = re.compile(r"\s*+(?:- ++)*+[^\s:\"'{\[]++(?P<colon>:)[^\s/]")
_FULL_WIDTH = re.compile(r"[^:：\"'{\[]++(?P<colon>：)")
_PAIR = re.compile(
    r"\s*+(?:- ++)*+(?P<key>\"[^\"]*+\"|'[^']*+'|[^\s:{\[\"'#][^:{\[\"']*+):[ \t]++(?P<value>.++)"
)
_SHOWN = 100  # characters of a line that a hint repeats

QUOTE = "put the value in quotes"


def colon_fault(line: str) -> tuple[int, str] | None:
    """The column of a colon that does not end the key before it, and what to write; None without one."""
    if full_width := _FULL_WIDTH.match(line):
        return full_width.start("colon") + 1, "write a plain colon and a space after the key, not ："
    if no_space := _NO_SPACE.match(line):
        return no_space.start("colon") + 1, "put a space after the colon"
    return None


def pair_around(line: str, column: int) -> tuple[str, str] | None:
    """Key and value of a line whose value holds the character at `column`; None where it lies in no value."""
    pair = _PAIR.match(line)
    if pair is None or pair.start("value") >= column:
        return None
    return pair["key"].strip(), pair["value"].split(" #")[0].strip()


def in_quotes(key: str, value: str) -> str:
    """The hint to put a value in quotes, with the whole line as it would be if that is short."""
    quoted = f'"{value}"' if not {'"', "\\"} & set(value) else "'" + value.replace("'", "''") + "'"
    return f"{QUOTE}: {key}: {quoted}" if len(key + value) <= _SHOWN else QUOTE


def without_comma(before: str) -> str:
    """The key that begins within the value of the pair before it, in braces; empty where there is none."""
    if before.rfind("{") <= before.rfind("}"):
        return ""
    pair = before[max(before.rfind("{"), before.rfind(",")) + 1 :]
    words = pair.partition(":")[2].split()
    return words[-1] if len(words) > 1 and words[-1].isidentifier() else ""
