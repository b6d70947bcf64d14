"""The facts of files that are others in another tree."""

from __future__ import annotations

from goalsite.history.versions import facts_of
from goalsite.source.tree import MemoryTree


def test_only_files_that_differ_are_read() -> None:
    one = MemoryTree(
        {"a.md": "---\ntitle: A\n---\n", "b.md": "---\ntitle: B\n---\n", "c.md": "---\nx: [\n---\n"}
    )
    other = MemoryTree({"a.md": "---\ntitle: A\n---\n", "b.md": "---\ntitle: C\n---\n"})
    kinds = dict.fromkeys(("a.md", "b.md", "c.md", "gone.md"), "objective")
    found = facts_of(one, other, kinds)
    assert found.keys() == {"b.md"}
    assert found["b.md"][(), "title"] == "B"
