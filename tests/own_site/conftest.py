"""This project's own goals as a site that shows every kind of page there is, in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands import ROOT, goalsite, write

DAY = "2026-11-22"
MORE = """
site_url: https://goals.example/
repo_url: https://github.com/example/goals
outputs: {cards: true, goal_feeds: true}
comments: {provider: giscus, repo: example/goals, repo_id: R_a, category: Goals, category_id: DIC_a}
"""
MOVED = "---\ntitle: Readers find what they look for\ncycle: 2026-Q4\naliases: [moved]\n---\n"
BROKEN = "---\ntitle: [\n---\n"


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site; a goal that moved and one that cannot be read have their pages, too."""
    folder = tmp_path_factory.mktemp("own")
    config = (ROOT / "config.yaml").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "goals", folder / "goals")
    write(folder, {"config.yaml": config + MORE, "goals/find.md": MOVED, "goals/broken.md": BROKEN})
    run = goalsite("build", "--keep-going", "--as-of", DAY, cwd=folder)
    assert (run.code, " S030 " in run.err) == (1, True), run.err
    assert " files written" in run.out, run.err
    return folder / "site"
