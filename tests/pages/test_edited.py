from __future__ import annotations

from goalsite.pages.desk import Desk
from goalsite.pages.edit_words import edit_lines
from goalsite.pages.feeds import events_of, feeds
from tests.pages.desks import all_of
from tests.pages.remembered import GOAL, NAME, MakeRepo, at, begun, desk_of, goal, spaced


def test_feeds_have_what_commits_did_beside_what_happened(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    commit = repo.commit({GOAL: goal(target=6)}, at("11-12"), author="Lin Chen")
    feed = all_of(feeds(desk_of(repo)))[0]
    assert feed.path == "feed"
    told = feed.entries[0]
    assert (told.title, told.by, told.day.isoformat()) == ("Changed: Fast builds", "Lin Chen", "2026-11-12")
    assert told.uri == f"tag:acme,2026-11-12:{NAME}#commit/{commit}"
    assert told.lines == ("Median time: target 5 → 6 min",)


def test_a_check_in_by_current_is_told_once(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(current=11)}, at("11-12"))
    desk = desk_of(repo)
    assert [event.key for event in events_of(desk, desk.objectives[NAME]) if event.day.month == 11] == [
        "checkin"
    ]


def test_what_closing_a_goal_says_is_told_once(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    closed = "status: closed\nclosed: 2026-11-14\noutcome: partly\nscore: 0.6\n"
    repo.commit({GOAL: goal(head=closed)}, at("11-14"))
    desk = desk_of(repo)
    assert [event.key for event in events_of(desk, desk.objectives[NAME]) if event.day.month == 11] == [
        "closed"
    ]


def test_a_pause_before_the_close_is_told(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(head="status: paused\n")}, at("11-10"))
    repo.commit({GOAL: goal(head="status: closed\nclosed: 2026-11-14\n")}, at("11-14"))
    desk = desk_of(repo)
    days = [
        event.day.day for event in events_of(desk, desk.objectives[NAME]) if event.key.startswith("commit")
    ]
    assert 10 in days


def test_the_feed_of_a_goal_has_its_commits(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.write({"config.yaml": "site_name: Acme\ntimezone: UTC\noutputs: {goal_feeds: true}\n"})
    feed = next(one for one in all_of(feeds(desk_of(repo))) if one.path.startswith("goals/"))
    assert "New: Fast builds" in [entry.title for entry in feed.entries]


def test_a_commit_that_changes_many_goals_at_once_leaves_room_in_the_feeds_of_site_and_units(
    git_repo: MakeRepo,
) -> None:
    repo = begun(git_repo)
    many = {f"goals/2026-Q4/g{n}.md": f"---\ntitle: Goal {n}\ntags: [swept]\n---\n" for n in range(21)}
    repo.commit(many, at("11-12"))
    found = {feed.path: feed for feed in all_of(feeds(desk_of(repo)))}
    assert "2026-11-12" not in {entry.day.isoformat() for entry in found["feed"].entries}
    assert len([entry for entry in found["tags/swept/_/feed"].entries if entry.day.month == 11]) == 21


def test_what_one_day_brought_is_told_newest_first(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    commits = [repo.commit({GOAL: goal(target=target)}, at("11-12")) for target in (6, 7, 8, 9)]
    desk = desk_of(repo)
    keys = [event.key for event in events_of(desk, desk.objectives[NAME]) if event.day.day == 12]
    assert keys == [f"commit/{commit}" for commit in reversed(commits)]


def told(desk: Desk) -> list[tuple[str, ...]]:
    """What is told of the goal's commits, newest first, with plain spaces."""
    return [tuple(map(spaced, edit_lines(desk, event))) for event in desk.edited[NAME]]


def test_a_first_closing_and_a_score_that_was_corrected_are_told(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    closed = "status: closed\nclosed: 2026-11-{}\noutcome: partly\nscore: {}\n"
    repo.commit({GOAL: goal(head=closed.format(10, 0.4))}, at("11-10"))
    repo.commit({GOAL: goal()}, at("11-11"))
    repo.commit({GOAL: goal(head=closed.format(12, 0.6))}, at("11-12"))
    repo.commit({GOAL: goal(head=closed.format(12, 0.7))}, at("11-13"))
    corrected, again, opened, first, _ = told(desk_of(repo))
    assert (corrected, again) == (("score 0.6 → 0.7",), ("score now 0.6",))
    assert opened[0] == "state closed → active"
    assert first[0] == "state active → closed"


def test_that_a_key_result_said_nothing_for_a_time_is_told(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(current=11)}, at("11-10"))
    repo.commit({GOAL: goal(current=11).replace("    current: 11\n", "")}, at("11-11"))
    repo.commit({GOAL: goal(current=9)}, at("11-12"))
    assert told(desk_of(repo))[0] == ("Median time: current 11 min taken out",)
