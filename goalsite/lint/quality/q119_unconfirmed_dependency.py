"""A dependency of a running objective is confirmed by the other side.

## Why

A wish that nobody has answered is the most frequent reason why a good plan stands still in the middle of a cycle. An
early no is worth much more than a late one: there is still time to plan without.

## Wrong

`goals/infra/team.md`

```markdown
---
title: Infrastructure
---
```

`goals/infra/2026-Q4/runners.md`

```markdown
---
title: Nobody waits for a machine
---
```

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
depends_on:
  - {goal: runners, note: capacity by October}
  - {team: infra, ask: a second database}
---
```

`goals/shop/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
depends_on:
  - {goal: runners, confirmed: false}
---
```

```text
goals/shop/2026-Q4/checkout.md:4:12: Q119 unconfirmed-dependency: not confirmed yet: runners, infra
  4 |   - {goal: runners, note: capacity by October}
    |            ^^^^^^^
  hint: ask the other side, and write its answer as confirmed: true or false
goals/shop/2026-Q4/prices.md:4:32: Q119 unconfirmed-dependency: "runners" is needed, and has said no
  4 |   - {goal: runners, confirmed: false}
    |                                ^^^^^
  hint: ask for less, find another way, or give up what it was for
```

## Right

`goals/infra/team.md`

```markdown
---
title: Infrastructure
---
```

`goals/infra/2026-Q4/runners.md`

```markdown
---
title: Nobody waits for a machine
---
```

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
depends_on:
  - {goal: runners, confirmed: true, note: capacity by October}
---
```

## How to fix

Ask, and write the answer down: `confirmed: true` or `confirmed: false`. After a no, find another way, ask for less, or
take the dependency away together with what it was for. What a unit needs of itself, and what is reached already, need
no answer. Open questions are told once for each objective.

## Source

Google's OKR playbook, printed in John Doerr, *Measure What Matters*: an objective that several teams must deliver is
agreed by each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.lint.near import Site
from goalsite.model.records import Dependency, Objective
from goalsite.model.shapes import Ref, shorten, span


class _Need(NamedTuple):
    """A dependency on another unit that is not confirmed, and the reference to what is needed."""

    goal: Objective
    entry: Dependency
    ref: Ref


def check(site: Site) -> Iterator[Diagnostic]:
    """Dependencies of active, running objectives on others: each that was refused, the open ones together."""
    foreign = _foreign(site)
    for goal in site.corpus.objectives:
        needs = list(_needs(goal, site, foreign)) if goal.depends_on else []
        yield from (_refused(need, site) for need in needs if need.entry.confirmed is False)
        unanswered = [need.ref for need in needs if need.entry.confirmed is None]
        if unanswered:
            names = ", ".join(dict.fromkeys(ref.text for ref in unanswered))
            message = f"not confirmed yet: {shorten(names, 60)}"
            hint = "ask the other side, and write its answer as confirmed: true or false"
            first = unanswered[0]
            yield finding(goal.path, first.mark, "Q119", message, hint, span(first.text))


def _needs(goal: Objective, site: Site, foreign: frozenset[tuple[str, Mark]]) -> Iterator[_Need]:
    """What an active, running objective needs of others without a confirmation."""
    if goal.state == "active" and site.as_of in site.analysis.objectives[goal.id].window:
        for entry in goal.depends_on:
            ref = entry.goal or entry.team
            if ref and not entry.confirmed and (goal.id, ref.mark) in foreign:
                yield _Need(goal, entry, ref)


def _foreign(site: Site) -> frozenset[tuple[str, Mark]]:
    """The dependencies on what is not reached yet and belongs to another unit, by goal and place."""
    home = {goal.id: goal.team for goal in site.corpus.objectives}
    found = set()
    for edge in site.graph.edges:
        if edge.type != "depends_on":
            continue
        if edge.outside or (home[edge.source] != home[edge.target] and not site.is_reached(edge.target)):
            found.add((edge.source, edge.mark))
    asked = {
        (ask.source, ask.ask, ask.size, ask.note) for ask in site.graph.asks if ask.team != home[ask.source]
    }
    for goal in site.corpus.objectives:
        for entry in goal.depends_on:
            if entry.team and (goal.id, entry.ask, entry.size, entry.note) in asked:
                found.add((goal.id, entry.team.mark))
    return frozenset(found)


def _refused(need: _Need, site: Site) -> Diagnostic:
    """The finding on an answer that is no."""
    written, mark, length = site.written(need.goal), need.ref.mark, span(need.ref.text)
    for position in range(len(need.goal.depends_on)):
        keys = ("depends_on", position, "confirmed")
        if written.at(*keys[:2]) == need.entry.mark:
            mark, length = written.at(*keys), span(written.text(*keys))
    message = f'"{shorten(need.ref.text)}" is needed, and has said no'
    hint = "ask for less, find another way, or give up what it was for"
    return finding(need.goal.path, mark, "Q119", message, hint, length)
