"""A real editor and the real process, over standard input and output."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.commands import goalsite, write
from tests.lsp.editor import AS_OF, Editor, codes, editing
from tests.lsp.project import FILES, GREEN, TRUST, mark

HALF = FILES[GREEN].replace("supports: [win-trust#nps]", "supports: [win-")
LINK = mark(FILES[GREEN], "[[win-trust]]", 4)


def run(scenario: Coroutine[None, None, None]) -> None:
    # In a thread of its own: the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, asyncio.wait_for(scenario, 240)).result()


def clean(found: list[str]) -> bool:
    return not found


def has(code: str) -> Callable[[list[str]], bool]:
    return lambda found: code in found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def where(place: types.Range) -> tuple[int, int, int, int]:
    return place.start.line, place.start.character, place.end.line, place.end.character


def test_findings_follow_what_is_typed(folder: Path) -> None:
    """A mistake is told as it is typed, and gone once it is mended, without any file being saved."""

    async def scenario() -> None:
        async with editing(folder) as editor:
            editor.open(GREEN, FILES[GREEN].replace("[win-trust#nps]\n", "[win-trst]\n"))
            (found,) = await editor.told(GREEN, has("S003"))
            assert where(found.range) == (4, 11, 4, 19)
            assert found.message == 'no goal is called "win-trst"\nhint: did you mean "win-trust"?'
            assert found.severity is types.DiagnosticSeverity.Error
            editor.type(GREEN, HALF)
            await editor.told(GREEN, has("S030"))
            editor.type(GREEN, FILES[GREEN])
            await editor.told(GREEN, clean)

    run(scenario())


def test_findings_are_told_of_other_files_and_taken_back(folder: Path) -> None:
    async def scenario() -> None:
        async with editing(folder) as editor:
            editor.open(TRUST, FILES[TRUST].replace("id: nps", "id: score"))
            assert codes(await editor.told(GREEN, has("S045")))
            editor.text_document_did_close(
                types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(editor.uri(TRUST)))
            )
            await editor.told(GREEN, clean)

    run(scenario())


@pytest.mark.parametrize(
    ("encodings", "start"), [(None, 9), (["utf-32", "utf-16"], 8), (["utf-8"], 21), (["utf-7"], 9)]
)
def test_places_are_counted_as_agreed(
    folder: Path, encodings: list[types.PositionEncodingKind | str] | None, start: int
) -> None:
    """In the first encoding of the editor's choice that both know, else in UTF-16."""

    async def scenario() -> None:
        async with editing(folder, encodings=encodings) as editor:
            editor.open(GREEN, "---\ntitle: x\n---\n😀客户信任 见 [[nobody]] @ada\n")
            found = await editor.told(GREEN, has("S016"))
            (link,) = [one for one in found if one.code == "S016"]
            assert where(link.range) == (3, start, 3, start + len("[[nobody]]"))

    run(scenario())


def test_a_half_typed_reference_is_completed(folder: Path) -> None:
    async def scenario() -> None:
        async with editing(folder) as editor:
            editor.open(GREEN)
            editor.type(GREEN, HALF)
            text = mark(HALF, "[win-", 5)
            found = await editor.text_document_completion_async(
                types.CompletionParams(**editor.at(GREEN, text))
            )
            assert isinstance(found, types.CompletionList)
            one = next(item for item in found.items if item.label == "2026-Q4/win-trust")
            assert one.detail == "客户信任我们"
            assert isinstance(one.text_edit, types.TextEdit)
            assert (where(one.text_edit.range), one.text_edit.new_text) == (
                (4, 11, 4, 15),
                "2026-Q4/win-trust",
            )

    run(scenario())


def test_hover_definition_references_and_symbols_answer(folder: Path) -> None:
    async def scenario() -> None:
        async with editing(folder) as editor:
            editor.open(GREEN)
            at = editor.at(GREEN, LINK)
            hover = await editor.text_document_hover_async(types.HoverParams(**at))
            assert hover is not None
            assert isinstance(hover.contents, types.MarkupContent)
            assert hover.contents.value.startswith("客户信任我们\nobjective")
            place = await editor.text_document_definition_async(types.DefinitionParams(**at))
            assert isinstance(place, types.Location)
            assert (place.uri, place.range.start.line) == (editor.uri(TRUST), 1)
            context = types.ReferenceContext(include_declaration=True)
            places = await editor.text_document_references_async(types.ReferenceParams(context=context, **at))
            assert [(one.uri, where(one.range)) for one in places or ()] == [
                (editor.uri(GREEN), (4, 11, 4, 24)),
                (editor.uri(GREEN), (19, 6, 19, 15)),
                (editor.uri(GREEN), (19, 25, 19, 38)),
            ]
            which = types.TextDocumentIdentifier(editor.uri(GREEN))
            symbols = await editor.text_document_document_symbol_async(types.DocumentSymbolParams(which))
            assert symbols is not None
            assert isinstance(symbols[0], types.DocumentSymbol)
            assert [one.name for one in symbols[0].children or ()][1] == "Slow builds are rare"

    run(scenario())


def apply(editor: Editor, edit: types.WorkspaceEdit) -> None:
    """Write the edits of a rename into the files."""
    for change in edit.document_changes or ():
        assert isinstance(change, types.TextDocumentEdit)
        path = next(path for path in FILES if editor.uri(path) == change.text_document.uri)
        file = editor.folder / path
        lines = [
            line.encode("utf-16-le") for line in file.read_text(encoding="utf-8").splitlines(keepends=True)
        ]
        for one in sorted(change.edits, key=lambda each: where(each.range), reverse=True):
            assert isinstance(one, types.TextEdit)
            line, start, last, end = where(one.range)
            assert line == last
            inserted = one.new_text.encode("utf-16-le")
            lines[line] = lines[line][: start * 2] + inserted + lines[line][end * 2 :]
        file.write_bytes(b"".join(lines).decode("utf-16-le").encode())


@pytest.mark.parametrize(
    ("text", "now", "new"),
    [
        (LINK, "2026-Q4/win-trust", "2026-Q4/be-trusted"),
        (mark(FILES[GREEN], "#nps", 2), "nps", "推荐"),
        (mark(FILES[GREEN], "p90"), "p90", "p99"),
        (mark(FILES[GREEN], "uptime"), "platform/kpis/uptime", "up"),
    ],
)
def test_a_rename_leaves_a_project_without_findings(folder: Path, text: str, now: str, new: str) -> None:
    async def scenario() -> None:
        async with editing(folder) as editor:
            editor.open(GREEN)
            at = editor.at(GREEN, text)
            prepared = await editor.text_document_prepare_rename_async(types.PrepareRenameParams(**at))
            assert isinstance(prepared, types.PrepareRenamePlaceholder)
            assert prepared.placeholder == now
            edit = await editor.text_document_rename_async(types.RenameParams(new_name=new, **at))
            assert edit is not None
            apply(editor, edit)

    run(scenario())
    done = goalsite("check", "--as-of", AS_OF, cwd=folder)
    assert (done.code, done.err) == (0, "")
    assert any(new in file.read_text(encoding="utf-8") for file in folder.rglob("*.md"))


def test_what_cannot_be_renamed_is_refused_with_its_reason(folder: Path) -> None:
    async def scenario() -> None:
        async with editing(folder) as editor:
            editor.open(GREEN)
            at = editor.at(GREEN, mark(FILES[GREEN], "owner: ada", 8))
            with pytest.raises(JsonRpcException, match="a person is not renamed here"):
                await editor.text_document_prepare_rename_async(types.PrepareRenameParams(**at))
            at = editor.at(GREEN, LINK)
            with pytest.raises(JsonRpcException, match="holds a space"):
                await editor.text_document_rename_async(types.RenameParams(new_name="a b", **at))

    run(scenario())


def test_a_mistake_in_the_configuration_is_told_there(folder: Path) -> None:
    async def scenario() -> None:
        async with editing(folder) as editor:
            editor.open("config.yaml", "site_nam: x\n")
            assert "S001" in codes(await editor.told("config.yaml", has("S001")))

    run(scenario())


def test_the_folder_and_the_configuration_may_be_given(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "okr", FILES | {"other.yaml": "goals_dir: aims\n", "aims/a.md": "---\nx: 1\n---\n"}
    )

    async def scenario() -> None:
        async with editing(tmp_path, "-C", str(folder), "--config", "other.yaml") as editor:
            editor.open("okr/aims/a.md")
            assert "S001" in codes(await editor.told("okr/aims/a.md", has("S001")))

    run(scenario())


def test_files_outside_the_goals_and_hostile_texts_do_no_harm(folder: Path) -> None:
    async def scenario() -> None:
        async with editing(folder) as editor:
            (folder / "README.md").write_text("x", encoding="utf-8")
            editor.open("README.md", "---\nowner: [\n---\n")
            editor.open(GREEN)
            for text in (
                "",
                "\x00",
                "---\n" + "[" * 3000,
                "\u2028\x0c---\n",
                "---\n- - -\n{}: :\n---\n[[",
                "‸",
            ):
                editor.type(GREEN, text)
                for line in (0, 1, 99):
                    at = types.Position(line, 3)
                    which = types.TextDocumentIdentifier(editor.uri(GREEN))
                    await editor.text_document_completion_async(types.CompletionParams(which, at))
                    await editor.text_document_hover_async(types.HoverParams(which, at))
                    await editor.text_document_document_symbol_async(types.DocumentSymbolParams(which))
            readme = types.TextDocumentIdentifier(editor.uri("README.md"))
            hover = await editor.text_document_hover_async(types.HoverParams(readme, types.Position(1, 2)))
            assert hover is None
            editor.type(GREEN, FILES[GREEN])
            context = types.ReferenceContext(include_declaration=True)
            params = types.ReferenceParams(context=context, **editor.at(GREEN, LINK))
            assert len(await editor.text_document_references_async(params) or ()) == 3
            assert editor.uri("README.md") not in editor.heard

    run(scenario())


def test_a_folder_without_goals_and_an_editor_without_a_folder_hear_nothing(tmp_path: Path) -> None:
    async def scenario(*, workspace: bool) -> None:
        async with editing(tmp_path, workspace=workspace) as editor:
            editor.open("notes.md", "---\ntitle: [\n---\n")
            which = types.TextDocumentIdentifier(editor.uri("notes.md"))
            params = types.HoverParams(which, types.Position(1, 1))
            assert await editor.text_document_hover_async(params) is None
            assert editor.heard == {}

    run(scenario(workspace=True))
    run(scenario(workspace=False))
