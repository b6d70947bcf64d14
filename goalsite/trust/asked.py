"""How a site was asked for."""

from __future__ import annotations

from msgspec import Struct


class Asked(Struct, frozen=True):
    """The ways in which a site can be asked for: each makes other bytes of the same commit and day."""

    safe: bool = False
    offline: bool = False
    snapshots: str = "none"
    signatures: bool = False


PLAINLY = Asked()
"""As `goalsite build` makes a site without an option."""
