"""What git knows of what moved in running goals, for the rows of a check."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from goalsite.analysis.days import goal_window
from goalsite.core.config import Config
from goalsite.history.git import Repository, open_repository
from goalsite.history.recent import touched_since
from goalsite.history.trails import Asked, Trail, read_trails
from goalsite.history.versions import content_of
from goalsite.lint.traced import to_trace
from goalsite.model.cycles import cycles_of
from goalsite.review.links import Link
from goalsite.source.tree import Tree

CourseOf = Callable[[str], Any]
"""An objective by its path, of which `rows.Course` will do."""


class Tracing:
    """Asks git once for each goal, in however many steps goals are examined: of two processes the first asks
    for both. `state` tells all that trails hang on but what the goals say themselves: the commit, and what is
    asked. From what it was `before` follows for which goals nothing need be asked again."""

    def __init__(self, root: Path, tree: Tree, config: Config, as_of: date, before: str, link: Link) -> None:
        self._root, self._tree, self._config, self._as_of = root, tree, config, as_of
        self._before, self.link = before, link
        self._repository: Repository | None = None
        self._asked: dict[str, Asked] | None = None
        self._known: dict[str, Trail | None] = {}
        self._touched: frozenset[str] | None = None
        self.state = ""

    def trails(
        self, goals: Iterable[str], course: CourseOf, fresh: Collection[str]
    ) -> Mapping[str, Trail | None]:
        """The trails of the goals that had to be asked for, by path: None of those that have none."""
        mine = self._ask(dict.fromkeys(goals), course, fresh) if self.link.rank == 0 else ({}, "")
        trails, self.state = self.link.all(mine)[0]
        self._known |= trails
        return self._known

    def _ask(
        self, goals: Collection[str], course: CourseOf, fresh: Collection[str]
    ) -> tuple[dict[str, Trail | None], str]:
        """What is not known yet, and the state."""
        if self._asked is None:
            self._asked = self._begin([course(path) for path in goals])
            self._touched = self._touched_since()
        wanted = {*goals} if self._touched is None else {*goals}.intersection({*fresh, *self._touched})
        wanted -= self._known.keys()
        known: dict[str, Trail] = {}
        if self._repository and not wanted.isdisjoint(self._asked):
            now, zone = partial(content_of, self._tree), self._config.timezone
            known = read_trails(self._repository, self._asked, wanted, now, zone, self._as_of)
        return {path: known.get(path) for path in wanted}, self.state

    def _touched_since(self) -> frozenset[str] | None:
        """The files that commits touched since it was asked before; None where all has to be asked again."""
        commit, _, asked = self._before.partition(" ")
        if self.state == self._before:
            return frozenset()
        if self._repository is None or not commit or self.state.partition(" ")[2] != asked:
            return None
        names = touched_since(self._repository, commit)
        return None if names is None else frozenset(map(self._repository.in_project, names))

    def _begin(self, goals: Sequence[Any]) -> dict[str, Asked]:
        """What may be asked of git, whose repository and state are found out."""
        config = self._config
        periods = {cycle.id: cycle.period for cycle in cycles_of(goals, config)}
        windows = ((goal, goal_window(goal, periods[goal.cycle])) for goal in goals)
        asked = to_trace(windows, config, self._as_of)
        if asked:
            found = self._repository = open_repository(self._root, config.goals_dir)
            commit, cut = (found.head, sorted(found.cut)) if found else ("", [])
            told = (*cut, *(f"{path} {' '.join(map(str, one))}" for path, one in sorted(asked.items())))
            digest = blake2b("\n".join(told).encode("utf-8", "surrogateescape"), digest_size=16)
            self.state = f"{commit} {digest.hexdigest()}"
        return asked
