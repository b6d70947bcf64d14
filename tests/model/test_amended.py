"""A record stands in the place of the one of its name, and all others stay."""

from __future__ import annotations

import pytest

from goalsite.core.values import replace
from goalsite.model.amended import LISTS, Amendable, with_record
from goalsite.model.records import Corpus
from tests.pages.desks import desk_of

CORPUS: Corpus = desk_of(
    {
        **{f"goals/2026-Q4/goal-{number}.md": f"---\ntitle: Goal {number}\n---\n" for number in (1, 2, 10)},
        **{f"goals/kpis/{name}.md": f"---\ntitle: {name}\n---\n" for name in ("Ab", "a", "z")},
        **{f"goals/{name}.md": "# A page\n" for name in ("one", "two")},
    }
).corpus


@pytest.mark.parametrize("record", [*CORPUS.objectives, *CORPUS.kpis, *CORPUS.pages], ids=lambda one: one.id)
def test_a_record_is_put_in_the_place_of_the_one_of_its_name(record: Amendable) -> None:
    now = replace(record, title="Another title")
    amended, name = with_record(CORPUS, now), LISTS[type(record)]
    assert getattr(amended, name) == tuple(
        now if one.id == record.id else one for one in getattr(CORPUS, name)
    )
    assert replace(amended, **{name: ()}) == replace(CORPUS, **{name: ()})
