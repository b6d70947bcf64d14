"""`goalsite lsp`: what an editor starts to be helped with goals."""

from __future__ import annotations

from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import click

from goalsite.cli.options import Place, as_of_option, day_of_figures, placed

_LEFT_EARLY = 1


@click.command("lsp")
@as_of_option
@placed
def command(place: Place, as_of: date | None) -> int:
    """Help an editor with goals while they are being written, over standard input and output.

    Editors start this language server themselves; docs/how-to/language-server.md tells how. Without -C the
    project is the folder that the editor has open.
    """
    if find_spec("pygls") is None:
        raise click.UsageError("the language server is an extra: pip install 'goalsite[lsp]'")
    from goalsite.lsp.stdio import serve

    folder = place.folder.resolve() if place.folder != Path() else None
    return 0 if serve(folder, place.config, partial(day_of_figures, as_of)) else _LEFT_EARLY
