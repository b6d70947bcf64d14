"""Goals in the many layouts that authors choose: what they say is fixed, how it is written is drawn."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Draw = Any
Said = dict[str, Any]

_COMMENTS = ("", "", "", "   # why", " # {a: b}, - c")
_BETWEEN = ((), (), (), ("",), ("# a comment",), (" # one further in", ""))


@st.composite
def files(draw: Draw, said: Said) -> bytes:
    """A goal file that says this: keys in any order, blocks and flows, comments, line ends and a byte order
    mark."""
    keys = draw(st.permutations(list(said)))
    lines = [
        "---",
        *_pairs(draw, {key: said[key] for key in keys}, 0),
        *draw(st.sampled_from(_BETWEEN)),
        "---",
    ]
    lines += draw(st.sampled_from(([], ["Why it matters.", ""], ["", "status: of the body", "---"])))
    ends = draw(st.sampled_from(("\n", "\r\n")))
    text = "\n".join(lines) + draw(st.sampled_from(("\n", "")))
    whole: str = draw(st.sampled_from(("", "\ufeff"))) + text.replace("\n", ends)
    return whole.encode()


def _pairs(draw: Draw, said: Said, column: int) -> list[str]:
    """A mapping in block style."""
    lines = []
    for number, (key, value) in enumerate(said.items()):
        if number:
            lines += draw(st.sampled_from(_BETWEEN))
        lines += _pair(draw, key, value, column)
    return lines


def _pair(draw: Draw, key: str, value: Any, column: int) -> list[str]:
    pad, remark = " " * column, draw(st.sampled_from(_COMMENTS))
    if key == "description":
        return [f"{pad}{key}: |", *(f"{pad}  {line}" for line in value.removesuffix("\n").split("\n"))]
    if not isinstance(value, dict | list) or not value or draw(st.booleans()):
        return [f"{pad}{key}: {flow(value)}{remark}".rstrip()]
    shift = draw(st.sampled_from((2, 4)))
    if isinstance(value, dict):
        return [f"{pad}{key}:{remark}", *_pairs(draw, value, column + shift)]
    shift = draw(st.sampled_from((0, shift)))
    return [f"{pad}{key}:{remark}", *(line for one in value for line in _item(draw, one, column + shift))]


def _item(draw: Draw, value: Any, column: int) -> list[str]:
    """An item of a list in block style."""
    dash = "-" + " " * draw(st.sampled_from((1, 3)))
    if not isinstance(value, dict) or draw(st.booleans()):
        return [f"{' ' * column}{dash}{flow(value)}{draw(st.sampled_from(_COMMENTS))}"]
    first, *rest = _pairs(draw, value, column + len(dash))
    return [f"{' ' * column}{dash}{first.strip()}", *rest]


def flow(value: Any) -> str:
    """A value in flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    text = str(value)
    return '"' + text.replace("\n", "\\n") + '"' if any(sign in text for sign in ",%\n") else text
