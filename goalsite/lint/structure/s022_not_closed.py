"""An outcome, a score or a closing day on a goal that is not closed.

## Why

How a goal ended can only be said at its end. A goal with a score that still runs looks closed to some readers and open to
others.

## Wrong

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us asks for no account
owner: ada
outcome: achieved
---
```

```text
goals/2026-Q3/checkout.md:4:10: S022 not-closed: the goal has an outcome and its status is "active"
  4 | outcome: achieved
    |          ^^^^^^^^
  hint: write status: closed, or take it away
```

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us asks for no account
owner: ada
status: paused
score: 0.7
---
```

```text
goals/2026-Q3/checkout.md:5:8: S022 not-closed: the goal has a score and its status is "paused"
  5 | score: 0.7
    |        ^^^
  hint: write status: closed, or take it away
```

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us asks for no account
owner: ada
closed: 2026-09-25
---
```

```text
goals/2026-Q3/checkout.md:4:9: S022 not-closed: the goal has a closing day and its status is "active"
  4 | closed: 2026-09-25
    |         ^^^^^^^^^^
  hint: write status: closed, or take it away
```

## Right

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us asks for no account
owner: ada
status: closed
closed: 2026-09-25
outcome: achieved
score: 0.7
---
```

## How to fix

Write `status: closed` if it is over. If it still runs, what you think on the way goes into `reviews`, and how sure you are
into the `confidence` of a check-in.

## Source

The file format, section *Objective*.
"""
