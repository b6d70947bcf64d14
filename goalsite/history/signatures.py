"""Which commits are signed by somebody who is trusted here: those of which `git verify-commit` says so.

That runs the program that git's configuration names for it (gpg, ssh-keygen), and what it says hangs on the
keys and the clock of this machine; so nobody is asked unless somebody wishes it. What was answered is
remembered for a day, as long as the keys stay the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from hashlib import blake2b
from pathlib import Path

from goalsite.history.git import ask, conversation, text
from goalsite.memory.keep import keep, recall

FILE = "signatures"
"""The name of the file in the folder of what is remembered."""

_HEADERS = (b"gpgsig ", b"gpgsig-sha256 ")
_TRUSTED = ("gpg.ssh.allowedSignersFile", "gpg.ssh.revocationFile")
_GNUPG = ("gpg.conf", "pubring.gpg", "pubring.kbx", "public-keys.d/pubring.db", "trustdb.gpg")


def verified(folder: Path, commits: Sequence[str], today: date, memory: Path | None) -> frozenset[str]:
    """Those of the commits of the repository that holds `folder` that are verified on a day; what was found
    out on it is remembered in the folder `memory`."""
    keys = f"{today} {_keys(folder)}"
    values = recall(memory / FILE) if memory else {}
    known: dict[str, bool] = values["known"] if values.get("keys") == keys else {}
    unknown = [commit for commit in commits if commit not in known]
    if unknown:
        signed = list(_signed(folder, unknown))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            good = pool.map(lambda commit: ask(folder, "verify-commit", commit) is not None, signed)
            known = known | dict.fromkeys(unknown, False) | dict(zip(signed, good, strict=True))
        if memory:
            keep(memory / FILE, {"keys": keys, "known": known})
    return frozenset(commit for commit in commits if known[commit])


def _signed(folder: Path, commits: Iterable[str]) -> Iterator[str]:
    """The commits that have a signature, be it good or bad: only of these has anybody to be asked."""
    names = list(commits)
    lines = (f"{commit}\n".encode() for commit in names)
    with conversation(folder, "cat-file", "--batch", "--buffer", lines=lines) as said:
        for commit in names:
            head = said.readline().split()
            if len(head) != 3:
                continue
            headers = said.read(int(head[2])).partition(b"\n\n")[0]
            said.read(1)
            if any(line.startswith(_HEADERS) for line in headers.split(b"\n")):
                yield commit


def _keys(folder: Path) -> str:
    """What tells the keys that are trusted from those of another time or machine."""
    said = ask(folder, "config", "--null", "--get-regexp", r"^gpg\.") or b""
    mark = blake2b(said, digest_size=20)
    for file in _files(folder):
        try:
            content = file.read_bytes()
        except OSError:
            content = b""
        mark.update(blake2b(content).digest())
    return mark.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """The files that say whose signatures count; git looks from the top of what is checked out."""
    top = folder / text(ask(folder, "rev-parse", "--show-toplevel") or b"").removesuffix("\n")
    for setting in _TRUSTED:
        named = ask(folder, "config", "--type=path", "--get", setting)
        yield top / text(named or b"").removesuffix("\n")
    home = os.environ.get("GNUPGHOME") or str(Path(os.environ.get("HOME", "")) / ".gnupg")
    yield from (Path(home) / name for name in _GNUPG)
