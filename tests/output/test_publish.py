"""The site's folder holds the artifacts, what others put there, and nothing else."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.output.artifact import Artifact
from goalsite.output.errors import PublishError
from goalsite.output.folder import above
from goalsite.output.lock import locked
from goalsite.output.publish import Published, finish, publish


def artifacts(files: Mapping[str, bytes]) -> list[Artifact]:
    return [Artifact(path, content) for path, content in files.items()]


def content(site: Path) -> dict[str, bytes]:
    """What lies in the site's folder, but for the notes."""
    files = (file for file in site.rglob("*") if file.is_file() or file.is_symlink())
    paths = {file.relative_to(site).as_posix(): file for file in files}
    return {path: file.read_bytes() for path, file in paths.items() if not path.startswith(".goalsite/")}


def write(site: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "site"


def test_the_first_publish_writes_everything_in_order(site: Path) -> None:
    files = {
        "index.html": b"home",
        "goals/更快/index.html": b"goal",
        "assets/site.css": b"css",
        "goals.json": b"{}",
    }
    done = publish(site, artifacts(files))
    assert content(site) == files
    assert done == Published(("assets/site.css", "goals/更快/index.html", "index.html", "goals.json"))


def test_a_file_whose_bytes_are_the_same_is_not_touched(site: Path) -> None:
    publish(site, artifacts({"a.html": b"a", "b.html": b"b"}))
    os.utime(site / "a.html", ns=(1, 1))
    done = publish(site, artifacts({"a.html": b"a", "b.html": b"B"}))
    assert done == Published(("b.html",), unchanged=1)
    assert (site / "a.html").stat().st_mtime_ns == 1


def test_what_is_no_longer_published_goes_with_its_empty_folders(site: Path) -> None:
    publish(site, artifacts({"goals/a/index.html": b"a", "goals/b/index.html": b"b"}))
    done = publish(site, artifacts({"goals/b/index.html": b"b"}))
    assert done == Published((), unchanged=1, removed=("goals/a/index.html",))
    assert not (site / "goals" / "a").exists()


def test_files_of_others_are_left_alone(site: Path) -> None:
    write(site, {"CNAME": b"goals.example.org", "goals/a/notes.txt": b"mine"})
    publish(site, artifacts({"goals/a/index.html": b"a"}))
    publish(site, [])
    assert content(site) == {"CNAME": b"goals.example.org", "goals/a/notes.txt": b"mine"}


def test_a_file_of_others_in_the_way_is_named_and_nothing_changes(site: Path) -> None:
    write(site, {"index.html": b"mkdocs", "404.html": b"mkdocs"})
    with pytest.raises(PublishError, match=r"404\.html and 1 more are in the way") as caught:
        publish(site, artifacts({"a.html": b"a", "index.html": b"ours", "404.html": b"ours"}))
    assert caught.value.paths == ("404.html", "index.html")
    assert "--site-dir" in caught.value.hint
    assert content(site) == {"index.html": b"mkdocs", "404.html": b"mkdocs"}
    assert finish(site) is None


def test_a_file_of_others_with_the_same_bytes_becomes_ours(site: Path) -> None:
    write(site, {"robots.txt": b"same"})
    assert publish(site, artifacts({"robots.txt": b"same"})).unchanged == 1
    assert publish(site, artifacts({"robots.txt": b"new"})).written == ("robots.txt",)


def test_without_its_manifest_a_site_is_taken_for_somebody_elses(site: Path) -> None:
    publish(site, artifacts({"a.html": b"a", "b.html": b"b"}))
    (site / ".goalsite" / "manifest.json").write_bytes(b'{"version": 1, "files": {"a.ht')
    with pytest.raises(PublishError, match="goalsite did not write what lies there"):
        publish(site, artifacts({"a.html": b"A", "b.html": b"b"}))
    assert publish(site, artifacts({"a.html": b"a"})) == Published(unchanged=1)
    assert content(site) == {"a.html": b"a", "b.html": b"b"}


def test_an_edited_page_is_written_anew(site: Path) -> None:
    publish(site, artifacts({"a.html": b"a"}))
    write(site, {"a.html": b"edited"})
    assert publish(site, artifacts({"a.html": b"a"})).written == ("a.html",)


def test_an_edited_page_that_is_no_longer_published_is_kept_and_told_each_time(site: Path) -> None:
    publish(site, artifacts({"a.html": b"a"}))
    write(site, {"a.html": b"edited"})
    assert publish(site, []) == Published(kept=("a.html",))
    assert publish(site, []) == Published(kept=("a.html",))
    (site / "a.html").unlink()
    assert publish(site, []) == Published()


def test_a_page_becomes_a_folder_and_a_folder_a_page(site: Path) -> None:
    publish(site, artifacts({"a": b"file", "b/c/d": b"1", "b/e": b"2"}))
    done = publish(site, artifacts({"a/x": b"in", "a/y": b"in", "b": b"file"}))
    assert content(site) == {"a/x": b"in", "a/y": b"in", "b": b"file"}
    assert sorted(done.removed) == ["a", "b/c/d", "b/e"]


def test_a_folder_that_holds_a_file_of_others_does_not_become_a_page(site: Path) -> None:
    publish(site, artifacts({"b/c": b"ours"}))
    write(site, {"b/mine": b"mine"})
    with pytest.raises(PublishError, match="b/mine is in the way"):
        publish(site, artifacts({"b": b"file"}))
    assert content(site) == {"b/c": b"ours", "b/mine": b"mine"}


@pytest.mark.parametrize("link", ["goals", "goals/a", "goals/a/index.html"])
def test_a_symbolic_link_in_the_site_is_not_followed(site: Path, tmp_path: Path, link: str) -> None:
    write(tmp_path / "outside", {"index.html": b"theirs", "a/index.html": b"theirs"})
    (site / link).parent.mkdir(parents=True)
    (site / link).symlink_to(tmp_path / "outside")
    with pytest.raises(PublishError, match=f"{link} is in the way"):
        publish(site, artifacts({"goals/a/index.html": b"ours"}))
    assert content(tmp_path / "outside") == {"index.html": b"theirs", "a/index.html": b"theirs"}


def test_a_page_replaced_by_a_link_is_not_deleted_through_it(site: Path, tmp_path: Path) -> None:
    publish(site, artifacts({"goals/a.html": b"same"}))
    write(tmp_path / "outside", {"a.html": b"same"})
    (site / "goals" / "a.html").unlink()
    (site / "goals").rmdir()
    (site / "goals").symlink_to(tmp_path / "outside")
    publish(site, [])
    assert content(tmp_path / "outside") == {"a.html": b"same"}


@pytest.mark.parametrize("link", ["", ".goalsite"])
def test_a_site_behind_a_symbolic_link_is_refused(site: Path, tmp_path: Path, link: str) -> None:
    (tmp_path / "outside").mkdir()
    (site / link).parent.mkdir(parents=True)
    (site / link).symlink_to(tmp_path / "outside")
    with pytest.raises(PublishError, match="is a symbolic link"):
        publish(site, artifacts({"a.html": b"a"}))
    assert list((tmp_path / "outside").iterdir()) == []
    assert finish(site) is None


@pytest.mark.parametrize("paths", [["../a.html"], ["/a.html"], ["a", "a"], ["a", "a/b"], [".goalsite/lock"]])
def test_artifacts_that_cannot_be_a_site_change_nothing(site: Path, paths: list[str]) -> None:
    with pytest.raises(PublishError, match="cannot be published"):
        publish(site, [Artifact("ok.html", b""), *(Artifact(path, b"") for path in paths)])
    assert content(site) == {}
    assert finish(site) is None


def test_an_error_while_rendering_changes_nothing(site: Path) -> None:
    def render() -> Iterator[Artifact]:
        yield Artifact("a.html", b"new")
        raise OSError("no such template")

    publish(site, artifacts({"a.html": b"old"}))
    with pytest.raises(OSError, match="no such template"):
        publish(site, render())
    assert content(site) == {"a.html": b"old"}
    assert finish(site) is None


def test_nothing_is_written_where_nothing_changed(site: Path) -> None:
    publish(site, artifacts({"a.html": b"a"}))
    os.utime(site / ".goalsite", ns=(1, 1))
    publish(site, artifacts({"a.html": b"a"}))
    assert (site / ".goalsite").stat().st_mtime_ns == 1
    assert {file.name for file in (site / ".goalsite").iterdir()} == {"lock", "manifest.json"}


def test_equal_sites_have_equal_notes_whatever_came_before(site: Path, tmp_path: Path) -> None:
    publish(site, artifacts({"a": b"1", "gone": b"2"}))
    publish(site, artifacts({"b": b"3", "a": b"4"}))
    publish(tmp_path / "clean", artifacts({"a": b"4", "b": b"3"}))
    manifests = [folder / ".goalsite" / "manifest.json" for folder in (site, tmp_path / "clean")]
    assert manifests[0].read_bytes() == manifests[1].read_bytes()


def test_a_second_publisher_says_that_it_could_not_wait_longer(site: Path) -> None:
    publish(site, [])
    with (
        locked(site / ".goalsite" / "lock", 0),
        pytest.raises(PublishError, match="another goalsite is publishing"),
    ):
        publish(site, artifacts({"a.html": b"a"}), patience=0)


def test_finish_leaves_a_publish_that_is_under_way_alone(site: Path) -> None:
    def render() -> Iterator[Artifact]:
        yield Artifact("a.html", b"a")
        assert finish(site) is None

    assert publish(site, render()).written == ("a.html",)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"a file")
    with pytest.raises(PublishError, match=r"cannot publish to .*site: file exists"):
        publish(tmp_path / "site", [])


def test_a_name_too_long_for_the_disk_is_told_and_nothing_changes(site: Path) -> None:
    with pytest.raises(PublishError, match="file name too long") as caught:
        publish(site, artifacts({"a.html": b"a", "x" * 300: b"x"}))
    assert caught.value.hint == "the site is as it was"
    assert content(site) == {}


FILL = """
import sys
from pathlib import Path
from goalsite.output.artifact import Artifact
from goalsite.output.errors import PublishError
from goalsite.output.publish import publish
try:
    publish(Path(sys.argv[1]), [Artifact("a.html", b"new"), Artifact("b.html", b"x" * 5000)])
except PublishError as error:
    print(error)
"""


def test_a_disk_that_takes_no_more_is_told_and_nothing_changes(site: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    publish(site, artifacts({"a.html": b"old"}))
    command = [sys.executable, "-c", FILL, str(site)]
    run = subprocess.run(command, preexec_fn=limit, capture_output=True, check=True, encoding="utf-8")
    assert "file too large" in run.stdout
    assert content(site) == {"a.html": b"old"}
    assert finish(site) is None


def test_a_staged_file_that_lost_its_bytes_is_not_published(site: Path) -> None:
    publish(site, artifacts({"a.html": b"old"}))
    broken_off(site, {"a.html": b"newer", "b.html": b"b"})
    (site / ".goalsite" / "new" / "0").write_bytes(b"")
    assert finish(site) == Published(("b.html",))
    assert content(site) == {"a.html": b"old", "b.html": b"b"}
    publish(site, artifacts({"a.html": b"newer", "b.html": b"b"}))
    assert content(site) == {"a.html": b"newer", "b.html": b"b"}


def test_what_others_wrote_while_a_publish_lay_broken_off_is_kept(site: Path) -> None:
    broken_off(site, {"a.html": b"ours", "b.html": b"b"})
    write(site, {"a.html": b"theirs"})
    assert finish(site) == Published(("b.html",), kept=("a.html",))
    assert content(site) == {"a.html": b"theirs", "b.html": b"b"}


BREAK_OFF = """
import json, os, signal, sys
from pathlib import Path
from goalsite.output.artifact import Artifact
from goalsite.output.publish import publish

def end(event, arguments):
    if event == "os.rename" and not str(arguments[1]).endswith("journal.json"):
        os.kill(os.getpid(), signal.SIGKILL)

artifacts = [Artifact(path, text.encode()) for path, text in json.loads(sys.argv[2]).items()]
sys.addaudithook(end)
publish(Path(sys.argv[1]), artifacts)
"""


def broken_off(site: Path, files: Mapping[str, bytes]) -> None:
    """Publishes, but is killed when all is noted down and nothing renamed."""
    wanted = json.dumps({path: data.decode() for path, data in files.items()})
    run = subprocess.run([sys.executable, "-c", BREAK_OFF, str(site), wanted], check=False)
    assert run.returncode == -9


names = st.sampled_from(["a", "b", "index.html"])
paths = st.lists(names, min_size=1, max_size=3).map("/".join)


def is_tree(files: Mapping[str, bytes]) -> bool:
    return not any(folder in files for path in files for folder in above(path))


trees = st.dictionaries(paths, st.binary(max_size=1), max_size=5).filter(is_tree)
foreign_trees = st.dictionaries(st.just("mine") | paths.map("{}/mine".format), st.just(b"mine"), max_size=2)


@given(steps=st.lists(trees, max_size=6), foreign=foreign_trees)
def test_the_site_is_the_last_artifacts_and_the_files_of_others(
    steps: list[dict[str, bytes]], foreign: dict[str, bytes]
) -> None:
    with TemporaryDirectory() as folder:
        site, ours = Path(folder) / "site", dict[str, bytes]()
        write(site, foreign)
        for files in steps:
            if is_tree(files | foreign):
                publish(site, artifacts(files))
                ours = files
            else:
                with pytest.raises(PublishError):
                    publish(site, artifacts(files))
            assert content(site) == ours | foreign
