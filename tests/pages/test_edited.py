from __future__ import annotations

from goalsite.pages.feeds import events_of, goal_feeds, shared_feeds
from tests.pages.remembered import GOAL, NAME, MakeRepo, at, begun, desk_of, goal


def test_feeds_have_what_commits_did_beside_what_happened(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    commit = repo.commit({GOAL: goal(target=6)}, at("11-12"), author="Lin Chen")
    feed = next(shared_feeds(desk_of(repo)))
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
    (feed,) = goal_feeds(desk_of(repo))
    assert "New: Fast builds" in [entry.title for entry in feed.entries]


def test_a_commit_that_changes_many_goals_at_once_leaves_room_in_the_feeds_of_site_and_units(
    git_repo: MakeRepo,
) -> None:
    repo = begun(git_repo)
    many = {f"goals/2026-Q4/g{n}.md": f"---\ntitle: Goal {n}\ntags: [swept]\n---\n" for n in range(21)}
    repo.commit(many, at("11-12"))
    feeds = {feed.path: feed for feed in shared_feeds(desk_of(repo))}
    assert "2026-11-12" not in {entry.day.isoformat() for entry in feeds["feed"].entries}
    assert len([entry for entry in feeds["tags/swept/_/feed"].entries if entry.day.month == 11]) == 21
