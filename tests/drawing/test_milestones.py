from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.values import replace
from goalsite.drawing import Milestone, MilestoneSeries, milestones_chart
from tests.drawing.drawings import FORMATS, Q4, assert_tidy, of_class, words

STEPS = MilestoneSeries(
    "Remote cache",
    *Q4,
    milestones=(
        Milestone("Pilot", date(2026, 10, 30), date(2026, 10, 28), "due 30 Oct, done 28 Oct", "ok"),
        Milestone("两个团队试用", date(2026, 11, 12), None, "due 12 Nov, overdue", "bad"),
        Milestone("All repositories", date(2026, 12, 31), None, "due 31 Dec"),
    ),
    today=date(2026, 11, 20),
    today_label="today",
)


def test_each_milestone_is_a_row_with_its_name() -> None:
    root = assert_tidy(milestones_chart(STEPS, FORMATS))
    assert words(root, "gs-name") == ["Pilot", "两个团队试用", "All repositories"]
    assert set(words(root)) == {"2026-10-01", "2026-12-31", "today"}


def test_what_is_done_has_a_disc_and_what_is_overdue_a_diamond() -> None:
    root = assert_tidy(milestones_chart(STEPS, FORMATS))
    assert len(of_class(root, "gs-done")) == 1
    assert [element.tag for element in of_class(root, "gs-due")] == ["circle", "path", "circle"]


def test_beyond_thirty_the_rest_is_counted() -> None:
    many = replace(STEPS, milestones=STEPS.milestones[2:] * 34, more_label="4 more")
    root = assert_tidy(milestones_chart(many, FORMATS))
    assert len(words(root, "gs-name")) == 30
    assert "4 more" in words(root)


ANY = st.builds(
    Milestone,
    st.text(max_size=60),
    st.dates(),
    st.none() | st.dates(),
    st.text(max_size=20),
    st.sampled_from(["", "ok", "warn", "bad"]),
)


@given(st.lists(ANY, max_size=35), st.dates(), st.dates(), st.none() | st.dates())
def test_any_milestones_are_drawn_inside_the_picture(
    steps: list[Milestone], one: date, other: date, today: date | None
) -> None:
    series = MilestoneSeries("any", min(one, other), max(one, other), tuple(steps), today, "今天", "more")
    assert_tidy(milestones_chart(series, FORMATS))
