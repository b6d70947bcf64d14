"""`goalsite publish`, as a person and a CI service call it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.commands import Run, write
from tests.conftest import GitRepo

DAY = ("--as-of", "2026-11-16")
GOAL = """\
---
title: Every engineer trusts a green build
cycle: 2026-Q4
owner: ada
key_results:
  - {id: p50, title: Median time to green, metric: {unit: min, baseline: 14, target: 5}}
---
"""
# What a host of pages does after each push, and a rule that many a host has.
SHOW = """#!/bin/sh
git show-ref --quiet gh-pages || exit 0
git archive --output=pages.tar gh-pages && rm -rf ../web/* && tar -x -f pages.tar -C ../web
"""
NO_FORCE = """#!/bin/sh
case $2 in *[!0]*) git merge-base --is-ancestor $2 $3;; esac
"""


@pytest.fixture
def repo(git_repo: Callable[..., GitRepo], tmp_path: Path) -> GitRepo:
    """A repository of goals with a remote, on which hooks guard the branches and show the site in `web`."""
    hub = tmp_path / "hub.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", str(hub)], check=True)
    for name, script in (("post-receive", SHOW), ("update", NO_FORCE)):
        (hub / "hooks" / name).write_text(script, encoding="utf-8")
        (hub / "hooks" / name).chmod(0o755)
    (tmp_path / "web").mkdir()
    repo = git_repo("repo")
    repo.git("remote", "add", "origin", "../hub.git")
    repo.commit(
        {"config.yaml": "site_name: Example\n", ".gitignore": "/site/\n", "goals/2026-Q4/green.md": GOAL}
    )
    repo.git("push", "--quiet", "origin", "main")
    return repo


def test_a_change_goes_from_a_branch_through_check_and_diff_to_the_page_that_readers_see(
    repo: GitRepo, goalsite: Callable[..., Run], browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    def did(*words: str) -> str:
        run = goalsite(*words, cwd=repo.root)
        assert run.code == 0, run.err
        return run.out

    did("build", *DAY)
    first = did("publish")
    assert re.search(
        r"^gh-pages at origin: \d+ files written, 0 unchanged, 0 removed; commit \w{10}$", first, re.M
    )
    repo.git("switch", "--quiet", "--create", "topic")
    changed = GOAL.replace("Every engineer trusts", "Everybody trusts")
    repo.commit({"goals/2026-Q4/green.md": changed}, "2026-11-16T09:00:00+00:00")
    did("check", *DAY)
    assert "Everybody trusts a green build" in did("diff", "main", "topic", *DAY)
    repo.git("switch", "--quiet", "main")
    repo.git("merge", "--quiet", "--ff-only", "topic")
    repo.git("push", "--quiet", "origin", "main")
    did("build", *DAY)
    foreseen = did("publish", "--dry-run")
    assert "would write goals/2026-Q4/green/index.html" in foreseen
    second = did("publish", "--message", "For the board")
    counts = re.search(r": (\d+) files written", second)
    assert counts is not None
    assert f": {counts[1]} files to write" in foreseen
    assert ": 0 files written" in did("publish")
    repo.git("fetch", "--quiet")
    assert (
        repo.git("log", "--format=%s", "origin/gh-pages")
        == "For the board\nPublish the goals as of 2026-11-16"
    )
    page = browser.new_page()
    page.goto(serve_folder(repo.root.parent / "web") + "goals/2026-Q4/green/")
    assert page.locator("h1").inner_text().startswith("Everybody trusts a green build")
    page.close()


def test_what_cannot_be_published_is_told_with_the_next_step(
    repo: GitRepo, goalsite: Callable[..., Run], tmp_path: Path
) -> None:
    none = goalsite("publish", cwd=repo.root)
    assert (none.code, none.err) == (
        1,
        "goalsite: site holds no built site\n  hint: run goalsite build first\n",
    )
    write(repo.root, {"goals/2026-Q4/green.md": GOAL.replace("ada", "bob")})
    goalsite("build", *DAY, cwd=repo.root)
    write(repo.root, {"site/CNAME": "example.org"})
    strict = goalsite("publish", "--strict", cwd=repo.root)
    assert strict.code == 1
    assert "changes that are not committed" in strict.err
    assert "not published, as no build wrote it: CNAME" in strict.err
    for words, told in (
        (("publish", "s3://bucket", "--branch", "x"), "--branch is for a branch"),
        (("publish", "ada@example.org:/var/www"), "is a folder of another machine"),
    ):
        wrong = goalsite(*words, cwd=repo.root)
        assert (wrong.code, told in wrong.err) == (2, True), wrong.err
    lost = goalsite("publish", "gh-pages", cwd=repo.root)
    assert (lost.code, "a branch is named with --branch" in lost.err) == (1, True)
    (tmp_path / "www").mkdir()
    here = goalsite("publish", f"file://{tmp_path}/www", cwd=repo.root)
    assert (here.code, "files written, 0 unchanged, 0 removed" in here.out) == (0, True)
    assert (tmp_path / "www/index.html").exists()
    assert not (tmp_path / "www/CNAME").exists()
