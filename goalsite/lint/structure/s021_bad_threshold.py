"""Bounds of a KPI or a range that contradict each other.

## Why

A value is green on one side of a bound and red on the other. Bounds in the wrong order leave no value that is green, or
make the bad ones so.

## Wrong

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
direction: higher
targets:
  - {from: 2026-10-01, target: 60, red: 65}
---
```

```text
goals/kpis/conversion.md:6:41: S021 bad-threshold: red is 65, on the good side of the target 60
  6 |   - {from: 2026-10-01, target: 60, red: 65}
    |                                         ^^
  hint: put it below the target
```

`goals/kpis/answer-time.md`

```markdown
---
title: Time to answer
unit: ms
direction: lower
targets:
  - {from: 2026-10-01, target: 400, red: 300}
---
```

```text
goals/kpis/answer-time.md:6:42: S021 bad-threshold: red is 300, on the good side of the target 400
  6 |   - {from: 2026-10-01, target: 400, red: 300}
    |                                          ^^^
  hint: put it above the target
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
direction: higher
targets:
  - {from: 2026-10-01, min: 55}
---
```

```text
goals/kpis/conversion.md:6:29: S021 bad-threshold: min belongs to a range, and the direction is "higher"
  6 |   - {from: 2026-10-01, min: 55}
    |                             ^^
  hint: write direction: range, or target: and red:
```

`goals/kpis/stock.md`

```markdown
---
title: Days in stock
unit: d
direction: range
targets:
  - {from: 2026-10-01, min: 30, max: 20}
---
```

```text
goals/kpis/stock.md:6:29: S021 bad-threshold: min is 30, above max 20
  6 |   - {from: 2026-10-01, min: 30, max: 20}
    |                             ^^
  hint: swap the two, or mend one
```

`goals/kpis/stock.md`

```markdown
---
title: Days in stock
unit: d
direction: range
targets:
  - {from: 2026-10-01, target: 25}
---
```

```text
goals/kpis/stock.md:6:32: S021 bad-threshold: target does not belong to a range
  6 |   - {from: 2026-10-01, target: 25}
    |                                ^^
  hint: use min, max and tolerance, or another direction:
```

`goals/kpis/stock.md`

```markdown
---
title: Days in stock
unit: d
direction: range
targets:
  - {from: 2026-10-01, min: 20, max: 30, tolerance: -2}
---
```

```text
goals/kpis/stock.md:6:53: S021 bad-threshold: tolerance is -2, must be 0 or more
  6 |   - {from: 2026-10-01, min: 20, max: 30, tolerance: -2}
    |                                                     ^^
  hint: say how far outside the range is still amber
```

`goals/kpis/stock.md`

```markdown
---
title: Days in stock
unit: d
direction: range
targets:
  - {period: 2026-Q4, min: 20, max: 30}
---
```

```text
goals/kpis/stock.md:6:14: S021 bad-threshold: a range is held by each point, and this target is a total for a period
  6 |   - {period: 2026-Q4, min: 20, max: 30}
    |              ^^^^^^^
  hint: use from: with min and max
```

A key result that is to stay in a range:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: stock
    title: We hold what is asked for, and no more
    maintain: {unit: d, min: 30, max: 20, every: week}
---
```

```text
goals/2026-Q4/checkout.md:7:30: S021 bad-threshold: min is 30, above max 20
  7 |     maintain: {unit: d, min: 30, max: 20, every: week}
    |                              ^^
  hint: swap the two, or mend one
```

## Right

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
direction: higher
targets:
  - {from: 2026-10-01, target: 60, red: 55}
---
```

`goals/kpis/stock.md`

```markdown
---
title: Days in stock
unit: d
direction: range
targets:
  - {from: 2026-10-01, min: 20, max: 30, tolerance: 2}
---
```

## How to fix

Look at `direction:` first: it says which side is good. Where higher is better `red` lies below `target`, where lower is
better above it; a range has `min` and `max` instead.

## Source

The file format, section *KPI*.
"""
