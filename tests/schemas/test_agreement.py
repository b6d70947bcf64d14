"""What goalsite reads without an error is right by the schemas, so what they refuse, goalsite reports."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goalsite.cli.init import starter
from goalsite.core.codes import CODES
from goalsite.model.outline import kind_by_place
from goalsite.schemas.files import schema_of
from tests.schemas.judged import (
    PLACES,
    config_by_goalsite,
    config_by_schema,
    front_by_goalsite,
    front_by_schema,
    lint_by_goalsite,
)
from tests.test_docs import fences

ROOT = Path(__file__).parents[2]

# Plain scalars of every kind, most of them right in some place.
SCALARS = [
    "null", "~", "true", "false", "yes", "0", "1", "-1", "0.7", "2026", "12.5", "1e3", "1.10", ".inf", "95%",
    "７/10", "7/10", "1.2亿", "¥5k", "40 %", "2026-10-05", "2026-02-30", "2026-Q4", "2026-10", "week", "10d",
    "6m", "irregular", "ada", '"@ada"', "a b", "win-trust", "availability", "availability / 2", "platform",
    "https://example.org/", "docs/a.md", "commit", "target", "closed", "higher", "range", "min", '"5"', '""',
    '"2026-10-05"', '"0.5"', "[]", "{}", "[1]",
]  # fmt: skip


def values(schema: dict[str, Any], depth: int = 0) -> st.SearchStrategy[str]:
    """YAML in flow style that may fit a schema: what it asks for mostly, anything now and then."""
    types = schema.get("type", ["string"])
    types = types if isinstance(types, list) else [types]
    fitting: list[st.SearchStrategy[str]] = [st.sampled_from(SCALARS)]
    if words := [*schema.get("enum", ()), *schema.get("examples", ())]:
        fitting.append(st.sampled_from([json.dumps(word, ensure_ascii=False) for word in words]))
    if "array" in types:
        items = schema["items"]
        entries = (
            st.tuples(*map(values, items)) if isinstance(items, list) else st.lists(values(items), max_size=3)
        )
        fitting += [entries.map(lambda each: f"[{', '.join(each)}]")] * 3
    if "object" in types and depth < 5:
        fitting += [mappings(schema, depth).map(lambda each: f"{{{', '.join(each)}}}")] * 3
    return st.one_of(*fitting)


@st.composite
def mappings(draw: st.DrawFn, schema: dict[str, Any], depth: int = 0) -> list[str]:
    """Lines `key: value`: the required keys mostly, a few others, and seldom one that nobody knows."""
    known = schema.get("properties", {})
    keys = [key for key in schema.get("required", ()) if draw(st.integers(0, 9))]
    if known:
        keys += draw(st.lists(st.sampled_from(sorted(known)), max_size=4))
    if not known or not draw(st.integers(0, 9)):
        keys.append("else")
    return [f"{key}: {draw(values(known.get(key, {}), depth + 1))}" for key in dict.fromkeys(keys)]


def without_some(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without `lint`, which has a law of its own, and `kind`, by which the reader is chosen."""
    known = {key: field for key, field in schema["properties"].items() if key not in ("lint", "kind")}
    return {**schema, "properties": known}


@pytest.mark.parametrize("kind", PLACES)
@given(data=st.data())
def test_front_matter_that_goalsite_accepts_is_right_by_its_schema(kind: str, data: st.DataObject) -> None:
    front = "\n".join(data.draw(mappings(without_some(schema_of(kind)))))
    assume(front)
    if not front_by_goalsite(kind, front):
        assert front_by_schema(kind, f"---\n{front}\n---\n") == []


@given(data=st.data())
def test_a_configuration_that_goalsite_accepts_is_right_by_its_schema(data: st.DataObject) -> None:
    config = "\n".join(data.draw(mappings(schema_of("config"))))
    if not config_by_goalsite(config):
        assert config_by_schema(config) == []


REASONS = st.sampled_from(["it is shared", '"7"', "7", "true", "~", '""', "", "[why]", "{why: not}"])


@given(code=st.sampled_from([*CODES, "Q999", "q101", "output-verb"]), reason=REASONS)
def test_of_rules_set_aside_both_take_the_same(code: str, reason: str) -> None:
    lint = f"{{{code}: {reason}}}"
    refused = front_by_schema("objective", f"---\nlint: {lint}\n---\n")
    assert bool(lint_by_goalsite(lint)) == bool(refused)


BEGINNINGS = sorted({code[:length] for code in CODES for length in range(1, 5)})
RULES = st.sampled_from([*BEGINNINGS, "ALL", "Z", "Q9", "q101", "Q1010", "output-verb", ""])


@given(begin=RULES, level=st.sampled_from(["error", "warning", "info"]))
def test_of_rules_both_take_the_same(begin: str, level: str) -> None:
    for config in (
        f"rules: {{select: ['{begin}']}}",
        f"rules: {{ignore: ['{begin}']}}",
        f"rules: {{severity: {{'{begin}': {level}}}}}",
        f"rules: {{per-path: {{'goals/a/**': ['{begin}']}}}}",
        f"rules: {{thresholds: {{'{begin}': {{max: 3}}}}}}",
    ):
        assert bool(config_by_goalsite(config)) == bool(config_by_schema(config)), config


@pytest.mark.parametrize(
    ("kind", "front"),
    [
        ("objective", "statu: active"),
        ("objective", "status: activ"),
        ("objective", "due: 2026-13-01"),
        ("objective", "weight: -1"),
        ("objective", "weight: heavy"),
        ("objective", "cadence: weekly"),
        ("objective", "owner: Platform team"),
        ("objective", "supports: win-trust"),
        ("objective", "outcome: achieved"),
        ("objective", "{status: closed, score: 7}"),
        ("objective", "contributes: [{weight: 2}]"),
        ("objective", "depends_on: [{goal: win-trust, team: platform}]"),
        ("objective", "depends_on: [{ask: review}]"),
        ("objective", "checkins: [{confidence: 0.5}]"),
        ("objective", "checkins: [{date: 2026-10-09, value: 3}]"),
        ("objective", "key_results: [{id: a b}]"),
        ("objective", "key_results: [{id: a, metric: {unit: min}}]"),
        (
            "objective",
            "key_results: [{id: a, metric: {target: 5, levels: {commit: 1, target: 2, stretch: 3}}}]",
        ),
        ("objective", "key_results: [{id: a, metric: {target: soon}}]"),
        ("objective", "key_results: [{id: a, metric: {target: 5}, binary: {done: true}}]"),
        ("objective", "key_results: [{id: a, maintain: {every: week}}]"),
        ("objective", "key_results: [{id: a, milestones: []}]"),
        ("objective", "key_results: [{id: a, zones: {commit: some}}]"),
        ("objective", "key_results: [{id: a, checkins: [{date: 2026-10-09, confidence: 11}]}]"),
        ("objective", "key_results: [{id: a, status: replaced}]"),
        ("kpi", "direction: up"),
        ("kpi", "frequency: weekly"),
        ("kpi", "leading: maybe"),
        ("kpi", "series: [[2026-10-05]]"),
        ("kpi", "series: [[October, 5]]"),
        ("kpi", "targets: [{form: 2026-01-01, target: 5}]"),
        ("kpi", "cascades_from: {share: 40%}"),
        ("team", "mode: both"),
        ("team", "members: ada"),
        ("person", "email: ada@example.org"),
        ("page", "owner: ada"),
    ],
)  # fmt: skip
def test_both_refuse_what_is_wrong(kind: str, front: str) -> None:
    assert front_by_goalsite(kind, front)
    assert front_by_schema(kind, f"---\n{front}\n---\n")


@pytest.mark.parametrize(
    "config",
    [
        "site_nam: Goals",
        "site_url: example.org",
        "fiscal_year_start: 13",
        "fiscal_year_named_by: middle",
        "pace: {on_track: 90}",
        "cadence: weekly",
        "holidays: [{start: 2026-12-24}]",
        "cycles: [{id: a/b, start: 2026-01-01, end: 2026-02-01}]",
        "languages: en",
        "rules: {select: [nothing]}",
        "rules: {ignore: [S001]}",
        "rules: {thresholds: {Q101: {team: 3}}}",
    ],
)
def test_both_refuse_a_wrong_configuration(config: str) -> None:
    assert config_by_goalsite(config)
    assert config_by_schema(config)


STARTER = starter(date(2026, 11, 22))
OWN = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "goals").rglob("*.md"))
}
TAUGHT = [
    code
    for path in sorted((ROOT / "docs").rglob("*.md"))
    if path.parent.name != "rules"  # whose examples are wrong on purpose
    for language in ("yaml", "markdown")
    for code in fences(path, language)
    if code.startswith("---\n")
]


def kind_of(path: str, text: str) -> str:
    """The kind of a goal file."""
    said = re.search(r"^kind: (\w+)$", text, re.MULTILINE)
    return said[1] if said else kind_by_place(path.removeprefix("goals/"), text.startswith("---\n"))


@pytest.mark.parametrize("files", [OWN, STARTER], ids=["own", "starter"])
def test_every_goal_of_this_repository_and_of_the_starter_is_right(files: dict[str, str]) -> None:
    goals = {path: text for path, text in files.items() if path.endswith(".md")}
    said = {path: front_by_schema(kind_of(path, text), text) for path, text in goals.items()}
    assert {path: faults for path, faults in said.items() if faults} == {}


@pytest.mark.parametrize("goal", TAUGHT)
def test_every_goal_in_the_manual_is_right(goal: str) -> None:
    assert front_by_schema("kpi" if "\ndefinition:" in goal else "objective", goal) == []


@pytest.mark.parametrize(
    "config",
    [
        (ROOT / "config.yaml").read_text(encoding="utf-8"),
        STARTER["config.yaml"],
        re.sub(r"^# (?= |[a-z_]+:)", "", STARTER["config.yaml"], flags=re.MULTILINE),
        next(fences(ROOT / "docs" / "reference" / "config.md", "yaml")),
    ],
    ids=["own", "starter", "starter-uncommented", "manual"],
)
def test_every_configuration_is_right(config: str) -> None:
    assert config_by_schema(config) == []
