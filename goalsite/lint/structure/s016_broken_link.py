"""A `[[goal]]` in text that leads nowhere.

## Why

Such a link was made so that readers can follow a thought. When the goal is gone or was never there they are left with
brackets.

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
---
Follows from [[win-turst]].
```

```text
goals/2026-Q4/checkout.md:5:14: S016 broken-link: no goal is called "win-turst"
  5 | Follows from [[win-turst]].
    |              ^^^^^^^^^^^^^
  hint: did you mean "win-trust"?
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
---
In the shell a test is written [[ -f goals.md ]].
```

```text
goals/2026-Q4/checkout.md:5:32: S016 broken-link: no goal is called "-f goals.md"
  5 | In the shell a test is written [[ -f goals.md ]].
    |                                ^^^^^^^^^^^^^^^
  hint: name an id, or put [[…]] in backticks
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
---
Follows from [[win-trust#return]].
```

```text
goals/2026-Q4/checkout.md:5:14: S016 broken-link: 2026/win-trust has no key result "return"
  5 | Follows from [[win-trust#return]].
    |              ^^^^^^^^^^^^^^^^^^^^
  hint: did you mean "returning"?
```

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us asks for no account
owner: ada
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
---
```

`goals/2026/win-trust.md`

```markdown
---
title: Customers trust us with their first order
owner: sam
---
Begins with [[checkout]].
```

```text
goals/2026/win-trust.md:5:13: S016 broken-link: "checkout" may be 2026-Q3/checkout, 2026-Q4/checkout
  5 | Begins with [[checkout]].
    |             ^^^^^^^^^^^^
  hint: write more of its path
```

## Right

`goals/2026/win-trust.md`

```markdown
---
title: Customers trust us with their first order
owner: sam
---
Begins with [[2026-Q3/checkout]]. In the shell a test is written `[[ -f goals.md ]]`.
```

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us asks for no account
owner: ada
---
```

## How to fix

Write an id, an alias or the end of one, as in references; brackets that are no link stand in backticks.

## Source

The file format, section *References*.
"""
