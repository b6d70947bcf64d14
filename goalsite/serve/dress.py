"""What pages are made with: a theme as it lies on disk, compiled once for as long as it stays that way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from goalsite.core.diagnostics import Diagnostic
from goalsite.language.language import site_languages
from goalsite.pipeline import Figured
from goalsite.printing import dressed
from goalsite.render.look import Look
from goalsite.render.templates import Renderer


@dataclass(frozen=True, slots=True)
class Dress:
    """The folders of a theme with what lies in them, its look, and a renderer for each language of a site."""

    folders: tuple[Path, ...]
    contents: tuple[tuple[Path, bytes], ...]
    look: Look
    languages: tuple[str, ...]
    renderers: tuple[Renderer, ...] = field(compare=False)

    def unusable(self) -> tuple[Diagnostic, ...]:
        """What is wrong with templates of the project's own that cannot be compiled."""
        return self.renderers[0].compile() if len(self.folders) > 1 else ()


def dress_of(figured: Figured, before: Dress | None) -> tuple[Dress, tuple[Diagnostic, ...]]:
    """The dress of a project's site, the one of `before` where nothing about it changed; and what is wrong
    with the theme as the configuration names it."""
    folders, look, found = dressed(figured)
    languages = site_languages(figured.project.config)
    tags = tuple(language.tag for language in languages)
    dress = Dress(folders, _contents(folders), look, tags, ())
    if dress == before:
        return before, found
    renderers = tuple(Renderer(folders, language, look) for language in languages)
    return Dress(folders, dress.contents, look, tags, renderers), found


def _contents(folders: tuple[Path, ...]) -> tuple[tuple[Path, bytes], ...]:
    """The templates and assets of the folders, those of each sorted."""
    return tuple((file, _content(file)) for folder in folders for file in sorted(_files(folder)))


def _files(folder: Path) -> Iterator[Path]:
    found = chain(folder.rglob("*.j2"), (folder / "assets").rglob("*"))
    return (file for file in found if file.is_file())


def _content(file: Path) -> bytes:
    """What is in a file; nothing where it is gone by now, which is a change to come."""
    try:
        return file.read_bytes()
    except OSError:
        return b""
