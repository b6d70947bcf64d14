from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.commands import environment

WITHOUT = (
    "import sys\nsys.modules['pygls'] = None\nsys.argv = ['goalsite', 'lsp']\n"
    "from goalsite.cli.main import main\nsys.exit(main())"
)


def test_without_the_library_it_says_how_to_get_it(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert "pip install 'goalsite[lsp]'" in run.stderr
    assert run.stdout == ""


def test_an_editor_that_goes_without_a_word_ends_it(tmp_path: Path) -> None:
    """Nothing waits for an editor that has crashed, and standard output stays clean."""
    run = subprocess.run(
        [sys.executable, "-m", "goalsite", "lsp"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stdout) == (1, b"")
