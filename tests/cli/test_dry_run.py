"""`--dry-run | git apply` makes the files that the command makes, byte for byte, in any form."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goalsite.cli.main import goalsite as main
from tests.cli.conftest import Goalsite
from tests.conftest import GitRepo
from tests.crashes import files_of
from tests.terminal import typed

GOAL = """\
---
title: Every engineer trusts a green build
owner: ada
key_results:
  - id: p50
    title: Median time to green   # in minutes
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-11-09, value: 11}
  - id: now
    metric: {baseline: 0, target: 5}
    current: 3
    note: half of it
  - {id: steps, milestones: [{title: One}, {title: Two}]}
  - id: last
    metric: {baseline: 0, target: 3}
    current: 1
---
Why it matters, see [[site#s]].
"""
SITE = """\
---
title: The site is there
supports: [builds#p50]
depends_on:
  - {goal: builds, note: soon}
  - {goal: builds}
key_results:
- id: s
  metric: {baseline: 0, target: 3}
---
"""
KPI = "---\ntitle: Availability\nunit: '%'\nfrequency: week\nseries: [[2026-11-09, 99.9]]\n---\nUp.\n"
LOG = "date,kr,value,confidence,status,note\n2026-11-09,steps,,0.5,,\n"
FILES = {
    "goals/2026-Q4/builds.md": GOAL,
    "goals/2026-Q4/builds.checkins.csv": LOG,
    "goals/web/2026-Q4/site.md": SITE,
    "goals/kpis/up.md": KPI,
}
ODD = "::x ##[y]\r::z \x1b[1m\u202e"
FORMS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: f"\ufeff{text}",
    "CRLF with a byte order mark": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "no last line end": lambda text: text.removesuffix("\n"),
    "tabs": lambda text: text.replace("title: Every", "title: Every\t").replace("Why", "\tWhy\t\n\ta"),
    "emoji": lambda text: text.replace("engineer", "👩\u200d🔧").replace("half", "👩\u200d🔧 half"),
    "odd characters in the text": lambda text: text.replace("---\nWhy", f"---\n{ODD}\nWhy"),
    "line separators": lambda text: text.replace("Why", "a\u2028b\u0085c\x0cd\nWhy"),
}  # fmt: skip
COMMANDS = (
    ("checkin", "builds#p50", "9.5", "--note", "cache, warm"),
    ("checkin", "builds#p50", "9.5", "--date", "2026-11-09", "--replace"),
    ("checkin", "builds#now", "4"),
    ("checkin", "builds#steps", "done", "--milestone", "2", "--confidence", "0.7"),
    ("checkin", "site#s", "1"),
    ("checkin", "up", "99.5"),
    ("close", "2026-Q4", "--suggested", "--root-cause", "ill, all of us", "--decision", "keep"),
    ("drop", "builds#last", "--reason", "moot"),
    ("drop", "site", "--reason", "moot"),
    ("replace", "builds#p50", "mean", "--title", "Mean", "--target", "5", "--reason", "hid the queue"),
    ("confirm", "builds", "--all", "--note", "by May"),
    ("mv", "builds", "platform/2026-Q4/trusted"),
    ("mv", "builds#p50", "median"),
)


def run(folder: Path, *arguments: str, **variables: str | None) -> Result:
    """One command in a folder, within this process."""
    clean = {"CI": None, "TF_BUILD": None, "JENKINS_URL": None, "TEAMCITY_VERSION": None, **variables}
    words = ["-C", str(folder), *arguments, "--as-of", "2026-11-16"]
    return CliRunner().invoke(main, words, env=clean, catch_exceptions=False)


def written(folder: Path, form: Callable[[str], str]) -> Path:
    """A folder with the files in one form."""
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(form(text).encode())
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_what_git_makes_of_a_patch_is_what_the_command_makes(tmp_path: Path, form: str) -> None:
    for number, words in enumerate(COMMANDS):
        there = written(tmp_path / f"{number} there", FORMS[form])
        here = Path(shutil.copytree(there, tmp_path / f"{number} here"))
        patch = run(here, *words, "--dry-run")
        assert patch.exit_code == 0, (words, patch.stderr)
        assert files_of(here) == files_of(written(tmp_path / "before", FORMS[form]))
        done = subprocess.run(
            ["git", "apply", "--whitespace=nowarn"],
            input=patch.stdout_bytes,
            cwd=here,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, (words, done.stderr, patch.stdout_bytes)
        assert run(there, *words).exit_code == 0
        assert files_of(here) == files_of(there), words


def test_a_patch_of_what_check_mends_is_taken_too(tmp_path: Path) -> None:
    slip = FORMS["CRLF with a byte order mark"](GOAL.replace("2026-11-09", "2026/11/9"))
    folder = written(tmp_path, FORMS["emoji"])
    (folder / "goals/2026-Q4/builds.md").write_bytes(slip.encode())
    patch = run(folder, "check", "--diff")
    subprocess.run(["git", "apply"], input=patch.stdout_bytes, cwd=folder, check=True)
    assert (folder / "goals/2026-Q4/builds.md").read_bytes() == slip.replace(
        "2026/11/9", "2026-11-09"
    ).encode()


def test_a_patch_is_taken_in_the_folder_of_a_project_within_a_repository(
    goalsite: Goalsite, git_repo: Callable[..., GitRepo]
) -> None:
    repo = git_repo()
    repo.commit({f"our okr/{path}": text for path, text in FILES.items()})
    words = ("mv", "builds", "platform/2026-Q4/trusted", "--as-of", "2026-11-16")
    patch = goalsite(*words, "--dry-run", cwd=repo.root / "our okr", CI="")
    subprocess.run(["git", "apply"], input=patch.out.encode(), cwd=repo.root / "our okr", check=True)
    assert not (repo.root / "our okr/goals/2026-Q4/builds.md").exists()
    assert "our okr/goals/platform/" in repo.git("status", "--porcelain", "--untracked-files=normal")


def test_a_terminal_gets_no_control_character_of_a_patch(tmp_path: Path) -> None:
    folder = written(tmp_path, FORMS["odd characters in the text"])
    shown = typed(
        "drop", "builds#last", "--reason", "x", "--dry-run", "--as-of", "2026-11-16", cwd=folder, answers=""
    )
    assert shown.code == 0
    assert "+    reason: x" in shown.out
    assert "\\x0D::z \\x1B[1m\\u{202E}" in shown.out
    assert "\x1b[1m" not in shown.out


@pytest.mark.parametrize("service", ["CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION"])
def test_the_log_of_a_build_service_gets_no_command_and_that_is_told(tmp_path: Path, service: str) -> None:
    folder = written(tmp_path, FORMS["odd characters in the text"])
    words = ("drop", "builds#last", "--reason", "x", "--dry-run")
    shown = run(folder, *words, **{service: "true"})
    assert b" \\x3A:x #\\x23[y]\\x0D::z \\x1B[1m\\u{202E}\n" in shown.stdout_bytes
    assert "builds.md: what a log might obey is spelt out in the patch" in shown.stderr
    assert f"with {service}= in front of the command" in shown.stderr
    sound = run(written(tmp_path / "sound", FORMS["CRLF"]), *words, **{service: "true"})
    assert (b"\r\n" in sound.stdout_bytes, sound.stderr) == (True, "")
