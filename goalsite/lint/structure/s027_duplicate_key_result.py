"""Within one goal, no two key results share an id and no two milestones share a title.

## Why

Check-ins, logs and references name a key result by its id, and a milestone is known by its title. Where two have the
same name, nobody can say which of them a value or a day is meant for, and one would quietly get the other's.

## Wrong

Two key results:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
  - id: wait
    title: Waits of more than half an hour
    metric: {unit: a week, baseline: 9, target: 0}
---
```

```text
goals/2026-Q4/faster-builds.md:8:9: S027 duplicate-key-result: two key results are called "wait", the first in line 5
  8 |   - id: wait
    |         ^^^^
  hint: give one of them another id
```

Two milestones:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: move
    title: Everybody builds on the new machines
    milestones:
      - {title: Teams moved, due: 2026-10-30}
      - {title: Teams moved, due: 2026-12-11}
---
```

```text
goals/2026-Q4/faster-builds.md:9:17: S027 duplicate-key-result: two milestones are called "Teams moved", the first in line 8
  9 |       - {title: Teams moved, due: 2026-12-11}
    |                 ^^^^^^^^^^^
  hint: give one of them another title, by which a milestone is known
```

## Right

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
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

Give one of the two another id, or the milestone another title. If the values of an older check-in log belong to the one
that is renamed, change the `kr` of its rows, too.

## Source

The file format (`docs/reference/format.md`), sections *Key result* and *Measures*: an id is a key result's name within
its objective, and a milestone is known by its title.
"""
