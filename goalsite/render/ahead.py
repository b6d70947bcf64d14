"""On a machine that has compiled no templates yet, another process does that while goals are read.

It takes half a second for each language: a fifth of the first build of some hundred goals.
"""

from __future__ import annotations

from pathlib import Path

from goalsite.language.catalogue import mark
from goalsite.language.language import Language
from goalsite.memory.keep import is_forgetful
from goalsite.render.compiled import expect, expect_nothing, is_known, packed
from goalsite.workers import aside


def compile_ahead(folders: tuple[Path, ...], languages: tuple[Language, ...]) -> None:
    """Begin to compile the templates of a theme for those languages for which none are known."""
    if is_forgetful():
        return
    missing = tuple(language for language in languages if not is_known(mark(language.tag)))
    if missing:
        expect(aside(_compiled, folders, missing))


def _compiled(folders: tuple[Path, ...], languages: tuple[Language, ...]) -> bytes:
    """What the templates are for these languages. What is wrong with one is told when a page needs it."""
    expect_nothing()
    from goalsite.render.templates import Renderer  # with all views: here it keeps nobody waiting

    for language in languages:
        Renderer(folders, language).compile()
    return packed()
