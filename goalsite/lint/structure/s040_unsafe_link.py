"""A link leads to a web page, an e-mail address or a page of the site itself.

## Why

A public page runs in the reader's browser. A link with another scheme can run code there or reach into the reader's own
machine, and a path on your disk is dead for everybody else. What is not plainly harmless is not published.

## Wrong

A link of a goal:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
links:
  Plan: file:///home/ada/plan.md
---
```

```text
goals/2026-Q4/faster-builds.md:5:9: S040 unsafe-link: links.Plan is "file:///home/ada/plan.md", no link that may be published
  5 |   Plan: file:///home/ada/plan.md
    |         ^^^^^^^^^^^^^^^^^^^^^^^^
  hint: use http, https, mailto or a relative path
```

A link in a text:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
---

The [plan](file:///home/ada/plan.md) says how.
```

```text
goals/2026-Q4/faster-builds.md:6:12: S040 unsafe-link: "file:///home/ada/plan.md" is no link that may be published
  6 | The [plan](file:///home/ada/plan.md) says how.
    |            ^^^^^^^^^^^^^^^^^^^^^^^^
  hint: use http, https, mailto or a relative path
```

An outside goal:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
supports: ["ftp://example.org/strategy"]
---
```

```text
goals/2026-Q4/faster-builds.md:4:12: S040 unsafe-link: "ftp://example.org/strategy" is no link that may be published
  4 | supports: ["ftp://example.org/strategy"]
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: use http or https
```

## Right

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
supports: ["https://example.org/strategy"]
links:
  Plan: https://example.org/plan
key_results:
  - id: wait
    title: Median time from push to green
    owner: lin
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-11-09, value: 10, confidence: 0.6}
  - id: queue
    title: Builds that wait for a machine
    owner: sam
    metric: {unit: a day, baseline: 40, target: 5}
    checkins:
      - {date: 2026-11-09, value: 22, confidence: 0.5}
---
```

## How to fix

Write the address as a browser shows it, with `https://`. A file that belongs to the goal goes into the goals folder, and
is linked by its path from there.

## Source

The file format (`docs/reference/format.md`), section *Limits and safety*. RFC 3986 tells schemes from relative references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic
from goalsite.core.links import safe_url
from goalsite.lint.published import Published
from goalsite.model.shapes import shorten

_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]{1,30}:"
_REST = r"[^\s<>\[\]()]"  # what ends before the next link, so that a line is read once
_LINK = re.compile(
    rf"(?:(?<=\]\()|(?<=\]\(<)){_SCHEME}{_REST}+(?:\({_REST}*\))?"
    rf"|(?<=\]: )(?:javascript|vbscript|data|file|ftp):{_REST}+"
    rf"|(?<=<){_SCHEME}//{_REST}*(?=>)",
    re.IGNORECASE,
)
"""An address with a scheme where Markdown has the target of a link: inline, of a reference, by itself."""


def check(published: Published) -> Iterator[Diagnostic]:
    """Links in texts that the site would not publish; those of keys are told where the keys are read."""
    if published.path.endswith(".csv") or not published.says("]<"):
        return
    if not published.says(("](", "]: ", "<")):
        return
    for text in published.outside_code():
        for match in _LINK.finditer(text.text):
            if safe_url(match[0]) is None:
                message = f'"{shorten(match[0])}" is no link that may be published'
                hint = "use http, https, mailto or a relative path"
                yield published.finding(text, match, "S040", message, hint)
