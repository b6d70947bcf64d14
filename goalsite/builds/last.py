"""The last build of a project: where nothing that it was made of changed since, its site stands as it is.

Nothing is believed but content: a file whose stamp is the one that was seen has the content that was seen,
any other is read. The day, the settings, the program and what git knows count as much as the goals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

from goalsite.builds.scene import libraries, look_of
from goalsite.builds.site import as_published, digests_of, mark_of_site, untouched
from goalsite.core.diagnostics import Diagnostic, plain
from goalsite.history.git import state_of_history
from goalsite.memory.columns import Columns, from_plain, in_columns
from goalsite.memory.keep import FOLDER, keep, recall
from goalsite.memory.listing import Seen, look, mark_of, settled
from goalsite.output.notes import Notes
from goalsite.output.publish import Published
from goalsite.source.tree import DiskTree, Entry, inner_path
from goalsite.source.wanted import wanted

_MEMORY = "build"

Plain = tuple[Any, ...]


class Order(Struct, frozen=True):
    """What was asked for: the project in `root`, its configuration's path, where the site is to go if not
    where that says, and the options in plain values. `day` finds the day of the figures in a time zone, and
    `clock` tells the time in nanoseconds."""

    root: Path
    config_path: str
    site_dir: Path | None
    options: Plain
    day: Callable[[str], date]
    clock: Callable[[], int]

    @property
    def memory(self) -> Path:
        """The file of what is remembered."""
        return _memory_in(self.root)


def _memory_in(root: Path) -> Path:
    return root / FOLDER / _MEMORY


class Led(NamedTuple):
    """Where a configuration leads: the goals, what is left out of them, the time zone, the folders of a theme
    of one's own, the folder of the site."""

    goals_dir: str
    exclude: tuple[str, ...]
    timezone: str
    theme: tuple[str, ...]
    site_dir: str


class Ground(Struct, frozen=True):
    """What a build stands on, as it was when the build `began`, in nanoseconds: where it looks, all that its
    site hangs on but the goals, and these by path, each as it was seen."""

    led: Led
    scene: Plain
    goals: dict[str, Seen]
    began: int


class Outcome(Struct, frozen=True):
    """What a build came to: findings, and the text that shows them, in colours; what else is told, with a
    hint, and the exit code; the day of the figures; where its site lies, and how many files that has."""

    diagnostics: tuple[Diagnostic, ...]
    shown: str
    told: str
    hint: str
    code: int
    day: date
    site_dir: str
    files: int = 0


def still_standing(order: Order, shipped: Path) -> Outcome | None:
    """What the last build came to, where the same would come of it now and its site lies there untouched;
    None where it has to be made. The themes that come with the program lie in `shipped`."""
    kept = recall(order.memory)
    if not kept or kept["scene"][0] != _asked(order):
        return None
    led = Led(*kept["led"])
    target, before, laid = _target(order, led), from_plain(kept["goals"]), from_plain(kept["site"])
    day = _day(order, led)
    if day is None:
        return None
    try:
        if _scene(order, led, shipped, day, config_mark(order)) != kept["scene"]:
            return None
        goals = _unchanged(order, led, before)
        site = untouched(target, laid, order.clock()) if goals else None
    except OSError:
        return None
    if goals is None or site is None:
        return None
    if goals is not before or site is not laid:
        keep(order.memory, {**kept, "goals": goals.plain(), "site": site.plain()})
    found = tuple(Diagnostic(*one) for one in kept["diagnostics"])
    told, hint, code, files = kept["told"], kept["hint"], kept["code"], kept["files"]
    return Outcome(found, kept["shown"], told, hint, code, day, str(target), files)


def ground_of(order: Order, led: Led, shipped: Path, day: date, config: bytes) -> Ground | None:
    """What a build stands on that is about to begin, for that day; `config` is the `config_mark` from before
    it was read. None where that cannot be told."""
    kept = recall(order.memory)
    before = from_plain(kept["goals"]).seen() if kept else {}
    try:
        return _ground(order, led, shipped, day, config, before)
    except OSError:
        return None


def remember(order: Order, ground: Ground, outcome: Outcome, shipped: Path, done: Published) -> bytes | None:
    """Remember a build by what it did to its site, and what tells that from any other; not where anything
    that it stands on changed meanwhile, or where somebody else published after it."""
    target = _target(order, ground.led)
    try:
        now = _ground(order, ground.led, shipped, outcome.day, config_mark(order), ground.goals)
        site = as_published(target, done, ground.began)
    except OSError:
        return None
    if now is None or (now.scene, now.goals) != (ground.scene, ground.goals):
        return None
    if dict(done.digests) != Notes(target).manifest():
        return None
    values = {
        "led": tuple(ground.led),
        "scene": ground.scene,
        "goals": in_columns(settled(now.goals, order.clock())).plain(),
        "site": site.plain(),
        "files": len(done.digests),
        "diagnostics": tuple(map(plain, outcome.diagnostics)),
        "shown": outcome.shown,
        "told": outcome.told,
        "hint": outcome.hint,
        "code": outcome.code,
    }
    keep(order.memory, values)
    return mark_of_site(site)


class Lying(NamedTuple):
    """A site that lies in a folder as it was published: the digests of its files by path, and what tells it
    from any other."""

    folder: Path
    digests: dict[str, str]
    mark: bytes


def published_before(order: Order, ground: Ground) -> Lying | None:
    """The site of the last build, where it lies there untouched and was made on the same ground, but for the
    goals and what git knows of them; else None."""
    kept = recall(order.memory)
    if not kept or kept["scene"][:-1] != ground.scene[:-1]:
        return None
    target = _target(order, ground.led)
    try:
        site = untouched(target, from_plain(kept["site"]), order.clock())
    except OSError:
        return None
    return None if site is None else Lying(target, digests_of(site), mark_of_site(site))


def last_seen(root: Path) -> dict[str, Seen]:
    """The goals of the project in a folder, as its last build saw them."""
    kept = recall(_memory_in(root))
    return from_plain(kept["goals"]).seen() if kept else {}


def last_mark(root: Path) -> bytes:
    """What tells the site of the last build of the project in a folder from any other; nothing where there is
    none."""
    kept = recall(_memory_in(root))
    return mark_of_site(from_plain(kept["site"])) if kept else b""


def config_mark(order: Order) -> bytes:
    """What tells the content of the configuration; nothing where there is no such file."""
    try:
        return mark_of(DiskTree(order.root).read(order.config_path))
    except OSError:
        return b""


def _ground(
    order: Order, led: Led, shipped: Path, day: date, config: bytes, before: Mapping[str, Seen]
) -> Ground | None:
    began = order.clock()
    scene = _scene(order, led, shipped, day, config)
    if scene is None:
        return None
    return Ground(led, scene, look(*_listed(order, led), before), began)


def _scene(order: Order, led: Led, shipped: Path, day: date, config: bytes) -> Plain | None:
    """All that a site hangs on but the goals; None where that cannot be told."""
    look_now = look_of((*(order.root / folder for folder in led.theme), shipped))
    if not look_now:
        return None
    return (
        _asked(order),
        config,
        day.toordinal(),
        libraries(),
        look_now,
        DiskTree(order.root).exists(led.goals_dir),
        state_of_history(order.root, led.goals_dir),
    )


def _day(order: Order, led: Led) -> date | None:
    """The day of the figures; None where the time zone is not known any more."""
    try:
        return order.day(led.timezone)
    except KeyError:  # as zoneinfo has it, which is not loaded for a day that somebody named
        return None


def _asked(order: Order) -> Plain:
    return (order.config_path, None if order.site_dir is None else str(order.site_dir), order.options)


def _target(order: Order, led: Led) -> Path:
    return order.site_dir or order.root / led.site_dir


def _listed(order: Order, led: Led) -> tuple[DiskTree, list[Entry]]:
    """The goals as they lie there, and where."""
    tree = DiskTree(order.root, led.goals_dir)
    return tree, list(wanted(tree, inner_path(led.goals_dir) or "", led.exclude))


def _unchanged(order: Order, led: Led, before: Columns) -> Columns | None:
    """The goals with their stamps of today, where the same files have the same content; else None."""
    tree, listed = _listed(order, led)
    if [one.path for one in listed] != before.paths:
        return None
    if [one.stamp for one in listed] == before.stamps:
        return before
    known = before.seen()
    now = look(tree, listed, known)
    if any(one.digest != known[path].digest for path, one in now.items()):
        return None
    return in_columns(settled(now, order.clock()))
