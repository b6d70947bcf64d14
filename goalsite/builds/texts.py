"""The texts on a site as they were rendered, for the next build: what it needs again, and for a while what
was before."""

from __future__ import annotations

from pathlib import Path

from goalsite.core.known import Held, Known
from goalsite.memory.keep import keep, recall

_FILE = "texts"

_MOST = 2
"""So many times the texts of a whole site are kept: beyond it only those that were needed last."""


class Texts:
    """What is `known` of texts, as builds keep it in a folder; `before` is what they kept there."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE
        kept = recall(self._file)
        self.before: Held = kept.get("texts", {})
        self._whole: int = kept.get("whole", 0)
        self.known = Known.of(self.before)
        self.known.begin()

    def keep(self, *, of_all: bool) -> None:
        """Keep what is known by now, after a build that made all pages, or else some of them."""
        now = self.known.held()
        if not of_all and all(self.before.get(name) is one for name, one in now.items()):
            return
        whole = len(now) if of_all else self._whole
        texts = self.before | now
        if of_all or len(texts) > _MOST * whole:
            texts = now
        keep(self._file, {"whole": whole, "texts": texts})
