"""The stage as a whole: files stand beside each other, whatever one of them says."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.core.config import Config
from goalsite.core.diagnostics import Mark
from goalsite.graph.build import build_graph
from goalsite.model import checkins, key_results, kpis, measures, objectives, units
from goalsite.model.corpus import read_corpus
from goalsite.model.settings import CONFIG_KEYS, read_config
from goalsite.source.nodes import Document, Documents, Mapping, Mention, Node, Row, Scalar, Sequence, Table
from goalsite.source.read import read_document, read_table
from tests.authored import goal, read

BROKEN = "---\ntitle: [never closed\n---\n"
SITE = {
    "goals/team.md": goal("lead: ada"),
    "goals/platform/team.md": goal("members: [ada, LIN]"),
    "goals/platform/2026-Q4/builds.md": goal(
        "contributes: [trust]\nkey_results: [{id: p50, metric: {kpi: availability, target: 99%}}]",
        "[[trust]]",
    ),
    "goals/platform/2026-Q4/builds.checkins.csv": "date,kr,confidence\n2026-10-09,p50,.6\n2026-10-09,,.5\n",
    "goals/2026/trust.md": goal("{owner: Ada, key_results: [{id: nps}, {title: unnamed}]}"),
    "goals/2026/twin.md": goal("{id: 2026/trust, onwer: x}"),
    "goals/kpis/availability.md": goal("{unit: '%', supports: [trust]}"),
    "goals/kpis/availability.csv": "date,value\n2026-10-05,99.9%\n2026-10-04,99.8%\n",
    "goals/people/Lin.md": goal("team: platform"),
    "goals/people/lin/2026-Q4/rust.md": goal("supports: [nowhere, rust]"),
    "goals/about.md": "# About\n",
    "goals/broken.md": BROKEN,
}


@given(st.permutations(sorted(SITE)))
@settings(max_examples=30)
def test_the_order_of_the_files_does_not_matter(order: list[str]) -> None:
    assert everything(read_parts(order)) == everything(read_parts(sorted(SITE)))


def read_parts(order: list[str]) -> Documents:
    """The documents and tables of the site in that order."""
    texts = [read_document(SITE[path].encode(), path)[0] for path in order if path.endswith(".md")]
    tables = [read_table(SITE[path].encode(), path)[0] for path in order if path.endswith(".csv")]
    return Documents(tuple(texts), tuple(tables), ())


def everything(documents: Documents) -> tuple[Any, ...]:
    corpus, names, found = read_corpus(documents, Config())
    graph, more = build_graph(corpus, names, Config())
    return corpus, graph, found, more


def test_a_broken_file_does_not_stop_the_others() -> None:
    site = read({**SITE, "goals/2026/bytes.md": b"\xff\xfe", "goals/kpis/open.md": "---\nx: 1\n"})
    assert {"2026/trust", "platform/2026-Q4/builds", "kpis/availability"} <= set(site.goals)
    assert [one.code for one in site.found if one.path in ("goals/2026/bytes.md", "goals/kpis/open.md")] == [
        "S037",
        "S035",
    ]


def test_findings_stand_by_place_and_none_twice() -> None:
    site = read(SITE)
    places = [(one.path, one.line, one.column) for one in site.found]
    assert places == sorted(places)
    assert len(set(site.found)) == len(site.found)


def test_records_of_a_kind_stand_by_id() -> None:
    corpus = read(SITE).corpus
    for records in (corpus.objectives, corpus.kpis, corpus.teams, corpus.people, corpus.pages, corpus.cycles):
        ids = [one.id for one in records]
        assert ids == sorted(ids)


def test_nothing_at_all_is_a_site_with_a_root_unit() -> None:
    site = read({})
    assert site.said() == []
    assert [team.title for team in site.corpus.teams] == ["Goals"]


def test_front_matter_that_is_empty_is_as_good_as_none_but_makes_a_goal() -> None:
    site = read({"goals/2026/a.md": "---\n---\nText", "goals/2026/b.md": "Text"})
    assert [one.id for one in site.corpus.objectives] == ["2026/a"]
    assert [one.id for one in site.corpus.pages] == ["2026/b"]


# Whatever a file holds, reading it ends in records and findings, never in an exception.
WORDS = (
    *("", "~", "null", "true", "false", "yes", "-1", "0", "1", "2.5", ".inf", ".nan", "1e999", "95%", "7/10"),
    *(
        "¥1.2亿",
        "2026",
        "2026-Q4",
        "2026-W53",
        "2026-02-31",
        "2026-10-05",
        "0001-01-01",
        "9999-12-31",
        "a",
        "b",
    ),
    *(
        "a#x",
        "kr",
        "b#kr",
        "2026/a",
        "far:x",
        "https://example.org",
        "javascript:alert(1)",
        "@Ada",
        "ada",
        "week",
    ),
    *(
        "Ada L",
        "10d",
        "closed",
        "dropped",
        "range",
        "lower",
        "window",
        "objective",
        "kpi",
        "team",
        "page",
        "%",
    ),
    *("commit", "a + b", "a / 0", "min", "../x", "con", "\u202e", "x" * 300, "{", "a\nb"),
)
KEYS = sorted(
    {
        *objectives.SHAPE.keys,
        *kpis.SHAPE.keys,
        *units.TEAM.keys,
        *units.PERSON.keys,
        *key_results.SHAPE.keys,
        *checkins.ABOUT_KEY_RESULT.keys,
        *CONFIG_KEYS,
        *(
            "to",
            "goal",
            "team",
            "confirmed",
            "note",
            "from",
            "period",
            "red",
            "min",
            "max",
            "tolerance",
            "target",
        ),
        *(
            "baseline",
            "levels",
            "kpi",
            "over",
            "every",
            "allowed_misses",
            "done",
            "share",
            "stretch",
            "commit",
            "start",
        ),
        *("end", "parent", "name", "nonsense", "date", "value", "text", "top", "kr"),
    }
)
MARK = Mark(3, 5)
scalars = st.builds(Scalar, st.sampled_from(WORDS) | st.text(max_size=12), st.booleans(), st.just(MARK))


def mappings(values: st.SearchStrategy[Node], keys: list[str]) -> st.SearchStrategy[Mapping]:
    """Mappings of those keys."""
    items = st.dictionaries(st.sampled_from(keys), values, max_size=6)
    return items.map(
        lambda one: Mapping(tuple((Scalar(key, True, MARK), value) for key, value in one.items()), MARK)
    )


nodes: st.SearchStrategy[Node] = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda items: Sequence(tuple(items), MARK)) | mappings(inner, KEYS)
    ),
    max_leaves=8,
)


def shaped(keys: list[str]) -> st.SearchStrategy[Mapping]:
    """Mappings with keys of a shape, and lists of mappings among their values."""
    inner = mappings(nodes, KEYS)
    return mappings(
        nodes | inner | st.lists(inner, max_size=3).map(lambda items: Sequence(tuple(items), MARK)), keys
    )


fronts = st.one_of(
    shaped(sorted(objectives.SHAPE.keys)),
    shaped(sorted(kpis.SHAPE.keys)),
    shaped(sorted({*units.TEAM.keys, *units.PERSON.keys})),
    shaped(sorted(key_results.SHAPE.keys)).map(
        lambda one: Mapping(((Scalar("key_results", True, MARK), Sequence((one, one), MARK)),), MARK)
    ),
)
PATHS = (
    "goals/2026/a.md",
    "goals/2026-Q4/b.md",
    "goals/kpis/a.md",
    "goals/x/kpis/b.md",
    "goals/people/ada.md",
    "goals/people/ada/2026/c.md",
    "goals/x/team.md",
    "goals/team.md",
    "goals/d.md",
)
mentions = st.lists(
    st.builds(Mention, st.sampled_from(["goal", "person"]), st.sampled_from(WORDS), st.just(MARK)), max_size=2
)
documents = st.builds(
    lambda path, front, body, said, broken: Document(
        path, None if broken else front, body, 1, tuple(said), broken
    ),
    st.sampled_from(PATHS),
    st.none() | fronts,
    st.sampled_from(["", "# Title", "text"]),
    mentions,
    st.sampled_from([False, False, False, True]),
)
COLUMNS = (*checkins.LOG_COLUMNS, "region", "nonsense")
tables = st.builds(
    lambda stem, columns, rows, broken: Table(
        stem, tuple(columns), tuple(Row({c: row.get(c, "") for c in columns}, 2) for row in rows), broken
    ),
    st.sampled_from([f"{path[:-3]}{suffix}" for path in PATHS for suffix in (".csv", ".checkins.csv")]),
    st.lists(st.sampled_from(COLUMNS), unique=True, max_size=6),
    st.lists(st.dictionaries(st.sampled_from(COLUMNS), st.sampled_from(WORDS)), max_size=4),
    st.booleans(),
)


@given(
    st.lists(documents, max_size=5, unique_by=lambda one: one.path),
    st.lists(tables, max_size=3, unique_by=lambda one: one.path),
    st.none() | shaped(sorted(CONFIG_KEYS)),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_whatever_files_hold_reading_them_never_fails(
    files: list[Document], csvs: list[Table], front: Mapping | None
) -> None:
    config, said = read_config(front, "config.yaml", frozenset({"UTC"}))
    corpus, names, found = read_corpus(Documents(tuple(files), tuple(csvs), ()), config)
    graph, more = build_graph(corpus, names, config)
    for one in (*said, *found, *more):
        assert one.line >= 1
        assert one.column >= 1
        assert one.length >= 1
        assert "\n" not in one.message + one.hint
        assert len(one.message) < 1000
    goals = {goal.id for goal in (*corpus.objectives, *corpus.kpis)}
    assert all(edge.source in goals and (edge.outside or edge.target in goals) for edge in graph.edges)
    teams = {team.id for team in corpus.teams}
    assert all(one.team in teams for one in (*corpus.objectives, *corpus.kpis))
    assert all(team.parent in teams or team.id == "" for team in corpus.teams)
    cycles = {cycle.id for cycle in corpus.cycles}
    assert all(one.cycle in cycles for one in corpus.objectives)
    assert all(cycle.parent is None or cycle.parent in cycles for cycle in corpus.cycles)
    people = {person.id for person in corpus.people}
    assert all(one.person is None or one.person in people for one in (*corpus.objectives, *corpus.kpis))


@given(shaped(sorted(key_results.SHAPE.keys)))
@settings(max_examples=60)
def test_a_key_result_always_has_a_measure_whose_numbers_are_finite(front: Mapping) -> None:
    results = Mapping(((Scalar("key_results", True, MARK), Sequence((front,), MARK)),), MARK)
    corpus, _, _ = read_corpus(Documents((Document("goals/2026/a.md", results, "", 1),), (), ()), Config())
    (result,) = corpus.objectives[0].key_results
    assert type(result.measure).__name__ in (*(name.title() for name in measures.READERS), "Manual")
    assert result.weight >= 0
    assert all(isinstance(one.date, date) for one in result.checkins)
