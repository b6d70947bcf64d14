"""What a request is about, and places as answers."""

from __future__ import annotations

from typing import Protocol

from lsprotocol import types

from goalsite.lsp import convert
from goalsite.lsp.navigation import Location
from goalsite.lsp.positions import split_lines, to_column
from goalsite.lsp.server import GoalServer
from goalsite.lsp.session import Session
from goalsite.lsp.spot import Spot, spot
from goalsite.lsp.workspace import State


class Placed(Protocol):
    """A request about a place in a file."""

    text_document: types.TextDocumentIdentifier
    position: types.Position


def spot_of(
    ls: GoalServer,
    session: Session,
    state: State,
    params: Placed,
) -> Spot | None:
    """What stands where a request points; None outside the project and the file."""
    path = session.buffers.path(params.text_document.uri)
    if path is None:
        return None
    lines, number = session.lines(path), params.position.line
    if not 0 <= number < len(lines):
        return None
    column = to_column(lines[number], params.position.character, ls.encoding)
    return spot(state, path, lines, number, column)


def location_of(ls: GoalServer, session: Session, state: State, place: Location) -> types.Location:
    """A place of a file as the editor has it."""
    lines = split_lines(state.text(place.path))
    return types.Location(session.buffers.uri(place.path), convert.text_range(place.span, lines, ls.encoding))
