"""One editor's session: its buffers, what is known with them, and the findings it was told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from goalsite.core.diagnostics import Diagnostic
from goalsite.lsp.buffers import Buffer, Buffers
from goalsite.lsp.positions import split_lines
from goalsite.lsp.worker import Worker
from goalsite.lsp.workspace import Day, State, Workspace

Publish = Callable[[str, tuple[Diagnostic, ...], list[str]], None]
"""Tells an editor the findings of a file, given by path, whose lines are those."""


class Question(Struct, frozen=True):
    """What is known with these buffers? `revision` counts questions; `written` says that files were, too."""

    revision: int
    texts: Mapping[str, str]
    written: bool


class Session:
    """Keeps what is known up to date with the buffers, and publishes the findings that changed.

    All but the reading itself happens in the event loop in which it was made.
    """

    def __init__(
        self, root: Path, config_path: str, day: Day, publish: Publish, failed: Callable[[str], None]
    ) -> None:
        self.buffers = Buffers(root)
        self.state: State | None = None
        self._workspace = Workspace(root, config_path, day)
        self._publish, self._failed = publish, failed
        self._loop = asyncio.get_running_loop()
        self._worker: Worker[Question, State] = Worker(
            self._read, self._read_in_thread, self._failed_in_thread
        )
        self._asked = self._answered = 0
        self._written = False
        self._changed = asyncio.Condition()
        self._told: dict[str, tuple[tuple[Diagnostic, ...], str | None]] = {}

    def refresh(self, *, written: bool = False) -> None:
        """Read again, soon; `written` if files on disk have changed."""
        self._asked += 1
        self._written = self._written or written
        self._worker.ask(Question(self._asked, self.buffers.texts(), self._written))

    async def known(self) -> State:
        """What was known last; waits for the first time."""
        async with self._changed:
            while (state := self.state) is None:
                await self._changed.wait()
        return state

    async def fresh(self) -> State:
        """What is known with the buffers as they are now."""
        asked = self._asked
        async with self._changed:
            await self._changed.wait_for(lambda: self._answered >= asked)
        return await self.known()

    def lines(self, path: str) -> list[str]:
        """The lines of a file as they are now."""
        buffer = self.buffers.get(path)
        text = buffer.text if buffer else self.state.text(path) if self.state else ""
        return split_lines(text)

    def close(self, uri: str) -> None:
        """A file is open no longer: what is on disk counts again."""
        if self.buffers.drop(uri) is not None:
            self.refresh()

    def put(self, buffer: Buffer) -> None:
        """A text was opened or changed."""
        if self.buffers.put(buffer) is not None:
            self.refresh()

    def _read(self, question: Question) -> State:
        if question.written:
            self._workspace.forget_history()
        for path, found in self._workspace.unreadable(question.texts):
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._tell_at_once, path, question.texts[path], found)
        return self._workspace.read(question.texts)

    def _tell_at_once(self, path: str, text: str, found: tuple[Diagnostic, ...]) -> None:
        """Tell why a file cannot be read, before all that follows from it is known."""
        buffer = self.buffers.get(path)
        if buffer and buffer.text == text:
            self._publish(path, found, split_lines(text))
            self._told[path] = found, None

    def _read_in_thread(self, question: Question, state: State) -> None:
        with suppress(RuntimeError):  # the session ended meanwhile
            self._loop.call_soon_threadsafe(self._take, question, state)

    def _failed_in_thread(self, question: Question, told: str) -> None:
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._take, question, None, told)

    def _take(self, question: Question, state: State | None, told: str = "") -> None:
        self._answered = max(self._answered, question.revision)
        if question.written and question.revision == self._asked:
            self._written = False
        if state is None:
            self._failed(told)
        else:
            self.state = state
            self._publish_changed(state)
        self._waking = self._loop.create_task(self._wake())  # a task that nobody holds may vanish

    async def _wake(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _publish_changed(self, state: State) -> None:
        """Tell the findings of each file where they, or the text they stand in, are others than before."""
        found: dict[str, list[Diagnostic]] = {}
        for one in state.diagnostics:
            found.setdefault(one.path, []).append(one)
        for path in sorted({*found, *self._told}):
            now = tuple(found.get(path, ())), state.buffers.get(path)
            buffer = self.buffers.get(path)
            if buffer and buffer.text != now[1]:
                continue  # it was edited since: the next reading tells
            if self._told.get(path) != now:
                self._publish(path, now[0], split_lines(state.text(path)))
            if now[0]:
                self._told[path] = now
            else:
                self._told.pop(path, None)
