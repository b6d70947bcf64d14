"""What a place holds and what it is to hold -> what has to be done there, or what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from goalsite.output.artifact import publishing_order
from goalsite.output.errors import PublishError
from goalsite.output.folder import above
from goalsite.output.manifest import MANIFEST
from goalsite.output.publish import Published


def changes(
    held: Mapping[str, str | None], listed: Set[str], wanted: Mapping[str, str], where: str
) -> Published:
    """What is to be written, in order, and removed, so that a place (`where`) holds the `wanted` files.

    `held` are the files there and `wanted` those of the site, both with a mark that tells contents apart:
    None for what is not known. Goalsite owns what is `listed` there. Of all else nothing is changed: a
    PublishError names what lies where the site has a file or a folder.
    """
    write = [path for path, mark in wanted.items() if held.get(path) != mark]
    if in_the_way := sorted(_in_the_way(write, held.keys() - listed)):
        raise _occupied(where, tuple(in_the_way))
    remove = sorted(path for path in listed if path in held and path not in wanted)
    return Published(tuple(sorted(write, key=order)), len(wanted) - len(write), tuple(remove))


def order(path: str) -> tuple[int, int, int, str]:
    """The key that sorts what a page needs or links before it, and the list of all files last."""
    return path == MANIFEST, *publishing_order(path)


def _in_the_way(write: Iterable[str], foreign: Set[str]) -> set[str]:
    """The files of others that lie at one of the paths, above it or below it."""
    folders = {folder: path for path in foreign for folder in above(path)}
    found = {path for new in write for path in (new, *above(new)) if path in foreign}
    return found | {folders[new] for new in write if new in folders}


def _occupied(where: str, paths: tuple[str, ...]) -> PublishError:
    are = "is" if len(paths) == 1 else f"and {len(paths) - 1} more are"
    return PublishError(
        f"{paths[0]} at {where} {are} in the way: goalsite did not publish what lies there",
        "remove it there first, or publish to another place",
        paths,
    )
