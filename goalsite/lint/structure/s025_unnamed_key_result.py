"""A key result without an id of its own.

## Why

Without an id a key result goes by its position. As soon as one is put before it, references to it, the rows of its log and
what is linked to it mean another one.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
---
```

```text
goals/2026-Q4/checkout.md:5:5: S025 unnamed-key-result: key result 1 has no id and goes by its position
  5 |   - title: More of those who start to pay do pay
    |     ^
  hint: add a short id:, then moving it changes nothing
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
---
```

## How to fix

Add `id:` with one short word that says what is measured. It is never shown in place of the title, and it should not
change when the title does.

## Source

The file format, section *Key result*.
"""
