"""The card of a goal."""

from __future__ import annotations

from goalsite.pages.cards import card_pages
from tests.pages.desks import desk_of, one_goal, one_kpi, told

CARDS = {"config.yaml": "outputs: {cards: true}\n"}


def test_there_are_none_unless_the_configuration_wants_them() -> None:
    assert list(card_pages(desk_of(one_goal("")))) == []


def test_the_card_of_an_objective_tells_where_it_stands() -> None:
    front = (
        "title: Trust the build\nowner: ada\ncommitment: committed\nkey_results:\n  - {id: a, title: A, "
        "metric: {baseline: 0, target: 100}, checkins: [{date: 2026-11-09, value: 10}, "
        "{date: 2026-11-16, value: 60}]}\n"
    )
    ((page, frame),) = card_pages(desk_of(one_goal(front, **CARDS)))
    assert frame.path == "goals/2026-Q4/trust/_/card/"
    assert (page.title, page.value, page.standing.word) == ("Trust the build", "60%", "on track")
    assert page.link.href == "goals/2026-Q4/trust/"
    assert page.bar is not None
    assert page.lines[1] == "2026-Q4 · Goals · ada"
    assert "1 of 1 key result on track" in told(page)


def test_the_card_of_a_kpi_tells_value_target_and_since_when() -> None:
    front = (
        "title: Speed\nunit: '%'\ntargets: [{from: 2026-01-01, target: 90, red: 80}]\n"
        "series: [[2026-10-31, 95], [2026-11-09, 70]]\n"
    )
    ((page, frame),) = card_pages(desk_of(one_kpi(front, **CARDS)))
    assert frame.path == "kpis/kpis/speed/_/card/"
    assert (page.value, page.standing.word) == ("70%", "red")
    assert page.lines == ("target 90% · red since 9 Nov 2026", "9 Nov 2026 · Goals")
