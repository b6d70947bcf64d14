"""A target that moves while its cycle runs says why.

## Why

Whoever moves the goal posts in silence reaches every goal, and nobody learns from one. The world does change, and then a
target may, too: with a word on what changed, everybody can judge whether it was the world or the aim.

## Wrong

Committed on 2026-09-28:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - id: minutes
    title: Time from basket to receipt
    metric: {unit: min, baseline: 9, target: 3}
---
```

Committed on 2026-11-12:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - id: minutes
    title: Time from basket to receipt
    metric: {unit: min, baseline: 9, target: 6}
---
```

```text
goals/2026-Q4/checkout.md:6:46: Q123 moved-target: the target moved from 3 to 6 on 2026-11-12, and no reason is given
  6 |     metric: {unit: min, baseline: 9, target: 6}
    |                                              ^
  hint: write why beside it, as reason: …, or put 3 back
```

## Right

Committed on 2026-09-28:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - id: minutes
    title: Time from basket to receipt
    metric: {unit: min, baseline: 9, target: 3}
---
```

Committed on 2026-11-12:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - id: minutes
    title: Time from basket to receipt
    metric: {unit: min, baseline: 9, target: 6}
    reason: The bank asks for a second confirmation since November.
---
```

## How to fix

Write `reason:` into the key result, with the move or later, or put the old number back. A `note:` that changes in the same
commit is a reason as well. The next move needs a reason of its own.

Targets, levels, baselines, bounds of a range and weights count, in whatever direction; a weight may change without a word where
a key result comes or leaves. What is not committed yet counts as moved today. Nothing is told of a draft; of the first tenth
of a goal's window, or of the time since its key result came, in which a goal is still agreed on and typos are found (the
threshold `share`); of a number that stands where it stood before; of one whose unit changed with it; of a key result without
`id`; a month after the window, and of what lies more than a year back. Of what a shallow clone does not have, nothing is
known.

## Source

What Matters, on changing OKRs: they may change when the world does, or when one knows more, in the open. Christina Wodtke, *Radical Focus*: once set,
leave them alone until the cycle is over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from goalsite.analysis.goal_posts import (
    DRAFTS,
    FIELDS,
    Move,
    came,
    promised,
    settled,
    unexplained,
    unexplained_weight,
)
from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.quantities import spelt
from goalsite.history.records import Edit, Fact
from goalsite.lint.near import NearObjective
from goalsite.lint.traced import share_of
from goalsite.model.records import KeyResult, Maintain, Metric
from goalsite.model.shapes import shorten, span

_WORDS = {
    "commit": "level commit",
    "stretch": "level stretch",
    "min": "minimum",
    "max": "maximum",
    "allowed_misses": "number of allowed misses",
}
_MEASURED = tuple(field for field in FIELDS if field != "weight")


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Each key result that is measured otherwise than when it was settled, and the first that weighs otherwise,
    where no reason is given."""
    if not near.trail.edits or near.goal.state in DRAFTS:
        return
    edits = promised(near.trail.edits)
    weighed = False
    for result, _ in near.results:
        if not result.named:
            continue
        part, since = ("key_result", result.id), _since(near, edits, result)
        if isinstance(result.measure, (Metric, Maintain)):
            yield from _told(near, result, unexplained(edits, part, _MEASURED, since))
        if not weighed and (moves := unexplained_weight(edits, part, since)):
            weighed = True
            yield from _told(near, result, moves)


def _since(near: NearObjective, edits: Sequence[Edit], result: KeyResult) -> date:
    """The last day on which the key result may still be agreed on."""
    window = near.figures.window
    last = settled(window, share_of(near.config, "Q123"))
    return max(last, came(edits, ("key_result", result.id), last - window.start))


def _told(near: NearObjective, result: KeyResult, moves: Sequence[Move]) -> Iterator[Diagnostic]:
    if not moves:
        return
    ways = [
        f"the {_WORDS.get(move.field, move.field)} {'' if number else 'moved '}"
        f"from {_shown(move.before)} to {_shown(move.after)}"
        for number, move in enumerate(moves)
    ]
    first = moves[0]
    day = max(move.day for move in moves)
    message = f"{' and '.join(ways)} on {day}, and no reason is given"
    hint = f"write why beside it, as reason: …, or put {_shown(first.before)} back"
    mark = _place(near, result, first.field)
    yield finding(near.goal.path, mark, "Q123", message, hint, span(_shown(first.after)))


def _place(near: NearObjective, result: KeyResult, field: str) -> Mark:
    """Where a goal post stands in the file."""
    if field == "weight":
        return near.written.of(result, "weight")
    if isinstance(result.measure, Maintain):
        return near.written.of(result, "maintain", field)
    within = ("levels",) if near.written.says(result, "metric", "levels", field) else ()
    return near.written.of(result, "metric", *within, field)


def _shown(said: Fact) -> str:
    return spelt(said) if isinstance(said, float) else shorten(str(said))
