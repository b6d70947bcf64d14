from __future__ import annotations

import re

from goalsite.core.codes import _ALL, CODES, STAGES


def test_no_code_and_no_name_is_given_twice() -> None:
    assert len({code.code for code in _ALL}) == len(_ALL) == len(CODES)
    names = [code.name for code in _ALL if code.stage != "removed"]
    assert len(set(names)) == len(names)


def test_a_removed_code_names_what_took_its_place() -> None:
    for code in _ALL:
        assert code.stage in STAGES
        assert bool(code.instead) == (code.stage == "removed")
        assert not code.instead or CODES[code.instead].told


def test_every_code_says_what_it_is_on_one_line() -> None:
    for code in _ALL:
        assert re.fullmatch(r"[SQRKP]\d{3}", code.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.name), code
        assert code.severity in ("error", "warning")
        assert code.summary == code.summary.strip()
        assert not code.summary.endswith(".")


def test_codes_are_listed_in_their_order() -> None:
    structural = [code.code for code in _ALL if code.code.startswith("S")]
    assert structural == sorted(structural)
