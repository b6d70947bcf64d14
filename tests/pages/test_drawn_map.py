from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from goalsite.graph.edges import EDGE_TYPES
from goalsite.pages.drawn_map import draw_map, edge_sample
from goalsite.pages.forest import plant
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective


def test_further_edges_between_what_is_drawn_are_drawn_too() -> None:
    files = {
        "goals/2026-Q4/a.md": objective("A & <B>", head="supports: [b, c]"),
        "goals/2026-Q4/b.md": objective("B", head="improves: [k]"),
        "goals/2026-Q4/c.md": objective("C"),
        "goals/kpis/k.md": kpi("K", ""),
    }
    desk = desk_of(files)
    forest = plant(desk, {*desk.objectives, *desk.kpis})
    names = "kpis/k", "2026-Q4/b", "2026-Q4/a", "2026-Q4/c"
    drawing, kinds = draw_map(desk, names, forest.parents.values())
    assert drawing is not None
    assert kinds == ("improves", "supports")
    assert len(fromstring(drawing.markup).findall(".//a")) == 4
    assert len(fromstring(drawing.markup).findall(".//path[@class='gs-edge gs-edge-supports gs-extra']")) == 1


def test_of_nothing_there_is_no_drawing() -> None:
    desk = desk_of({})
    assert draw_map(desk, (), ()) == (None, ())


@pytest.mark.parametrize("kind", EDGE_TYPES)
def test_every_kind_of_edge_has_a_sample_of_its_line(kind: str) -> None:
    assert f"gs-edge-{kind.replace('_', '-')}" in edge_sample(kind).markup
