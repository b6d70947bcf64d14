"""What changed, in a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from goalsite.history.records import Commit, Edit, Fact, Part
from goalsite.language.language import Language
from goalsite.pages.changed import effect, sentence
from goalsite.pages.changed_values import Called, Measured

NAMES = Called(
    goals={"win-trust": "Customers trust us", "kpis/speed": "Speed of a `build`"},
    units={"platform": "Platform"},
    people={"ada": "Ada Lovelace"},
    results={"p50": Measured("Median time to green", "min"), "share": Measured("Share of green builds", "%")},
    unit="h",
)
COMMIT = Commit("0" * 40, date(2026, 11, 12), ("lin",), "Edit")
P50: Part = ("key_result", "p50")


def said(part: Part, field: str, before: Fact, after: Fact, tag: str = "en") -> str:
    """The sentence about an edit, with ordinary blanks."""
    edit = Edit(COMMIT, part, field, before, after)
    return sentence(edit, NAMES, Language(tag)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("part", "field", "before", "after", "expected"),
    [
        (P50, "target", 5.0, 6.0, "Median time to green: target 5 → 6 min"),
        (("key_result", "share"), "target", 90.0, 95.0, "Share of green builds: target 90% → 95%"),
        (P50, "current", None, 9.5, "Median time to green: current now 9.5 min"),
        (P50, "owner", "lin", "ada", "Median time to green: owner lin → Ada Lovelace"),
        (P50, "status", None, "dropped", "Median time to green: status now dropped"),
        (P50, "", None, "Median time", "new key result “Median time”"),
        (P50, "", "Median time", None, "key result “Median time” taken out"),
        ((), "title", "Trust `us`", "Trust me", "reworded: “Trust us” → “Trust me”"),
        ((), "status", "draft", "active", "state draft → active"),
        ((), "due", "2026-12-01", "2026-12-15", "due 1 Dec 2026 → 15 Dec 2026"),
        ((), "due", "2026-12-01", None, "due 1 Dec 2026 taken out"),
        ((), "weight", 1.0, 2.0, "weight 1 → 2"),
        ((), "team", "platform", "", "unit Platform → the root unit"),
        ((), "contributors", ("ada", "bo"), ("bo", "cy"), "contributors: added cy; removed Ada Lovelace"),
        ((), "contributors", ("Bo", "ada"), ("bo", "cy"), "contributors: added cy; removed Ada Lovelace"),
        ((), "tags", None, ("ci",), "tags: added “ci”"),
        ((), "supports", None, ("win-trust",), "new: supports “Customers trust us”"),
        ((), "supports", ("unknown",), None, "no longer: supports unknown"),
        (
            (),
            "contributes",
            (("win-trust", 1.0),),
            (("win-trust", 2.0),),
            "counts towards “Customers trust us”: weight 1 → weight 2",
        ),
        (
            (),
            "depends_on",
            (("win-trust", None, "", "", ""),),
            (("win-trust", False, "", "", ""),),
            "depends on “Customers trust us”: open → refused",
        ),
        (
            (),
            "depends_on",
            (("platform", None, "A second cluster", "large", ""),),
            (("platform", True, "A second cluster", "small", ""),),
            "depends on Platform: “A second cluster”: open → agreed; size large → small",
        ),
        (
            (),
            "depends_on",
            (("platform", None, "A review", "", ""), ("platform", None, "A cluster", "", "")),
            (("platform", None, "A review", "", ""),),
            "no longer: depends on Platform: “A cluster”",
        ),
        (
            (),
            "depends_on",
            (("platform", None, "A review", "", ""),),
            (("platform", None, "A review", "", ""), ("platform", True, "A cluster", "small", "")),
            "new: depends on Platform: “A cluster”, size small, agreed",
        ),
        (
            (),
            "depends_on",
            (("platform", None, "A review", "", ""), ("platform", None, "Help", "", "")),
            (("platform", None, "Two reviews", "", ""), ("platform", None, "Help", "", "")),
            "depends on Platform: ask “A review” → “Two reviews”",
        ),
        ((), "north_star", None, True, "now: north star"),
        ((), "leading", True, None, "no longer: leading indicator"),
        (
            ("milestone", "p50", "A list"),
            "done",
            None,
            "2026-11-01",
            "Median time to green: milestone “A list”: done now 1 Nov 2026",
        ),
        (("target", "2026-01-01"), "red", 9.0, 8.0, "target from 1 Jan 2026: red line 9 → 8 h"),
        (("target", "2026-Q4"), "", None, "2026-Q4", "new target for 2026-Q4"),
        (
            ("initiative", "A faster disk"),
            "owner",
            None,
            "ada",
            "initiative “A faster disk”: owner now Ada Lovelace",
        ),
        (("point", "2026-11-01"), "", None, 3.0, "new value of 1 Nov 2026: 3 h"),
        (
            ("checkin", "p50", "2026-11-01"),
            "",
            None,
            (("value", 9.0), ("confidence", 0.6)),
            "Median time to green: new check-in of 1 Nov 2026: 9 min, confidence 60%",
        ),
        (
            ("checkin", "", "2026-11-01"),
            "status",
            "on_track",
            "at_risk",
            "check-in of 1 Nov 2026: status on track → at risk",
        ),
        ((), "a_key_of_tomorrow", "x", "y", "a key of tomorrow “x” → “y”"),
    ],
)
def test_an_edit_is_told_in_a_sentence(
    part: Part, field: str, before: Fact, after: Fact, expected: str
) -> None:
    assert said(part, field, before, after) == expected


def test_the_same_is_told_in_chinese() -> None:
    assert said(P50, "target", 5.0, 6.0, "zh") == "Median time to green：目标值5 → 6 min"
    assert said((), "supports", None, ("win-trust",), "zh") == "新增：支撑「Customers trust us」"


def test_a_long_text_is_told_to_be_rewritten() -> None:
    assert said((), "definition", "a" * 300 + "b", "a" * 300 + "c") == "definition rewritten"
    assert len(said((), "definition", "a" * 300, "b" * 300)) < 400


def test_a_long_list_is_cut_and_counted() -> None:
    told = said((), "tags", None, tuple(f"t{n}" for n in range(40)))
    assert told.endswith("“t11” and 28 more")


@pytest.mark.parametrize(
    "odd", [None, "", (), (None,), ((),), True, 3.5, "x", (("a", "b", "c", "d"),), ("\x1b[2J",)]
)
@pytest.mark.parametrize(
    "field",
    ["supports", "depends_on", "contributes", "tags", "plan", "due", "target", "owner", "", "formula"],
)
@pytest.mark.parametrize("part", [(), P50, ("checkin", "p50", "x"), ("point", "x"), ("milestone", "p50", "")])
def test_whatever_a_fact_holds_there_is_a_sentence(part: Part, field: str, odd: Fact) -> None:
    """History tells what a file said once, whatever it was."""
    assert isinstance(said(part, field, None, odd), str)
    assert isinstance(said(part, field, odd, "x"), str)


@pytest.mark.parametrize(
    ("figure", "before", "after", "expected"),
    [
        ("progress", 0.5, 0.5625, "progress 50% → 56%"),
        ("progress", 0.501, 0.502, ""),
        ("status", "on_track", "at_risk", "status on track → at risk"),
        ("pace", None, 0.989, "pace – → 0.99"),
        ("days_behind", -3.0, 4.0, "3 days ahead → 4 days behind"),
        ("days_behind", None, 4.0, ""),
        ("exposed", False, True, "now: exposed"),
        ("value", 5.0, 6.0, "value 5 → 6 min"),
        ("score", 0.699, 0.7, "score 0.69 → 0.7"),
    ],
)
def test_an_effect_is_told_where_a_reader_sees_it(
    figure: str, before: float | str | bool | None, after: float | str | bool | None, expected: str
) -> None:
    told = effect(figure, before, after, "min", Language("en"))
    assert told.replace("\N{NO-BREAK SPACE}", " ") == expected
