"""What is packed comes back, and what somebody has already is named."""

from __future__ import annotations

from datetime import date
from typing import Any

from goalsite.core.diagnostics import Mark
from goalsite.core.periods import Period
from goalsite.memory.packing import Shared, packed, unpacked

AUTUMN = Period(date(2026, 10, 1), date(2026, 12, 31))
WINTER = Period(date(2027, 1, 1), date(2027, 3, 31))


def test_what_is_shared_is_found_where_it_is_and_is_one_thing() -> None:
    value: dict[Any, Any] = {
        "autumn": (AUTUMN, 1),
        "marks": [Mark(1, 2), "text"],
        ("a", 1): {"winter": WINTER},
    }
    copy = unpacked(packed(value))
    other = {"new": (AUTUMN, WINTER, Mark(3, 4)), "mark": value["marks"][0]}
    found = Shared(copy).unpacked(Shared(value).packed(other))
    assert found == other
    assert found["new"][0] is copy["autumn"][0]
    assert found["new"][1] is copy["a", 1]["winter"]
    assert found["mark"] is copy["marks"][0]


def test_it_is_not_held_again() -> None:
    goals = {number: Period(AUTUMN.start, WINTER.end) for number in range(100)}
    assert len(Shared(goals).packed(list(goals.values())[:2])) < len(packed(AUTUMN))


def test_what_is_only_equal_is_held() -> None:
    twin = Period(AUTUMN.start, AUTUMN.end)
    assert Shared({}).unpacked(Shared([AUTUMN]).packed(twin)) == AUTUMN
