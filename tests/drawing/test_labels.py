from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.drawing.labels import Box, Candidate, Labels, Note, spread
from goalsite.drawing.svg import LINE

HEIGHTS = st.lists(st.floats(0, 200), max_size=8).map(sorted)


def test_heights_that_do_not_collide_stay_where_they_are() -> None:
    assert spread([10, 50, 90], 17, 0, 100) == [10, 50, 90]


def test_heights_that_collide_make_room_around_their_middle() -> None:
    assert spread([50, 52], 10, 0, 100) == [46, 56]


def test_heights_at_the_edge_are_pushed_inside() -> None:
    assert spread([0, 1], 10, 5, 100) == [5, 15]
    assert spread([99, 100], 10, 5, 95) == [85, 95]


@given(HEIGHTS)
def test_spread_heights_keep_their_order_their_distance_and_the_bounds(wanted: list[float]) -> None:
    placed = spread(wanted, 17, 0, 200)
    assert all(below - above >= 17 - 1e-6 for above, below in pairwise(placed))
    assert all(-1e-6 <= y <= 200 + 1e-6 for y in placed)


def test_a_label_takes_the_first_place_that_is_free() -> None:
    labels = Labels(Box(0, 0, 200, 100), taken=[Box(0, 0, 100, 30)])
    assert labels.place("14", "gs-label", [Candidate(10, 10), Candidate(10, 60), Candidate(10, 80)])
    assert 'y="60"' in labels.parts[0]


def test_a_label_avoids_what_is_drawn_if_it_can() -> None:
    labels = Labels(Box(0, 0, 200, 100))
    labels.place("14", "gs-label", [Candidate(10, 20), Candidate(10, 60)], obstacles=[(15, 20)])
    assert 'y="60"' in labels.parts[0]


def test_a_label_would_rather_cover_a_little_than_stand_far_away() -> None:
    labels = Labels(Box(0, 0, 200, 100))
    far = [Candidate(10, y) for y in (20, 90, 90, 90, 60)]
    labels.place("14", "gs-label", far, obstacles=[(15, 20), (15, 90)])
    assert 'y="20"' in labels.parts[0]


def test_a_label_without_a_free_place_is_left_out() -> None:
    labels = Labels(Box(0, 0, 20, 20))
    assert not labels.place("a label far too long", "gs-label", [Candidate(0, 10)])
    assert not labels.place("", "gs-label", [Candidate(0, 10)])
    assert labels.parts == []


def test_notes_of_the_margin_stand_apart_and_are_led_to_what_they_name() -> None:
    labels = Labels(Box(0, 0, 200, 100))
    labels.margin(100, [Note(50, "target", "a"), Note(52, "stretch", "b")], 0, 100)
    assert [part.startswith("<line") for part in labels.parts] == [True, False, True, False]
    first, second = labels.taken
    assert second.top - first.top == pytest.approx(LINE)


def test_of_more_notes_than_fit_the_most_important_stay() -> None:
    labels = Labels(Box(0, 0, 200, 100))
    labels.margin(100, [Note(50, f"note {n}", "a") for n in range(9)], 0, 3 * LINE)
    assert sum("note" in part for part in labels.parts) == 3
    assert "note 0" in "".join(labels.parts)
    assert "note 8" not in "".join(labels.parts)
