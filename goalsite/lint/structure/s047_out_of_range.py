"""A value that is judged by hand goes from 0 to 1.

## Why

A key result without a measure is judged by hand: 0 is nothing, 1 is all of it. A value beyond that is counted, but most
likely it was meant as a percentage, or as a number of something that nobody has told the target of.

## Wrong

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: docs
    title: Everybody knows how to make a build fast
    checkins:
      - {date: 2026-11-09, value: 40, confidence: 0.6}
---
```

```text
goals/2026-Q4/faster-builds.md:8:35: S047 out-of-range: value is 40, and a key result judged by hand goes from 0 to 1
  8 |       - {date: 2026-11-09, value: 40, confidence: 0.6}
    |                                   ^^
  hint: write 40% if that is the share, or add metric: with a target
```

## Right

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: docs
    title: Everybody knows how to make a build fast
    owner: lin
    checkins:
      - {date: 2026-11-09, value: 40%, confidence: 0.6}
  - id: wait
    title: Median time from push to green
    owner: lin
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-11-09, value: 10, confidence: 0.6}
---
```

## How to fix

Write the share that is reached, `0.4` or `40%`. Better still, give the key result a `metric:` with unit, baseline and target;
then its values are written in that unit.

## Source

The file format (`docs/reference/format.md`), sections *Measures* and *Check-ins*.
"""
