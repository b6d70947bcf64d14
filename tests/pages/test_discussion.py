"""Comments below the pages of goals."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from goalsite.pages.site import site_pages
from goalsite.render.templates import POLICY, policy
from tests.pages.desks import desk_of, one_goal

COMMENTS = "comments: {provider: giscus, repo: acme/goals, repo_id: R_1, category: Goals, category_id: C_1}\n"


def test_no_page_knows_another_host_without_comments() -> None:
    frames = [frame for _, frame in site_pages(desk_of(one_goal("")))]
    assert {frame.discussion for frame in frames} == {None}
    assert {policy(frame) for frame in frames} == {POLICY}


def test_pages_of_goals_alone_may_show_a_frame_of_that_host() -> None:
    files = one_goal("", **{"config.yaml": COMMENTS, "goals/kpis/speed.md": "---\ntitle: Speed\n---\n"})
    frames = [frame for _, frame in site_pages(desk_of(files))]
    allowed = {frame.path for frame in frames if policy(frame) != POLICY}
    assert allowed == {"goals/2026-Q4/trust/", "kpis/kpis/speed/"}
    page = next(frame for frame in frames if frame.path == "goals/2026-Q4/trust/")
    assert policy(page) == f"{POLICY}; frame-src https://giscus.app"


def test_the_comments_of_a_goal_are_found_by_its_id_in_the_reader_s_language() -> None:
    desk = desk_of(one_goal("", **{"config.yaml": COMMENTS}), language="zh")
    page = next(frame for _, frame in site_pages(desk) if frame.path == "goals/2026-Q4/trust/")
    assert page.discussion is not None
    url = urlsplit(page.discussion.url)
    asked = parse_qs(url.query)
    assert (url.netloc, url.path) == ("giscus.app", "/zh-CN/widget")
    assert asked["term"] == ["2026-Q4/trust"]
    assert asked["repo"] == ["acme/goals"]
