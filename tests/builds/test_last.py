"""After a build nothing is made again where nothing changed; after any change all that another would make."""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from goalsite.builds import last, site
from goalsite.cli import build as command
from goalsite.cli import main as cli
from goalsite.memory import keep
from tests.commands import ROOT, environment
from tests.conftest import GitRepo

FILES = {
    "config.yaml": "site_name: Ours\ntheme: {custom_dir: look}\n",
    "goals/2026-Q4/trust.md": "---\ntitle: Customers trust us\nsupports: [speed]\n---\nBecause.\n",
    "goals/2026-Q4/speed.md": "---\ntitle: Answers come at once\n---\n![A picture](seen.png)\n",
    "goals/2026-Q4/seen.png": "one",
    "look/glossary.html.j2": "{% extends 'default/glossary.html.j2' %}\n",
}
DAY = "2026-11-16"


@pytest.fixture
def project(tmp_path: Path, git_repo: Callable[[], GitRepo], monkeypatch: pytest.MonkeyPatch) -> GitRepo:
    """A repository with two goals, of a user who remembers things below `tmp_path`."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))  # as other processes have it
    repository = git_repo()
    repository.commit(FILES)
    return repository


@pytest.fixture
def build(project: GitRepo, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Builds in this process; what is said of it."""

    def call(*options: str, day: str = DAY) -> str:
        arguments = ["build", "-C", str(project.root), "--as-of", day, *options]
        code = cli.goalsite.main(arguments, standalone_mode=False)
        assert code in (0, None), capsys.readouterr().err
        return capsys.readouterr().out.rpartition(": ")[2].strip()

    return call


@pytest.fixture
def stands(build: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Builds where nothing is to be made; what is said of it."""

    def made(*_: object) -> None:
        raise AssertionError("the site was made again")

    def call(*options: str) -> str:
        with monkeypatch.context() as patched:
            patched.setattr(command, "_built", made)
            return build(*options)

    return call


def is_same(site: Path, other: Path) -> bool:
    """Whether two sites hold the same files with the same bytes."""
    found = filecmp.dircmp(site, other, ignore=[".goalsite"])
    return not (found.left_only or found.right_only or found.diff_files) and all(
        is_same(site / name, other / name) for name in found.common_dirs
    )


def test_a_second_build_makes_nothing(build: Callable[..., str], stands: Callable[..., str]) -> None:
    first = build()
    count = int(first.split()[0])
    for _ in range(2):
        assert stands() == f"0 files written, {count} unchanged, 0 removed"


def test_a_second_build_reads_no_page_that_the_first_wrote_just_now(
    project: GitRepo, build: Callable[..., str], stands: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    own, known = project.root / "site", Path.read_bytes
    opened: list[Path] = []

    def noted(file: Path) -> bytes:
        opened.append(file)
        return known(file)

    monkeypatch.setattr(Path, "read_bytes", noted)
    stands()
    inner = [file.relative_to(own).as_posix() for file in opened if file.is_relative_to(own)]
    assert inner == [".goalsite/manifest.json"]  # what publishing noted at the very end


def test_a_second_build_tells_the_same_findings(
    project: GitRepo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["build", "-C", str(project.root), "--as-of", DAY]
    cli.goalsite.main(arguments, standalone_mode=False)
    told = capsys.readouterr().err
    assert "goals/2026-Q4/trust.md:" in told
    assert "\x1b" not in told
    monkeypatch.setattr(command, "_built", None)
    cli.goalsite.main(arguments, standalone_mode=False)
    assert capsys.readouterr().err == told


def test_a_second_build_needs_none_of_the_libraries(project: GitRepo, build: Callable[..., str]) -> None:
    build()
    script = (
        "import sys\nfrom goalsite.cli.main import main\nmain()\n"
        "print(*sorted({'yaml', 'jinja2', 'markdown_it', 'networkx', 'babel'} & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", script, "build", "-C", str(project.root), "--as-of", DAY]
    known = environment(XDG_CACHE_HOME=os.environ["XDG_CACHE_HOME"])
    run = subprocess.run(command, env=known, cwd=ROOT, capture_output=True, text=True, check=True)
    said, loaded = run.stdout.split("\n")[:2]
    assert said.startswith(f"{project.root}/site: 0 files written")
    assert loaded == ""


def _edits(project: GitRepo) -> Iterator[str]:
    """Changes one thing after the other, each of which makes another site; and says what it was."""
    goals, root = project.root / "goals/2026-Q4", project.root
    stamp = (goals / "trust.md").stat()
    (goals / "trust.md").write_text(FILES["goals/2026-Q4/trust.md"].replace("trust us", "hate us"))
    os.utime(goals / "trust.md", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    yield "a title, at the same time and size"
    (goals / "new.md").write_text("---\ntitle: A new one\n---\n")
    yield "a new goal"
    (goals / "new.md").rename(goals / "moved.md")
    yield "a goal under another name"
    (goals / "moved.md").unlink()
    (goals / "seen.png").write_text("two")
    yield "a goal that is gone, and a picture"
    (root / "config.yaml").write_text(FILES["config.yaml"].replace("Ours", "Yours"))
    yield "the configuration"
    (root / "look/glossary.html.j2").write_text(
        "{% extends 'default/glossary.html.j2' %}{% block title %}Words{% endblock %}\n"
    )
    yield "a template"
    project.commit({}, message="All that")
    yield "a commit"
    (root / "site/index.html").write_text("something else")
    yield "a page that somebody wrote over"
    (root / "site/glossary/index.html").unlink()
    yield "a page that somebody deleted"


def test_a_site_whose_notes_are_gone_or_that_leads_elsewhere_is_made_again(
    project: GitRepo, build: Callable[..., str], stands: Callable[..., str]
) -> None:
    build()
    assert stands()
    notes = project.root / "site/.goalsite/manifest.json"
    notes.unlink()
    with pytest.raises(AssertionError, match="made again"):
        stands()
    build()
    assert notes.exists()
    (project.root / "site/assets").rename(project.root / "elsewhere")
    (project.root / "site/assets").symlink_to(project.root / "elsewhere")
    with pytest.raises(AssertionError, match="made again"):
        stands()


def test_what_was_overwritten_while_it_was_published_is_found(
    project: GitRepo, build: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = project.root / "site/index.html"
    known = site.as_published
    with monkeypatch.context() as patched:
        patched.setattr(last, "as_published", lambda *said: (page.write_text("damaged"), known(*said))[1])
        build()
    assert build().startswith("1 files written")
    assert page.read_text() != "damaged"


def test_after_any_change_a_build_makes_what_one_from_nothing_makes(
    project: GitRepo,
    build: Callable[..., str],
    stands: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build()
    ours, other = project.root / "site", tmp_path / "other"
    for what in _edits(project):
        said = build()
        assert not said.startswith("0 files written"), what
        with monkeypatch.context() as patched:
            patched.setattr(last, "recall", lambda _: {})
            patched.setattr(last, "keep", lambda *_: None)
            build("--site-dir", str(other))
        assert is_same(ours, other), what
        assert stands().startswith("0 files written"), what


def test_another_day_or_another_way_is_another_site(build: Callable[..., str]) -> None:
    build()
    assert not build(day="2026-11-17").startswith("0 files")
    assert not build("--offline", day="2026-11-17").startswith("0 files")


@pytest.mark.parametrize(
    "damage", [lambda data: data[: len(data) // 2], lambda data: data + b"x", lambda _: b""]
)
def test_a_damaged_memory_is_no_memory(
    project: GitRepo, build: Callable[..., str], damage: Callable[[bytes], bytes]
) -> None:
    build()
    memory = project.root / ".goalsite/build"
    memory.write_bytes(damage(memory.read_bytes()))
    assert build().startswith("0 files written")  # made again, and the same as before
    (project.root / "goals/2026-Q4/trust.md").unlink()
    memory.write_bytes(damage(memory.read_bytes()))
    assert "removed" in build()
    assert not (project.root / "site/goals/2026-Q4/trust/index.html").exists()


def test_a_memory_of_other_machines_holds_where_they_share_a_secret(
    project: GitRepo,
    build: Callable[..., str],
    stands: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(keep.SHARED, "a secret that is long enough")
    build()
    for path in sorted(project.root.rglob("*")):  # as a cache of CI brings them back
        if path.is_file() and ".git/" not in path.as_posix():
            os.utime(path, ns=(0, 0))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another user"))
    assert "0 files written" in stands()
    monkeypatch.setenv(keep.SHARED, "another secret, long enough too")
    assert keep.recall(project.root / ".goalsite/build") == {}
