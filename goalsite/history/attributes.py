"""What the attributes of a repository say of its files."""

from __future__ import annotations

from pathlib import Path

from goalsite.history.git import ask


def merges_by_union(root: Path, path: str) -> bool | None:
    """Whether git keeps the lines of both sides where two branches added some to a file; None where `root`
    lies in no repository."""
    said = ask(root, "check-attr", "-z", "merge", "--", path)
    return None if said is None else said.split(b"\0")[2:3] == [b"union"]
