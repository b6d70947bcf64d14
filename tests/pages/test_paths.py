"""Where pages lie."""

from __future__ import annotations

import pytest

from goalsite.pages.paths import file_path, page_path


@pytest.mark.parametrize(
    ("kind", "name", "path"),
    [
        ("objective", "platform/2026-Q4/faster", "goals/platform/2026-Q4/faster/"),
        ("kpi", "kpis/revenue", "kpis/kpis/revenue/"),
        ("team", "", "teams/"),
        ("team", "platform/build", "teams/platform/build/"),
        ("person", "ada", "people/ada/"),
        ("cycle", "2026-Q4", "cycles/2026-Q4/"),
        ("page", "guides/how", "pages/guides/how/"),
        ("page", "guides/README", "pages/guides/"),
        ("page", "README", "pages/"),
        ("page", "guides/index", "pages/guides/"),
    ],
)
def test_each_kind_has_its_folder(kind: str, name: str, path: str) -> None:
    assert page_path(kind, name) == path


def test_paths_are_in_the_composed_form() -> None:
    assert page_path("objective", "cafe\u0301") == "goals/caf\u00e9/"
    assert file_path("goals/cafe\u0301.png") == "files/goals/caf\u00e9.png"
