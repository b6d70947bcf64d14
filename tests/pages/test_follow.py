"""How one follows a page from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from goalsite.exchange.following import badge_files, calendar_files, feed_files
from goalsite.pages.frame import Follow
from goalsite.pages.site import site_pages
from tests.pages.desks import all_of, desk_of
from tests.pages.goal_files import kpi, objective, result

CHECKED = result("a", "2026-11-09", 10)
AT = "site_url: https://example.org/x/\n"
FILES = {
    "goals/team.md": "---\ntitle: Acme\n---\n",
    "goals/tech/team.md": "---\ntitle: Tech\n---\n",
    "goals/quiet/team.md": "---\ntitle: Quiet\n---\n",
    "goals/tech/2026-Q4/runners.md": objective("Runners [fast]", CHECKED, head="owner: ada\ntags: [ci]"),
    "goals/people/ada/2026-Q4/learn.md": objective("Learn", CHECKED),
    "goals/tech/kpis/up.md": kpi("Up", "owner: sam"),
}


def follows(files: Mapping[str, str] = FILES, config: str = AT) -> dict[str, Follow]:
    """How one follows each page, by its path."""
    desk = desk_of({**files, "config.yaml": config})
    return {frame.path: frame.follow for _, frame in site_pages(desk) if frame.follow is not None}


def hrefs(follow: Follow) -> list[str]:
    """Where its feeds and its calendar are."""
    return [link.href for link in (*follow.feeds, *((follow.calendar,) if follow.calendar else ()))]


def test_pages_of_site_units_people_and_tags_link_their_own_feeds_and_calendars() -> None:
    found = follows()
    assert hrefs(found[""]) == hrefs(found["teams/"]) == ["feed.xml", "feed.json", "calendar.ics"]
    assert hrefs(found["teams/tech/"]) == [
        "teams/tech/_/feed.xml",
        "teams/tech/_/feed.json",
        "teams/tech/_/calendar.ics",
    ]
    assert hrefs(found["people/ada/"])[0] == "people/ada/_/feed.xml"
    assert hrefs(found["tags/ci/"]) == ["tags/ci/_/feed.xml", "tags/ci/_/feed.json"]
    assert hrefs(found["teams/quiet/"]) == hrefs(found["people/sam/"]) == []


def test_a_tag_has_no_feed_because_of_another_tag_that_one_of_its_goals_has_too() -> None:
    planned = objective("Next", head="tags: [later, ci]")
    found = follows({**FILES, "goals/2027-Q1/next.md": planned})
    assert hrefs(found["tags/later/"]) == []
    assert hrefs(found["tags/ci/"]) == ["tags/ci/_/feed.xml", "tags/ci/_/feed.json"]


def test_a_goal_is_followed_with_its_unit_or_person_unless_it_has_a_feed_of_its_own() -> None:
    found = follows()
    assert found["goals/tech/2026-Q4/runners/"].of == "Tech"
    assert hrefs(found["goals/tech/2026-Q4/runners/"]) == hrefs(found["teams/tech/"])
    assert found["goals/people/ada/2026-Q4/learn/"].of == "ada"
    own = follows(config=AT + "outputs: {goal_feeds: true}\n")["goals/tech/2026-Q4/runners/"]
    assert (own.of, hrefs(own)[0]) == ("", "goals/tech/2026-Q4/runners/_/feed.xml")


@pytest.mark.parametrize("outputs", ["{}", "{goal_feeds: true}", "{feeds: false}", "{calendars: false}"])
def test_every_linked_feed_and_calendar_is_published(outputs: str) -> None:
    config = f"{AT}outputs: {outputs}\n"
    desk = desk_of({**FILES, "config.yaml": config})
    published = {path for make in (feed_files, calendar_files, badge_files) for path, _ in all_of(make(desk))}
    linked = {href for follow in follows(config=config).values() for href in hrefs(follow)}
    assert linked <= published


def test_what_is_pasted_elsewhere_is_absolute() -> None:
    found = follows(config=AT + "outputs: {cards: true}\n")["goals/tech/2026-Q4/runners/"]
    base = "https://example.org/x/goals/tech/2026-Q4/runners/"
    assert found.badge == f"[![Runners fast]({base}_/badge.svg)]({base})"
    assert found.card.startswith(f'<iframe src="{base}_/card/" title="Runners [fast]"')
    assert found.mail is not None
    assert found.mail.href == (
        "mailto:?subject=Runners%20%5Bfast%5D&body=https%3A%2F%2Fexample.org%2Fx%2Fgoals%2Ftech%2F2026-Q4%2Frunners%2F"
    )


def test_without_an_address_nothing_is_offered_that_needs_one() -> None:
    found = follows(config="outputs: {cards: true}\n")["goals/tech/2026-Q4/runners/"]
    assert (found.badge, found.card, found.mail) == ("", "", None)
    assert hrefs(found) != []


def test_an_embedded_title_cannot_leave_its_attribute() -> None:
    files = {"goals/2026-Q4/evil.md": "---\ntitle: '\"><script>x</script>'\n---\n"}
    card = follows(files, AT + "outputs: {cards: true}\n")["goals/2026-Q4/evil/"].card
    assert 'title="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"' in card


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("", ""),
        ("repo_url: https://git.example.org/acme\n", ""),
        (
            "repo_url: https://github.com/acme/goals/\n",
            "https://github.com/acme/goals/issues/new?title=Runners%20%5Bfast%5D&body=goals%2Ftech%2F2026-Q4%2Frunners.md",
        ),
        (
            "repo_url: https://gitlab.com/acme/goals\n",
            (
                "https://gitlab.com/acme/goals/-/issues/new?issue[title]=Runners%20%5Bfast%5D"
                "&issue[description]=goals%2Ftech%2F2026-Q4%2Frunners.md"
            ),
        ),
        (
            "repo_url: https://github.com/acme/goals\ndiscussion: 'https://chat.example.org/new?about={title}'\n",
            "https://chat.example.org/new?about=Runners%20%5Bfast%5D",
        ),
    ],
)
def test_a_goal_is_discussed_where_the_configuration_says(config: str, expected: str) -> None:
    link = follows(config=config)["goals/tech/2026-Q4/runners/"].discuss
    assert (link.href if link else "") == expected


def test_a_goal_that_names_its_discussion_is_discussed_there() -> None:
    head = "links: {Discussion: 'https://example.org/thread/7'}"
    files = {"goals/2026-Q4/win.md": objective("Win", CHECKED, head=head)}
    link = follows(files, "repo_url: https://github.com/a/b\n")["goals/2026-Q4/win/"].discuss
    assert link is not None
    assert link.href == "https://example.org/thread/7"
