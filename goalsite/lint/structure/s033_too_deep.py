"""Front matter is nested at most 20 levels deep.

## Why

No goal needs more than five levels. What goes deeper is a file gone wrong, or one made to exhaust the reader.

## Wrong

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
tags: [[[[[[[[[[[[[[[[[[[[builds]]]]]]]]]]]]]]]]]]]]
---
```

```text
goals/2026-Q4/faster-builds.md:3:26: S033 too-deep: this is nested 21 levels deep, must be at most 20
  3 | tags: [[[[[[[[[[[[[[[[[[[[builds]]]]]]]]]]]]]]]]]]]]
    |                          ^
  hint: take surplus brackets, braces or dashes away
```

## Right

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
tags: [builds]
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

Take the surplus brackets or dashes away: a list of words is `[builds, tests]`.

## Source

The file format (`docs/reference/format.md`), section *Limits and safety*. Limits on depth and size are how readers of
untrusted data keep from being exhausted.
"""
