"""The manual and the program say the same: codes, keys, headings, examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict

from goalsite.core.config import Comments, Config, Outputs, Pace, Theme
from goalsite.core.diagnostics import Diagnostic
from goalsite.core.values import fields_of
from goalsite.lint.manual_text import chapters, table_of_codes
from goalsite.model import key_results, kpis, measures, objectives, settings, units
from goalsite.model.corpus import read_corpus
from goalsite.model.shapes import Shape
from goalsite.source import frontmatter, yaml
from goalsite.source.nodes import Documents

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
# The chapters of the rules are made from the rules, whose own tests run their examples.
CHAPTERS = REFERENCE / "rules"
PROSE = tuple(
    path
    for path in (ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs").rglob("*.md")))
    if path.parent != CHAPTERS
)
ZONES = frozenset({"UTC", "Europe/Berlin"})


def text(path: Path) -> str:
    """A document's text."""
    return path.read_text(encoding="utf-8")


def first_cells(markdown: str) -> list[str]:
    """What stands in backticks in the first column of the tables."""
    rows = re.findall(r"^\| (`[^|]*) \|", markdown, re.MULTILINE)
    return [key for row in rows for key in re.findall(r"`([^`]+)`", row)]


def fences(path: Path, language: str) -> Iterator[str]:
    """The code blocks of one language in a document, without the indent of the list they stand in."""
    fence = re.compile(rf"^( *)```{language}\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
    for indent, code in fence.findall(text(path)):
        yield re.sub(rf"^{indent}", "", code, flags=re.MULTILINE)


def anchors(path: Path) -> set[str]:
    """The anchors that a document's headings have on a git host."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text(path), flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def findings(goal: str, path: str) -> list[Diagnostic]:
    """What reading one file as a goal reports."""
    document, found = frontmatter.document(goal, path)
    _, _, more = read_corpus(Documents((document,), (), ()), Config())
    return [*found, *more]


def examples(language: str, beginning: str = "") -> list[Any]:
    """Every code block of the manual that begins so, each named by its document."""
    blocks = [(path, code) for path in PROSE for code in fences(path, language) if code.startswith(beginning)]
    return [pytest.param(code, id=f"{path.name}-{number}") for number, (path, code) in enumerate(blocks)]


def test_the_table_of_codes_is_the_list_of_codes() -> None:
    assert text(REFERENCE / "codes.md").endswith("\n\n" + table_of_codes()), "run: make manual"


def test_the_chapters_on_rules_are_made_from_the_rules() -> None:
    written = {f"docs/reference/rules/{path.name}": text(path) for path in CHAPTERS.glob("*.md")}
    assert written == chapters(), "run: make manual"


def test_every_key_of_the_configuration_is_documented_and_no_other() -> None:
    theme = set(fields_of(Theme)) - {"variables"}
    inner = {name for shape in (Pace, Outputs, Comments) for name in fields_of(shape)}
    taken = {*settings.CONFIG_KEYS, *theme, *inner}
    documented = first_cells(text(REFERENCE / "config.md"))
    assert set(documented) == taken
    assert len(documented) == len(taken), "a key is documented twice"


def test_the_documented_defaults_of_the_pace_are_the_program_s() -> None:
    section = text(REFERENCE / "config.md").split("## `pace`")[1].split("\n## ")[0]
    written = re.findall(r"^\| `(\w+)` \|.*\| ([\d.]+) \|$", section, re.MULTILINE)
    defaults = asdict(Pace())
    assert {key: float(value) for key, value in written} == defaults


def test_the_documented_defaults_of_the_outputs_are_the_program_s() -> None:
    section = text(REFERENCE / "config.md").split("## `outputs`")[1].split("\n## ")[0]
    written = re.findall(r"^\| `(\w+)` \|.*\| `(\w+)` \|$", section, re.MULTILINE)
    assert dict(written) == {name: str(value).lower() for name, value in asdict(Outputs()).items()}


@pytest.mark.parametrize(
    "shape",
    [objectives.SHAPE, key_results.SHAPE, kpis.SHAPE, units.TEAM, units.PERSON, units.PAGE],
    ids=lambda shape: shape.what,
)
def test_every_key_that_an_author_may_write_is_documented(shape: Shape) -> None:
    words = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", text(REFERENCE / "format.md")))))
    assert set(shape.keys) <= words


def test_every_measure_has_its_row() -> None:
    assert set(measures.READERS) <= set(first_cells(text(REFERENCE / "format.md")))


@pytest.mark.parametrize("document", PROSE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_to_a_heading_find_it(document: Path) -> None:
    for target, anchor in re.findall(r"\]\(([^)\s#]*)#([^)\s]+)\)", text(document)):
        if "://" not in target:
            assert anchor in anchors(document.parent / target if target else document), f"{target}#{anchor}"


@pytest.mark.parametrize("goal", examples("(?:yaml|markdown)", "---\n"))
def test_a_whole_goal_in_the_manual_is_read_without_a_finding(goal: str) -> None:
    place = "goals/kpis/example.md" if "\ndefinition:" in goal else "goals/2026-Q4/example.md"
    assert findings(goal, place) == []


@pytest.mark.parametrize("code", examples("yaml"))
def test_every_piece_of_yaml_in_the_manual_is_yaml(code: str) -> None:
    _, found = yaml.parse(code.removeprefix("---\n").split("\n---\n")[0] + "\n", "example.yaml")
    assert found == ()


@pytest.mark.parametrize("code", examples("yaml", "key_results:\n"))
def test_key_results_in_the_manual_are_read_without_a_finding(code: str) -> None:
    assert findings(f"---\n{code}---\n", "goals/2026-Q4/example.md") == []


def test_the_example_of_a_configuration_is_read_without_a_finding() -> None:
    node, found = yaml.parse(next(fences(REFERENCE / "config.md", "yaml")), "config.yaml")
    assert [*found, *settings.read_config(node, "config.yaml", ZONES)[1]] == []
