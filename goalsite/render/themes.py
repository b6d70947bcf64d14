"""A theme's name -> the folders its files are looked up in, first match wins."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from goalsite.core.config import Theme
from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.text import any_of, did_you_mean

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "themes", _PACKAGE.parent / "themes")  # in a wheel; beside the package in a checkout
DEFAULT = "default"
_NO_FOLDER = "make the folder, or take the key away"


def theme_names() -> tuple[str, ...]:
    """The themes that come with goalsite."""
    return tuple(sorted(folder.name for folder in shipped().iterdir() if folder.is_dir()))


def theme_folders(
    theme: Theme, root: Path, path: str, marks: Mapping[str, Mark]
) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Where the theme lies: `custom_dir`, the theme called `name` or the folder there, the default theme.

    Folders are relative to `root`, the repository. What is missing is left out and told in `path`, at the
    place that `marks` has for `theme.name` or `theme.custom_dir`.
    """
    folders: list[Path] = []
    problems: list[Diagnostic] = []
    named = marks.get("theme.name", marks.get("theme", Mark()))
    if theme.custom_dir is not None:
        folders.append(root / theme.custom_dir)
        if not _is_folder(folders[-1]):
            told = f'theme.custom_dir is "{theme.custom_dir}", and there is no such folder'
            mark = marks.get("theme.custom_dir", Mark())
            problems.append(finding(path, mark, "S041", told, _NO_FOLDER, len(theme.custom_dir) or 1))
    if "/" in theme.name:
        folders.append(root / theme.name)
        if not _is_folder(folders[-1]):
            told = f'theme.name is "{theme.name}", and there is no such folder'
            problems.append(finding(path, named, "S041", told, _NO_FOLDER, len(theme.name)))
    elif theme.name in theme_names():
        folders.append(shipped() / theme.name)
    else:
        names = theme_names()
        told = f'theme.name is "{theme.name}", must be {any_of(names)}, or a path with a /'
        hint = did_you_mean(theme.name, names)
        problems.append(finding(path, named, "S041", told, hint, len(theme.name) or 1))
    folders.append(shipped() / DEFAULT)
    found = dict.fromkeys(folder for folder in folders if _is_folder(folder))
    return tuple(found), tuple(problems)


def theme_assets(folders: tuple[Path, ...]) -> tuple[tuple[str, bytes], ...]:
    """The files the pages load, as (path below the site's root, content), sorted; earlier folders win."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted((folder / "assets").rglob("*")):
            name = file.relative_to(folder).as_posix()
            if file.is_file() and "/." not in name:
                found.setdefault(name, file)
    return tuple((name, found[name].read_bytes()) for name in sorted(found))


def _is_folder(path: Path) -> bool:
    """Whether there is such a folder, also for a name that no disk takes."""
    try:
        return path.is_dir()
    except OSError:
        return False


def shipped() -> Path:
    """The folder of the themes that come with goalsite."""
    return next(place for place in _PLACES if (place / DEFAULT).is_dir())
