"""A rule is set aside only where it would find something.

## Why

Once the title has been changed, the exception stays behind, and the next mistake of the kind is silenced by a reason that was
given for another. Rules of rhythm are left out: what they find comes and goes with the days.

## Wrong

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
lint: {Q104: The launch is what this cycle is for.}
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

```text
goals/2026-Q4/faster-builds.md:4:8: S053 unused-suppression: Q104 is set aside, and finds nothing here
  4 | lint: {Q104: The launch is what this cycle is for.}
    |        ^^^^
  hint: take the entry away
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

Take the entry away, and `lint:` with it if it was the only one.

## Source

The list of codes (`docs/reference/codes.md`), section *Arguing with a rule*. Compilers and linters tell needless suppressions
for the same reason.
"""
