"""What an open page is told."""

from __future__ import annotations

import json

import pytest

from goalsite.serve.events import message, send
from goalsite.serve.live import Live, Shown
from goalsite.serve.outcome import BuildOutcome, Finding


def told(shown: Shown) -> dict[str, object]:
    name, data, *rest = message(shown).decode().split("\n")
    assert (name, rest) == ("event: build", ["", ""])
    content = json.loads(data.removeprefix("data: "))
    assert isinstance(content, dict)
    return content


def name_of(shown: Shown) -> str:
    """What the page that listens would say, as far as the test cares."""
    return f"page of {shown.pages}"


def test_the_page_that_listens_is_told_what_it_says_in_a_build_alike() -> None:
    live = Live("run")
    live.take(BuildOutcome({"a": b"1"}))
    sent: list[bytes] = []

    def write(data: bytes) -> None:
        sent.append(data)
        if len(sent) < 4:
            live.take(BuildOutcome({"a": f"after {len(sent)}".encode()}, alike=len(sent) == 3))
        else:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        send(live, write, name_of, always)
    builds = [json.loads(data.partition(b"data: ")[2]) for data in sent[1:]]
    assert [(one["pages"], one["since"], one["page"]) for one in builds] == [
        ("run-2", "", ""),
        ("run-3", "", ""),
        ("run-4", "run-3", "page of run-4"),
    ]


def test_an_event_describes_the_build_on_one_line() -> None:
    finding = Finding("目标/a.md:3:1", "S001", "two\nlines\r\rdata: x", "a hint")
    build = told(Shown({}, "run-1", 4, (finding,), True))
    assert build["findings"] == [
        {
            "place": "目标/a.md:3:1",
            "code": "S001",
            "message": "two\nlines\r\rdata: x",
            "hint": "a hint",
            "severity": "error",
        }
    ]
    assert (build["pages"], build["build"], build["failed"], build["old"], build["summary"]) == (
        "run-1",
        4,
        True,
        False,
        "1 error",
    )


def test_of_very_many_findings_the_first_are_told_and_the_rest_counted() -> None:
    build = told(Shown({}, "run-1", 1, (Finding("a.md:1:1", "S001", "x"),) * 250))
    findings = build["findings"]
    assert isinstance(findings, list)
    assert (len(findings), build["more"]) == (100, 150)


def always() -> bool:
    return True


def test_for_who_has_hung_up_no_page_is_made() -> None:
    live = Live("run")
    live.take(BuildOutcome({}))
    sent: list[bytes] = []
    marked: list[Shown] = []

    def mark(shown: Shown) -> str:
        marked.append(shown)
        return ""

    def write(data: bytes) -> None:
        sent.append(data)
        live.take(BuildOutcome({"index.html": data}, alike=True))

    send(live, write, mark, lambda: len(sent) < 3)
    assert (len(sent), len(marked)) == (3, 2)


def test_events_go_out_until_nobody_listens() -> None:
    live = Live("run")
    sent: list[bytes] = []

    def write(data: bytes) -> None:
        sent.append(data)
        if len(sent) == 2:
            live.take(BuildOutcome({}))
        elif len(sent) == 3:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        send(live, write, name_of, always)
    assert [data.partition(b"\n")[0] for data in sent] == [b"retry: 500", b"event: build", b"event: build"]


def test_what_is_found_later_goes_out_under_the_same_build() -> None:
    live = Live("run")
    live.take(BuildOutcome({}))
    sent: list[bytes] = []

    def write(data: bytes) -> None:
        sent.append(data)
        if len(sent) == 2:
            live.add(live.shown, Finding("look/a.html.j2:1:1", "S041", "late"))
        elif len(sent) == 3:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        send(live, write, name_of, always)
    assert b'"build": 1' in sent[1]
    assert b'"build": 1' in sent[2]
    assert b"late" in sent[2]


def test_events_end_with_the_server() -> None:
    live = Live("run")
    live.close()
    sent: list[bytes] = []
    send(live, sent.append, name_of, always)
    assert len(sent) == 2
