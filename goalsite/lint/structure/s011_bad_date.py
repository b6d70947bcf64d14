"""A date that the calendar or the notation does not have.

## Why

`03/04/2026` is in March for some and in April for others. Dates are written one way, year first, so that they mean the
same to everybody and sort as text does.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
due: 18.12.2026
---
```

```text
goals/2026-Q4/checkout.md:4:6: S011 bad-date: due is "18.12.2026", no date
  4 | due: 18.12.2026
    |      ^^^^^^^^^^
  hint: write it as 2026-10-05
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
due: 2026-11-31
---
```

```text
goals/2026-Q4/checkout.md:4:6: S011 bad-date: due is "2026-11-31", which the calendar does not have
  4 | due: 2026-11-31
    |      ^^^^^^^^^^
  hint: mend the day, the month or the year
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
---
```

`goals/2026-Q4/checkout.checkins.csv`

```csv
date,kr,value
09/11/2026,conversion,58
```

```text
goals/2026-Q4/checkout.checkins.csv:2:1: S011 bad-date: date is "09/11/2026", no date
  2 | 09/11/2026,conversion,58
    | ^^^^^^^^^^
  hint: write it as 2026-10-05
```

In a KPI's values a period may stand in place of a date:

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
series:
  - [Oct 2026, 58]
---
```

```text
goals/kpis/conversion.md:5:6: S011 bad-date: date is "Oct 2026", no date
  5 |   - [Oct 2026, 58]
    |      ^^^^^^^^
  hint: write it as 2026-10-05, 2026-10, 2026-Q3 or 2026
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
---
```

`goals/kpis/conversion.csv`

```csv
date,value
2026-13,58
```

```text
goals/kpis/conversion.csv:2:1: S011 bad-date: date is "2026-13", no date
  2 | 2026-13,58
    | ^^^^^^^
  hint: write it as 2026-10-05, 2026-10, 2026-Q3 or 2026
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
due: 2026-12-18
---
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
series:
  - [2026-10, 58]
---
```

## How to fix

Write `2026-12-18`: four digits of the year, two of the month, two of the day.

## Source

The file format, section *Scalars, dates and numbers*. ISO 8601: calendar dates, year first.
"""
