"""Goals do not support each other in a circle.

## Why

`supports` answers what a goal is for. In a circle each goal is there for the next one, and nobody can say what all of them
are for. No figure follows these edges, so nothing is wrong with the numbers; the reasons are.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
supports: [prices]
---
```

`goals/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
supports: [checkout]
---
```

```text
goals/2026-Q4/checkout.md:3:12: Q134 supports-circle: supports leads in a circle: 2026-Q4/checkout → 2026-Q4/prices → 2026-Q4/checkout
  3 | supports: [prices]
    |            ^
  hint: take one of these edges away
```

## Right

`goals/2026/trust.md`

```markdown
---
title: Customers trust us with their money
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
supports: [prices]
---
```

`goals/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
supports: [trust]
---
```

## How to fix

Ask of each goal in the circle which it would be given up for, and take the weakest edge away. Often both serve a third,
which is worth writing down. A mesh of peers that help each other may stay as it is; then set the rule aside with that
reason.

## Source

Paul Niven and Ben Lamorte, *Objectives and Key Results*: alignment leads from each goal to the strategy it serves.
"""
