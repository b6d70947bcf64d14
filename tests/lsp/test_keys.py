from __future__ import annotations

import pytest

from goalsite.graph.resolve import PLACES
from goalsite.lsp.keys import _NAMES, ITEM, Key, keys_of, place
from goalsite.schemas.files import KINDS

TAKEN = {*PLACES, "handle", "unit", "cycle", "result", "id", "formula"}


def find(kind: str, path: str) -> Key | None:
    """The key at a dotted path, lists entered."""
    keys, key = keys_of(kind), None
    for name in path.split("."):
        key = keys.get(name)
        keys = key.keys if key else {}
    return key


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_says_what_it_means(kind: str) -> None:
    pending = [(name, key) for name, key in keys_of(kind).items()]
    for name, key in pending:
        assert key.meaning, name
        pending += [(f"{name}.{inner}", one) for inner, one in key.keys.items()]


@pytest.mark.parametrize(("kind", "path"), [(kind, path) for kind, paths in _NAMES.items() for path in paths])
def test_every_key_that_names_something_is_a_key(kind: str, path: str) -> None:
    key = find(kind, path)
    assert key is not None
    assert key.takes in TAKEN


def test_words_are_those_the_key_takes() -> None:
    assert [word for word, _ in keys_of("objective")["commitment"].words] == ["committed", "aspirational"]
    assert ("true", "") in keys_of("kpi")["leading"].words
    assert "week" in dict(keys_of("team")["cadence"].words)
    assert keys_of("objective")["owner"].words == ()
    assert {word for word, _ in keys_of("kpi")["kind"].words} == {
        "objective",
        "kpi",
        "team",
        "person",
        "page",
    }


def test_codes_of_rules_are_words_with_their_meaning() -> None:
    ignore = keys_of("config")["rules"].keys["ignore"]
    assert ignore.many
    assert "output-verb" in dict(ignore.words)["Q104"]


def test_a_path_leads_to_the_keys_that_may_stand_there() -> None:
    keys = keys_of("objective")
    top = place(keys, ())
    assert top is not None
    assert "key_results" in top.keys
    inside = place(keys, ("key_results", ITEM, "metric"))
    assert inside is not None
    assert {"unit", "baseline", "target", "kpi"} <= set(inside.keys)


def test_a_list_has_no_keys_outside_of_its_entries() -> None:
    beside = place(keys_of("objective"), ("key_results",))
    assert beside is not None
    assert (dict(beside.keys), beside.within) == ({}, False)


@pytest.mark.parametrize("path", [("nothing",), ("owner", ITEM), ("key_results", "metric"), (ITEM,)])
def test_a_path_that_leads_nowhere_is_none(path: tuple[str, ...]) -> None:
    assert place(keys_of("objective"), path) is None
