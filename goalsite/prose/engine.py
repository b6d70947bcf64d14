"""The parser with our rules, made once; what is particular to a text comes with its environment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from goalsite.prose.context import context_of
from goalsite.prose.headings import set_headings
from goalsite.prose.links import rewritten
from goalsite.prose.mentions import goal_rule, person_rule, url_rule

MOST_INLINE = 20_000
"""The longest paragraph (in characters) with markup: the inline parser is not always linear."""

_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]{1,100}\]")


@lru_cache(maxsize=1)
def engine() -> MarkdownIt:
    """The one parser and renderer."""
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False, "tasklists": True})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False)
    parser.inline.ruler.at("footnote_ref", _short_footnote_ref)
    parser.inline.ruler.before("link", "goal", goal_rule)
    parser.inline.ruler.push("person", person_rule)
    parser.inline.ruler.push("url", url_rule)
    parser.core.ruler.before("inline", "long_runs", _leave_long_runs)
    parser.core.ruler.push("headings", _headings)
    parser.core.ruler.push("links", _links)
    parser.core.ruler.push("cells", _align_by_class)
    parser.add_render_rule("list_item_open", _list_item)
    return parser


@lru_cache(maxsize=1)
def outline_engine() -> MarkdownIt:
    """A parser of blocks only, which tells where headings and link definitions stand."""
    parser = MarkdownIt("commonmark", {"html": False, "inline_definitions": True})
    return parser.disable(["inline", "text_join"])


def _short_footnote_ref(state: StateInline, silent: bool) -> bool:
    """The plugin's rule, asked only where a footnote can be: alone it reads on to the end at every `[^`."""
    return bool(_FOOTNOTE.match(state.src, state.pos)) and footnote_ref(state, silent)


def _leave_long_runs(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > MOST_INLINE:
            token.children = [Token("text", "", 0, content=token.content)]
            token.content = ""


def _headings(state: StateCore) -> None:
    context = context_of(state.env)
    context.headings += set_headings(state.tokens, context.shift, context.slugs)


def _links(state: StateCore) -> None:
    context = context_of(state.env)
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = rewritten(token.children, context)


def _align_by_class(state: StateCore) -> None:
    """Columns are aligned by a class: a `style` attribute would break the site's content security policy."""
    for token in state.tokens:
        if token.type in ("th_open", "td_open") and "style" in token.attrs:
            side = str(token.attrs.pop("style")).removeprefix("text-align:")
            token.attrs["class"] = f"align-{side}"


def _list_item(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """A task's box is a sign, not a form control: nothing could be done with it."""
    opening = self.renderToken(tokens, index, options, env)
    if "checked" not in tokens[index].meta:
        return opening
    return opening + ("☑ " if tokens[index].meta["checked"] else "☐ ")
