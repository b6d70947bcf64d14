"""What is to be done so that a place holds a site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.deliver.changes import changes
from goalsite.output.errors import PublishError

PATHS = st.sampled_from(["a", "a/b", "a/b/c", "b", "b/index.html", "CNAME", "manifest.json"])


@given(
    held=st.dictionaries(PATHS, st.sampled_from("xy")),
    listed=st.sets(PATHS),
    wanted=st.dictionaries(PATHS, st.sampled_from("xy")),
)
def test_afterwards_the_site_is_there_and_what_others_put_there_too(
    held: dict[str, str], listed: set[str], wanted: dict[str, str]
) -> None:
    foreign = {path: mark for path, mark in held.items() if path not in listed}
    try:
        plan = changes(held, listed, wanted, "here")
    except PublishError:  # something of others is in the way, which is the next but one test
        return
    after = {path: mark for path, mark in held.items() if path not in plan.removed}
    after |= {path: wanted[path] for path in plan.written}
    assert after.items() >= wanted.items()
    assert after == foreign | wanted
    assert plan.unchanged == len(wanted) - len(plan.written)


def test_what_a_page_needs_comes_before_it_and_the_list_of_files_last() -> None:
    wanted = dict.fromkeys(
        ["index.html", "manifest.json", "goals/a/index.html", "assets/a.css", "goals.json"], "x"
    )
    plan = changes({}, set(), wanted, "here")
    assert plan.written == ("assets/a.css", "goals/a/index.html", "index.html", "goals.json", "manifest.json")


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("index.html", "index.html"), ("goals", "goals/a/index.html"), ("goals/a/index.html", "goals")],
)
def test_what_others_put_in_the_way_is_named(theirs: str, ours: str) -> None:
    with pytest.raises(PublishError) as refusal:
        changes({theirs: "theirs", "old": "x"}, {"old"}, {ours: "ours"}, "gh-pages at origin")
    assert refusal.value.message.startswith(f"{theirs} at gh-pages at origin is in the way")


def test_a_file_of_others_with_the_very_bytes_of_the_site_is_the_site_s() -> None:
    assert changes({"a": "x"}, set(), {"a": "x"}, "here").unchanged == 1
