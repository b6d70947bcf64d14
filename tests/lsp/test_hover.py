from __future__ import annotations

from pathlib import Path

import pytest

from goalsite.lsp.hover import hover
from tests.lsp.project import FILES, GREEN, TRUST, known, pointed

METRIC = "metric: From a number to a number, rising or falling."


def told(folder: Path, path: str, text: str, files: dict[str, str] | None = None) -> list[str]:
    """What is told of the marked word, line by line."""
    state = known(folder, files)
    return hover(state, pointed(state, path, text)).split("\n")


def test_a_goal_is_told_with_its_unit_cycle_and_progress(tmp_path: Path) -> None:
    assert told(tmp_path, GREEN, "---\nsupports: [win-tr‸ust]\n---\n") == [
        "客户信任我们",
        "objective · Example · 2026-Q4",
        "on track, 50% done, 35% expected",
        "owner: @lin",
    ]


def test_a_key_result_is_told_behind_its_sharp_and_its_goal_before(tmp_path: Path) -> None:
    assert told(tmp_path, GREEN, "---\nsupports: [win-trust#n‸ps]\n---\n") == [
        "推荐的客户",
        "key result · 客户信任我们",
        "on track, 50% done, 35% expected",
        "20 → 40 → 60 %",
    ]
    assert told(tmp_path, GREEN, "---\nsupports: [win‸-trust#nps]\n---\n")[0] == "客户信任我们"


def test_a_kpi_is_told_with_its_value_target_and_health(tmp_path: Path) -> None:
    assert told(tmp_path, GREEN, "---\nguards: [up‸time]\n---\n") == [
        "Uptime",
        "KPI · Platform",
        "99.95% (31 Oct 2026), Target 99.9%, green",
        "owner: @sam",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("---\nowner: a‸da\n---\n", "Ada Lovelace (@ada)"),
        ("---\nx: 1\n---\n@s‸am", "sam (@sam)"),
        ("---\nteam: plat‸form\n---\n", "Platform (platform)"),
        ("---\ncycle: 2026‸-Q4\n---\n", "2026-Q4"),
        ("---\nx: 1\n---\n[[up‸time]]", "Uptime"),
        ("---\nown‸er: ada\n---\n", "owner: The one person who answers for it."),
        ("---\nown‸er:\n---\n", "owner: The one person who answers for it."),
        (
            "---\nkey_results:\n  - me‸tric: {}\n---\n",
            METRIC,
        ),
        ("---\nowner: no‸body\n---\n", ""),
        ("---\ntitle: plain‸\n---\n", ""),
        ("---\nx: 1\n---\ntext‸", ""),
    ],
)
def test_a_name_or_key_is_told(tmp_path: Path, text: str, first: str) -> None:
    assert told(tmp_path, GREEN, text)[0] == first


def test_it_is_told_in_the_language_of_the_site(tmp_path: Path) -> None:
    files = {"config.yaml": "site_name: Example\ntheme: {language: zh}\n"}
    lines = told(tmp_path, GREEN, "---\nsupports: [win-tr‸ust]\n---\n", files)
    assert "目标" in lines[1]
    assert "50%" in lines[2]


def test_what_authors_wrote_is_harmless(tmp_path: Path) -> None:
    files = {TRUST: FILES[TRUST].replace("客户信任我们", '"a \\u202e b"')}
    state = known(tmp_path, files)
    shown = hover(state, pointed(state, GREEN, "---\nsupports: [win-tr‸ust]\n---\n"))
    assert "\u202e" not in shown
