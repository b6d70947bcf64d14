"""Signed commits, made with real keys: only those that git itself verifies are called verified."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goalsite.history.signatures import FILE, verified
from tests.commands import goalsite
from tests.conftest import GitRepo
from tests.history.pasts import A, goal

TODAY = date(2026, 11, 16)
OTHER = date(2026, 11, 17)


def key(folder: Path, name: str) -> Path:
    """The file of a new key, with the public one beside it."""
    file = folder / name
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(file)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return file


def trust(folder: Path, *keys: Path) -> None:
    """Make these keys those that count."""
    lines = [f"ada@example.org {file.with_suffix('.pub').read_text(encoding='ascii')}" for file in keys]
    (folder / "signers").write_text("".join(lines), encoding="ascii")


def sign_with(repo: GitRepo, file: Path | None) -> None:
    """Sign the next commits with a key, or not at all."""
    repo.git("config", "commit.gpgSign", "true" if file else "false")
    repo.git("config", "user.signingKey", str(file or ""))


def forged(repo: GitRepo, name: str) -> str:
    """A commit that says something else than the one whose signature it bears, checked out in its place."""
    said = repo.git("cat-file", "commit", name).replace("Check in", "Take over")
    (repo.root / ".git/forged").write_text(f"{said}\n", encoding="utf-8")
    made = repo.git("hash-object", "-t", "commit", "-w", str(repo.root / ".git/forged"))
    repo.git("update-ref", "HEAD", made)
    return made


@pytest.fixture
def signed(git_repo: Callable[..., GitRepo], tmp_path: Path) -> tuple[GitRepo, dict[str, str]]:
    """A repository, and its commits by what they are; the key `ours` is trusted, and `theirs` is not."""
    repo = git_repo()
    ours, theirs = key(tmp_path, "ours"), key(tmp_path, "theirs")
    trust(tmp_path, ours)
    repo.git("config", "gpg.format", "ssh")
    repo.git("config", "gpg.ssh.allowedSignersFile", str(tmp_path / "signers"))
    commits = {}
    for number, (kind, file) in enumerate((("good", ours), ("unknown", theirs), ("unsigned", None))):
        sign_with(repo, file)
        commits[kind] = repo.commit(
            {A: goal(title=f"Fast builds {number}")}, f"2026-10-0{number + 5}T09:00:00+00:00"
        )
    sign_with(repo, ours)
    last = repo.commit({A: goal(title="Slow builds")}, "2026-10-09T09:00:00+00:00", "Check in")
    commits["forged"] = forged(repo, last)
    sign_with(repo, None)
    return repo, commits


def test_only_good_signatures_of_keys_that_are_trusted_count(
    signed: tuple[GitRepo, dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo, commits = signed
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    memory, asked = tmp_path / "memory", tuple(commits.values())
    for _ in ("found out", "remembered"):
        assert verified(repo.root, asked, TODAY, memory) == {commits["good"]}
    assert (memory / FILE).is_file()
    trust(tmp_path, tmp_path / "ours", tmp_path / "theirs")
    assert verified(repo.root, asked, TODAY, memory) == {commits["good"], commits["unknown"]}
    trust(tmp_path, tmp_path / "theirs")
    assert verified(repo.root, asked, OTHER, memory) == {commits["unknown"]}
    assert verified(repo.root, [*asked, "0" * 40], OTHER, None) == {commits["unknown"]}


def test_a_site_shows_which_commits_are_verified_where_that_is_asked_for(
    signed: tuple[GitRepo, dict[str, str]],
) -> None:
    repo, commits = signed
    for options, shown in ((["--signatures"], ["good"]), ([], [])):
        run = goalsite("build", "--as-of", "2026-11-16", *options, cwd=repo.root)
        assert run.code == 0, run.err
        page = (repo.root / "site/goals/2026-Q4/a/index.html").read_text(encoding="utf-8")
        history = page[page.index('<ol class="log commits">') :].partition("</ol>")[0]
        rows = history.split("</li>\n  <li>")
        assert [kind for kind, name in commits.items() if name[:7] in history] == list(commits)
        told = [
            kind for kind, name in commits.items() for row in rows if name[:7] in row and "verified" in row
        ]
        assert told == shown
    assert goalsite("verify", cwd=repo.root).code == 0
    assert goalsite("build", "--as-of", "2026-11-16", "--signatures", cwd=repo.root).code == 0
    run = goalsite("verify", cwd=repo.root)
    assert run.code == 1
    assert "goalsite verify --signatures" in run.err
    assert goalsite("verify", "--signatures", cwd=repo.root).code == 0
