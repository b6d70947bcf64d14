from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.edit.changes import Append, Assign, Change, Delete, Insert, Path, Rename, Respell
from goalsite.edit.document import edited, says_at_last, source
from goalsite.edit.meaning import Meaning, changed
from goalsite.edit.splices import as_text

GOAL = """\
---
title:   Every engineer trusts a green build   # why
owner:   # nobody yet
tags:
key_results:
    - id: p50
      metric: { unit: min,   baseline: 14 , target: 5 }
      checkins:
      - {date: 2026/10/09, value: 12.5, note: "cache, warm"}   # first
      -   {date: 2026-10-16 , value: 11}

    # the second one
    - id: '二'
      title: “信任” ：每一次构建
      description: |
        多行
          文字
reviews: [ {date: 2026-11-02,by: sam} , {date: 2026-11-09} ]
empty: []
none: {}
---
owner: the body says this, too
"""


def lines_changed(*changes: Change, goal: str = GOAL) -> list[str]:
    """The lines that went, with `-`, and those that came, with `+`; the others stand as they were."""
    after = edited(goal.encode(), "a.md", changes)
    assert after is not None
    old, new = goal.split("\n"), after.decode().split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return [*(f"-{line}" for line in old), *(f"+{line}" for line in new)]


def test_a_scalar_is_replaced_and_its_comment_stays() -> None:
    path = ("key_results", 0, "checkins", 0, "date")
    assert lines_changed(Assign(path, "2026-10-09")) == [
        '-      - {date: 2026/10/09, value: 12.5, note: "cache, warm"}   # first',
        '+      - {date: 2026-10-09, value: 12.5, note: "cache, warm"}   # first',
    ]


def test_a_scalar_keeps_its_quotes() -> None:
    assert lines_changed(Assign(("key_results", 1, "id"), "it's")) == [
        "-    - id: '二'",
        "+    - id: 'it''s'",
    ]


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("a: [b ]", Assign(("a", 0), "-"), 'a: ["-" ]'),
        ("a: [b , c]", Assign(("a", 0), "-"), 'a: ["-" , c]'),
        ("a: {k: b }", Assign(("a", "k"), "-"), 'a: {k: "-" }'),
        ("a: {k : b}", Rename(("a", "k"), "-"), 'a: {"-" : b}'),
        ("a : b", Rename(("a",), "-"), '"-" : b'),
        ("a: [b ]", Assign(("a", 0), "-c"), "a: [-c ]"),
    ],
)
def test_a_dash_alone_is_quoted_since_a_blank_behind_it_would_begin_an_item(
    before: str, change: Change, after: str
) -> None:
    assert edited(before.encode(), "config.yaml", [change]) == after.encode()


def test_a_missing_value_is_written_behind_its_colon() -> None:
    assert lines_changed(Assign(("owner",), "ada")) == [
        "-owner:   # nobody yet",
        "+owner: ada   # nobody yet",
    ]


def test_a_block_scalar_becomes_a_text_on_one_line() -> None:
    assert lines_changed(Assign(("key_results", 1, "description"), "short")) == [
        "-      description: |",
        "-        多行",
        "-          文字",
        "+      description: short",
    ]


def test_an_item_is_appended_as_the_others_are_written() -> None:
    path = ("key_results", 0, "checkins")
    assert lines_changed(Append(path, {"date": "2026-10-23", "note": "a, b: c"})) == [
        '+      -   {date: 2026-10-23, note: "a, b: c"}'
    ]
    assert lines_changed(Append(("key_results",), {"id": "p3", "metric": {"target": 5}})) == [
        "+    - id: p3",
        "+      metric: {target: 5}",
    ]
    assert lines_changed(Append(("reviews",), {"date": "2026-11-16"})) == [
        "-reviews: [ {date: 2026-11-02,by: sam} , {date: 2026-11-09} ]",
        "+reviews: [ {date: 2026-11-02,by: sam} , {date: 2026-11-09}, {date: 2026-11-16} ]",
    ]


def test_an_item_begins_a_list_that_is_empty_or_not_there() -> None:
    assert lines_changed(Append(("empty",), "ci")) == ["-empty: []", "+empty: [ci]"]
    assert lines_changed(Append(("tags",), "ci")) == ["-tags:", "+tags: [ci]"]


def test_a_key_is_inserted_behind_another_or_last() -> None:
    assert lines_changed(Insert(("key_results", 1), "weight", 2, after="id")) == ["+      weight: 2"]
    assert lines_changed(Insert((), "status", "closed", after="title")) == ["+status: closed"]
    assert lines_changed(Insert((), "status", "closed")) == ["+status: closed"]
    assert lines_changed(Insert(("key_results", 0, "metric"), "kpi", "a")) == [
        "-      metric: { unit: min,   baseline: 14 , target: 5 }",
        "+      metric: { unit: min,   baseline: 14 , target: 5, kpi: a }",
    ]
    assert lines_changed(Insert(("none",), "a", 1)) == ["-none: {}", "+none: {a: 1}"]


def test_a_key_or_item_is_deleted_with_its_lines() -> None:
    assert lines_changed(Delete(("title",))) == [
        "-title:   Every engineer trusts a green build   # why",
    ]
    assert lines_changed(Delete(("key_results", 0, "checkins", 1))) == [
        "-      -   {date: 2026-10-16 , value: 11}"
    ]
    assert lines_changed(Delete(("key_results", 0, "metric", "baseline"))) == [
        "-      metric: { unit: min,   baseline: 14 , target: 5 }",
        "+      metric: { unit: min , target: 5 }",
    ]


def test_the_first_key_of_an_item_is_deleted_and_the_next_takes_its_place() -> None:
    assert lines_changed(Delete(("key_results", 0, "id"))) == [
        "-    - id: p50",
        "-      metric: { unit: min,   baseline: 14 , target: 5 }",
        "+    - metric: { unit: min,   baseline: 14 , target: 5 }",
    ]


def test_the_last_item_leaves_an_empty_list() -> None:
    after = edited(b"a:\n  - x # why\nb: 1\n", "config.yaml", [Delete(("a", 0))])
    assert after == b"a: [] # why\nb: 1\n"


def test_a_comment_between_a_key_and_its_list_stays() -> None:
    after = edited(b"a:  # who\n- x\n- y\nb: 1\n", "config.yaml", [Assign(("a",), [])])
    assert after == b"a:  # who\n  []\nb: 1\n"


def test_a_key_is_renamed_where_it_stands() -> None:
    assert lines_changed(Rename(("key_results", 0, "metric", "target"), "red")) == [
        "-      metric: { unit: min,   baseline: 14 , target: 5 }",
        "+      metric: { unit: min,   baseline: 14 , red: 5 }",
    ]


def test_several_changes_all_speak_of_the_document_before() -> None:
    changes = (
        Delete(("key_results", 0)),
        Rename(("key_results", 1, "id"), "x"),
        Rename(("key_results",), "krs"),
    )
    after = edited(GOAL.encode(), "a.md", changes)
    assert after is not None
    assert "\nkrs:\n" in after.decode()
    assert "    # the second one\n    - x: '二'\n" in after.decode()


def test_a_value_is_written_anew() -> None:
    change = Respell(("key_results", 0, "metric"), "{target: 5}")
    assert lines_changed(change)[1:] == ["+      metric: {target: 5}"]


def test_byte_order_mark_line_ends_and_body_stay() -> None:
    data = ("\ufeff" + GOAL.replace("\n", "\r\n")).encode()
    after = edited(
        data, "a.md", [Assign(("owner",), "ada"), Append(("key_results", 0, "checkins"), {"value": 3})]
    )
    assert after is not None
    expected = data.replace(b"owner:   #", b"owner: ada   #")
    old = "      -   {date: 2026-10-16 , value: 11}\r\n"
    assert after == expected.replace(old.encode(), (old + "      -   {value: 3}\r\n").encode())


@pytest.mark.parametrize(
    "change",
    [
        Assign(("nobody",), "x"),
        Assign(("key_results", 2, "id"), "x"),
        Assign(("owner",), "bell \x07"),
        Append(("title",), "x"),
        Append(("none",), "x"),
        Insert((), "title", "x"),
        Insert((), "new", "x", after="nobody"),
        Insert(("tags", 0), "new", "x"),
        Delete(()),
        Delete(("nobody",)),
        Rename(("owner",), "title"),
        Rename(("key_results", 0), "title"),
        Rename((), "title"),
        Respell(("title",), "[a"),
        Respell(("title",), "a: b"),
    ],
)
def test_a_change_that_has_no_place_is_refused(change: Change) -> None:
    assert edited(GOAL.encode(), "a.md", [change]) is None


def test_changes_that_overlap_are_refused() -> None:
    changes = (Assign(("key_results", 0, "metric"), "x"), Assign(("key_results", 0, "metric", "unit"), "y"))
    assert edited(GOAL.encode(), "a.md", changes) is None


@pytest.mark.parametrize(
    "text",
    ["no front matter\n", "---\ntitle: never closed\n", "---\na: [\n---\n", "---\na: &x 1\n---\n", "\0"],
)
def test_a_file_that_cannot_be_read_is_refused(text: str) -> None:
    assert edited(text.encode(), "a.md", [Insert((), "a", 1)]) is None
    assert edited(b"\xff\xfe", "a.md", [Insert((), "a", 1)]) is None


def test_a_first_key_is_written_where_there_is_none() -> None:
    assert edited(b"---\n---\nbody\n", "a.md", [Insert((), "title", "x")]) == b"---\ntitle: x\n---\nbody\n"
    assert edited(b"# only this", "config.yaml", [Insert((), "title", "x")]) == b"# only this\ntitle: x\n"


def test_a_file_without_a_last_line_end_can_be_longer() -> None:
    assert (
        edited(b"a:\n- b", "config.yaml", [Append(("a",), "c"), Insert((), "d", 1)]) == b"a:\n- b\n- c\nd: 1"
    )


@dataclass
class Author:
    """Writes documents in every style that authors have, and notes where each scalar stands."""

    data: st.DataObject
    out: str = ""
    scalars: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def pick(self, *choices: str) -> str:
        return self.data.draw(st.sampled_from(choices))

    def scalar(self, path: Path) -> None:
        text = self.pick(
            "a",
            "2026/10/05",
            "信任，很好",
            "'it''s'",
            '"say \\"hi\\", 好"',
            "12.5",
            "a b",
            "“x”：y",
            "true",
            "-3",
            "a#b",
        )
        self.scalars[path] = (len(self.out), len(self.out) + len(text))
        self.out += text

    def flow(self, path: Path, depth: int) -> None:
        kind = self.pick("scalar", "list", "mapping") if depth < 3 else "scalar"
        if kind == "scalar":
            self.scalar(path)
            return
        self.out += ("[" if kind == "list" else "{") + self.pick("", " ")
        for at in range(self.data.draw(st.integers(0, 3))):
            self.out += self.pick(", ", " , ", ",  ", "," if kind == "list" else ", ") if at else ""
            self.out += f"k{at}: " if kind == "mapping" else ""
            self.flow((*path, f"k{at}" if kind == "mapping" else at), depth + 1)
        self.out += self.pick("", " ") + ("]" if kind == "list" else "}")

    def end_of_line(self) -> None:
        self.out += (
            self.pick("", "", "  ", " # 注：why", "   #")
            + "\n"
            + self.pick("", "", "", "\n", "# c: d\n", "   \n")
        )

    def mapping(self, path: Path, indent: int, depth: int, begun: bool = False) -> None:
        for at in range(self.data.draw(st.integers(1, 3))):
            self.out += "" if begun and not at else " " * indent
            self.out += self.pick(f"k{at}", f"k{at}", f"'k{at}'") + ":"
            self.value((*path, f"k{at}"), indent, depth)

    def value(self, path: Path, indent: int, depth: int) -> None:
        kind = self.pick("flow", "flow", "list", "mapping", "text", "null") if depth < 3 else "flow"
        step = self.data.draw(st.integers(1, 4))
        if kind == "flow":
            self.out += self.pick(" ", "   ")
            self.flow(path, depth)
            self.end_of_line()
        elif kind == "text":
            inner = " " * (indent + step)
            self.out += f" {self.pick('|', '>', '|-', '>-')}\n{inner}文字 # no comment\n{inner}  k0: b\n"
        elif kind == "null":
            self.end_of_line()
        elif kind == "mapping":
            self.out += "\n"
            self.mapping(path, indent + step, depth + 1)
        else:
            self.out += "\n"
            self.items(path, indent + self.data.draw(st.integers(0, 3)), depth)

    def items(self, path: Path, indent: int, depth: int) -> None:
        for at in range(self.data.draw(st.integers(1, 3))):
            gap = self.data.draw(st.integers(1, 3))
            self.out += f"{' ' * indent}-{' ' * gap}"
            if self.pick("flow", "mapping") == "mapping" and depth < 3:
                self.mapping((*path, at), indent + 1 + gap, depth + 1, begun=True)
            else:
                self.flow((*path, at), depth)
                self.end_of_line()

    def file(self) -> bytes:
        """A Markdown file; the offsets of scalars count its text with plain line ends."""
        self.out = "---\n"
        self.mapping((), 0, 0)
        self.out += "---\nbody: k0\n"
        mark = self.pick("", "\ufeff")
        return (mark + self.out.replace("\n", self.pick("\n", "\n", "\r\n", "\r"))).encode()


NEW = st.text(st.sampled_from("ab1好，：:#,[]{}\"'\\ -?&*|>%@`~"), max_size=10)


def paths(says: Meaning, path: Path = ()) -> list[tuple[Path, Meaning]]:
    """Every node of a document by its path."""
    found = [(path, says)]
    for step, inner in says if isinstance(says, tuple) else enumerate(says) if isinstance(says, list) else ():
        found += paths(inner, (*path, step))
    return found


@given(st.data(), NEW)
def test_an_assigned_scalar_is_all_that_changes(data: st.DataObject, new: str) -> None:
    author = Author(data)
    before = author.file()
    if not author.scalars:
        return
    path = data.draw(st.sampled_from(sorted(author.scalars, key=str)))
    after = edited(before, "a.md", [Assign(path, new)])
    assert after is not None
    start, end = author.scalars[path]
    text = as_text(after)
    assert text.startswith(author.out[:start])
    assert text.endswith(author.out[end:])
    assert (path, new) in paths(says_at_last(after, "a.md"))
    assert edited(after, "a.md", [Assign(path, new)]) == after


@given(st.data(), NEW)
def test_whatever_is_changed_says_what_was_meant_and_its_lines_alone_differ(
    data: st.DataObject, new: str
) -> None:
    before = Author(data).file()
    nodes = paths(says_at_last(before, "a.md"))
    path, says = data.draw(st.sampled_from(nodes))
    changes: list[Change] = [Assign(path, new), Assign(path, {"x": [new]}), Delete(path), Append(path, new)]
    changes += [Insert(path, "new", new), Append(path, {"x": new, "y": 1}), Rename(path, "new")]
    change = data.draw(st.sampled_from(changes))
    after = edited(before, "a.md", [change])
    if after is None:
        fits = {
            Append: says is None or isinstance(says, list),
            Insert: says is None or isinstance(says, tuple),
            Rename: bool(path) and isinstance(path[-1], str),
        }
        assert not fits.get(type(change), True) or path == ()
        return
    there, then = source(before, "a.md"), source(after, "a.md")
    assert there is not None
    assert then is not None
    assert says_at_last(after, "a.md") == changed(says_at_last(before, "a.md"), [change])
    assert then.rest == there.rest
    gone = [line for line in there.yaml.split("\n") if line.lstrip().startswith("#")]
    kept = [line for line in then.yaml.split("\n") if line.lstrip().startswith("#")]
    assert gone == kept or isinstance(change, Assign | Delete)
