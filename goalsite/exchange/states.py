"""What a script reads to offer a page in other states: which states there are, and which page is in which.

`at/index.json` names the states in one language; `at/_/pages-1.json` … say of each page, in a number, in
which of them it is: bit 0 stands for the first. They are in the order in which scripts compare texts, so that
the first of each file tells which one to read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from goalsite.exchange.offline import as_script
from goalsite.pages.desk import Desk
from goalsite.pages.states import STATES_PATH, to_site, to_state

PART = 500
"""Of how many pages one file tells."""

_FOLDER = f"{STATES_PATH}_/"
Files = Iterator[tuple[str, bytes]]


def states_file(desk: Desk, places: Mapping[str, int], *, offline: bool = False) -> tuple[str, bytes]:
    """The list of states in the desk's language, below its root; `places` has the states of each page."""
    up = "../" + to_site(desk)
    found = {
        "version": 1,
        "states": [
            {
                "day": state.day.isoformat(),
                "name": desk.language.date(state.day),
                "root": "../" + to_state(desk, state.day),
            }
            for state in desk.states
        ],
        "pages": f"{up}{_FOLDER}pages-",
        "firsts": _in_order(places)[::PART],
    }
    return _file(f"{STATES_PATH}index.json", found, offline=offline)


def places_files(places: Mapping[str, int], *, offline: bool = False) -> Files:
    """In which states each page is, below the root of the site."""
    names = _in_order(places)
    for at in range(0, len(names), PART):
        found = {name: places[name] for name in names[at : at + PART]}
        yield _file(f"{_FOLDER}pages-{at // PART + 1}.json", found, offline=offline)


def _in_order(places: Mapping[str, int]) -> list[str]:
    return sorted(places, key=lambda name: name.encode("utf-16-be", "surrogatepass"))


def _file(path: str, data: Any, *, offline: bool) -> tuple[str, bytes]:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    content = text.encode("utf-8", "replace") + b"\n"
    return as_script(path, content) if offline else (path, content)
