from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Goalsite

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
