"""A table in the goals folder belongs to the goal of the same name beside it.

## Why

Values in a table that belongs to no goal are shown nowhere. Mostly the goal was renamed and its table was not, and the page
of the goal silently ends on the day of the move.

## Wrong

No goal of that name:

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

`goals/2026-Q4/fast-builds.checkins.csv`

```csv
date,kr,value
2026-11-09,wait,12.5
```

```text
goals/2026-Q4/fast-builds.checkins.csv:1:1: S044 orphan-table: no goal is called fast-builds.md beside this file
  1 | date,kr,value
    | ^
  hint: did you mean "faster-builds"?
```

A series beside an objective:

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

`goals/2026-Q4/faster-builds.csv`

```csv
date,kr,value
2026-11-09,wait,12.5
```

```text
goals/2026-Q4/faster-builds.csv:1:1: S044 orphan-table: faster-builds.md is an objective, which has no such file
  1 | date,kr,value
    | ^
  hint: name it faster-builds.checkins.csv
```

A check-in log beside a KPI:

`goals/kpis/build-time.md`

```markdown
---
title: Time from push to green
definition: Minutes from a push to the end of its build, median of a week.
unit: min
direction: lower
owner: lin
frequency: week
source: The build server.
---
```

`goals/kpis/build-time.checkins.csv`

```csv
date,value
2026-11-08,12.5
```

```text
goals/kpis/build-time.checkins.csv:1:1: S044 orphan-table: build-time.md is a KPI, which has no such file
  1 | date,value
    | ^
  hint: name it build-time.csv
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

`goals/2026-Q4/faster-builds.checkins.csv`

```csv
date,kr,value,confidence
2026-11-02,wait,12,0.6
```

## How to fix

Give the table the name of its goal: `<name>.checkins.csv` for an objective, `<name>.csv` for a KPI. A table that is not meant
for the site is named under `exclude:` in the configuration, or moved out of the goals folder.

## Source

The file format (`docs/reference/format.md`), sections *Check-ins* and *KPI*.
"""
