from __future__ import annotations

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from goalsite.core.values import replace
from goalsite.output.artifact import Artifact, objection
from goalsite.output.manifest import MANIFEST, Manifest, Origin, manifest_text, read_manifest, with_manifest
from goalsite.output.manifest_schema import schema, schema_text

ORIGIN = Origin("goalsite 1", "a" * 40, modified=False, as_of="2026-11-16")


def test_the_list_comes_last_and_has_the_hash_of_every_file() -> None:
    page, picture = Artifact("index.html", b"<h1>Goals</h1>"), Artifact("goals/更快/a.png", b"")
    *files, listed = with_manifest([page, picture], ORIGIN)
    assert files == [page, picture]
    assert listed.path == MANIFEST
    said = json.loads(listed.content)
    assert said["commit"] == "a" * 40
    assert said["as_of"] == "2026-11-16"
    assert said["files"] == {
        "goals/更快/a.png": sha256(b"").hexdigest(),
        "index.html": sha256(b"<h1>Goals</h1>").hexdigest(),
    }
    assert listed.content.decode().splitlines()[2].startswith('"goals/更快/a.png": ')


_NAMES = st.text(st.characters(exclude_categories=["Cs"]))
paths = _NAMES.filter(lambda path: not objection(path) and path != MANIFEST)


@given(st.dictionaries(paths, st.binary(min_size=32, max_size=32).map(bytes.hex)), st.booleans())
def test_what_was_written_is_read_again(files: dict[str, str], modified: bool) -> None:
    origin = Origin("goalsite 1", None, modified, "2026-11-16", offline=True, snapshots="months")
    manifest = Manifest(origin, files)
    assert read_manifest(manifest_text(manifest).encode()) == manifest


def test_the_published_schema_describes_the_list() -> None:
    Draft202012Validator.check_schema(schema())
    assert json.loads(schema_text()) == schema()
    said = json.loads(manifest_text(Manifest(ORIGIN, {"a.html": "0" * 64})))
    described = Draft202012Validator(schema())
    assert set(said) == set(schema()["properties"])
    assert described.is_valid(said)
    for change in ({"commit": "HEAD"}, {"files": {MANIFEST: "0" * 64}}, {"files": {"a.html": "0"}}):
        assert not described.is_valid({**said, **change})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"version": 2}',
        manifest_text(Manifest(ORIGIN, {"../../etc/passwd": "0" * 64})).encode(),
        manifest_text(Manifest(ORIGIN, {".goalsite/manifest.json": "0" * 64})).encode(),
        manifest_text(Manifest(ORIGIN, {MANIFEST: "0" * 64})).encode(),
        manifest_text(Manifest(ORIGIN, {"a": "0"})).encode(),
        manifest_text(Manifest(replace(ORIGIN, commit="HEAD"), {})).encode(),
        manifest_text(Manifest(replace(ORIGIN, as_of="2026-02-30"), {})).encode(),
        manifest_text(Manifest(ORIGIN, {"a": "0"})).replace('"files": {', '"files": [1], "x": {').encode(),
    ],
)
def test_a_file_that_is_no_list_of_a_site_is_none(content: bytes) -> None:
    assert read_manifest(content) is None
