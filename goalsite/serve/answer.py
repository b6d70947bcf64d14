"""Request -> answer: which file of the site a path means, and what to say where it cannot be made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from http import HTTPStatus
from unicodedata import normalize
from urllib.parse import quote, unquote_to_bytes, urlsplit

from msgspec import Struct

from goalsite.memory.listing import mark_of
from goalsite.output.full_text import FOLDER
from goalsite.output.media_types import PAGE, TEXT, media_type
from goalsite.serve.lasting import is_lasting, with_marks
from goalsite.serve.live import Shown
from goalsite.serve.outcome import Finding
from goalsite.serve.overlay import no_page, no_site, with_script

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)

_INDEX_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""For the worker in which a browser runs the index of texts, as the page of the search allows it."""

_STATED_POLICY = re.compile(
    rb'<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"\s*/?>', re.IGNORECASE
)
_HEAD = 4096
"""How many bytes of a page are searched for its policy: what the author wrote comes later."""


class Answer(Struct, frozen=True):
    """What goes back over the wire, but for headers that every answer has. What `is_lasting` may be kept for
    good under the address that was asked for; a page has a `mark` of what it says, whatever build it is from.
    """

    status: HTTPStatus
    content_type: str
    body: bytes
    policy: str = POLICY
    location: str = ""
    is_lasting: bool = False
    mark: str = ""


def path_of(target: str) -> str | None:
    """The site path that a request names, in NFC, without its first `/`; None where it is no path in UTF-8.

    `target` is the one of the request line, whose bytes are read as Latin-1.
    """
    raw = target if target.startswith("/") else urlsplit(target).path
    raw = raw.partition("?")[0].partition("#")[0]
    try:
        path = unquote_to_bytes(raw.encode("latin-1")).decode()
    except UnicodeError:
        return None
    return normalize("NFC", path.removeprefix("/"))


def plain(status: HTTPStatus, text: str = "") -> Answer:
    """A short answer in words."""
    return Answer(status, TEXT, f"{text or status.phrase}\n".encode())


def answer(shown: Shown, path: str, query: str, extra: Mapping[str, bytes]) -> Answer:
    """The file that `path` means, among the site's and the `extra` ones, or what to say without it.

    It raises what making the file does.
    """
    if path in extra:
        return Answer(HTTPStatus.OK, media_type(path), extra[path])
    files = shown.files
    if files is None:
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, PAGE, no_site(shown))
    name = f"{path}index.html" if not path or path.endswith("/") else path
    if (content := files.get(name)) is not None:
        return _file(HTTPStatus.OK, name, content, shown, query)
    if files.get(f"{path}/index.html") is not None:
        location = f"/{quote(path)}/{'?' * bool(query)}{query}"
        return Answer(HTTPStatus.FOUND, TEXT, b"", location=location)
    if (content := files.get("404.html")) is not None:
        return _file(HTTPStatus.NOT_FOUND, "404.html", content, shown)
    return plain(HTTPStatus.NOT_FOUND)


def broken(shown: Shown, finding: Finding) -> Answer:
    """What to say where a file cannot be made."""
    return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, PAGE, no_page(finding, shown))


def _file(status: HTTPStatus, path: str, content: bytes, shown: Shown, query: str = "") -> Answer:
    content_type = media_type(path)
    if content_type != PAGE:
        policy = _INDEX_POLICY if FOLDER in path else POLICY
        return Answer(status, content_type, content, policy, is_lasting=is_lasting(query, content))
    page, policy = _policy_taken_out(content)
    if shown.files is not None:
        page = with_marks(page, path, shown.files)
    mark = mark_of(page).hex()
    return Answer(status, content_type, with_script(page, shown, mark), policy, mark=mark)


def _policy_taken_out(page: bytes) -> tuple[bytes, str]:
    """The page without the policy that it states, and the policy, which lets the script hear of builds.

    Left in the page, it would forbid just that, where the site's own scripts connect to nothing.
    """
    stated = _STATED_POLICY.search(page, 0, _HEAD)
    policy = unescape(stated[1].decode("latin-1")) if stated else ""
    if stated is None or not (policy and policy.isascii() and policy.isprintable()):  # no header can hold it
        return page, POLICY
    connects = "" if "connect-src" in policy else "; connect-src 'self'"
    return page[: stated.start()] + page[stated.end() :], policy + connects
