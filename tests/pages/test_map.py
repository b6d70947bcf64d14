from __future__ import annotations

import re
from collections.abc import Iterator

from goalsite.pages.map import map_pages
from goalsite.pages.sections import TreeNode
from goalsite.pages.views import MapPage
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective


def pages_of(files: dict[str, str]) -> list[MapPage]:
    return [page for page, _ in map_pages(desk_of(files))]


def nodes(tree: tuple[TreeNode, ...]) -> Iterator[TreeNode]:
    for node in tree:
        yield node
        yield from nodes(node.children)


def child(name: str, parent: str) -> str:
    return objective(name, head=f"id: {name}\nsupports: [{parent}]")


def test_goals_hang_below_what_they_serve_and_tell_by_which_edge() -> None:
    (page,) = pages_of(
        {
            "goals/2026-Q4/top.md": objective("Top", head="id: top"),
            "goals/2026-Q4/a.md": child("a", "top"),
            "goals/2026-Q4/b.md": objective("b", head="id: b\ncontributes: [{to: a}]"),
            "goals/2026-Q4/c.md": objective("c", head="id: c"),
        }
    )
    (root,) = page.tree
    assert (root.link.text, root.edge) == ("Top", "")
    assert [(node.link.text, node.edge) for node in nodes(root.children)] == [
        ("a", "supports"),
        ("b", "counts towards"),
    ]
    assert [link.text for link in page.alone] == ["c"]
    assert [clause.text for clause in page.sentence] == ["3 goals hang together.", "1 stands alone."]
    assert [(kind.kind, kind.word) for kind in page.kinds] == [
        ("contributes", "counts towards"),
        ("supports", "supports"),
    ]


def test_the_drawing_links_to_each_goal_from_the_maps_own_place() -> None:
    (page,) = pages_of(
        {"goals/2026-Q4/top.md": objective("T", head="id: top"), "goals/2026-Q4/a.md": child("a", "top")}
    )
    assert page.graph is not None
    assert set(re.findall('href="([^"]+)"', page.graph.markup)) == {"../goals/a/", "../goals/top/"}


def test_goals_of_cycles_that_are_over_are_left_to_their_cycle() -> None:
    (page,) = pages_of({"goals/2026-Q3/old.md": objective("Old"), "goals/2026-Q4/new.md": objective("New")})
    assert [link.text for link in page.alone] == ["New"]


def test_no_page_holds_more_than_five_hundred_goals_and_none_is_lost() -> None:
    files = {"goals/2026-Q4/top.md": objective("top", head="id: top")}
    files |= {f"goals/2026-Q4/g{at:04}.md": child(f"g{at:04}", "top") for at in range(1600)}
    files |= {f"goals/2026-Q4/s{at:04}.md": objective(f"s{at:04}") for at in range(501)}
    pages = pages_of(files)
    shown = [[node.link.text for node in nodes(page.tree)] for page in pages]
    assert all(len(names) <= 500 and len(page.alone) <= 500 for names, page in zip(shown, pages, strict=True))
    assert sum(len(page.alone) for page in pages) == 501
    assert len({name for names in shown for name in names}) == 1601
    assert pages[0].sentence[-1].text == "Drawn are the 80 nearest to strategy; the list has all."


def test_a_deep_chain_goes_on_as_further_trees_that_name_what_they_serve() -> None:
    files = {"goals/2026-Q4/g000.md": objective("g000", head="id: g000")}
    files |= {f"goals/2026-Q4/g{at:03}.md": child(f"g{at:03}", f"g{at - 1:03}") for at in range(1, 20)}
    (page,) = pages_of(files)
    assert [node.link.text for node in nodes(page.tree)] == [f"g{at:03}" for at in range(20)]
    assert [(node.link.text, node.edge) for node in page.tree[:2]] == [
        ("g000", ""),
        ("g006", "supports g005"),
    ]


def test_an_empty_site_has_an_empty_map() -> None:
    (page,) = pages_of({})
    assert (page.sentence, page.graph, page.kinds, page.tree, page.alone) == ((), None, (), (), ())


def test_the_map_of_up_to_1500_goals_is_drawn_whole_and_names_the_file_of_its_goals() -> None:
    files = {"goals/2026-Q4/top.md": objective("top", head="id: top")}
    files |= {f"goals/2026-Q4/g{at:04}.md": child(f"g{at:04}", "top") for at in range(200)}
    (page,) = pages_of(files)
    assert page.graph is not None
    assert page.graph.markup.count("<a ") == 201
    assert page.whole is not None
    assert (page.whole.files, page.whole.is_large) == (("map/_/goals-1.json",), False)
    assert [sign.word for sign in page.whole.signs] == [
        "bottom-up",
        "top-down",
        "negotiated",
        "across the organisation",
        "exposed",
    ]
