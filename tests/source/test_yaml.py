"""Front matter as YAML. Every behaviour holds for libyaml and, where that is missing, PyYAML's own parser,
and where what is regular is read without either."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.core.diagnostics import Mark
from goalsite.source import yaml
from goalsite.source.nodes import Mapping, Node, Scalar, Sequence

LOADERS = {"libyaml": pyyaml.CBaseLoader, "python": pyyaml.BaseLoader}


@pytest.fixture(params=[*LOADERS, "regular"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param != "regular":
        monkeypatch.setattr(yaml, "_LOADER", LOADERS[request.param])
        monkeypatch.setattr(yaml, "regular", lambda *_: None)


def bare(node: Node | None) -> Any:
    """A node without marks: text, list or dict."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [bare(item) for item in node.items]
        case Mapping():
            return {key.text: bare(value) for key, value in node.items}
    return None


def read(text: str) -> Any:
    node, found = yaml.parse(text, "goals/a.md", 2)
    assert found == ()
    return bare(node)


def complaint(text: str) -> tuple[str, int, int]:
    """The code and place of the one finding, counted from line 2, as in front matter."""
    _, (found,) = yaml.parse(text, "goals/a.md", 2)
    assert found.path == "goals/a.md"
    assert found.message
    assert "\n" not in found.message + found.hint
    return found.code, found.line, found.column


def test_front_matter_becomes_nodes_with_their_text_as_written() -> None:
    text = """\
id: 1.10
title: Every engineer trusts a green build   # a comment
owner: "@ada"
supports: [win-trust, availability]
key_results:
  - id: p50
    metric: {unit: min, baseline: 14, target: 5}
note: |
  two
  lines
"""
    assert read(text) == {
        "id": "1.10",
        "title": "Every engineer trusts a green build",
        "owner": "@ada",
        "supports": ["win-trust", "availability"],
        "key_results": [{"id": "p50", "metric": {"unit": "min", "baseline": "14", "target": "5"}}],
        "note": "two\nlines\n",
    }


def test_only_scalars_without_quotes_are_plain() -> None:
    node, _ = yaml.parse("- yes\n- 'yes'\n- \"yes\"\n- |\n  yes\n-\n", "a", 1)
    assert isinstance(node, Sequence)
    assert [item.plain for item in node.items if isinstance(item, Scalar)] == [
        True,
        False,
        False,
        False,
        True,
    ]


def test_marks_count_lines_of_the_file_and_columns_in_characters() -> None:
    node, _ = yaml.parse("目标: [增长, 𝒜𝒜, x]\n🚀🚀: é\n", "a", 2)
    assert isinstance(node, Mapping)
    (_, items), (key, value) = node.items
    assert isinstance(items, Sequence)
    assert [item.mark for item in items.items] == [Mark(2, 6), Mark(2, 10), Mark(2, 14)]
    assert (key.mark, value.mark) == (Mark(3, 1), Mark(3, 5))


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_text_that_says_nothing_is_no_node_and_no_mistake(text: str) -> None:
    assert yaml.parse(text, "a", 2) == (None, ())


def test_a_value_left_empty_is_null() -> None:
    node, found = yaml.parse("owner:\ncycle: ~\n", "a", 1)
    assert isinstance(node, Mapping)
    assert [value.is_null for _, value in node.items if isinstance(value, Scalar)] == [True, True]
    assert not found


@pytest.mark.parametrize("text", ["true", "yes", "1:30", "0o17", "2026-10-05", "1_000", "=", "<<x"])
def test_no_scalar_is_interpreted(text: str) -> None:
    assert read(f"a: {text}") == {"a": text}


def test_a_key_that_stands_twice_is_told_with_its_first_place_and_the_first_counts() -> None:
    node, (found,) = yaml.parse("title: one\nowner: ada\ntitle: two\n", "a", 2)
    assert (found.code, found.line, found.column, found.length) == ("S031", 4, 1, 5)
    assert found.message == 'the key "title" is given twice, first in line 2'
    assert bare(node) == {"title": "one", "owner": "ada"}


def test_a_key_is_the_same_in_quotes() -> None:
    assert complaint("{a: 1, 'a': 2}") == ("S031", 2, 8)


def test_one_key_in_several_mappings_is_no_duplicate() -> None:
    assert read("- {a: 1}\n- {a: 2, b: {a: 3}}\n") == [{"a": "1"}, {"a": "2", "b": {"a": "3"}}]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: !!str 1", 2, 4, '"!!str" is a tag, must be a plain value'),
        (
            "a: 1\nb: !!python/object/apply:os.system ['x']",
            3,
            4,
            '"!!python/object/apply:os.system" is a tag, must',
        ),
        ("a: !!map {b: 1}", 2, 4, '"!!map" is a tag, must be a plain value'),
        ("title: !important", 2, 8, '"!important" is a tag, must be a plain value'),
        ("a: !x!y z", 2, 4, "a tag begins here, must be a plain value"),
        ("a: &x 1\nb: *x", 2, 4, '"&x" is an anchor, must be a plain value'),
        ("a: &x\n  b: 1", 2, 4, '"&x" is an anchor, must be a plain value'),
        ("a: [*x, b]", 2, 5, '"*x" is an alias, must be a plain value'),
        ("a: 1\n<<: {b: 2}", 3, 1, "<< is a merge key, must be a plain key"),
    ],
)
def test_tags_anchors_aliases_and_merge_keys_are_refused(
    text: str, line: int, column: int, message: str
) -> None:
    node, (found,) = yaml.parse(text, "a", 2)
    assert node is None
    assert (found.code, found.line, found.column) == ("S032", line, column)
    assert found.message.startswith(message)


def test_a_quoted_merge_key_is_a_key() -> None:
    assert read("'<<': 1") == {"<<": "1"}


def test_twenty_levels_are_read_and_the_twenty_first_is_told() -> None:
    assert read("[" * 20 + "x" + "]" * 20)
    assert complaint("[" * 21 + "x" + "]" * 21) == ("S033", 2, 21)


@pytest.mark.parametrize("text", ["[" * 50_000, "- " * 30_000, "{" * 50_000, "? " * 30_000, "a: {" * 12_000])
def test_endless_nesting_is_stopped_before_anything_recurses(text: str) -> None:
    assert complaint(text)[0] == "S033"


def test_block_nesting_line_by_line_is_stopped() -> None:
    assert complaint("".join(f"{' ' * depth}a:\n" for depth in range(300))) == ("S033", 22, 21)


def test_front_matter_over_64_kb_is_told_once() -> None:
    assert read("a: " + "x" * 65_000)
    node, (found,) = yaml.parse("a: 1\n" * 14_000, "a", 2)
    assert node is None
    assert (found.code, found.line) == ("S034", 2)
    assert found.message == "the YAML is 69 kB, must be at most 64 kB"


def test_the_limit_is_in_bytes() -> None:
    assert complaint("a: " + "长" * 22_000)[0] == "S034"


@pytest.mark.parametrize(
    "character", ["\x01", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\ud800", "\uffff"]
)
def test_characters_nobody_sees_are_told_where_they_stand(character: str) -> None:
    _, (found,) = yaml.parse(f"a: 1\n增: x{character}", "goals/a.md", 2)
    assert (found.code, found.line, found.column) == ("S030", 3, 5)
    assert found.message == f"U+{ord(character):04X} stands in the YAML, must be visible text"


@pytest.mark.parametrize("escape", [r"\0", r"\x1b", r"\u2028", r"\N"])
def test_escapes_cannot_smuggle_such_characters_in(escape: str) -> None:
    _, (found,) = yaml.parse(f'a: "{escape}[2J"', "goals/a.md", 2)
    assert (found.code, found.line, found.column) == ("S030", 2, 4)
    assert found.message.startswith("an escape in these quotes makes U+")


def test_an_escape_of_a_character_that_does_not_exist_is_told_in_its_line() -> None:
    assert complaint('a: 1\nb: "x\\UFFFFFFFF"')[:2] == ("S030", 3)


def test_a_second_document_is_told() -> None:
    assert complaint("a: 1\n--- \nb: 2") == ("S030", 3, 1)


@pytest.mark.parametrize(("text", "column"), [("{{ x }}: 1", 2), ("[a]: 1", 1), ("? {a: 1}\n: 2", 3)])
def test_a_key_that_is_no_text_is_told(text: str, column: int) -> None:
    assert complaint(text) == ("S030", 2, column)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(alphabet="ab:-?,[]{}#&*!|>'\"%@` \n\t\\x中"))
def test_any_text_gives_a_node_or_findings_and_never_fails(text: str) -> None:
    _, found = yaml.parse(text, "a", 2)
    assert all(0 < len(each.message) < 200 for each in found)
    assert sum(each.code != "S031" for each in found) <= 1


CHARACTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\uffff\ufffe"
)
TEXTS = st.text(CHARACTERS | st.just("\n"), max_size=20)
VALUES = st.recursive(
    TEXTS | st.integers() | st.booleans() | st.none(),
    lambda values: (
        st.lists(values, max_size=4)
        | st.dictionaries(TEXTS.filter(lambda key: key != "<<"), values, max_size=4)
    ),
    max_leaves=12,
)


class _Dumper(pyyaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return data is not self  # never an alias


def agrees(node: Node, composed: pyyaml.Node) -> bool:
    """Whether a node has the structure, the text and the places of what PyYAML composes."""
    mark = composed.start_mark
    if node.mark != Mark(mark.line + 1, mark.column + 1):
        return False
    if isinstance(node, Scalar):
        return bool(node.text == composed.value)
    if isinstance(node, Sequence):
        pairs = zip(node.items, composed.value, strict=True)
        return all(agrees(mine, theirs) for mine, theirs in pairs)
    return all(
        agrees(key, their_key) and agrees(value, theirs)
        for (key, value), (their_key, theirs) in zip(node.items, composed.value, strict=True)
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(VALUES, st.sampled_from([True, False, None]), st.booleans())
def test_ordinary_yaml_is_read_as_pyyaml_composes_it(value: Any, flow: bool | None, unicode: bool) -> None:
    text = pyyaml.dump(value, Dumper=_Dumper, default_flow_style=flow, allow_unicode=unicode)
    text = text.removesuffix("...\n")
    node, found = yaml.parse(text, "a", 1)
    assert found == ()
    composed = pyyaml.compose(text, Loader=pyyaml.SafeLoader)
    assert node is not None
    assert composed is not None
    assert agrees(node, composed)


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"k{number}: [{number}]\n" for number in range(4_500)),
        "- " + "[a, b], " * 7_000,
        "a: b\n  " + "- " * 30_000 + ': "x',
        "a: |\n" + " \n" * 30_000,
        "'" * 64_000,
        '"\\' * 32_000,
        "a\n" * 32_000,
        "%TAG ! x\n" * 7_000,
    ],
)
def test_the_largest_front_matter_takes_no_hostile_time(text: str) -> None:
    begin = time.process_time()
    yaml.parse(text, "a", 2)
    assert time.process_time() - begin < 10
