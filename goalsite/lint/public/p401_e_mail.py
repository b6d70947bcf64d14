"""No e-mail address stands in what would be published.

## Why

A page of goals is read by everybody, programs that collect addresses among them, and what was published once cannot
be taken back. Goals need to name who is accountable; for that a handle does.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
links: {questions: "mailto:ada.l@example.org"}
---
Ask ada.l@example.org before you change the form.
```

```text
goals/2026-Q4/checkout.md:4:28: P401 e-mail: the e-mail address a…@example.org would be published
  hint: name the person by handle, such as @ada, or link to a page where people reach you
goals/2026-Q4/checkout.md:6:5: P401 e-mail: the e-mail address a…@example.org would be published
  hint: name the person by handle, such as @ada, or link to a page where people reach you
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
links: {questions: "https://example.org/checkout/discussions"}
---
Ask @ada before you change the form. The code is at `git@example.org:shop/checkout.git`.
```

## How to fix

Name the person by handle (`@ada`), or link to a page where people reach you. An address that is meant to be public
may stay: set the rule aside in its file with `lint: {P401: …}`. What was pushed already is in the history, too.

## Source

General Data Protection Regulation, article 5: no more personal data than the purpose needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.lint.masks import masked_address
from goalsite.lint.published import Published

_SIGNS = ("@", "＠")
_ADDRESS = re.compile(
    r"(?<![\w.%+/@-])[\w.%+-]{1,64}[@＠](?:[\w-]{1,63}[.．]){1,8}[^\W\d_]{2,24}(?![\w@])(?!:[\w/~.])"
)
_VERSION = re.compile(r"v?\d{1,9}\.\d")
_FILES = ("avif", "css", "gif", "html", "jpeg", "jpg", "js", "json", "pdf", "png", "svg", "webp")
"""What a name with an @ may end in that is no host: `logo@2x.png`."""


def check(published: Published) -> Iterator[Diagnostic]:
    """Each address of a file; of a table each once."""
    if not published.says(_SIGNS):
        return
    told: set[tuple[str, Mark]] = set()
    for text, match in published.matches(_ADDRESS):
        address = match[0]
        host = re.split("[@＠]", address)[1]
        once = published.once(text, address)
        if once in told or _VERSION.match(host) or host.rpartition(".")[2].lower() in _FILES:
            continue
        told.add(once)
        message = f"the e-mail address {masked_address(address)} would be published"
        hint = "name the person by handle, such as @ada, or link to a page where people reach you"
        yield published.finding(text, match, "P401", message, hint)
