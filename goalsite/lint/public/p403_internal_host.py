"""Links lead to where readers can go.

## Why

A link into your own network is dead for everybody outside, and tells them how your machines are named and where they
stand. That is of use to nobody but those who look for a way in.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
links: {design: "https://wiki/checkout", board: "https://board.shop.internal/7"}
---
The figures are at <http://10.0.3.7:3000/d/checkout>, for a first look at http://localhost:3000.
```

```text
goals/2026-Q4/checkout.md:4:18: P403 internal-host: the link leads to a host without a domain, which only its own network knows
  hint: link to a page that readers can open, or say in words what is there
goals/2026-Q4/checkout.md:4:50: P403 internal-host: the link leads to a host of an internal network
  hint: link to a page that readers can open, or say in words what is there
goals/2026-Q4/checkout.md:6:21: P403 internal-host: the link leads to an address of a private network
  hint: link to a page that readers can open, or say in words what is there
goals/2026-Q4/checkout.md:6:75: P403 internal-host: the link leads to the reader's own machine
  hint: link to a page that readers can open, or say in words what is there
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
links: {design: "https://example.org/wiki/checkout"}
---
Start the demonstration and open `http://localhost:3000`.
```

## How to fix

Link to a page that readers can open, or say in words what is behind the link. An address of the reader's own machine
may stand in code, as in instructions.

## Source

Open Worldwide Application Security Project (OWASP): names and addresses of internal hosts are information that helps
an attacker.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.lint.published import Published

_SIGNS = ("//",)
_URL = re.compile(
    r"(?<![\w+.-])(?:(?:https?|ftps?|ssh|git|wss?|smb|nfs|file|ldaps?|svn|rdp|vnc):)//"
    r"(?:[^\s/@<>\"'()\[\]`]{1,200}@)?(?:\[(?P<six>[0-9a-fA-F:.]{2,45})\]|(?P<host>[^\s/:?#<>\"'()\[\]{}|`\\,;*&%]{1,253}))",
    re.IGNORECASE,
)
_INSIDE = ("corp", "home", "internal", "intra", "intranet", "lan", "local", "localdomain", "private")
"""Last names of hosts that exist only inside; `home.arpa` besides."""

_MIDDLE = ("internal", "intranet")
"""Names of subdomains that say so, too."""

_PRIVATE = tuple(
    map(
        ipaddress.ip_network,
        (
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "100.64.0.0/10",
            "fc00::/7",
            "fe80::/10",
        ),
    )
)
_OWN = tuple(map(ipaddress.ip_network, ("127.0.0.0/8", "0.0.0.0/8", "::1/128", "::/128")))


def check(published: Published) -> Iterator[Diagnostic]:
    """Each host of a file that readers cannot reach; of a table each once."""
    if not published.says(_SIGNS):
        return
    told: set[tuple[str, Mark]] = set()
    for text, match in published.matches(_URL):
        host = (match["six"] or match["host"]).rstrip(".").lower()
        what = _inside(host)
        once = published.once(text, host)
        if not what or once in told:
            continue
        if what == _THEIRS and text.text[: match.start()].count("`") % 2:
            continue
        told.add(once)
        hint = "link to a page that readers can open, or say in words what is there"
        yield published.finding(text, match, "P403", f"the link leads to {what}", hint)


_THEIRS = "the reader's own machine"


def _inside(host: str) -> str:
    """What kind of place only the inside reaches; empty for a host that anybody may know."""
    labels = host.split(".")
    if labels[-1] == "localhost":
        return _THEIRS
    if (address := _address(host)) is not None:
        if any(address in network for network in _OWN):
            return _THEIRS
        is_private = any(address in network for network in _PRIVATE)
        return "an address of a private network" if is_private else ""
    if len(labels) == 1 and host[:1].isalnum():
        return "a host without a domain, which only its own network knows"
    if labels[-1] in _INSIDE or labels[-2:] == ["home", "arpa"] or set(labels[:-1]) & set(_MIDDLE):
        return "a host of an internal network"
    return ""


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
