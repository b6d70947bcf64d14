"""What is marked as internal is not published.

## Why

Somebody wrote the mark in the belief that it keeps the text inside. Here it keeps nothing: every line of a goal's file
is on the page, and so are HTML comments, which are shown as they are written.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 58, note: "Internal: the bank may leave us"}
---
### Confidential

The bank may leave us.

<!-- ask the lawyers first -->
```

```text
goals/2026-Q4/checkout.md:9:46: P404 internal-text: the text is marked "Internal", and would be published
  hint: take it out of the file; what must not be read must not be committed
goals/2026-Q4/checkout.md:11:1: P404 internal-text: the text is marked "Confidential", and would be published
  hint: take it out of the file; what must not be read must not be committed
goals/2026-Q4/checkout.md:15:1: P404 internal-text: the HTML comment is shown to readers as it is written, and would be published
  hint: take it out of the file; what must not be read must not be committed
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Internal tools no longer stand in the way of buying
owner: ada
---
Our internal guidelines and the confidentiality of customers stay as they are.
```

## How to fix

Take the text out, and keep it where only those who may read it can. What was pushed already is in the history, too: a
secret that was public once has to be changed, not deleted. Where the mark is no longer true, take the mark away.

## Source

Common practice of public repositories: what must not be read must not be committed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from goalsite.core.diagnostics import Diagnostic
from goalsite.lint.published import Published

_WORDS = ("internal", "confidential", "not for publication", "内部", "机密", "绝密", "保密", "外传")
_MARK = (
    r"(?:(?:for )?internal(?: use)?(?: only)?|(?:strictly |company |highly )?confidential|not for publication"
    r"|(?:仅供|仅限)?内部(?:资料|文件|使用)?|机密|绝密|保密)"
)
_ALONE = r"(?:(?:for )?internal(?: use)? only|(?:strictly |company |highly )?confidential|not for publication|仅[供限]内部(?:使用)?|内部资料|机密|绝密)"


@cache
def _marked() -> re.Pattern[str]:
    """Texts marked as internal; made where a text may hold one."""
    return re.compile(
        rf"^[ \t>*_~#+-]{{0,20}}(?P<first>{_MARK})[*_~]{{0,3}} ?[:：]"  # internal: the bank may leave us
        rf"|[\[［【]!? ?(?P<bracket>{_MARK}) ?[\]］】](?![(\[:])"  # [internal], > [!INTERNAL]
        rf"|[(（] ?(?P<paren>{_ALONE}) ?[)）]"  # (internal only)
        rf"|^[ \t>*_~#+-]{{0,20}}(?P<alone>{_ALONE})[ \t*_~#.!。！]{{0,20}}$"  # a line by itself
        rf"|^ {{0,3}}#{{1,6}}[ \t]{{1,9}}(?P<heading>internal|内部)[ \t#]{{0,9}}$"  # ### Internal
        rf"|^ {{0,9}}:{{3,9}} ?\{{?\.?(?P<block>{_MARK})\b"  # ::: internal
        r"|(?P<phrase>\bfor internal use only\b|\binternal use only\b|仅[供限]内部使用|请勿外传|不得外传)",
        re.IGNORECASE | re.MULTILINE,
    )


_COMMENT = re.compile(r"^[ \t]*<!--", re.MULTILINE)
_HINT = "take it out of the file; what must not be read must not be committed"


def check(published: Published) -> Iterator[Diagnostic]:
    """Each marked text of a file, and each HTML comment that begins a line of it."""
    if published.says(_WORDS):
        for text, match in published.matches(_marked()):
            mark = next(part for part in match.groups() if part)
            message = f'the text is marked "{mark}", and would be published'
            yield published.finding(text, match, "P404", message, _HINT)
    if published.says("<") and published.says(("<!--",)):
        for text in published.outside_code():
            for match in _COMMENT.finditer(text.text):
                message = "the HTML comment is shown to readers as it is written, and would be published"
                yield published.finding(text, match, "P404", message, _HINT)
