"""Sites as a build leaves them, without building one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from goalsite.deliver.built import Built, built_site
from goalsite.output.artifact import Artifact
from goalsite.output.manifest import Origin, with_manifest
from goalsite.output.publish import publish

ORIGIN = Origin("goalsite 0", "c0ffee" + "0" * 34, modified=False, as_of="2026-11-20")
Make = Callable[..., Built]


@pytest.fixture
def built(tmp_path: Path) -> Make:
    """A function that builds a site of these files into a folder, `site` unless it is named."""

    def make(files: dict[str, str], name: str = "site") -> Built:
        folder = tmp_path / name
        publish(folder, with_manifest(_artifacts(files), ORIGIN))
        return built_site(folder)

    return make


def _artifacts(files: dict[str, str]) -> Iterator[Artifact]:
    return (Artifact(path, text.encode()) for path, text in files.items())
