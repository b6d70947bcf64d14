from __future__ import annotations

import pytest

from tests.authored import Site, read


def themed(said: str) -> Site:
    return read({"config.yaml": f"theme: {{{said}}}\n"})


@pytest.mark.parametrize("written", ['"#0a6"', "0a6", '"#00AA66"', "00aa66", '" #00aa66 "'])
def test_an_accent_is_a_colour_in_hexadecimal(written: str) -> None:
    site = themed(f"accent: {written}")
    assert (site.config.theme.accent, site.said()) == ("#00aa66", [])


@pytest.mark.parametrize("written", ["teal", '"#12345"', '"red; } body { display: none"', "rgb(1 2 3)"])
def test_any_other_accent_is_told_and_left_out(written: str) -> None:
    site = themed(f"accent: {written}")
    assert site.config.theme.accent == ""
    assert site.said()[0].endswith("must be a colour")


def test_a_colour_that_yaml_takes_for_a_comment_is_told() -> None:
    site = read({"config.yaml": "theme:\n  accent: #0a6\n"})
    assert [said.partition(": ")[2] for said in site.said()] == ["S041 theme.accent has no value"]
    assert "without them # begins a comment" in site.hints()[0]


def test_fonts_are_names_and_nothing_that_could_end_a_rule() -> None:
    assert themed("font: 'Acme Sans, 思源黑体'").config.theme.font == "Acme Sans, 思源黑体"
    site = themed("""font: 'x"; } body { display: none'""")
    assert site.config.theme.font == ""
    assert site.said()[0].endswith("must be names of fonts")


def test_a_further_key_is_a_variable_if_a_template_can_name_it() -> None:
    site = themed("imprint: Acme Ltd, 'a-b': x, logo: assets/a.svg")
    assert site.config.theme.variables == (("imprint", "Acme Ltd"),)
    assert site.config.theme.logo == "assets/a.svg"
    assert site.said() == ['config.yaml:1:28: S041 theme has a variable "a-b", which no template could name']
