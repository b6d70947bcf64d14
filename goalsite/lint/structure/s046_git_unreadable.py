"""Where values are dated by git, git has to answer.

## Why

What `current` says without `checked`, and `done: true`, are dated by the commit that wrote them. If git does not tell, they
are taken to be from today, which makes old values look fresh.

## Wrong

A repository that git refuses, because it belongs to another user or is damaged:

```
config.yaml:1:1: S046 git-unreadable: git would not open the repository, and values are dated by it
  hint: see what `git -C . status` says; another user's folder needs safe.directory
```

One whose history has a hole, or that did not answer in a quarter of an hour:

```
config.yaml:1:1: S046 git-unreadable: git did not give the history, and values are dated by it
  hint: see what `git status` and `git log` say
```

One in which some contents are damaged:

```
config.yaml:1:1: S046 git-unreadable: git did not give what the files said before, and values are dated by it
  hint: see what `git status` and `git log` say
```

A clone that left contents out, as `git clone --filter=blob:none` does; nothing is fetched in passing:

```
goals/2026-Q4/faster-builds.md:1:1: S046 git-unreadable: its values are dated by git, and this clone lacks 3 of its versions
  hint: fetch them: git fetch --refetch, or clone without --filter
```

A goal that lies in a submodule, whose history is another repository's:

```
goals/partner/faster-builds.md:1:1: S046 git-unreadable: its values are dated by git, and goals/partner is a repository of its own, which is not read
  hint: write the days: checked: beside current, done: 2026-10-28
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
