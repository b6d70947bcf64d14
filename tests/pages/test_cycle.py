from __future__ import annotations

from goalsite.pages.cycle import cycle_pages
from goalsite.pages.views import CyclePage, CyclesPage
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective, result, said

CLOSED = "status: closed\nclosed: 2026-09-28"
FILES = {
    "goals/core/team.md": "---\ntitle: Core\n---\n",
    "goals/core/2026-Q3/a.md": objective(
        "A",
        result("x", "2026-09-20", 90),
        head=f"commitment: aspirational\n{CLOSED}\noutcome: partly\nscore: 0.5\n"
        "retro: {root_cause: Too many goals, decision: modify, learned: Choose fewer}",
    ),
    "goals/2026-Q3/b.md": objective(
        "B",
        result("x", "2026-09-20", 100),
        head=f"{CLOSED}\noutcome: achieved\nretro: {{root_cause: too MANY goals}}",
    ),
    "goals/2026-Q3/open.md": objective("Open"),
    "goals/2026-Q4/a2.md": objective("A again", head="continues: [core/2026-Q3/a]"),
    "goals/2026-Q4/year.md": objective("Year", head="cycle: 2026"),
}


def cycle(name: str, files: dict[str, str] = FILES) -> CyclePage:
    pages = {frame.path: page for page, frame in cycle_pages(desk_of(files))}
    page = pages[f"cycles/{name}/"]
    assert isinstance(page, CyclePage)
    return page


def test_a_cycle_tells_what_came_of_it() -> None:
    page = cycle("2026-Q3")
    assert (page.title, page.window) == ("2026-Q3", "1 Jul – 30 Sep 2026")
    assert said(page.sentence) == [
        "It ended on 30 Sep 2026.",
        "2 of 2 key results on track.",
        "2 of 3 objectives closed.",
        "1 objective waits to be scored.",
    ]
    assert [(row.label, row.figure.text) for row in page.figures] == [
        ("Progress", "95%"),
        ("Rhythm", "8%"),
        ("Alignment", "0%"),
        ("Mean score", "0.5"),
        ("Commitments kept", "100%"),
        ("Given up", "0%"),
    ]


def test_objectives_stand_by_unit_with_outcome_and_score() -> None:
    groups = cycle("2026-Q3").groups
    assert [(group.title.text, [row.link.text for row in group.rows]) for group in groups] == [
        ("Goals", ["B", "Open"]),
        ("Core", ["A"]),
    ]
    row = groups[1].rows[0]
    assert row.state is not None
    assert row.score is not None
    assert (row.state.word, row.score.text) == ("partly", "0.5")


def test_scores_are_counted_in_three_bands() -> None:
    assert [(row.text, row.count.text) for row in cycle("2026-Q3").scores] == [
        ("0.7 and above", "1"),
        ("0.4 to 0.7", "1"),
        ("below 0.4", "0"),
    ]


def test_root_causes_are_counted_whatever_their_case() -> None:
    (row,) = cycle("2026-Q3").root_causes
    assert (row.text, row.count.text) == ("too MANY goals", "2")


def test_what_was_learnt_and_what_goes_on_is_told() -> None:
    page = cycle("2026-Q3")
    lesson = next(row for row in page.retrospectives if row.link.text == "A")
    assert [(fact.label, fact.value.text if fact.value else "") for fact in lesson.facts] == [
        ("Root cause", "Too many goals"),
        ("Decision", "modify"),
        ("Learnt", "Choose fewer"),
    ]
    (carried,) = page.carried_over
    assert (carried.old.text, carried.new.text) == ("A", "A again")
    assert carried.cycle is not None
    assert carried.cycle.text == "2026-Q4"
    assert [row.cycle.text if row.cycle else "" for row in cycle("2026-Q4").carried_in] == ["2026-Q3"]


def test_cycles_nest() -> None:
    assert cycle("2026-Q3").parent is not None
    assert [link.text for link in cycle("2026").children] == ["2026-Q3", "2026-Q4"]


def test_the_list_of_cycles_begins_with_the_newest_and_says_which_is_current() -> None:
    ((page, frame), *_) = cycle_pages(desk_of(FILES))
    assert isinstance(page, CyclesPage)
    assert frame.path == "cycles/"
    assert [row.link.text for row in page.rows] == ["2026-Q4", "2026-Q3", "2026"]
    assert [row.state.word if row.state else "" for row in page.rows] == ["current", "", ""]
    assert [(label, figure.text) for label, figure in page.rows[1].figures] == [
        ("mean score", "0.5"),
        ("commitments kept", "100%"),
    ]


def test_five_hundred_objectives_stand_on_a_page_and_the_whole_is_told_on_the_first() -> None:
    files = {f"goals/2026-Q4/{at}.md": objective(str(at), result("x")) for at in range(501)}
    pages = {frame.path: page for page, frame in cycle_pages(desk_of(files))}
    first, second = pages["cycles/2026-Q4/"], pages["cycles/2026-Q4/_/2/"]
    assert isinstance(first, CyclePage)
    assert isinstance(second, CyclePage)
    assert [len(page.groups[0].rows) for page in (first, second)] == [500, 1]
    assert said(first.sentence) == ["Week 7 of 13.", "0 of 501 key results on track."]
    assert said(second.sentence) == ["Week 7 of 13."]


def test_five_hundred_cycles_stand_in_a_list() -> None:
    declared = "".join(
        f"  - {{id: r{at}, start: {1400 + at}-01-01, end: {1400 + at}-02-01}}\n" for at in range(501)
    )
    pages = {
        frame.path: page for page, frame in cycle_pages(desk_of({"config.yaml": f"cycles:\n{declared}"}))
    }
    first, second = pages["cycles/"], pages["cycles/_/2/"]
    assert isinstance(first, CyclesPage)
    assert isinstance(second, CyclesPage)
    assert [len(page.rows) for page in (first, second)] == [500, 1]
    assert first.pager is not None


def test_without_objectives_there_is_only_the_empty_list() -> None:
    ((page, _),) = cycle_pages(desk_of({}))
    assert page == CyclesPage("Cycles", ())
