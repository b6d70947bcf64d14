"""Front matter in blocks, each read by itself: one key of it, or one key result.

Two versions of a file have nearly all blocks in common, so a block that was read is not read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalsite.source.yaml import YAML_BYTES

_BEGIN = re.compile(r"\n(?=\w|---|\.\.\.|%)")  # of a key, or of what ends YAML or speaks of it
_ITEM = re.compile(r"\n *- ")
_MARKERS = ("---", "...", "%")
_LIST, _PARTS = "key_results:", "key_results:\n"
_NOTHING = re.compile(r"(?:\n[ ]*(?:#.*)?)*")  # that is said: blank lines and comments
_LONGEST = YAML_BYTES // 4  # characters, which are never too many bytes


def is_part(block: str) -> bool:
    """Whether a block is one key result, or all of them."""
    return block.startswith(_PARTS)


def blocks(front: str) -> Iterator[str]:
    """The blocks of front matter; of its key results each as a list of one."""
    before, *found = _BEGIN.split(f"\n{front}")
    lists = [block for block in found if block.startswith(_LIST)]
    is_regular = _NOTHING.fullmatch(before) and not any(block.startswith(_MARKERS) for block in found)
    if len(front) > _LONGEST or len(lists) > 1 or not is_regular:
        yield front
        return
    if before:
        yield f"{before[1:]}\n"
    for block in found:
        item = _ITEM.search(block) if is_part(f"{block}\n") else None
        if item is None or block[: item.start()].strip() != _LIST:
            yield f"{block}\n"
            continue
        for said in block.rstrip("\n").split(item[0])[1:]:
            yield f"{_LIST}{item[0]}{said}\n"
