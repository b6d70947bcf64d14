from __future__ import annotations

from click import unstyle

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.text import COLORS, counted, one, rendered

FINDING = Diagnostic("goals/a.md", 2, 8, "S003", 'no goal is called "乙"', 'did you mean "甲"?', 3)


def lines(_: str, number: int) -> str | None:
    return {1: "---", 2: "    to: 乙乙 x", 3: ""}.get(number)


def test_the_caret_stands_under_what_is_meant_however_wide_the_characters_are() -> None:
    told = one(Diagnostic("a.md", 2, 10, "S003", "x", length=1), lines)
    assert told.splitlines()[1:] == ["  2 |     to: 乙乙 x", "    |           ^^"]


def test_without_a_line_to_show_there_is_no_excerpt() -> None:
    assert one(Diagnostic("a.md", 9, 1, "S003", "x"), lines) == "a.md:9:1: S003 unknown-reference: x"
    assert one(Diagnostic("a.md", 3, 1, "S003", "x"), lines) == "a.md:3:1: S003 unknown-reference: x"


def test_a_long_line_is_shown_around_the_place() -> None:
    told = one(Diagnostic("a.md", 1, 5001, "S003", "x", length=3), lambda *_: "a" * 5000 + "bcd" + "e" * 5000)
    excerpt, caret = told.splitlines()[1:]
    assert len(excerpt) < 120
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "bcd"


def test_a_column_behind_the_line_points_to_its_end() -> None:
    told = one(Diagnostic("a.md", 1, 99, "S003", "x"), lines)
    assert told.splitlines()[2] == "    |    ^"


def test_without_its_colours_a_text_is_the_plain_one() -> None:
    nasty = Diagnostic("\x1b[1ma.md", 2, 8, "S003", "\x1b[31mred\x1b[0m ##[x]", "\x9b1m")
    found = (FINDING, nasty)
    assert unstyle(rendered(found, lambda *_: "\x1b[2m to: x", COLORS)) == rendered(
        found, lambda *_: "\x1b[2m to: x"
    )


def test_colours_set_off_the_code_and_end_again() -> None:
    told = one(FINDING, lines, COLORS)
    assert told.count("\x1b[0m") >= 4
    assert "\x1b[31m" in told


def test_findings_are_counted_by_severity() -> None:
    warning = Diagnostic("a.md", 1, 1, "S016", "x")
    assert counted([FINDING, warning, warning]) == "1 error, 2 warnings"
    assert counted([]) == ""


def test_every_finding_ends_in_a_line_end() -> None:
    assert rendered([FINDING, FINDING], lines).count("\n") == 8


def test_a_command_is_spelt_out_in_an_excerpt_even_where_the_caret_divides_it() -> None:
    told = one(Diagnostic("a.md", 1, 6, "S003", "x", length=3), lambda *_: "see ##[debug]x")
    assert told.splitlines()[1:] == ["  1 | see #\\x23[debug]x", "    |      ^^^^^^"]


def test_a_severity_that_nobody_knows_yet_counts_as_a_warning() -> None:
    assert counted([Diagnostic("a.md", 1, 1, "S003", "x", level="info")]) == "1 warning"
