"""A key result that is given up stays on the record.

## Why

What was promised in public and is then gone was never missed: the progress of the others looks better, and nobody learns what
did not work. Dropped, it leaves the count just the same and says why.

## Wrong

Committed on 2026-09-28:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - {id: minutes, title: Time from basket to receipt, metric: {unit: min, baseline: 9, target: 3}}
  - {id: paid, title: Share of baskets that are paid, metric: {unit: "%", baseline: 52, target: 65}}
---
```

Committed on 2026-11-12:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - {id: minutes, title: Time from basket to receipt, metric: {unit: min, baseline: 9, target: 3}}
---
```

```text
goals/2026-Q4/checkout.md:3:1: Q124 deleted-key-result: "Share of baskets that are paid" (paid) was deleted on 2026-11-12, and not dropped
  3 | key_results:
    | ^^^^^^^^^^^
  hint: put it back, then write goalsite drop '2026-Q4/checkout#paid' --reason …
```

## Right

Committed on 2026-09-28:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - {id: minutes, title: Time from basket to receipt, metric: {unit: min, baseline: 9, target: 3}}
  - {id: paid, title: Share of baskets that are paid, metric: {unit: "%", baseline: 52, target: 65}}
---
```

Committed on 2026-11-12:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - {id: minutes, title: Time from basket to receipt, metric: {unit: min, baseline: 9, target: 3}}
  - id: paid
    title: Share of baskets that are paid
    metric: {unit: "%", baseline: 52, target: 65}
    status: dropped
    on: 2026-11-12
    reason: Most of those who leave only compare prices, which is no harm.
---
```

## How to fix

Put the key result back as it was and run `goalsite drop`, or `goalsite replace` where another took its place: they write
`status: dropped` or `replaced_by:`, the day and the reason. The history of the goal's page shows what it said.

Nothing is told of a draft; of the first tenth of a goal's window, or of the time since its key result came, in which a goal is
still agreed on (the threshold `share`); of one that was given another `id` or was reworded and is still there; of a key result
without `id`; a month after the window. Of what a shallow clone does not have, nothing is known.

## Source

Product Narrative, *Can I change my OKR?*: a key result that turns out wrong is struck through, with the reason, and never deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from goalsite.analysis.goal_posts import DRAFTS, came, promised, settled
from goalsite.analysis.parts_matched import Named, matched_parts
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.history.records import Edit
from goalsite.lint.near import NearObjective
from goalsite.lint.traced import share_of
from goalsite.model.shapes import shorten, span


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """The key results that a goal had when it was settled, or for some time since, and has no more: once for
    what went together."""
    goal = near.goal
    if not near.trail.edits or goal.state in DRAFTS:
        return
    for commit, together in groupby(_deleted(near), key=lambda edit: edit.commit):
        first, *more = together
        name = first.part[1]
        who = f'"{shorten(str(first.before))}" ({shorten(name)})'
        others = f" and {len(more)} more key result{'s' if len(more) > 1 else ''} were" if more else " was"
        message = f"{who}{others} deleted on {commit.day}, and not dropped"
        hint = f"put {'them' if more else 'it'} back, then write goalsite drop '{goal.id}#{name}' --reason …"
        yield finding(goal.path, near.written.key("key_results"), "Q124", message, hint, span("key_results"))


def _deleted(near: NearObjective) -> Iterator[Edit]:
    """The last edit of each key result that was settled and is gone under whatever name."""
    window, edits = near.figures.window, promised(near.trail.edits)
    last = settled(window, share_of(near.config, "Q124"))
    there = {result.id for result in near.goal.key_results}
    ends = {edit.part: edit for edit in edits if _is_of_all(edit) and edit.after is None}
    gone = [edit for (_, name), edit in ends.items() if name not in there and not name.isdecimal()]
    renamed = matched_parts(
        [Named(edit.part[1], True, str(edit.before)) for edit in gone], _came_since(edits, there)
    )
    for edit in gone:
        is_settled = edit.commit.day > max(last, came(edits, edit.part, last - window.start))
        if is_settled and edit.part[1] not in renamed:
            yield edit


def _came_since(edits: Sequence[Edit], there: set[str]) -> list[Named]:
    """The key results that came and are still there."""
    titles = {edit.part[1]: str(edit.after) for edit in edits if _is_of_all(edit) and edit.before is None}
    return [Named(name, True, title) for name, title in titles.items() if name in there]


def _is_of_all(edit: Edit) -> bool:
    """Whether an edit speaks of a key result as a whole, which came or went or has another title."""
    return edit.part[:1] == ("key_result",) and not edit.field
