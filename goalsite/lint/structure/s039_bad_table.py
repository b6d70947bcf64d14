"""A table begins with the names of its columns, and every row has as many cells as they are.

## Why

A row with a cell too many or too few moves its values under other names, and a column of another name is not read at all:
the numbers would be wrong, and nobody would see it. Of a table with a broken row nothing counts until it is mended.

## Wrong

**Columns.** One that no check-in log has:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
---
```

`goals/2026-Q4/faster-builds.checkins.csv`

```csv
date,kr,value,mood
2026-11-09,wait,12.5,fine
```

```text
goals/2026-Q4/faster-builds.checkins.csv:1:15: S039 bad-table: a check-in log has no column "mood"
  1 | date,kr,value,mood
    |               ^^^^
  hint: known are date, kr, value, confidence, status, note, blocked, next, by
```

One that each needs:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
---
```

`goals/2026-Q4/faster-builds.checkins.csv`

```csv
kr,value,confidence
wait,12.5,0.6
```

```text
goals/2026-Q4/faster-builds.checkins.csv:1:1: S039 bad-table: a check-in log needs the column "date"
  1 | kr,value,confidence
    | ^
  hint: begin it with date,kr,value
```

One that no series of a KPI has:

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
date,value,team
2026-11-01,13.2,web
2026-11-08,12.5,web
```

```text
goals/kpis/build-time.csv:1:12: S039 bad-table: the series has no column "team"
  1 | date,value,team
    |            ^^^^
  hint: name it under dimensions: in the KPI's file, or remove it
```

One that each needs:

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
date,note
2026-11-01,13.2
2026-11-08,12.5
```

```text
goals/kpis/build-time.csv:1:1: S039 bad-table: the series needs the column "value"
  1 | date,note
    | ^
  hint: begin it with date,value
```

Two of one name:

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
date,value,value
2026-11-01,13.2,13.4
2026-11-08,12.5,12.6
```

```text
goals/kpis/build-time.csv:1:12: S039 bad-table: 2 columns are called "value", must be one
  1 | date,value,value
    |            ^
  hint: keep one of them, or rename the other
```

One without a name:

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
date,value,
2026-11-01,13.2,
2026-11-08,12.5,
```

```text
goals/kpis/build-time.csv:1:12: S039 bad-table: column 3 has no name
  1 | date,value,
    |            ^
  hint: name it, or remove the comma
```

Columns that are separated by something else:

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
date;value
2026-11-01;13,2
2026-11-08;12,5
```

```text
goals/kpis/build-time.csv:1:5: S039 bad-table: the columns are separated by semicolons, must be by commas
  1 | date;value
    |     ^
  hint: save the file as CSV with commas
```

None at all:

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

```

```text
goals/kpis/build-time.csv:1:1: S039 bad-table: the table is empty, must begin with the names of its columns
  hint: begin it with date,value, or a check-in log with date,kr,value
```

**Rows.** One with too many cells:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
---
```

`goals/2026-Q4/faster-builds.checkins.csv`

```csv
date,kr,value,note
2026-11-09,wait,12.5,slow, but better
```

```text
goals/2026-Q4/faster-builds.checkins.csv:2:1: S039 bad-table: the row has 5 cells, must have 4 like the header
  2 | 2026-11-09,wait,12.5,slow, but better
    | ^
  hint: put a cell with a comma in quotes
```

Several with too few:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
---
```

`goals/2026-Q4/faster-builds.checkins.csv`

```csv
date,kr,value,confidence
2026-11-02,wait,13
2026-11-09,wait,12.5
```

```text
goals/2026-Q4/faster-builds.checkins.csv:2:1: S039 bad-table: the row has 3 cells, must have 4 like the header, and so has 1 more
  2 | 2026-11-02,wait,13
    | ^
  hint: write a comma for each empty cell
```

**Quotes.** Text after the closing one:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
---
```

`goals/2026-Q4/faster-builds.checkins.csv`

```csv
date,kr,value,note
2026-11-09,wait,12.5,"the "big" cache"
```

```text
goals/2026-Q4/faster-builds.checkins.csv:2:1: S039 bad-table: text follows the closing quote of a cell
  2 | 2026-11-09,wait,12.5,"the "big" cache"
    | ^
  hint: write a quote within a quoted cell twice
```

One that is never closed:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
---
```

`goals/2026-Q4/faster-builds.checkins.csv`

```csv
date,kr,value,note
2026-11-09,wait,12.5,"the cache
2026-11-16,wait,12,warm
```

```text
goals/2026-Q4/faster-builds.checkins.csv:2:1: S039 bad-table: a quote opens in this row and is never closed
  2 | 2026-11-09,wait,12.5,"the cache
    | ^
  hint: end the cell with ", and write a quote within it twice
```

A character that nobody sees:

```
goals/kpis/build-time.csv:3:12: S039 bad-table: U+2028 stands in the table, must be visible text
  hint: delete the character
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

`goals/2026-Q4/faster-builds.checkins.csv`

```csv
date,kr,value,confidence,note
2026-11-02,wait,11,0.5,"slow, but better"
2026-11-02,queue,30,0.5,"the ""big"" cache"
```

## How to fix

Call the columns as the finding says, and put a cell that holds a comma or a quote in double quotes. A table program writes
both right when it saves as CSV with commas, in UTF-8. To split a KPI's values by a further column, name the column under
`dimensions:` of the KPI.

## Source

RFC 4180: comma-separated values, quotes, and the same number of cells in each line. The file format
(`docs/reference/format.md`), sections *Check-ins* and *KPI*: which columns there are.
"""
