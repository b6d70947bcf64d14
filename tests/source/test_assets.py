from __future__ import annotations

import os
from pathlib import Path

from goalsite.source.assets import active_images, namesakes
from goalsite.source.tree import DiskTree, MemoryTree


def test_an_image_that_could_run_code_is_told_at_the_element_that_would() -> None:
    image = '<svg xmlns="http://www.w3.org/2000/svg">\n  <script>alert(1)</script>\n</svg>'
    files = {"goals/a.svg": image, "goals/b.png": image, "goals/c.SVG": "<svg/>"}
    (found,) = active_images(MemoryTree(files), tuple(files))
    assert (found.path, found.line, found.column, found.code) == ("goals/a.svg", 2, 3, "S049")
    assert found.message == "the image has the element script"
    assert found.hint == "save it as plain SVG, or as PNG"


def test_an_image_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "goals").mkdir()
    os.mkfifo(tmp_path / "goals/a.svg")
    (found,) = active_images(DiskTree(tmp_path), ["goals/a.svg"])
    assert (found.code, found.message) == ("S043", "the file cannot be read: is no regular file")


def test_files_whose_names_differ_only_in_their_unicode_form_would_be_one() -> None:
    composed, apart = "goals/caf\u00e9.png", "goals/cafe\u0301.png"
    (found,) = namesakes((apart, composed, "goals/cafe.png"))
    assert (found.path, found.code, found.severity) == (composed, "S005", "error")
    assert namesakes((apart,)) == ()


def test_a_drawing_is_not_as_large_as_a_photograph() -> None:
    image = f'<svg xmlns="http://www.w3.org/2000/svg">{"<g/>" * 300_000}</svg>'
    (found,) = active_images(
        MemoryTree({"goals/a.svg": image, "goals/b.png": image}), ("goals/a.svg", "goals/b.png")
    )
    assert (found.code, found.message) == ("S034", "the image is 1172 kB, must be at most 1024 kB")
