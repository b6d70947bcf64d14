"""The last build of a project: where nothing that it was made of changed since, its site stands as it is.

Nothing is believed but content: a file whose stamp is the one that was seen has the content that was seen,
any other is read. The day, the settings, the program and what git knows count as much as the goals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from goalsite.builds.scene import libraries, look_of
from goalsite.builds.site import as_published, untouched
from goalsite.core.diagnostics import Diagnostic
from goalsite.history.git import state_of_history
from goalsite.memory.keep import FOLDER, keep, recall
from goalsite.memory.listing import Seen, look, settled
from goalsite.source.tree import DiskTree, inner_path
from goalsite.source.wanted import wanted

_MEMORY = "build"

Plain = tuple[Any, ...]

_FIELDS: Callable[[Diagnostic], Plain] = attrgetter(
    "path", "line", "column", "code", "message", "hint", "length", "level"
)


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: the project in `root`, its configuration's path, where the site is to go if not
    where that says, and the options in plain values. `day` finds the day of the figures in a time zone, and
    `now` is the time in nanoseconds."""

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
    """What a build stands on, as it was before the build began: where it looks, all that its site hangs on
    but the goals, and these by path, each as it was seen."""

    led: Led
    scene: Plain
    goals: dict[str, Seen]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: findings, what else is told, with a hint, and the exit code; how many files its
    site has, and where they lie."""

    diagnostics: tuple[Diagnostic, ...]
    told: str
    hint: str
    code: int
    files: int = 0
    site_dir: str = ""


def still_standing(order: Order, shipped: Path) -> Outcome | None:
    """What the last build came to, where the same would come of it now and its site lies there untouched;
    None where it has to be made. The themes that come with the program lie in `shipped`."""
    kept = recall(order.memory)
    if not kept or kept["scene"][0] != _asked(order):
        return None
    led = Led(*kept["led"])
    try:
        ground = _ground(order, led, shipped, kept["goals"])
        if ground is None or ground.scene != kept["scene"] or not _same(ground.goals, kept["goals"]):
            return None
        target = _target(order, led)
        files = untouched(target, kept["files"], order.clock())
    except OSError:
        return None
    if files is None:
        return None
    goals = settled(ground.goals, order.clock())
    if (goals, files) != (kept["goals"], kept["files"]):
        keep(order.memory, {**kept, "goals": _plain(goals), "files": files})
    found = tuple(Diagnostic(*one) for one in kept["diagnostics"])
    return Outcome(found, kept["told"], kept["hint"], kept["code"], len(files), str(target))


def ground_of(order: Order, led: Led, shipped: Path) -> Ground | None:
    """What a build stands on that is about to begin; None where that cannot be told."""
    try:
        return _ground(order, led, shipped, recall(order.memory).get("goals", {}))
    except OSError:
        return None


def remember(order: Order, ground: Ground, outcome: Outcome) -> None:
    """Remember a build whose site was published just now; not where anything changed while it was made."""
    try:
        now = _seen(order, ground.led, ground.goals)
        files = as_published(_target(order, ground.led), order.clock())
    except OSError:
        return
    if now != ground.goals:
        return
    values = {
        "led": tuple(ground.led),
        "scene": ground.scene,
        "goals": _plain(settled(now, order.clock())),
        "files": files,
        "diagnostics": tuple(map(_FIELDS, outcome.diagnostics)),
        "told": outcome.told,
        "hint": outcome.hint,
        "code": outcome.code,
    }
    keep(order.memory, values)


def _ground(order: Order, led: Led, shipped: Path, before: Mapping[str, Seen]) -> Ground | None:
    look_now = look_of((*(order.root / folder for folder in led.theme), shipped))
    if not look_now:
        return None
    config = _content(order.root, order.config_path)
    day = order.day(led.timezone).toordinal()
    scene = (_asked(order), config, day, libraries(), look_now, state_of_history(order.root, led.goals_dir))
    return Ground(led, scene, _seen(order, led, before))


def _asked(order: Order) -> Plain:
    return (order.config_path, None if order.site_dir is None else str(order.site_dir), order.options)


def _target(order: Order, led: Led) -> Path:
    return order.site_dir or order.root / led.site_dir


def _content(root: Path, path: str) -> bytes:
    """What tells the content of a file; nothing where there is none."""
    try:
        return blake2b(DiskTree(root).read(path), digest_size=16).digest()
    except FileNotFoundError:
        return b""


def _seen(order: Order, led: Led, before: Mapping[str, Seen]) -> dict[str, Seen]:
    """The goals as they lie there."""
    tree = DiskTree(order.root, led.goals_dir)
    return look(tree, wanted(tree, inner_path(led.goals_dir) or "", led.exclude), before).seen


def _same(now: Mapping[str, Seen], before: Mapping[str, Seen]) -> bool:
    """Whether there are the same files with the same content."""
    return now.keys() == before.keys() and all(one[1] == before[path][1] for path, one in now.items())


def _plain(seen: Mapping[str, Seen]) -> dict[str, Plain]:
    return {path: tuple(one) for path, one in seen.items()}
