"""Inline rules: `[[goal]]`, `@person` and bare URLs become links if they lead somewhere, never in code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_inline import StateInline

from goalsite.core.names import is_name_character, is_wide, joins_mention
from goalsite.prose.context import context_of

_GOAL = re.compile(r"\[\[([^\[\]\n]{1,500})\]\](?![(\[])")
_URL = re.compile(r"://[^\s<>\x00-\x1f，。；：！？、（）【】《》「」『』“”‘’]{1,2000}")
_SCHEME = re.compile(r"(?:^|[^A-Za-z0-9])(https?)$")
_TRAILING = "?!.,:;*_~'\""
_MOST_IN_HANDLE = 200
_MOST_TRIED = 40


def goal_rule(state: StateInline, silent: bool) -> bool:
    """A goal or key result in double brackets, shown by its title."""
    if state.linkLevel or not state.src.startswith("[[", state.pos):
        return False
    match = _GOAL.match(state.src, state.pos, state.posMax)
    found = match and context_of(state.env).resolve_goal(match[1].strip())
    if not match or not found:
        return False
    if not silent:
        _push_link(state, found[0], found[1], "goal-link")
    state.pos = match.end()
    return True


def person_rule(state: StateInline, silent: bool) -> bool:
    """A person by handle."""
    if (
        state.linkLevel
        or state.src[state.pos] != "@"
        or (state.pos and joins_mention(state.src[state.pos - 1]))
    ):
        return False
    end = start = state.pos + 1
    while end < min(state.posMax, start + _MOST_IN_HANDLE) and is_name_character(state.src[end]):
        end += 1
    if state.src[end : end + 1] in ("@", "/"):
        return False
    for handle in _handles(state.src[start:end].rstrip(".")):
        target = context_of(state.env).resolve_person(handle)
        if target is not None:
            if not silent:
                _push_link(state, target, f"@{handle}", "person-link")
            state.pos += 1 + len(handle)
            return True
    return False


def _handles(text: str) -> Iterator[str]:
    """What the handle could be: all of it, or its beginning up to where Chinese goes on without a space."""
    if text and text[0] not in "-_.":
        yield text
        for end in range(min(len(text), _MOST_TRIED) - 1, 0, -1):
            if is_wide(text[end]) and text[end - 1] not in "-_.":
                yield text[:end]


def url_rule(state: StateInline, silent: bool) -> bool:
    """A bare http or https URL, without the punctuation that ends its sentence."""
    if silent or state.linkLevel or state.src[state.pos] != ":":
        return False
    match = _URL.match(state.src, state.pos, state.posMax)
    scheme = match and _SCHEME.search(state.pending[-6:])
    if not match or not scheme:
        return False
    rest = _without_end(match[0])
    if len(rest) <= len("://"):
        return False
    url = scheme[1] + rest
    state.pending = state.pending[: -len(scheme[1])]
    _push_link(state, state.md.normalizeLink(url), state.md.normalizeLinkText(url), "")
    state.pos += len(rest)
    return True


def _without_end(url: str) -> str:
    """The URL without final punctuation, and without a final `)` that nothing in it opens."""
    opened = url.count("(") - url.count(")")
    end = len(url)
    while end:
        if url[end - 1] == ")" and opened < 0:
            opened += 1
        elif url[end - 1] not in _TRAILING:
            break
        end -= 1
    return url[:end]


def _push_link(state: StateInline, href: str, text: str, classes: str) -> None:
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": href, "class": classes} if classes else {"href": href}
    opening.meta = {"resolved": bool(classes)}
    state.push("text", "", 0).content = text
    state.push("link_close", "a", -1)
