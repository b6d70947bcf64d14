"""The clock of a commit that dates values must not be ahead.

## Why

A value that `current` says is dated by the commit that brought it to the branch, and no commit is older than the one before
it. One commit made by a clock that was ahead therefore dates everything that follows as late as itself, until the days have
caught up; and what is dated after the day of the figures does not count yet. Nothing of that can be seen in the files.

## Wrong

A commit of October that says it is of the year 2030, with commits after it:

```
goals/2026-Q4/faster-builds.md:1:1: S054 clock-ahead: commit 3f1c2ab9d0 is dated 2030-01-01, later than those that follow, whose values are dated so too
  hint: write the day: checked: beside current
```

The same commit while it is the newest, or a look back with `--as-of`:

```
goals/2026-Q4/faster-builds.md:1:1: S054 clock-ahead: commit 3f1c2ab9d0 is dated 2030-01-01, after 2026-11-16, and what it says does not count yet
  hint: mend the clock and commit again, or write the day: checked: beside current
```

A day is allowed, for clocks and time zones.

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
    current: 10
    confidence: 0.6
    checked: 2026-11-09
  - id: queue
    title: Builds that wait for a machine
    owner: sam
    metric: {unit: a day, baseline: 40, target: 5}
    current: 22
    confidence: 0.5
    checked: 2026-11-09
---
```

## How to fix

Write the day beside the value: `checked: 2026-11-09`. While nobody else has the commit yet, mend the clock and make it
again: `git commit --amend --no-edit --date=now`.

## Source

The file format (`docs/reference/format.md`), section *Check-ins*. How history is read (`docs/explanation/history.md`).
"""
