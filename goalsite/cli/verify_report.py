"""What `goalsite verify` prints."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from goalsite.model.shapes import shorten
from goalsite.output.manifest import Origin
from goalsite.trust.verdict import Difference

_MOST = 20
_FEW = 3
_LONGEST = 160
"""So much of a path is shown, in characters: a list that a stranger wrote may name any."""


class Outcome(Struct, frozen=True):
    """What came of holding the files of a site against what they should be: against what the commit makes
    where that `was_made`, else against the list. `others` are files that goalsite did not make."""

    name: str
    origin: Origin
    count: int
    wrong: tuple[Difference, ...]
    was_made: bool
    others: tuple[str, ...] = ()


def told(outcome: Outcome) -> Iterator[str]:
    """The outcome, line by line."""
    origin, count, wrong = outcome.origin, outcome.count, outcome.wrong
    made = f"commit {(origin.commit or '')[:7]} makes for {origin.as_of}"
    if wrong:
        wanted = f"what {made}" if outcome.was_made else "as the list has them"
        yield f"{outcome.name}: {len(wrong):,} of {count:,} files are not {wanted}"
        rows = [(shorten(one.path, _LONGEST), one.what) for one in wrong[:_MOST]]
        width = max(len(path) for path, _ in rows)
        yield from (f"  {path:{width}}  {what}" for path, what in rows)
        if len(wrong) > _MOST:
            yield f"  and {len(wrong) - _MOST:,} more"
        yield f"  hint: {_meaning(wrong)}"
    elif outcome.was_made:
        yield f"{outcome.name}: {count:,} files, all of them what {made}"
    else:
        listed = f"{outcome.name}: {count:,} files, all of them as the list has them"
        yield f"{listed}; what they were made from is not proved"
    if outcome.others:
        some = ", ".join(outcome.others[:_FEW]) + (", …" if len(outcome.others) > _FEW else "")
        files = "1 file" if len(outcome.others) == 1 else f"{len(outcome.others):,} files"
        yield f"  {files} beside them that goalsite did not make: {some}"


def _meaning(wrong: tuple[Difference, ...]) -> str:
    """What the differences may mean, and what to do."""
    if any(one.what == "is not what the commit makes" for one in wrong):
        return (
            "another version of goalsite, Python or a library, a shallow clone here or there, or somebody "
            "who changed the list with the files; see docs/how-to/publish.md"
        )
    return "somebody changed them, or the host does; build the site from that commit and publish it again"
