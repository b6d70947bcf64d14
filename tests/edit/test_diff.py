from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from goalsite.edit.diff import unified
from goalsite.edit.patch import FilePatch

LINES = st.lists(st.sampled_from(["a", "b", "好", "", "c d"]), min_size=1, max_size=30)


def text_of(lines: list[str]) -> bytes:
    """The lines as a file."""
    return "".join(f"{line}\n" for line in lines).encode()


def test_a_changed_line_stands_among_those_around_it() -> None:
    old = b"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n"
    patch = FilePatch("goals/a.md", old, old.replace(b"5\n6", b"x\n6").replace(b"\n14\n", b"\ny\n"))
    assert unified(patch) == (
        "--- a/goals/a.md\n+++ b/goals/a.md\n"
        "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"
        "@@ -11,5 +11,5 @@\n 11\n 12\n 13\n-14\n+y\n 15\n"
    )


def test_line_ends_of_windows_are_not_shown_and_control_characters_are_harmless() -> None:
    patch = FilePatch("goals/\x1b[31m.md", b"a\x1b[2J\r\nb\r\n", b"a\x1b[2J\r\nc\r\n")
    shown = unified(patch)
    assert "\x1b" not in shown
    assert "\r" not in shown
    assert shown.split("\n")[0] == "--- a/goals/\\x1B[31m.md"
    assert " a\\x1B[2J\n-b\n+c\n" in shown


@pytest.mark.parametrize("before", [b"", b"a\nb"])
@pytest.mark.parametrize("after", [b"a\nb", b"a\nb\nc\n"])
def test_git_takes_a_diff_of_a_file_without_a_last_line_end_and_of_a_new_one(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    if before == after:
        return
    if before:
        (tmp_path / "a.md").write_bytes(before)
    patch = unified(FilePatch("a.md", before, after, is_new=not before))
    (tmp_path / "patch").write_text(patch, encoding="utf-8")
    subprocess.run(["git", "apply", "--whitespace=nowarn", "patch"], cwd=tmp_path, check=True)
    assert (tmp_path / "a.md").read_bytes() == after


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES, LINES)
def test_git_takes_a_diff_and_makes_the_new_file_of_the_old_one(
    tmp_path: Path, old: list[str], new: list[str]
) -> None:
    assume(old != new)
    (tmp_path / "a.md").write_bytes(text_of(old))
    (tmp_path / "patch").write_text(unified(FilePatch("a.md", text_of(old), text_of(new))), encoding="utf-8")
    subprocess.run(["git", "apply", "--whitespace=nowarn", "patch"], cwd=tmp_path, check=True)
    assert (tmp_path / "a.md").read_bytes() == text_of(new)
