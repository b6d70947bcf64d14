"""`scripts/setup` says precisely what is missing on a machine where it may not install it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of commands that stands for a machine on which hardly anything is installed."""
    for name in ("dirname", "tr"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    return tmp_path


def told(machine: Path, *arguments: str) -> str:
    """What the script tells before it stops."""
    run = subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / "setup"), *arguments],
        env={"PATH": str(machine)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert run.returncode == 1, run.stdout
    return run.stderr


def test_no_python_is_told_with_its_package(machine: Path) -> None:
    assert told(machine, "site") == "setup: python3 is missing; on Debian: apt-get install python3\n"


def test_an_old_python_is_told_with_its_version(machine: Path) -> None:
    old = machine / "python3"
    old.write_text("#!/bin/sh\ncase $2 in *exit*) exit 1 ;; *) echo 3.9.2 ;; esac\n", encoding="utf-8")
    old.chmod(0o755)
    assert told(machine, "site") == "setup: goalsite needs Python 3.11 or newer, python3 is 3.9.2\n"


def test_missing_packages_are_told_by_name_where_there_is_no_apt(machine: Path) -> None:
    (machine / "python3").symlink_to(sys.executable)
    packages = "git chromium fonts-noto-cjk fontconfig openssh-client"
    assert told(machine, "test") == f"setup: please install, by their names in Debian: {packages}\n"


def test_wrong_usage_is_told() -> None:
    assert told(Path("/usr/bin"), "everything") == "setup: usage: scripts/setup site|test|bench\n"
