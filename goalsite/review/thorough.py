"""Files -> findings: what has to be done where anything changed at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from goalsite.core.diagnostics import Diagnostic
from goalsite.graph.resolve import GOALS
from goalsite.lint.again import ALL
from goalsite.lint.lint import on_config
from goalsite.lint.settle import settle
from goalsite.memory.listing import MANY, Seen, Sight
from goalsite.model.files import home_of, orphans
from goalsite.review.examine import Examined, Place, examine
from goalsite.review.heads import heads_of, is_as_before
from goalsite.review.links import Alone, Link, can_pair, falls_to, in_pair
from goalsite.review.packing import packed_row, row_of
from goalsite.review.reading import Rows
from goalsite.review.remembered import Memory, recalled, to_remember
from goalsite.review.review import Subject
from goalsite.review.rows import findings, plain_findings, stub
from goalsite.review.whole import left_to_ask, of_files, of_site
from goalsite.source.assets import active_images, namesakes
from goalsite.source.part import Part
from goalsite.source.raw import raw_text
from goalsite.source.read import is_misnamed, missing_goals, read_documents
from goalsite.source.tree import Entry as File
from goalsite.source.tree import Tree

Result = tuple[tuple[Diagnostic, ...], tuple[int, int, int], bytes, bool]
"""The findings that stand, how many objectives, KPIs and units there are, what to remember of the files, and
whether git was asked for days."""


def review_files(
    subject: Subject,
    tree: Tree,
    files: Iterable[File],
    sight: Sight,
    memory: bytes,
    *,
    alone: bool,
) -> Result:
    """The findings on files, of which `memory` is what is remembered; what was not read of them is now."""
    config = subject.config
    texts = [one for one in files if one.path.endswith((".md", ".csv")) and not is_misnamed(one.path)]
    others = [one for one in files if not one.path.endswith((".md", ".csv")) or is_misnamed(one.path)]
    homes = _homes(texts)
    before = recalled(memory)
    place = Place(subject.root, tree, config, subject.as_of)
    examined = _examined(place, homes, sight, before, alone=alone)
    rows = examined.rows
    placed = before.placed if examined.placed is None else plain_findings(examined.placed)
    mark = config.marks.get("goals_dir")
    read, from_others = read_documents(Part(tree, tuple(others)), config.goals_dir, ())
    found: list[Diagnostic] = [
        *subject.from_config,
        *missing_goals(tree, config.goals_dir, subject.config_path, mark, subject.from_config),
        *findings(placed),
        *of_files(rows),
        *examined.from_history,
        *_orphans(rows, texts),
        *from_others,
        *namesakes(read.assets),
        *active_images(tree, read.assets),
        *on_config(config, subject.config_path, partial(raw_text, tree)),
        *examined.of_site,
    ]
    asides = [stub(path, row.outline, row.aside) for path, row in rows.items() if row.aside]
    standing = settle(found, asides, config)
    of_site = plain_findings(examined.of_site)
    known = {at: head for at, head in before.heads.items() if _is_same(at[0], rows, before.rows)}
    heads = heads_of(of_site, known, tree, sight.seen)
    now = Memory(rows, placed, of_site, heads, examined.knots, examined.traced)
    asks_git = bool(examined.traced) or any(row.dated is not None for row in rows.values())
    return standing, _counts(examined), to_remember(now), asks_git


def _is_same(path: str, rows: Rows, before: Rows) -> bool:
    """Whether a file says what it said."""
    return path in rows and path in before and rows[path].digest == before[path].digest


def _homes(texts: Iterable[File]) -> dict[str, tuple[File, ...]]:
    """The files by the Markdown file they belong to, which comes first; tables without one by themselves."""
    goals = {one.path: [one] for one in texts if one.path.endswith(".md")}
    homes: dict[str, list[File]] = dict(goals)
    for one in texts:
        if not one.path.endswith(".md"):
            homes.setdefault(home_of(one.path, goals), []).append(one)
    return {home: tuple(its) for home, its in homes.items()}


def _examined(
    place: Place,
    homes: dict[str, tuple[File, ...]],
    sight: Sight,
    before: Memory,
    *,
    alone: bool,
) -> Examined:
    """The rows of all files, and what is found of all together, by two processes where that is worth it."""

    known = _digests(homes, sight)

    def work(link: Link) -> Examined:
        digests = known
        if sight.unread:
            _read_all(sight, link)
            digests = _digests(homes, sight)
        examined = examine(place, homes, digests, before, link)
        rows = examined.rows
        if link.size == 1:
            stays = partial(is_as_before, known=before.heads, tree=place.tree, seen=sight.seen)
            asked = left_to_ask(examined, before, stays)
            kept = (one for one in before.of_site if one[3] not in asked) if asked != ALL else ()
            examined.of_site = findings(tuple(kept))
            if asked:
                examined.of_site += of_site(examined, place, link, asked)
            examined.documents = {}
            return examined
        for others in link.all({path: rows[path].figures for path in examined.mine}):
            for path, figures in others.items():
                rows[path].figures = figures
        examined.of_site = of_site(examined, place, link)
        examined.documents = {}
        if link.rank:  # only what the first process does not know goes over, as it will be kept
            examined.rows = {}
            examined.packed = {path: packed_row(rows[path]) for path in examined.mine}
        return examined

    fresh = sum(home not in before.rows or before.rows[home].digest != known[home] for home in homes)
    if not alone and fresh > MANY and can_pair():
        try:
            mine, theirs = in_pair(work)
        except RuntimeError:
            return work(Alone())
        mine.rows.update((path, row_of(source)) for path, source in theirs.packed.items())
        mine.of_site += theirs.of_site
        return mine
    return work(Alone())


def _read_all(sight: Sight, link: Link) -> None:
    """Read what is unread, each process its share, and let all know what was seen."""
    mine = [path for path in sight.unread if falls_to(link, path)]
    sight.read(mine)
    for others in link.all({path: (sight.seen[path].stamp, sight.seen[path].digest) for path in mine}):
        sight.seen |= {path: Seen(stamp, digest) for path, (stamp, digest) in others.items()}
    sight.unread.clear()


def _digests(homes: Mapping[str, tuple[File, ...]], sight: Sight) -> dict[str, bytes]:
    """What tells the content of each file with its table; nothing of what is unread."""
    nothing = Seen((0, 0, 0, 0), b"")
    return {
        home: b"".join(sight.seen.get(one.path, nothing)[1] for one in its) for home, its in homes.items()
    }


def _orphans(rows: Rows, texts: Iterable[File]) -> list[Diagnostic]:
    """Findings on tables that belong to no goal."""
    tables = [one.path for one in texts if one.path.endswith(".csv")]
    if not tables:
        return []
    goals = {
        path.removesuffix(".md"): (row.place[0], row.place[6] is None)
        for path, row in rows.items()
        if row.place and row.place[0] in GOALS
    }
    return orphans(goals, tables)


def _counts(examined: Examined) -> tuple[int, int, int]:
    kinds = list(examined.kinds.values())
    has_root = any(row.place and row.place[:2] == ("team", "") for row in examined.rows.values())
    return (kinds.count("objective"), kinds.count("kpi"), kinds.count("team") + (not has_root))
