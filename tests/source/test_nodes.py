"""A document whose head is remembered is the document that its file is."""

from __future__ import annotations

import pickle
from functools import partial

import pytest

from goalsite.core.diagnostics import Diagnostic
from goalsite.core.known import alike
from goalsite.memory.packing import packed, unpacked
from goalsite.source.nodes import Document, KeptDocument
from goalsite.source.read import read_document

PATH = "goals/2026-Q4/a.md"
GOAL = b"---\nid: fast\ntitle: Fast\naliases: [slow]\nlint: {Q104: for now}\n---\nAsk @ada of [[b]].\n"


def read(data: bytes) -> tuple[Document, tuple[Diagnostic, ...]]:
    return read_document(data, PATH)


def unreadable() -> tuple[Document, object]:
    raise AssertionError("the file was read")


@pytest.mark.parametrize("data", [GOAL, b"A page.\n", b"---\n- a\n---\n", b"---\n: [\n---\n", b"\xff", b""])
def test_all_of_it_is_there_once_it_is_asked_for(data: bytes) -> None:
    document, _ = read(data)
    kept = unpacked(packed(document))
    kept.read_by(partial(read, data))
    assert isinstance(kept, KeptDocument)
    for name in ("head", "has_front", "path", "broken", "front", "body", "body_line", "mentions"):
        assert getattr(kept, name) == getattr(document, name)


def test_the_head_is_there_without_the_file() -> None:
    kept = unpacked(packed(read(GOAL)[0]))
    kept.read_by(unreadable)
    assert [key.text for key, _ in kept.head] == ["id", "aliases", "lint"]
    assert (kept.path, kept.has_front, kept.broken) == (PATH, True, False)
    assert len(packed(kept)) == len(packed(read(GOAL)[0]))
    with pytest.raises(AssertionError, match="the file was read"):
        assert kept.body


def test_another_process_can_read_the_file_as_well() -> None:
    kept = unpacked(packed(read(GOAL)[0]))
    kept.read_by(partial(read, GOAL))
    assert pickle.loads(pickle.dumps(kept)).body == "Ask @ada of [[b]].\n"


def test_what_is_read_when_it_is_asked_for_is_alike_itself_alone() -> None:
    one, other = (unpacked(packed(read(GOAL)[0])) for _ in range(2))
    assert alike((one,), (one,))
    assert not alike((one,), (other,))
