"""The index of a site's text: the real pagefind, and programs that misbehave in its place."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from goalsite.core.config import Config, Outputs
from goalsite.core.diagnostics import Mark
from goalsite.exchange.full_text import Document, Place, document
from goalsite.output.artifact import Artifact
from goalsite.output.full_text import FullTextError, Indexer, find_indexer, with_full_text

ASKED = Config(outputs=Outputs(full_text=True), marks={"outputs.full_text": Mark(3, 14)})
PAGES = {
    "goals/a/index.html": "Bees and <b>marmots</b>",
    "goals/b/index.html": "供应链",
    "kpis/c/index.html": "",
    "goals/d/index.html": "研发 and bees",
}


NO_CHINESE = "search/_/full/zh/places.json"


def site(pages: Mapping[str, str]) -> Iterator[Artifact]:
    for path, text in pages.items():
        yield Artifact(path, f"<main>Status<!--text-->{text}<!--/text--></main>".encode())
    yield Artifact("feed.xml", b"<feed/>")


def pagefind() -> Indexer:
    indexer, found = find_indexer(ASKED, "config.yaml")
    assert found == ()
    assert indexer is not None
    return indexer


def published(
    indexer: Indexer, prefix: str = "", pages: Mapping[str, str] = MappingProxyType(PAGES)
) -> dict[str, bytes]:
    places = {path: Place(number, f"Title {number}") for number, path in enumerate(pages)}

    def text_of(artifact: Artifact) -> Document | None:
        place = places.get(artifact.path)
        return None if place is None else document(place, artifact.content.decode())

    files = with_full_text(site(pages), text_of, indexer, prefix)
    return {artifact.path: artifact.content for artifact in files}


def program(folder: Path, script: str, patience: float = 60) -> Indexer:
    """A program in pagefind's place."""
    path = folder / "pagefind"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return Indexer(path, "config.yaml", Mark(3, 14), patience)


def refused(indexer: Indexer) -> str:
    with pytest.raises(FullTextError) as caught:
        published(indexer)
    told = caught.value.diagnostic
    assert (told.path, told.line, told.column, told.code) == ("config.yaml", 3, 14, "S041")
    return told.message


def test_artifacts_come_first_and_then_the_index_of_each_script() -> None:
    files = published(pagefind(), "zh/")
    assert list(files)[:5] == [*PAGES, "feed.xml"]
    index = [path.removeprefix("zh/search/_/full/") for path in list(files)[5:]]
    assert len([path for path in index if path.startswith("en/fragment/")]) == 3
    assert len([path for path in index if path.startswith("zh/fragment/")]) == 2
    assert files["zh/search/_/full/pagefind.LICENSE.txt"].startswith(b"Copyright")


@pytest.mark.parametrize(("script", "numbers"), [("en", [0, 1, 3]), ("zh", [1, 3])])
def test_each_index_comes_with_the_places_of_what_it_names(script: str, numbers: list[int]) -> None:
    files, folder = published(pagefind()), f"search/_/full/{script}"
    places = json.loads(files[f"{folder}/places.json"])
    assert places["numbers"] == numbers
    fragments = [f"{folder}/fragment/{script}_{name}.pf_fragment" for name in places["names"].split(",")]
    assert sorted(fragments) == [path for path in files if path.endswith(".pf_fragment") and folder in path]
    assert b"/3.html" in gzip.decompress(files[fragments[-1]])


def test_only_what_a_browser_asks_for_is_published() -> None:
    names = {path.rpartition("/")[2] for path in published(pagefind()) if "/full/" in path}
    assert {name for name in names if name.endswith((".js", ".css"))} == {"pagefind.js", "pagefind-worker.js"}


def test_the_same_pages_make_the_same_bytes() -> None:
    assert published(pagefind()) == published(pagefind())


def test_without_chinese_there_is_one_index() -> None:
    files = published(pagefind(), pages={"index.html": "supplies"})
    assert [path for path in files if path.startswith("search/_/full/zh/")] == [NO_CHINESE]
    assert files[NO_CHINESE] == b'{"numbers":0,"names":""}\n'


def test_a_site_without_pages_has_an_empty_index() -> None:
    assert published(pagefind(), pages={})[NO_CHINESE] == b'{"numbers":0,"names":""}\n'


def test_pages_in_a_row_from_the_first_are_counted() -> None:
    files = published(pagefind(), pages={"a.html": "bees", "b.html": "bees", "c.html": "bees"})
    assert json.loads(files["search/_/full/en/places.json"])["numbers"] == 3


def test_text_without_a_word_is_no_trouble() -> None:
    assert (
        published(pagefind(), pages={"a.html": "–"})["search/_/full/en/places.json"]
        == b'{"numbers":0,"names":""}\n'
    )


def test_nobody_asks_no_one_is_found() -> None:
    assert find_indexer(Config(), "config.yaml") == (None, ())


def test_a_missing_package_is_told_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin_extended", None)
    indexer, (told,) = find_indexer(ASKED, "config.yaml")
    assert indexer is None
    assert told.message == "outputs.full_text is true, and the package pagefind is not installed"
    assert told.hint == "run pip install 'goalsite[search]', or take the key away"
    assert (told.line, told.column) == (3, 14)


def test_a_program_that_hangs_is_ended_and_told(tmp_path: Path) -> None:
    told = refused(program(tmp_path, "exec sleep 60", patience=0))
    assert told == "pagefind was still indexing after 0 s and was ended"


def test_a_program_that_fails_is_told_with_what_it_says(tmp_path: Path) -> None:
    told = refused(program(tmp_path, "echo 'no room' >&2; echo left >&2; exit 3"))
    assert told == "pagefind ended with code 3: no room left"


def test_a_program_that_crashes_is_told(tmp_path: Path) -> None:
    assert refused(program(tmp_path, "kill -SEGV $$")) == "pagefind ended with code -11"


def test_a_program_that_writes_nothing_is_told(tmp_path: Path) -> None:
    assert refused(program(tmp_path, "exit 0")) == "pagefind ended well, and wrote no index"


def test_fragments_of_another_form_are_told(tmp_path: Path) -> None:
    write = (
        'mkdir -p "$4/fragment"; echo {} >"$4/pagefind-entry.json"; echo x >"$4/fragment/en_1.pf_fragment"'
    )
    told = refused(program(tmp_path, f"PATH=/usr/bin:/bin; {write}"))
    assert told == "pagefind wrote fragments of another form than its releases 1.5"


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    indexer = program(tmp_path, "")
    indexer.program.chmod(0o644)
    assert refused(indexer) == "pagefind cannot be started: permission denied"


def test_the_program_sees_neither_the_environment_nor_a_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pagefind would take settings from both."""
    monkeypatch.setenv("PAGEFIND_SITE", "/elsewhere")
    monkeypatch.setenv("SECRET", "1")
    count = "/usr/bin/env | /usr/bin/grep -c 'PAGEFIND\\|SECRET'"
    told = refused(program(tmp_path, f"{count} >&2; /bin/ls >&2; exit 9"))
    assert told == "pagefind ended with code 9: 0 0.html 1.html 3.html"
