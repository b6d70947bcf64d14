"""Text that may hold addresses, without what opens them."""

from __future__ import annotations

import re

# Whoever may log in stands between the two slashes and the last at sign before the path; a password may hold
# quotes. What stands before the second address of a line is none of it.
_LOGIN = re.compile(r"(?<=://)[^/\s]*@")


def without_secrets(text: str) -> str:
    """The text with `***` for the name and password in each address: `https://***@example.org/x.git`."""
    return _LOGIN.sub("***@", text)
