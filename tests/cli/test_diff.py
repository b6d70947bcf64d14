"""`goalsite diff` in real repositories."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Goalsite
from tests.conftest import GitRepo

Make = Callable[..., GitRepo]
DAY = ("--as-of", "2026-11-16")
BUILDS = """\
---
title: Every engineer trusts a green build
owner: ada
contributes: [win-trust]
key_results:
  - id: p50
    title: Median time to green
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-11-16, value: 9.5}
---
Slow builds cost us time.
"""
FILES: dict[str, str | bytes | None] = {
    "goals/2026-Q4/builds.md": BUILDS,
    "goals/2026-Q4/win-trust.md": "---\ntitle: Customers trust us\nowner: bo\n---\n",
}
EASIER = BUILDS.replace("target: 5", "target: 6")


@pytest.fixture
def repo(git_repo: Make) -> GitRepo:
    """A repository whose branch `easier` moves a target, while main goes on."""
    repo = git_repo()
    repo.commit(FILES, author="ada")
    repo.git("switch", "--quiet", "--create", "easier")
    repo.commit({"goals/2026-Q4/builds.md": EASIER}, "2026-11-12T09:00:00+00:00", author="lin")
    repo.git("switch", "--quiet", "main")
    later = "---\ntitle: Customers love us\nowner: bo\n---\n"
    repo.commit({"goals/2026-Q4/win-trust.md": later}, "2026-11-13T09:00:00+00:00", author="bo")
    return repo


def text(goalsite: Goalsite, repo: GitRepo, *words: str) -> str:
    """What a difference says, with ordinary blanks."""
    run = goalsite("diff", *words, *DAY, cwd=repo.root)
    assert (run.code, run.err) == (0, "")
    return run.out.replace("\N{NO-BREAK SPACE}", " ")


def test_a_branch_is_told_in_words_with_who_and_when_and_what_it_does(
    goalsite: Goalsite, repo: GitRepo
) -> None:
    said = text(goalsite, repo, "main...easier")
    assert "Median time to green: target 5 → 6 min; progress 50% → 56%" in said
    assert "by lin, 12 Nov 2026" in said
    assert "progress with contributions 50% → 56%" in said
    assert "Customers love us" not in said


def test_two_revisions_are_compared_as_they_are_and_two_dots_mean_the_same(
    goalsite: Goalsite, repo: GitRepo
) -> None:
    said = text(goalsite, repo, "main", "easier")
    assert "reworded: “Customers love us” → “Customers trust us”" in said
    assert text(goalsite, repo, "main..easier") == said


def test_without_a_second_revision_it_is_the_working_tree(goalsite: Goalsite, repo: GitRepo) -> None:
    repo.write({"goals/2026-Q4/builds.md": BUILDS.replace("owner: ada", "owner: lin")})
    assert "owner ada → lin" in text(goalsite, repo, "HEAD")
    assert "owner" not in text(goalsite, repo, "HEAD~1", "HEAD")


def test_merge_base_compares_the_working_tree_with_where_it_parted(goalsite: Goalsite, repo: GitRepo) -> None:
    repo.git("switch", "--quiet", "easier")
    said = text(goalsite, repo, "--merge-base", "main")
    assert "target 5 → 6 min" in said
    assert "Customers love us" not in said
    assert "Customers love us" in text(goalsite, repo, "main")


def test_nothing_differs_from_itself(goalsite: Goalsite, repo: GitRepo) -> None:
    assert "Nothing differs." in text(goalsite, repo, "HEAD")
    assert goalsite("diff", "HEAD", "--exit-code", cwd=repo.root).code == 0


def test_exit_code_tells_that_something_differs(goalsite: Goalsite, repo: GitRepo) -> None:
    assert goalsite("diff", "HEAD~1", "--exit-code", cwd=repo.root).code == 1


def test_every_format_can_be_written_into_a_file(goalsite: Goalsite, repo: GitRepo) -> None:
    begins = {
        "text": "main → easier",
        "markdown": "<!-- goalsite diff -->",
        "html": "<!doctype html>",
        "json": "{",
    }
    for form, begin in begins.items():
        run = goalsite("diff", "main", "easier", "--format", form, "--output", "told", *DAY, cwd=repo.root)
        assert (run.code, run.out, run.err) == (0, "", "")
        assert (repo.root / "told").read_text(encoding="utf-8").lstrip().startswith(begin)
    assert json.loads((repo.root / "told").read_text(encoding="utf-8"))["after"]["name"] == "easier"


def test_an_error_on_one_side_is_told_and_stops_nothing(goalsite: Goalsite, repo: GitRepo) -> None:
    repo.write({"goals/2026-Q4/builds.md": BUILDS.replace("[win-trust]", "[nowhere]")})
    said = text(goalsite, repo, "HEAD")
    assert 'S003 no objective is called "nowhere"' in said
    assert "no longer: counts towards" in said


def test_a_branch_that_is_only_on_the_server_is_named(
    goalsite: Goalsite, repo: GitRepo, git_repo: Make
) -> None:
    clone = git_repo("clone")
    clone.git("fetch", "--quiet", str(repo.root), "main:refs/remotes/origin/main", "easier:here")
    clone.git("switch", "--quiet", "here")
    run = goalsite("diff", "main", cwd=clone.root)
    assert run.code == 2
    assert "git knows no revision 'main' here\n  hint: there is origin/main\n" in run.err


def test_a_shallow_clone_says_how_to_bring_the_rest(
    goalsite: Goalsite, repo: GitRepo, tmp_path: Path
) -> None:
    address = repo.root.as_uri()
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", address, str(tmp_path / "flat")], check=True)
    run = goalsite("diff", "HEAD~1", cwd=tmp_path / "flat")
    assert run.code == 2
    assert "git fetch --unshallow" in run.err


def test_what_cannot_be_compared_is_wrong_usage_with_what_to_do(
    goalsite: Goalsite, git_repo: Make, tmp_path: Path
) -> None:
    (tmp_path / "bare").mkdir()
    run = goalsite("diff", "HEAD", cwd=tmp_path / "bare", GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert (run.code, "git init" in run.err) == (2, True)
    empty = git_repo("empty")
    run = goalsite("diff", "HEAD", cwd=empty.root)
    assert (run.code, "commit the goals first" in run.err) == (2, True)
    empty.commit({"goals/a.md": "x"})
    for odd in ("nowhere", "--output=x", "-x", "HEAD..nowhere", "HEAD...nowhere"):
        assert goalsite("diff", "--", odd, cwd=empty.root).code == 2


def test_a_project_in_a_folder_of_the_repository_is_compared(goalsite: Goalsite, git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({f"okr/{path}": content for path, content in FILES.items()})
    repo.commit({"okr/goals/2026-Q4/builds.md": EASIER, "elsewhere.md": "x"}, author="lin")
    run = goalsite("diff", "HEAD~1", "HEAD", *DAY, cwd=repo.root / "okr")
    assert "by lin, 5 Oct 2026" in run.out.replace("\N{NO-BREAK SPACE}", " ")
    assert run.code == 0


def test_the_past_before_there_were_goals_is_empty(goalsite: Goalsite, git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({"README.md": "Hello\n"})
    repo.commit(FILES)
    assert "2 goals are new" in goalsite("diff", "HEAD~1", "HEAD", *DAY, cwd=repo.root).out
