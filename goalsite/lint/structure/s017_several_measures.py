"""A key result, metric, target or dependency that is given in two ways at once.

## Why

Two ways to measure give two answers, and the better one will be believed. One key result asks one question.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: wallets
    title: Most pay by wallet
    metric: {unit: "%", baseline: 5, target: 50}
    milestones:
      - {title: The first wallet is there}
      - {title: All wallets are there}
---
```

```text
goals/2026-Q4/checkout.md:8:5: S017 several-measures: the key result is measured by metric and by milestones, must be one of them
  8 |     milestones:
    |     ^^^^^^^^^^
  hint: keep metric, or make two key results of it
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: wallets
    title: Most pay by wallet
    metric: {unit: "%", baseline: 5, target: 50, levels: {commit: 30, target: 50, stretch: 60}}
---
```

```text
goals/2026-Q4/checkout.md:7:46: S017 several-measures: the metric has a target and levels, must have one of them
  7 |     metric: {unit: "%", baseline: 5, target: 50, levels: {commit: 30, target: 50, stretch: 60}}
    |                                              ^^
  hint: keep levels: alone, which have a target of their own, or target: alone
```

`goals/kpis/orders.md`

```markdown
---
title: Orders
aggregate: sum
targets:
  - {from: 2026-10-01, period: 2026-Q4, target: 12000}
---
```

```text
goals/kpis/orders.md:5:12: S017 several-measures: the target has from and period, must have one of them
  5 |   - {from: 2026-10-01, period: 2026-Q4, target: 12000}
    |            ^^^^^^^^^^
  hint: keep period: for a total, or from: for a level that holds from that day on
```

`goals/payments/team.md`

```markdown
---
title: Payments
---
```

`goals/payments/2026-Q4/refunds.md`

```markdown
---
title: Money comes back as easily as it went
owner: sam
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
depends_on:
  - {goal: refunds, team: payments}
---
```

```text
goals/2026-Q4/checkout.md:5:27: S017 several-measures: the dependency names a goal and a team, must be one of them
  5 |   - {goal: refunds, team: payments}
    |                           ^^^^^^^^
  hint: keep goal:, which says whose it is, or team: if there is no goal yet
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: wallets
    title: Most pay by wallet
    metric: {unit: "%", baseline: 5, levels: {commit: 30, target: 50, stretch: 60}}
  - id: offered
    title: Every wallet is offered
    milestones:
      - {title: The first wallet is there}
      - {title: All wallets are there}
---
```

## How to fix

Keep the one that tells whether it was worth it, mostly the metric, and make the other a key result of its own, or one of
the `initiatives`. A goal already says whose it is, so a dependency names the goal alone.

## Source

The file format, section *Measures*.
"""
