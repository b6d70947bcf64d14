"""The server of one editor: what was agreed with it, and its session."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from goalsite import __version__
from goalsite.core.diagnostics import Diagnostic
from goalsite.lsp import convert
from goalsite.lsp.positions import Encoding
from goalsite.lsp.session import Session
from goalsite.lsp.workspace import Day


class GoalServer(LanguageServer):
    """A language server for the project in `folder`, or without one in the folder its editor opened."""

    def __init__(self, folder: Path | None, config_path: str, day: Day) -> None:
        # Whole texts: an edit by lines would be applied to lines that end elsewhere than the editor's.
        super().__init__("goalsite", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.session: Session | None = None
        self.was_shut_down = False
        self.symbols: dict[str, list[types.DocumentSymbol]] = {}
        self._folder, self._config_path, self._day = folder, config_path, day

    @property
    def encoding(self) -> Encoding:
        """The encoding in which the editor counts."""
        agreed = str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        return next((one for one in get_args(Encoding) if one == agreed), "utf-16")

    def begin(self) -> None:
        """Open the project; without a folder there is none, and every answer is empty."""
        root = self._folder or self._root()
        if root is not None and root.is_dir():
            self.session = Session(root, self._config_path, self._day, self._publish, self._tell)
            self.session.refresh(written=True)

    def _root(self) -> Path | None:
        folders = [folder.uri for folder in self.workspace.folders.values()]
        path = to_fs_path(self.workspace.root_uri or (folders[0] if folders else ""))
        return Path(path) if path else None

    def _publish(self, path: str, found: tuple[Diagnostic, ...], lines: list[str]) -> None:
        if self.session is None:
            return
        buffer = self.session.buffers.get(path)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=self.session.buffers.uri(path),
                version=buffer.version if buffer else None,
                diagnostics=[convert.diagnostic(one, lines, self.encoding) for one in found],
            )
        )

    def _tell(self, trouble: str) -> None:
        """A bug of ours: the last line to the editor's user, all of it to its log."""
        summary = f"goalsite: a bug of ours: {trouble.strip().splitlines()[-1]}"
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, summary))
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, trouble))
