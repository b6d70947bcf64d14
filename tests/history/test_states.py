from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.periods import DAY
from goalsite.history.states import ends_of_months, read_branch
from tests.conftest import GitRepo

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 30))


@given(first=DAYS.filter(lambda day: day.year < 9990), more=st.integers(0, 2000))
def test_each_month_that_is_over_has_its_last_day_from_that_of_the_first_on(first: date, more: int) -> None:
    before = date.fromordinal(min(first.toordinal() + more, date.max.toordinal()))
    found = list(ends_of_months(first, before))
    assert found == sorted(found, reverse=True)
    assert all((day + DAY).day == 1 and first <= day < before for day in found)
    assert len(found) == before.year * 12 + before.month - first.year * 12 - first.month


def test_a_day_ends_where_the_site_is_and_no_commit_is_older_than_the_one_before(
    git_repo: Callable[..., GitRepo],
) -> None:
    repo = git_repo()
    first = repo.commit({"a.md": "1"}, "2026-09-30T23:30:00+00:00")
    second = repo.commit({"a.md": "2"}, "2026-09-01T09:00:00+00:00")
    in_utc = read_branch(repo.root, second, "UTC")
    in_berlin = read_branch(repo.root, second, "Europe/Berlin")
    assert in_utc is not None
    assert in_berlin is not None
    assert in_utc.commits == (first, second)
    assert in_utc.at_end_of(date(2026, 9, 30)) == second
    assert in_utc.at_end_of(date(2026, 9, 29)) is None
    assert in_berlin.at_end_of(date(2026, 9, 30)) is None
    assert read_branch(repo.root, "0" * 40, "UTC") is None
