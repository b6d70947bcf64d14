"""A patch as a unified diff: its bytes as `git apply` takes them, and the same harmless for whoever looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalsite.edit.patch import FilePatch
from goalsite.report.safe import safe

_CONTEXT = 3
_UNENDED = b"\n\\ No newline at end of file\n"
"""What follows a last line that has no line end."""

_QUIET = str.maketrans("", "", "\t\u200c\u200d\ufeff")
"""Characters that control nothing in a log: tab, what joins and parts letters and emoji, byte order marks."""

_ODD = re.compile(rb'[\x00-\x1f\x7f"\\]')
"""What the name of a file cannot hold in a patch, unless it stands in quotes."""

Lines = list[bytes]
"""Lines with their ends."""

Hunk = tuple[int, int, int, int]
"""From which line (from 0) to which, in the old text and in the new one."""


def unified(patch: FilePatch) -> bytes:
    """The diff, byte by byte; its paths are relative to where `git apply` is started."""
    old, new = _lines(patch.before), _lines(patch.after)
    lines = [b"--- /dev/null\n" if patch.is_new else b"--- " + _name("a", patch.path)]
    lines += [b"+++ /dev/null\n" if patch.is_gone else b"+++ " + _name("b", patch.path)]
    for hunk in _hunks(_changes(old, new)):
        lines += _hunk(hunk, old, new)
    return b"".join(lines)


def for_eyes(diff: bytes) -> list[str]:
    """The lines of a diff, in which nothing controls a terminal; line ends and byte order marks are not
    shown."""
    return [safe(_seen(line)) for line in diff.removesuffix(b"\n").split(b"\n")]


def for_a_log(diff: bytes) -> bytes:
    """The diff, in which every line that a build service or the reader of its log would obey is spelt out as
    for eyes; git does not take it then."""
    lines = diff.split(b"\n")
    return b"\n".join(line if _is_quiet(line) else safe(_seen(line)).encode() for line in lines)


def _seen(line: bytes) -> str:
    text = line.decode(errors="replace").removesuffix("\r")
    return text[:1] + text[1:].lstrip("\ufeff")


def _is_quiet(line: bytes) -> bool:
    try:
        said = line.removesuffix(b"\r").decode().translate(_QUIET)
    except UnicodeDecodeError:
        return False
    return safe(said) == said


def _name(side: str, path: str) -> bytes:
    """A path in the head of a diff."""
    name = f"{side}/{path}".encode(errors="surrogateescape")
    if _ODD.search(name):
        return b'"' + _ODD.sub(lambda odd: b"\\%03o" % odd[0][0], name) + b'"\n'
    return name + (b"\t\n" if b" " in name else b"\n")  # a tab says where a name with blanks ends


def _lines(data: bytes) -> Lines:
    *ended, last = data.split(b"\n")
    lines = [line + b"\n" for line in ended]
    return [*lines, last + _UNENDED] if last else lines


def _changes(old: Lines, new: Lines) -> list[Hunk]:
    """Where the texts differ: line by line where they have as many lines, else as one stretch."""
    if len(old) == len(new):
        return [(n, n + 1, n, n + 1) for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    most = min(len(old), len(new))
    first = next((n for n in range(most) if old[n] != new[n]), most)
    last = next((n for n in range(most - first) if old[-1 - n] != new[-1 - n]), most - first)
    return [(first, len(old) - last, first, len(new) - last)]


def _hunks(changes: list[Hunk]) -> Iterator[list[Hunk]]:
    """The changes, those together whose context meets."""
    together: list[Hunk] = []
    for change in changes:
        if together and change[0] - together[-1][1] > 2 * _CONTEXT:
            yield together
            together = []
        together.append(change)
    if together:
        yield together


def _hunk(changes: list[Hunk], old: Lines, new: Lines) -> Lines:
    start = max(0, changes[0][0] - _CONTEXT)
    end = min(len(old), changes[-1][1] + _CONTEXT)
    ahead = changes[-1][3] - changes[-1][1]  # by how many lines the new text is longer up to here
    new_start = changes[0][2] - (changes[0][0] - start)
    lines = [f"@@ -{_range(start, end)} +{_range(new_start, end + ahead)} @@\n".encode()]
    at = start
    for old_start, old_end, new_first, new_end in changes:
        lines += [b" " + line for line in old[at:old_start]]
        lines += [b"-" + line for line in old[old_start:old_end]]
        lines += [b"+" + line for line in new[new_first:new_end]]
        at = old_end
    return [*lines, *(b" " + line for line in old[at:end])]


def _range(start: int, end: int) -> str:
    return f"{start + 1 if end > start else start},{end - start}"
