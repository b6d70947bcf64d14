"""What is added up has one unit.

## Why

Euros and hours have no sum, and thousands of euros added to euros have a wrong one. Such a figure looks like any
other on the page, and nobody can see that it means nothing.

## Wrong

A formula may multiply and divide what it likes; what it adds or subtracts is of one kind:

`goals/kpis/sales.md`

```markdown
---
title: Sales
unit: €
---
```

`goals/kpis/refunds.md`

```markdown
---
title: Refunds
unit: k€
---
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
formula: "sales - refunds"
---
```

```text
goals/kpis/revenue.md:4:19: K307 mixed-units: the formula subtracts refunds in k€ from sales in €
  4 | formula: "sales - refunds"
    |                   ^^^^^^^
  hint: give both one unit, or convert one of them in the formula
```

`goals/kpis/web.md`

```markdown
---
title: Orders on the web
unit: orders
---
```

`goals/kpis/phone.md`

```markdown
---
title: By phone
---
```

`goals/kpis/post.md`

```markdown
---
title: By post
---
```

`goals/kpis/orders.md`

```markdown
---
title: Orders
unit: orders
formula: web + phone
---
```

`goals/kpis/remote.md`

```markdown
---
title: Orders without the web
unit: orders
formula: phone + post
---
```

```text
goals/kpis/orders.md:4:16: K307 mixed-units: the formula adds phone without a unit to web in orders
  4 | formula: web + phone
    |                ^^^^^
  hint: write unit: in the file of phone
goals/kpis/remote.md:4:18: K307 mixed-units: the formula adds post to phone, neither of which has a unit
  4 | formula: phone + post
    |                  ^^^^
  hint: write unit: in both files
```

A roll-up is of one unit, too:

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
rollup: sum
---
```

`goals/kpis/shop.md`

```markdown
---
title: Revenue of the shop
unit: €
cascades_from: {kpi: revenue}
---
```

`goals/kpis/support.md`

```markdown
---
title: Support sold
unit: h
cascades_from: {kpi: revenue}
---
```

`goals/kpis/costs.md`

```markdown
---
title: Costs
rollup: sum
---
```

`goals/kpis/machines.md`

```markdown
---
title: Machines
unit: €
cascades_from: {kpi: costs}
---
```

`goals/kpis/people.md`

```markdown
---
title: People
unit: h
cascades_from: {kpi: costs}
---
```

```text
goals/kpis/costs.md:3:9: K307 mixed-units: the roll-up takes kpis/people in h beside kpis/machines in €
  3 | rollup: sum
    |         ^^^
  hint: give the parts one unit, or take this one out
goals/kpis/revenue.md:4:9: K307 mixed-units: the roll-up takes kpis/support in h, and the KPI is in €
  4 | rollup: sum
    |         ^^^
  hint: give the parts one unit, or take this one out
```

## Right

`goals/kpis/sales.md`

```markdown
---
title: Sales
unit: €
---
```

`goals/kpis/refunds.md`

```markdown
---
title: Refunds
unit: EUR
---
```

`goals/kpis/orders.md`

```markdown
---
title: Orders
unit: orders
---
```

`goals/kpis/per-order.md`

```markdown
---
title: Revenue of an order
unit: €
formula: "(sales - refunds) / orders"
---
```

## How to fix

Give the KPIs the same unit, or convert one of them in the formula: `sales - 1000 * refunds`. A product or a quotient is
taken to be of the unit that is needed, and so is a plain number. Names of one currency (`€`, `EUR`) are one unit.

## Source

ISO 80000-1, *Quantities and units*: only quantities of the same kind can be added and subtracted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import plain, same_unit
from goalsite.lint.near import Site
from goalsite.model.formulas import Formula, Operator
from goalsite.model.records import Kpi
from goalsite.model.shapes import Ref, shorten, span

_SHORT = 3  # letters; with more of them, upper case and a plural s make no other unit


def check(site: Site) -> Iterator[Diagnostic]:
    """The first sum, or part of a roll-up, of each KPI in which two units meet."""
    inputs: dict[str, dict[str, Kpi]] = {}
    for (kpi_id, written), target in site.graph.formulas.items():
        inputs.setdefault(kpi_id, {})[written] = site.kpis[target]
    parts: dict[str, list[Kpi]] = {}
    for edge in site.graph.counted("cascades_from"):
        parts.setdefault(edge.target, []).append(site.kpis[edge.source])
    for kpi in site.corpus.kpis:
        if kpi.formula:
            yield from _formula(kpi, kpi.formula, inputs.get(kpi.id, {}))
        if kpi.rollup:
            yield from _rollup(kpi, parts.get(kpi.id, []))


def _formula(kpi: Kpi, formula: Formula, inputs: Mapping[str, Kpi]) -> Iterator[Diagnostic]:
    """The first two KPIs of different or unknown units that a formula adds or subtracts."""
    stack: list[Ref | None] = []  # the KPI whose unit a part has; None where it fits any
    for token in formula.postfix:
        if not isinstance(token, Operator):
            stack.append(token if isinstance(token, Ref) and _has_unit(inputs.get(token.text)) else None)
            continue
        right, left = stack.pop(), stack.pop()
        if token.sign in "*/":
            stack.append(None)
        elif left and right and not _fit(inputs[left.text], inputs[right.text]):
            message, hint = _mixed(token.sign, left.text, right.text, inputs)
            brackets = 4 if f"[[{right.text}]]" in formula.text else 0
            yield finding(kpi.path, right.mark, "K307", message, hint, span(right.text) + brackets)
            return
        else:
            stack.append(left or right)


def _has_unit(kpi: Kpi | None) -> bool:
    """Whether a KPI is of one unit, known or not; a computed one without a unit may be a plain number."""
    return kpi is not None and bool(kpi.unit or not kpi.formula)


def _fit(one: Kpi, other: Kpi) -> bool:
    if not (one.unit and other.unit) or same_unit(one.unit, other.unit):
        return bool(one.unit and other.unit)
    return _folded(one.unit) == _folded(other.unit)


def _folded(unit: str) -> str:
    unit = plain(unit)
    return unit.casefold().removesuffix("s") if len(unit) > _SHORT else unit


def _mixed(sign: str, left: str, right: str, inputs: Mapping[str, Kpi]) -> tuple[str, str]:
    """What a formula mixes, and what to do about it."""
    one, other = shorten(left), shorten(right)
    verb, to = ("adds", "to") if sign == "+" else ("subtracts", "from")
    units = inputs[left].unit, inputs[right].unit
    if not any(units):
        return (
            f"the formula {verb} {other} {to} {one}, neither of which has a unit",
            "write unit: in both files",
        )
    message = f"the formula {verb} {other} {_in(units[1])} {to} {one} {_in(units[0])}"
    if all(units):
        return message, "give both one unit, or convert one of them in the formula"
    return message, f"write unit: in the file of {other if units[0] else one}"


def _in(unit: str) -> str:
    return f"in {shorten(unit)}" if unit else "without a unit"


def _rollup(kpi: Kpi, parts: list[Kpi]) -> Iterator[Diagnostic]:
    """The first part that is of another unit than the KPI, or than the parts before it."""
    whole = kpi if kpi.unit else next((part for part in parts if part.unit), None)
    for part in parts:
        if whole and _has_unit(part) and not _fit(whole, part):
            rest = (
                f", and the KPI is {_in(kpi.unit)}"
                if whole is kpi
                else f" beside {whole.id} {_in(whole.unit)}"
            )
            message = f"the roll-up takes {part.id} {_in(part.unit)}{rest}"
            hint = "give the parts one unit, or take this one out"
            if not part.unit:
                hint = f"write unit: in the file of {part.id}"
            mark = kpi.marks["rollup"]
            yield finding(kpi.path, mark, "K307", message, hint, len(kpi.rollup or ""))
            return
