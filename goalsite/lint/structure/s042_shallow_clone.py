"""A value that git is to date needs the history that knows the day.

## Why

What `current` says without `checked`, and `done: true`, are dated by the commit that wrote them. A shallow clone lacks the
commits before its oldest one: by that one all older values would look as if they were from the same, wrong day, and the
pages would say so in public. It is an error also where only an earlier value of a key result is as old as that.

## Wrong

A goal with `current: 10` and no `checked`, in a clone made with `--depth 1`:

```
goals/2026-Q4/faster-builds.md:1:1: S042 shallow-clone: its value is dated by git, and this clone is too shallow to know the day
  hint: fetch the whole history: git fetch --unshallow
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
    current: 10
    confidence: 0.6
    checked: 2026-11-09
  - id: move
    title: Everybody builds on the new machines
    owner: sam
    milestones:
      - {title: First team, due: 2026-10-30, done: 2026-10-28}
      - {title: All others, due: 2026-12-11}
    checkins:
      - {date: 2026-11-09, confidence: 0.6}
---
```

## How to fix

Fetch the whole history: `git fetch --unshallow`, and in a pipeline a checkout of full depth (`fetch-depth: 0`,
`GIT_DEPTH: 0`). Or write the day: `checked: 2026-11-09` beside `current`, and `done: 2026-10-28`.

## Source

The file format (`docs/reference/format.md`), sections *Measures* and *Check-ins*. The manual of git, *git-clone*, option
`--depth`.
"""
