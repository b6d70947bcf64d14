"""Pages of the manual -> Markdown, data, and a list of codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from goalsite.core.codes import CODES, FAMILIES, Code
from goalsite.core.quantities import spelt
from goalsite.lint.manual import Page, page


def as_markdown(shown: Page, level: int = 1) -> str:
    """The page as Markdown, its headings from `level` on."""
    code = shown.code
    parts = [f"{'#' * level} {code.code} {code.name}", standing(code), shown.sentence]
    if code.thresholds:
        bounds = ", ".join(f"`{name}: {spelt(value)}`" for name, value in code.thresholds)
        parts.append(f"Thresholds, under `rules: thresholds: {code.code}:` in `config.yaml`: {bounds}.")
    for heading, text in shown.sections:
        parts += [f"{'#' * (level + 1)} {heading}", text]
    return "\n\n".join(parts)


def standing(code: Code) -> str:
    """One sentence on the severity of a code, or on its place in its life."""
    if code.stage == "reserved":
        return "Reserved: not checked yet."
    if code.stage == "removed":
        return f"Removed; {code.instead} took its place." if code.instead else "Removed."
    leaving = " It is deprecated and will be removed." if code.stage == "deprecated" else ""
    return f"An {code.severity}.{leaving}" if code.severity == "error" else f"A {code.severity}.{leaving}"


def as_data(shown: Page) -> dict[str, Any]:
    """The page as plain data; `sections` by heading, each as Markdown."""
    code = shown.code
    return {
        "code": code.code,
        "name": code.name,
        "severity": code.severity,
        "stage": code.stage,
        "instead": code.instead or None,
        "summary": code.summary,
        "explanation": shown.sentence,
        "thresholds": dict(code.thresholds),
        "sections": dict(shown.sections),
    }


def listed(codes: Iterable[Code]) -> str:
    """One line for each code, in columns; those that are not checked say so."""
    rows = [
        (code.code, code.name, code.severity if code.told else code.stage, code.summary) for code in codes
    ]
    width = max((len(name) for _, name, _, _ in rows), default=0)
    return "\n".join(f"{code}  {name:<{width}}  {severity:<8}  {text}" for code, name, severity, text in rows)


_TITLES = {
    "S": "Structure",
    "Q": "Quality of objectives and key results",
    "R": "Rhythm",
    "K": "KPIs",
    "P": "Safety of a public site",
}


def chapters() -> dict[str, str]:
    """The manual as the files of the docs, by path: a chapter for each family of codes."""
    texts = {}
    for letter, family in FAMILIES.items():
        pages = [page(code) for code in CODES if code.startswith(letter)]
        origin = "Made from the rules by `make manual`. `goalsite rule CODE` prints the same."
        parts = [f"# {_TITLES[letter]}", origin, *(as_markdown(each, 2) for each in pages)]
        texts[f"docs/reference/rules/{family}.md"] = "\n\n".join(parts) + "\n"
    return texts


def table_of_codes() -> str:
    """Every code in a row that leads to its page."""
    rows = ["| code | name | severity | meaning |", "| --- | --- | --- | --- |"]
    for code in CODES.values():
        link = f"rules/{FAMILIES[code.code[0]]}.md#{code.code.lower()}-{code.name}"
        says = code.severity if code.told else code.stage
        rows.append(f"| [{code.code}]({link}) | {code.name} | {says} | {code.summary} |")
    return "\n".join(rows) + "\n"
