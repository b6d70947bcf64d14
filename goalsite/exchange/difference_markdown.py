"""A difference as the Markdown of a comment on a pull request.

Whatever strangers wrote, it mentions nobody, links to nothing, shows no image and ends no fold. It always
fits into one comment: what has no room is counted.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from goalsite.pages.difference_views import DifferencePage, Entry, Section
from goalsite.report.safe import safe

LIMIT = 65_536
"""The characters of a comment on GitHub."""

MARKER = "<!-- goalsite diff -->"
"""Stands first, so that a workflow finds the comment it wrote before."""

_LONGEST = 400
"""Characters of one text."""
_OPEN = 12
"""So many entries or lines of a section are shown unfolded."""
_RESERVE = 400
_STOP = "\N{ZERO WIDTH SPACE}"
# What a host makes something of after Markdown is read: @people, #1, !1, addresses, :emoji:, ids of commits.
_MEANT = re.compile(
    r"[@#!%&~$](?=\w)|(?<=\bGH)-(?=\d)|:(?=//)|(?<=\bwww)\.|:(?=[a-z+-][\w+-]*:)"
    r"|(?<=\b[0-9a-f]{6})(?=[0-9a-f])",
    re.IGNORECASE,
)
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>&~|$^]")
_OPENING = re.compile(r"^(\s*)([-+=#]|\d+(?=[.)]))")


def difference_markdown(page: DifferencePage, limit: int = LIMIT) -> str:
    """The difference in at most `limit` characters: the gist, then sections, the long ones folded."""
    head = [MARKER, f"### {_text(page.title)}", "", *(f"{_text(line)}  " for line in page.gist), ""]
    blocks = ["\n".join(head)]
    room = limit - len(blocks[0]) - len(page.day) - _RESERVE
    left = 0
    for section in page.sections:
        block, missing = _section(section, room)
        left += missing
        if block:
            blocks.append(block)
            room -= len(block) + 1
    if left:
        blocks.append(f"**{_text(page.left_out.format(n=left))}**\n")
    blocks.append(f"<sub>{_markup(page.day)}</sub>\n")
    return "\n".join(blocks)


def _section(section: Section, room: int) -> tuple[str, int]:
    """What fits of a section, and how many lines of it do not."""
    count = len(section.entries) + len(section.lines)
    title = f"{_markup(section.title)} ({count})"
    is_folded = section.aside or count > _OPEN
    opening = f"<details><summary>{title}</summary>\n\n" if is_folded else f"#### {title}\n\n"
    closing = "\n</details>\n" if is_folded else ""
    room -= len(opening) + len(closing)
    told, left = [], 0
    for pieces in (*map(_entry, section.entries), *(iter([f"- {_text(line)}\n"]) for line in section.lines)):
        for number, piece in enumerate(pieces):
            if len(piece) > room:
                left += piece.count("\n")
                if not number:  # the rest is nothing without its beginning
                    left += sum(rest.count("\n") for rest in pieces)
                    break
            else:
                told.append(piece)
                room -= len(piece)
    return (opening + "".join(told) + closing, left) if told else ("", left)


def _entry(entry: Entry) -> Iterator[str]:
    """An entry in pieces: its line with what became of it, what changed, its text."""
    beside = " · ".join(filter(None, (entry.note, entry.by)))
    sign = f"`{entry.sign}` " if entry.sign else ""
    note = f" <sub>{_markup(beside)}</sub>" if beside else ""
    effects = f"  \n  {_text(entry.effects)}" if entry.effects else ""
    yield f"- {sign}**{_text(entry.title)}**{note}{effects}\n"
    for line in entry.lines:
        yield f"  - {_text(line)}\n"
    if entry.body:
        yield _body(entry.body_note, entry.body)


def _body(note: str, lines: Iterable[str]) -> str:
    """The lines of a text in a fold: each begins with its sign, so none of them ends the block."""
    shown = "".join(f"    {line[0]} {_cut(safe(line[1:]))}\n" for line in lines)
    return f"  <details><summary>{_markup(note)}</summary>\n\n    ```diff\n{shown}    ```\n\n  </details>\n"


def _text(said: str) -> str:
    """A text of a stranger as a text within a line of Markdown."""
    shown = _ACTIVE.sub(r"\\\g<0>", _inert(said))
    return _OPENING.sub(lambda found: f"{found[1]}{_opened(found[2])}", shown.strip()) or _STOP


def _opened(begin: str) -> str:
    """What would begin a list or a heading, so that it does not."""
    return f"{begin}{_STOP}" if begin.isdigit() else f"\\{begin}"


def _markup(said: str) -> str:
    """The same as a text within HTML, of which a line of Markdown may consist."""
    return html.escape(_inert(said)).translate({ord(sign): f"&#{ord(sign)};" for sign in "`*_[]~|\\$^"})


def _inert(said: str) -> str:
    """A text in which a host finds nothing to make something of."""
    return _MEANT.sub(lambda found: f"{found[0]}{_STOP}", _cut(safe(said)))


def _cut(said: str) -> str:
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
