"""What was told apart from what there was before brings it back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from goalsite.core.known import alike
from goalsite.memory.packing import packed
from goalsite.pages import revisions
from goalsite.pages.revisions import brought_back, revision, told_apart
from goalsite.pages.surveys import Changes, Field, Survey


class Cycle(Struct, frozen=True):
    """A record with a list of goals."""

    name: str
    goals: tuple[float, ...]


lists = st.lists(st.sampled_from((0.0, -0.0, 1.0, 2.0)), max_size=60).map(tuple)
values = st.one_of(
    lists, st.builds(Cycle, st.sampled_from("ab"), lists), st.sampled_from((None, 1, True, "a"))
)


@pytest.mark.parametrize("long", [0, 1, 3])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values, values)
def test_whatever_it_was_before(
    monkeypatch: pytest.MonkeyPatch, long: int, before: object, now: object
) -> None:
    monkeypatch.setattr(revisions, "_LONG", long)
    assert alike(brought_back(before, told_apart(before, now)), now)


def test_one_more_in_a_long_list_is_little_to_tell() -> None:
    before = Cycle("2026-Q4", tuple(map(float, range(1000))))
    now = Cycle("2026-Q4", (*before.goals[:500], -1.0, *before.goals[500:]))
    told = told_apart(before, now)
    assert len(packed(told)) < 200
    assert alike(brought_back(before, told), now)


mappings = st.dictionaries(st.sampled_from("abcdef"), values)


@given(mappings, mappings, st.permutations("abcdef"))
def test_mappings_with_their_keys_in_any_order(
    before: dict[str, object], now: dict[str, object], order: list[str]
) -> None:
    now = {key: now[key] for key in order if key in now}
    one, other = (Survey(("day",), (Field("goals", 0, each),), 1 + len(each)) for each in (before, now))
    changes = Changes(one, other)
    revised = revision(one, other, changes)
    assert revised is not None
    assert alike(revised.of(one).fields, other.fields)


def test_a_short_one_stays_what_others_may_share() -> None:
    before, now = (1.0, 2.0), (1.0, 3.0)
    assert told_apart(before, now) is now
