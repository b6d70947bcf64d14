"""A link leads to a web page, an e-mail address or a page of the site itself.

## Why

A public page runs in the reader's browser. A link with another scheme can run code there or reach into the reader's own
machine, and a path on your disk is dead for everybody else. What is not plainly harmless is not published.

## Wrong

A link of a goal:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
links:
  Plan: file:///home/ada/plan.md
---
```

```text
goals/2026-Q4/faster-builds.md:5:9: S040 unsafe-link: links.Plan is "file:///home/ada/plan.md", no link that may be published
  5 |   Plan: file:///home/ada/plan.md
    |         ^^^^^^^^^^^^^^^^^^^^^^^^
  hint: use http, https, mailto or a relative path
```

An outside goal:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
supports: ["ftp://example.org/strategy"]
---
```

```text
goals/2026-Q4/faster-builds.md:4:12: S040 unsafe-link: "ftp://example.org/strategy" is no link that may be published
  4 | supports: ["ftp://example.org/strategy"]
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: use http or https
```

## Right

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
supports: ["https://example.org/strategy"]
links:
  Plan: https://example.org/plan
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

Write the address as a browser shows it, with `https://`. A file that belongs to the goal goes into the goals folder, and
is linked by its path from there.

## Source

The file format (`docs/reference/format.md`), section *Limits and safety*. RFC 3986 tells schemes from relative references.
"""
