"""What a site is made from, for the list of its files; and a project wholly as a commit has it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from goalsite import __version__
from goalsite.core.config import Theme
from goalsite.core.values import replace
from goalsite.history.committed import has_file, has_folder, has_goals
from goalsite.history.revision import Revision, open_revision
from goalsite.output.manifest import Origin
from goalsite.project import Project, open_project
from goalsite.source.tree import inner_path
from goalsite.trust.asked import PLAINLY, Asked

GENERATOR = f"goalsite {__version__}"
"""What makes sites here."""


def origin_of(project: Project, commit: str | None, as_of: date, asked: Asked = PLAINLY) -> Origin:
    """What the site of a project is made from, whose goals stand at a commit, if at one."""
    return Origin(
        generator=GENERATOR,
        commit=commit,
        modified=commit is not None and not _is_committed(project, commit, asked),
        as_of=as_of.isoformat(),
        safe=asked.safe,
        offline=asked.offline,
        snapshots=asked.snapshots,
        signatures=asked.signatures,
    )


def _is_committed(project: Project, commit: str, asked: Asked) -> bool:
    """Whether whoever has the commit has all that the project is read from."""
    revision = project.revision or open_revision(project.root, commit)
    if revision is None:  # the goals are a repository of their own, without the configuration
        return False
    config, path = project.config, project.config_path
    folders = () if asked.safe else own_folders(config.theme)
    if not all(has_folder(revision, folder) for folder in folders):
        return False
    if project.revision is not None:  # with the look of today
        return open_project(project.root, path, revision).config == config
    return has_file(revision, path) and has_goals(revision, config.goals_dir, config.left_alone)


def own_folders(theme: Theme) -> tuple[str, ...]:
    """The folders of a repository that hold a theme of its own, which is code."""
    named = (theme.name,) if "/" in theme.name else ()
    return (*named, *((theme.custom_dir,) if theme.custom_dir is not None else ()))


def project_of(root: Path, config_path: str, revision: Revision, scratch: Path) -> Project:
    """The project in `root` wholly as a commit has it: its configuration too, and its theme, whose files are
    written below `scratch`, where nothing else lies."""
    project = open_project(root, config_path, revision)
    for folder in own_folders(project.config.theme):
        tree = revision.tree(folder)
        for entry in tree.entries():
            path = inner_path(entry.path)
            if path and entry.kind == "file":
                file = scratch / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(tree.read(entry.path))
    return replace(project, theme_root=scratch)
