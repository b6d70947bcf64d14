"""The last build of a project: where nothing that it was made of changed since, its site stands as it is.

Nothing is believed but content: a file whose stamp is the one that was seen has the content that was seen,
any other is read. The day, the settings, the program and what git knows count as much as the goals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfoNotFoundError

from goalsite.builds.scene import libraries, look_of
from goalsite.builds.site import as_published, noted, untouched
from goalsite.core.diagnostics import Diagnostic, plain
from goalsite.history.git import state_of_history
from goalsite.memory.keep import FOLDER, keep, recall
from goalsite.memory.listing import Seen, look, mark_of, settled
from goalsite.output.notes import Notes
from goalsite.source.tree import DiskTree, inner_path
from goalsite.source.wanted import wanted

_MEMORY = "build"

Plain = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Order:
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
        return self.root / FOLDER / _MEMORY


class Led(NamedTuple):
    """Where a configuration leads: the goals, what is left out of them, the time zone, the folders of a theme
    of one's own, the folder of the site."""

    goals_dir: str
    exclude: tuple[str, ...]
    timezone: str
    theme: tuple[str, ...]
    site_dir: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a build stands on, as it was when the build `began`, in nanoseconds: where it looks, all that its
    site hangs on but the goals, and these by path, each as it was seen."""

    led: Led
    scene: Plain
    goals: dict[str, Seen]
    began: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: findings, what else is told, with a hint, and the exit code; the day of the
    figures; where its site lies, and how many files that has."""

    diagnostics: tuple[Diagnostic, ...]
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
    target = _target(order, led)
    try:
        day = order.day(led.timezone)
        ground = _ground(order, led, shipped, day, config_mark(order), kept["goals"])
        if ground is None or ground.scene != kept["scene"] or not _same(ground.goals, kept["goals"]):
            return None
        if noted(target) != kept["noted"]:
            return None
        files = untouched(target, kept["files"], order.clock())
    except (OSError, ZoneInfoNotFoundError):
        return None
    if files is None:
        return None
    goals = settled(ground.goals, order.clock())
    if (goals, files) != (kept["goals"], kept["files"]):
        keep(order.memory, {**kept, "goals": _plain(goals), "files": files})
    found = tuple(Diagnostic(*one) for one in kept["diagnostics"])
    return Outcome(found, kept["told"], kept["hint"], kept["code"], day, str(target), len(files))


def ground_of(order: Order, led: Led, shipped: Path, day: date, config: bytes) -> Ground | None:
    """What a build stands on that is about to begin, for that day; `config` is the `config_mark` from before
    it was read. None where that cannot be told."""
    try:
        return _ground(order, led, shipped, day, config, recall(order.memory).get("goals", {}))
    except OSError:
        return None


def remember(
    order: Order, ground: Ground, outcome: Outcome, shipped: Path, digests: Mapping[str, str]
) -> None:
    """Remember a build that published files with these digests; not where anything that it stands on changed
    meanwhile, or where somebody else published after it."""
    target = _target(order, ground.led)
    try:
        now = _ground(order, ground.led, shipped, outcome.day, config_mark(order), ground.goals)
        mark = noted(target)
        files = as_published(target, digests, ground.began)
    except OSError:
        return
    if now is None or (now.scene, now.goals) != (ground.scene, ground.goals):
        return
    if dict(digests) != Notes(target).manifest():
        return
    values = {
        "led": tuple(ground.led),
        "scene": ground.scene,
        "goals": _plain(settled(now.goals, order.clock())),
        "files": files,
        "noted": mark,
        "diagnostics": tuple(map(plain, outcome.diagnostics)),
        "told": outcome.told,
        "hint": outcome.hint,
        "code": outcome.code,
    }
    keep(order.memory, values)


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
    look_now = look_of((*(order.root / folder for folder in led.theme), shipped))
    if not look_now:
        return None
    scene = (
        _asked(order),
        config,
        day.toordinal(),
        libraries(),
        look_now,
        DiskTree(order.root).exists(led.goals_dir),
        state_of_history(order.root, led.goals_dir),
    )
    return Ground(led, scene, _seen(order, led, before), began)


def _asked(order: Order) -> Plain:
    return (order.config_path, None if order.site_dir is None else str(order.site_dir), order.options)


def _target(order: Order, led: Led) -> Path:
    return order.site_dir or order.root / led.site_dir


def _seen(order: Order, led: Led, before: Mapping[str, Seen]) -> dict[str, Seen]:
    """The goals as they lie there."""
    tree = DiskTree(order.root, led.goals_dir)
    return look(tree, wanted(tree, inner_path(led.goals_dir) or "", led.exclude), before).seen


def _same(now: Mapping[str, Seen], before: Mapping[str, Seen]) -> bool:
    """Whether there are the same files with the same content."""
    return now.keys() == before.keys() and all(one[1] == before[path][1] for path, one in now.items())


def _plain(seen: Mapping[str, Seen]) -> dict[str, Plain]:
    return {path: tuple(one) for path, one in seen.items()}
