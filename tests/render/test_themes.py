from __future__ import annotations

from pathlib import Path

import pytest

from goalsite.core.config import Theme
from goalsite.core.diagnostics import Mark
from goalsite.render.themes import theme_assets, theme_folders, theme_names

MARKS = {"theme": Mark(3, 3), "theme.name": Mark(3, 9), "theme.custom_dir": Mark(4, 15)}


def folders_of(theme: Theme, root: Path) -> tuple[list[Path], list[str]]:
    folders, problems = theme_folders(theme, root, "config.yaml", MARKS)
    told = [f"{p.path}:{p.line}:{p.column}: {p.code} {p.message} ({p.hint})" for p in problems]
    return list(folders), told


def test_the_default_theme_is_found_by_its_name(tmp_path: Path) -> None:
    folders, told = folders_of(Theme(), tmp_path)
    assert [folder.name for folder in folders] == ["default"]
    assert told == []
    assert "default" in theme_names()


def test_a_misspelt_theme_is_told_with_a_suggestion_and_the_default_is_used(tmp_path: Path) -> None:
    folders, told = folders_of(Theme(name="defalt"), tmp_path)
    assert [folder.name for folder in folders] == ["default"]
    assert told == [
        (
            'config.yaml:3:9: S041 theme.name is "defalt", must be default, or a path with a /'
            ' (did you mean "default"?)'
        )
    ]


@pytest.mark.parametrize("name", ["..", ".", "", "\0"])
def test_a_name_is_no_way_to_a_folder(name: str, tmp_path: Path) -> None:
    folders, told = folders_of(Theme(name=name), tmp_path)
    assert [folder.name for folder in folders] == ["default"]
    assert len(told) == 1


def test_ones_own_folder_comes_first_then_the_theme_then_the_default(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "themes" / "house").mkdir(parents=True)
    folders, told = folders_of(Theme(name="themes/house", custom_dir="overrides"), tmp_path)
    assert folders[:2] == [tmp_path / "overrides", tmp_path / "themes" / "house"]
    assert folders[2].name == "default"
    assert told == []


def test_folders_that_are_not_there_are_told_and_left_out(tmp_path: Path) -> None:
    folders, told = folders_of(Theme(name="themes/house", custom_dir="overrides"), tmp_path)
    assert [folder.name for folder in folders] == ["default"]
    hint = "(make the folder, or take the key away)"
    assert told == [
        f'config.yaml:4:15: S041 theme.custom_dir is "overrides", and there is no such folder {hint}',
        f'config.yaml:3:9: S041 theme.name is "themes/house", and there is no such folder {hint}',
    ]


def test_a_theme_given_by_its_name_alone_is_told_at_that_name(tmp_path: Path) -> None:
    _, (found,) = theme_folders(Theme(name="defalt"), tmp_path, "config.yaml", {"theme": Mark(2, 8)})
    assert (found.line, found.column, found.length) == (2, 8, 6)


def test_assets_are_overridden_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "site.css").write_text("body{}")
    (tmp_path / "assets" / "logo.svg").write_text("<svg/>")
    (tmp_path / "assets" / ".hidden").write_text("")
    default, _ = folders_of(Theme(), tmp_path)
    assets = dict(theme_assets((tmp_path, *default)))
    assert assets["assets/site.css"] == b"body{}"
    assert list(assets) == sorted(assets)
    assert set(assets) == {*dict(theme_assets(tuple(default))), "assets/logo.svg"}


@pytest.mark.parametrize("theme", [Theme(custom_dir="x" * 5000), Theme(name="x/" + "y" * 5000)])
def test_a_folder_whose_name_no_disk_takes_is_missing(theme: Theme, tmp_path: Path) -> None:
    folders, told = folders_of(theme, tmp_path)
    assert [folder.name for folder in folders] == ["default"]
    assert "there is no such folder" in told[0]
