from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.diagnostics import Mark
from goalsite.model import shapes
from goalsite.model.shapes import Reading, Shape, Values, shorten, span
from goalsite.source import yaml
from goalsite.source.nodes import Node

TASK = Shape("a task", {"title": shapes.line, "due": shapes.day, "size": shapes.whole}, required=("title",))


def node(text: str) -> Node:
    """The node of a YAML text."""
    found, said = yaml.parse(text, "a.md")
    assert found is not None, said
    return found


def told(reading: Reading) -> list[str]:
    return [f"{one.line}:{one.column}+{one.length} {one.code} {one.message}" for one in reading.found]


def test_a_shape_reads_the_keys_it_knows_and_tells_the_others() -> None:
    reading = Reading("a.md")
    values = TASK.read(node("title: A\nsise: 3\ndue: 2026-10-05"), reading)
    assert values is not None
    assert (values.get("title"), values.get("due"), values.get("size", 7)) == ("A", date(2026, 10, 5), 7)
    assert (values.at("due"), values.at("size")) == (Mark(3, 6), Mark(1, 1))
    assert told(reading) == ['2:1+4 S001 a task has no key "sise"']
    assert reading.found[0].hint == 'did you mean "size"?'


def test_a_key_without_a_value_is_as_good_as_absent_and_told_where_it_stands_if_required() -> None:
    reading = Reading("a.md")
    values = TASK.read(node("due:\ntitle: ~"), reading)
    assert values is not None
    assert "due" not in values
    assert "due" not in values.marks
    assert not values.unreadable("due")
    assert told(reading) == ['2:1+1 S006 a task has no "title"']


def test_a_mapping_that_says_nothing_was_read_all_the_same() -> None:
    assert Values(Mark())


def test_a_value_that_cannot_be_read_is_told_once_even_if_required() -> None:
    reading = Reading("a.md")
    values = TASK.read(node("title: [x]"), reading)
    assert values is not None
    assert values.unreadable("title")
    assert told(reading) == ["1:8+1 S002 title is a list, must be text"]


def test_what_is_no_mapping_is_told_with_its_keys() -> None:
    reading = Reading("a.md")
    assert TASK.read(node("[a, b]"), reading, "tasks") is None
    assert told(reading) == ["1:1+1 S002 tasks is a list, must be a mapping"]
    assert reading.found[0].hint == "write keys such as title, due, size"


def test_a_long_unknown_key_is_shown_short() -> None:
    reading = Reading("a.md")
    TASK.read(node(f'title: A\n"{"x" * 500}": 1'), reading)
    assert told(reading) == [f'2:1+40 S001 a task has no key "{"x" * 39}…"']


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("tRue", None),
        ("yes", None),
        ("'true'", None),
    ],
)
def test_a_flag_is_what_yaml_1_2_calls_a_boolean(text: str, value: bool | None) -> None:
    reading = Reading("a.md")
    assert shapes.flag(node(text), reading, "leading") is value
    assert len(reading.found) == (value is None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-10-05", date(2026, 10, 5)),
        ("'2026-10-05'", date(2026, 10, 5)),
        ("true", True),
        ("false", False),
        ("on", None),
    ],
)
def test_done_is_a_day_or_true_or_false(text: str, value: date | bool | None) -> None:
    assert shapes.day_or_true(node(text), Reading("a.md"), "done") == value


def test_a_list_leaves_out_what_says_nothing_and_what_cannot_be_read() -> None:
    reading = Reading("a.md")
    assert shapes.many(shapes.line)(node("[a, ~, [b], c]"), reading, "tags") == ("a", "c")
    assert told(reading) == ["1:8+1 S002 tags is a list, must be text"]
    assert shapes.many(shapes.line)(node("[]"), reading, "tags") == ()
    assert shapes.many(shapes.line)(node("[~]"), reading, "tags") == ()
    assert shapes.many(shapes.line)(node("[[b]]"), reading, "tags") is None


def test_a_single_value_in_place_of_a_list_is_told_with_the_list_to_write() -> None:
    reading = Reading("a.md")
    assert shapes.many(shapes.line)(node("ci"), reading, "tags") is None
    assert (told(reading), reading.found[0].hint) == (
        ['1:1+2 S002 tags is "ci", must be a list'],
        "write [ci]",
    )


@given(st.text(max_size=200))
def test_shown_text_is_one_short_line(text: str) -> None:
    shown = shorten(text)
    assert len(shown) <= 40
    assert "\n" not in shown
    assert 1 <= span(text) <= 40


def test_what_follows_a_comma_in_braces_is_told_to_be_a_text_without_quotes() -> None:
    reading = Reading("a.md")
    TASK.read(node("{title: shorter, so faster}"), reading)
    assert told(reading) == ['1:18+9 S001 a task has no key "so faster"']
    assert reading.found[0].hint == "put a text that holds a comma in quotes"


def test_a_key_that_belongs_into_another_is_told_with_that_one() -> None:
    inner = Shape("a metric", {"target": shapes.amount, "baseline": shapes.amount})
    shape = Shape("a key result", {"title": shapes.line, "start": shapes.day, "metric": inner.read})
    reading = Reading("a.md")
    shape.read(node("{target: 5, titel: x, colour: red}"), reading)
    assert [one.hint for one in reading.found] == [
        "write it under metric:",
        'did you mean "title"?',
        "known are metric, start, title",
    ]


def test_a_finding_on_a_value_points_at_it_or_at_the_key_of_a_list_or_mapping() -> None:
    shape = Shape("a goal", {"due": shapes.line, "steps": shapes.many(shapes.line), "note": shapes.line})
    reading = Reading("a.md")
    values = shape.read(node("due: 2026-12-18\nsteps:\n  - a\nnote:\n"), reading)
    assert values is not None
    for key in ("due", "steps", "note"):
        reading.report_at(values, key, "S022", key)
    assert told(reading) == ["1:6+10 S022 due", "2:1+5 S022 steps", "4:1+4 S022 note"]


def test_a_required_key_that_is_misspelt_is_told_once() -> None:
    reading = Reading("a.md")
    assert TASK.read(node("titel: A\n"), reading) is not None
    assert told(reading) == ['1:1+5 S001 a task has no key "titel"']
    assert TASK.read(node("sixe: 3\n"), reading := Reading("a.md")) is not None
    assert told(reading) == ['1:1+4 S001 a task has no key "sixe"', '1:1+1 S006 a task has no "title"']
