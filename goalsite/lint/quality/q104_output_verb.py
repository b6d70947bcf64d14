"""An objective says what will be different, not what will be delivered.

## Why

A title that begins with *launch*, *build* or *上线* is reached on the day the thing is out, whether or not anybody
is better off. The team then defends the thing instead of looking for what helps.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Launch the new checkout
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:2:8: Q104 output-verb: the title begins with "Launch", which names work and not what it changes
  2 | title: Launch the new checkout
    |        ^^^^^^
  hint: say what will be different for whom, and list the work under initiatives:
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
initiatives:
  - {title: Launch the new checkout, owner: lin, due: 2026-11-20}
---
```

## How to fix

Ask "and then?" until the answer is about people: who can do what, or feels what, that they could not before? Make
that the title, and the thing one of the `initiatives`. Where a release itself is the point of a cycle, set the rule
aside with a reason. Words for what cannot be built like a thing (build trust, create value) are left alone.

## Source

Christina Wodtke, *Radical Focus*, and Google's OKR playbook: objectives and key results describe outcomes, not
activities.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.lint.near import NearObjective
from goalsite.lint.verbs import output_verb


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """The verb of output with which an open objective's title begins."""
    goal = near.goal
    if not near.is_open:
        return
    if verb := output_verb(goal.title):
        begin, end = verb
        place = near.written.title()
        message = f'the title begins with "{goal.title[begin:end]}", which names work and not what it changes'
        hint = "say what will be different for whom, and list the work under initiatives:"
        mark = Mark(place.line, place.column + begin)
        yield finding(goal.path, mark, "Q104", message, hint, end - begin)
