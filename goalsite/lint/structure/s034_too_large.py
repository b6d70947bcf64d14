"""A file, its front matter and each of its lines keep below a limit.

## Why

A page that nobody could read to the end helps nobody, and a file without limits is a way to bring down the machine that
builds the site. The limits are far above what a goal needs.

## Wrong

A Markdown file of more than 256 kB; a table of more than 2 MB and an asset of more than 64 MB are told in the same way:

```
goals/2026-Q4/faster-builds.md:1:1: S034 too-large: the file is 1172 kB, must be at most 256 kB
  hint: split it, or leave out what nobody reads
```

Front matter of more than 64 kB:

```
goals/2026-Q4/faster-builds.md:2:1: S034 too-large: the YAML is 70 kB, must be at most 64 kB
  hint: split it, or leave out what nobody reads
```

A line of more than 65,536 characters, mostly a picture written into the text:

```
goals/2026-Q4/faster-builds.md:5:1: S034 too-large: the line has 70000 characters, must have at most 65536
  hint: break the line
```

A table of more than 50,000 rows, or 100 columns:

```
goals/kpis/build-time.csv:50002:1: S034 too-large: the table has more than 50000 rows, must have at most that
  hint: split it, or leave out old rows
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

Move old rows of a table into a file outside the goals folder or summarise them by week, break the line, put pictures into
files of their own and save large ones smaller. If front matter has outgrown 64 kB, its check-ins belong in a log:
`<name>.checkins.csv` beside the file.

## Source

The file format (`docs/reference/format.md`), section *Limits and safety*, which gives each limit.
"""
