"""A value stands only where something measures it.

## Why

A value that nothing can read would be lost without a word, and whoever wrote it would believe that it counts. Only key
results have values, and of those only the ones that are measured by numbers, by zones or by hand: milestones and yes-or-no
results are done on a day.

## Wrong

A value for a list of milestones:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: move
    title: Everybody builds on the new machines
    milestones:
      - {title: First team, due: 2026-10-30, done: 2026-10-28}
      - {title: All others, due: 2026-12-11}
    checkins:
      - {date: 2026-11-09, value: 0.5}
---
```

```text
goals/2026-Q4/faster-builds.md:11:35: S029 no-measure: milestones are done or not, and take no value
  11 |       - {date: 2026-11-09, value: 0.5}
     |                                   ^^^
  hint: write done: with its day
```

A value for what is done or not:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: contract
    title: The data centre has signed
    binary: {}
    checkins:
      - {date: 2026-11-09, value: 1}
---
```

```text
goals/2026-Q4/faster-builds.md:9:35: S029 no-measure: the key result is done or not, and takes no value
  9 |       - {date: 2026-11-09, value: 1}
    |                                   ^
  hint: write done: with its day
```

A value for the whole objective, because the row names no key result:

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
---
```

`goals/2026-Q4/faster-builds.checkins.csv`

```csv
date,kr,value,confidence
2026-11-02,wait,12.5,0.6
2026-11-09,,11,0.6
```

```text
goals/2026-Q4/faster-builds.checkins.csv:3:13: S029 no-measure: the row has a value and names no key result, and an objective has no values
  3 | 2026-11-09,,11,0.6
    |             ^^
  hint: name the key result in the column kr
```

A plan for milestones:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: move
    title: Everybody builds on the new machines
    milestones:
      - {title: First team}
      - {title: All others}
    plan:
      - {date: 2026-10-30, value: 1}
      - {date: 2026-12-11, value: 2}
---
```

```text
goals/2026-Q4/faster-builds.md:10:5: S029 no-measure: a plan says which values to expect, and milestones have none
  10 |     plan:
     |     ^^^^
  hint: give each milestone a due:
```

A plan for what is done or not:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: contract
    title: The data centre has signed
    binary: {}
    plan: [{date: 2026-12-01, value: 1}]
---
```

```text
goals/2026-Q4/faster-builds.md:8:5: S029 no-measure: a plan says which values to expect, and what is done or not has none
  8 |     plan: [{date: 2026-12-01, value: 1}]
    |     ^^^^
  hint: give the key result a due:
```

A plan for what is to stay in a range:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: floor
    title: The machines stay up meanwhile
    maintain: {unit: "%", min: 99.5}
    plan: [{date: 2026-12-01, value: 99.7}]
---
```

```text
goals/2026-Q4/faster-builds.md:8:5: S029 no-measure: a plan says which values to expect, and maintain: expects its range all the time
  8 |     plan: [{date: 2026-12-01, value: 99.7}]
    |     ^^^^
  hint: take the plan away
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
    plan: [{date: 2026-11-13, value: 12}]
    checkins:
      - {date: 2026-11-09, value: 12.5, confidence: 0.6}
  - id: move
    title: Everybody builds on the new machines
    owner: sam
    milestones:
      - {title: First team, due: 2026-10-30, done: 2026-10-28}
      - {title: All others, due: 2026-12-11}
    checkins:
      - {date: 2026-11-09, confidence: 0.7}
---
```

## How to fix

Write the day into `done:` of the milestone or of `binary:`. In a check-in log, name the key result in the column `kr`.
In place of a plan, give milestones a `due:` each. A check-in without a value is welcome everywhere: it carries confidence,
status and note.

## Source

The file format (`docs/reference/format.md`), sections *Measures* and *Check-ins*: what a value means for each measure,
and that check-ins about the whole objective have none.
"""
