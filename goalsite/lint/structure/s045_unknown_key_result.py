"""Who names a key result names one that the objective has.

## Why

A value for a key result that does not exist counts nowhere, and an edge to one is drawn nowhere. After a key result was
renamed, its old name lives on in logs and in other people's goals.

## Wrong

In a check-in log:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
---
```

`goals/2026-Q4/faster-builds.checkins.csv`

```csv
date,kr,value
2026-11-02,wiat,13
2026-11-09,wiat,12.5
```

```text
goals/2026-Q4/faster-builds.checkins.csv:2:12: S045 unknown-key-result: no key result is called "wiat"
  2 | 2026-11-02,wiat,13
    |            ^^^^
  hint: did you mean "wait"?
```

In a reference, where the key results have names:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
---
```

`goals/2026-Q4/daily.md`

```markdown
---
title: The team ships every day
owner: sam
supports: ["faster-builds#time"]
---
```

```text
goals/2026-Q4/daily.md:4:12: S045 unknown-key-result: 2026-Q4/faster-builds has no key result "time"
  4 | supports: ["faster-builds#time"]
    |            ^^^^^^^^^^^^^^^^^^
  hint: it has wait
```

In a reference, where they have none:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
---
```

`goals/2026-Q4/daily.md`

```markdown
---
title: The team ships every day
owner: sam
supports: ["faster-builds#1"]
---
```

```text
goals/2026-Q4/daily.md:4:12: S045 unknown-key-result: 2026-Q4/faster-builds has no key result "1"
  4 | supports: ["faster-builds#1"]
    |            ^^^^^^^^^^^^^^^
  hint: give it an id there
```

As a successor:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
    replaced_by: slowest
    on: 2026-11-02
---
```

```text
goals/2026-Q4/faster-builds.md:8:18: S045 unknown-key-result: no key result is called "slowest"
  8 |     replaced_by: slowest
    |                  ^^^^^^^
  hint: name one of this objective by its id
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
    replaced_by: slowest
    on: 2026-11-02
    metric: {unit: a day, baseline: 40, target: 5}
    checkins:
      - {date: 2026-11-09, value: 22, confidence: 0.5}
  - id: slowest
    title: The slowest tenth of all builds
    owner: sam
    metric: {unit: min, baseline: 41, target: 15}
    checkins:
      - {date: 2026-11-09, value: 36, confidence: 0.5}
---
```

## How to fix

Write the id as it stands under `key_results:`. Where the key result was renamed on purpose, change the log's rows and the
references, too: nothing else knows its old name.

## Source

The file format (`docs/reference/format.md`), sections *References*, *Key result* and *Check-ins*.
"""
