from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.names import describe, fault_in_id, fold_handle, folded, id_from_path, nfc, tails

COMPOSED, DECOMPOSED = "caf\u00e9", "cafe\u0301"


@pytest.mark.parametrize(
    "name",
    [
        "faster-builds",
        "platform/2026-Q4/faster-builds",
        "a_b.c-d",
        "1.10",
        "目标/更快",
        "ціль",
        DECOMPOSED,
        "हिन्दी",
        "٣",
        "a",
        "-",
        "consul",
        "com",
        "com10",
        "nul-and-void",
        "x" * 200,
        "标" * 66,
    ],
)
def test_letters_and_digits_of_any_script_make_an_id(name: str) -> None:
    assert fault_in_id(name) == ""


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("", "is empty"),
        ("a//b", "has an empty segment"),
        ("/a", "has an empty segment"),
        ("a/", "has an empty segment"),
        ("a b", "holds a space, must be letters, digits, - _ . and / between segments"),
        ("a:b", 'holds ":", must be letters, digits, - _ . and / between segments'),
        ("a#b", 'holds "#", must be letters, digits, - _ . and / between segments'),
        ("a\u200bb", "holds U+200B, must be letters, digits, - _ . and / between segments"),
        ("🎯", 'holds "🎯", must be letters, digits, - _ . and / between segments'),
        ("½", 'holds "½", must be letters, digits, - _ . and / between segments'),
        ("_a", "has a segment that begins with _"),
        ("a/.b", "has a segment that begins with ."),
        ("..", "has a segment that begins with ."),
        ("a./b", "has a segment that ends in a dot"),
        ("x" * 201, "has a segment of more than 200 bytes"),
        ("标" * 67, "has a segment of more than 200 bytes"),
        ("goals/con", "has the segment con, the name of a device on Windows"),
        ("Aux.md", "has the segment Aux.md, the name of a device on Windows"),
        ("lpt1", "has the segment lpt1, the name of a device on Windows"),
        ("COM¹", 'holds "¹", must be letters, digits, - _ . and / between segments'),
        ("nul", "has the segment nul, the name of a device on Windows"),
    ],
)
def test_a_name_that_is_no_folder_everywhere_has_a_fault(name: str, fault: str) -> None:
    assert fault_in_id(name) == fault


def test_a_path_makes_an_id_in_which_every_other_character_is_a_dash() -> None:
    assert id_from_path("R & D/2026 Q4/faster (builds)!") == "R---D/2026-Q4/faster--builds--"


@given(st.text())
def test_an_id_from_a_path_has_only_characters_of_ids(path: str) -> None:
    assert "must be letters" not in fault_in_id(id_from_path(path))


def test_ids_are_compared_in_their_composed_form() -> None:
    assert DECOMPOSED != COMPOSED
    assert nfc(DECOMPOSED) == COMPOSED


@pytest.mark.parametrize(
    ("one", "other"),
    [("Trust", "trust"), ("STRASSE", "straße"), (DECOMPOSED, COMPOSED.upper()), ("Σ", "ς")],
)
def test_ids_that_share_a_file_on_some_disks_fold_to_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    assert unicodedata.is_normalized("NFC", folded(name))


@pytest.mark.parametrize("written", ["ada", "@ada", "Ada", " @ADA "])
def test_a_handle_is_the_same_in_any_case_with_or_without_its_sign(written: str) -> None:
    assert fold_handle(written) == "ada"


def test_the_tails_of_an_id_are_whole_segments() -> None:
    assert tails("a/b/c") == ["b/c", "c"]
    assert tails("a") == []


@pytest.mark.parametrize(
    ("character", "shown"), [(" ", "a space"), ("?", '"?"'), ("\u202e", "U+202E"), ("\n", "U+000A")]
)
def test_a_message_shows_a_character_or_its_code_point(character: str, shown: str) -> None:
    assert describe(character) == shown


def test_an_id_may_have_many_segments_but_not_thousands() -> None:
    assert fault_in_id("/".join("a" * 500)) == ""
    assert fault_in_id("/".join("a" * 501)) == "has 1001 characters, must have at most 1000"
