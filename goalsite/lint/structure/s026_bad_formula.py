"""A formula that cannot be read.

## Why

A KPI that is computed has no values but those of its formula. Where that cannot be read, the figure would silently be
missing.

## Wrong

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
formula: orders / visits *
---
```

```text
goals/kpis/conversion.md:4:10: S026 bad-formula: the formula "orders / visits *" ends where an id or a number is missing
  4 | formula: orders / visits *
    |          ^^^^^^^^^^^^^^^^^
  hint: write ids and numbers with + - * / between spaces, such as orders / visits
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
formula: orders visits
---
```

```text
goals/kpis/conversion.md:4:10: S026 bad-formula: the formula "orders visits" has no operator before visits
  4 | formula: orders visits
    |          ^^^^^^^^^^^^^
  hint: write ids and numbers with + - * / between spaces, such as orders / visits
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
formula: orders / * visits
---
```

```text
goals/kpis/conversion.md:4:10: S026 bad-formula: the formula "orders / * visits" has * where an id or a number is missing
  4 | formula: orders / * visits
    |          ^^^^^^^^^^^^^^^^^
  hint: write ids and numbers with + - * / between spaces, such as orders / visits
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
formula: (orders / visits
---
```

```text
goals/kpis/conversion.md:4:10: S026 bad-formula: the formula "(orders / visits" leaves a parenthesis open
  4 | formula: (orders / visits
    |          ^^^^^^^^^^^^^^^^
  hint: write ids and numbers with + - * / between spaces, such as orders / visits
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
formula: orders / visits)
---
```

```text
goals/kpis/conversion.md:4:10: S026 bad-formula: the formula "orders / visits)" closes a parenthesis that is not open
  4 | formula: orders / visits)
    |          ^^^^^^^^^^^^^^^^
  hint: write ids and numbers with + - * / between spaces, such as orders / visits
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
formula: orders / [visits]
---
```

```text
goals/kpis/conversion.md:4:10: S026 bad-formula: the formula "orders / [visits]" holds a stray [
  4 | formula: orders / [visits]
    |          ^^^^^^^^^^^^^^^^^
  hint: write ids and numbers with + - * / between spaces, such as orders / visits
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
formula: "[[]] / visits"
---
```

```text
goals/kpis/conversion.md:4:10: S026 bad-formula: the formula "[[]] / visits" holds [[]] without an id
  4 | formula: "[[]] / visits"
    |          ^^^^^^^^^^^^^
  hint: write ids and numbers with + - * / between spaces, such as orders / visits
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
formula: 100 * 0.58
---
```

```text
goals/kpis/conversion.md:4:10: S026 bad-formula: the formula "100 * 0.58" reads no KPI
  4 | formula: 100 * 0.58
    |          ^^^^^^^^^^
  hint: write ids and numbers with + - * / between spaces, such as orders / visits
```

## Right

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
formula: orders / [[web/kpis/visits]] * 100
---
```

`goals/kpis/orders.md`

```markdown
---
title: Orders
aggregate: sum
---
```

`goals/web/team.md`

```markdown
---
title: Web shop
---
```

`goals/web/kpis/visits.md`

```markdown
---
title: Visits
aggregate: sum
---
```

## How to fix

Write ids and numbers with `+ - * /` and parentheses, the operators between spaces: `a-b` without them is a name. An id with
a `/` in it stands in double brackets. There are no functions; a sum over time is what `aggregate` is for.

## Source

The file format, section *KPI*.
"""
