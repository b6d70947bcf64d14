"""The lock files pin what pyproject.toml asks for, with hashes, from no host in particular."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def asked_for(*groups: str) -> list[Requirement]:
    """The requirements of the project and of its dependency groups."""
    lines = list(PROJECT["project"]["dependencies"])
    for group in groups:
        lines += [line for line in PROJECT["dependency-groups"][group] if isinstance(line, str)]
    return [Requirement(line) for line in lines]


def pins(lock: str) -> list[tuple[Requirement, int]]:
    """Each pinned requirement of a lock file, with its number of hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.findall(r"^([a-z0-9].*?)((?: \\\n    --hash=sha256:[0-9a-f]{64})*)$", text, re.MULTILINE)
    return [(Requirement(head), hashes.count("--hash")) for head, hashes in entries]


LOCKS = [("requirements.lock", ("build",)), ("requirements-dev.lock", ("build", "dev"))]


@pytest.mark.parametrize(("lock", "groups"), LOCKS)
def test_every_requirement_is_pinned_within_its_bounds(lock: str, groups: tuple[str, ...]) -> None:
    pinned = {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
        for pin, _ in pins(lock)
        if pin.marker is None or pin.marker.evaluate()
    }
    for wanted in asked_for(*groups):
        assert pinned[canonicalize_name(wanted.name)] in wanted.specifier, wanted


@pytest.mark.parametrize(("lock", "groups"), LOCKS)
def test_every_pin_is_exact_and_has_hashes(lock: str, groups: tuple[str, ...]) -> None:
    for pin, hashes in pins(lock):
        assert re.fullmatch(r"==[^*,]+", str(pin.specifier)), pin
        assert hashes, pin


@pytest.mark.parametrize(("lock", "groups"), LOCKS)
def test_a_lock_names_no_host(lock: str, groups: tuple[str, ...]) -> None:
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_both_locks_pin_the_same_versions() -> None:
    few, all_of_them = ({(pin.name, str(pin.specifier)) for pin, _ in pins(lock)} for lock, _ in LOCKS)
    assert few <= all_of_them
