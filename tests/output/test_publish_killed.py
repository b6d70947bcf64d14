"""A publish that is killed, wherever: every file is whole, old or new, and the next command finishes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from goalsite.output.artifact import Artifact
from goalsite.output.publish import finish, publish

RUN = """
import json, os, signal, sys
from pathlib import Path
from goalsite.output.artifact import Artifact
from goalsite.output.publish import finish, publish

last, site, files = int(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3])
artifacts = [Artifact(path, text.encode()) for path, text in (files or {}).items()]
changes = {"os.rename", "os.remove", "os.rmdir", "os.mkdir"}
steps = 0

def count(event, arguments):
    global steps
    if event in changes or event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
finish(site) if files is None else publish(site, artifacts)
print(steps)
"""

OLD = {
    "index.html": "old",
    "goals/a/index.html": "old",
    "goals/b/index.html": "old",
    "assets/a.css": "old",
    "x": "old",
}
NEW = {
    "index.html": "new",
    "goals/a/index.html": "new",
    "goals/c/index.html": "new",
    "assets/b.css": "new",
    "x/y": "new",
}
MINE = {"CNAME": "mine", "goals/b/notes.txt": "mine"}
ASSETS, PAGES = ["assets/b.css"], ["goals/a/index.html", "goals/c/index.html", "index.html"]


def run(site: Path, files: Mapping[str, str] | None, last: int = 0) -> subprocess.CompletedProcess[str]:
    """Publishes files, or finishes where they are None, killed before the `last`-th change to the disk."""
    command = [sys.executable, "-c", RUN, str(last), str(site), json.dumps(files)]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8")


def killed_at_each_step(site: Path, tmp_path: Path, files: Mapping[str, str] | None) -> Iterator[int]:
    """Brings the site into the state that each possible kill leaves, one after the other."""
    start = Path(shutil.copytree(site, tmp_path / f"start-{files is None}"))
    steps = int(run(site, files).stdout)
    assert steps > 10
    for step in range(1, steps + 1):
        shutil.rmtree(site)
        shutil.copytree(start, site)
        make_journal_local(site)
        assert run(site, files, step).returncode == -9
        assert_whole_and_in_order(site)
        yield step


def make_journal_local(site: Path) -> None:
    """Make the journal of a copied site, if it has one, count as written where it lies now."""
    journal, lock = (site / ".goalsite" / name for name in ("journal.json", "lock"))
    if journal.exists():
        note = json.loads(journal.read_bytes()) | {"written": lock.stat().st_ctime_ns}
        journal.write_text(json.dumps(note), encoding="utf-8")


def content(site: Path) -> dict[str, str]:
    files = (file for file in site.rglob("*") if file.is_file() and ".goalsite" not in file.parts)
    return {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in files}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    publish(site, [Artifact(path, text.encode()) for path, text in OLD.items()])
    for path, text in MINE.items():
        (site / path).write_text(text, encoding="utf-8")
    return site


def assert_whole_and_in_order(site: Path) -> None:
    found = content(site)
    assert found.items() >= MINE.items()
    for path, text in found.items():
        assert text in (OLD.get(path), NEW.get(path), MINE.get(path))
    published = [found.get(path) == "new" for path in ASSETS + PAGES]
    assert published == sorted(published, reverse=True), "a page is there before its asset"
    is_complete = found.items() >= NEW.items()
    assert is_complete or found.items() >= {p: t for p, t in OLD.items() if p not in NEW and p != "x"}.items()


def assert_no_trace(site: Path) -> None:
    assert all(any(folder.iterdir()) for folder in site.rglob("*") if folder.is_dir())
    assert {file.name for file in (site / ".goalsite").iterdir()} == {"lock", "manifest.json"}


def test_a_publish_killed_at_any_step_is_finished_or_has_changed_nothing(site: Path, tmp_path: Path) -> None:
    seen = []
    for _ in killed_at_each_step(site, tmp_path, NEW):
        is_noted = (site / ".goalsite" / "journal.json").exists()
        finish(site)
        seen.append(content(site) == NEW | MINE)
        assert content(site) == (NEW if seen[-1] else OLD) | MINE
        assert seen[-1] or not is_noted
        assert_no_trace(site)
    assert seen == sorted(seen), "once it is noted what to do, it is done"
    assert set(seen) == {False, True}


def test_a_finish_killed_at_any_step_is_finished_by_the_next(site: Path, tmp_path: Path) -> None:
    for _ in killed_at_each_step(site, tmp_path, NEW):
        if (site / ".goalsite" / "journal.json").exists():
            break
    for _ in killed_at_each_step(site, tmp_path, None):
        finish(site)
        assert content(site) == NEW | MINE
        assert_no_trace(site)


def test_the_next_publish_finishes_a_killed_one_before_its_own(site: Path, tmp_path: Path) -> None:
    for _ in killed_at_each_step(site, tmp_path, NEW):
        publish(site, [Artifact(path, text.encode()) for path, text in OLD.items()])
        assert content(site) == OLD | MINE
        assert_no_trace(site)
