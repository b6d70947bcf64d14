"""`build --verify` holds the published site against one that was made from nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goalsite.builds import last
from goalsite.cli import main as cli

Write = Callable[[dict[str, str]], Path]
GOALS = {"goals/2026-Q4/trust.md": "---\ntitle: Customers trust us\n---\n"}


def _verified(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = cli.goalsite.main(
        ["build", "--verify", "--as-of", "2026-11-16", "-C", str(folder)], standalone_mode=False
    )
    said = capsys.readouterr()
    return code, said.out + said.err


def test_a_site_that_is_right_is_verified_whether_it_was_made_now_or_stood(
    written: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(GOALS)
    for first in ("0 unchanged", "0 files written"):
        code, said = _verified(folder, capsys)
        assert (code, first in said) == (0, True)
        assert "site: verified, " in said


def test_a_site_that_stood_wrongly_is_told_of(
    written: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(GOALS)
    _verified(folder, capsys)
    (folder / "site/glossary/index.html").write_text("not this")
    # As if the memory were wrong: nothing seems to have changed.
    stands = last.Outcome((), "", "", "", 0, date(2026, 11, 16), str(folder / "site"), 75)
    monkeypatch.setattr(last, "still_standing", lambda *_: stands)
    code, said = _verified(folder, capsys)
    assert code == 3
    assert "another file than from nothing: glossary/index.html" in said
    assert "without the folder .goalsite" in said
