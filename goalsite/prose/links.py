"""Links and images of a parsed text: led to where they are published, or reduced to their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast
from urllib.parse import unquote

from markdown_it.token import Token

from goalsite.core.links import is_external, safe_url
from goalsite.prose.context import Context
from goalsite.prose.headings import plain_text, slug

_PAGES = (".md", ".markdown")


def rewritten(children: Sequence[Token], context: Context) -> list[Token]:
    """The inline tokens with every link and image led to where it may lead.

    A link that is not allowed, or leaves the repository, is reduced to its text, and so is one within a link.
    Images of other hosts become links to them.
    """
    done: list[Token] = []
    kept: list[bool] = []
    for token in children:
        if token.type == "link_open":
            kept.append(not any(kept) and _lead(token, context))
            done += [token] if kept[-1] else []
        elif token.type == "link_close":
            done += [token] if kept.pop() else []
        elif token.type == "image":
            done += _image(token, context, within_link=any(kept))
        else:
            done.append(token)
    return done


def _lead(token: Token, context: Context) -> bool:
    """Set a link's target; False if it has none."""
    if token.meta.get("resolved"):
        return True
    target = _target(cast(str, token.attrs["href"]), context)
    if target is None:
        return False
    token.attrs["href"] = target
    if is_external(target):
        token.attrs["rel"] = "noopener nofollow ugc"
    return True


def _target(written: str, context: Context) -> str | None:
    """Where a link leads; fragments that name headings, here or in other files, become the ids we give."""
    url = safe_url(written)
    if url is None or is_external(url) or url[:7].lower() == "mailto:":
        return url
    path, _, fragment = url.partition("#")
    name = slug(unquote(fragment))
    if not path:
        return f"#{context.slugs.id_of(name)}" if name in context.slugs.given else url
    target = _published(path, context)
    if target is None or not fragment:
        return target
    to_heading = unquote(path.partition("?")[0]).lower().endswith(_PAGES)
    return f"{target}#h-{name}" if to_heading else f"{target}#{fragment}"


def _published(path: str, context: Context) -> str | None:
    """The link to a file, given as the author writes it, `%20` for a space."""
    plain = unquote(path.partition("?")[0])
    return context.resolve_path(plain) if plain and plain.isprintable() else None


def _image(token: Token, context: Context, *, within_link: bool) -> Iterator[Token]:
    url = safe_url(cast(str, token.attrs["src"]))
    if url is not None and not is_external(url):
        source = _published(url.partition("#")[0], context)
        if source is not None:
            token.attrs["src"] = source
            token.attrs["loading"] = "lazy"
            yield token
            return
        url = None
    text = Token("text", "", 0, content=plain_text(token.children or ()) or url or "")
    if url is None or within_link or not is_external(url):
        yield text
        return
    yield Token("link_open", "a", 1, attrs={"href": url, "rel": "noopener nofollow ugc"})
    yield text
    yield Token("link_close", "a", -1)
