"""The site of a module's `FILES`, and where it is served."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.render.searching import write_site


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the whole site of the `FILES` of a module of tests, in English."""
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, request.module.FILES)
    return folder


@pytest.fixture
def address(site: Path, serve_folder: Callable[[Path], str]) -> str:
    """Where that site is served; ends in `/`."""
    return serve_folder(site)
