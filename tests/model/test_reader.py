"""What a file says is read again by itself where it asks of names what it asked before."""

from __future__ import annotations

import pytest

from goalsite.core.config import Config
from goalsite.core.known import Known
from goalsite.model.corpus import read_corpus
from goalsite.model.reader import Record, read_again
from goalsite.model.records import Objective
from goalsite.source.read import read_document, read_documents
from goalsite.source.tree import MemoryTree

GOAL = "goals/core/2026-Q4/trust.md"
FILES = {
    "goals/core/team.md": "# Core\n",
    GOAL: "---\ntitle: Trust\nsupports: [fast]\nteam: core\n---\nA reason.\n",
    "goals/core/2026-Q4/fast.md": "---\ntitle: Fast\n---\n",
}


def again(text: str, files: dict[str, str] = FILES) -> tuple[Record, Record] | None:
    known = Known()
    known.begin()
    documents, _ = read_documents(MemoryTree(files))
    read_corpus(documents, Config(), known)
    document, _ = read_document(text.encode(), GOAL)
    return read_again(known.held()["record", GOAL], document, {}, Config())


def test_what_it_said_and_what_it_says_now_are_told() -> None:
    said = again(FILES[GOAL].replace("title: Trust", "title: More trust"))
    assert said
    before, now = said
    assert isinstance(before, Objective)
    assert isinstance(now, Objective)
    assert (before.title, now.title) == ("Trust", "More trust")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("team: core", "team: other"),
        ("title: Trust", "title: Trust\nid: other"),
        ("title: Trust", "title: Trust\naliases: [other]"),
        ("title: Trust", "titel: Trust"),
        ("---\ntitle", "--\ntitle"),
    ],
)
def test_what_hangs_on_others_or_is_wrong_is_not(old: str, new: str) -> None:
    assert again(FILES[GOAL].replace(old, new)) is None
