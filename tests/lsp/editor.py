"""An editor to test with: a real client that speaks to `goalsite lsp` over its standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.commands import environment
from tests.lsp.project import CARET

PATIENCE = 60
AS_OF = "2026-11-16"


class Editor(LanguageClient):
    """Holds texts open, hears findings, asks at places that a text marks."""

    def __init__(self, folder: Path) -> None:
        super().__init__("editor", "1")
        self.folder = folder
        self.heard: dict[str, list[types.Diagnostic]] = {}
        self.shown: list[str] = []
        self.versions: dict[str, int] = {}
        self._news = asyncio.Condition()
        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(self._hear())
        self.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self.shown.append(params.message))
        self.feature(types.WINDOW_LOG_MESSAGE)(lambda params: self.shown.append(params.message))

    def _hear(self) -> Callable[[types.PublishDiagnosticsParams], Awaitable[None]]:
        async def hear(params: types.PublishDiagnosticsParams) -> None:
            async with self._news:
                self.heard[params.uri] = list(params.diagnostics)
                self._news.notify_all()

        return hear

    def uri(self, path: str) -> str:
        """How this editor names a file."""
        return (self.folder / path).as_uri()

    def open(self, path: str, text: str | None = None) -> None:
        """Open a file, with its own text or another."""
        said = (self.folder / path).read_text(encoding="utf-8") if text is None else text
        self.versions[path] = 1
        item = types.TextDocumentItem(self.uri(path), "markdown", 1, said.replace(CARET, ""))
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, path: str, text: str) -> None:
        """Replace the whole text of an open file."""
        self.versions[path] += 1
        change = types.TextDocumentContentChangeWholeDocument(text.replace(CARET, ""))
        which = types.VersionedTextDocumentIdentifier(uri=self.uri(path), version=self.versions[path])
        self.text_document_did_change(types.DidChangeTextDocumentParams(which, [change]))

    async def told(self, path: str, until: Callable[[list[str]], bool]) -> list[types.Diagnostic]:
        """The findings of a file, once their codes are as `until` wants them."""

        def holds() -> bool:
            return self.uri(path) in self.heard and until(codes(self.heard[self.uri(path)]))

        async with self._news:
            await asyncio.wait_for(self._news.wait_for(holds), PATIENCE)
        return self.heard[self.uri(path)]

    def at(self, path: str, text: str) -> dict[str, Any]:
        """The place that a text marks, as requests take it; UTF-16."""
        before = text[: text.index(CARET)]
        line = before.rsplit("\n", 1)[-1]
        position = types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)
        return {"text_document": types.TextDocumentIdentifier(self.uri(path)), "position": position}


def codes(found: list[types.Diagnostic]) -> list[str]:
    """The codes of findings."""
    return [str(one.code) for one in found]


@asynccontextmanager
async def editing(
    folder: Path,
    *arguments: str,
    encodings: list[types.PositionEncodingKind | str] | None = None,
    workspace: bool = True,
) -> AsyncIterator[Editor]:
    """An editor that has a folder open; at the end the server has left with exit code 0.

    What fails meanwhile carries what the server wrote to standard error: why it left, if it did.
    """
    editor = Editor(folder)
    words = ["-m", "goalsite", "lsp", "--as-of", AS_OF, *arguments]
    await editor.start_io(sys.executable, *words, cwd=folder, env=environment())
    process = editor._server
    assert process is not None
    try:
        await editor.initialize_async(_about(folder, encodings, workspace))
        editor.initialized(types.InitializedParams())
        yield editor
        await asyncio.wait_for(editor.shutdown_async(None), PATIENCE)
        editor.exit(None)
        code = await asyncio.wait_for(process.wait(), PATIENCE)
    except Exception as failure:
        failure.add_note(await _last_words(process))
        raise
    finally:
        with suppress(ProcessLookupError):  # it has left
            process.kill()
        await asyncio.gather(*editor._async_tasks)
    assert code == 0
    assert editor.shown == []


async def _last_words(process: asyncio.subprocess.Process) -> str:
    with suppress(ProcessLookupError):
        process.kill()
    assert process.stderr is not None
    return (await process.stderr.read()).decode()


def _about(
    folder: Path, encodings: list[types.PositionEncodingKind | str] | None, workspace: bool
) -> types.InitializeParams:
    """What an editor says of itself and of the folder that it has open."""
    general = types.GeneralClientCapabilities(position_encodings=encodings)
    edits = types.WorkspaceEditClientCapabilities(document_changes=True)
    inner = types.WorkspaceClientCapabilities(workspace_edit=edits)
    return types.InitializeParams(
        capabilities=types.ClientCapabilities(general=general, workspace=inner),
        root_uri=folder.as_uri() if workspace else None,
    )
