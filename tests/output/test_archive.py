from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from goalsite.output.archive import ARCHIVE, with_archive
from goalsite.output.artifact import Artifact

FILES = (Artifact("index.html", b"<h1>Goals</h1>"), Artifact("goals/更快/index.html", b""))


def test_the_archive_comes_last_and_unpacks_to_one_folder_with_every_file() -> None:
    *files, archive = with_archive(FILES)
    assert tuple(files) == FILES
    assert archive.path == ARCHIVE
    with ZipFile(BytesIO(archive.content)) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            "site/index.html": b"<h1>Goals</h1>",
            "site/goals/更快/index.html": b"",
        }


@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}(/[a-z更]{1,5}){0,2}", fullmatch=True), st.binary()))
def test_the_same_files_make_the_same_bytes(files: dict[str, bytes]) -> None:
    artifacts = [Artifact(*file) for file in files.items()]
    assert list(with_archive(artifacts)) == list(with_archive(artifacts))
