from __future__ import annotations

from goalsite.pages.changes import changes_link, changes_pages
from goalsite.pages.desk import Desk
from goalsite.pages.history_views import ChangesPage, Period
from tests.pages.desks import desk_of as desk_without_git
from tests.pages.desks import one_goal, told
from tests.pages.remembered import FILES, GOAL, MakeRepo, at, begun, desk_of, goal

OTHER = "goals/2026-Q4/other.md"


def pages(desk: Desk) -> dict[str, ChangesPage]:
    return {frame.path: page for page, frame in changes_pages(desk)}


def shown(period: Period) -> list[str]:
    return [
        " · ".join(filter(None, (day.date, one.goal.text, row.what, *row.lines)))
        for day in period.days
        for one in day.goals
        for row in one.rows
    ]


def test_this_week_stands_before_the_rest_of_the_cycle_and_earlier_months_are_linked(
    git_repo: MakeRepo,
) -> None:
    repo = git_repo()
    repo.commit({**FILES, GOAL: goal()}, at("09-20"))
    repo.commit({GOAL: goal(weight=2)}, at("10-09"))
    repo.commit({GOAL: goal(weight=3)}, at("11-12"))
    page = pages(desk_of(repo))["changes/"]
    assert [(one.title, one.note) for one in page.periods] == [
        ("This week", "11 Nov – 17 Nov 2026"),
        ("Before that in 2026-Q4", "from 1 Oct 2026 on"),
    ]
    assert shown(page.periods[0]) == ["12 Nov 2026 · Fast builds · Median time: weight 2 → 3"]
    assert shown(page.periods[1]) == ["9 Oct 2026 · Fast builds · Median time: weight 1 → 2"]
    assert [(link.text, link.href) for link in page.earlier] == [("2026-09", "changes/_/2026-09/")]


def test_a_month_before_the_cycle_has_a_page_of_its_own_and_none_is_without_a_link(
    git_repo: MakeRepo,
) -> None:
    repo = git_repo()
    repo.commit({**FILES, GOAL: goal()}, at("09-20"))
    repo.commit({GOAL: goal(weight=2)}, at("10-09"))
    found = pages(desk_of(repo))
    month = found["changes/_/2026-09/"]
    assert month.title == "What changed in 2026-09"
    assert shown(month.periods[0]) == ["20 Sep 2026 · Fast builds · New"]
    linked = {link.href for page in found.values() for link in page.earlier}
    assert linked == {path for path in found if path.endswith(("-09/", "-10/"))}


def test_check_ins_of_this_week_stand_among_the_edits(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(current=11)}, at("11-12"))
    page = pages(desk_of(repo))["changes/"]
    assert shown(page.periods[0]) == [
        "12 Nov 2026 · Fast builds · Check-in · Median time: 14 min → 11 min · progress 0% → 33%"
    ]


def test_no_progress_is_told_of_values_on_two_scales(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(target=6)}, at("11-11"))
    repo.commit({GOAL: goal(target=6, current=11)}, at("11-12"))
    assert "Median time: 14 min → 11 min\n" in told(pages(desk_of(repo))["changes/"]) + "\n"


def test_a_goal_that_was_taken_out_is_told_without_a_link(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({OTHER: goal(title="Other")}, at("11-10"))
    repo.commit({OTHER: None}, at("11-12"))
    page = pages(desk_of(repo))["changes/"]
    (gone,) = page.periods[0].days[0].goals
    assert (gone.goal.text, gone.goal.href, gone.rows[0].what) == ("Other", "", "Taken out")


def test_a_unit_has_what_changed_in_it_and_below(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({OTHER: goal(title="Other")}, at("11-12"))
    found = pages(desk_of(repo))
    assert "Other" in told(found["changes/"])
    unit = found["teams/platform/_/changes/"]
    assert unit.title == "Platform: what changed"
    assert "Other" not in told(unit)
    assert shown(unit.periods[0]) == ["1 Oct 2026 · Fast builds · New"]


def test_a_unit_in_which_nothing_changed_has_its_page(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({"goals/design/team.md": "---\ntitle: Design\n---\n"}, at("11-12"))
    assert pages(desk_of(repo))["teams/design/_/changes/"].periods == ()


def test_without_git_the_page_says_why_it_is_empty_and_nothing_links_it() -> None:
    desk = desk_without_git(one_goal("title: Trust"))
    found = pages(desk)
    assert list(found) == ["changes/"]
    assert found["changes/"].intro.startswith("This folder has no git history")
    assert changes_link(desk) is None


def test_more_than_500_changes_are_cut_into_pages(git_repo: MakeRepo) -> None:
    repo = git_repo()
    many = {f"goals/2026-Q4/g{n}.md": f"---\ntitle: Goal {n}\n---\n" for n in range(501)}
    repo.commit({**FILES, **many}, at("11-12"))
    found = pages(desk_of(repo))
    assert len(shown(found["changes/"].periods[0])) == 500
    assert len(shown(found["changes/_/2/"].periods[0])) == 1
