"""Front matter ends with a line `---` of its own.

## Why

Without it nobody can tell where the keys end and the text begins. The file is not read at all, so that no half of it is
taken for the whole.

## Wrong

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada

Waiting costs us an hour a day each.
```

```text
goals/2026-Q4/faster-builds.md:1:1: S035 unclosed-front-matter: the front matter that opens here is never closed
  1 | ---
    | ^^^
  hint: close the front matter with a line of ---; for a rule as a page's first line write ***
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

Write a line of three hyphens below the last key. A page that is no goal and begins with a rule takes `***` instead.

## Source

The file format (`docs/reference/format.md`), section *The folder*: front matter stands between two lines `---` at the top
of the file.
"""
