"""A folder -> a project: the configuration of a repository of goals, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from msgspec import Struct

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.core.values import replace
from goalsite.language.language import unknown_languages
from goalsite.model.settings import read_config
from goalsite.source.read import read_mapping
from goalsite.source.tree import DiskTree, Tree

if TYPE_CHECKING:
    from goalsite.history.revision import Revision


class Project(Struct, frozen=True):
    """A repository of goals: its folder, its configuration and what is wrong with that.

    It is read as it lies in its folder, or as it was at a `revision`. A theme of its own is looked up in
    `theme_root` where that is not its folder. Signatures of its commits are checked where there is a day
    `signatures_on` which that is done.
    """

    root: Path
    config: Config
    config_path: str
    diagnostics: tuple[Diagnostic, ...]
    revision: Revision | None = None
    theme_root: Path | None = None
    signatures_on: date | None = None

    def tree(self) -> Tree:
        """Its files; those of the goals folder are listed."""
        return _tree(self.root, self.revision, self.config.goals_dir)


def open_project(root: Path, config_path: str = "config.yaml", revision: Revision | None = None) -> Project:
    """The project in `root`; without a configuration file every key has its default."""
    node, found = read_mapping(_tree(root, revision, None), config_path)
    names_zone = node is not None and any(key.text == "timezone" for key, _ in node.items)
    zones = available_timezones() - {"localtime"} if names_zone else ()  # it would be another on each machine
    config, more = read_config(node, config_path, frozenset(zones))
    languages = unknown_languages(config, config_path)
    return Project(root, config, config_path, in_order((*found, *more, *languages)), revision)


def as_it_was(project: Project, revision: Revision) -> Project:
    """The project as it was at a commit; its look and the place of its site are those of today."""
    then, now = open_project(project.root, project.config_path, revision), project.config
    marks = {key: mark for key, mark in then.config.marks.items() if not key.startswith("theme")}
    marks |= {key: mark for key, mark in now.marks.items() if key.startswith("theme")}
    config = replace(then.config, theme=now.theme, marks=marks, site_dir=now.site_dir, site_url=now.site_url)
    return replace(then, config=config, theme_root=project.theme_root, signatures_on=project.signatures_on)


def _tree(root: Path, revision: Revision | None, under: str | None) -> Tree:
    if revision is None:
        return DiskTree(root) if under is None else DiskTree(root, under)
    return revision.tree(under)
