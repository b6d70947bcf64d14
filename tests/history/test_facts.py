"""What a version says, field by field; read in blocks it says what it says as a whole."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.history.facts import Read, Reader, Version, differences
from goalsite.history.records import Fact, Part


def read(front: str, kind: str = "objective", body: str = "") -> Read:
    """What a file with this front matter says."""
    found = Reader().read(f"---\n{front}---\n{body}".encode(), kind)
    assert found is not None
    return found


def facts(front: str, kind: str = "objective") -> dict[tuple[Part, str], Fact]:
    return read(front, kind).facts


def test_a_version_is_known_by_its_id_aliases_and_what_it_says_now() -> None:
    front = """id: fast
aliases: [2026-Q3/fast, quick]
key_results:
  - id: p50
    metric: {unit: min, target: 5}
    current: 12.5 min
    confidence: 7/10
    reported: at_risk
    note: cache   warm
    checked: 2026-10-09
  - id: move
    milestones: [{title: First, done: true}, {title: Second, done: 2026-10-01}]
  - title: All at once
    binary: {done: true}
"""
    said = ("p50", (12.5, 0.7, "at_risk", "cache warm", "2026-10-09"))
    done = (("move", "First"), (" All at once", ""))
    assert read(front).version == Version("fast", ("2026-Q3/fast", "quick"), (said,), done)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("weight: 1\n", "weight: 1.0\n"),
        ("weight: 1\n", ""),
        ("status: active\n", ""),
        ("title: Fast\n", "title: 'Fast'\n"),
        ("supports: [a, b]\n", "supports:\n- b\n- a\n"),
        ("owner: ada\n", "owner: '@ada'\n"),
        ("tags: [a, b, a]\n", "tags: [a, b]\n"),
        ("contributes: [win]\n", "contributes: [{to: win}]\n"),
        ("due: 2026-12-01\n", "due: '2026-12-01'\n"),
    ],
)
def test_what_is_written_otherwise_says_the_same(one: str, other: str) -> None:
    assert differences(facts(one), facts(other)) == ()


def test_what_no_reader_takes_is_a_fact_as_it_is_written() -> None:
    found = facts("weight: heavy\nkey_results:\n  - id: a\n    metric: {target: soon}\n    current: none\n")
    assert found[(), "weight"] == "heavy"
    assert (found[("key_result", "a"), "target"], found[("key_result", "a"), "current"]) == (
        "soon",
        "none",
    )


def test_a_title_may_be_the_first_heading() -> None:
    assert read("owner: ada\n", body="# Fast builds\n").facts[(), "title"] == "Fast builds"


@pytest.mark.parametrize("kind", ["objective", "kpi", "team", "person"])
def test_every_kind_of_file_has_facts(kind: str) -> None:
    assert facts("title: Fast\n", kind)[(), "title"] == "Fast"
    assert facts("kind: kpi\nunit: h\n", kind)[(), "unit"] == "h"


@pytest.mark.parametrize(
    "data",
    [
        *(b"---\nx: [\n---\n", b"---\n- a\n---\n", b"---\na: &b c\n---\n"),
        *(b"---\n", b"\xff\xfe", b"\0", b"x" * 300_000),
    ],
)
def test_what_cannot_be_read_says_nothing(data: bytes) -> None:
    assert Reader().read(data, "objective") is None


LINES = [
    "title: Fast", "title: 'Fast", "builds'", "title: |", "  Fast", "id: fast", "id: [", "]", "owner: ada",
    "supports:", "- win", "  - win", "key_results:", "key_results: ", "key_results: []",
    "  - id: a",
    "    title: One", "    metric: {target: 5}", "    current: 4", "  - id: b", "    note: |", "      two",
    "      - lines", "  -", "  - {id: c, current: 1}", "- id: d", "  current: 2", "# aside", "", "...",
    "--- x",
    "? odd", "'quoted': x", "aliases: [a, b]", "x: &a b", "\ttab: x", "kind: kpi",
    "targets: [{from: 2026-01-01, target: 5}]",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_blocks_by_themselves_say_what_the_whole_says(lines: list[str]) -> None:
    data = "\n".join(["---", *lines, "---", "# Heading", ""]).encode()
    in_blocks = Reader().read(data, "objective")
    with patch("goalsite.history.facts.blocks", lambda front: [front]):
        assert in_blocks == Reader().read(data, "objective")


@given(st.lists(st.lists(st.sampled_from(LINES), max_size=8), min_size=2, max_size=5))
def test_what_was_read_before_changes_nothing(versions: list[list[str]]) -> None:
    reader = Reader()
    for lines in versions:
        data = "\n".join(["---", *lines, "---", ""]).encode()
        assert reader.read(data, "objective") == Reader().read(data, "objective")


def test_a_person_is_the_same_in_any_case() -> None:
    one, other = facts("owner: ada\ncontributors: [Bo, cy]\n"), facts("owner: Ada\ncontributors: [cy, bo]\n")
    assert differences(one, other) == ()
    nobody = facts("contributors: [bo, cy]\n")
    assert differences(nobody, facts("owner: none\ncontributors: [bo, cy]\n")) == (
        ((), "owner", None, "none"),
    )
