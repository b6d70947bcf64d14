"""Front matter begins with a line `---` of its own.

## Why

Without it the file is a plain page: it is shown with its keys as text, and counts as no goal. Nothing is broken, so nobody
would notice that the objective is missing from its unit.

## Wrong

`goals/2026-Q4/faster-builds.md`

```markdown
title: Nobody waits for a build
owner: ada
---

Waiting costs us an hour a day each.
```

```text
goals/2026-Q4/faster-builds.md:1:1: S051 unopened-front-matter: the page begins with "title: Nobody waits for a build" like a goal, and its first --- is missing
  1 | title: Nobody waits for a build
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write --- into a line of its own above it
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

Waiting costs us an hour a day each.
```

## How to fix

Write `---` into the first line, above the first key. If the file is meant to be a plain page that begins so, put a heading
above that line.

## Source

The file format (`docs/reference/format.md`), section *The folder*: front matter stands between two lines `---` at the top
of the file.
"""
