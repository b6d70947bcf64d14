"""When the targets of the parts can be held against that of the whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from goalsite.pipeline import figure
from goalsite.project import open_project
from tests.lint.kpis.a_kpi import kpi
from tests.lint.told import told

EUROS = "unit: €\nrollup: sum\ntargets: [{from: 2026-01-01, target: 100}]"


def part(target: str, front: str = "unit: €", share: str = "") -> str:
    """A part of the whole, with the entries of its targets."""
    return kpi(f"{front}\ncascades_from: {{kpi: whole{share}}}\ntargets: [{target}]")


def files(whole: str, *parts: str, config: str = "") -> dict[str, str]:
    """A KPI `whole` with its parts."""
    shown = {f"goals/kpis/{name}.md": text for name, text in zip("abc", parts, strict=False)}
    return shown | {"goals/kpis/whole.md": kpi(whole), "config.yaml": config}


def said(whole: str, *parts: str, config: str = "") -> list[str]:
    """What is said of a KPI and its parts."""
    found = told(files(whole, *parts, config=config), "K309")
    return [one.removeprefix("goals/kpis/whole.md:") for one in found]


def level(target: float) -> str:
    """A target since the beginning of the year."""
    return f"{{from: 2026-01-01, target: {target}}}"


def test_parts_that_make_too_little_are_told_at_the_target() -> None:
    assert said(EUROS, part(level(60)), part(level(25))) == [
        "5:38: the targets of the 2 parts make 85, below this one of 100"
    ]


@pytest.mark.parametrize("targets", [(60, 40), (60, 45), (33.3, 33.3, 33.3)])
def test_parts_that_make_enough_are_right(targets: tuple[float, ...]) -> None:
    """Rounding included."""
    assert said(EUROS, *(part(level(target)) for target in targets)) == []


@pytest.mark.parametrize(
    "other",
    [
        kpi("unit: €\ncascades_from: {kpi: whole}"),
        part("{from: 2027-01-01, target: 10}"),
        part("{period: 2026-Q4, target: 10}"),
        part(level(10), "unit: visits"),
        part(level(10), "unit: €\ndirection: lower"),
        part("{from: 2026-01-01, min: 1, max: 9}", "unit: €\ndirection: range"),
    ],
)
def test_what_cannot_be_compared_is_left_alone(other: str) -> None:
    """A part without a target for the day, of another unit or direction, a total beside a level."""
    assert said(EUROS, part(level(60)), other) == []


def test_the_target_of_the_day_counts() -> None:
    older = "{from: 2025-01-01, target: 10}, {from: 2026-07-01, target: 40}"
    assert said(EUROS, part(level(60)), part(older)) == []


def test_totals_of_one_period_are_compared() -> None:
    whole = "unit: €\nrollup: sum\ntargets: [{period: 2026, target: 100}]"
    assert said(whole, part("{period: 2026, target: 60}"), part("{period: 2026, target: 20}")) == [
        "5:34: the targets of the 2 parts make 80, below this one of 100"
    ]


@pytest.mark.parametrize(("rollup", "count"), [("mean", 1), ("min", 1), ("max", 0), ("weighted", 0)])
def test_the_roll_up_says_how_parts_make_the_whole(rollup: str, count: int) -> None:
    whole = f'unit: "%"\nrollup: {rollup}\ntargets: [{level(70)}]'
    parts = part(level(80), 'unit: "%"', ", share: 0.8"), part(level(50), 'unit: "%"', ", share: 0.2")
    assert len(said(whole, *parts)) == count


def test_without_a_roll_up_parts_are_held_to_their_shares() -> None:
    """One with 40 % of it promises 40 % of it, and the rest may be written nowhere."""
    whole = f"unit: €\ntargets: [{level(100)}]"
    assert said(whole, part(level(40), share=", share: 0.4")) == []
    assert said(whole, part(level(30), share=", share: 0.4")) == [
        "4:38: the target of the part makes 30, below its share of 40 of this one"
    ]


def test_without_a_roll_up_and_shares_only_amounts_are_added_up() -> None:
    assert len(said(f"unit: €\ntargets: [{level(100)}]", part(level(40)), part(level(50)))) == 1
    assert said(f"unit: €\ntargets: [{level(100)}]", part(level(40))) == []
    shares = [part(level(40), 'unit: "%"'), part(level(50), 'unit: "%"')]
    assert said(f'unit: "%"\ntargets: [{level(95)}]', *shares) == []
    hours = [part(level(8), "unit: h\ndirection: lower"), part(level(8), "unit: h\ndirection: lower")]
    assert said(f"unit: h\ndirection: lower\ntargets: [{level(8)}]", *hours) == []


def test_the_threshold_is_the_sites() -> None:
    config = "rules: {thresholds: {K309: {min_share: 0.8}}}"
    assert said(EUROS, part(level(60)), part(level(25)), config=config) == []
    assert len(said(EUROS, part(level(60)), part(level(15)), config=config)) == 1


def test_it_says_what_the_page_of_the_kpi_says(tmp_path: Path) -> None:
    """With a roll-up the share covered is the coverage among its figures."""
    for path, text in files(EUROS, part(level(60)), part(level(25))).items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    figured = figure(open_project(tmp_path), date(2026, 11, 16))
    assert figured.analysis.kpis["kpis/whole"].coverage == pytest.approx(0.85)
