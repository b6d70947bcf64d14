"""A goal does not refer to itself.

## Why

An edge says how one goal stands to another: whom it serves, whom it needs, what takes its place. An edge that ends where
it begins says nothing, and a roll-up or formula along it would never end. It is nearly always a name that was copied.

## Wrong

A goal that supports itself:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
supports: [faster-builds]
---
```

```text
goals/2026-Q4/faster-builds.md:4:12: S028 self-reference: supports names the goal itself
  4 | supports: [faster-builds]
    |            ^^^^^^^^^^^^^
  hint: name the goal that is meant, or take this away
```

A KPI that is computed from itself:

`goals/kpis/green-share.md`

```markdown
---
title: Share of builds that are green
unit: "%"
formula: green-share / 2
---
```

```text
goals/kpis/green-share.md:4:10: S028 self-reference: formula names the goal itself
  4 | formula: green-share / 2
    |          ^^^^^^^^^^^
  hint: name the goal that is meant, or take this away
```

A key result that is replaced by itself:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
    replaced_by: wait
    on: 2026-11-02
---
```

```text
goals/2026-Q4/faster-builds.md:8:18: S028 self-reference: key result "wait" is replaced by itself
  8 |     replaced_by: wait
    |                  ^^^^
  hint: name the one that takes its place, or write status: dropped
```

## Right

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
supports: [team-time]
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

`goals/kpis/team-time.md`

```markdown
---
title: Hours that a developer has for building
definition: Hours of a week outside meetings and waiting, median of all developers.
unit: h
direction: higher
owner: sam
frequency: month
source: The monthly survey.
---
```

## How to fix

Write the goal that is meant; where none is, take the entry away.

## Source

The file format (`docs/reference/format.md`), sections *Objective* and *References*: every key that names a goal leads
from one goal to another.
"""
