"""The manual: a page for each code, which is the docstring of the module that is named after it."""

from __future__ import annotations

import importlib
import re
from datetime import date

from msgspec import Struct, field

from goalsite.core.codes import CODES, FAMILIES, Code
from goalsite.core.values import replace

HEADINGS = ("Why", "Wrong", "Right", "How to fix", "Source")
"""The sections of every page, in this order."""

EXAMPLE_DAY = date(2026, 11, 16)
"""The day for which examples are checked, where they do not say `As of …`."""


class Example(Struct, frozen=True):
    """Files by path, the day they are checked for, and what `check` says of them for the page's code.

    `commits` are those of an example whose history counts, each with its day and files, oldest first.
    """

    files: tuple[tuple[str, str], ...]
    as_of: date = EXAMPLE_DAY
    output: str = ""
    commits: tuple[tuple[date, tuple[tuple[str, str], ...]], ...] = ()


class Page(Struct, frozen=True):
    """What the manual says of one code: one sentence, then the sections as Markdown."""

    code: Code
    sentence: str
    sections: tuple[tuple[str, str], ...] = field(default=())

    def section(self, heading: str) -> str:
        """The text of a section; empty where the page has none."""
        return dict(self.sections).get(heading, "")

    @property
    def wrong(self) -> tuple[Example, ...]:
        """Broken examples with their output."""
        return _examples(self.section("Wrong"))

    @property
    def right(self) -> tuple[Example, ...]:
        """Sound examples."""
        return _examples(self.section("Right"))


def page(code: str) -> Page:
    """The page of a code; one without sections for a code that is reserved or removed."""
    known = CODES[code]
    if not known.told:
        return Page(known, f"{known.summary[0].upper()}{known.summary[1:]}.")
    module = importlib.import_module(module_of(known))
    sentence, *parts = re.split(r"^## (.+)$", (module.__doc__ or "").strip(), flags=re.MULTILINE)
    sections = tuple(
        (heading.strip(), text.strip()) for heading, text in zip(parts[::2], parts[1::2], strict=True)
    )
    return Page(known, " ".join(sentence.split()), sections)


def module_of(code: Code) -> str:
    """The name of the module that holds a code's page and, but for structure, its check."""
    name = code.name.replace("-", "_")
    return f"goalsite.lint.{FAMILIES[code.code[0]]}.{code.code.lower()}_{name}"


# A file of an example: its path in backticks on a line of its own, then its content in a fence.
_BLOCK = re.compile(
    r"^`(?P<path>[^`\n]+)`\n\n(?P<fence>`{3,})\w*\n(?P<content>.*?)^(?P=fence)$"
    r"|^```text\n(?P<output>.*?)^```$"
    r"|^As of (?P<day>\d{4}-\d\d-\d\d):$"
    r"|^Committed on (?P<committed>\d{4}-\d\d-\d\d):$",
    re.MULTILINE | re.DOTALL,
)


def _examples(text: str) -> tuple[Example, ...]:
    """The examples of a section; of wrong ones each ends with its output, right ones are one a section."""
    examples: list[Example] = []
    example = Example(())
    for block in _BLOCK.finditer(text):
        if block["path"]:
            example = _with_file(example, (block["path"], block["content"]))
        elif block["day"]:
            example = replace(example, as_of=date.fromisoformat(block["day"]))
        elif block["committed"]:
            commit = (date.fromisoformat(block["committed"]), ())
            example = replace(example, commits=(*example.commits, commit))
        else:
            examples.append(replace(example, output=block["output"]))
            example = Example(())
    return (*examples, example) if example.files or example.commits else tuple(examples)


def _with_file(example: Example, file: tuple[str, str]) -> Example:
    """The example with one file more, in its last commit if it has any."""
    if not example.commits:
        return replace(example, files=(*example.files, file))
    *before, (day, files) = example.commits
    return replace(example, commits=(*before, (day, (*files, file))))
