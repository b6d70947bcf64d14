"""Laws that hold for every repository, whatever it says."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import asdict

from goalsite.core.values import replace
from goalsite.exchange.goals_json import goals_json
from tests.analysis.authored import analysed, figured, goal_file, near, read

START = date(2026, 10, 1)
AS_OF = "2026-11-16"


@dataclass(frozen=True)
class Result:
    """A key result as its author has it in mind: check-ins are (days after the start, value)."""

    measure: str
    checkins: tuple[tuple[int, float | str], ...]
    weight: float = 1.0
    more: str = ""

    def written(self, name: str, sign: int = 1) -> str:
        """The key result as it stands in the file; with sign -1 all its numbers are mirrored."""
        rows = (
            f"{{date: {START + timedelta(days=day)}, value: {_times(sign, value)}}}"
            for day, value in self.checkins
        )
        measure = self.measure if sign > 0 else _mirrored(self.measure)
        return (
            f"- {{id: {name}, title: KR, weight: {self.weight}, {self.more}{measure}"
            f"checkins: [{', '.join(rows)}]}}"
        )


def _times(sign: int, value: float | str) -> float | str:
    return value if isinstance(value, str) else sign * value


def _mirrored(measure: str) -> str:
    """`{baseline: 3, target: -4}` as `{baseline: -3, target: 4}`."""
    return re.sub(r"-?\d+", lambda number: str(-int(number[0])), measure)


def days() -> st.SearchStrategy[int]:
    return st.integers(-20, 110)


def checked(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[tuple[int, Any], ...]]:
    return st.lists(st.tuples(days(), values), max_size=5, unique_by=lambda row: row[0]).map(tuple)


amounts = st.integers(-50, 150)
weights = st.sampled_from([0.5, 1.0, 2.0, 3.0])
more = st.sampled_from(["", "start: 2026-10-20, ", "due: 2026-12-01, ", "cadence: month, ", "cadence: 10d, "])


def results(measure: st.SearchStrategy[str], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Result]:
    return st.builds(Result, measure, checked(values), weights, more)


distinct = st.lists(amounts, min_size=2, max_size=2, unique=True)
metrics = results(distinct.map(lambda pair: f"metric: {{baseline: {pair[0]}, target: {pair[1]}}}, "), amounts)
rising = st.lists(amounts, min_size=4, max_size=4, unique=True).map(sorted)
levels = results(
    rising.map(
        lambda v: (
            f"metric: {{baseline: {v[0]}, levels: {{commit: {v[1]}, target: {v[2]}, stretch: {v[3]}}}}}, "
        )
    ),
    amounts,
)
by_hand = results(st.just(""), st.sampled_from([0, 0.1, 0.25, 0.5, 0.9, 1]))
zones = results(
    st.just("zones: {commit: A, target: B, stretch: C}, "),
    st.sampled_from(["fail", "commit", "target", "stretch"]),
)
kept = results(
    st.sampled_from(["week", "month", "day"]).map(lambda every: f"maintain: {{min: 40, every: {every}}}, "),
    amounts,
)
stepped = st.builds(
    Result,
    st.lists(st.sampled_from(["", ", done: 2026-10-20", ", done: 2026-12-20"]), min_size=1, max_size=4).map(
        lambda steps: (
            "milestones: ["
            + ", ".join(f"{{title: s{index}, weight: {index}{done}}}" for index, done in enumerate(steps))
            + "], "
        )
    ),
    st.just(()),
    weights,
    more,
)
any_result = st.one_of(metrics, levels, by_hand, zones, kept, stepped)
heads = st.sampled_from(
    [
        "",
        "commitment: committed",
        "status: paused",
        "status: closed\nclosed: 2026-11-10\noutcome: partly",
        "status: closed\nclosed: 2026-12-18",
        "start: 2026-10-10\ndue: 2026-12-10",
    ]
)
sites = st.lists(st.tuples(heads, st.lists(any_result, min_size=1, max_size=3)), min_size=1, max_size=3)
Site = list[tuple[str, list[Result]]]
moments = st.integers(-10, 110).map(lambda day: (START + timedelta(days=day)).isoformat())


def written(site: Site, factor: float = 1.0, extra: str = "") -> dict[str, str]:
    """The files of a site: each goal contributes to the one before it; all weights times `factor`."""
    files = {}
    for index, (head, kept_results) in enumerate(site):
        lines = [
            replace(one, weight=one.weight * factor).written(f"kr{place}")
            for place, one in enumerate(kept_results)
        ]
        edge = f"\ncontributes: [{{to: goal{index - 1}, weight: {2 * factor}}}]" if index else ""
        text = goal_file("\n".join(lines) + extra, f"{head}\nweight: {factor}{edge}")
        files[f"goals/2026-Q4/goal{index}.md"] = text
    return files


def numbers(value: Any, at: str = "") -> Iterator[tuple[str, float | str | None]]:
    """Every figure in `value`, with the way to it."""
    if isinstance(value, Struct):
        value = asdict(value)
    if isinstance(value, dict):
        for key, item in value.items():
            yield from numbers(item, f"{at}.{key}")
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from numbers(item, f"{at}[{index}]")
    elif isinstance(value, float) or value is None:
        yield at, value
    else:
        yield at, str(value)


def assert_same(one: Any, other: Any) -> None:
    """Both hold the same figures, within rounding."""
    first, second = dict(numbers(one)), dict(numbers(other))
    assert first.keys() == second.keys()
    for name, value in first.items():
        assert second[name] == (near(value) if isinstance(value, float) else value), name


@given(sites, moments)
def test_shares_stay_within_0_and_1(site: Site, as_of: str) -> None:
    found = analysed(written(site), as_of)
    for goal in found.objectives.values():
        parts = [
            goal.progress,
            goal.progress_original,
            goal.progress_with_contributions,
            goal.expected,
            goal.score,
        ]
        for one in goal.key_results:
            parts += [one.progress, one.expected, one.expected_then, one.score, one.held, one.suggested]
            assert one.pace is None or one.pace >= 0
        assert all(part is None or -1e-12 <= part <= 1 + 1e-12 for part in parts)
    for portfolio in found.portfolios.values():
        shares = asdict(portfolio)
        assert -1 <= (shares.pop("net_status") or 0) <= 1
        assert all(share is None or 0 <= share <= 1 + 1e-12 for share in shares.values())


@given(sites, moments, st.sampled_from([0.001, 0.5, 7.0, 1e6]))
def test_only_the_proportions_of_weights_count(site: Site, as_of: str, factor: float) -> None:
    one, other = analysed(written(site), as_of), analysed(written(site, factor), as_of)
    for name, goal in one.objectives.items():
        assert_same(goal, other.objectives[name])
    assert_same(one.portfolios, other.portfolios)


@given(sites, moments, st.randoms(use_true_random=False))
def test_neither_the_order_of_files_nor_that_of_check_ins_counts(site: Site, as_of: str, random: Any) -> None:
    shuffled = []
    for head, those in site:
        rows = [replace(one, checkins=tuple(random.sample(one.checkins, len(one.checkins)))) for one in those]
        shuffled.append((head, rows))
    files = list(written(shuffled).items())
    random.shuffle(files)
    assert analysed(dict(files), as_of) == analysed(written(site), as_of)


@given(st.one_of(metrics, levels), moments, st.sampled_from(["", "commitment: committed"]))
def test_a_falling_metric_mirrors_a_rising_one(result: Result, as_of: str, head: str) -> None:
    files = {
        "goals/2026-Q4/rising.md": goal_file(result.written("kr"), head),
        "goals/2026-Q4/falling.md": goal_file(result.written("kr", sign=-1), head),
    }
    found = analysed(files, as_of).objectives
    rising, falling = (found[f"2026-Q4/{name}"].key_results[0] for name in ("rising", "falling"))
    for name in ("raw", "progress", "expected", "pace", "status", "days_behind", "suggested"):
        assert getattr(falling, name) == getattr(rising, name), name


NUMBERS = (
    "progress",
    "progress_original",
    "progress_with_contributions",
    "expected",
    "pace",
    "days_behind",
    "confidence",
    "score",
)


@given(sites, moments, any_result)
def test_a_key_result_of_weight_0_moves_no_number(site: Site, as_of: str, added: Result) -> None:
    extra = "\n" + replace(added, weight=0).written("added")
    one, other = analysed(written(site), as_of), analysed(written(site, extra=extra), as_of)
    for name, goal in one.objectives.items():
        with_it = other.objectives[name]
        assert_same(
            {key: getattr(goal, key) for key in NUMBERS}, {key: getattr(with_it, key) for key in NUMBERS}
        )
        assert_same(goal.key_results, with_it.key_results[:-1])


@given(sites, moments, st.lists(st.integers(1, 60), max_size=4, unique=True))
def test_what_is_dated_later_does_not_exist(site: Site, as_of: str, later: list[int]) -> None:
    today = (date.fromisoformat(as_of) - START).days

    def rows(one: Result, days_after: list[int]) -> Result:
        known = tuple(row for row in one.checkins if row[0] <= today)
        value = known[0][1] if known else one.checkins[0][1] if one.checkins else None
        added = () if value is None else tuple((today + day, value) for day in days_after)
        return replace(one, checkins=known + added)

    without = [(head, [rows(one, []) for one in those]) for head, those in site]
    with_later = [(head, [rows(one, later) for one in those]) for head, those in site]
    assert analysed(written(with_later), as_of) == analysed(written(without), as_of)


@given(
    st.lists(st.tuples(days(), amounts), max_size=6, unique_by=lambda row: row[0]),
    st.sampled_from(["sum", "mean", "last", "min", "max"]),
    st.sampled_from(["target: 40", "target: 40, red: 20", "period: 2026-Q4, target: 400"]),
    moments,
)
def test_what_a_kpi_will_be_changes_nothing_today(
    points: list[tuple[int, int]], aggregate: str, target: str, as_of: str
) -> None:
    dated = [(START + timedelta(days=day), value) for day, value in points]

    def files(rows: list[tuple[date, int]]) -> dict[str, str]:
        series = ", ".join(f"[{day}, {value}]" for day, value in rows)
        return {
            "goals/kpis/k.md": f"---\nfrequency: week\naggregate: {aggregate}\ntargets: [{{{target}}}]\n"
            f"series: [{series}]\n---\n",
            "goals/2026-Q4/trust.md": goal_file(
                "- {id: kr, title: KR, metric: {kpi: k, baseline: 0, target: 40}}"
            ),
        }

    past = [row for row in dated if row[0] <= date.fromisoformat(as_of)]
    assert analysed(files(dated), as_of) == analysed(files(past), as_of)


HOSTILE = st.sampled_from(
    ["", "0", "-1", "1e308", "-1.7e308", "1e-320", ".nan", "~", "[]", "{}", "text", "2026-10-05",
     "9999-12-31", "0001-01-01", "true", "x" * 300, "[[1]]", "{goal: a}", "goal0", "goal0#kr0", "k",
     "dropped", "closed", "1d", "99999y"]
)  # fmt: skip
FIELDS = {
    "objective": "title cycle commitment status closed outcome replaced_by weight cadence supports "
    "contributes improves guards depends_on start due score checkins key_results team owner",
    "key result": "id weight metric maintain milestones binary zones start due cadence score plan status "
    "replaced_by on checkins current checked confidence",
    "metric": "unit baseline target levels kpi over",
    "kpi": "title frequency lag aggregate targets direction unit series formula rollup cascades_from "
    "dimensions supports",
}


@st.composite
def fields(draw: st.DrawFn, kind: str) -> str:
    """A few fields of a file with values that may be anything."""
    names = draw(st.lists(st.sampled_from(FIELDS[kind].split()), max_size=6, unique=True))
    return ", ".join(f"{name}: {draw(HOSTILE)}" for name in names)


@st.composite
def broken_sites(draw: st.DrawFn) -> dict[str, str]:
    """Files of which hardly any is right."""
    files = {}
    for index in range(draw(st.integers(1, 3))):
        inner = draw(
            st.sampled_from(["", "metric", "milestones: [{title: a, weight: 1e308, due: 9999-12-31}]"])
        )
        measure = f"metric: {{{draw(fields('metric'))}}}" if inner == "metric" else inner
        result = ", ".join(part for part in (draw(fields("key result")), measure) if part)
        row = draw(
            st.sampled_from(["", "{date: 2026-11-01, value: 1e308}", "{date: 9999-12-31, value: -1e308}"])
        )
        text = f"{result}, checkins: [{row}]" if result and "checkins" not in result else result
        cycle = draw(st.sampled_from(["2026-Q4", "9999-Q4", "0001", "2026-W53"]))
        head = draw(fields("objective")).replace(", ", "\n")
        files[f"goals/{cycle}/goal{index}.md"] = goal_file(f"- {{{text}}}", head)
        files[f"goals/kpis/k{index}.md"] = f"---\n{draw(fields('kpi')).replace(', ', chr(10))}\n---\n"
    return files


@given(broken_sites(), st.sampled_from(["0001-01-01", AS_OF, "9999-12-31"]))
@settings(max_examples=300)
def test_no_file_makes_it_raise(files: dict[str, str], as_of: str) -> None:
    corpus, graph, config, found = read(files)
    goals_json(corpus, graph, figured(files, as_of), config, None, found)


LARGE = (
    "metric: {baseline: -1e308, target: 1.7e308}, checkins: [{date: 2026-11-01, value: 1.7e308}]",
    "metric: {baseline: 0, target: 1e-8}, checkins: [{date: 2026-11-01, value: 1.7e308}]",
    (
        "metric: {baseline: -1e308, levels: {commit: 0, target: 1e308, stretch: 1.7e308}}, "
        "checkins: [{date: 2026-11-01, value: 1.7e308}]"
    ),
    (
        "metric: {baseline: 0, target: 1}, plan: [{date: 2026-10-01, value: 1e-320}], "
        "checkins: [{date: 2026-10-01, value: 1}]"
    ),
    "milestones: [{title: a, weight: 1.7e308, done: 2026-10-05}, {title: b, weight: 1.7e308}]",
    "weight: 1.7e308, checkins: [{date: 2026-11-01, value: 0.5}]",
)


@pytest.mark.parametrize("said", LARGE)
def test_numbers_at_the_edge_of_what_a_number_can_be_stay_numbers(said: str) -> None:
    text = goal_file(f"- {{id: a, title: A, {said}}}\n- {{id: b, title: B, {said}}}", "weight: 1.7e308")
    files = {"goals/2026-Q4/a.md": text, "goals/2026-Q4/b.md": text, "config.yaml": "pace: {early: 0}"}
    found = analysed(files, AS_OF)
    assert all(math.isfinite(value) for _, value in numbers(asdict(found)) if isinstance(value, float))


@pytest.mark.parametrize("rollup", ["sum", "mean", "weighted", "max"])
def test_kpis_at_the_edge_of_what_a_number_can_be_stay_numbers(rollup: str) -> None:
    series = (
        "series: [[2025-10-01, 1e-310], [2026-10-01, -1.7e308], [2026-10-02, 1.7e308], [2026-10-03, 1.7e308]]"
    )
    part = (
        f"aggregate: sum\ncascades_from: {{kpi: k, share: 1.7e308}}\ntargets: [{{target: 1.7e308}}]\n{series}"
    )
    period = f"aggregate: sum\ntargets: [{{period: 2026, target: 1e-320}}]\nfrequency: year\n{series}"
    files = {
        "goals/kpis/a.md": f"---\n{part}\n---\n",
        "goals/kpis/b.md": f"---\n{part}\n---\n",
        "goals/kpis/c.md": f"---\n{period}\n---\n",
        "goals/kpis/k.md": f"---\nrollup: {rollup}\nfrequency: month\ntargets: [{{target: 1e-300}}]\n---\n",
    }
    found = analysed(files, AS_OF)
    assert all(math.isfinite(value) for _, value in numbers(asdict(found)) if isinstance(value, float))
