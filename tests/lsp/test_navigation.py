from __future__ import annotations

from pathlib import Path

import pytest

from goalsite.lsp.navigation import Symbol, definition, meaning_at, references, symbols
from goalsite.lsp.positions import Span, split_lines
from goalsite.lsp.workspace import State
from goalsite.source.read import read_document
from tests.lsp.project import FILES, GREEN, TRUST, UPTIME, known, pointed

LOG = GREEN.replace(".md", ".checkins.csv")


def shown(state: State, places: list[tuple[str, Span]]) -> list[str]:
    """Places as `path:line text`."""
    told = []
    for path, (line, start, end) in places:
        text = split_lines(state.text(path))[line][start:end]
        told.append(f"{path}:{line + 1} {text}")
    return told


def defined(folder: Path, text: str, path: str = GREEN) -> str:
    """Where the marked word is written down."""
    state = known(folder)
    what = meaning_at(state, pointed(state, path, text))
    place = definition(state, what) if what else None
    return shown(state, [(place.path, place.span)])[0] if place else ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\nsupports: [win-tr‸ust]\n---\n", f"{TRUST}:2 客户信任我们"),
        ("---\nsupports: [win-trust#n‸ps]\n---\n", f"{TRUST}:5 nps"),
        ("---\nx: 1\n---\n[[win-trust#n‸ps]]", f"{TRUST}:5 nps"),
        ("---\nguards: [up‸time]\n---\n", f"{UPTIME}:2 Uptime"),
        ("---\nkey_results:\n  - replaced_by: p9‸0\n---\n", f"{GREEN}:13 p90"),
        ("---\nowner: a‸da\n---\n", "goals/people/ada.md:1 ---"),
        ("---\nteam: plat‸form\n---\n", "goals/platform/team.md:2 Platform"),
        ("---\nowner: s‸am\n---\n", ""),
        ("---\nsupports: [no‸body]\n---\n", ""),
    ],
)
def test_a_name_leads_to_where_it_is_written_down(tmp_path: Path, text: str, place: str) -> None:
    assert defined(tmp_path, text) == place


def test_the_key_result_of_a_log_leads_to_its_goal(tmp_path: Path) -> None:
    assert defined(tmp_path, "date,kr\n2026-10-12,p‸50\n", LOG) == f"{GREEN}:8 p50"


def named(folder: Path, path: str, text: str, *, declared: bool = True) -> list[str]:
    state = known(folder)
    what = meaning_at(state, pointed(state, path, text))
    assert what is not None
    return shown(state, [(one.path, one.span) for one in references(state, what, declared=declared)])


def test_a_goal_is_named_in_front_matter_and_text(tmp_path: Path) -> None:
    assert named(tmp_path, GREEN, "---\nsupports: [win-tr‸ust]\n---\n") == [
        f"{GREEN}:5 win-trust#nps",
        f"{GREEN}:20 win-trust",
        f"{GREEN}:20 win-trust#nps",
    ]


def test_a_kpi_is_named_by_measures_formulas_and_edges(tmp_path: Path) -> None:
    assert named(tmp_path, GREEN, "---\nguards: [up‸time]\n---\n") == [
        "goals/kpis/share.md:3 platform/kpis/uptime",
        f"{GREEN}:6 uptime",
        f"{GREEN}:18 uptime",
        f"{GREEN}:20 uptime",
    ]


def test_a_key_result_is_named_in_its_file_and_log_with_its_declaration_or_without(tmp_path: Path) -> None:
    text = "date,kr\n2026-10-12,p‸90\n"
    places = [f"{GREEN}:11 p90", f"{GREEN}:13 p90", f"{LOG}:3 p90"]
    assert named(tmp_path, LOG, text) == places
    assert named(tmp_path, LOG, text, declared=False) == [places[0], places[2]]


def test_a_person_is_named_by_roles_and_mentions(tmp_path: Path) -> None:
    assert named(tmp_path, GREEN, "---\nowner: a‸da\n---\n") == [
        f"{GREEN}:3 ada",
        f"{GREEN}:20 ada",
        "goals/platform/team.md:3 ada",
        "goals/platform/team.md:4 ada",
    ]


def outlined(path: str, kind: str, text: str) -> tuple[Symbol, ...]:
    document, _ = read_document(text.encode(), path)
    return symbols(document, kind, split_lines(text))


def test_an_objective_consists_of_its_key_results() -> None:
    (goal,) = outlined(GREEN, "objective", FILES[GREEN])
    assert (goal.name, goal.first_line) == ("Every engineer trusts a green build", 0)
    assert [(one.name, one.first_line, one.last_line) for one in goal.children] == [
        ("Median time from push to green", 7, 11),
        ("Slow builds are rare", 12, 14),
        ("Uptime holds meanwhile", 15, 17),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["green-builds"]),
        ("---\n---\n# Heading\n", ["Heading"]),
        ("---\ntitle:\nkey_results: [{}, {title: b}, c]\n---\n", ["green-builds", "1", "b"]),
        ("---\nkey_results: {a: b}\n---\n", ["green-builds"]),
    ],
)
def test_an_unfinished_file_has_symbols_with_names(text: str, names: list[str]) -> None:
    (goal,) = outlined(GREEN, "objective", text)
    assert [goal.name, *(one.name for one in goal.children)] == names
    assert goal.span == Span(goal.span.line, *sorted(goal.span[1:]))
