"""Values -> YAML text, on one line unless it is a mapping in block style.

Whether a text may stand without quotes is asked of the reader itself, never of a rule about characters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from goalsite.edit.changes import Value
from goalsite.edit.meaning import scalar_text
from goalsite.source import nodes, yaml

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def written(value: Value, flow: bool, style: str = "") -> str:
    """`value` as YAML; `flow` within brackets or braces, `style` the quotes to keep where they serve."""
    if isinstance(value, Mapping):
        pairs = (f"{written_key(key, True)}: {written(inner, True)}".rstrip() for key, inner in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(written(inner, True) or 'null' for inner in value)}]"
    text = scalar_text(value)
    if text is None:
        return ""
    if style == "'" and "\n" not in text:
        return _in_single_quotes(text)
    return text if style != '"' and _is_plain(text, flow) else _in_double_quotes(text)


def written_key(key: str, flow: bool, style: str = "") -> str:
    """`key` as the key of a pair."""
    if style == "'" and "\n" not in key:
        return _in_single_quotes(key)
    return key if style != '"' and _is_plain_key(key, flow) else _in_double_quotes(key)


def written_pairs(value: Mapping[str, Value], indent: int) -> str:
    """A mapping in block style, its lines after the first indented by so many spaces."""
    pairs = (f"{written_key(key, False)}: {written(inner, False)}".rstrip() for key, inner in value.items())
    return f"\n{' ' * indent}".join(pairs)


def _in_single_quotes(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _in_double_quotes(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


def _is_plain(text: str, flow: bool) -> bool:
    """Whether `text` without quotes is read as itself, whether or not a blank follows it."""
    node, _ = yaml.parse(f"[{text} , {text}]" if flow else f"- {text}\n- {text} \n", "")
    return (
        isinstance(node, nodes.Sequence) and len(node.items) == 2 and all(_says(i, text) for i in node.items)
    )


def _is_plain_key(text: str, flow: bool) -> bool:
    """Whether `text` without quotes is read as a key, even if a blank follows it."""
    node, _ = yaml.parse(f"{{{text} : 1}}" if flow else f"{text} : 1\n", "")
    return isinstance(node, nodes.Mapping) and len(node.items) == 1 and _says(node.items[0][0], text)


def _says(node: nodes.Node, text: str) -> bool:
    return isinstance(node, nodes.Scalar) and node.plain and node.text == text and not node.is_null
