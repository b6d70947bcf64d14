"""A corpus in which one record says something else."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from goalsite.core.values import replace
from goalsite.model.records import Corpus, Kpi, Objective, Page

Amendable = Objective | Kpi | Page

LISTS = {Objective: "objectives", Kpi: "kpis", Page: "pages"}
"""In which list of a corpus a record stands."""


def with_record(corpus: Corpus, record: Amendable) -> Corpus:
    """The corpus with this record in the place of the one of its kind and name, which is in it."""
    name = LISTS[type(record)]
    records = getattr(corpus, name)
    place = bisect_left(records, record.id, key=attrgetter("id"))
    return replace(corpus, **{name: (*records[:place], record, *records[place + 1 :])})
