"""Runs the command line on a real terminal: a pseudo-terminal on which answers are typed."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

from tests import commands


def typed(*arguments: str, answers: str, cwd: Path) -> commands.Run:
    """One command whose questions find these lines typed already; `out` is all that the terminal showed."""
    terminal, theirs = pty.openpty()
    process = subprocess.Popen(
        commands.command(*arguments),
        cwd=cwd,
        env=commands.environment(NO_COLOR="1"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        close_fds=True,
        start_new_session=True,
    )
    os.close(theirs)
    os.write(terminal, answers.encode())
    shown = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # nobody writes there any more
            break
        if not part:
            break
        shown += part
    os.close(terminal)
    return commands.Run(process.wait(timeout=60), shown.decode().replace("\r\n", "\n"), "")
