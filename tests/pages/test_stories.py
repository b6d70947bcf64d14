from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from goalsite.pages.stories import Stories
from goalsite.pipeline import figure
from goalsite.printing import render_site
from goalsite.project import open_project
from tests.commands import goalsite
from tests.conftest import GitRepo
from tests.pages.remembered import GOAL, NAME, MakeRepo, at, begun, desk_of, goal
from tests.terminal import typed


def site_of(folder: Path) -> dict[str, bytes]:
    known = figure(open_project(folder), date(2026, 11, 17), with_history=True)
    return {artifact.path: artifact.content for artifact in render_site(known).artifacts}


def changed(repo: GitRepo) -> GitRepo:
    repo.commit({GOAL: goal(target=6)}, at("11-12"), "Five was never real")
    return repo


def test_every_clone_of_a_commit_makes_the_same_bytes(git_repo: MakeRepo, tmp_path: Path) -> None:
    repo = changed(begun(git_repo))
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(repo.root), str(clone)], check=True)
    assert site_of(clone) == site_of(repo.root)


def test_a_site_of_an_earlier_commit_knows_nothing_later(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    first = repo.git("rev-parse", "HEAD")
    changed(repo)
    run = goalsite("build", "--at", first, "--keep-going", "--site-dir", "then", cwd=repo.root)
    assert "files written" in run.out, run.err
    page = (repo.root / "then" / "goals" / NAME / "index.html").read_text(encoding="utf-8")
    assert 'id="history"' in page
    assert "12 Nov" not in page
    assert f"<code>{first[:7]}</code>" in page


def test_the_footer_names_the_commit_that_changed_the_source_of_the_page_last(git_repo: MakeRepo) -> None:
    repo = changed(begun(git_repo, "Lin Chen"))
    site = site_of(repo.root)
    assert "Last changed 12 Nov 2026 by ada" in site[f"goals/{NAME}/index.html"].decode()
    for page in ("teams/platform", "people/lin"):
        assert "Last changed 1 Oct 2026 by Lin Chen" in site[f"{page}/index.html"].decode()


def test_markup_and_addresses_in_names_and_messages_stay_text(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(target=6)}, at("11-12"), "<b>Ask</b> a@b.example", "<script>alert(1)</script>")
    repo.commit({GOAL: goal(target=7)}, at("11-13"), "javascript:alert(1)", "a@b.example")
    site = {path: content.decode() for path, content in site_of(repo.root).items() if path.endswith("html")}
    pages = "".join(content for path, content in site.items() if path.startswith(("goals", "changes")))
    assert "a@b.example" not in "".join(site.values())
    assert "&lt;b&gt;Ask&lt;/b&gt;" in pages
    assert "<b>Ask" not in pages
    assert "<script>alert" not in pages


def test_only_what_makes_pages_reads_the_whole_past(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    known = figure(open_project(repo.root), date(2026, 11, 17))
    assert known.history.past is None
    assert known.timeline.changed


def test_a_build_finds_what_a_check_finds(git_repo: MakeRepo) -> None:
    repo = changed(begun(git_repo))
    project, day = open_project(repo.root), date(2026, 11, 17)
    assert figure(project, day).diagnostics == figure(project, day, with_history=True).diagnostics
    assert figure(project, day).analysis == figure(project, day, with_history=True).analysis


def test_a_project_without_git_remembers_nothing(tmp_path: Path) -> None:
    path = tmp_path / GOAL
    path.parent.mkdir(parents=True)
    path.write_text(goal(), encoding="utf-8")
    (tmp_path / "config.yaml").write_text("timezone: UTC\n", encoding="utf-8")
    desk = desk_of(GitRepo(tmp_path))
    assert desk.stories == Stories()
    assert b'id="history"' not in site_of(tmp_path)[f"goals/{NAME}/index.html"]


def test_a_goal_of_which_a_day_knows_nothing_yet_is_not_said_to_be_uncommitted(git_repo: MakeRepo) -> None:
    desk = desk_of(begun(git_repo), "2026-09-01")
    assert desk.stories.unknown == frozenset()
    assert desk.stories.last == {}


def test_on_a_terminal_a_bar_tells_how_far_the_reading_is(git_repo: MakeRepo) -> None:
    repo = changed(begun(git_repo))
    run = typed("build", "--keep-going", "--as-of", "2026-11-17", answers="", cwd=repo.root)
    assert "reading history" in run.out
    assert "rendering" in run.out
