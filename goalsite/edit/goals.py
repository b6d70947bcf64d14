"""Which goal somebody means: a name -> the file of an objective or KPI, without reading all of them.

A name is an id, an alias, an unambiguous end of one by whole segments or beginning of one, or the path of a
file. Of all files only the text is looked at, for the name; what holds it is read.
"""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.core.config import Config
from goalsite.core.names import id_from_path, nfc
from goalsite.core.text import any_of
from goalsite.edit.patch import RefusedError
from goalsite.model.corpus import read_corpus
from goalsite.model.names import Ambiguous, Named, Namespace, namespaces
from goalsite.model.outline import Entry, namespace_of, outline
from goalsite.model.records import Corpus, Kpi, Objective
from goalsite.model.shapes import shorten
from goalsite.source.decode import DOCUMENT_BYTES
from goalsite.source.nodes import Document, Documents
from goalsite.source.read import read_document, read_table
from goalsite.source.tree import Tree, inner_path
from goalsite.source.wanted import wanted

KINDS = ("objective", "kpi")
_MOST_TOLD = 5


def corpus_of_goal(tree: Tree, config: Config, name: str) -> tuple[Objective | Kpi, Corpus]:
    """The goal that is meant, and a corpus of it alone with the units above it.

    Raises RefusedError where no goal, or more than one, is meant, or its file cannot be read.
    """
    entry = _entry(tree, config, name)
    path = entry.document.path
    stem = path.removesuffix(".md")
    tables = [
        read_table(tree.read(beside), beside)[0]
        for beside in (f"{stem}.csv", f"{stem}.checkins.csv")
        if tree.exists(beside)
    ]
    units = [one for one in _paths(tree, config) if one.endswith("team.md") and one != path]
    documents = (entry.document, *(_document(tree, one) for one in units))
    corpus, _, _ = read_corpus(Documents(documents, tuple(tables), ()), config)
    goals: Iterable[Objective | Kpi] = (*corpus.objectives, *corpus.kpis)
    goal = next((one for one in goals if one.path == path), None)
    if goal is None:
        raise RefusedError(f"{path} cannot be read at present", "goalsite check tells what to mend")
    return goal, corpus


def _entry(tree: Tree, config: Config, name: str) -> Entry:
    """The place of the goal that is meant."""
    sought = nfc(name.strip().strip("/"))
    paths = _paths(tree, config)
    if sought in paths:
        found = _goals((_document(tree, sought),), config)
        if not found:
            raise RefusedError(f"{sought} is neither an objective nor a KPI", "name a goal")
        return found[0]
    if sought:
        likely = [path for path in paths if _may_mean(tree, path, sought.rpartition("/")[2])]
        found = _goals((_document(tree, path) for path in likely), config)
        if entry := _meant(found, sought):
            return entry
    entries = _goals((_document(tree, path) for path in paths), config)
    if entry := _meant(entries, sought):
        return entry
    hint = _names(entries).suggestion(sought, KINDS) if sought else ""
    hint = hint or "name an id, an alias, or the end or the beginning of one"
    raise RefusedError(f'no goal is called "{shorten(name)}"', hint)


def _paths(tree: Tree, config: Config) -> list[str]:
    folder = inner_path(config.goals_dir) or ""
    listed = wanted(tree, folder, config.left_alone)
    return [
        one.path
        for one in listed
        if one.kind == "file" and one.path.endswith(".md") and one.size <= DOCUMENT_BYTES
    ]


def _may_mean(tree: Tree, path: str, word: str) -> bool:
    """Whether the id or an alias of a file may hold the word: its path does, or its text."""
    if word in id_from_path(path):
        return True
    try:
        data = tree.read(path)
    except OSError:
        return False
    if word.isascii():
        return word.encode() in data
    return word in nfc(data.decode(errors="replace"))


def _document(tree: Tree, path: str) -> Document:
    try:
        return read_document(tree.read(path), path)[0]
    except OSError:
        return Document(path, None, "", 1, broken=True)


def _goals(documents: Iterable[Document], config: Config) -> list[Entry]:
    entries, _ = outline(documents, config.goals_dir)
    return [one for one in entries if namespace_of(one.kind) == "goals"]


def _names(entries: Iterable[Entry]) -> Namespace:
    return namespaces(entries, {})["goals"]


def _meant(entries: list[Entry], sought: str) -> Entry | None:
    """The one entry that is meant; RefusedError lists those that may be."""
    named = _names(entries).resolve(sought, KINDS)
    if named is None:
        begun = {
            entry.id
            for entry in entries
            if sought
            for whole in (entry.id, *(alias for alias, _ in entry.aliases))
            if whole.startswith(sought) or whole.rpartition("/")[2].startswith(sought)
        }
        named = Ambiguous(tuple(sorted(begun))) if len(begun) > 1 else None
        if len(begun) == 1:
            return next(entry for entry in entries if entry.id in begun)
    if isinstance(named, Ambiguous):
        first = [f'"{one}"' for one in named.ids[:_MOST_TOLD]]
        more = len(named.ids) - _MOST_TOLD
        listed = any_of([*first, f"{more} more"] if more > 0 else first)
        raise RefusedError(f'"{shorten(sought)}" may be {listed}', "write more of it")
    return next((one for one in entries if isinstance(named, Named) and one.id == named.id), None)
