"""Within one mapping each key stands once.

## Why

Of two values for one key only one can count, and readers disagree which: some take the first, some the last. What was
meant to be a change of the title may change nothing.

## Wrong

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
title: Builds take five minutes
---
```

```text
goals/2026-Q4/faster-builds.md:4:1: S031 duplicate-key: the key "title" is given twice, first in line 2
  4 | title: Builds take five minutes
    | ^^^^^
  hint: keep one of them
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

Keep the one that is meant. Two owners, two links or two check-ins are written as one key with a list or mapping as its
value. Without a decision the first one counts.

## Source

YAML 1.2.2, section 3.2.1.1: the keys of a mapping are unique. The file format (`docs/reference/format.md`), section *The
folder*: front matter is a block of YAML.
"""
