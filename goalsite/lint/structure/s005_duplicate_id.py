"""An id or alias that another file of the same namespace has.

## Why

An id is how references, addresses and history know a goal. With two of one name a link would lead to either, and one
page would be written over the other. Ids that differ only in case, or in the form in which Unicode spells an accent,
are one file on some disks.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
id: checkout
title: Buying from us takes no thought
owner: ada
---
```

`goals/2026-Q4/payment.md`

```markdown
---
id: checkout
title: Everybody can pay as they like
owner: lin
---
```

```text
goals/2026-Q4/payment.md:2:5: S005 duplicate-id: id "checkout" is taken by goals/2026-Q4/checkout.md
  2 | id: checkout
    |     ^^^^^^^^
  hint: give one of them another id
```

`goals/2026-Q4/checkout.md`

```markdown
---
id: checkout
title: Buying from us takes no thought
owner: ada
---
```

`goals/2026-Q4/payment.md`

```markdown
---
id: Checkout
title: Everybody can pay as they like
owner: lin
---
```

```text
goals/2026-Q4/payment.md:2:5: S005 duplicate-id: id "Checkout" is taken by goals/2026-Q4/checkout.md (as "checkout", which differs only in case or form)
  2 | id: Checkout
    |     ^^^^^^^^
  hint: give one of them another id
```

An id that a folder and a file make:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
---
```

`goals/2026-Q3/checkout.md`

```markdown
---
id: 2026-Q4/checkout
title: Buying from us asks for no account
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:1:1: S005 duplicate-id: id "2026-Q4/checkout" is taken by goals/2026-Q3/checkout.md
  1 | ---
    | ^
  hint: rename one of the files, or give it an id: of its own
```

`goals/2026-Q4/pay!.md`

```markdown
---
title: Everybody can pay as they like
owner: ada
---
```

`goals/2026-Q4/pay+.md`

```markdown
---
title: Nobody wonders whether they have paid
owner: lin
---
```

```text
goals/2026-Q4/pay+.md:1:1: S005 duplicate-id: id "2026-Q4/pay-" is taken by goals/2026-Q4/pay!.md
  1 | ---
    | ^
  hint: rename one of the files, or give it an id: of its own
```

`goals/web!/team.md`

```markdown
---
title: Web shop
---
```

`goals/web+/team.md`

```markdown
---
title: Web search
---
```

```text
goals/web+/team.md:1:1: S005 duplicate-id: id "web-" is taken by goals/web!/team.md
  1 | ---
    | ^
  hint: rename one of the folders
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
---
```

`goals/2026-Q4/payment.md`

```markdown
---
title: Everybody can pay as they like
owner: lin
aliases: [2026-Q4/checkout]
---
```

```text
goals/2026-Q4/payment.md:4:11: S005 duplicate-id: alias "2026-Q4/checkout" is taken by goals/2026-Q4/checkout.md
  4 | aliases: [2026-Q4/checkout]
    |           ^^^^^^^^^^^^^^^^
  hint: take the alias away
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
aliases: [2026-Q4/checkout]
---
```

```text
goals/2026-Q4/checkout.md:4:11: S005 duplicate-id: alias "2026-Q4/checkout" is taken by this file already
  4 | aliases: [2026-Q4/checkout]
    |           ^^^^^^^^^^^^^^^^
  hint: take the alias away
```

A `README.md` is the page of its folder, and so is a page of the folder's name beside it:

`goals/handbook/README.md`

```markdown
How we write goals.
```

`goals/handbook.md`

```markdown
What we have learned about goals.
```

```text
goals/handbook/README.md:1:1: S005 duplicate-id: id "handbook/README" is taken by goals/handbook.md (as "handbook", which would be the same page)
  1 | How we write goals.
    | ^
  hint: rename one of the files
```

A declared cycle:

`config.yaml`

```yaml
cycles:
  - {id: spring-sale, start: 2026-03-02, end: 2026-03-29}
  - {id: spring-sale, start: 2026-04-06, end: 2026-04-26}
```

```text
config.yaml:3:10: S005 duplicate-id: cycle "spring-sale" is declared already, in line 2
  3 |   - {id: spring-sale, start: 2026-04-06, end: 2026-04-26}
    |          ^^^^^^^^^^^
  hint: give one of them another id
```

Two images whose names look the same, the second with the accent as a character of its own:

`goals/cafe\u0301.svg`

```xml
<svg xmlns="http://www.w3.org/2000/svg"/>
```

`goals/caf\u00e9.svg`

```xml
<svg xmlns="http://www.w3.org/2000/svg"/>
```

```text
goals/café.svg:1:1: S005 duplicate-id: the name is that of another file, "goals/café.svg", in another Unicode form
  1 | <svg xmlns="http://www.w3.org/2000/svg"/>
    | ^
  hint: rename one of the files
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
id: checkout
title: Buying from us takes no thought
owner: ada
aliases: [2026-Q4/payment]
---
```

`goals/2026-Q4/wallets.md`

```markdown
---
id: wallets
title: Everybody can pay as they like
owner: lin
---
```

## How to fix

Give one of them another id; if it was published already, keep the old name as an alias of the one that old links should
find. A goal that was copied from another must not keep its `id:`.

## Source

The file format, sections *Ids* and *Namespaces*. Unicode Standard Annex #15: composed form (NFC).
"""
