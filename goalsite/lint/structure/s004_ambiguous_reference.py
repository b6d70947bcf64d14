"""The end of an id that several goals or units share.

## Why

A short name is a convenience as long as it can mean one thing only. Where it may mean two goals, a figure would be
added to one of them by chance.

## Wrong

`goals/web/team.md`

```markdown
---
title: Web shop
---
```

`goals/web/2026-Q4/speed.md`

```markdown
---
title: Every page is there before one notices
owner: ada
---
```

`goals/app/team.md`

```markdown
---
title: App
---
```

`goals/app/2026-Q4/speed.md`

```markdown
---
title: The app answers at once
owner: lin
---
```

`goals/2026/win-trust.md`

```markdown
---
title: Customers trust us with their first order
owner: sam
depends_on: [speed]
---
```

```text
goals/2026/win-trust.md:4:14: S004 ambiguous-reference: "speed" may be app/2026-Q4/speed, web/2026-Q4/speed
  4 | depends_on: [speed]
    |              ^^^^^
  hint: write more of its path
```

`goals/web/design/team.md`

```markdown
---
title: Design of the web shop
---
```

`goals/app/design/team.md`

```markdown
---
title: Design of the app
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
team: design
---
```

```text
goals/2026-Q4/checkout.md:4:7: S004 ambiguous-reference: team "design" may be app/design or web/design
  4 | team: design
    |       ^^^^^^
  hint: write the whole path
```

`goals/web/design/team.md`

```markdown
---
title: Design of the web shop
---
```

`goals/app/design/team.md`

```markdown
---
title: Design of the app
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
depends_on:
  - {team: design, ask: Icons for each wallet}
---
```

```text
goals/2026-Q4/checkout.md:5:12: S004 ambiguous-reference: team "design" may be app/design or web/design
  5 |   - {team: design, ask: Icons for each wallet}
    |            ^^^^^^
  hint: write the whole path
```

## Right

`goals/web/team.md`

```markdown
---
title: Web shop
---
```

`goals/web/2026-Q4/speed.md`

```markdown
---
title: Every page is there before one notices
owner: ada
---
```

`goals/app/team.md`

```markdown
---
title: App
---
```

`goals/app/2026-Q4/speed.md`

```markdown
---
title: The app answers at once
owner: lin
---
```

`goals/2026/win-trust.md`

```markdown
---
title: Customers trust us with their first order
owner: sam
depends_on: [web/2026-Q4/speed, app/2026-Q4/speed]
---
```

## How to fix

Put as many folders before the name as it takes; the message lists the ids. A goal in the same folder, or in the same
unit, is meant before others, so that neighbours may keep calling each other by short names.

## Source

The file format, section *References*.
"""
