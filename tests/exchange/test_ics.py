"""Calendars as files (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from goalsite.exchange.following import calendar_files
from goalsite.exchange.ics import folded, ics
from goalsite.pages.calendars import Calendar, Occasion
from tests.pages.desks import all_of, desk_of, one_goal

Event = dict[str, str]
MEANT = {"\\n": "\n", "\\N": "\n", "\\\\": "\\", "\\;": ";", "\\,": ","}


def read(document: bytes) -> tuple[dict[str, str], list[Event]]:
    """The properties of a calendar and of its events, after what the format asks of lines."""
    assert document.endswith(b"\r\n")
    assert document.count(b"\n") == document.count(b"\r\n") == document.count(b"\r")
    assert all(len(line) <= 75 for line in document.split(b"\r\n"))
    assert all(line.decode() for line in document.split(b"\r\n")[:-1])
    lines = document.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    whole: dict[str, str] = {}
    events: list[Event] = []
    inside: dict[str, str] = whole
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            inside = {}
        elif line == "END:VEVENT":
            events.append(inside)
            inside = whole
        else:
            assert name not in inside
            inside[name] = re.sub(r"\\[nN\\;,]", lambda found: MEANT[found[0]], value)
    return whole, events


def calendar_of(files: Mapping[str, str]) -> tuple[dict[str, str], list[Event]]:
    """The site's calendar."""
    return read(dict(all_of(calendar_files(desk_of(files))))["calendar.ics"])


FILES = one_goal(
    "title: 'Trust; a, b \\ c'\nowner: ada\ninitiatives: [{title: 缓存, due: 2026-12-01}]\n",
    **{"config.yaml": "site_url: https://example.org/x/\nsite_name: Acme\n"},
)


def test_a_due_day_is_a_whole_day_that_blocks_nobody() -> None:
    whole, events = calendar_of(FILES)
    assert whole["VERSION"] == "2.0"
    assert whole["X-WR-CALNAME"] == "Acme"
    assert events[0] == {
        "UID": "x/2026-Q4/trust/initiative/%E7%BC%93%E5%AD%98@example.org",
        "DTSTAMP": "20261201T000000Z",
        "DTSTART;VALUE=DATE": "20261201",
        "SUMMARY": "Initiative: 缓存",
        "DESCRIPTION": "Trust; a, b \\ c",
        "URL": "https://example.org/x/goals/2026-Q4/trust/",
        "TRANSP": "TRANSPARENT",
    }


def test_without_an_address_there_is_no_link() -> None:
    _, events = calendar_of(one_goal("owner: ada"))
    assert [event["SUMMARY"] for event in events] == ["Cycle ends: 2026-Q4"]
    assert "URL" not in events[0]


@given(st.text())
def test_a_long_line_is_folded_between_characters_and_comes_back(text: str) -> None:
    line = text.replace("\r", "").replace("\n", "").encode("utf-8", "ignore").decode()
    pieces = folded(line).split("\r\n ")
    assert "".join(pieces) == line
    sizes = [len(piece.encode()) for piece in pieces]
    assert sizes[0] <= 75
    assert all(size <= 74 for size in sizes[1:])


@given(st.text(), st.text(), st.dates())
def test_no_text_breaks_a_calendar(title: str, line: str, day: date) -> None:
    desk = desk_of({})
    calendar = Calendar("calendar.ics", title, "", (Occasion(day, "a@b", title, (line, title), ""),))
    _, (event,) = read(ics(desk, calendar))
    assert event["DTSTART;VALUE=DATE"] == day.isoformat().replace("-", "")
    assert set(event) == {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", "DESCRIPTION", "TRANSP"}
