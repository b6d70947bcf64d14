"""A folder -> a project: the configuration of a repository of goals, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import available_timezones

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.language.language import unknown_languages
from goalsite.model.settings import read_config
from goalsite.source.read import read_mapping
from goalsite.source.tree import DiskTree


@dataclass(frozen=True, slots=True)
class Project:
    """A repository of goals: its folder, its configuration and what is wrong with that."""

    root: Path
    config: Config
    config_path: str
    diagnostics: tuple[Diagnostic, ...]


def open_project(root: Path, config_path: str = "config.yaml") -> Project:
    """The project in `root`; without a configuration file every key has its default."""
    node, found = read_mapping(DiskTree(root), config_path)
    zones = available_timezones() - {"localtime"}  # which would be another one on each machine
    config, more = read_config(node, config_path, frozenset(zones))
    languages = unknown_languages(config, config_path)
    return Project(root, config, config_path, in_order((*found, *more, *languages)))
