"""The fixtures keep what they promise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.conftest import GitRepo


def test_browser_shows_a_page_of_a_served_folder(
    browser: Browser, serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_bytes("<!doctype html><meta charset=utf-8><title>目标</title>".encode())
    page = browser.new_page()
    page.goto(serve_folder(tmp_path))
    assert page.title() == "目标"
    page.close()


def test_two_repositories_made_alike_have_the_same_commits(git_repo: Callable[..., GitRepo]) -> None:
    one, two = git_repo("one"), git_repo("two")
    assert one.commit({"a.md": "x\n"}) == two.commit({"a.md": "x\n"})


def test_a_commit_holds_its_date_author_and_deletions(git_repo: Callable[..., GitRepo]) -> None:
    repo = git_repo()
    repo.commit({"a.md": "x\n", "b.md": "y\n"})
    repo.commit({"a.md": None}, date="2026-11-02T08:00:00+01:00", author="lin")
    assert repo.git("log", "-1", "--format=%an %aI") == "lin 2026-11-02T08:00:00+01:00"
    assert repo.git("ls-files") == "b.md"
