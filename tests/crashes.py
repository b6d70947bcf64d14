"""Kills a command at each moment at which it touches the disk."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests import commands

# An audit hook of the process itself counts what writes, and at the wanted count the process dies at once.
_PROGRAM = """
import os, signal, sys
left = int(sys.argv.pop(1))
root = os.getcwd()
def watch(event, arguments):
    global left
    writes = event in ("os.rename", "os.link", "os.remove", "os.mkdir", "os.chmod", "tempfile.mkstemp")
    if event == "open" and isinstance(arguments[2], int):
        writes = bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
    if writes and "__pycache__" not in str(arguments[0]):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.dont_write_bytecode = True
sys.addaudithook(watch)
from goalsite.cli.main import main
sys.exit(main())
"""


def killed_everywhere(folder: Path, *arguments: str, again: Callable[[], None]) -> Iterator[int]:
    """Runs the command again and again, each time killed one write later, until it ends by itself.

    Yields after each death how many writes it had made; `again` puts the folder back as it was before.
    """
    for count in range(200):
        command = [sys.executable, "-c", _PROGRAM, str(count), *arguments]
        run = subprocess.run(
            command, cwd=folder, env=commands.environment(), capture_output=True, check=False, timeout=120
        )
        if run.returncode >= 0:
            assert run.returncode == 0, run.stderr.decode()
            return
        yield count
        again()
    raise AssertionError("the command never ended")


def files_of(folder: Path) -> dict[str, bytes]:
    """What lies in a folder by path, but dot files and what lies in dot folders."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    inner = {path.relative_to(folder).as_posix(): path for path in paths}
    return {
        name: path.read_bytes()
        for name, path in inner.items()
        if not any(part.startswith(".") for part in name.split("/"))
    }


def restore(folder: Path, files: dict[str, bytes]) -> None:
    """The folder with these files, and no others but dot files."""
    for name in files_of(folder):
        if name not in files:
            (folder / name).unlink()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
