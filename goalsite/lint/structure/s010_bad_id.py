"""An id that could not be a folder's name everywhere.

## Why

The page of a goal is a folder of the site, and its id is that folder's path. What one system allows in a name another
does not, so ids keep to what all of them hold; references can then be written without quotes, too.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
id: buying from us
title: Buying from us takes no thought
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:2:5: S010 bad-id: id "buying from us" holds a space, must be letters, digits, - _ . and / between segments
  2 | id: buying from us
    |     ^^^^^^^^^^^^^^
  hint: choose another id
```

`goals/2026-Q4/checkout.md`

```markdown
---
id: ""
title: Buying from us takes no thought
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:2:5: S010 bad-id: id "" is empty
  2 | id: ""
    |     ^
  hint: choose another id
```

`goals/2026-Q4/checkout.md`

```markdown
---
id: shop//checkout
title: Buying from us takes no thought
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:2:5: S010 bad-id: id "shop//checkout" has an empty segment
  2 | id: shop//checkout
    |     ^^^^^^^^^^^^^^
  hint: choose another id
```

`goals/2026-Q4/checkout.md`

```markdown
---
id: shop/.checkout
title: Buying from us takes no thought
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:2:5: S010 bad-id: id "shop/.checkout" has a segment that begins with .
  2 | id: shop/.checkout
    |     ^^^^^^^^^^^^^^
  hint: choose another id
```

`goals/2026-Q4/checkout.md`

```markdown
---
id: checkout.
title: Buying from us takes no thought
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:2:5: S010 bad-id: id "checkout." has a segment that ends in a dot
  2 | id: checkout.
    |     ^^^^^^^^^
  hint: choose another id
```

`goals/2026-Q4/checkout.md`

```markdown
---
id: aux
title: Buying from us takes no thought
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:2:5: S010 bad-id: id "aux" has the segment aux, the name of a device on Windows
  2 | id: aux
    |     ^^^
  hint: choose another id
```

`goals/2026-Q4/checkout.md`

```markdown
---
id: ids-may-be-long-but-not-as-long-as-this-one-which-goes-on-and-on-until-nobody-remembers-how-it-began-and-still-has-not-said-what-the-goal-is-about-though-it-has-used-more-than-the-two-hundred-bytes-it-may
title: Buying from us takes no thought
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:2:5: S010 bad-id: id "ids-may-be-long-but-not-as-long-as-this…" has a segment of more than 200 bytes
  2 | id: ids-may-be-long-but-not-as-long-as-this-one-which-goes-on-and-on-until-nobody-remembers-how-it-b
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: choose another id
```

An id that comes from a path is told at the first line:

`goals/2026-Q4/_checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
---
```

```text
goals/2026-Q4/_checkout.md:1:1: S010 bad-id: id "2026-Q4/_checkout" has a segment that begins with _
  1 | ---
    | ^
  hint: rename the file, or give the goal an id: of its own
```

`goals/_web/team.md`

```markdown
---
title: Web shop
---
```

```text
goals/_web/team.md:1:1: S010 bad-id: id "_web" has a segment that begins with _
  1 | ---
    | ^
  hint: rename the folder
```

`goals/people/_ada.md`

```markdown
---
name: Ada
---
```

```text
goals/people/_ada.md:1:1: S010 bad-id: id "_ada" has a segment that begins with _
  1 | ---
    | ^
  hint: rename the file
```

A key result's id, an alias and a declared cycle are held to the same:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: pay/conversion
    title: More of those who start to pay do pay
---
```

```text
goals/2026-Q4/checkout.md:5:9: S010 bad-id: id "pay/conversion" holds /, must be one segment
  5 |   - id: pay/conversion
    |         ^^^^^^^^^^^^^^
  hint: choose another id
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
aliases: [buying from us]
---
```

```text
goals/2026-Q4/checkout.md:4:11: S010 bad-id: alias "buying from us" holds a space, must be letters, digits, - _ . and / between segments
  4 | aliases: [buying from us]
    |           ^^^^^^^^^^^^^^
  hint: choose another alias
```

`config.yaml`

```yaml
cycles:
  - {id: spring/sale, start: 2026-03-02, end: 2026-03-29}
```

```text
config.yaml:2:10: S010 bad-id: cycle "spring/sale" holds /, must be one segment
  2 |   - {id: spring/sale, start: 2026-03-02, end: 2026-03-29}
    |          ^^^^^^^^^^^
  hint: choose another id
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
id: shop/checkout
title: Buying from us takes no thought
owner: ada
aliases: [buying-from-us]
key_results:
  - id: pay-conversion
    title: More of those who start to pay do pay
---
```

## How to fix

Use letters and digits of any script, `-`, `_` and `.`, with `/` between segments of a goal's id. Where the path makes
the id, rename the file or folder, or give the goal an `id:`.

## Source

The file format, section *Ids*. Microsoft, *Naming Files, Paths, and Namespaces*: names kept for devices, and names that
end in a dot.
"""
