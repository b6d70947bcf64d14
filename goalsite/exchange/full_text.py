"""Rendered pages -> what an indexer reads of them: what people wrote, without the words of the site itself.

A theme puts that between `<!--text-->` and `<!--/text-->`. Each page is known by its place in the search's
data, so that a hit is one of the rows that a reader's browser holds already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from goalsite.exchange.search_more import entries
from goalsite.pages.desk import Desk
from goalsite.pages.paths import page_path

_TEXT = re.compile(r"<!--text-->(.*?)<!--/text-->", re.DOTALL)
_UNSPACED = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_IS_UNSPACED = re.compile(_UNSPACED)
_SEAMS = re.compile(f"(?<={_UNSPACED})(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?={_UNSPACED})")
_TAG, _WORD = re.compile(r"<[^>]*>|&[#\w]+;"), re.compile(r"[^\W_]")
_LABELS = re.compile(r"<div><dt>.*?</dt>", re.DOTALL)  # of facts, not of a list that somebody wrote


class Place(NamedTuple):
    """Where a page stands among the rows of the search that have a page of their own, and its title."""

    number: int
    title: str


class Document(NamedTuple):
    """A page for the two indexers: `spaced` for words between spaces, `unspaced` for Chinese.

    `unspaced` is empty where the page has no Chinese, and both where nobody wrote a word. Both are HTML.
    """

    number: int
    spaced: str
    unspaced: str


def places(desk: Desk) -> dict[str, Place]:
    """By path, the pages whose text is found: goals, KPIs, units, people, cycles and plain pages.

    They are numbered in the order of the search's data; the rows of key results and tags are not counted.
    """
    return {path: Place(number, title) for number, (path, title) in enumerate(_pages(desk))}


def _pages(desk: Desk) -> Iterator[tuple[str, str]]:
    for objective in desk.corpus.objectives:
        yield page_path("objective", objective.id), objective.title
    for kpi in desk.corpus.kpis:
        yield page_path("kpi", kpi.id), kpi.title
    for entry in entries(desk):
        if entry.kind != "tag":
            yield entry.path, entry.title


def document(place: Place, page: str) -> Document:
    """What an indexer reads of the page whose HTML is `page`; it refuses to index nothing but signs."""
    text = _LABELS.sub("<div>", "\n".join(f"<div>{part}</div>" for part in _TEXT.findall(page)))
    if not _WORD.search(_TAG.sub("", text)):
        return Document(place.number, "", "")
    title = escape(place.title)
    is_unspaced = _IS_UNSPACED.search(title + text)
    # Between characters of two scripts there is a word's end, also where nobody wrote a space.
    spaced = _SEAMS.sub(" ", text) if is_unspaced else text
    return Document(
        place.number,
        _html(_SEAMS.sub(" ", title), spaced),
        _html(title, text) if is_unspaced else "",
    )


def _html(title: str, text: str) -> str:
    return (
        '<!doctype html><html><head><meta charset="utf-8"></head>'
        f'<body><h1 data-pagefind-meta="title">{title}</h1>\n'
        f"<main data-pagefind-body>{text}</main></body></html>\n"
    )
