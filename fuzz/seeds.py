"""Repositories to begin with: the manual's examples, this project's goals, what `goalsite init` writes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fuzz.whole import CONFIG
from goalsite.core.codes import CODES
from goalsite.lint.manual import page

ROOT = Path(__file__).resolve().parents[1]
STARTER = ROOT / "goalsite" / "cli" / "starter"

Repository = dict[str, str]


@cache
def seeds() -> tuple[Repository, ...]:
    """The repositories, each of a few files."""
    return (*_examples(), *_goals(ROOT), *_goals(STARTER))


def _examples() -> list[Repository]:
    pages = [page(code) for code in CODES if not code.startswith("S")]  # those begin from what is sound
    return [dict(example.files) for one in pages for example in (*one.wrong, *one.right)]


def _goals(folder: Path) -> list[Repository]:
    """Each Markdown file of a folder's goals with its table and the configuration, as a repository."""
    config = {CONFIG: (folder / CONFIG).read_text(encoding="utf-8")}
    found = []
    for file in sorted((folder / "goals").rglob("*.md")):
        beside = (file, file.with_suffix(".csv"), file.with_suffix(".checkins.csv"))
        texts = {one: one.read_text(encoding="utf-8") for one in beside if one.exists()}
        named = {one.relative_to(folder).as_posix(): text for one, text in texts.items()}
        found.append(config | named)
    return found
