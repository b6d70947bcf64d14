"""A key that its place does not know.

## Why

A key that nobody reads is a sentence that nobody hears. A misspelt `target` would leave a goal without its target, in
silence, until somebody wonders at the figures. So an unknown key is an error and not passed over.

## Wrong

A slip of the pen:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
ower: ada
---
```

```text
goals/2026-Q4/checkout.md:3:1: S001 unknown-key: an objective has no key "ower"
  3 | ower: ada
    | ^^^^
  hint: did you mean "owner"?
```

A key that is known elsewhere:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    baseline: 52
    metric: {unit: "%", target: 65}
---
```

```text
goals/2026-Q4/checkout.md:7:5: S001 unknown-key: a key result has no key "baseline"
  7 |     baseline: 52
    |     ^^^^^^^^
  hint: write it under metric:
```

A key that is known nowhere:

`goals/team.md`

```markdown
---
title: Shop
budget: 40 days
---
```

```text
goals/team.md:3:1: S001 unknown-key: a unit has no key "budget"
  3 | budget: 40 days
    | ^^^^^^
  hint: known are aliases, cadence, fit, kind, layer, lead, links, lint, members, mode, tags, title
```

A comma within braces begins the next key:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 58, note: wallets work, cards do not}
---
```

```text
goals/2026-Q4/checkout.md:9:59: S001 unknown-key: a check-in has no key "cards do not"
  9 |       - {date: 2026-11-09, value: 58, note: wallets work, cards do not}
    |                                                           ^^^^^^^^^^^^
  hint: put a text that holds a comma in quotes
```

In the configuration a key of `theme:` that nearly is a known one is taken for a slip; any other is a variable of the
theme:

`config.yaml`

```yaml
theme:
  custom_dirs: theme
```

```text
config.yaml:2:3: S001 unknown-key: theme has no key "custom_dirs"
  2 |   custom_dirs: theme
    |   ^^^^^^^^^^^
  hint: did you mean "custom_dir"?
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 58, note: "wallets work, cards do not"}
---
```

## How to fix

Spell the key as the hint says, or move it to the mapping it belongs to. What the format has no key for goes into the
text below the front matter, or into `tags` and `links`.

## Source

The file format, sections *Objective*, *Key result*, *KPI* and *Unit, person, plain page*; configuration.
"""
