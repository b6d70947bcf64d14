"""Goals with a past in git, and what rules say of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from goalsite.pipeline import figure
from goalsite.project import open_project
from tests.conftest import GitRepo

MakeRepo = Callable[..., GitRepo]

PATH = "goals/2026-Q4/checkout.md"
MINUTES = "id: minutes, title: Time from basket to receipt, metric: {unit: min, baseline: 9, target: 3}"
PAID = 'id: paid, title: Share of baskets that are paid, metric: {unit: "%", baseline: 52, target: 65}'


def goal(*results: str, front: str = "owner: ada") -> str:
    """An objective; each of its key results is what stands within `{…}`."""
    lines = [f"  - {{{result}}}" for result in results]
    return "\n".join(["---", "title: Buying takes no thought", front, "key_results:", *lines, "---", ""])


def at(day: str) -> str:
    """A moment of a day of 2026, given as 10-05."""
    return f"2026-{day}T09:00:00Z"


def begun(make: MakeRepo, text: str) -> GitRepo:
    """A repository with that goal, since before its cycle."""
    repo = make()
    repo.commit({PATH: text}, at("09-28"))
    return repo


def told(repo: GitRepo, code: str, as_of: str = "2026-11-16") -> list[str]:
    """The findings of one code as `line: message`."""
    found = figure(open_project(repo.root), date.fromisoformat(as_of)).diagnostics
    return [f"{one.line}: {one.message}" for one in found if one.code == code]
