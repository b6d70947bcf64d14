from __future__ import annotations

from goalsite.pages.people import people_pages
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective


def test_people_stand_from_a_to_z_chinese_names_by_pinyin() -> None:
    files = {
        "goals/team.md": "---\ntitle: All\nlead: zoe\n---\n",
        "goals/people/zs.md": "---\nname: 张三\n---\n",
        "goals/people/al.md": "---\nname: 阿莲\n---\n",
        "goals/2026-Q4/a.md": objective("A", head="owner: bob"),
    }
    ((page, frame),) = people_pages(desk_of(files, language="zh"))
    assert frame.path == "people/"
    assert [(group.letter, [row.link.text for row in group.rows]) for group in page.groups] == [
        ("A", ["阿莲"]),
        ("B", ["bob"]),
        ("Z", ["zoe", "张三"]),
    ]


def test_a_person_is_told_with_the_unit_they_are_in() -> None:
    files = {"goals/core/team.md": "---\ntitle: Core\nlead: ada\nmembers: [lin]\n---\n"}
    files["goals/2026-Q4/a.md"] = objective("A", head="owner: guest")
    ((page, _),) = people_pages(desk_of(files))
    rows = [row for group in page.groups for row in group.rows]
    assert [(row.link.text, row.role, row.unit.text if row.unit else "") for row in rows] == [
        ("ada", "lead", "Core"),
        ("guest", "", ""),
        ("lin", "", "Core"),
    ]


def test_five_hundred_people_stand_on_a_page() -> None:
    members = ", ".join(f"p{at:04}" for at in range(501))
    pages = list(people_pages(desk_of({"goals/team.md": f"---\nmembers: [{members}]\n---\n"})))
    assert [frame.path for _, frame in pages] == ["people/", "people/_/2/"]
    assert [sum(len(group.rows) for group in page.groups) for page, _ in pages] == [500, 1]


def test_where_nobody_is_named_the_list_is_empty() -> None:
    ((page, _),) = people_pages(desk_of({}))
    assert page.groups == ()
