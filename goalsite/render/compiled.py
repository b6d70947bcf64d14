"""Templates that were compiled before are not compiled again: their code is kept by what they say.

Compiling the templates of one theme takes as long as a hundred pages. Their code is kept in this process, and
for the next ones in the user's cache folder, signed as all that is remembered is.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from goalsite.memory.keep import is_forgetful, keep, plain, recall, user_folder, values_of

_FILE = "templates"
_MOST = 400

_Key = tuple[str, str, str]

_codes: dict[_Key, CodeType] = {}
"""The code of templates by what they were compiled for, their name and file, the digest of their text."""

_recalled: set[_Key] = set()
_has_recalled: list[bool] = []

_coming: list[Callable[[], bytes | None]] = []
"""What gives all that another process has compiled by then, once that is asked for."""


class Compiled(BytecodeCache):
    """The code of all templates that are known, compiled for what `purpose` says: a language, as it stands in
    their code."""

    def __init__(self, purpose: str) -> None:
        self._purpose = _purpose(purpose)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where that is known."""
        if is_forgetful():
            return
        if not _has_recalled:
            _recall()
        take_over()
        bucket.code = _codes.get((self._purpose, bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take up the code of a template that was compiled."""
        if bucket.code is not None:
            _codes[self._purpose, bucket.key, bucket.checksum] = bucket.code


def is_known(purpose: str) -> bool:
    """Whether templates are known that were compiled for this: for a theme that changed not all of it."""
    if not _has_recalled:
        _recall()
    take_over()
    mine = _purpose(purpose)
    return any(key[0] == mine for key in _codes)


def packed() -> bytes:
    """All that is known here, for another process of the same program."""
    return plain(_codes)


def expect(coming: Callable[[], bytes | None]) -> None:
    """Take over, once the first template is asked for, what another process knows then: all that it `packed`,
    or None."""
    _coming.append(coming)


def take_over() -> None:
    """Wait for what is expected of other processes, if anything is."""
    while _coming:
        if told := _coming.pop()():
            _codes.update(values_of(told))


def expect_nothing() -> None:
    """In a process of its own: what others are to send is not for this one."""
    _coming.clear()


def keep_compiled() -> None:
    """Keep for other processes of this user what was compiled in this one."""
    folder = user_folder()
    if folder is None or _codes.keys() == _recalled:
        return
    kept = dict(list(_codes.items())[-_MOST:])
    keep(folder / _FILE, {"codes": kept})
    _recalled.clear()
    _recalled.update(kept)


def _purpose(purpose: str) -> str:
    return f"{purpose} {version('jinja2')}"


def _recall() -> None:
    _has_recalled.append(True)
    folder = user_folder()
    if folder is not None:
        _codes.update(recall(folder / _FILE).get("codes", {}))
        _recalled.update(_codes)
