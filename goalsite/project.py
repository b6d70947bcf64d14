"""A folder -> a project: the configuration of a repository of goals, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.language.language import unknown_languages
from goalsite.model.settings import read_config
from goalsite.source.read import read_mapping
from goalsite.source.tree import DiskTree, Tree

if TYPE_CHECKING:
    from goalsite.history.revision import Revision


@dataclass(frozen=True, slots=True)
class Project:
    """A repository of goals: its folder, its configuration and what is wrong with that.

    It is read as it lies in its folder, or as it was at a `revision`.
    """

    root: Path
    config: Config
    config_path: str
    diagnostics: tuple[Diagnostic, ...]
    revision: Revision | None = None

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


def _tree(root: Path, revision: Revision | None, under: str | None) -> Tree:
    if revision is None:
        return DiskTree(root) if under is None else DiskTree(root, under)
    return revision.tree(under)
