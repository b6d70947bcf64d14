from __future__ import annotations

from pathlib import Path

import pytest

from goalsite.lsp.completion import MOST, Proposal, Proposals, proposals
from tests.lsp.project import CARET, GREEN, UPTIME, known, marked, pointed

LOG = "goals/platform/2026-Q4/green-builds.checkins.csv"


def proposed(folder: Path, path: str, text: str, files: dict[str, str] | None = None) -> Proposals:
    """What is proposed where a text of a file marks it."""
    state = known(folder, files)
    lines, line, _ = marked(text)
    return proposals(state, pointed(state, path, text), lines[line])


def completed(found: Proposals, text: str, label: str) -> str:
    """The line of the mark once the proposal of that label was taken."""
    lines, number, _ = marked(text)
    line = lines[number]
    one = next(one for one in found.items if one.label == label)
    return line[: found.start] + one.insert + line[found.end :]


def labels(found: Proposals) -> list[str]:
    return [one.label for one in found.items]


def test_where_a_key_stands_those_of_its_mapping_are_proposed_with_their_meaning(tmp_path: Path) -> None:
    found = proposed(tmp_path, GREEN, "---\ntitle: x\n‸\n---\n")
    assert {"owner", "supports", "key_results"} <= set(labels(found))
    assert "title" not in labels(found)
    owner = next(one for one in found.items if one.label == "owner")
    assert owner == Proposal("owner", "owner: ", "key", "The one person who answers for it.", "owner")


@pytest.mark.parametrize(
    ("text", "label", "line"),
    [
        ("---\nown‸\n---\n", "owner", "owner: "),
        ("---\nkey‸\n---\n", "key_results", "key_results:"),
        ("---\nown‸: ada\n---\n", "owner", "owner: ada"),
        ("---\nkey_results:\n  - me‸\n---\n", "metric", "  - metric:"),
        ("---\nkey_results:\n  - metric: {un‸}\n---\n", "unit", "  - metric: {unit: }"),
        ("---\nstatus: cl‸\n---\n", "closed", "status: closed"),
        ("---\nstatus:‸\n---\n", "closed", "status: closed"),
        ("---\nowner: ‸\n---\n", "sam", "owner: sam"),
        ('---\nowner: "@s‸"\n---\n', "sam", 'owner: "sam"'),
        ("---\nsupports: [a, w‸in]\n---\n", "2026-Q4/win-trust", "supports: [a, 2026-Q4/win-trust]"),
        ("---\nsupports:\n  - w‸\n---\n", "2026-Q4/win-trust", "  - 2026-Q4/win-trust"),
        ("---\nsupports: [win-trust#‸]\n---\n", "win-trust#nps", "supports: [win-trust#nps]"),
        ("---\nx: 1\n---\nSee [[w‸", "2026-Q4/win-trust", "See [[2026-Q4/win-trust]]"),
        ("---\nx: 1\n---\nSee [[w‸]].", "2026-Q4/win-trust", "See [[2026-Q4/win-trust]]."),
        ("---\nx: 1\n---\nAsk @s‸.", "sam", "Ask @sam."),
        ("---\nkind: kpi\nformula: sh‸\n---\n", "kpis/share", "formula: kpis/share"),
        ("---\nkind: kpi\nformula: '[[sh‸\n---\n", "kpis/share", "formula: '[[kpis/share]]"),
        ("---\nkind: kpi\nformula: 2 * sh‸\n---\n", "kpis/share", "formula: 2 * [[kpis/share]]"),
        ("---\nteam: ‸\n---\n", "platform", "team: platform"),
        ("---\ncycle: ‸\n---\n", "2026-Q4", "cycle: 2026-Q4"),
    ],
)
def test_what_is_taken_stands_as_it_must_be_written(tmp_path: Path, text: str, label: str, line: str) -> None:
    assert completed(proposed(tmp_path, GREEN, text), text, label) == line


def test_a_place_is_offered_only_goals_that_it_takes(tmp_path: Path) -> None:
    assert (
        labels(proposed(tmp_path, GREEN, "---\nimproves: [‸]\n---\n"))
        == ["kpis/share", "platform/kpis/uptime"][::-1]
    )
    assert labels(proposed(tmp_path, GREEN, "---\ncontributes: [‸]\n---\n")) == ["2026-Q4/win-trust"]
    assert set(labels(proposed(tmp_path, UPTIME, "---\nsupports: [‸]\n---\n"))) == {
        "2026-Q4/win-trust",
        "platform/2026-Q4/green-builds",
        "kpis/share",
    }


def test_goals_come_with_their_titles_and_are_found_by_them(tmp_path: Path) -> None:
    found = proposed(tmp_path, GREEN, "---\nsupports: [客‸]\n---\n")
    one = next(one for one in found.items if one.label == "2026-Q4/win-trust")
    assert one.detail == "客户信任我们"
    assert "客户信任我们" in one.search


def test_a_key_result_may_be_replaced_by_one_of_its_goal(tmp_path: Path) -> None:
    found = proposed(tmp_path, GREEN, "---\nkey_results:\n  - replaced_by: ‸\n---\n")
    assert labels(found) == ["p50", "p90", "calm"]


def test_a_log_is_offered_the_key_results_and_words_of_its_goal(tmp_path: Path) -> None:
    assert labels(proposed(tmp_path, LOG, "date,kr\n2026-11-02,‸")) == ["p50", "p90", "calm"]
    assert "on_track" in labels(proposed(tmp_path, LOG, "date,status\n2026-11-02,‸"))
    assert "by" in labels(proposed(tmp_path, LOG, "date,kr,‸"))


def test_the_configuration_is_offered_its_keys_and_rules(tmp_path: Path) -> None:
    assert "goals_dir" in labels(proposed(tmp_path, "config.yaml", "go‸"))
    assert "Q104" in labels(proposed(tmp_path, "config.yaml", "rules: {ignore: [Q‸]}"))


@pytest.mark.parametrize("text", ["---\ntitle: ‸\n---\n", "---\nx: 1\n---\nplain ‸text", "# just\na p‸age"])
def test_where_nothing_is_known_nothing_is_proposed(tmp_path: Path, text: str) -> None:
    assert labels(proposed(tmp_path, GREEN, text)) == []


def test_of_many_names_those_that_fit_what_is_typed_are_proposed(tmp_path: Path) -> None:
    many = {
        f"goals/2026-Q4/goal-{number}.md": f"---\ntitle: 目标 {number}\n---\n" for number in range(MOST + 50)
    }
    found = proposed(tmp_path, GREEN, "---\ncontributes: [‸]\n---\n", many)
    assert (len(found.items), found.complete) == (MOST, False)
    found = proposed(tmp_path, GREEN, "---\ncontributes: [目标 249‸]\n---\n", many)
    assert labels(found) == ["2026-Q4/goal-249"]


def test_half_typed_front_matter_is_completed_from_the_last_good_state(tmp_path: Path) -> None:
    text = "---\ntitle: [\nsupports: [w‸\n---\n"
    state = known(tmp_path, buffers={GREEN: text.replace(CARET, "")})
    lines, line, _ = marked("---\nsupports: [w‸\n---\n")
    found = proposals(state, pointed(state, GREEN, "---\nsupports: [w‸\n---\n"), lines[line])
    assert "2026-Q4/win-trust" in labels(found)
