"""This project's own goals as a site that shows every kind of page there is, in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands import ROOT, goalsite, write
from tests.conftest import GitRepo
from tests.pages.remembered import at, goal

DAY = "2026-11-22"
MORE = """
site_url: https://goals.example/
repo_url: https://github.com/example/goals
outputs: {cards: true, goal_feeds: true, snapshots: months}
comments: {provider: giscus, repo: example/goals, repo_id: R_a, category: Goals, category_id: DIC_a}
"""
MOVED = "---\ntitle: Readers find what they look for\ncycle: 2026-Q4\naliases: [moved]\n---\n"
BROKEN = "---\ntitle: [\n---\n"


def _remember(repo: GitRepo) -> None:
    """Give what is there a past, and beside it a goal that changed often."""
    name = "goals/builds.md"
    head = "cycle: 2026-Q4\n"
    repo.git("init", "--quiet", "--initial-branch=main")
    repo.commit({name: goal(head=head)}, at("10-02"), "Goals of the quarter")
    for day in range(10, 22):
        repo.commit({name: goal(target=5 + day / 10, head=head)}, at(f"10-{day}"), "Say it <b>better</b>")
    repo.commit({name: goal(target=7, current=9, head=head)}, at("11-20"), "Check in", "<script>alert(1)")


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site; a goal that moved and one that cannot be read have their pages, too, and
    one has a long history in which its target moved."""
    folder = tmp_path_factory.mktemp("own")
    config = (ROOT / "config.yaml").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "goals", folder / "goals")
    write(folder, {"config.yaml": config + MORE})
    _remember(GitRepo(folder))
    write(folder, {"goals/find.md": MOVED, "goals/broken.md": BROKEN})
    run = goalsite("build", "--keep-going", "--as-of", DAY, cwd=folder)
    assert (run.code, " S030 " in run.err) == (1, True), run.err
    assert " files written" in run.out, run.err
    return folder / "site"
