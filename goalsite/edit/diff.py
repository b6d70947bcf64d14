"""A patch as a unified diff, safe to print: control characters of the files are shown, never sent."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.edit.patch import FilePatch
from goalsite.report.safe import safe
from goalsite.source.decode import plain_lines

_CONTEXT = 3
_UNENDED = "\n"
"""What stands at the end of a last line that has no line end."""

Hunk = tuple[int, int, int, int]
"""From which line (from 0) to which, in the old text and in the new one."""


def unified(patch: FilePatch) -> str:
    """The diff, ending in a line end; a line end of CR LF is shown as any other."""
    old, new = _lines(patch.before), _lines(patch.after)
    name = safe(patch.path)
    lines = ["--- /dev/null" if patch.is_new else f"--- a/{name}"]
    lines += ["+++ /dev/null" if patch.is_gone else f"+++ b/{name}"]
    for hunk in _hunks(_changes(old, new)):
        lines += _hunk(hunk, old, new)
    return "\n".join(lines) + "\n"


def _lines(data: bytes) -> list[str]:
    if not data:
        return []
    lines = plain_lines(data.decode(errors="replace")).split("\n")
    return lines[:-1] if not lines[-1] else [*lines[:-1], lines[-1] + _UNENDED]


def _changes(old: list[str], new: list[str]) -> list[Hunk]:
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


def _hunk(changes: list[Hunk], old: list[str], new: list[str]) -> list[str]:
    start = max(0, changes[0][0] - _CONTEXT)
    end = min(len(old), changes[-1][1] + _CONTEXT)
    ahead = changes[-1][3] - changes[-1][1]  # by how many lines the new text is longer up to here
    new_start = changes[0][2] - (changes[0][0] - start)
    lines = [f"@@ -{_range(start, end)} +{_range(new_start, end + ahead)} @@"]
    at = start
    for old_start, old_end, new_first, new_end in changes:
        lines += [f" {_shown(line)}" for line in old[at:old_start]]
        lines += [f"-{_shown(line)}" for line in old[old_start:old_end]]
        lines += [f"+{_shown(line)}" for line in new[new_first:new_end]]
        at = old_end
    return [*lines, *(f" {_shown(line)}" for line in old[at:end])]


def _shown(line: str) -> str:
    said = safe(line.removesuffix(_UNENDED))
    return f"{said}\n\\ No newline at end of file" if line.endswith(_UNENDED) else said


def _range(start: int, end: int) -> str:
    return f"{start + 1 if end > start else start},{end - start}"
