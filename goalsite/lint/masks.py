"""What is private, as far as a message may show it: messages end up in logs that are public, too."""

from __future__ import annotations


def masked(private: str, most: int = 3) -> str:
    """The first characters of what is private, at most a quarter of it, and `…`."""
    return f"{private[: min(most, len(private) // 4)]}…"


def masked_address(address: str) -> str:
    """An e-mail address without all but the first character of the name before its @."""
    name, _, host = address.replace("＠", "@").rpartition("@")
    return f"{name[:1] if len(name) > 2 else ''}…@{host}"
