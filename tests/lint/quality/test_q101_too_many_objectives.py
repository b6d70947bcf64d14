"""How many objectives a unit pursues in a cycle."""

from __future__ import annotations

from datetime import date

from tests.lint.told import told


def units(count: int, front: str = "", folder: str = "shop/2026-Q4") -> dict[str, str]:
    """A unit below the root and `count` objectives in a folder, the last one with more front matter."""
    goals = {
        f"goals/{folder}/g{n}.md": f"---\ntitle: A goal of ours\norder: {n}\n---\n" for n in range(count - 1)
    }
    last = {f"goals/{folder}/last.md": f"---\ntitle: The last goal of ours\n{front}\n---\n"}
    return {"goals/shop/team.md": "---\ntitle: Shop\n---\n"} | goals | last


def test_a_unit_may_have_three_and_the_root_five() -> None:
    assert told(units(3), "Q101") == []
    assert told(units(5, folder="2026-Q4"), "Q101") == []
    assert told(units(6, folder="2026-Q4"), "Q101") == [
        "goals/2026-Q4/last.md:2:8: the root has 6 objectives in 2026-Q4, more than 5"
    ]


def test_it_is_told_once_at_the_first_too_many_by_order_then_id() -> None:
    assert told(units(6), "Q101") == [
        'goals/shop/2026-Q4/g3.md:2:8: unit "shop" has 6 objectives in 2026-Q4, more than 3'
    ]
    assert told(units(4, "order: -1"), "Q101") == [
        'goals/shop/2026-Q4/g2.md:2:8: unit "shop" has 4 objectives in 2026-Q4, more than 3'
    ]


def test_drafts_proposals_paused_and_given_up_ones_are_not_pursued() -> None:
    for front in ("status: draft", "status: proposed", "status: paused", "status: closed\noutcome: dropped"):
        assert told(units(4, front), "Q101") == []
    assert len(told(units(4, "status: closed\noutcome: achieved"), "Q101")) == 1


def test_other_cycles_personal_goals_and_cycles_that_are_over_do_not_count() -> None:
    assert told(units(3) | units(3, folder="shop/2026-Q3"), "Q101") == []
    assert told(units(3) | units(3, folder="shop/2026"), "Q101") == []
    assert told(units(9, folder="people/ada/2026-Q4"), "Q101") == []
    assert told(units(9), "Q101", date(2027, 1, 1)) == []
    assert len(told(units(9), "Q101", date(2026, 12, 31))) == 1


def test_the_limits_are_thresholds() -> None:
    config = {"config.yaml": "rules: {thresholds: {Q101: {unit: 1}}}\n"}
    assert told(units(2) | config, "Q101") == [
        'goals/shop/2026-Q4/last.md:2:8: unit "shop" has 2 objectives in 2026-Q4, more than 1'
    ]
