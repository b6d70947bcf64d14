"""What is answered to each request and notification of an editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lsprotocol import types

from goalsite.lsp import convert, navigation
from goalsite.lsp.buffers import Buffer
from goalsite.lsp.completion import proposals
from goalsite.lsp.hover import hover
from goalsite.lsp.meaning import kind_of
from goalsite.lsp.navigation import meaning_at
from goalsite.lsp.positions import Span
from goalsite.lsp.rename_handlers import prepare_rename, rename
from goalsite.lsp.requests import location_of, spot_of
from goalsite.lsp.server import GoalServer
from goalsite.source.read import read_document

_WATCHED = "**/*.{md,csv,yaml,yml,svg}"
_TRIGGERS = ["[", "@", "#", ":", " ", ",", "/"]


def initialize(ls: GoalServer, _params: types.InitializeParams) -> None:
    """Begin to read the project."""
    ls.begin()


def initialized(ls: GoalServer, _params: types.InitializedParams) -> None:
    """Ask to hear of files that change on disk, where the editor can tell."""
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        ls.client_register_capability(
            types.RegistrationParams([types.Registration("goalsite-files", method, options)])
        )


def shutdown(ls: GoalServer, _params: None) -> None:
    """Note that the editor takes its leave in order."""
    ls.was_shut_down = True


def did_open(ls: GoalServer, params: types.DidOpenTextDocumentParams) -> None:
    """Lay the text over its file."""
    opened = params.text_document
    _put(ls, Buffer(opened.uri, opened.version, opened.text))


def did_change(ls: GoalServer, params: types.DidChangeTextDocumentParams) -> None:
    """Lay the new text over its file."""
    document = ls.workspace.get_text_document(params.text_document.uri)
    _put(ls, Buffer(params.text_document.uri, params.text_document.version, document.source))


def _put(ls: GoalServer, buffer: Buffer) -> None:
    if ls.session:
        ls.session.put(buffer)


def did_close(ls: GoalServer, params: types.DidCloseTextDocumentParams) -> None:
    """Let the file on disk count again."""
    ls.symbols.pop(params.text_document.uri, None)
    if ls.session:
        ls.session.close(params.text_document.uri)


def files_changed(
    ls: GoalServer, _params: types.DidSaveTextDocumentParams | types.DidChangeWatchedFilesParams
) -> None:
    """Read what is on disk again."""
    if ls.session:
        ls.session.refresh(written=True)


async def complete(ls: GoalServer, params: types.CompletionParams) -> types.CompletionList | None:
    """What could be written here."""
    if ls.session is None:
        return None
    state = await ls.session.known()
    found = spot_of(ls, ls.session, state, params)
    if found is None:
        return None
    lines = ls.session.lines(found.path)
    line = params.position.line
    return convert.completion(proposals(state, found, lines[line]), line, lines, ls.encoding)


async def explain(ls: GoalServer, params: types.HoverParams) -> types.Hover | None:
    """What is known of the word here."""
    if ls.session is None:
        return None
    state = await ls.session.known()
    found = spot_of(ls, ls.session, state, params)
    told = hover(state, found) if found else ""
    if found is None or not told:
        return None
    place = Span(params.position.line, found.context.start, found.context.end)
    content = types.MarkupContent(types.MarkupKind.PlainText, told)
    return types.Hover(content, convert.text_range(place, ls.session.lines(found.path), ls.encoding))


async def define(ls: GoalServer, params: types.DefinitionParams) -> types.Location | None:
    """Where what is named here is written down."""
    if ls.session is None:
        return None
    state = await ls.session.known()
    found = spot_of(ls, ls.session, state, params)
    what = meaning_at(state, found) if found else None
    place = navigation.definition(state, what) if what else None
    return location_of(ls, ls.session, state, place) if place else None


async def refer(ls: GoalServer, params: types.ReferenceParams) -> list[types.Location] | None:
    """Everywhere that what is named here is named."""
    if ls.session is None:
        return None
    session, state = ls.session, await ls.session.fresh()
    found = spot_of(ls, session, state, params)
    what = meaning_at(state, found) if found else None
    if what is None:
        return None
    places = navigation.references(state, what, declared=params.context.include_declaration)
    return [location_of(ls, session, state, place) for place in places]


def outline(ls: GoalServer, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
    """What the file consists of; while it cannot be read, what it consisted of last."""
    uri = params.text_document.uri
    path = ls.session.buffers.path(uri) if ls.session else None
    state = ls.session.state if ls.session else None
    if ls.session is None or state is None or path is None:
        return None
    lines = ls.session.lines(path)
    kind = kind_of(state, path, lines)
    if kind in ("", "config", "series", "log"):
        return None
    document, _ = read_document("\n".join(lines).encode(errors="surrogatepass"), path)
    if not document.broken:
        ls.symbols[uri] = convert.symbols(navigation.symbols(document, kind, lines), lines, ls.encoding)
    return ls.symbols.get(uri)


HANDLERS: Mapping[str, tuple[Callable[..., Any], Any]] = {
    types.INITIALIZE: (initialize, None),
    types.INITIALIZED: (initialized, None),
    types.SHUTDOWN: (shutdown, None),
    types.TEXT_DOCUMENT_DID_OPEN: (did_open, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (did_change, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (did_close, None),
    types.TEXT_DOCUMENT_DID_SAVE: (files_changed, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (files_changed, None),
    types.TEXT_DOCUMENT_COMPLETION: (complete, types.CompletionOptions(trigger_characters=_TRIGGERS)),
    types.TEXT_DOCUMENT_HOVER: (explain, None),
    types.TEXT_DOCUMENT_DEFINITION: (define, None),
    types.TEXT_DOCUMENT_REFERENCES: (refer, None),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (outline, None),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (prepare_rename, None),
    types.TEXT_DOCUMENT_RENAME: (rename, types.RenameOptions(prepare_provider=True)),
}
"""The handler of each method, with what the editor is told of it."""
