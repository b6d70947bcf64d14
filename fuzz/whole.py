"""Files in memory -> everything that `goalsite check` says of them, in every format; and the files mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from zoneinfo import available_timezones

from goalsite.analysis.analyse import analyse
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.edit.fix import fixes
from goalsite.edit.patch import FilePatch
from goalsite.graph.build import build_graph
from goalsite.history.timeline import Timeline
from goalsite.lint.lint import Subject, lint, on_config
from goalsite.lint.settle import settle
from goalsite.model.corpus import read_corpus
from goalsite.model.settings import read_config
from goalsite.report.findings import Findings
from goalsite.report.formats import FORMATS, written
from goalsite.source.assets import active_images, namesakes
from goalsite.source.raw import raw_text
from goalsite.source.read import read_documents, read_mapping
from goalsite.source.tree import MemoryTree

Files = Mapping[str, bytes | str]
"""A repository: the content of each file by its path."""

CONFIG = "config.yaml"
ZONES = frozenset(available_timezones())


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a repository on a day, and what it was read with."""

    tree: MemoryTree
    config: Config
    as_of: date
    found: tuple[Diagnostic, ...]


def check(files: Files, as_of: date) -> Checked:
    """What `goalsite check` finds in the files, without git."""
    tree = MemoryTree(files)
    node, found = read_mapping(tree, CONFIG)
    config, from_config = read_config(node, CONFIG, ZONES)
    documents, from_files = read_documents(tree, config.goals_dir, (*config.exclude, config.site_dir))
    corpus, names, from_model = read_corpus(documents, config)
    graph, from_graph = build_graph(corpus, names, config)
    analysis = analyse(corpus, graph, Timeline(), config, as_of)
    raw = partial(raw_text, tree)
    from_rules = lint(Subject(documents, corpus, graph, analysis, config, raw))
    everything = (
        *in_order((*found, *from_config)),
        *from_files,
        *from_model,
        *from_graph,
        *namesakes(corpus.assets),
        *active_images(tree, corpus.assets),
        *on_config(config, CONFIG, raw),
        *from_rules,
    )
    return Checked(tree, config, as_of, settle(everything, documents.documents, config))


def told(checked: Checked) -> dict[str, str]:
    """The findings in every format, by its name."""
    lines: dict[str, list[str]] = {}

    def line_of(path: str, number: int) -> str | None:
        if path not in lines:
            lines[path] = raw_text(checked.tree, path).split("\n")
        return lines[path][number - 1] if 0 < number <= len(lines[path]) else None

    findings = Findings(checked.found, checked.as_of, line_of)
    return {form: written(findings, form) for form in FORMATS}


def mended(checked: Checked) -> tuple[FilePatch, ...]:
    """What `goalsite check --fix` would write."""
    return fixes(checked.tree, checked.found, checked.config)


def with_patches(files: Files, patches: tuple[FilePatch, ...]) -> dict[str, bytes | str]:
    """The repository as it is after the patches."""
    return {**files, **{patch.path: patch.after for patch in patches}}
