"""A unit aims neither so low that it always arrives nor so high that it never does.

## Why

Aspirational objectives are meant to end around .6 to .7. A unit that scores near 1 cycle after cycle knew before it
began that it would; one that stays below .4 learns that goals are not to be taken seriously. One cycle may be luck,
several are how the unit plans. Committed objectives are expected at 1 and not looked at here.

## Wrong

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q2/checkout.md`

```markdown
---
title: Buying from us takes no thought
status: closed
outcome: achieved
score: 0.95
---
```

`goals/shop/2026-Q3/returns.md`

```markdown
---
title: Sending things back is no trouble
status: closed
outcome: achieved
score: 1.0
---
```

```text
goals/shop/2026-Q3/returns.md:5:8: Q112 mean-score: the aspirational objectives of Shop scored 0.975 on average in 2026-Q2, 2026-Q3, above 0.85
  5 | score: 1.0
    |        ^^^
  hint: let the next targets ask for more
```

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q2/checkout.md`

```markdown
---
title: Buying from us takes no thought
status: closed
outcome: missed
score: 0.3
---
```

`goals/shop/2026-Q3/returns.md`

```markdown
---
title: Sending things back is no trouble
status: closed
outcome: missed
score: 0.2
---
```

```text
goals/shop/2026-Q3/returns.md:5:8: Q112 mean-score: the aspirational objectives of Shop scored 0.25 on average in 2026-Q2, 2026-Q3, below 0.4
  5 | score: 0.2
    |        ^^^
  hint: take on less, or set nearer targets
```

## Right

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q2/checkout.md`

```markdown
---
title: Buying from us takes no thought
status: closed
outcome: achieved
score: 0.9
---
```

`goals/shop/2026-Q3/returns.md`

```markdown
---
title: Sending things back is no trouble
status: closed
outcome: partly
score: 0.6
---
```

## How to fix

Leave the scores as they are; they are the record. Set the next targets differently: too high a mean asks for targets
that might be missed, too low a mean for fewer goals or nearer ones. Where the goals were promises and no
aspirations, say `commitment: committed`. How many cycles count, and the bounds, are the thresholds `cycles`, `low`
and `high`.

## Source

John Doerr, *Measure What Matters*, and Google's re:Work: aspirational goals are expected to average about .7, and
steady full scores mean that they ask for too little.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.arithmetic import total
from goalsite.analysis.portfolio import counted_in_portfolio
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.periods import Period
from goalsite.core.quantities import at_least, spelt
from goalsite.lint.near import Site
from goalsite.model.records import Objective
from goalsite.model.shapes import shorten, span


def check(site: Site) -> Iterator[Diagnostic]:
    """Units whose last scored cycles, all over, have a mean score out of bounds."""
    count = int(site.threshold("Q112", "cycles"))
    low, high = site.threshold("Q112", "low"), site.threshold("Q112", "high")
    for unit, scored in _scored(site).items():
        last = sorted(scored)[-count:]
        mean = total(score for _, _, score in last) / len(last)
        if len(last) < count or (at_least(mean, low) and at_least(high, mean)):
            continue
        too_high = mean > high
        goal = _telling(site, unit, last[-1][1], too_high)
        when = ", ".join(cycle for _, cycle, _ in last)
        bound = f"above {high:g}" if too_high else f"below {low:g}"
        name = shorten(site.teams[unit].title)
        message = f"the aspirational objectives of {name} scored {spelt(round(mean, 3))} on average in {when}, {bound}"
        hint = "let the next targets ask for more" if too_high else "take on less, or set nearer targets"
        key = "status" if goal.score is None else "score"
        written = site.written(goal)
        yield finding(goal.path, written.at(key), "Q112", message, hint, span(written.text(key)))


def _scored(site: Site) -> dict[str, list[tuple[Period, str, float]]]:
    """The cycles that are over and have a mean score, of each unit."""
    periods = {cycle.id: cycle.period for cycle in site.corpus.cycles}
    scored: dict[str, list[tuple[Period, str, float]]] = {}
    scores: dict[tuple[str, str], list[float]] = {}
    for goal, score in _ended(site):
        if periods[goal.cycle].end < site.as_of:
            scores.setdefault((goal.team, goal.cycle), []).append(score)
    for (unit, cycle), of_cycle in scores.items():
        scored.setdefault(unit, []).append((periods[cycle], cycle, total(of_cycle) / len(of_cycle)))
    return scored


def _ended(site: Site) -> Iterator[tuple[Objective, float]]:
    """The closed aspirational objectives that count in their unit's portfolio, with their scores."""
    for goal in site.corpus.objectives:
        if goal.state == "closed" and goal.commitment == "aspirational" and counted_in_portfolio(goal):
            score = site.analysis.objectives[goal.id].score
            if score is not None and goal.person is None:
                yield goal, score


def _telling(site: Site, unit: str, cycle: str, highest: bool) -> Objective:
    """The objective whose score, the highest or the lowest, made the mean of a cycle."""
    goals = [(score, goal) for goal, score in _ended(site) if (goal.team, goal.cycle) == (unit, cycle)]
    choose = max if highest else min
    return choose(goals, key=lambda each: each[0])[1]
