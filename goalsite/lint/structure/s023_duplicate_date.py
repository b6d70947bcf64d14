"""Two points of a series for the same day.

## Why

A KPI has one value on one day. Which of two holds cannot be seen from the file, and a sum would count the day twice.

## Wrong

`goals/kpis/orders.md`

```markdown
---
title: Orders
aggregate: sum
---
```

`goals/kpis/orders.csv`

```csv
date,value
2026-11-02,410
2026-11-09,432
2026-11-09,438
```

```text
goals/kpis/orders.csv:4:1: S023 duplicate-date: 2026-11-09 has two values, the first in line 3
  4 | 2026-11-09,438
    | ^^^^^^^^^^
  hint: keep one of them
```

`goals/kpis/orders.md`

```markdown
---
title: Orders
aggregate: sum
series:
  - [2026-09, 1650]
  - [2026-Q3, 4980]
---
```

```text
goals/kpis/orders.md:6:6: S023 duplicate-date: 2026-09-30 has the values of two periods that end that day, the first in line 5
  6 |   - [2026-Q3, 4980]
    |      ^^^^^^^
  hint: keep one of them
```

## Right

`goals/kpis/orders.md`

```markdown
---
title: Orders
aggregate: sum
dimensions: [country]
---
```

`goals/kpis/orders.csv`

```csv
date,value,country
2026-11-02,410,
2026-11-09,438,
2026-11-09,301,DE
2026-11-09,137,FR
```

## How to fix

Keep the one that is right. Values that are parts of a total take a column of their own, which `dimensions:` names. Values
of months and of quarters are two series: make two KPIs of them, or let `aggregate` make the quarter.

## Source

The file format, section *KPI*.
"""
