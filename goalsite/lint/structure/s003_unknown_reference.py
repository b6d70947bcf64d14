"""A reference to a goal, key result, unit or site that nobody has written.

## Why

A reference that leads nowhere is an edge the graph does not have. Whoever wrote it believes that the goal is aligned;
whoever reads the page sees that it is not.

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
supports: [win-turst]
---
```

```text
goals/2026-Q4/checkout.md:4:12: S003 unknown-reference: no goal is called "win-turst"
  4 | supports: [win-turst]
    |            ^^^^^^^^^
  hint: did you mean "win-trust"?
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
contributes: [win-trust]
---
```

```text
goals/2026-Q4/checkout.md:4:15: S003 unknown-reference: no objective is called "win-trust"
  4 | contributes: [win-trust]
    |               ^^^^^^^^^
  hint: name an id, an alias or the end of one
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
improves: [revenue]
---
```

```text
goals/2026-Q4/checkout.md:4:12: S003 unknown-reference: no KPI is called "revenue"
  4 | improves: [revenue]
    |            ^^^^^^^
  hint: name an id, an alias or the end of one
```

A goal whose file cannot be read may have any id:

`goals/2026/win-trust.md`

```markdown
---
title: Customers trust us with their first order
owner: sam
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
supports: [loyalty]
---
```

```text
goals/2026-Q4/checkout.md:4:12: S003 unknown-reference: no goal is called "loyalty"
  4 | supports: [loyalty]
    |            ^^^^^^^
  hint: it may be the id of goals/2026/win-trust.md, which could not be read
```

`goals/web/team.md`

```markdown
---
title: Web shop
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
team: webb
---
```

```text
goals/2026-Q4/checkout.md:4:7: S003 unknown-reference: no unit is called "webb"
  4 | team: webb
    |       ^^^^
  hint: did you mean "web"?
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
depends_on:
  - {team: payments, ask: Wallets can be refunded}
---
```

```text
goals/2026-Q4/checkout.md:5:12: S003 unknown-reference: no unit is called "payments"
  5 |   - {team: payments, ask: Wallets can be refunded}
    |            ^^^^^^^^
  hint: name the folder of a team.md
```

Goals of other sites:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
supports: ["sister:win-trust"]
---
```

```text
goals/2026-Q4/checkout.md:4:12: S003 unknown-reference: no site is called "sister"
  4 | supports: ["sister:win-trust"]
    |            ^^^^^^^^^^^^^^^^
  hint: name it under sites: in config.yaml
```

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
supports: ["sister:"]
---
```

```text
goals/2026-Q4/checkout.md:4:12: S003 unknown-reference: "sister:" names no goal
  4 | supports: ["sister:"]
    |            ^^^^^^^
  hint: write sister:goal
```

## Right

`config.yaml`

```yaml
sites:
  sister: https://example.org/goals/
```

`goals/web/team.md`

```markdown
---
title: Web shop
---
```

`goals/2026/win-trust.md`

```markdown
---
title: Customers trust us with their first order
owner: sam
---
```

`goals/web/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
supports: [win-trust, "sister:win-trust"]
---
```

## How to fix

Write the id of the goal, an alias, or the end of either by whole segments: `goalsite graph` lists them. After a file was
moved, give it `aliases: [old-id]`, then old references hold.

## Source

The file format, section *References*.
"""
