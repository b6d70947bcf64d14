"""A file, its front matter and each of its lines keep below a limit.

## Why

A page that nobody could read to the end helps nobody, and a file without limits is a way to bring down the machine that
builds the site. The limits are far above what a goal needs.

## Wrong

A table with a column for every day in place of a row:

`goals/kpis/build-time.md`

```markdown
---
title: Time from push to green
definition: Minutes from a push to the end of its build, median of a week.
unit: min
direction: lower
owner: lin
frequency: week
source: The build server.
---
```

`goals/kpis/build-time.csv`

```csv
date,value,d1,d2,d3,d4,d5,d6,d7,d8,d9,d10,d11,d12,d13,d14,d15,d16,d17,d18,d19,d20,d21,d22,d23,d24,d25,d26,d27,d28,d29,d30,d31,d32,d33,d34,d35,d36,d37,d38,d39,d40,d41,d42,d43,d44,d45,d46,d47,d48,d49,d50,d51,d52,d53,d54,d55,d56,d57,d58,d59,d60,d61,d62,d63,d64,d65,d66,d67,d68,d69,d70,d71,d72,d73,d74,d75,d76,d77,d78,d79,d80,d81,d82,d83,d84,d85,d86,d87,d88,d89,d90,d91,d92,d93,d94,d95,d96,d97,d98,d99
```

```text
goals/kpis/build-time.csv:1:395: S034 too-large: the table has 101 columns, must have at most 100
  1 | 6,d87,d88,d89,d90,d91,d92,d93,d94,d95,d96,d97,d98,d99
    |                                                   ^
  hint: leave out what nobody reads
```

A Markdown file of more than 256 kB; a table of more than 2 MB and an asset of more than 64 MB (1 MB of SVG) are told in the same way:

```
goals/2026-Q4/faster-builds.md:1:1: S034 too-large: the file is 300 kB, must be at most 256 kB
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

A table of more than 50,000 rows:

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
