"""What is remembered is believed only as it was kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.memory.keep import keep, keep_written, recall, recall_bytes

VALUES = {"a": [1, 2.5, None, "目标"], "b": {"c": (b"\x00", True)}}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_kept_is_recalled(tmp_path: Path) -> None:
    file = tmp_path / ".goalsite" / "check"
    keep(file, VALUES)
    assert recall(file) == VALUES
    assert (tmp_path / ".goalsite" / ".gitignore").read_text() == "*\n"


def test_nothing_is_recalled_where_nothing_was_kept(tmp_path: Path) -> None:
    assert recall(tmp_path / ".goalsite" / "check") == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.integers(0, 400), change=st.integers(1, 255))
def test_a_changed_byte_makes_it_nothing(tmp_path: Path, place: int, change: int) -> None:
    file = tmp_path / ".goalsite" / "check"
    keep(file, VALUES)
    data = bytearray(file.read_bytes())
    data[place % len(data)] ^= change
    file.write_bytes(data)
    assert recall(file) == {}


@pytest.mark.parametrize("cut", [0, 1, 20, 48, 49, 60])
def test_a_file_cut_short_is_nothing(tmp_path: Path, cut: int) -> None:
    file = tmp_path / ".goalsite" / "check"
    keep(file, VALUES)
    file.write_bytes(file.read_bytes()[:cut])
    assert recall(file) == {}


def test_what_another_user_kept_is_nothing(tmp_path: Path, home: Path) -> None:
    file = tmp_path / ".goalsite" / "check"
    keep(file, VALUES)
    (home / "goalsite" / "key").write_bytes(bytes(32))
    assert recall(file) == {}


def test_without_a_place_for_the_key_nothing_is_kept(tmp_path: Path, home: Path) -> None:
    home.write_text("no folder")
    file = tmp_path / ".goalsite" / "check"
    keep(file, VALUES)
    assert not file.exists()


def test_a_folder_that_leads_elsewhere_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".goalsite").symlink_to(tmp_path / "elsewhere")
    keep(tmp_path / ".goalsite" / "check", VALUES)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_is_no_file_of_its_own_is_nothing(tmp_path: Path) -> None:
    """A link may lead to what never ends, and a pipe waits for its writer."""
    file = tmp_path / ".goalsite" / "check"
    keep(file, VALUES)
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert recall(file) == {}
    file.unlink()
    os.mkfifo(file)
    assert recall(file) == {}


def test_bytes_are_kept_as_they_are_written_unless_they_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / ".goalsite" / "known"
    keep_written(file, lambda sink: [sink.write(b"one, "), sink.write(b"two")])
    assert bytes(recall_bytes(file) or b"") == b"one, two"
    monkeypatch.setattr("goalsite.memory.keep._MOST", 100)
    keep_written(file, lambda sink: sink.write(bytes(101)))
    assert bytes(recall_bytes(file) or b"") == b"one, two"
    assert sorted(one.name for one in file.parent.iterdir()) == [".gitignore", "known"]
