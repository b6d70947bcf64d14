"""Differences as they are shown, with whatever strangers may have written in them."""

from __future__ import annotations

from hypothesis import strategies as st

from goalsite.pages.difference_views import DifferencePage, Entry, Section

HOSTILE = (
    "</details></summary><script>alert(1)</script>",
    "@ada please look at #1 and GH-2 and octo/repo#3",
    "[click](https://evil.example) ![i](https://evil.example/i.png) <https://evil.example>",
    "https://evil.example www.evil.example mail@evil.example",
    "```\n</details>\n```",
    "`code` **bold** ~~gone~~ | a | b | $x$ :octocat: <!-- comment",
    "# heading\n- item\n1. one\n> quote",
    "1. one",
    "+ plus",
    "a" * 5000,
    "4ce9e4c1234567890abcdef1234567890abcdef12",
    "\x1b[2J\u202eright to left",
    "::set-output name=x::y ##[error]",
    "&lt;b&gt; &amp; \\",
)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
LINES = st.lists(TEXTS, max_size=4).map(tuple)
ENTRIES = st.builds(
    Entry,
    sign=st.sampled_from(("+", "-", ">", "*", "")),
    title=TEXTS,
    note=TEXTS,
    by=TEXTS,
    lines=LINES,
    effects=TEXTS,
    body=st.lists(st.tuples(st.sampled_from("+-"), TEXTS).map("".join), max_size=4).map(tuple),
    body_note=st.just("text: +1 −1 lines"),
)
SECTIONS = st.builds(
    Section,
    title=st.just("Changed"),
    entries=st.lists(ENTRIES, max_size=5).map(tuple),
    lines=LINES,
    aside=st.booleans(),
)
PAGES = st.builds(
    DifferencePage,
    title=TEXTS,
    day=st.just("Both sides are figured for 16 Nov 2026."),
    gist=LINES,
    sections=st.lists(SECTIONS, max_size=4).map(tuple),
    left_out=st.just("{n} more lines have no room here: see goalsite diff."),
)


def large(count: int) -> DifferencePage:
    """A difference of so many goals."""
    entries = tuple(
        Entry("*", f"Goal {n}", "Platform · 2026-Q4", lines=("target 5 → 6 min",) * 3, body=("+x" * 200,) * 3)
        for n in range(count)
    )
    sections = (Section("Changed", entries), Section("Findings", lines=("goals/a.md:1:1: S003 x",) * count))
    return DifferencePage(
        "main → working tree", "Both sides.", ("Much.",), sections, left_out="{n} more lines have no room."
    )
