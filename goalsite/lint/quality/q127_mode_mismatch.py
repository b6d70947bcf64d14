"""What a unit manages itself by is what its goals show.

## Why

`mode:` tells readers what to expect on a unit's page: aspirations that may fall short, a floor that must hold, or both.
Where the goals are of another kind, either the word is old or something is missing.

## Wrong

`goals/shop/team.md`

```markdown
---
title: Shop
mode: okr
---
```

`goals/shop/kpis/conversion.md`

```markdown
---
title: Share of those who start to pay that do pay
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
---
```

```text
goals/shop/team.md:3:7: Q127 mode-mismatch: mode is okr, and the unit has KPIs and no objective that runs
  3 | mode: okr
    |       ^^^
  hint: write the objective it works on, or say mode: kpi
```

`goals/desk/team.md`

```markdown
---
title: Service desk
mode: kpi
---
```

`goals/desk/2026-Q4/answers.md`

```markdown
---
title: Whoever asks us is glad to have asked
key_results:
  - id: praise
    title: Answers that are called helpful
    metric: {unit: "%", baseline: 60, target: 90}
---
```

```text
goals/desk/team.md:3:7: Q127 mode-mismatch: mode is kpi, and "Whoever asks us is glad to have asked" is to move a number of its own
  3 | mode: kpi
    |       ^^^
  hint: say mode: hybrid, write it as a project with milestones, or let it improve a KPI
```

`goals/infra/team.md`

```markdown
---
title: Infrastructure
mode: hybrid
---
```

`goals/infra/2026-Q4/runners.md`

```markdown
---
title: Nobody waits for a machine
---
```

```text
goals/infra/team.md:3:7: Q127 mode-mismatch: mode is hybrid, and none of the unit's objectives guards a KPI, nor is one of its own guarded
  3 | mode: hybrid
    |       ^^^^^^
  hint: name in guards: the KPI that must not break, or say mode: okr
```

## Right

`goals/infra/team.md`

```markdown
---
title: Infrastructure
mode: hybrid
---
```

`goals/infra/kpis/availability.md`

```markdown
---
title: Availability of the build machines
unit: "%"
targets: [{from: 2026-01-01, target: 99.9}]
---
```

`goals/infra/2026-Q4/runners.md`

```markdown
---
title: Nobody waits for a machine
guards: [availability]
---
```

## How to fix

`okr` with KPIs alone: write the objective that the unit works on in this cycle, or say `kpi` or `hybrid`. `kpi` with an
objective that stretches a number: say `hybrid`, or write it as a project with `milestones:` or `binary:`; one that
`improves` a KPI is a recovery and belongs there. `hybrid` without a floor: name in `guards:` the KPI that must not break;
a target that nobody guards does not hold anybody back. A key result with `maintain:` is a floor, too.

## Source

Robert Kaplan and David Norton, *The Balanced Scorecard*, for what is kept; John Doerr, *Measure What Matters*, for what
is to change. Both are at their best where a unit knows which of the two it is doing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import Site
from goalsite.model.records import Binary, Kpi, Maintain, Milestones, Objective
from goalsite.model.shapes import shorten


class _Owned(NamedTuple):
    """A unit's goals: its open objectives and its KPIs; `busy` where it, or a unit below, has an objective
    whose window is not over, `guarded` where one that is open, here or below, holds a floor."""

    goals: Sequence[Objective]
    kpis: Sequence[Kpi]
    busy: bool
    guarded: bool


_Told = tuple[str, str] | None  # a message and its hint


def check(site: Site) -> Iterator[Diagnostic]:
    """Units whose `mode` is another than their goals show."""
    goals: dict[str, list[Objective]] = {}
    kpis: dict[str, list[Kpi]] = {}
    for goal in site.open_objectives:
        if goal.person is None:
            goals.setdefault(goal.team, []).append(goal)
    for kpi in site.corpus.kpis:
        if kpi.person is None:
            kpis.setdefault(kpi.team, []).append(kpi)
    busy, guarded = _busy(site), _guarded(site, goals, kpis)
    for team in site.corpus.teams:
        if team.mode and "mode" in team.marks:
            own = kpis.get(team.id, ())
            owned = _Owned(goals.get(team.id, ()), own, team.id in busy, team.id in guarded)
            judge = {"okr": _okr, "kpi": _kpi, "hybrid": _hybrid}[team.mode]
            if told := judge(owned):
                message, hint = told
                yield finding(team.path, team.marks["mode"], "Q127", message, hint, len(team.mode))


def _okr(owned: _Owned) -> _Told:
    if owned.busy or not owned.kpis:
        return None
    message = "mode is okr, and the unit has KPIs and no objective that runs"
    return message, "write the objective it works on, or say mode: kpi"


def _kpi(owned: _Owned) -> _Told:
    for goal in owned.goals:
        if not goal.improves and not _is_project(goal):
            message = f'mode is kpi, and "{shorten(goal.title)}" is to move a number of its own'
            return message, "say mode: hybrid, write it as a project with milestones, or let it improve a KPI"
    return None


def _is_project(goal: Objective) -> bool:
    """Whether an objective is done at some point, or only holds something; one without measures may be."""
    counted = [result for result in goal.key_results if not (result.dropped or result.replaced_by)]
    kinds = (Milestones, Binary, Maintain)
    return not counted or any(isinstance(result.measure, kinds) for result in counted)


def _hybrid(owned: _Owned) -> _Told:
    if not owned.goals or owned.guarded:
        return None
    message = "mode is hybrid, and none of the unit's objectives guards a KPI, nor is one of its own guarded"
    return message, "name in guards: the KPI that must not break, or say mode: okr"


def _guarded(site: Site, goals: dict[str, list[Objective]], kpis: dict[str, list[Kpi]]) -> set[str]:
    """The units with an objective that holds a floor or a KPI that some objective guards, and those above."""
    guarded = {unit for unit, own in goals.items() if any(map(_has_floor, own))}
    guarded |= {unit for unit, own in kpis.items() if any(_is_guarded(kpi, site) for kpi in own)}
    for name in tuple(guarded):
        unit = site.teams[name].parent
        while unit is not None and unit not in guarded:
            guarded.add(unit)
            unit = site.teams[unit].parent
    return guarded


def _is_guarded(kpi: Kpi, site: Site) -> bool:
    return any(
        edge.type == "guards" and site.is_open(site.objectives[edge.source])
        for edge in site.edges_to.get(kpi.id, ())
    )


def _has_floor(goal: Objective) -> bool:
    return bool(goal.guards) or any(isinstance(result.measure, Maintain) for result in goal.key_results)


def _busy(site: Site) -> frozenset[str]:
    """The units with an objective whose window is not over, and those above; all while no cycle runs."""
    if site.analysis.cycle_is_over:
        return frozenset(site.teams)
    busy: set[str] = set()
    for goal in site.corpus.objectives:
        unit: str | None = goal.team
        if goal.person is None and site.analysis.objectives[goal.id].window.end >= site.as_of:
            while unit is not None and unit not in busy:
                busy.add(unit)
                unit = site.teams[unit].parent
    return frozenset(busy)
