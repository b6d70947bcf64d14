from __future__ import annotations

import re

from goalsite.language.glossary import TERMS


def test_ids_are_anchors_and_stand_once() -> None:
    ids = [term.id for term in TERMS]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", id_) for id_ in ids)


def test_terms_are_in_alphabetical_order() -> None:
    terms = [term.term.casefold() for term in TERMS]
    assert terms == sorted(terms)


def test_each_term_is_explained_in_sentences() -> None:
    assert [term.id for term in TERMS if not term.text.endswith(".")] == []
