from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.source.globs import Globs


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("goals/old.md", "goals/old.md"),
        ("goals/*.tmp.md", "goals/x.tmp.md"),
        ("goals/draft?.md", "goals/draft1.md"),
        ("goals/[ab].md", "goals/b.md"),
        ("**/drafts/*.md", "goals/platform/drafts/x.md"),
        ("**/drafts/*.md", "drafts/x.md"),
        ("goals/**/x.md", "goals/x.md"),
        ("goals/**/x.md", "goals/a/b/x.md"),
        ("goals/**/b/**/c", "goals/b/b/a/c"),
        ("site", "site/goals/a/index.html"),  # a folder takes along what lies below it
        ("./site/", "site/index.html"),
        ("/goals/目标", "goals/目标/a.md"),
        ("**", "anything/at/all"),
    ],
)
def test_a_glob_matches(glob: str, path: str) -> None:
    assert Globs([glob]).match(path)


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("goals/*.md", "goals/a/b.md"),  # a star stays within its segment
        ("*.md", "goals/a.md"),  # globs begin at the root of the repository
        ("goals/Old.md", "goals/old.md"),
        ("goals/a", "goals/ab"),
        ("goals/a/b", "goals/a"),
        ("", "goals/a"),
        ("/", "goals/a"),
    ],
)
def test_a_glob_does_not_match(glob: str, path: str) -> None:
    assert not Globs([glob]).match(path)


def test_without_globs_nothing_matches() -> None:
    assert not Globs().match("goals/a.md")


@pytest.mark.parametrize("glob", ["*a" * 2_000 + "b", "**/a/" * 2_000 + "b", "**/*a*a*a/" * 500 + "b"])
def test_a_hostile_glob_takes_no_hostile_time(glob: str) -> None:
    globs = Globs([glob])
    begin = time.process_time()
    assert not globs.match("a" * 4_000 + "c")
    assert not globs.match("a/" * 2_000 + "c")
    assert time.process_time() - begin < 5


@given(st.text(), st.text())
def test_any_glob_is_matched_without_failing(glob: str, path: str) -> None:
    assert Globs([glob]).match(path) in (True, False)


@given(
    st.lists(st.sampled_from("ab"), min_size=1, max_size=6),
    st.lists(st.sampled_from(["a", "b", "**"]), max_size=6),
)
def test_a_double_star_stands_for_any_number_of_segments(path: list[str], pattern: list[str]) -> None:
    def slow(segments: list[str], rest: list[str]) -> bool:
        if not rest:
            return True  # what lies below a match is matched
        if rest[0] == "**":
            return any(slow(segments[i:], rest[1:]) for i in range(len(segments) + 1))
        return bool(segments) and segments[0] == rest[0] and slow(segments[1:], rest[1:])

    assert Globs(["/".join(pattern)]).match("/".join(path)) == (bool(pattern) and slow(path, pattern))
