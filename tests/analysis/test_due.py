from __future__ import annotations

from datetime import date

import pytest

from goalsite.analysis.analyse import analyse
from goalsite.analysis.due import due_checkins
from goalsite.core.config import Config
from goalsite.core.periods import Period
from goalsite.graph.edges import Graph
from goalsite.history.timeline import Timeline
from goalsite.model.corpus import read_corpus
from goalsite.source.read import read_documents
from goalsite.source.tree import MemoryTree


def due(files: dict[str, str], day: str, config: Config | None = None) -> list[tuple[str, str]]:
    """What is due on a day, and for whom."""
    config = config or Config()
    documents, _ = read_documents(MemoryTree(files))
    corpus, _, _ = read_corpus(documents, config)
    analysis = analyse(corpus, Graph(), Timeline(), config, date.fromisoformat(day))
    return [(one.name, one.who) for one in due_checkins(corpus, analysis, config)]


def goal(cadence: str, checkins: str = "", state: str = "active") -> dict[str, str]:
    """An objective with one key result."""
    result = f"  - {{id: p50, metric: {{baseline: 14, target: 5}}, checkins: [{checkins}]}}\n"
    said = f"owner: ada\nstatus: {state}\ncadence: {cadence}\nkey_results:\n{result}"
    return {"goals/2026-Q4/a.md": f"---\n{said}---\n"}


@pytest.mark.parametrize(
    ("cadence", "last", "day", "is_due"),
    [
        ("week", "2026-11-15", "2026-11-16", True),  # a Sunday, then a Monday
        ("week", "2026-11-16", "2026-11-22", False),
        ("month", "2026-10-31", "2026-11-01", True),
        ("month", "2026-11-01", "2026-11-30", False),
        ("10d", "2026-11-06", "2026-11-15", False),
        ("10d", "2026-11-06", "2026-11-16", True),
        ("end", "2026-11-06", "2026-12-30", False),
        ("end", "2026-11-06", "2026-12-31", True),
        ("week", "2026-09-28", "2026-09-30", False),  # before the cycle
        ("week", "2026-12-20", "2027-01-05", False),  # after it
    ],
)
def test_a_key_result_is_due_once_in_each_period_of_its_cadence(
    cadence: str, last: str, day: str, is_due: bool
) -> None:
    found = due(goal(cadence, f"{{date: {last}, value: 12}}"), day)
    assert found == ([("2026-Q4/a#p50", "ada")] if is_due else [])


def test_without_any_check_in_it_is_due_from_the_first_period_on() -> None:
    assert due(goal("week"), "2026-10-01") == [("2026-Q4/a#p50", "ada")]
    assert due(goal("10d"), "2026-10-05") == []


def test_a_holiday_asks_for_nothing_nor_does_what_is_achieved_or_not_active() -> None:
    off = Config(holidays=(Period(date(2026, 11, 16), date(2026, 11, 22)),))
    assert due(goal("week"), "2026-11-18", off) == []
    assert due(goal("week", "{date: 2026-11-02, value: 5}"), "2026-11-18") == []
    assert due(goal("week", state="paused"), "2026-11-18") == []


@pytest.mark.parametrize(
    ("said", "day", "is_due"),
    [
        ("frequency: month\nlag: 10d\nseries: [[2026-10, 3]]", "2026-12-09", False),
        ("frequency: month\nlag: 10d\nseries: [[2026-10, 3]]", "2026-12-10", True),
        ("frequency: month", "2026-12-10", True),
        ("frequency: irregular\nseries: [[2020-10, 3]]", "2026-12-10", False),
        ("series: [[2020-10, 3]]", "2026-12-10", False),
        ('frequency: month\nformula: "b + b"', "2026-12-10", False),
    ],
)
def test_a_kpi_is_due_a_frequency_and_its_lag_after_its_last_point(said: str, day: str, is_due: bool) -> None:
    found = due({"goals/kpis/a.md": f"---\nowner: sam\n{said}\n---\n"}, day)
    assert found == ([("kpis/a", "sam")] if is_due else [])
