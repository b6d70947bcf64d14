"""Tags: what is one tag, and where its page lies."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goalsite.core.names import fault_in_id, folded
from goalsite.output.artifact import objection
from goalsite.pages.tags import tag_count, tag_links, tag_path, tags_in_use
from tests.authored import goal
from tests.pages.desks import desk_of


@pytest.mark.parametrize(
    ("tag", "path"),
    [
        ("ci", "tags/ci/"),
        (" CI ", "tags/ci/"),
        ("ＣＩ", "tags/ci/"),
        ("中文", "tags/中文/"),
        ("a b", "tags/a-b-c8687a08aa5d6ed2/"),
        ("c++", "tags/c-cedb1bac7efcd7db/"),
        ("C#", "tags/c-951a4d36e0a9018b/"),
        ("../../etc", "tags/etc-74ccf3c5b4c19a81/"),
        ("con", "tags/con-1143da2bc54c495c/"),
    ],
)
def test_a_tag_that_can_be_a_folder_is_one_and_others_have_a_hash(tag: str, path: str) -> None:
    assert tag_path(tag) == path


def test_no_tag_can_be_written_so_that_it_takes_the_place_of_another() -> None:
    taken = tag_path("c++").removeprefix("tags/").removesuffix("/")
    assert tag_path(taken) != tag_path("c++")


@given(st.text())
@example("\ud800")
@example("a" * 300)
@example("a/_/feed.xml")
def test_every_text_has_a_folder_of_its_own_below_tags(tag: str) -> None:
    path = tag_path(tag)
    name = path.removeprefix("tags/").removesuffix("/")
    assert "/" not in name
    assert fault_in_id(name) == ""
    assert objection(f"{path}index.html") == ""
    assert folded(name) == name


@given(st.text(), st.text())
def test_only_tags_that_differ_in_case_and_width_share_a_page(one: str, other: str) -> None:
    if tag_path(one) == tag_path(other):
        assert [link.href for link in tag_links((one, other))] == [link.href for link in tag_links((one,))]


def test_a_tag_is_called_as_it_is_written_most_often() -> None:
    desk = desk_of(
        {
            "goals/2026-Q4/a.md": goal("tags: [CI, speed]"),
            "goals/2026-Q4/b.md": goal("tags: [ci]"),
            "goals/kpis/k.md": goal("tags: [ci, CI]"),
        }
    )
    found = tags_in_use(desk).values()
    assert [(tag.name, tag.path, tag.goals) for tag in found] == [
        ("ci", "tags/ci/", ("2026-Q4/a", "2026-Q4/b", "kpis/k")),
        ("speed", "tags/speed/", ("2026-Q4/a",)),
    ]
    assert [tag_count(desk, tag) for tag in found] == ["3 goals", "1 goal"]


def test_tags_stand_from_a_to_z_chinese_ones_by_pinyin() -> None:
    desk = desk_of({"goals/2026-Q4/a.md": goal("tags: [zebra, 速度, mist]")})
    assert [tag.name for tag in tags_in_use(desk).values()] == ["mist", "速度", "zebra"]
