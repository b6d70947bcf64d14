"""The files of a site -> the same, and an index of what its pages say. The only door to pagefind.

Pagefind is a program of its own: it reads a folder of small documents and writes what a reader's browser
needs to look words up. It gets no environment and no shell, and a limit of time.
"""

from __future__ import annotations

import json
import subprocess
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.model.shapes import shorten
from goalsite.output.artifact import Artifact

if TYPE_CHECKING:
    from goalsite.exchange.full_text import Document

FOLDER = "search/_/full/"
"""Where the index lies: for each of two scripts a folder as pagefind makes it, and `places.json`.

That names the pages which have a word in this script: `names` are what pagefind calls them, in the order of
`numbers`, which are their places among the rows of the search (or how many, where these are the first).
"""

_LICENCE = Path(__file__).with_name("pagefind.LICENSE.txt")
_SPACED, _UNSPACED = "en", "zh"
_FRAGMENT = ".pf_fragment"
_USED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.*.pagefind", "*.pf_*")
_SECONDS, _SECONDS_A_PAGE = 60.0, 0.05
_HINT = "try again; if it stays so, take outputs.full_text away, and the search goes on without"


class FullTextError(Exception):
    """The index could not be made; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Indexer(Struct, frozen=True):
    """The program, the place in the configuration that asks for it, and the seconds it has."""

    program: Path
    path: str
    mark: Mark
    patience: float = _SECONDS

    def problem(self, message: str, hint: str = "") -> Diagnostic:
        """A finding at the place that asks for the index."""
        return finding(self.path, self.mark, "S041", message, hint, len("true"))


def find_indexer(config: Config, path: str) -> tuple[Indexer | None, tuple[Diagnostic, ...]]:
    """The indexer, where the configuration in `path` asks for a full text; what is missing is told there."""
    if not config.outputs.full_text:
        return None, ()
    mark = config.marks.get("outputs.full_text", Mark())
    try:
        from pagefind_bin_extended import get_executable

        return Indexer(Path(get_executable()), path, mark), ()
    except (ImportError, FileNotFoundError):
        message = "outputs.full_text is true, and the package pagefind is not installed"
        hint = "run pip install 'goalsite[search]', or take the key away"
        return None, (Indexer(Path(), path, mark).problem(message, hint),)


def with_full_text(
    artifacts: Iterable[Artifact],
    document: Callable[[Artifact], Document | None],
    indexer: Indexer,
    prefix: str,
) -> Iterator[Artifact]:
    """The artifacts as they come, and after the last one the index of their documents, below `prefix`.

    Raises FullTextError where it could not be made.
    """
    counts = dict.fromkeys((_SPACED, _UNSPACED), 0)
    with TemporaryDirectory(prefix="goalsite-") as scratch:
        pages = Path(scratch)
        for script in counts:
            (pages / script).mkdir()
        for artifact in artifacts:
            if (one := document(artifact)) is not None:
                for script, text in ((_SPACED, one.spaced), (_UNSPACED, one.unspaced)):
                    if text:
                        counts[script] += 1
                        (pages / script / f"{one.number}.html").write_bytes(text.encode("utf-8", "replace"))
            yield artifact
        for script, count in counts.items():
            files = _indexed(indexer, pages / script, script, count) if count else []
            files.append(("places.json", _places(indexer, files)))
            for path, content in files:
                yield Artifact(f"{prefix}{FOLDER}{script}/{path}", content)
    yield Artifact(f"{prefix}{FOLDER}{_LICENCE.name}", _LICENCE.read_bytes())


def _indexed(indexer: Indexer, pages: Path, language: str, count: int) -> list[tuple[str, bytes]]:
    """The files of the index that a browser may ask for, by path, sorted."""
    made = pages.with_name(f"{pages.name}-index")
    options = ["--site", str(pages), "--output-path", str(made), "--force-language", language, "--silent"]
    _run(indexer, options, pages, indexer.patience + count * _SECONDS_A_PAGE)
    files = sorted(file for file in made.rglob("*") if any(map(file.match, _USED)))
    if not any(file.name == "pagefind-entry.json" for file in files):
        raise FullTextError(indexer.problem("pagefind ended well, and wrote no index", _HINT))
    return [(file.relative_to(made).as_posix(), file.read_bytes()) for file in files]


def _places(indexer: Indexer, files: list[tuple[str, bytes]]) -> bytes:
    """Which page pagefind means by which name; it tells by the name of the document in each fragment."""
    fragments = [(PurePosixPath(path).stem, content) for path, content in files if path.endswith(_FRAGMENT)]
    try:
        known = sorted((_number(content), name.partition("_")[2]) for name, content in fragments)
    except (KeyError, TypeError, ValueError, zlib.error) as error:
        message = "pagefind wrote fragments of another form than its releases 1.5"
        hint = "run pip install --force-reinstall 'goalsite[search]'"
        raise FullTextError(indexer.problem(message, hint)) from error
    numbers = [number for number, _ in known]
    are_first = numbers == list(range(len(numbers)))
    names = ",".join(name for _, name in known)
    places = {"numbers": len(numbers) if are_first else numbers, "names": names}
    return json.dumps(places, separators=(",", ":")).encode() + b"\n"


def _number(fragment: bytes) -> int:
    """The number of the page that a fragment is of."""
    said = zlib.decompress(fragment, wbits=zlib.MAX_WBITS | 16).removeprefix(b"pagefind_dcd")
    return int(PurePosixPath(json.loads(said)["url"]).stem)


def _run(indexer: Indexer, options: list[str], folder: Path, seconds: float) -> None:
    """Runs pagefind in `folder`, for so long at most."""
    try:
        done = subprocess.run(
            [indexer.program, *options],
            cwd=folder,  # with its configuration files, which elsewhere might be somebody's
            env={},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        message = f"pagefind was still indexing after {seconds:.0f} s and was ended"
        raise FullTextError(indexer.problem(message, _HINT)) from None
    except OSError as error:
        message = f"pagefind cannot be started: {(error.strerror or str(error)).lower()}"
        hint = "install it anew: pip install --force-reinstall 'goalsite[search]'"
        raise FullTextError(indexer.problem(message, hint)) from error
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split())
        message = f"pagefind ended with code {done.returncode}" + (f": {shorten(said)}" if said else "")
        raise FullTextError(indexer.problem(message, _HINT))
