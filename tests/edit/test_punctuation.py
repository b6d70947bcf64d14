from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.edit.meaning import meaning_of_text
from goalsite.edit.punctuation import respelt, with_plain_colon


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("｛date：2026-10-09，value：3｝", "{date: 2026-10-09, value: 3}"),
        ("{date：2026-10-09, value：3}", "{date: 2026-10-09, value: 3}"),
        ("{date: 2026-10-09，value： 3 }", "{date: 2026-10-09, value: 3 }"),
        ("｛ date ： 2026-10-09 ｝", "{ date : 2026-10-09 }"),
        ("［质量，速度］", "[质量, 速度]"),
        ("［a, b］", "[a, b]"),
        ("［｛to：a｝，｛to：b，weight：2｝］", "[{to: a}, {to: b, weight: 2}]"),
        ("｛note：好，但是慢：真的，confidence：0.7｝", "{note: 好，但是慢：真的, confidence: 0.7}"),
        ("｛note：“快，慢”，by：ada｝", "{note: “快，慢”, by: ada}"),
        ('｛note："快，by：慢"，by：ada｝', '{note: "快，by：慢", by: ada}'),
        ("｛a：1，｝", "{a: 1, }"),
        ("｛\u3000a：1｝", "{ a: 1}"),
        ("［］", "[]"),
    ],
)
def test_structure_becomes_plain_and_texts_keep_their_punctuation(written: str, plain: str) -> None:
    assert respelt(written) == plain


@pytest.mark.parametrize(
    "written",
    [
        "", "text", "a：b", "{a: 1}", "[a]", "｛a：1", "｛a：1］", "｛a：1｝x", "［a，b", "｛a，b：1｝",
        "｛：1｝", "｛标题：x｝",
        "｛a：1, x y｝", "［“a，b］", '｛a："b｝', "［" * 30 + "］" * 30, "｛a：[b，c｝]", "［a: b: c］",
    ],
)  # fmt: skip
def test_what_is_plain_already_or_can_be_divided_otherwise_is_left_alone(written: str) -> None:
    assert respelt(written) is None


@given(st.text(st.sampled_from("{}[]｛｝［］：:，, ab“”\"'\u3000好\n1#&"), max_size=30))
def test_whatever_is_respelt_can_be_read_and_stays_as_it_is_then(written: str) -> None:
    plain = respelt(written)
    if plain is not None:
        meaning_of_text(plain)
        assert respelt(plain) is None


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("title：信任：每一次", "title: 信任：每一次"),
        ("  - id：p50", "  - id: p50"),
        ("  - - id：　x", "  - - id: x"),
        ("supports：", "supports:"),
        ("owner： ada  # who", "owner: ada  # who"),
        ("key-results：", "key-results:"),
    ],
)
def test_a_colon_behind_a_key_becomes_plain(line: str, plain: str) -> None:
    assert with_plain_colon(line) == plain


@pytest.mark.parametrize(
    "line", ["title: a：b", "标题：x", "：x", "", "# note：x", "a b：c", "'a'：b", "-a ：b"]
)
def test_a_colon_elsewhere_is_left_alone(line: str) -> None:
    assert with_plain_colon(line) is None
