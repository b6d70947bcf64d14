from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from goalsite.edit.diff import for_a_log, for_eyes, unified
from goalsite.edit.patch import FilePatch

LINES = st.lists(
    st.sampled_from(
        ["a", "b", "好", "", "c d", "a\r", "\tb", "a\rb", "👩\u200d🔧", "\ufeffa", "\x1b[2J", "-- a"]
    ),
    min_size=1,
    max_size=30,
)


def text_of(lines: list[str]) -> bytes:
    """The lines as a file."""
    return "".join(f"{line}\n" for line in lines).encode()


def test_a_changed_line_stands_among_those_around_it() -> None:
    old = b"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n"
    patch = FilePatch("goals/a.md", old, old.replace(b"5\n6", b"x\n6").replace(b"\n14\n", b"\ny\n"))
    assert unified(patch) == (
        b"--- a/goals/a.md\n+++ b/goals/a.md\n"
        b"@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"
        b"@@ -11,5 +11,5 @@\n 11\n 12\n 13\n-14\n+y\n 15\n"
    )


def test_for_eyes_line_ends_are_not_shown_and_control_characters_are_harmless() -> None:
    patch = FilePatch("goals/\x1b[31m.md", b"\xef\xbb\xbfa\x1b[2J\r\nb\r\n", b"\xef\xbb\xbfa\x1b[2J\r\nc\r\n")
    assert for_eyes(unified(patch)) == [
        '--- "a/goals/\\033[31m.md"',
        '+++ "b/goals/\\033[31m.md"',
        "@@ -1,2 +1,2 @@",
        " a\\x1B[2J",
        "-b",
        "+c",
    ]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x", " \\x3A:error::x"),
        ("a\r::error::x", " a\\x0D::error::x"),
        ("##vso[task.x]", " #\\x23vso[task.x]"),
        ("##\u200d[group]", " ##\\u{200D}[group]"),
        ("\x1b[2J", " \\x1B[2J"),
        ("\u202eabc", " \\u{202E}abc"),
        ("\x9b2J", " \\x9B2J"),
        ("a\tb\r", " a\tb\r"),
        ("👩\u200d🔧", " 👩\u200d🔧"),
        ("\ufeffkey: a :: b", " \ufeffkey: a :: b"),
    ],
)
def test_in_a_log_only_what_it_would_obey_is_spelt_out(line: str, shown: str) -> None:
    old = f"{line}\nb\n".encode()
    diff = for_a_log(unified(FilePatch("a.md", old, old + b"c\n")))
    assert diff.decode().split("\n")[3:] == [shown, " b", "+c", ""]


def test_in_a_log_bytes_that_are_no_text_are_spelt_out() -> None:
    assert b"\x9b" not in for_a_log(unified(FilePatch("a.md", b"\x9b2J\n", b"")))


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
    (tmp_path / "patch").write_bytes(patch)
    subprocess.run(["git", "apply", "--whitespace=nowarn", "patch"], cwd=tmp_path, check=True)
    assert (tmp_path / "a.md").read_bytes() == after


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES, LINES)
def test_git_takes_a_diff_and_makes_the_new_file_of_the_old_one(
    tmp_path: Path, old: list[str], new: list[str]
) -> None:
    assume(old != new)
    (tmp_path / "a.md").write_bytes(text_of(old))
    (tmp_path / "patch").write_bytes(unified(FilePatch("a.md", text_of(old), text_of(new))))
    subprocess.run(["git", "apply", "--whitespace=nowarn", "patch"], cwd=tmp_path, check=True)
    assert (tmp_path / "a.md").read_bytes() == text_of(new)


@pytest.mark.parametrize(
    "name", ["our goals/a.md", "Ziele/Qualität 好.md", 'a "b".md', "a\\b.md", "a\tb.md", "a\nb.md"]
)
@pytest.mark.parametrize("kind", ["changed", "new", "gone"])
def test_git_takes_a_diff_of_a_file_of_any_name(tmp_path: Path, name: str, kind: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    if kind != "new":
        file.write_bytes(b"old\n")
    before, after = b"" if kind == "new" else b"old\n", b"" if kind == "gone" else b"new\n"
    patch = FilePatch(name, before, after, is_new=kind == "new", is_gone=kind == "gone")
    subprocess.run(["git", "apply"], input=unified(patch), cwd=tmp_path, check=True)
    assert (file.read_bytes() if file.exists() else b"") == after
