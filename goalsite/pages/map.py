"""The map: how goals hang together, drawn from strategy down, and the same as a list."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from goalsite.language.glossary import TERMS
from goalsite.pages.desk import Desk
from goalsite.pages.drawn_map import draw_map, drawn_first, edge_sample, exposed_sample, way_sample
from goalsite.pages.edges import standing
from goalsite.pages.elements import Figure, Link, site_href
from goalsite.pages.forest import Forest, plant_lasting
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.links import goal_link
from goalsite.pages.map_view import GOALS_A_FILE, MapSign, WholeMap, goals_file
from goalsite.pages.paging import MOST, pager, part_path, parts
from goalsite.pages.sections import EdgeKind, TreeNode
from goalsite.pages.states import steps
from goalsite.pages.views import MapPage

_PATH = "map/"
_DEEPEST = 6
_TERMS = {"cascades_from": "cascade", "depends_on": "depends-on"}


def map_pages(desk: Desk) -> Iterator[tuple[MapPage, Frame]]:
    """The map, its list 500 goals to a page; the drawing stands on the first."""
    forest = plant_lasting(desk)
    trees = list(_pages_of_trees(desk, forest)) or [()]
    alone = parts(forest.alone)
    count = max(len(trees), len(alone))
    drawn = drawn_first(forest)
    drawing, kinds = draw_map(desk, forest, drawn)
    for number in range(1, count + 1):
        page = MapPage(
            title=desk.language.text("Map"),
            sentence=_sentence(desk, forest, len(drawn)),
            graph=drawing if number == 1 else None,
            kinds=tuple(_kind(desk, kind) for kind in kinds) if number == 1 else (),
            whole=_whole(desk, len(drawn) < _tied(forest)) if number == 1 and drawing is not None else None,
            tree=trees[number - 1] if number <= len(trees) else (),
            alone=tuple(goal_link(desk, name) for name in alone[number - 1]) if number <= len(alone) else (),
            pager=pager(desk.language, _PATH, number, count),
            steps=steps(desk, _PATH) if number == 1 else None,
        )
        yield page, frame(desk, part_path(_PATH, number), page.title, _PATH)


def _tied(forest: Forest) -> int:
    return len(forest.parents) + len(forest.roots)


def _whole(desk: Desk, is_large: bool) -> WholeMap:
    """Where the script finds all goals, those of past cycles, too, and what its signs mean."""
    count = len(desk.objectives) + len(desk.kpis)
    files = range(1, -(-count // GOALS_A_FILE) + 1)
    return WholeMap(
        files=tuple(site_href(goals_file(number)) for number in files),
        goals=desk.language.plural("%(n)s goal", "%(n)s goals", count),
        is_large=is_large,
        signs=_signs(desk),
    )


def _signs(desk: Desk) -> tuple[MapSign, ...]:
    text, word = desk.language.text, desk.language.word
    exposed = word("status", "exposed")
    return (
        MapSign(way_sample("up"), *word("origin", "bottom-up")),
        MapSign(way_sample("down"), *word("origin", "top-down")),
        MapSign(way_sample("both"), *word("origin", "negotiated")),
        MapSign(
            way_sample("", across=True),
            text("across the organisation"),
            text("It leads to a unit that is neither its own nor above or below it."),
        ),
        MapSign(exposed_sample(), *exposed),
    )


def _sentence(desk: Desk, forest: Forest, drawn: int) -> tuple[Figure, ...]:
    plural = desk.language.plural
    tied = _tied(forest)
    clauses = []
    if tied:
        clause = plural("%(n)s goal hangs together with others.", "%(n)s goals hang together.", tied)
        clauses.append(Figure(clause, term="alignment"))
    if forest.alone:
        clause = plural("%(n)s stands alone.", "%(n)s stand alone.", len(forest.alone))
        clauses.append(Figure(clause, term="supports"))
    if drawn < tied:
        text = desk.language.text(
            "Drawn are the %(n)s nearest to strategy; the list has all.", n=desk.language.number(drawn)
        )
        clauses.append(Figure(text))
    return tuple(clauses)


def _kind(desk: Desk, kind: str) -> EdgeKind:
    """A kind of edge with a sample of its line and what the glossary says of it."""
    before, after = desk.language.edge(kind, True)
    name = _TERMS.get(kind, kind)
    meaning = next((term.text for term in TERMS if term.id == name), "")
    return EdgeKind(
        kind,
        " … ".join(part for part in (before, after) if part),
        desk.language.text(meaning) if meaning else "",
        edge_sample(kind),
    )


def _pages_of_trees(desk: Desk, forest: Forest) -> Iterator[tuple[TreeNode, ...]]:
    """The trees in order, 500 goals to a page; what is too deep or too much goes on as a tree of its own."""
    waiting = deque(forest.roots)
    page: list[TreeNode] = []
    room = MOST
    while waiting:
        node, used, cut = _node(desk, forest, waiting.popleft(), _DEEPEST, MOST)
        waiting.extend(cut)
        if used > room:
            yield tuple(page)
            page, room = [], MOST
        page.append(node)
        room -= used
    if page:
        yield tuple(page)


def _node(
    desk: Desk, forest: Forest, name: str, levels: int, room: int
) -> tuple[TreeNode, int, tuple[str, ...]]:
    """A goal with those below it, `levels` deep and at most `room`; how many they are; which are left out."""
    used, children = 1, []
    below = forest.children.get(name, ())
    left_out: list[str] = []
    for child in below:
        if levels == 1 or used >= room:
            left_out.append(child)
            continue
        node, more, cut = _node(desk, forest, child, levels - 1, room - used)
        children.append(node)
        used += more
        left_out += cut
    hidden = len(below) - len(children)
    link = goal_link(desk, name)
    more_below = desk.language.plural("%(n)s more goal", "%(n)s more goals", hidden)
    node = TreeNode(
        link=link,
        status=standing(desk, name),
        edge=_hangs(desk, forest, name, whole=levels == _DEEPEST),
        kind="kpi" if name in desk.kpis else "objective",
        children=tuple(children),
        more=Link(more_below, link.href) if hidden else None,
    )
    return node, used, tuple(left_out)


def _hangs(desk: Desk, forest: Forest, name: str, *, whole: bool) -> str:
    """How a goal hangs below another, which is named where it does not stand above it."""
    edge = forest.parents.get(name)
    if edge is None:
        return ""
    before, after = desk.language.edge(edge.type, True)
    return " ".join(
        part for part in (before, goal_link(desk, edge.target).text if whole else "", after) if part
    )
