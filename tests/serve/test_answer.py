"""What a request gets: a file of the site, the way to it, or a clear no."""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest

from goalsite.serve.answer import POLICY, Answer, answer, broken, path_of
from goalsite.serve.live import Shown
from goalsite.serve.outcome import Finding

FILES = {
    "index.html": b"<body>home</body>",
    "goals/更快/index.html": b"<body>goal</body>",
    "goals.json": b"{}",
    "assets/site.css": b"",
    "404.html": b"<body>nowhere</body>",
}


def ask(path: str, query: str = "", files: dict[str, bytes] | None = FILES) -> Answer:
    return answer(Shown(files, "run-1", 1), path, query, {"_goalsite/live.js": b"js"})


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/", ""),
        ("/goals/a/?tab=1#top", "goals/a/"),
        ("/goals/%E6%9B%B4%E5%BF%AB/", "goals/更快/"),
        ("/goals/更快/".encode().decode("latin-1"), "goals/更快/"),
        ("/cafe%CC%81", "café"),
        ("/a%2Fb", "a/b"),
        ("http://localhost:8000/goals/", "goals/"),
        ("/%ff", None),
    ],
)
def test_the_path_of_a_request_is_decoded_and_in_nfc(target: str, path: str | None) -> None:
    assert path_of(target) == path


def test_what_a_page_loads_is_kept_as_long_as_it_says_the_same() -> None:
    head = '<link rel="stylesheet" href="../../assets/site.css"><script src="../../assets/no.js"></script>'
    page = f'<head>{head}</head><body><a href="../../assets/site.css">the styles</a></body>'
    files = FILES | {"goals/a/index.html": page.encode(), "assets/site.css": b"a {}"}
    shown = ask("goals/a/", files=files).body.decode()
    marked = re.findall(r'"\.\./\.\./assets/site\.css\?(v=\w+)"', shown)
    assert (len(marked), shown.count("site.css")) == (1, 2)
    assert 'src="../../assets/no.js"' in shown
    assert ask("assets/site.css", marked[0], files).is_lasting
    assert not ask("assets/site.css", "", files).is_lasting
    changed = files | {"assets/site.css": b"b {}"}
    assert not ask("assets/site.css", marked[0], changed).is_lasting
    assert marked[0] not in ask("goals/a/", files=changed).body.decode()


def test_a_folder_answers_with_its_index() -> None:
    assert b"home" in ask("").body
    assert b"goal" in ask("goals/更快/").body
    assert b"goal" in ask("goals/更快/index.html").body


def test_a_folder_without_its_slash_is_a_way_to_it() -> None:
    reply = ask("goals/更快", "tab=1")
    assert reply.status is HTTPStatus.FOUND
    assert reply.location == "/goals/%E6%9B%B4%E5%BF%AB/?tab=1"


@pytest.mark.parametrize(
    "path", ["/evil.example", "//evil.example", "goals/../index.html", "../etc/passwd", "goals/", "\0"]
)
def test_what_is_no_file_of_the_site_is_not_found(path: str) -> None:
    reply = ask(path)
    assert reply.status is HTTPStatus.NOT_FOUND
    assert reply.location == ""
    assert b"nowhere" in reply.body


def test_without_a_page_for_it_not_found_is_said_in_words() -> None:
    assert ask("nope", files={}) == Answer(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"Not Found\n")


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("a.json", "application/json"),
        ("a.exe", "application/octet-stream"),
        ("README", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_of_its_ending(path: str, content_type: str) -> None:
    assert ask(path, files={path: b""}).content_type == content_type


def test_only_pages_get_the_script() -> None:
    assert b"live.js?pages=run-1" in ask("").body
    assert ask("goals.json").body == b"{}"


@pytest.mark.parametrize(
    ("stated", "sent"),
    [
        ("default-src 'none'; connect-src 'self'", "default-src 'none'; connect-src 'self'"),
        ("default-src &#39;none&#39;", "default-src 'none'; connect-src 'self'"),
    ],
)
def test_the_policy_that_a_page_states_goes_into_the_header(stated: str, sent: str) -> None:
    page = f'<head><meta http-equiv="Content-Security-Policy" content="{stated}"></head><body>'
    reply = ask("", files={"index.html": page.encode()})
    assert reply.policy == sent
    assert reply.body.startswith(b"<head></head><body>")


def test_what_runs_the_index_of_texts_may_do_so_and_nothing_else_may() -> None:
    path = "zh/search/_/full/zh/pagefind-worker.js"
    allowed = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    assert ask(path, files={path: b""}).policy == allowed
    assert "wasm" not in ask("assets/site.css").policy


def test_what_states_no_policy_gets_the_strict_one() -> None:
    assert ask("").policy == ask("goals.json").policy == POLICY


@pytest.mark.parametrize("stated", ["x\r\nSet-Cookie: a", "x&#13;&#10;Set-Cookie: a", "&#8212;", ""])
def test_a_policy_that_no_header_can_hold_stays_in_the_page(stated: str) -> None:
    page = f'<meta http-equiv="Content-Security-Policy" content="{stated}">'.encode()
    reply = ask("", files={"index.html": page})
    assert reply.policy == POLICY
    assert reply.body.startswith(page)


def test_what_cannot_be_made_says_why_and_after_a_build_without_pages_what_that_found() -> None:
    finding, newer = (Finding("look/a.html.j2:1:1", "S041", text) for text in ("late", "newer"))
    reply = broken(Shown(FILES, "run-1", 1, (newer,)), finding)
    assert reply.status is HTTPStatus.INTERNAL_SERVER_ERROR
    assert b"late" in reply.body
    assert b"newer" not in reply.body
    assert b"newer" in broken(Shown(FILES, "run-1", 2, (newer,), True, are_old=True), finding).body


def test_the_script_is_there_even_before_the_first_good_build() -> None:
    assert ask("_goalsite/live.js", files=None).body == b"js"


def test_before_the_first_good_build_every_page_lists_the_findings() -> None:
    finding = Finding("goals/a.md:3:1", "S001", "<b>unknown</b>", "remove it")
    reply = answer(Shown(None, "run-0", 1, (finding,), True), "goals/a/", "", {})
    assert reply.status is HTTPStatus.SERVICE_UNAVAILABLE
    assert b"goals/a.md:3:1" in reply.body
    assert b"&lt;b&gt;unknown" in reply.body
    assert b"hint: remove it" in reply.body
