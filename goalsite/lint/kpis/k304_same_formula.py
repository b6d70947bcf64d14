"""One formula has one id.

## Why

Two KPIs with one formula show one figure under two names. Their targets and owners drift apart, and then two pages
say different things of the same number.

## Wrong

`goals/kpis/orders.md`

```markdown
---
title: Orders
unit: orders
---
```

`goals/kpis/visits.md`

```markdown
---
title: Visits
unit: visits
---
```

`goals/kpis/conversion.md`

```markdown
---
title: Visits that end in an order
unit: "%"
formula: "orders / visits * 100"
---
```

`goals/kpis/shop-success.md`

```markdown
---
title: Success of the shop
unit: "%"
formula: "100 * orders / visits"
---
```

```text
goals/kpis/shop-success.md:4:10: K304 same-formula: the formula is that of kpis/conversion, "Visits that end in an order"
  4 | formula: "100 * orders / visits"
    |          ^^^^^^^^^^^^^^^^^^^^^
  hint: keep one of the two, and let what reads the other read that
```

## Right

`goals/kpis/orders.md`

```markdown
---
title: Orders
unit: orders
---
```

`goals/kpis/visits.md`

```markdown
---
title: Visits
unit: visits
---
```

`goals/kpis/conversion.md`

```markdown
---
title: Visits that end in an order
unit: "%"
formula: "orders / visits * 100"
aliases: [shop-success]
---
```

## How to fix

Keep the one that more goals refer to, and give it the other's id under `aliases:`, so that old references and addresses
still lead there. If the two were meant to differ, one of the formulas is wrong. The order in which something is
added or multiplied makes no difference, nor does the way in which a KPI is named.

## Source

Ralph Kimball and Margy Ross, *The Data Warehouse Toolkit*: a conformed fact has one definition and one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import spelt
from goalsite.lint.near import Site
from goalsite.model.formulas import Formula, Operator
from goalsite.model.records import Kpi
from goalsite.model.shapes import shorten, span


class _Part(NamedTuple):
    """A part of a formula: a sum (+), a product (*) or a single name or number, as terms with their signs."""

    kind: str
    terms: tuple[str, ...]

    def spelt(self) -> str:
        """The part with its terms in one order."""
        return f"({' '.join(sorted(self.terms))})" if self.kind else self.terms[0]


_KINDS = {"+": "+", "-": "+", "*": "*", "/": "*"}
_TURNED = {"+": "-", "-": "+", "*": "/", "/": "*"}


def check(site: Site) -> Iterator[Diagnostic]:
    """Each KPI whose formula an earlier one has, by id."""
    meant: dict[str, dict[str, str]] = {}
    for (kpi_id, written), target in site.graph.formulas.items():
        meant.setdefault(kpi_id, {})[written] = target
    firsts: dict[str, Kpi] = {}
    for kpi in site.corpus.kpis:
        names = meant.get(kpi.id, {})
        if kpi.formula is None or any(ref.text not in names for ref in kpi.formula.refs):
            continue
        first = firsts.setdefault(in_one_order(kpi.formula, names), kpi)
        if first is not kpi:
            message = f'the formula is that of {first.id}, "{shorten(first.title)}"'
            hint = "keep one of the two, and let what reads the other read that"
            yield finding(kpi.path, kpi.marks["formula"], "K304", message, hint, span(kpi.formula.text))


def in_one_order(formula: Formula, names: Mapping[str, str]) -> str:
    """The formula with ids for names, and the terms of each sum and product in one order."""
    stack: list[_Part] = []
    for token in formula.postfix:
        if isinstance(token, Operator):
            right, left = stack.pop(), stack.pop()
            stack.append(_joined(token.sign, left, right))
        else:
            stack.append(_Part("", (spelt(token) if isinstance(token, float) else names[token.text],)))
    return stack[0].spelt()


def _joined(sign: str, left: _Part, right: _Part) -> _Part:
    kind = _KINDS[sign]
    terms = left.terms if left.kind == kind else (kind + left.spelt(),)
    if right.kind != kind:
        return _Part(kind, (*terms, sign + right.spelt()))
    more = right.terms if sign == kind else tuple(_TURNED[term[0]] + term[1:] for term in right.terms)
    return _Part(kind, (*terms, *more))
