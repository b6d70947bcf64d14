"""A language's tag -> its catalogue of translated messages."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_FOLDER = Path(__file__).parent / "catalogues"
_SIMPLIFIED = ("zh", "zh-cn", "zh-sg", "zh-hans", "zh-hans-cn", "zh-hans-sg")


@cache
def tags() -> tuple[str, ...]:
    """The languages there are, English first."""
    return "en", *sorted(entry.name[:-3] for entry in _FOLDER.iterdir() if entry.name.endswith(".po"))


def matching_tag(wanted: str) -> str | None:
    """The tag that serves `wanted` (`zh_CN`, `en-GB`), or None; traditional Chinese is another one."""
    folded = wanted.casefold().replace("_", "-")
    if folded.startswith("zh"):
        return "zh" if folded in _SIMPLIFIED else None
    primary = folded.split("-")[0]
    return primary if primary in tags() else None


@cache
def locale(tag: str) -> Locale:
    """What babel knows of `tag`, which it would look for on the disk each time it is asked by name."""
    from babel import Locale

    return Locale.parse(tag)


@cache
def catalogue(tag: str) -> NullTranslations:
    """The translations of `tag`, one of `tags()`; those of English say every message as it is."""
    if tag == "en":
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (_FOLDER / f"{tag}.po").open("rb") as source:
        messages = read_po(source, locale=tag)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def mark(tag: str) -> str:
    """What tells the catalogue of `tag` as it is from any other."""
    file = _FOLDER / f"{tag}.po"
    content = file.read_bytes() if file.exists() else b""
    return f"{tag} {blake2b(content, digest_size=16).hexdigest()}"
