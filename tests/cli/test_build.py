from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Goalsite
from tests.conftest import GitRepo

Write = Callable[[dict[str, str]], Path]
GOALS = {"goals/2026-Q4/trust.md": "---\ntitle: Customers trust us\n---\n"}
OWN = "{% extends 'default/dashboard.html.j2' %}{% block title %}Ours alone{% endblock %}"


def test_a_folder_of_ones_own_overrides_the_theme_file_by_file(goalsite: Goalsite, written: Write) -> None:
    config = "theme: {custom_dir: look}\n"
    folder = written(
        {**GOALS, "config.yaml": config, "look/dashboard.html.j2": OWN, "look/assets/x.txt": "x"}
    )
    assert goalsite("build", cwd=folder).code == 0
    assert "<title>Ours alone</title>" in (folder / "site/index.html").read_text()
    assert (folder / "site/assets/x.txt").read_text() == "x"
    assert (folder / "site/assets/site.css").is_file()


def test_a_theme_is_found_by_its_path_too(goalsite: Goalsite, written: Write) -> None:
    config = "theme: {name: ./mine}\n"
    folder = written({**GOALS, "config.yaml": config, "mine/dashboard.html.j2": OWN})
    assert goalsite("build", cwd=folder).code == 0
    assert "<title>Ours alone</title>" in (folder / "site/index.html").read_text()


def test_safe_takes_nothing_of_the_repository_for_code(goalsite: Goalsite, written: Write) -> None:
    config = "theme: {custom_dir: look}\n"
    folder = written({**GOALS, "config.yaml": config, "look/dashboard.html.j2": OWN})
    assert goalsite("build", "--safe", cwd=folder).code == 0
    assert "Ours alone" not in (folder / "site/index.html").read_text()


def test_an_unknown_theme_is_told_and_nothing_is_published(goalsite: Goalsite, written: Write) -> None:
    folder = written({**GOALS, "config.yaml": "theme: defualt\n"})
    run = goalsite("build", cwd=folder)
    assert run.code == 1
    assert 'did you mean "default"?' in run.err
    assert not (folder / "site").exists()


def test_an_unknown_language_is_told_by_check_too(goalsite: Goalsite, written: Write) -> None:
    run = goalsite("check", cwd=written({**GOALS, "config.yaml": "languages: [en, xx]\n"}))
    assert run.code == 1
    assert 'S041 bad-config: language is "xx", must be en or zh' in run.err


def test_a_template_at_fault_is_told_at_its_line(goalsite: Goalsite, written: Write) -> None:
    config = "theme: {custom_dir: look}\n"
    folder = written({**GOALS, "config.yaml": config, "look/dashboard.html.j2": "fine\n{% if %}\n"})
    run = goalsite("build", cwd=folder)
    assert run.code == 1
    assert "look/dashboard.html.j2:2:1: S041" in run.err
    assert "this is a bug" not in run.err


def test_somebody_elses_file_is_never_overwritten(goalsite: Goalsite, written: Write) -> None:
    folder = written({**GOALS, "site/index.html": "<h1>Mine</h1>"})
    run = goalsite("build", cwd=folder)
    assert run.code == 1
    assert "index.html" in run.err
    assert (folder / "site/index.html").read_text() == "<h1>Mine</h1>"


def test_another_language_has_a_tree_of_its_own(goalsite: Goalsite, written: Write) -> None:
    folder = written({**GOALS, "config.yaml": "languages: [en, zh]\n"})
    assert goalsite("build", cwd=folder).code == 0
    assert '<html lang="en"' in (folder / "site/goals/2026-Q4/trust/index.html").read_text()
    assert '<html lang="zh"' in (folder / "site/zh/goals/2026-Q4/trust/index.html").read_text()


def test_the_folder_of_the_site_can_be_chosen(goalsite: Goalsite, written: Write, tmp_path: Path) -> None:
    folder = written(GOALS)
    assert goalsite("build", "--site-dir", str(tmp_path / "out"), cwd=folder).code == 0
    assert (tmp_path / "out/index.html").is_file()
    assert not (folder / "site").exists()


def test_a_site_that_would_bury_its_goals_is_refused(goalsite: Goalsite, written: Write) -> None:
    folder = written(GOALS)
    for place in (".", "..", "/", "goals", "goals/site"):
        run = goalsite("build", "--site-dir", place, cwd=folder)
        assert run.code == 2, place
        assert "name a folder for the site alone" in run.err
    assert [path.name for path in folder.iterdir()] == ["goals"]


def test_without_its_goals_folder_a_published_site_stays(goalsite: Goalsite, written: Write) -> None:
    folder = written(GOALS)
    assert goalsite("build", cwd=folder).code == 0
    (folder / "goals").rename(folder / "aims")
    run = goalsite("build", cwd=folder)
    assert run.code == 1
    assert "S050" in run.err
    assert (folder / "site/goals/2026-Q4/trust/index.html").is_file()


def test_a_site_is_built_as_it_was_at_a_commit_on_the_day_of_that(
    git_repo: Callable[..., GitRepo], goalsite: Goalsite
) -> None:
    repo = git_repo()
    goal = "---\ntitle: Builds are {}\n---\n"
    repo.commit({"goals/2026-Q4/a.md": goal.format("fast"), "config.yaml": "site_name: Then\n"})
    repo.commit({"goals/2026-Q4/a.md": goal.format("instant")}, "2026-11-09T09:00:00+00:00")
    repo.write({"goals/2026-Q4/a.md": "not finished"})
    run = goalsite("build", "--at", "HEAD~1", "--site-dir", "then", cwd=repo.root)
    assert run.code == 0, run.err
    data = json.loads((repo.root / "then/goals.json").read_text(encoding="utf-8"))
    assert (data["as_of"], data["site"]["name"]) == ("2026-10-05", "Then")
    assert [one["title"] for one in data["goals"]] == ["Builds are fast"]
    assert data["commit"] == repo.git("rev-parse", "HEAD~1")
    run = goalsite("build", "--at", "HEAD", "--as-of", "2026-12-01", "--site-dir", "now", cwd=repo.root)
    data = json.loads((repo.root / "now/goals.json").read_text(encoding="utf-8"))
    assert (data["as_of"], data["goals"][0]["title"]) == ("2026-12-01", "Builds are instant")


def test_a_site_of_the_past_has_the_look_and_the_place_of_today(
    git_repo: Callable[..., GitRepo], goalsite: Goalsite
) -> None:
    repo = git_repo()
    goal = "---\ntitle: Builds are fast\n---\n"
    repo.commit({"goals/2026-Q4/a.md": goal, "config.yaml": "theme: {name: ./old}\n"})
    repo.commit({"config.yaml": "theme: {custom_dir: look}\nsite_dir: public\n", "look/assets/x.txt": "x"})
    run = goalsite("build", "--at", "HEAD~1", cwd=repo.root)
    assert run.code == 0, run.err
    assert (repo.root / "public/assets/x.txt").is_file()


def test_what_names_no_commit_is_told(git_repo: Callable[..., GitRepo], goalsite: Goalsite) -> None:
    repo = git_repo()
    repo.commit({"goals/2026-Q4/a.md": "---\ntitle: Builds are fast\n---\n"})
    run = goalsite("build", "--at", "v9", cwd=repo.root)
    assert run.code == 2
    assert "git knows no revision 'v9' here\n  hint: see git log" in run.err
    assert not (repo.root / "site").exists()
