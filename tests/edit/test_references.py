from __future__ import annotations

from goalsite.core.config import Config
from goalsite.edit.fix import fixes
from goalsite.edit.references import moved_references
from goalsite.graph.resolve import Resolver
from goalsite.model.corpus import read_corpus
from goalsite.model.records import Kpi, Objective
from goalsite.model.shapes import Ref
from goalsite.source.read import read_documents
from goalsite.source.tree import MemoryTree
from tests.authored import goal

FILES = {
    "goals/2026/win-trust.md": goal("aliases: [old/trust, confidence]\nkey_results: [{id: nps}]"),
    "goals/kpis/uptime.md": goal("aliases: [availability]\nsupports: [trust]"),
    "goals/web/2026-Q4/a.md": goal(
        """
        supports: [confidence, win-trust , 'old/trust#nps']  # aims
        guards:
          - availability
        contributes: [{to: trust, weight: 2}]
        depends_on: [nobody, 2026/win-trust]
        due: 2026/12/05
        key_results:
          - {id: up, metric: {kpi: availability, target: 5}}
        """
    ),
}


def patched(files: dict[str, str]) -> dict[str, str]:
    """The files with every alias in a reference replaced, as the whole program resolves them."""
    tree = MemoryTree(files)
    documents, _ = read_documents(tree)
    corpus, names, found = read_corpus(documents, Config())
    goals: dict[str, Objective | Kpi] = {one.id: one for one in corpus.objectives}
    goals |= {one.id: one for one in corpus.kpis}

    def resolve(ref: Ref, place: str, source: Objective | Kpi) -> str | None:
        aim = Resolver(names, goals, frozenset(), "goals").aim(ref, place, source)
        return aim.target if aim and not aim.outside else None

    moved = moved_references(corpus, resolve)
    return {one.path: one.after.decode() for one in fixes(tree, found, Config(), moved)}


def test_a_reference_by_an_old_name_is_written_as_the_present_id_together_with_other_repairs() -> None:
    after = patched(FILES)
    assert after["goals/web/2026-Q4/a.md"] == goal(
        """
        supports: [2026/win-trust, win-trust , '2026/win-trust#nps']  # aims
        guards:
          - kpis/uptime
        contributes: [{to: 2026/win-trust, weight: 2}]
        depends_on: [nobody, 2026/win-trust]
        due: 2026-12-05
        key_results:
          - {id: up, metric: {kpi: kpis/uptime, target: 5}}
        """
    )
    assert after["goals/kpis/uptime.md"] == goal("aliases: [availability]\nsupports: [2026/win-trust]")
    assert "goals/2026/win-trust.md" not in after, "the alias stays"


def test_what_was_written_anew_stays() -> None:
    assert patched(FILES | patched(FILES)) == {}
