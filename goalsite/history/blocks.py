"""Front matter in blocks, each read by itself: one key of it, or one key result.

Two versions of a file have nearly all blocks in common, so a block that was read is not read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalsite.source.yaml import YAML_BYTES

_KEY = re.compile(r"^(?=\w)", re.MULTILINE)
_ITEM = re.compile(r"\n(?=( *)- )")
_LIST = "key_results:"
_MARKERS = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
_NOTHING = re.compile(r"(?:[ ]*(?:#.*)?\n)*")  # that is said: blank lines and comments
_LONGEST = YAML_BYTES // 4  # characters, which are never too many bytes


def is_part(block: str) -> bool:
    """Whether a block is one key result, or all of them."""
    return block.startswith(f"{_LIST}\n")


def blocks(front: str) -> Iterator[str]:
    """The blocks of front matter; of its key results each as a list of one."""
    if len(front) > _LONGEST or _MARKERS.search(front):
        yield front
        return
    found = _KEY.split(front)
    if not _NOTHING.fullmatch(found[0]) or sum(block.startswith(_LIST) for block in found) > 1:
        yield front
        return
    for block in found:
        if not is_part(block):
            yield block
            continue
        column = _ITEM.search(block)
        items = re.split(rf"\n(?={column[1]}- )", block.rstrip("\n")) if column else [block]
        if items[0].strip() != _LIST:
            yield block
            continue
        for item in items[1:]:
            yield f"{_LIST}\n{item}\n"
