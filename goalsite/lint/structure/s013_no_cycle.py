"""An objective whose cycle is not given or not known.

## Why

Without a cycle nobody can say whether a goal is early or late, nor with which others it is to be compared. It is the one
thing that an objective has no default for.

## Wrong

`goals/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
---
```

```text
goals/checkout.md:1:1: S013 no-cycle: the objective has no cycle
  1 | ---
    | ^
  hint: write cycle: 2026-Q4, or put the file in a folder of that name
```

`goals/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
cycle: Q4 2026
---
```

```text
goals/checkout.md:4:8: S013 no-cycle: there is no cycle "Q4 2026"
  4 | cycle: Q4 2026
    |        ^^^^^^^
  hint: name it as 2026-Q4, or declare it under cycles: in config.yaml
```

`config.yaml`

```yaml
cycles:
  - {id: spring-sale, start: 2026-03-02, end: 2026-03-29}
```

`goals/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
cycle: spring-sales
---
```

```text
goals/checkout.md:4:8: S013 no-cycle: there is no cycle "spring-sales"
  4 | cycle: spring-sales
    |        ^^^^^^^^^^^^
  hint: did you mean "spring-sale"?
```

In the configuration:

`config.yaml`

```yaml
current_cycle: now
```

```text
config.yaml:1:16: S013 no-cycle: there is no cycle "now"
  1 | current_cycle: now
    |                ^^^
  hint: name it as 2026-Q4, or declare it under cycles:
```

`config.yaml`

```yaml
cycles:
  - {id: spring-sale, start: 2026-03-02, end: 2026-03-29, parent: spring}
```

```text
config.yaml:2:67: S013 no-cycle: there is no cycle "spring"
  2 |   - {id: spring-sale, start: 2026-03-02, end: 2026-03-29, parent: spring}
    |                                                                   ^^^^^^
  hint: name it as 2026-Q4, or declare it under cycles:
```

The period of a KPI's target:

`goals/kpis/orders.md`

```markdown
---
title: Orders
aggregate: sum
targets:
  - {period: Q4 2026, target: 12000}
---
```

```text
goals/kpis/orders.md:5:14: S013 no-cycle: there is no period "Q4 2026"
  5 |   - {period: Q4 2026, target: 12000}
    |              ^^^^^^^
  hint: name it as 2026, 2026-Q4 or 2026-10, or as a declared cycle
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
---
```

`goals/wallets.md`

```markdown
---
title: Everybody can pay as they like
owner: lin
cycle: 2026-Q4
---
```

## How to fix

Put the file into a folder of the cycle's name, such as `2026-Q4`, or write `cycle: 2026-Q4`. Any other period, such as a
release, is declared once under `cycles:` in `config.yaml`. A text that is no goal takes `kind: page`.

## Source

The file format, section *Cycles*. Weeks are those of ISO 8601.
"""
