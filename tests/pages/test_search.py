"""The search page, and that it names whatever the data can call by a key."""

from __future__ import annotations

from goalsite.core.config import Outputs
from goalsite.core.values import replace
from goalsite.exchange.search_more import entries
from goalsite.pages.search import search_pages
from goalsite.pages.standing import standing
from tests.authored import goal
from tests.pages.desks import desk_of


def test_it_leads_to_the_lists_for_those_without_a_script() -> None:
    ((page, frame),) = search_pages(desk_of({}))
    assert frame.path == "search/"
    assert [link.href for link in page.others] == ["a-z/", "tags/", "people/"]


def test_it_says_whether_there_is_an_index_of_texts() -> None:
    desk = desk_of({})
    asking = replace(desk, config=replace(desk.config, outputs=Outputs(full_text=True)))
    assert [page.full_text for one in (desk, asking) for page, _ in search_pages(one)] == [False, True]


def test_every_kind_and_standing_in_the_data_has_its_word() -> None:
    desk = desk_of(
        {
            "goals/2026-Q4/a.md": goal("owner: ada\ntags: [t]\nkey_results: [{id: a, title: A, binary: {}}]"),
            "goals/2026-Q4/b.md": goal("status: paused"),
            "goals/kpis/k.md": goal("series: [[2026-11-02, 1]]"),
            "goals/page.md": "# Page\n",
        }
    )
    ((page, _),) = search_pages(desk)
    kinds = {named.key for named in page.kinds}
    assert kinds == {"objective", "kpi", "result"} | {entry.kind for entry in entries(desk)}
    known = {one.key for one in page.standings}
    results = [result for one in desk.analysis.objectives.values() for result in one.key_results]
    assert {standing(desk, one) for one in desk.corpus.objectives} <= known
    assert {standing(desk, one) for one in desk.corpus.kpis} <= known
    assert {result.status for result in results} <= known
