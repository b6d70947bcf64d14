"""What lies in the goals folder can be opened.

## Why

A file that cannot be read would be missing from the site without a word: its objective, its values, its picture. Pipes and
devices are no files at all, and waiting for one of them could take forever.

## Wrong

A file without the right to read it, and one that vanished between listing and reading:

```
goals/2026-Q4/faster-builds.md:1:1: S043 unreadable-file: the file cannot be read: permission denied
  hint: let it be read, or remove it
goals/2026-Q4/old.md:1:1: S043 unreadable-file: the file cannot be read: no such file or directory
  hint: let it be read, or remove it
```

A folder without that right:

```
goals/platform:1:1: S043 unreadable-file: the folder cannot be listed
  hint: let its files be read
```

A pipe, socket or device under the name of a goal:

```
goals/2026-Q4/faster-builds.md:1:1: S043 unreadable-file: this is no regular file
  hint: replace or remove it
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

Give the user that builds the site the right to read the file, or remove it. What is no file has no place in the goals
folder.

## Source

The file format (`docs/reference/format.md`), section *The folder*.
"""
