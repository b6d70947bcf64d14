"""Which feeds there are."""

from __future__ import annotations

from goalsite.pages.feeds import feeds
from tests.pages.desks import all_of, desk_of
from tests.pages.goal_files import objective, result

CHECKED = result("a", "2026-11-09", 10)
FILES = {
    "goals/team.md": "---\ntitle: Acme\n---\n",
    "goals/tech/team.md": "---\ntitle: Tech\nmembers: [idle]\n---\n",
    "goals/quiet/team.md": "---\ntitle: Quiet\n---\n",
    "goals/people/ada.md": "---\nname: Ada Example\n---\n",
    "goals/tech/2026-Q4/runners.md": objective("Runners", CHECKED, head="owner: ada\ntags: [CI, ci]"),
    "goals/2026-Q4/win.md": objective("Win", CHECKED, head="tags: [ci]"),
    "goals/2027-Q1/next.md": objective("Next", head="owner: lin\ntags: [later]"),
}


def test_site_units_people_and_tags_have_one_as_soon_as_something_happened() -> None:
    found = {feed.path: feed.title for feed in all_of(feeds(desk_of(FILES)))}
    assert found == {
        "feed": "Goals",
        "teams/tech/_/feed": "Tech · Goals",
        "people/ada/_/feed": "Ada Example · Goals",
        "tags/ci/_/feed": "CI · Goals",
    }


def test_all_writings_of_a_tag_have_one_feed_with_each_event_once() -> None:
    feed = {one.path: one for one in all_of(feeds(desk_of(FILES)))}["tags/ci/_/feed"]
    titles = [one.title for one in feed.entries]
    assert titles == ["Check-in: Win", "Check-in: Runners", "Begins: Win", "Begins: Runners"]


def test_goals_have_one_where_the_configuration_says_so() -> None:
    wanted = FILES | {"config.yaml": "outputs: {feeds: false, goal_feeds: true}\n"}
    assert [feed.path for feed in all_of(feeds(desk_of(wanted)))] == [
        "goals/2026-Q4/win/_/feed",
        "goals/tech/2026-Q4/runners/_/feed",
    ]


def test_what_was_told_once_is_told_the_same_on_a_later_day() -> None:
    first, later = (
        {one.uri: one for feed in all_of(feeds(desk_of(FILES, day))) for one in feed.entries}
        for day in ("2026-11-16", "2026-12-20")
    )
    assert first.items() <= later.items()
