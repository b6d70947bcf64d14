"""Files that whoever makes them lays ready, and publishing takes up."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from goalsite.output.artifact import Artifact
from goalsite.output.errors import PublishError
from goalsite.output.folder import digest
from goalsite.output.laying import Laying, Slip, digest_of
from goalsite.output.manifest import Origin, read_manifest, with_manifest
from goalsite.output.publish import publish
from goalsite.workers import done

ORIGIN = Origin("goalsite 1", None, modified=False, as_of="2026-11-16")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def laid(site: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[Artifact]:
    """The files as artifacts, each laid when its turn comes."""
    laying = Laying(site)
    return (laying.artifact(path, laying.lay(path, content)) for path, content in files)


def files_in(site: Path) -> dict[str, bytes]:
    """The files of a site, without the notes of publishing."""
    found = (path for path in site.rglob("*") if path.is_file() and ".goalsite" not in path.parts)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def notes_in(site: Path) -> set[str]:
    """The names of what publishing has noted down."""
    return {path.name for path in (site / ".goalsite").iterdir()}


def test_what_is_laid_is_published_and_nothing_is_left_of_laying_it(site: Path) -> None:
    done = publish(site, laid(site, [("a/index.html", b"a"), ("b.html", b"b")]))
    assert done.written == ("a/index.html", "b.html")
    assert done.digests == {"a/index.html": digest(b"a"), "b.html": digest(b"b")}
    assert done.times == {path: (site / path).stat().st_mtime_ns for path in done.written}
    assert files_in(site) == {"a/index.html": b"a", "b.html": b"b"}
    assert notes_in(site) == {"lock", "manifest.json"}


def test_a_file_that_lies_there_is_not_laid_and_one_that_somebody_changed_is(site: Path) -> None:
    files = [("a.html", b"a"), ("b.html", b"b")]
    publish(site, laid(site, files))
    (site / "b.html").write_bytes(b"mine")
    slips = [Laying(site).lay(*file) for file in files]
    assert slips[0] == Slip(digest(b"a"), sha256(b"a").hexdigest(), "")
    assert slips[1].name
    assert slips[1].written
    again = publish(site, laid(site, files))
    assert (again.written, again.unchanged) == (("b.html",), 1)
    assert files_in(site) == dict(files)


def lay(laying: Laying, number: int) -> Slip:
    """Lay the file of that number."""
    return laying.lay(f"{number}.html", b"%d" % number)


def test_several_processes_lay_the_files_of_one_site(site: Path) -> None:
    laying = Laying(site)
    slips = done(lay, laying, range(100), jobs=2)
    artifacts = (laying.artifact(f"{number}.html", slip) for number, slip in enumerate(slips))
    assert len(publish(site, artifacts).written) == 100
    assert files_in(site) == {f"{number}.html": b"%d" % number for number in range(100)}


def test_the_list_of_files_is_the_same_as_of_files_that_are_handed_on(site: Path) -> None:
    files = [("a.html", b"a"), ("b.html", b"b")]
    publish(site, with_manifest(laid(site, files), ORIGIN))
    listed = read_manifest((site / "manifest.json").read_bytes())
    assert listed
    assert listed.files == {path: sha256(content).hexdigest() for path, content in files}


def test_a_laid_file_can_be_read_and_is_told_by_its_digest_without_that(site: Path) -> None:
    contents = []

    def heard() -> Iterator[Artifact]:
        for artifact in laid(site, [("a.html", b"a")]):
            contents.append((artifact.content, digest_of(artifact)))
            yield artifact

    publish(site, heard())
    assert contents == [(b"a", digest(b"a"))]
    assert digest_of(Artifact("a.html", b"a")) == digest(b"a")


def test_where_the_making_fails_the_site_is_as_it_was(site: Path) -> None:
    publish(site, laid(site, [("a.html", b"a")]))

    def failing() -> Iterator[Artifact]:
        yield from laid(site, [("a.html", b"new")])
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        publish(site, failing())
    assert files_in(site) == {"a.html": b"a"}
    assert notes_in(site) == {"lock", "manifest.json"}


def test_whoever_still_lays_files_ends_before_they_are_cleared_away(site: Path) -> None:
    laying = Laying(site)

    def bad_in_between() -> Iterator[Artifact]:
        slips = done(lay, laying, range(100), jobs=2)
        for number, slip in enumerate(slips):
            yield laying.artifact(f"{number}.html" if number != 3 else "../out.html", slip)

    with pytest.raises(PublishError, match="plain relative path"):
        publish(site, bad_in_between())
    assert notes_in(site) == {"lock"}
    assert files_in(site) == {}


def test_what_lies_outside_is_not_looked_at_by_way_of_a_link(site: Path, tmp_path: Path) -> None:
    site.mkdir()
    (tmp_path / "b.html").write_bytes(b"b")
    (site / "a").symlink_to(tmp_path)
    with pytest.raises(PublishError, match="a is in the way"):
        publish(site, laid(site, [("a/b.html", b"b")]))
    assert (tmp_path / "b.html").read_bytes() == b"b"


def test_an_error_of_the_disk_is_told_by_whichever_process_meets_it(site: Path) -> None:
    (site / ".goalsite").mkdir(parents=True)
    (site / ".goalsite/new").write_text("no folder")
    with pytest.raises(PublishError, match=r"cannot publish to .*new") as caught:
        list(done(lay, Laying(site), range(4), jobs=2))
    assert caught.value.hint == "the site is as it was"
    again: PublishError = pickle.loads(pickle.dumps(PublishError("a", "b", ("c",))))
    assert (again.message, again.hint, again.paths) == ("a", "b", ("c",))
