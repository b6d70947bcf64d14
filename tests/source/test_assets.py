from __future__ import annotations

from goalsite.source.assets import namesakes


def test_files_whose_names_differ_only_in_their_unicode_form_would_be_one() -> None:
    composed, apart = "goals/caf\u00e9.png", "goals/cafe\u0301.png"
    (found,) = namesakes((apart, composed, "goals/cafe.png"))
    assert (found.path, found.code, found.severity) == (composed, "S005", "error")
    assert namesakes((apart,)) == ()
