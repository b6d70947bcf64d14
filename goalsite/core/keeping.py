"""Stretches of work in which nobody looks for circles among what is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """A stretch of work that makes much and lets nothing go: to look for circles among that takes as long as
    to make it."""
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()


@contextmanager
def all_kept() -> Iterator[None]:
    """The same where all there is by then stays to the end of the program."""
    with undisturbed():
        try:
            yield
        finally:
            gc.freeze()
