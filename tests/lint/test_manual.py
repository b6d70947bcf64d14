"""Every page of the manual is whole, and its examples do what it says."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from goalsite.core.codes import CODES
from goalsite.lint import registry
from goalsite.lint.manual import HEADINGS, module_of, page
from tests.lint.manual_examples import findings, told

TOLD_EARLIER = ("Q134",)  # by the stage that follows the edges
TOLD = [code.code for code in CODES.values() if code.told]
# What no text file can show; each names the test that makes the finding.
WITHOUT_EXAMPLE = {
    "S037": "tests/source/test_decode.py",
    "S042": "tests/history/test_doubts.py",
    "S043": "tests/source/test_read.py",
    "S046": "tests/history/test_doubts.py",
    "S054": "tests/history/test_doubts.py",
}


@pytest.mark.parametrize("code", TOLD)
def test_a_page_has_a_sentence_and_every_section(code: str) -> None:
    """One sentence, then why, wrong, right, how to fix and source, none of them empty."""
    shown = page(code)
    assert shown.sentence.endswith(".")
    assert [heading for heading, _ in shown.sections] == list(HEADINGS)
    assert all(text for _, text in shown.sections)


@pytest.mark.parametrize("code", TOLD)
def test_wrong_examples_print_what_the_page_says(code: str, tmp_path: Path) -> None:
    """Each wrong example, checked as a repository, prints exactly the output below it."""
    examples = page(code).wrong
    assert bool(examples) != (code in WITHOUT_EXAMPLE)
    for number, example in enumerate(examples):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert told(findings(example, folder), code, folder) == example.output


@pytest.mark.parametrize("code", TOLD)
def test_right_examples_are_right(code: str, tmp_path: Path) -> None:
    """A right example has no error, and no finding of the page's own code."""
    for number, example in enumerate(page(code).right):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = findings(example, folder)
        assert [one for one in found if one.code == code or one.severity == "error"] == []


@pytest.mark.parametrize("code", [code.code for code in CODES.values() if not code.told])
def test_a_code_that_is_not_told_has_a_page_and_no_module(code: str) -> None:
    """A reserved or removed code can be looked up, and nothing checks it."""
    assert page(code).sections == ()
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module(module_of(CODES[code]))


def test_every_rule_is_registered_with_the_check_of_its_module() -> None:
    """Each code but those of structure stands in the registry, where S040 looks at texts, too; one may look
    at goals of both kinds."""
    rules = (*registry.ON_OBJECTIVES, *registry.ON_KPIS, *registry.ON_SITE, *registry.ON_TEXTS)
    checked = [code for code in TOLD if not code.startswith("S") and code not in TOLD_EARLIER]
    assert sorted({code for code, _ in rules}) == sorted([*checked, "S040"])
    for code, check in rules:
        module = sys.modules[module_of(CODES[code])]
        assert check in (module.check, getattr(module, "check_kpi", None))
