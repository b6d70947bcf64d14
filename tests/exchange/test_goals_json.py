"""goals.json: what it holds, in which order, and that every program can read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from goalsite.analysis.analyse import analyse
from goalsite.core.diagnostics import Mark, finding
from goalsite.core.known import Known
from goalsite.exchange.goals_json import goals_json, lines_of, told_before
from goalsite.history.timeline import Timeline
from tests.analysis.authored import goal_file, near, read
from tests.exchange.repositories import FULL, REPOSITORIES, data_of, text_of


def by_id(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in records}


BUILDS = "platform/2026-Q4/builds"


def test_the_head_tells_day_commit_and_site() -> None:
    data = json.loads(text_of(FULL, commit="c0ffee"))
    assert (data["version"], data["as_of"], data["commit"]) == (1, "2026-11-16", "c0ffee")
    assert data["site"] == {"name": "Acme", "url": "https://example.org/goals/"}
    assert data["generator"].startswith("goalsite ")
    assert data["current_cycle"] == "2026-Q4"
    assert data_of({})["commit"] is None


def test_a_goal_has_its_fields_and_figures() -> None:
    goal = by_id(data_of(FULL)["goals"])[BUILDS]
    assert goal["url"] == f"goals/{BUILDS}/"
    assert goal["source"] == {"path": "goals/platform/2026-Q4/builds.md", "line": 1}
    assert (goal["level"], goal["team"], goal["owner"], goal["state"]) == (
        "unit",
        "platform",
        "ada",
        "active",
    )
    assert (goal["start"], goal["due"], goal["reported_status"]) == ("2026-10-01", "2026-12-31", "on_track")
    assert goal["asks"] == [{"team": "sales", "ask": "money", "size": "small", "confirmed": False}]
    assert goal["exposed"] is True


def test_key_results_stay_in_the_order_of_the_file() -> None:
    results = by_id(data_of(FULL)["goals"])[BUILDS]["key_results"]
    assert [one["id"] for one in results] == [
        "p50", "nps", "up", "keep", "steps", "once", "zone", "hand", "hand2"
    ]  # fmt: skip
    assert [one["type"] for one in results] == [
        "metric", "metric", "metric", "maintain", "milestones", "binary", "zones", "manual", "manual"
    ]  # fmt: skip


def test_a_metric_has_the_figures_of_the_contract() -> None:
    first = by_id(data_of(FULL)["goals"])[BUILDS]["key_results"][0]
    assert (first["baseline"], first["target"], first["value"], first["raw"]) == (14, 5, 9.5, 0.5)
    assert (first["expected"], first["pace"]) == (near(0.3538, 5e-5), near(1.413, 5e-4))
    assert (first["days_behind"], first["status"]) == (near(-19), "on_track")
    assert first["values"] == [["2026-10-09", 12.5, None], ["2026-11-16", 9.5, 0.6]]


def test_what_only_some_measures_have_stands_beside() -> None:
    results = by_id(by_id(data_of(FULL)["goals"])[BUILDS]["key_results"])
    assert results["nps"]["levels"] == {"commit": 30, "target": 70, "stretch": 100}
    assert (results["keep"]["min"], results["keep"]["max"], results["keep"]["held"]) == (3, None, 1)
    assert (results["zone"]["value"], results["steps"]["value"], results["once"]["value"]) == (
        "commit",
        None,
        None,
    )
    assert (results["up"]["kpi"], results["up"]["unit"]) == ("platform/kpis/uptime", "%")
    assert "levels" not in results["p50"]
    assert "min" not in results["p50"]


def test_a_kpi_has_the_figures_of_the_contract() -> None:
    kpis = by_id(data_of(FULL)["kpis"])
    uptime = kpis["platform/kpis/uptime"]
    assert (uptime["target"], uptime["health"], uptime["trend"]) == (99.95, "green", "flat")
    assert (uptime["attainment"], uptime["change_previous"]) == (near(1.0002, 5e-6), 0)
    assert uptime["values"] == [["2026-11-02", 99.97], ["2026-11-09", 99.97]]
    load = kpis["kpis/load"]
    assert (load["target"], load["min"], load["max"]) == (None, 40, 60)
    assert (kpis["kpis/empty"]["health"], kpis["kpis/empty"]["value"]) == ("no_data", None)


def test_a_unit_has_its_portfolio_by_cycle() -> None:
    teams = by_id(data_of(FULL)["teams"])
    assert (teams[""]["parent"], teams["platform"]["parent"]) == (None, "")
    assert sorted(teams[""]["portfolio"]) == ["2026-Q3", "2026-Q4"]
    platform = teams["platform"]["portfolio"]["2026-Q4"]
    assert (platform["bottom_up_share"], platform["alignment_coverage"]) == (1, 1)


def test_a_personal_goal_says_so() -> None:
    assert by_id(data_of(FULL)["goals"])["people/ada/2026-Q4/learn"]["level"] == "person"


def test_edges_name_goals_key_results_and_what_lies_outside() -> None:
    edges = [(one["type"], one["from"], one["to"]) for one in data_of(FULL)["edges"]]
    assert edges == [
        ("cascades_from", "platform/kpis/uptime", "kpis/revenue"),
        ("continues", BUILDS, "2026-Q3/past"),
        ("contributes", BUILDS, "2026-Q4/win"),
        ("depends_on", BUILDS, "partner:runners"),
        ("guards", BUILDS, "kpis/load"),
        ("improves", BUILDS, "platform/kpis/uptime"),
        ("supports", "people/ada/2026-Q4/learn", f"{BUILDS}#p50"),
        ("supports", BUILDS, "2026-Q4/win"),
        ("supports", BUILDS, "https://example.org/"),
    ]


def test_findings_are_listed_with_their_place() -> None:
    found = data_of(FULL)["diagnostics"]
    assert ("S025", "warning", "goals/people/ada/2026-Q4/learn.md", 6) in [
        (one["code"], one["severity"], one["path"], one["line"]) for one in found
    ]


@pytest.mark.parametrize("name", REPOSITORIES)
def test_lists_are_sorted_as_promised(name: str) -> None:
    data = data_of(REPOSITORIES[name])
    for key in ("cycles", "teams", "goals", "kpis"):
        ids = [one["id"] for one in data[key]]
        assert ids == sorted(ids), key
    edges = [(one["type"], one["from"], one["to"]) for one in data["edges"]]
    assert edges == sorted(edges)
    places = [(one["path"], one["line"], one["column"], one["code"]) for one in data["diagnostics"]]
    assert places == sorted(places)
    results = [result for goal in data["goals"] for result in goal["key_results"]]
    for one in (*results, *data["kpis"]):
        assert [row[0] for row in one["values"]] == sorted({row[0] for row in one["values"]})


@pytest.mark.parametrize("name", REPOSITORIES)
def test_the_same_files_make_the_same_bytes_in_whatever_order(name: str) -> None:
    files = REPOSITORIES[name]
    text = text_of(files)
    assert text_of({path: files[path] for path in sorted(files, reverse=True)}) == text
    assert text.encode().decode() == text


@pytest.mark.parametrize("name", REPOSITORIES)
def test_every_number_is_one_that_json_knows(name: str) -> None:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    json.loads(text_of(REPOSITORIES[name]), parse_constant=refuse)


def test_each_goal_and_every_other_record_stands_on_a_line_of_its_own() -> None:
    read_one = json.JSONDecoder().raw_decode
    records = [read_one(line)[0] for line in text_of(FULL).splitlines()[1:] if line.startswith("{")]
    data = data_of(FULL)
    lists = ("cycles", "teams", "goals", "kpis", "edges", "diagnostics")
    assert records == [record for name in lists for record in data[name]]


def test_whole_numbers_have_no_fraction_and_others_are_not_rounded() -> None:
    files = {"goals/kpis/k.md": "---\nseries: [[2026-10-01, 3.0], [2026-10-02, 0.1234567890123456]]\n---\n"}
    assert '"values": [["2026-10-01", 3], ["2026-10-02", 0.1234567890123456]]' in text_of(files)


def test_texts_come_back_as_they_were_written() -> None:
    (goal,) = data_of(REPOSITORIES["odd words"])["goals"]
    assert goal["title"].startswith('Say "yes" </script>')
    assert goal["key_results"][0]["title"].strip() == "🚀"


def test_half_a_character_in_the_name_of_a_file_does_not_spoil_the_file() -> None:
    corpus, graph, config, _ = read({"goals/2026-Q4/a.md": goal_file()})
    analysis = analyse(corpus, graph, Timeline(), config, date(2026, 11, 16))
    found = [finding("goals/caf\udce9.md", Mark(), "S036", "is not UTF-8")]
    text = goals_json(corpus, graph, analysis, config, None, found)
    assert json.loads(text)["diagnostics"][0]["path"] == "goals/caf\ufffd.md"


@pytest.mark.parametrize("files", REPOSITORIES.values(), ids=REPOSITORIES)
def test_what_the_file_says_of_each_goal_is_found_on_its_line(files: Mapping[str, str]) -> None:
    text = text_of(files)
    data, lines = json.loads(text), lines_of(text)
    goals = {("objective", one["id"]): one for one in data["goals"]}
    assert {name: json.loads(line) for name, line in lines.items()} == goals | {
        ("kpi", one["id"]): one for one in data["kpis"]
    }
    corpus, graph, config, found = read(files)
    analysis = analyse(corpus, graph, Timeline(), config, date(2026, 11, 16))
    assert goals_json(corpus, graph, analysis, config, None, found, lines).decode() == text


def test_a_goal_is_told_again_when_it_has_another_figure_or_ask() -> None:
    known = Known()
    edited = {
        **FULL,
        "goals/platform/2026-Q4/builds.md": FULL["goals/platform/2026-Q4/builds.md"].replace("money", "time"),
    }

    def told(files: Mapping[str, str], day: str = "2026-11-16") -> frozenset[tuple[str, str]]:
        known.begin()
        corpus, graph, config, _ = read(files)
        analysis = analyse(corpus, graph, Timeline(), config, date.fromisoformat(day))
        return told_before(corpus, graph, analysis, known)

    every = lines_of(text_of(FULL)).keys()
    assert told(FULL) == set()
    assert told(FULL) == every
    assert told(edited) == every - {("objective", BUILDS)}
    assert told(FULL) == every - {("objective", BUILDS)}
    assert ("objective", BUILDS) not in told(FULL, "2026-11-17")
