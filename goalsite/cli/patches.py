"""Patches on standard output: for eyes, for the log of a build service, or for `git apply`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from goalsite.cli.options import warn

if TYPE_CHECKING:
    from goalsite.edit.patch import FilePatch

_SERVICES = ("CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION")
"""The variables of the environment by which build services tell that it is they who run a command."""


def say_patches(patches: Iterable[FilePatch]) -> None:
    """Print patches.

    A terminal gets them harmless, whatever they hold. Anything else gets their bytes, of which `git apply`
    makes the files that the command would have written; where a build service may take them for its log,
    lines that it would obey are spelt out.
    """
    from goalsite.edit.diff import for_a_log, for_eyes, unified

    service = next((name for name in _SERVICES if os.environ.get(name)), "")
    for patch in patches:
        diff = unified(patch)
        if sys.stdout.isatty():
            click.echo("\n".join(for_eyes(diff)))
            continue
        shown = for_a_log(diff) if service else diff
        click.echo(shown, nl=False)
        if shown != diff:
            hint = f"git does not take it so; with {service}= in front of the command it is printed as it is"
            warn(f"{patch.path}: what a log might obey is spelt out in the patch", hint)
