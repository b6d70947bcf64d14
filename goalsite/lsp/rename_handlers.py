"""What is answered to an editor that renames."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from goalsite.edit.patch import RefusedError
from goalsite.lsp import convert, renaming
from goalsite.lsp.positions import Span, split_lines
from goalsite.lsp.renaming import Edit, renamable
from goalsite.lsp.requests import spot_of
from goalsite.lsp.server import GoalServer
from goalsite.lsp.session import Session
from goalsite.lsp.spot import Spot
from goalsite.lsp.workspace import State

T = TypeVar("T")


async def prepare_rename(ls: GoalServer, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder:
    """The id here that may be renamed, or why none may."""
    session, state, found = await _to_rename(ls, params)
    name = _or_refused(lambda: renamable(state, found))
    span = Span(params.position.line, name.start, name.end)
    place = convert.text_range(span, session.lines(found.path), ls.encoding)
    return types.PrepareRenamePlaceholder(range=place, placeholder=name.now)


async def rename(ls: GoalServer, params: types.RenameParams) -> types.WorkspaceEdit:
    """The edits that give what is named here another id, or why it keeps its own."""
    session, state, found = await _to_rename(ls, params)

    def edits() -> tuple[Edit, ...]:
        return renaming.rename(state, renamable(state, found).what, params.new_name)

    by_path: dict[str, list[types.TextEdit]] = {}
    for edit in _or_refused(edits):
        lines = split_lines(state.text(edit.path))
        place = convert.text_range(edit.span, lines, ls.encoding)
        by_path.setdefault(edit.path, []).append(types.TextEdit(place, edit.text))
    return _workspace_edit(ls, session, by_path)


async def _to_rename(
    ls: GoalServer, params: types.PrepareRenameParams | types.RenameParams
) -> tuple[Session, State, Spot]:
    if ls.session is None:
        raise _refusal("no project is open here")
    state = await ls.session.fresh()
    found = spot_of(ls, ls.session, state, params)
    if found is None:
        raise _refusal("this file belongs to no goal")
    return ls.session, state, found


def _or_refused(answer: Callable[[], T]) -> T:
    try:
        return answer()
    except RefusedError as error:
        raise _refusal(str(error)) from error


def _refusal(why: str) -> JsonRpcException:
    return JsonRpcException(why, types.LSPErrorCodes.RequestFailed.value)


def _workspace_edit(
    ls: GoalServer, session: Session, edits: Mapping[str, list[types.TextEdit]]
) -> types.WorkspaceEdit:
    """Edits by file; with the versions they are meant for, where the editor understands that."""
    workspace = ls.client_capabilities.workspace
    if not (workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes):
        return types.WorkspaceEdit(changes={session.buffers.uri(path): made for path, made in edits.items()})
    changes = []
    for path, made in edits.items():
        buffer = session.buffers.get(path)
        version = buffer.version if buffer else None
        which = types.OptionalVersionedTextDocumentIdentifier(session.buffers.uri(path), version)
        changes.append(types.TextDocumentEdit(which, list(made)))
    return types.WorkspaceEdit(document_changes=list(changes))
