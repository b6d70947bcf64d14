"""Times how the past of goals is read from git: `python bench/history.py FOLDER [FILES] [COMMITS]`.

FOLDER gets a repository of FILES goals (10,000) and COMMITS commits (20,000) that make some 60,000 versions
of them, unless there is one. The same arguments give the same repository. Each line says seconds of the wall
and of the processor: of this process, and of git. With pygit2 or dulwich installed, those read the log and
the contents of the last 2,000 commits, beside git.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from goalsite.history.git import open_repository
from goalsite.history.history import read_history
from goalsite.history.log import read_log
from goalsite.history.timeline import Where, read_timeline

WORDS = [
    "team", "house", "trust", "reader", "number", "river", "week", "garden",
    "path", "signal", "quiet", "floor", "ceiling", "answer", "window", "light",
]  # fmt: skip
FIRST = 1_700_000_000  # seconds; a commit an hour follows
FILES_A_COMMIT = 5, 3  # created by one of the first commits, edited by one of the others
MERGES = 20  # one commit in so many is a merge of two others


class Goal:
    """One goal with what changes in it: where it lies, the values of its key results, its owner."""

    def __init__(self, index: int, chance: random.Random) -> None:
        self.path = f"goals/unit-{index // 300}/team-{index // 30}/2026-Q4/goal-{index}.md"
        self.owner = index % 200
        self.title = " ".join(chance.choice(WORDS) for _ in range(7))
        self.results = [
            [chance.randint(10, 50), chance.randint(60, 99), 0.5] for _ in range(chance.randint(3, 5))
        ]
        self.notes = [" ".join(chance.choice(WORDS) for _ in range(40)) for _ in self.results]
        self.body = "\n\n".join(" ".join(chance.choice(WORDS) for _ in range(60)) for _ in range(3))

    def edit(self, chance: random.Random) -> str:
        """Change something; the path it lay at before."""
        before = self.path
        what = chance.random()
        if what < 0.8:
            result = chance.choice(self.results)
            result[0] += 1
            result[2] = chance.randint(1, 10) / 10
        elif what < 0.9:
            chance.choice(self.results)[1] += 5
        elif what < 0.95:
            self.owner = chance.randint(0, 200)
        else:
            self.path = f"{self.path.removesuffix('.md')}-{chance.randint(0, 9)}.md"
        return before

    def text(self) -> str:
        """The file."""
        owner = f"owner: person-{self.owner}"
        lines = ["---", f"title: {self.title}", owner, "origin: bottom-up", "key_results:"]
        for number, ((value, target, confidence), note) in enumerate(
            zip(self.results, self.notes, strict=True), 1
        ):
            lines += [
                f"  - id: kr{number}",
                f"    title: Share of {self.title} {number}",
                f"    owner: person-{self.owner}",
                f"    description: {note}",
                f"    metric: {{unit: points, baseline: 5, target: {target}}}",
                f"    current: {value}",
                f"    confidence: {confidence}",
                f"    note: {note}",
            ]
        return "\n".join([*lines, "---", self.body, ""])


def stream(files: int, commits: int, seed: int = 1) -> Iterator[bytes]:
    """The repository as `git fast-import` takes it."""
    chance = random.Random(seed)
    goals = [Goal(index, chance) for index in range(files)]
    created, mark, begin = 0, 0, FILES_A_COMMIT[0]
    main, seconds = 0, FIRST
    while mark < commits:
        mark += 1
        seconds += 3600
        changes: list[tuple[str | None, Goal]] = []
        if created < files:
            changes = [(None, goal) for goal in goals[created : created + begin]]
            created += begin
        else:
            changes = [(one.edit(chance), one) for one in chance.sample(goals, FILES_A_COMMIT[1])]
        is_side = mark > 1 and mark % MERGES == 0 and mark < commits
        yield _commit(mark, main, seconds, f"Author {mark % 50}", changes)
        if is_side:
            mark += 1
            yield _commit(mark, main, seconds + 60, "Merger", changes, merged=mark - 1)
        main = mark
    yield b"done\n"


def _commit(
    mark: int,
    parent: int,
    seconds: int,
    author: str,
    changes: list[tuple[str | None, Goal]],
    merged: int = 0,
) -> bytes:
    who = f"{author} <someone@example.org> {seconds} +0000"
    lines = [f"commit refs/heads/main\nmark :{mark}\nauthor {who}\ncommitter {who}\ndata 7\nUpdate\n\n"]
    lines += [f"from :{parent}\n"] if parent else []
    lines += [f"merge :{merged}\n"] if merged else []
    for before, goal in changes:
        if before and before != goal.path:
            lines.append(f"D {before}\n")
        text = goal.text()
        lines.append(f"M 100644 inline {goal.path}\ndata {len(text.encode())}\n{text}\n")
    return "".join(lines).encode()


def make(folder: Path, files: int, commits: int) -> None:
    """The repository in `folder`, if there is none yet."""
    if folder.exists():
        return
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
    command = ["git", "-C", str(folder), "fast-import", "--quiet", "--done"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as feeding:
        assert feeding.stdin is not None
        for part in stream(files, commits):
            feeding.stdin.write(part)
    subprocess.run(["git", "-C", str(folder), "checkout", "-q", "-f", "main"], check=True)


class Lap:
    """Prints what passed since the last time."""

    def __init__(self) -> None:
        self._before = self._now()

    def __call__(self, what: str) -> None:
        """Print it, under this name."""
        now = self._now()
        wall, own, git = (after - before for after, before in zip(now, self._before, strict=True))
        print(f"{what:38} {wall:7.2f} s wall {own:7.2f} s own {git:7.2f} s git", flush=True)
        self._before = self._now()

    @staticmethod
    def _now() -> tuple[float, float, float]:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.perf_counter(), time.process_time(), children.ru_utime + children.ru_stime


def measure(folder: Path) -> None:
    """Read the history: whole, as it is remembered, after one commit, and of ten goals alone."""
    memory = folder / ".goalsite"
    shutil.rmtree(memory, ignore_errors=True)
    paths = [path.relative_to(folder).as_posix() for path in sorted(folder.glob("goals/**/*.md"))]
    goals = dict.fromkeys(paths, "")
    gc.disable()  # as commands do that read much
    lap = Lap()
    repository = open_repository(folder, "goals")
    assert repository is not None
    log = read_log(repository)
    lap("the list of commits")
    read_timeline(folder, dict.fromkeys(paths[:10], ""), "UTC")
    lap("what ten goals said, nothing remembered")
    history, _ = read_history(folder, goals, "UTC", Where(memory=memory))
    lap("all fields of all goals, and keep them")
    count = sum(len(history.story(path).edits) for path in paths)
    lap("all stories")
    history, _ = read_history(folder, goals, "UTC", Where(memory=memory))
    lap("all again, remembered")
    _commit_one(folder, folder / paths[0])
    lap("(one commit)")
    history, _ = read_history(folder, goals, "UTC", Where(memory=memory))
    lap("all after one commit")
    read_timeline(folder, dict.fromkeys(paths[:10], ""), "UTC", Where(memory=memory))
    lap("what ten goals said, remembered")
    kept = (memory / "history").stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(log or ())} commits, {count} edits; {kept:.1f} MB kept, at most {peak:.0f} MiB used")


def _commit_one(folder: Path, file: Path) -> None:
    file.write_text(file.read_text().replace("current: ", "current: 1", 1))
    who = ["-c", "user.name=Bench", "-c", "user.email=bench@example.org"]
    subprocess.run(["git", "-C", str(folder), *who, "commit", "-q", "-a", "-m", "One more"], check=True)


def compare(folder: Path, commits: int = 2_000) -> None:
    """Git itself and what binds to its store: the changes of the last commits, and the contents they made."""
    listed = subprocess.run(
        ["git", "-C", str(folder), "log", "--first-parent", f"-{commits}", *_RAW],
        capture_output=True,
        check=True,
    ).stdout
    blobs = [word for word in listed.decode(errors="replace").split() if len(word) == 40 and word.strip("0")]
    gc.disable()  # as commands do that read much
    lap = Lap()
    subprocess.run(
        ["git", "-C", str(folder), "log", "--first-parent", f"-{commits}", *_RAW],
        capture_output=True,
        check=True,
    )
    lap(f"git: {commits} commits")
    feed = "\n".join(blobs).encode() + b"\n"
    batch = [
        "git",
        "-c",
        "core.deltaBaseCacheLimit=256m",
        "-C",
        str(folder),
        "cat-file",
        "--batch",
        "--buffer",
    ]
    subprocess.run(batch, input=feed, capture_output=True, check=True)
    lap(f"git: {len(blobs)} contents")
    if importlib.util.find_spec("pygit2"):
        _pygit2(folder, commits, blobs, lap)
    if importlib.util.find_spec("dulwich"):
        _dulwich(folder, commits, blobs, lap)


_RAW = ("--raw", "-z", "-M", "--no-abbrev", "--format=", "--diff-merges=first-parent")


def _pygit2(folder: Path, commits: int, blobs: list[str], lap: Lap) -> None:
    pygit2: Any = importlib.import_module("pygit2")
    store = pygit2.Repository(str(folder))
    commit = store[store.head.target]
    for _ in range(commits):
        if not commit.parents:
            break
        list(commit.parents[0].tree.diff_to_tree(commit.tree).deltas)
        commit = commit.parents[0]
    lap(f"pygit2: {commits} commits")
    for blob in blobs:
        store[blob].data  # noqa: B018 - reading it is what is measured
    lap(f"pygit2: {len(blobs)} contents")


def _dulwich(folder: Path, commits: int, blobs: list[str], lap: Lap) -> None:
    repo: Any = importlib.import_module("dulwich.repo")
    diff_tree: Any = importlib.import_module("dulwich.diff_tree")
    store = repo.Repo(str(folder))
    commit = store[store.head()]
    for _ in range(commits):
        if not commit.parents:
            break
        parent = store[commit.parents[0]]
        list(diff_tree.tree_changes(store.object_store, parent.tree, commit.tree))
        commit = parent
    lap(f"dulwich: {commits} commits")
    for blob in blobs:
        store[blob.encode()].data  # noqa: B018 - reading it is what is measured
    lap(f"dulwich: {len(blobs)} contents")


def main() -> None:
    """Make the repository if need be, and measure."""
    folder, *numbers = sys.argv[1:]
    files, commits = (*map(int, numbers), *(10_000, 20_000)[len(numbers) :])
    make(Path(folder), files, commits)
    measure(Path(folder))
    compare(Path(folder))


if __name__ == "__main__":
    main()
