"""Which paths an artifact may have, and what is published before what."""

from __future__ import annotations

import pytest

from goalsite.output.artifact import objection, publishing_order


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "goals/2026-Q4/更快/index.html",
        "a/_/feed.xml",
        "files/goals/.well-known",
        "a b/..c",
        "x/.goalsite",
    ],
)
def test_a_plain_relative_path_is_accepted(path: str) -> None:
    assert objection(path) == ""


@pytest.mark.parametrize("path", ["", "/etc/passwd", "a//b", "a/", "../a", "a/../../b", "./a", "a/.", "a\0b"])
def test_a_path_that_could_leave_the_site_or_has_two_spellings_is_refused(path: str) -> None:
    assert objection(path) == "is no plain relative path"


@pytest.mark.parametrize("path", [".goalsite/manifest.json", ".GoalSite/x", ".goalsite"])
def test_the_folder_of_notes_is_refused(path: str) -> None:
    assert "keeps its notes" in objection(path)


@pytest.mark.parametrize("path", ["cafe\u0301/index.html", "broken-\udcff.png"])
def test_a_path_that_is_not_nfc_is_refused(path: str) -> None:
    assert objection(path) == "is not in the Unicode form NFC"


def test_assets_come_first_then_pages_from_the_deepest_up_then_data() -> None:
    published = sorted(
        [
            "goals.json",
            "index.html",
            "goals/a/_/feed.xml",
            "goals/a/index.html",
            "kpis/index.html",
            "teams/index.html",
            "teams/platform/build/index.html",
            "teams/platform/index.html",
            "zh/assets/site.css",
            "files/goals/plan.png",
        ],
        key=publishing_order,
    )
    assert published == [
        "files/goals/plan.png",
        "zh/assets/site.css",
        "teams/platform/build/index.html",
        "goals/a/index.html",
        "teams/platform/index.html",
        "kpis/index.html",
        "teams/index.html",
        "index.html",
        "goals/a/_/feed.xml",
        "goals.json",
    ]
