"""A site held against the commit it was made from, as who keeps it does, and who was given it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from goalsite.cli.verify_report import Outcome, told
from goalsite.output.manifest import Origin
from goalsite.trust.verdict import Difference
from tests.cli.conftest import Goalsite
from tests.commands import write
from tests.conftest import GitRepo

A = "goals/2026-Q4/a.md"
PAGE = "goals/2026-Q4/a/index.html"
GOAL = "---\ntitle: Builds are {}\n---\n"
OWN = "{% extends 'default/dashboard.html.j2' %}{% block title %}Ours alone{% endblock %}"
ORIGIN = Origin("goalsite 1", "a" * 40, modified=False, as_of="2026-11-16")
Make = Callable[..., GitRepo]


@pytest.fixture
def repo(git_repo: Make, goalsite: Goalsite) -> GitRepo:
    """A repository with a look of its own, whose site was built before the goals, the configuration and the
    look changed."""
    repo = git_repo()
    repo.commit({A: GOAL.format("slow"), ".gitignore": "site/\n"})
    look = {"config.yaml": "theme: {custom_dir: look}\n", "look/dashboard.html.j2": OWN}
    repo.commit({A: GOAL.format("fast"), **look})
    run = goalsite("build", "--as-of", "2026-11-16", cwd=repo.root)
    assert run.code == 0, run.err
    assert "Ours alone" in (repo.root / "site/index.html").read_text(encoding="utf-8")
    repo.commit(
        {A: GOAL.format("instant"), "config.yaml": "site_name: Now\n", "look/dashboard.html.j2": None}
    )
    return repo


def test_a_site_is_proved_by_making_it_again_from_its_commit(
    repo: GitRepo, goalsite: Goalsite, serve_folder: Callable[[Path], str]
) -> None:
    made = repo.git("rev-parse", "--short=7", "HEAD~1")
    count = sum(path.is_file() for path in (repo.root / "site").rglob("*")) - 3  # the list, and two notes
    said = f"{count} files, all of them what commit {made} makes for 2026-11-16\n"
    run = goalsite("verify", cwd=repo.root)
    assert (run.code, run.out, run.err) == (0, f"site: {said}", "")
    address = serve_folder(repo.root)
    run = goalsite("verify", f"{address}site", cwd=repo.root)
    assert (run.code, run.out, run.err) == (0, f"{address}site: {said}", "")


def test_what_was_changed_is_named_be_it_on_the_list_too(repo: GitRepo, goalsite: Goalsite) -> None:
    site = repo.root / "site"
    old, new = (site / PAGE).read_bytes(), (site / PAGE).read_bytes().replace(b"fast", b"cheap")
    text = (site / "manifest.json").read_text(encoding="utf-8")
    forged = text.replace(sha256(old).hexdigest(), sha256(new).hexdigest()).replace("0.1.0", "9.0")
    (site / "manifest.json").write_text(forged, encoding="utf-8")
    (site / PAGE).write_bytes(new)
    (site / "index.html").write_bytes(b"<h1>Mine</h1>")
    (site / "assets/site.css").unlink()
    (site / "CNAME").write_bytes(b"goals.example")
    run = goalsite("verify", cwd=repo.root)
    assert run.code == 1
    assert run.err.startswith("made by goalsite 9.0, this is goalsite 0.1.0: ")
    lines = [" ".join(line.split()) for line in run.out.splitlines()]
    assert lines[0].startswith("site: 3 of ")
    assert lines[1:4] == [
        "assets/site.css is not there",
        f"{PAGE} is not what the commit makes",
        "index.html was changed after it was made",
    ]
    assert lines[4].startswith("hint: another version of goalsite, ")
    assert lines[5:] == ["1 file beside them that goalsite did not make: CNAME"]


def test_of_many_differences_the_first_are_told() -> None:
    wrong = tuple(Difference(f"{number}.html", "is not there") for number in range(1500))
    others = tuple(map(str, range(1001)))
    *some, more, hint, beside = told(Outcome("site", ORIGIN, 2000, wrong, False, others))
    assert some[0] == "site: 1,500 of 2,000 files are not as the list has them"
    assert (len(some), some[-1], more) == (21, "  19.html  is not there", "  and 1,480 more")
    assert hint.startswith("  hint: somebody changed them")
    assert beside == "  1,001 files beside them that goalsite did not make: 0, 1, 2, …"


def test_a_site_that_cannot_be_made_again_here_is_not_proved(
    repo: GitRepo, goalsite: Goalsite, tmp_path: Path
) -> None:
    site = str(repo.root / "site")
    listed = "files, all of them as the list has them; what they were made from is not proved\n"

    def hint(folder: Path) -> str:
        run = goalsite("verify", site, cwd=folder)
        assert (run.code, run.out[-len(listed) :]) == (1, listed)
        return run.err

    made = repo.git("rev-parse", "--short=7", "HEAD~1")
    assert "no git repository holds .\n  hint: name a clone of the goals with -C" in hint(tmp_path)
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "shallow"))
    assert f"commit {made} is not in this repository\n  hint: git fetch --unshallow" in hint(
        tmp_path / "shallow"
    )
    text = (repo.root / "site/manifest.json").read_text(encoding="utf-8")
    odd = "c0ffee" + "0" * 58
    repo.git("tag", odd, "HEAD~1")
    write(tmp_path, {"odd/manifest.json": text.replace(repo.git("rev-parse", "HEAD~1"), odd)})
    assert "commit c0ffee0 is not in this repo" in goalsite("verify", f"{tmp_path}/odd", cwd=repo.root).err
    repo.git("switch", "--quiet", "--detach", "HEAD~2")
    assert f"and its theme is code\n  hint: git switch --detach {made}" in hint(repo.root)
    repo.git("switch", "--quiet", "--detach", made)
    repo.write({A: GOAL.format("never committed")})
    assert goalsite("build", cwd=repo.root).code == 0
    assert f"from files that are not as commit {made} has them\n  hint: commit them" in hint(repo.root)
    shutil.rmtree(repo.root / ".git")
    assert goalsite("build", cwd=repo.root).code == 0
    assert "it was made without git" in hint(repo.root)


def test_what_is_no_site_is_told(goalsite: Goalsite, tmp_path: Path) -> None:
    write(tmp_path, {"site/manifest.json": '{"version": 1, "files": {', "goals/a.md": GOAL})
    for site, code, message in (
        ("site", 1, "manifest.json of site is no list of a site's files"),
        ("goals", 1, "goals has no manifest.json, so nothing tells what it was made from"),
        ("nowhere", 2, "there is no folder nowhere"),
        ("ftp://a.example/", 2, "is neither a folder nor an address"),
        ("http://", 1, "http:// is no address of a site"),
        ("http://127.0.0.1:9/", 1, "127.0.0.1:9 cannot be asked: connection refused"),
    ):
        run = goalsite("verify", site, cwd=tmp_path)
        assert (run.code, message in run.err, "hint: " in run.err) == (code, True, True), (site, run.err)
