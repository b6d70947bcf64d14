"""Edges that lead back to where they started.

## Why

A goal that contributes to itself by way of others would count itself, and goals that wait for each other never begin.
No figure can follow a circle, so the edges on it are left out until one of them is taken away.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
contributes: [payment]
---
```

`goals/2026-Q4/payment.md`

```markdown
---
title: Everybody can pay as they like
owner: lin
contributes: [checkout]
---
```

```text
goals/2026-Q4/checkout.md:4:15: S007 circle: contributes leads in a circle: 2026-Q4/checkout → 2026-Q4/payment → 2026-Q4/checkout
  4 | contributes: [payment]
    |               ^
  hint: take one of these edges away
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
depends_on: [payment]
---
```

`goals/2026-Q4/payment.md`

```markdown
---
title: Everybody can pay as they like
owner: lin
depends_on: [refunds]
---
```

`goals/2026-Q4/refunds.md`

```markdown
---
title: Money comes back as easily as it went
owner: sam
depends_on: [checkout]
---
```

```text
goals/2026-Q4/checkout.md:4:14: S007 circle: depends_on leads in a circle: 2026-Q4/checkout → 2026-Q4/payment → 2026-Q4/refunds → 2026-Q4/checkout
  4 | depends_on: [payment]
    |              ^
  hint: take one of these edges away
```

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us asks for no account
owner: ada
continues: [2026-Q4/checkout]
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
continues: [2026-Q3/checkout]
---
```

```text
goals/2026-Q3/checkout.md:4:13: S007 circle: continues leads in a circle: 2026-Q3/checkout → 2026-Q4/checkout → 2026-Q3/checkout
  4 | continues: [2026-Q4/checkout]
    |             ^
  hint: take one of these edges away
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: closed
outcome: replaced
replaced_by: payment
---
```

`goals/2026-Q4/payment.md`

```markdown
---
title: Everybody can pay as they like
owner: lin
status: closed
outcome: replaced
replaced_by: checkout
---
```

```text
goals/2026-Q4/checkout.md:6:14: S007 circle: replaced_by leads in a circle: 2026-Q4/checkout → 2026-Q4/payment → 2026-Q4/checkout
  6 | replaced_by: payment
    |              ^
  hint: take one of these edges away
```

KPIs, by their parts and by their formulas:

`goals/kpis/orders.md`

```markdown
---
title: Orders
cascades_from: {kpi: revenue}
---
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
cascades_from: {kpi: orders}
---
```

```text
goals/kpis/orders.md:3:22: S007 circle: cascades_from leads in a circle: kpis/orders → kpis/revenue → kpis/orders
  3 | cascades_from: {kpi: revenue}
    |                      ^
  hint: take one of these edges away
```

`goals/kpis/orders.md`

```markdown
---
title: Orders
formula: visits * rate
---
```

`goals/kpis/rate.md`

```markdown
---
title: Share of visits that end in an order
formula: orders / visits
---
```

`goals/kpis/visits.md`

```markdown
---
title: Visits
---
```

```text
goals/kpis/orders.md:3:10: S007 circle: the formulas read each other in a circle: kpis/orders → kpis/rate → kpis/orders
  3 | formula: visits * rate
    |          ^
  hint: write one of them without the others
```

Key results of one objective:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - {id: cards, title: More pay by card, replaced_by: wallets}
  - {id: wallets, title: More pay by wallet, replaced_by: cards}
---
```

```text
goals/2026-Q4/checkout.md:5:55: S007 circle: the key results replace each other in a circle: cards → wallets → cards
  5 |   - {id: cards, title: More pay by card, replaced_by: wallets}
    |                                                       ^
  hint: take one of these away
```

Declared cycles:

`config.yaml`

```yaml
cycles:
  - {id: sale, start: 2026-03-02, end: 2026-03-29, parent: spring}
  - {id: spring, start: 2026-03-02, end: 2026-05-31, parent: sale}
```

```text
config.yaml:2:60: S007 circle: the parents of the cycles lead in a circle: sale → spring → sale
  2 |   - {id: sale, start: 2026-03-02, end: 2026-03-29, parent: spring}
    |                                                            ^^^^^^
  hint: take one of these parents away
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
depends_on: [payment]
---
```

`goals/2026-Q4/payment.md`

```markdown
---
title: Everybody can pay as they like
owner: lin
supports: [checkout]
---
```

## How to fix

Ask of each edge on the path whether it is meant: often one of them was to be `supports`, which moves no number. Of two
teams that wait for each other one has to begin.

## Source

The file format, section *Objective*.
"""
