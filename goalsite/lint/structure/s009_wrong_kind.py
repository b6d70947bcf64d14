"""A reference to a kind of goal that this edge cannot have.

## Why

Each edge has a meaning: an objective improves a KPI and contributes to an objective. Turned round it would say nothing,
and no figure could be made of it.

## Wrong

`goals/2026/win-trust.md`

```markdown
---
title: Customers trust us with their first order
owner: sam
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
improves: [win-trust]
---
```

```text
goals/2026-Q4/checkout.md:4:12: S009 wrong-kind: improves takes a KPI, and "win-trust" is an objective
  4 | improves: [win-trust]
    |            ^^^^^^^^^
  hint: name a KPI, or write supports: or contributes:
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
contributes: [revenue]
---
```

```text
goals/2026-Q4/checkout.md:4:15: S009 wrong-kind: contributes takes an objective, and "revenue" is a KPI
  4 | contributes: [revenue]
    |               ^^^^^^^
  hint: name an objective, or write supports:, improves: or guards:
```

`goals/2026/win-trust.md`

```markdown
---
title: Customers trust us with their first order
owner: sam
key_results:
  - {id: returning, title: Who bought once comes back}
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
contributes: [win-trust#returning]
---
```

```text
goals/2026-Q4/checkout.md:4:15: S009 wrong-kind: "win-trust#returning" names a key result, and contributes takes an objective
  4 | contributes: [win-trust#returning]
    |               ^^^^^^^^^^^^^^^^^^^
  hint: write 2026/win-trust
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
supports: [revenue#online]
---
```

```text
goals/2026-Q4/checkout.md:4:12: S009 wrong-kind: "revenue#online" names a key result, and kpis/revenue is a KPI
  4 | supports: [revenue#online]
    |            ^^^^^^^^^^^^^^
  hint: write kpis/revenue
```

Values can be read from KPIs of this site only:

`config.yaml`

```yaml
sites:
  sister: https://example.org/goals/
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {kpi: "sister:conversion", baseline: 52, target: 65}
---
```

```text
goals/2026-Q4/checkout.md:7:19: S009 wrong-kind: "sister:conversion" lies outside, and values are read from KPIs of this site
  7 |     metric: {kpi: "sister:conversion", baseline: 52, target: 65}
    |                   ^^^^^^^^^^^^^^^^^
  hint: name a KPI of this site
```

## Right

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
---
```

`goals/2026/win-trust.md`

```markdown
---
title: Customers trust us with their first order
owner: sam
key_results:
  - {id: returning, title: Who bought once comes back}
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
improves: [revenue]
supports: [win-trust#returning]
contributes: [win-trust]
---
```

## How to fix

Take the edge that says what is meant: `improves` and `guards` for a KPI, `contributes`, `continues` and `depends_on`
for an objective, `supports` for either and for a key result.

## Source

The file format, section *References*.
"""
