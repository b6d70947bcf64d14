"""What an author reads after each frequent mistake in YAML: its place, the message, the hint."""

from __future__ import annotations

import pytest
import yaml as pyyaml

from goalsite.core.diagnostics import Mark
from goalsite.source import yaml
from goalsite.source.syntax import explain
from goalsite.source.trouble import Trouble

GALLERY = [
    (
        "title: Growth: the next step",
        (1, 14, "a colon and a space stand in a value without quotes"),
        'put the value in quotes: title: "Growth: the next step"',
    ),
    (
        "key_results:\n  - title: 目标: 增长",
        (2, 14, "a colon and a space stand in a value without quotes"),
        'put the value in quotes: title: "目标: 增长"',
    ),
    (
        "links: {a: b: c}",
        (1, 13, "a colon and a space stand in a value without quotes"),
        "put the value in quotes",
    ),
    (
        "checkins:\n  - {date: 2026-10-09, value: 15 confidence: 0.8}",
        (2, 44, "a colon and a space stand in a value without quotes"),
        "put a comma before confidence, or the value in quotes",
    ),
    (
        'title: "Growth": the next step',
        (1, 16, "a colon and a space follow the closing quote"),
        "put the value in quotes: title: '\"Growth\": the next step'",
    ),
    (
        "title: it's: growth",
        (1, 12, "a colon and a space stand in a value without quotes"),
        """put the value in quotes: title: "it's: growth\"""",
    ),
    (
        'title: Growth: the "next" step of it\'s kind # now',
        (1, 14, "a colon and a space stand in a value without quotes"),
        "put the value in quotes: title: 'Growth: the \"next\" step of it''s kind'",
    ),
    (
        "title: Growth: " + "x" * 100,
        (1, 14, "a colon and a space stand in a value without quotes"),
        "put the value in quotes",
    ),
    (
        "metric:\n\tunit: min",
        (2, 1, "a tab indents the line, must be spaces"),
        "replace the tab with spaces",
    ),
    (
        "a: 1\n\tb: 2",
        (2, 1, "a tab indents the line, must be spaces"),
        "replace the tab with spaces",
    ),
    (
        'title: "Growth\nowner: ada\n',
        (1, 8, "the quote that opens here is never closed"),
        "end the value with the quote that it begins with",
    ),
    (
        "title: 'it's growth'",
        (1, 12, "text follows the closing quote"),
        "write a quote within quotes twice, as in 'it''s', or use the other kind around the value",
    ),
    (
        "title：增长\nowner: ada",
        (1, 6, "a key is without its colon and space"),
        "write a plain colon and a space after the key, not ：",
    ),
    (
        "title:Growth\nowner: ada",
        (1, 6, "a key is without its colon and space"),
        "put a space after the colon",
    ),
    (
        "title:Growth\n  and more: of it",
        (1, 6, "a key is without its colon and space"),
        "put a space after the colon",
    ),
    (
        "owner: ada\njust text\ncycle: 2026",
        (2, 1, "a key is without its colon and space"),
        "write key: value, or indent a value's next line",
    ),
    (
        "owner: @ada",
        (1, 8, 'a value begins with "@" outside quotes'),
        "put it in quotes, or leave the @ out",
    ),
    (
        "title: `main` is green",
        (1, 8, 'a value begins with "`" outside quotes'),
        "put the value in quotes",
    ),
    (
        "title: *Bold* text",
        (1, 8, 'a value begins with "*" outside quotes'),
        "put the value in quotes",
    ),
    (
        "title: ? why",
        (1, 8, 'a value begins with "?" outside quotes'),
        "put the value in quotes",
    ),
    (
        "target: >95%",
        (1, 9, "text follows > or | on the same line"),
        "put the value in quotes, or begin its text on the next line",
    ),
    (
        r'title: "C:\goals"',
        (1, 11, "a backslash in double quotes begins no known escape"),
        r"use single quotes, or write \\ for a backslash",
    ),
    (
        "tags: [ci, speed\nowner: ada",
        (1, 7, "the list that opens here lacks a comma or its ]"),
        "put commas between the items and ] after the last",
    ),
    (
        "metric: {unit: min, target: 5\nowner: ada",
        (1, 9, "the mapping that opens here lacks a comma or its }"),
        "put commas between the keys and } after the last",
    ),
    (
        'tags: ["ci" "speed"]',
        (1, 13, "a comma or the ] of the list is missing before this"),
        "put a comma after each value, and quotes around a whole value",
    ),
    (
        'metric: {unit: "%" target: 5}',
        (1, 20, "a comma or the } of the mapping is missing before this"),
        "put a comma after each value, and quotes around a whole value",
    ),
    (
        "tags: [ci: a: b]",
        (1, 13, "a colon and a space stand in a value without quotes"),
        "put the value in quotes",
    ),
    (
        "metric: {unit: min, target: 5]",
        (1, 30, "a ] closes the mapping, must be }"),
        "write }",
    ),
    (
        "title: [Growth] the next step",
        (1, 17, "text follows the closing ]"),
        "put the whole value in quotes",
    ),
    (
        "tags: [ci]]",
        (1, 11, "a ] closes what nothing opened"),
        "remove it",
    ),
    (
        "tags: ]",
        (1, 7, '"]" stands where a value is expected'),
        "write one, in quotes if need be",
    ),
    (
        "tags: [ci,\n\n",
        (1, 10, "the text ends within a list or mapping"),
        "close it with ] or }",
    ),
    (
        "tags: - ci",
        (1, 7, "a list item cannot begin here"),
        "begin the list on a line of its own, or write it as [a, b]",
    ),
    (
        "tags:\n  - ci\n - speed",
        (3, 2, "the item is indented otherwise than those above it"),
        "begin all items of one list in the same column",
    ),
    (
        "tags:\n- ci\nowner: ada\n- speed",
        (4, 1, "a list item stands among keys"),
        "put it below the key of its list, and begin the list's other items with -, too",
    ),
    (
        "- ci\nowner: ada",
        (2, 1, "the line stands in a list but is no item of it"),
        "begin it with -, or indent it under the item it belongs to",
    ),
    (
        "a:\n  b: 1\n c: 2",
        (3, 2, "the line is indented otherwise than the keys around it"),
        "begin all keys of one mapping in the same column",
    ),
    (
        "owner: ada\n  cycle: 2026",
        (2, 3, "a key cannot stand here, the lines above have not ended their value"),
        "begin it in the same column as the keys it belongs to",
    ),
    (
        ": ada",
        (1, 1, "a colon stands without a key before it"),
        "write key: value",
    ),
    (
        '"title" Growth\nowner: ada',
        (1, 9, "this stands outside the mapping of keys to values"),
        "write each line as key: value, and begin all keys in the same column",
    ),
]


@pytest.mark.parametrize(
    ("text", "place", "hint"), GALLERY, ids=[text.split("\n")[0] for text, _, _ in GALLERY]
)
@pytest.mark.parametrize("loader", [pyyaml.CBaseLoader, pyyaml.BaseLoader], ids=["libyaml", "python"])
def test_a_mistake_is_explained(
    text: str, place: tuple[int, int, str], hint: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "_LOADER", loader)
    node, (found,) = yaml.parse(text, "goals/a.md", 1)
    assert node is None
    escape = 1 if "escape" in found.message else 0  # PyYAML's own parser points behind the backslash
    assert (found.code, found.line, found.message, found.hint) == ("S030", place[0], place[2], hint)
    assert 0 <= found.column - place[1] <= escape


@pytest.mark.parametrize("line", ["%YAML 3.0\n---", "% of builds"])
@pytest.mark.parametrize("loader", [pyyaml.CBaseLoader, pyyaml.BaseLoader], ids=["libyaml", "python"])
def test_a_line_that_begins_with_a_percent_sign_is_told(
    line: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "_LOADER", loader)
    _, (found,) = yaml.parse(f"{line}\na: 1", "a", 1)
    message = "a line that begins with % instructs the YAML parser"
    assert (found.line, found.column, found.message) == (1, 1, message)


def test_what_has_no_explanation_keeps_the_words_of_the_parser() -> None:
    told = explain(Trouble(["a"], "found something new", "while reading", Mark(1, 2), Mark(1, 1)))
    assert (told.mark, told.code) == (Mark(1, 2), "S030")
    assert told.message == "this cannot be read as YAML: found something new"
