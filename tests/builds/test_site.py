"""Of a site that was published everything is noticed that another did to goalsite's own files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from goalsite.builds.site import as_published, untouched
from goalsite.core.values import replace
from goalsite.memory.columns import Columns
from goalsite.output.artifact import Artifact
from goalsite.output.publish import Published, publish
from goalsite.source.tree import stamp_of

FILES = ("index.html", "goals/a/index.html", "goals/a/_/badge.svg", "goals/b/index.html")
LATER = time.time_ns() + 10**15
"""A time at which all stamps are old enough to be believed."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site."""
    publish(tmp_path / "site", [Artifact(path, path.encode()) for path in FILES])
    return tmp_path / "site"


def settled(site: Path) -> Columns:
    """The site as it is known some time after it was published."""
    done = publish(site, [Artifact(path, path.encode()) for path in FILES])
    return as_published(site, done, LATER)


def test_a_site_that_nobody_touched_stands_and_nothing_is_to_be_remembered(site: Path) -> None:
    before = settled(site)
    assert untouched(site, before, LATER) is before


def published(site: Path) -> Published:
    """What came of publishing a site where there was none."""
    return publish(site, [Artifact(path, path.encode()) for path in FILES])


def unread(fresh: Columns, site: Path) -> set[str]:
    """The files that need not be read to know that they are as they were."""
    pairs = zip(fresh.paths, fresh.stamps, strict=True)
    return {path for path, stamp in pairs if stamp == stamp_of((site / path).lstat())}


def test_what_we_wrote_ourselves_just_now_need_not_be_read(tmp_path: Path) -> None:
    done = published(tmp_path / "new")
    fresh = as_published(tmp_path / "new", done, 0)
    assert unread(fresh, tmp_path / "new") == set(FILES)
    known = untouched(tmp_path / "new", fresh, 0)  # at once, when nothing else is old enough to be believed
    assert known
    assert unread(known, tmp_path / "new") == set(FILES)


def test_what_somebody_wrote_over_before_it_was_stamped_is_read_and_found(tmp_path: Path) -> None:
    site = tmp_path / "new"
    done = published(site)
    time.sleep(0.02)  # longer than the tick of any clock by which a disk notes times
    (site / "index.html").write_bytes(b"INDEX.HTML")
    fresh = as_published(site, done, 0)
    assert unread(fresh, site) == {*FILES} - {"index.html"}
    assert untouched(site, fresh, LATER) is None


def test_where_a_disk_notes_but_seconds_all_is_read(tmp_path: Path) -> None:
    site, second = tmp_path / "new", 1_700_000_000_000_000_000
    done = published(site)
    for path in FILES:
        os.utime(site / path, ns=(second, second))
    fresh = as_published(site, replace(done, times=dict.fromkeys(FILES, second)), 0)
    assert unread(fresh, site) == set()


def test_what_lay_there_and_may_be_written_still_is_read_once(site: Path) -> None:
    done = publish(site, [Artifact(path, path.encode()) for path in FILES])
    fresh = as_published(site, done, 0)
    known = untouched(site, fresh, LATER)
    assert known == settled(site)
    assert known != fresh
    (site / "index.html").write_bytes(b"not this..")
    assert untouched(site, fresh, LATER) is None


def _write_over(site: Path) -> None:
    file = site / "goals/a/index.html"
    before = file.stat()
    file.write_bytes(file.read_bytes().swapcase())
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _lead_elsewhere(site: Path, folder: str) -> None:
    (site / folder).rename(site.parent / "elsewhere")
    (site / folder).symlink_to(site.parent / "elsewhere")


def _lead_astray(site: Path) -> None:
    file = site / "goals/b/index.html"
    file.rename(site.parent / "b.html")
    file.symlink_to(site.parent / "b.html")


@pytest.mark.parametrize(
    "do",
    [
        _write_over,
        _lead_astray,
        lambda site: _lead_elsewhere(site, "goals"),
        lambda site: _lead_elsewhere(site, "goals/a"),
        lambda site: _lead_elsewhere(site, "goals/a/_"),
        lambda site: _lead_elsewhere(site, "goals/b"),
        lambda site: _lead_elsewhere(site, ""),
        lambda site: (site / ".goalsite/manifest.json").write_text("{}"),
        lambda site: (site / ".goalsite/new").mkdir(),
    ],
)
def test_a_site_that_was_touched_does_not_stand(site: Path, do: Callable[[Path], object]) -> None:
    before = settled(site)
    do(site)
    assert untouched(site, before, LATER) is None


@pytest.mark.parametrize("path", ["index.html", "goals/a/_/badge.svg", ".goalsite/manifest.json"])
def test_a_file_that_is_gone_is_missed(site: Path, path: str) -> None:
    before = settled(site)
    (site / path).unlink()
    with pytest.raises(FileNotFoundError):
        untouched(site, before, LATER)


def test_other_times_and_files_of_others_do_no_harm(site: Path) -> None:
    before = settled(site)
    os.utime(site / "index.html")
    (site / "goals/mine").mkdir()
    (site / "goals/mine/notes.txt").write_text("mine")
    known = untouched(site, before, LATER)
    assert known is not None
    assert known != before
    assert known.digests == before.digests
    assert untouched(site, known, LATER) is known
