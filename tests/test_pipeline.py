"""What was found out before is what would be found out again."""

from __future__ import annotations

import os
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.core.known import Known
from goalsite.model.files import Desk, read_file
from goalsite.model.outline import Entry
from goalsite.model.reader import Record
from goalsite.pipeline import Before, Figured, Hands, figure
from goalsite.project import open_project
from tests.edits import FILES, Edit, add_line, edits, repository, write_file

DAY = date(2026, 11, 16)
FAR = 4_000_000_000_000_000_000  # a time at which no file is fresh


def said(figured: Figured) -> str:
    """All that was found out, to the last sign."""
    return repr((figured.corpus, figured.graph, figured.analysis, figured.diagnostics))


def figures(root: Path, before: Before | None = None, day: date = DAY, jobs: int = 1) -> Figured:
    return figure(open_project(root), day, with_history=True, hands=Hands(jobs), before=before)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=5))
def test_after_any_edits_it_is_what_is_found_out_from_nothing(rounds: list[list[Edit]]) -> None:
    before = Before(lambda: FAR)
    with repository() as root:
        assert said(figures(root, before)) == said(figures(root))
        for number, together in enumerate(rounds):
            for edit in together:
                edit(root)
            assert said(figures(root, before)) == said(figures(root)), f"after round {number}"


def test_another_day_another_configuration_and_two_processes_change_nothing_of_that() -> None:
    before = Before(lambda: FAR)
    with repository() as root:
        figures(root, before, jobs=2)
        assert said(figures(root, before)) == said(figures(root))
        later = date(2027, 1, 20)
        assert said(figures(root, before, later)) == said(figures(root, day=later))
        write_file(root, "config.yaml", "site_name: Ours\nrules: {ignore: [Q]}\npace: {stale: 9}\n")
        assert said(figures(root, before, later, jobs=2)) == said(figures(root, day=later))


def test_only_what_hangs_on_an_edit_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def spy(entry: Entry, desk: Desk) -> Record:
        read.append(entry.id)
        return read_file(entry, desk)

    monkeypatch.setattr("goalsite.model.reader.read_file", spy)
    before = Before(lambda: FAR)
    with repository() as root:
        first = figures(root, before)
        read.clear()
        add_line("goals/web/2026-Q4/fast.md", "tags: [web]", 2)(root)
        second = figures(root, before)
        assert read == ["web/2026-Q4/fast"]
        add_line("goals/web/kpis/uptime.md", "unit: percent", 1)(root)
        read.clear()
        figures(root, before)
    kept = {"2026/trust", "web/app/2026-Q4/lean", "web/app/2026-Q3/small"}
    for goal in (goal for goal in first.corpus.objectives if goal.id in kept):
        assert any(goal is other for other in second.corpus.objectives)
        assert first.analysis.objectives[goal.id] is second.analysis.objectives[goal.id]


def test_a_file_with_another_time_and_the_same_content_is_not_parsed_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = Before(lambda: FAR)
    with repository() as root:
        figures(root, before)
        parsed: list[str] = []
        monkeypatch.setattr("goalsite.source.read.read_document", lambda _, path: parsed.append(path))
        os.utime(root / "goals/web/2026-Q4/fast.md", ns=(1, 1))
        figures(root, before)
        assert parsed == []


def test_a_digit_within_braces_is_seen() -> None:
    before, fast = Before(lambda: FAR), "goals/web/2026-Q4/fast.md"
    with repository() as root:
        figures(root, before)
        write_file(
            root, fast, FILES[fast].replace("value: 700, confidence: 0.5", "value: 600, confidence: 0.5")
        )
        assert said(figures(root, before)) == said(figures(root))


def test_what_is_gone_is_forgotten() -> None:
    before = Before(lambda: FAR)
    with repository() as root:
        figures(root, before)
        many = len(before.known)
        for name in FILES:
            if name.startswith("goals/web"):
                (root / name).unlink()
        for _ in range(2):
            figures(root, before)
        assert len(before.known) < many / 1.5


def test_values_that_only_look_equal_are_told_apart() -> None:
    known = Known()
    odd: list[Any] = [1, True, 1.0, 0.0, -0.0, "1", (1,), {"a": 1}, {"a": True}, None]
    for part in odd:
        known.begin()
        assert known.made("stage", "whose", (part,), partial(list[Any], [part])) == [part]
        assert known.recalled("stage", "whose", (part,)) is None
        known.begin()
        assert known.recalled("stage", "whose", (part,)) == [part]


def test_rules_of_very_many_goals_are_asked_by_one_process() -> None:
    hands = Hands(jobs=4)
    assert (hands.jobs_for_rules(50_000), hands.jobs_for_rules(50_001), hands.jobs_for(50_001)) == (4, 1, 4)
