"""Where values are dated by git, git has to answer.

## Why

`current` without `checked`, and `done: true`, are dated by the last commit that touched the file. If git does not tell, they
are taken to be from today, which makes old values look fresh.

## Wrong

A repository that git refuses, because it belongs to another user or is damaged:

```
config.yaml:1:1: S046 git-unreadable: git would not open the repository, and values are dated by it
  hint: see what `git -C . status` says; another user's folder needs safe.directory
```

One whose index or last commit cannot be read:

```
config.yaml:1:1: S046 git-unreadable: git did not say which files have changed, and values are dated by it
  hint: see what `git status` and `git log` say
```

One whose history has a hole, or that did not answer in two minutes:

```
config.yaml:1:1: S046 git-unreadable: git did not give the history, and values are dated by it
  hint: see what `git status` and `git log` say
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

See what git itself says, with the command of the hint. In a container the folder often belongs to another user:
`git config --global --add safe.directory <folder>`. A damaged repository is best cloned anew. Values with a day of their
own need no git.

## Source

The file format (`docs/reference/format.md`), section *Check-ins*. The manual of git, *git-config*, `safe.directory`.
"""
