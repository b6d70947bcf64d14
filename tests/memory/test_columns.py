"""Files in columns are the files they were made of."""

from __future__ import annotations

import marshal

import pytest

from goalsite.memory.columns import from_plain, in_columns
from goalsite.memory.listing import Seen

MANY = {
    "goals/b.md": Seen((1, 2**62, 2**70, 2**64 - 1), b"\0one"),
    "goals/a.md": Seen((-1, 0, 0, 0), b""),
    "goals/caf\udce9.md": Seen((3, -5, 6, 7), b"link"),
}


@pytest.mark.parametrize("seen", [MANY, {"a": Seen((1, 2, 3, 4), b"x")}, {}])
def test_what_was_seen_comes_back(seen: dict[str, Seen]) -> None:
    columns = in_columns(seen)
    again = from_plain(marshal.loads(marshal.dumps(columns.plain())))
    assert again == columns
    assert again.seen() == seen


def test_files_are_sorted_by_path() -> None:
    assert in_columns(MANY).paths == sorted(MANY)
