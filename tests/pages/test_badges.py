"""The badge of a goal."""

from __future__ import annotations

import re

import pytest

from goalsite.pages.badges import badge_path, badges
from tests.pages.desks import desk_of, one_goal, one_kpi


def told(files: dict[str, str], language: str = "en") -> str:
    """What the one badge says as a whole."""
    ((_, draw),) = badges(desk_of(files, language=language))
    found = re.search("<title>(.*)</title>", draw())
    assert found is not None
    return found[1]


KPI = "unit: '%'\ntargets: [{from: 2026-01-01, target: 90, red: 80}]\nseries: "


@pytest.mark.parametrize(
    ("files", "language", "expected"),
    [
        (one_goal("title: Win\nstatus: draft\n"), "en", "Win: draft"),
        (one_goal("title: Win\nstatus: closed\noutcome: partly\n"), "en", "Win: partly"),
        (one_kpi("title: Up\n" + KPI + "[[2026-11-09, 70]]\n"), "en", "Up: 70% · red"),
        (one_kpi("title: Up\n" + KPI + "[[2026-11-09, 95]]\n"), "zh", "Up: 95% · 达标"),
        (one_kpi("title: Up\n"), "en", "Up: no data"),
        (
            one_goal(
                "title: Win\ncommitment: committed\nkey_results:\n  - {id: a, title: A, metric: "
                "{baseline: 0, target: 100}, checkins: [{date: 2026-11-16, value: 60}]}\n"
            ),
            "en",
            "Win: 60% · on track",
        ),
    ],
)
def test_a_badge_says_value_and_standing_in_words(
    files: dict[str, str], language: str, expected: str
) -> None:
    assert told(files, language) == expected


def test_badges_lie_beside_the_page_of_their_goal() -> None:
    files = one_goal("", **one_kpi(""))
    paths = [badge_path(page) for page, _ in badges(desk_of(files))]
    assert paths == ["goals/2026-Q4/trust/_/badge.svg", "kpis/kpis/speed/_/badge.svg"]
    assert list(badges(desk_of(files | {"config.yaml": "outputs: {badges: false}\n"}))) == []
