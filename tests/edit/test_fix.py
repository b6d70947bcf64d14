from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic
from goalsite.edit.fix import fixes
from goalsite.edit.judge import judged
from goalsite.edit.patch import FilePatch
from goalsite.lint.settle import settle
from goalsite.source import frontmatter
from goalsite.source.spans import MappingSpan, NodeSpan, ScalarSpan, SequenceSpan, spans
from goalsite.source.tree import MemoryTree
from tests.authored import goal, read

ROOT = Path(__file__).parents[2]
OBJECTIVE = "goals/2026-Q4/a.md"
KPI = "goals/kpis/a.md"


def found_in(data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """The findings of one file by itself."""
    return judged(data, path, Config(), MemoryTree({path: data}))


def patch_of(data: bytes, path: str = OBJECTIVE) -> FilePatch | None:
    """The patch of one file by itself."""
    patches = fixes(MemoryTree({path: data}), found_in(data, path), Config())
    assert len(patches) <= 1
    return patches[0] if patches else None


def fixed(front: str, path: str = OBJECTIVE) -> str:
    """The front matter with all that has one right answer put right."""
    data = f"---\n{dedent(front).strip()}\n---\nstart: 2026/10/05\n".encode()
    patch = patch_of(data, path)
    after = patch.after if patch else data
    assert patch_of(after, path) is None, "what was put right once has nothing left"
    text = after.decode()
    assert text.endswith("\n---\nstart: 2026/10/05\n"), "the body stays"
    return text.removeprefix("---\n").removesuffix("\n---\nstart: 2026/10/05\n")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("due: 2026/12/05 # why", "due: 2026-12-05 # why"),
        ("due:   '2026年12月5日'", "due:   '2026-12-05'"),
        ("due: 20261205", "due: 2026-12-05"),
        ("due: ２０２６-１２-０５", "due: 2026-12-05"),
        ("due: 2026-12-05T00:00:00", "due: 2026-12-05"),
        ("closed: 2026-12-5\nstatus: Closed", "closed: 2026-12-05\nstatus: closed"),
        ("initiatives: [{title: x, due: 2026.11.1 , done: 2026/1/2}]", None),
        ("checkins:\n- {date: 2026/10/05, status: On Track, confidence: 70%}", None),
    ],
)
def test_a_day_is_written_as_an_iso_date(wrong: str, right: str | None) -> None:
    right = (
        right
        or {
            "i": "initiatives: [{title: x, due: 2026-11-01 , done: 2026-01-02}]",
            "c": "checkins:\n- {date: 2026-10-05, status: on_track, confidence: 0.7}",
        }[wrong[0]]
    )
    assert fixed(wrong) == right


@pytest.mark.parametrize(
    "written", ["due: 05/10/2026", "due: 2026-13-01", "title: 2026/10/05", "note: 2026/10/05"]
)
def test_a_day_with_two_readings_and_a_text_are_left_alone(written: str) -> None:
    assert fixed(written) == written


def test_a_key_in_another_spelling_gets_its_own_and_what_it_uncovers_is_put_right_too() -> None:
    wrong = """
        Title: Builds  # a comment
        Key-Results:
          - ID: p50
            metric: {unit: min, baseline: 1 400, target: 5}
            Check-ins:
            - {Date: 2026/10/09, Value: 1_200}
        dependsOn: [{team: security}]
        """
    assert fixed(wrong) == dedent("""\
        title: Builds  # a comment
        key_results:
          - id: p50
            metric: {unit: min, baseline: 1400, target: 5}
            checkins:
            - {date: 2026-10-09, value: 1200}
        depends_on: [{team: security}]""")


@pytest.mark.parametrize(
    "written",
    [
        "ownr: ada",
        "Title: a\ntitle: b",
        "Title: a\nTITLE: b",
        "标题: a",
        "tag: ci",
        "status: finished",
        "key_results: [{id: a, metric: {unit: h, target: 5 percent}}]",
        "key_results: [{id: a, metric: {unit: h, target: '0,5'}}]",
        "key_results: [{id: a, metric: {kpi: elsewhere, target: 5 percent}}]",
        "weight: 50%",
        "a: [1",
        "title: “信任”：每一次",
        "links: {Title: https://example.org}",
    ],
)
def test_what_has_two_answers_or_none_is_left_alone(written: str) -> None:
    assert fixed(written) == written


def test_full_width_punctuation_of_the_structure_becomes_plain() -> None:
    wrong = """
        title：信任，很好：真的
        tags: ［质量，速度］
        key_results：
          - id：p50
            title：“快”，不慢
            metric：｛unit：min，target：5｝
            checkins:
              - ｛date：2026年10月9日，note：好，但是慢，confidence：0.7｝
              - {date: 2026-10-16，value：3}
        """
    assert fixed(wrong) == dedent("""\
        title: 信任，很好：真的
        tags: [质量, 速度]
        key_results:
          - id: p50
            title: “快”，不慢
            metric: {unit: min, target: 5}
            checkins:
              - {date: 2026-10-09, note: 好，但是慢, confidence: 0.7}
              - {date: 2026-10-16, value: 3}""")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("｛Title: Draw，owner：ada，due：2026/11/20｝", "{title: Draw, owner: ada, due: 2026-11-20}"),
        ("｛title: Draw，owner: ada｝", "{title: Draw, owner: ada}"),
        ("｛Title：Draw，Owner：ada｝", "{title: Draw, owner: ada}"),
        ("{Title: Draw，owner: ada}", "{title: Draw, owner: ada}"),
        ("{title: Draw, owner: ada, Due：2026-11-20｝", "{title: Draw, owner: ada, due: 2026-11-20}"),
    ],
)
def test_braces_of_both_widths_and_keys_in_other_spellings_are_put_right_together(
    wrong: str, right: str
) -> None:
    assert fixed(f"initiatives:\n  - {wrong}") == f"initiatives:\n  - {right}"


def test_a_value_in_full_width_braces_does_not_keep_its_key_misspelt() -> None:
    wrong = "Cascades-From: ｛kpi：clean-build，share：0.7｝\nimproves: []"
    assert fixed(wrong, KPI).startswith("cascades_from: {kpi: clean-build, share: 0.7}\n")
    wrong = "key_results:\n- id: a\n  Metric: ｛Unit: min，target：5｝"
    assert fixed(wrong) == "key_results:\n- id: a\n  metric: {unit: min, target: 5}"


@pytest.mark.parametrize("wrong", ["｛titel: Draw，owner：ada｝", "｛colour: red，owner: ada｝"])
def test_braces_with_a_key_that_nobody_knows_are_left_alone(wrong: str) -> None:
    front = f"initiatives:\n  - {wrong}"
    assert fixed(front) == front


def test_braces_are_left_alone_where_plain_punctuation_would_end_nothing_that_was_told() -> None:
    wrong = "checkins:\n- {date: 2026-09-30, value: 90，, confidence:　 6/10}"
    assert fixed(wrong) == wrong


def test_what_would_be_a_reference_becomes_a_mapping() -> None:
    front = "contributes: [｛to：win-trust，weight：2｝]\ndepends_on:\n  - ｛team：security，ask：review｝\n"
    files = {
        OBJECTIVE: goal(front),
        "goals/2026-Q4/win-trust.md": goal(""),
        "goals/security/team.md": goal(""),
    }
    (patch,) = fixes(MemoryTree(files), read(files).found, Config())
    assert patch.after.decode() == goal(
        "contributes: [{to: win-trust, weight: 2}]\ndepends_on:\n  - {team: security, ask: review}\n"
    )
    assert read({**files, OBJECTIVE: patch.after}).said(OBJECTIVE) == []


def test_lines_of_a_mapping_with_full_width_colons_become_a_mapping() -> None:
    wrong = "key_results:\n  - id: a\n    metric:\n      unit：min\n      target：5"
    assert fixed(wrong) == wrong.replace("：", ": ")


@pytest.mark.parametrize("blank", ["\u3000\u3000\u3000", "\u00a0" * 6])
def test_other_blanks_before_a_key_become_spaces(blank: str) -> None:
    wrong = f"key_results:\n  - id: a\n    metric:\n{blank}unit: min\n{blank}target: 5"
    assert fixed(wrong) == wrong.replace(blank, " " * (12 if blank[0] == "x" else 6))


def test_tabs_before_a_key_become_the_spaces_that_fit() -> None:
    wrong = "key_results:\n  - id: a\n\ttitle: x\n\tmetric: {target: 5}"
    assert fixed(wrong) == wrong.replace("\t", "    ")


def test_a_kpi_and_its_series_are_put_right() -> None:
    wrong = """
        unit: "%"
        North-Star: true
        targets:
          - {from: 2026/1/1, target: 95 percent}
        series: [[2026年10月5日, 1 200], [2026-10, 3]]
        """
    assert fixed(wrong, KPI) == dedent("""\
        unit: "%"
        north_star: true
        targets:
          - {from: 2026-01-01, target: 95%}
        series: [[2026-10-05, 1200], [2026-10, 3]]""")


def test_a_configuration_is_put_right() -> None:
    data = "site-name: X\nholidays：\n  - ｛start：2026/10/1，end：2026-10-07｝\n".encode()
    patch = patch_of(data, "config.yaml")
    assert patch is not None
    assert patch.after == b"site_name: X\nholidays:\n  - {start: 2026-10-01, end: 2026-10-07}\n"


def test_a_patch_names_the_findings_that_it_ends_those_that_were_told_first() -> None:
    data = b"---\nKey-Results:\n- {id: a, Weight: x}\ndue: 2026/12/05\nstart: 05/10/2026\n---\n"
    patch = patch_of(data)
    assert patch is not None
    assert patch.before == data
    assert [(one.line, one.column, one.code) for one in patch.ended] == [
        (2, 1, "S001"),
        (4, 6, "S011"),
        (3, 11, "S001"),
    ]


def test_more_findings_than_are_told_are_put_right_at_once() -> None:
    wrong = "\n".join(f"  - {{date: 2026/10/{day % 28 + 1:02}, note: n{day}}}" for day in range(250))
    right = wrong.replace("2026/10/", "2026-10-")
    data = goal(f"checkins:\n{wrong}").encode()
    told = settle(found_in(data, OBJECTIVE), (), Config())
    assert len(told) < 150
    (patch,) = fixes(MemoryTree({OBJECTIVE: data}), told, Config())
    assert patch.after == goal(f"checkins:\n{right}").encode()


def test_findings_that_were_set_aside_stay() -> None:
    data = b"---\ndue: 2026/12/05\nstart: 2026/10/05\nTitle: x\n---\n"
    told = [one for one in found_in(data, OBJECTIVE) if one.line != 3]
    (patch,) = fixes(MemoryTree({OBJECTIVE: data}), told, Config())
    assert patch.after == b"---\ndue: 2026-12-05\nstart: 2026/10/05\ntitle: x\n---\n"


def test_a_file_that_is_gone_or_sound_has_no_patch() -> None:
    data = b"---\ndue: 2026/12/05\n---\n"
    told = found_in(data, OBJECTIVE)
    assert fixes(MemoryTree({}), told, Config()) == ()
    assert fixes(MemoryTree({OBJECTIVE: b"---\ndue: 2026-12-05\n---\n"}), told, Config()) == ()


GOALS = {
    path.relative_to(ROOT).as_posix(): path.read_bytes().decode()
    for path in sorted((ROOT / "goals").rglob("*.md"))
    if path.read_bytes().startswith(b"---\n")
}
DAYS = (
    "{y}/{m:02}/{d:02}",
    "{y}.{m}.{d}",
    "{y}年{m}月{d}日",
    "{y}{m:02}{d:02}",
    "{y}-{m:02}-{d:02}T00:00:00",
)

Mistake = Callable[[str, st.DataObject], str]


def scalars(node: NodeSpan | None, key: str = "") -> list[tuple[str, ScalarSpan, bool]]:
    """Every scalar with the key it stands under, and whether it is a key of a mapping with known keys."""
    if isinstance(node, ScalarSpan):
        return [(key, node, False)]
    if isinstance(node, SequenceSpan):
        return [one for item in node.items for one in scalars(item, key)]
    if isinstance(node, MappingSpan):
        own = [(name.text, name, True) for name, _ in node.pairs if key not in ("links", "lint", "rules")]
        return own + [one for name, value in node.pairs for one in scalars(value, name.text)]
    return []


def in_place_of_one(text: str, data: st.DataObject, choices: list[tuple[int, int, str]]) -> str:
    """The front matter with one of some replacements."""
    assume(choices)
    start, end, new = data.draw(st.sampled_from(choices))
    return text[:start] + new + text[end:]


def a_day(text: str, data: st.DataObject) -> str:
    """A day in another notation."""
    choices = []
    for key, one, is_key in scalars(spans(text)):
        day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", one.text)
        if day and not is_key and key in ("date", "due", "done", "start", "closed", "from", "on", "series"):
            new = data.draw(st.sampled_from(DAYS)).format(y=int(day[1]), m=int(day[2]), d=int(day[3]))
            choices.append((one.start, one.end, new))
    return in_place_of_one(text, data, choices)


def a_key(text: str, data: st.DataObject) -> str:
    """A key in another spelling."""
    names = [one for _, one, is_key in scalars(spans(text)) if is_key and one.text not in ("kind", "id")]
    spellings: tuple[Callable[[str], str], ...] = (
        str.title,
        str.upper,
        lambda key: key.replace("_", "-").capitalize(),
        lambda key: key.replace("_", " ").title(),
    )
    new = data.draw(st.sampled_from(spellings))
    return in_place_of_one(text, data, [(one.start, one.end, new(one.text)) for one in names])


def a_word(text: str, data: st.DataObject) -> str:
    """A word of a choice in another spelling."""
    keys = (
        "status",
        "commitment",
        "origin",
        "outcome",
        "direction",
        "tier",
        "perspective",
        "aggregate",
        "decision",
    )
    words = [one for key, one, is_key in scalars(spans(text)) if not is_key and key in keys]
    return in_place_of_one(text, data, [(o.start, o.end, o.text.replace("_", " ").title()) for o in words])


def a_colon(text: str, data: st.DataObject) -> str:
    """A full-width colon behind a key."""
    lines = re.finditer(r"^ *(?:- )?[a-z_]+(: )(?=[^|>\s])", text, re.MULTILINE)
    return in_place_of_one(text, data, [(*line.span(1), "：") for line in lines])


def braces(node: NodeSpan | None, key: str = "") -> list[MappingSpan]:
    """The mappings in braces, but those that would be read as a reference in other braces."""
    if isinstance(node, SequenceSpan):
        return [one for item in node.items for one in braces(item, key)]
    if isinstance(node, MappingSpan):
        own = [node] if node.flow and key not in ("contributes", "depends_on") else []
        return own + [one for name, value in node.pairs for one in braces(value, name.text)]
    return []


def some_braces(text: str, data: st.DataObject) -> str:
    """A mapping in full-width punctuation."""
    choices = []
    for one in braces(spans(text)):
        inner = text[one.start + 1 : one.end - 1]
        if not set(inner) & set("{}[]\"'，：\n"):
            inner = re.sub(r", (?=[a-z_]+: )", "，", inner)
            choices.append((one.start, one.end, "｛" + re.sub(r"((?:^|，)[a-z_]+): ", r"\1：", inner) + "｝"))
    return in_place_of_one(text, data, choices)


MISTAKES: tuple[Mistake, ...] = (a_day, a_key, a_word, a_colon, some_braces)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
@given(
    st.sampled_from(sorted(GOALS)),
    st.lists(st.sampled_from(MISTAKES), min_size=1, max_size=3),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
    st.data(),
)
def test_a_sound_file_is_itself_again_byte_for_byte(
    path: str, mistakes: list[Mistake], end: str, mark: str, data: st.DataObject
) -> None:
    text = GOALS[path]
    front = frontmatter.split(text).front
    assert front is not None
    broken = front
    for mistake in mistakes:
        assume(frontmatter.mapping(broken, "", "S036")[0] is not None)
        broken = mistake(broken, data)
    assume(broken != front)

    def written(front_matter: str) -> bytes:
        whole = text.replace(front, front_matter, 1)
        return (mark + whole.replace("\n", end)).encode()

    patch = patch_of(written(broken), path)
    assert patch is not None
    assert patch.after.decode() == written(front).decode()
    assert patch_of(patch.after, path) is None


@given(st.sampled_from(sorted(GOALS)))
def test_a_sound_file_has_no_patch(path: str) -> None:
    assert patch_of(GOALS[path].encode(), path) is None


SLIPS = (
    "\t",
    "\u3000",
    "：",
    "，",
    "｛",
    "｝",
    "2026/10/05",
    "Title",
    "[",
    "]",
    ":",
    "-",
    "\n",
    "“",
    "1 200",
    "&a",
    "'",
    "0",
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from(sorted(GOALS)),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(SLIPS)), min_size=1, max_size=4),
)
def test_any_file_is_taken_and_a_second_time_changes_nothing(
    path: str, slips: list[tuple[float, str]]
) -> None:
    text = GOALS[path]
    front = frontmatter.split(text).front or ""
    for place, slip in slips:
        at = 4 + int(place * len(front))
        text = text[:at] + slip + text[at:]
    data = text.encode()
    patch = patch_of(data, path)
    if patch is None:
        return
    assert patch.ended
    assert patch_of(patch.after, path) is None
    assert patch.after.count(b"\n") == data.count(b"\n")
    before, after = (frontmatter.split(one.decode()) for one in (data, patch.after))
    assert before.body == after.body
    places = {(one.line, one.code) for one in found_in(patch.after, path)}
    assert not {(one.line, one.code) for one in patch.ended if one.code == "S011"} & places
