from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from goalsite.history.attributes import merges_by_union
from tests.conftest import GitRepo


def test_a_file_is_merged_by_union_where_the_attributes_say_so(
    git_repo: Callable[..., GitRepo], tmp_path: Path
) -> None:
    repo = git_repo()
    repo.write({"goals/.gitattributes": "*.csv merge=union\n"})
    assert merges_by_union(repo.root, "goals/更快.csv") is True
    assert merges_by_union(repo.root, "goals/a.md") is False
    assert merges_by_union(tmp_path, "goals/a.csv") is None
