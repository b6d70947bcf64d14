from __future__ import annotations

import pytest

from goalsite.trust.verdict import MISSING, Found, differences

A, B, C = "a" * 64, "b" * 64, "c" * 64


@pytest.mark.parametrize(
    ("listed", "found", "made", "told"),
    [
        (A, Found(A), A, ""),
        (A, Found(B), A, "was changed after it was made"),
        (A, Found(A), B, "is not what the commit makes"),
        (A, Found(B), C, "was changed after it was made"),
        (A, Found(B), B, "is right, and wrong on the list"),
        (None, Found(A), A, "is right, and wrong on the list"),
        (None, MISSING, A, "is not there"),
        (A, MISSING, A, "is not there"),
        (A, MISSING, None, "is nothing that the commit makes"),
        (A, Found(trouble="is answered with 503 by the host"), A, "is answered with 503 by the host"),
    ],
)
def test_a_file_is_held_against_the_list_and_against_what_the_commit_makes(
    listed: str | None, found: Found, made: str | None, told: str
) -> None:
    lists = ({"x": one} if one else {} for one in (listed, made))
    wrong = [one.what for one in differences(next(lists), {"x": found}, next(lists))]
    assert wrong == ([told] if told else [])


def test_where_nothing_can_be_made_files_are_held_against_the_list_alone() -> None:
    listed = {"a": A, "b": B, "c": C}
    wrong = differences(listed, {"c": Found(A), "a": Found(A)}, None)
    assert [(one.path, one.what) for one in wrong] == [
        ("b", "is not there"),
        ("c", "is not as the list has it"),
    ]
