"""The map: how goals hang together, drawn from strategy down, and the same as a list."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from goalsite.graph.edges import Edge
from goalsite.language.glossary import TERMS
from goalsite.pages.desk import Desk, once
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


class Branch(NamedTuple):
    """A goal in the list, with those below it; `hidden` are how many more there are. `edge` is the kind of
    that by which it hangs below the goal `above`, empty where it hangs nowhere."""

    name: str
    edge: str
    above: str
    children: tuple[Branch, ...]
    hidden: int


class Sizes(NamedTuple):
    """How many goals there are, also in past cycles; of those in cycles that last how many hang together and
    stand alone, and how many of them are drawn."""

    goals: int
    tied: int
    alone: int
    drawn: int


class Part(NamedTuple):
    """What stands on one of so many `pages`; on the first also what is drawn: goals, each with the kind of
    the edge by which it hangs, and below which."""

    trees: tuple[Branch, ...]
    alone: tuple[str, ...]
    drawn: tuple[tuple[str, str, str], ...]
    sizes: Sizes
    pages: int


def map_pages(desk: Desk, chosen: Sequence[int] | None = None) -> Iterator[tuple[MapPage, Frame]]:
    """The map, its list 500 goals to a page; the drawing stands on the first. Or the chosen ones of these
    pages."""
    laid = map_laid(desk)
    for number in laid if chosen is None else chosen:
        yield _page(desk, number, laid[number])


def map_place(number: int) -> str:
    """Where such a page lies."""
    return part_path(_PATH, number)


@once
def map_laid(desk: Desk) -> dict[int, Part]:
    """What stands on which page of the map."""
    forest = plant_lasting(desk)
    trees = list(_pages_of_trees(forest))
    alone = parts(forest.alone)
    drawn = tuple((name, *_hung(forest, name)) for name in drawn_first(forest))
    tied = len(forest.parents) + len(forest.roots)
    sizes = Sizes(len(desk.objectives) + len(desk.kpis), tied, len(forest.alone), len(drawn))
    count = max(len(trees), len(alone))
    return {
        number: Part(
            trees[number - 1] if number <= len(trees) else (),
            alone[number - 1] if number <= len(alone) else (),
            drawn if number == 1 else (),
            sizes,
            count,
        )
        for number in range(1, count + 1)
    }


def _page(desk: Desk, number: int, part: Part) -> tuple[MapPage, Frame]:
    hung = [Edge(kind, name, above) for name, kind, above in part.drawn if kind]
    drawing, kinds = draw_map(desk, [name for name, *_ in part.drawn], hung)
    sizes = part.sizes
    page = MapPage(
        title=desk.language.text("Map"),
        sentence=_sentence(desk, sizes),
        graph=drawing,
        kinds=tuple(_kind(desk, kind) for kind in kinds),
        whole=_whole(desk, sizes) if drawing is not None else None,
        tree=tuple(_node(desk, one) for one in part.trees),
        alone=tuple(goal_link(desk, name) for name in part.alone),
        pager=pager(desk.language, _PATH, number, part.pages),
        steps=steps(desk, _PATH) if number == 1 else None,
    )
    return page, frame(desk, map_place(number), page.title, _PATH)


def _whole(desk: Desk, sizes: Sizes) -> WholeMap:
    """Where the script finds all goals, those of past cycles, too, and what its signs mean."""
    files = range(1, -(-sizes.goals // GOALS_A_FILE) + 1)
    return WholeMap(
        files=tuple(site_href(goals_file(number)) for number in files),
        goals=desk.language.plural("%(n)s goal", "%(n)s goals", sizes.goals),
        is_large=sizes.drawn < sizes.tied,
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


def _sentence(desk: Desk, sizes: Sizes) -> tuple[Figure, ...]:
    plural = desk.language.plural
    clauses = []
    if sizes.tied:
        clause = plural("%(n)s goal hangs together with others.", "%(n)s goals hang together.", sizes.tied)
        clauses.append(Figure(clause, term="alignment"))
    if sizes.alone:
        clause = plural("%(n)s stands alone.", "%(n)s stand alone.", sizes.alone)
        clauses.append(Figure(clause, term="supports"))
    if sizes.drawn < sizes.tied:
        text = desk.language.text(
            "Drawn are the %(n)s nearest to strategy; the list has all.",
            n=desk.language.number(sizes.drawn),
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


def _pages_of_trees(forest: Forest) -> Iterator[tuple[Branch, ...]]:
    """The trees in order, 500 goals to a page; what is too deep or too much goes on as a tree of its own."""
    waiting = deque(forest.roots)
    page: list[Branch] = []
    room = MOST
    while waiting:
        branch, used, cut = _branch(forest, waiting.popleft(), _DEEPEST, MOST)
        waiting.extend(cut)
        if used > room:
            yield tuple(page)
            page, room = [], MOST
        page.append(branch)
        room -= used
    if page:
        yield tuple(page)


def _branch(forest: Forest, name: str, levels: int, room: int) -> tuple[Branch, int, tuple[str, ...]]:
    """A goal with those below it, `levels` deep and at most `room`; how many they are; which are left out."""
    used, children = 1, []
    below = forest.children.get(name, ())
    left_out: list[str] = []
    for child in below:
        if levels == 1 or used >= room:
            left_out.append(child)
            continue
        branch, more, cut = _branch(forest, child, levels - 1, room - used)
        children.append(branch)
        used += more
        left_out += cut
    hidden = len(below) - len(children)
    return Branch(name, *_hung(forest, name), tuple(children), hidden), used, tuple(left_out)


def _hung(forest: Forest, name: str) -> tuple[str, str]:
    """By what kind of edge and below what a goal hangs."""
    edge = forest.parents.get(name)
    return (edge.type, edge.target) if edge else ("", "")


def _node(desk: Desk, branch: Branch, *, is_top: bool = True) -> TreeNode:
    """A goal with those below it in words; of one at the top of a tree it is said below what it hangs."""
    name = branch.name
    link = goal_link(desk, name)
    more = desk.language.plural("%(n)s more goal", "%(n)s more goals", branch.hidden)
    return TreeNode(
        link=link,
        status=standing(desk, name),
        edge=_hangs(desk, branch, whole=is_top),
        kind="kpi" if name in desk.kpis else "objective",
        children=tuple(_node(desk, child, is_top=False) for child in branch.children),
        more=Link(more, link.href) if branch.hidden else None,
    )


def _hangs(desk: Desk, branch: Branch, *, whole: bool) -> str:
    """How a goal hangs below another, which is named where it does not stand above it."""
    if not branch.edge:
        return ""
    before, after = desk.language.edge(branch.edge, True)
    return " ".join(
        part for part in (before, goal_link(desk, branch.above).text if whole else "", after) if part
    )
