"""Puts the files for a host where they belong, and overwrites none."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from goalsite import __version__
from goalsite.cli.ci_files import Setting, ci_files
from goalsite.cli.options import say
from goalsite.edit.disk import apply
from goalsite.edit.patch import FilePatch
from goalsite.source.tree import DiskTree, OutsideError

_PIPELINE = ".gitlab-ci.yml"
_INCLUDE = "/.gitlab/goals.yml"


class Hosting(Struct, frozen=True):
    """The files for a host that are not there yet, and the root of the repository they belong to.

    `must_include` is whether the repository has a pipeline of its own that does not name ours.
    """

    host: str
    root: Path
    files: dict[str, str]
    must_include: bool


def hosting(target: Path, host: str, requirement: str | None) -> Hosting:
    """What is to be written for a project in `target`; nothing is written yet.

    Raises click.ClickException where a file is there already and says something else.
    """
    root = _repository(target)
    folder = target.resolve().relative_to(root.resolve()).as_posix()
    if "$" in folder or not folder.isprintable():
        raise click.UsageError(f"a host would not take {folder!r} literally, name the folder without $")
    wanted = ci_files(host, Setting(requirement or _this_version(target), folder))
    there = {path: _content(root, path) for path in wanted}
    pipeline = there.pop(_PIPELINE, None)  # theirs, if there is one
    other = [str(root / path) for path, text in there.items() if text not in (None, wanted[path])]
    if other:
        hint = "what is yours stays yours: to take the new one, move yours away and bring your changes over"
        raise click.ClickException(f"{', '.join(other)}: there already, with other words\n  hint: {hint}")
    must_include = pipeline is not None and _INCLUDE.lstrip("/") not in pipeline
    if pipeline is None:
        there |= {path: None for path in wanted if path == _PIPELINE}
    missing = {path: wanted[path] for path, text in there.items() if text is None}
    return Hosting(host, root, missing, must_include)


def _repository(target: Path) -> Path:
    """The root of the git repository that holds the folder, which need not be there yet; else the folder."""
    here = target.resolve()
    for above in (here, *here.parents):
        if (above / ".git").exists():
            return above
    return target


def _this_version(target: Path) -> str:
    """What installs this version, with what the configuration of the project asks for."""
    from goalsite.project import open_project

    wants_search = target.is_dir() and open_project(target).config.outputs.full_text
    return f"goalsite{'[search]' if wants_search else ''}=={__version__}"


def _content(root: Path, path: str) -> str | None:
    """What a file says; None where there is none."""
    try:
        return DiskTree(root).read(path).decode("utf-8", "replace")
    except FileNotFoundError:
        return None
    except OutsideError:
        raise click.ClickException(f"{root / path} is or lies behind a symbolic link") from None


def write_files(plan: Hosting) -> None:
    """Write the files, and name each."""
    plan.root.mkdir(parents=True, exist_ok=True)
    for path, text in plan.files.items():
        reason = apply(FilePatch(path, b"", text.encode(), is_new=True), plan.root)
        if reason:
            raise click.ClickException(f"{plan.root / path}: {reason}")
        say(f"written: {plan.root / path}")
    if not plan.files:
        say(f"{plan.root}: every file for {plan.host} is there already")


def say_what_is_next(plan: Hosting) -> None:
    """Say what is left to do on the host."""
    if not plan.files and not plan.must_include:
        return
    if plan.must_include:
        for line in (f"next: in {plan.root / _PIPELINE} write", "  include:", f"    - local: {_INCLUDE}"):
            say(line)
    if plan.host == "github":
        say("next: in the settings of the repository, under Pages, choose GitHub Actions as the source")
        say("      where the default branch is not main, name it in goals-publish.yml")
    else:
        say("next: for comments on merge requests, see goals-comment in .gitlab/goals.yml")
