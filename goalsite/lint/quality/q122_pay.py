"""OKRs are kept apart from pay, bonus and rating.

## Why

As soon as a score decides about money, people choose goals they are sure to reach, and stop saying when one is in
trouble. The goals then look better and say less. On a public site it is also nobody else's business.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    description: Reaching it counts for half of the yearly bonus.
    owner: lin
    metric: {unit: "%", baseline: 52, target: 65}
---
```

```text
goals/2026-Q4/checkout.md:7:60: Q122 pay: the OKR speaks of "bonus"
  7 |     description: Reaching it counts for half of the yearly bonus.
    |                                                            ^^^^^
  hint: take it out: what is scored for learning is kept apart from pay and rating
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    owner: lin
    metric: {unit: "%", baseline: 52, target: 65}
---

What we reach here is not linked to anybody's bonus.
```

## How to fix

Take the sentence out, and agree on pay where nobody keeps score of goals. Where pay itself is the subject (a fair
scale, a gap to close), set the rule aside with a reason. Words that only sound alike are left alone: who pays us, a
rating by customers, paid plans; so is a sentence that says the two are not linked.

## Source

Google's re:Work: OKRs are not a tool to evaluate people. John Doerr, *Measure What Matters*: goals and pay are
decoupled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from goalsite.core.diagnostics import Diagnostic
from goalsite.lint.published import Published


@cache
def _pay() -> re.Pattern[str]:
    """Words of pay; made where a text may hold one, as most sites have none."""
    return re.compile(
        r"\b(?:salar(?:y|ies)|bonus(?:es)?(?! (?:points?|content|features?|items?|levels?|tracks?|rounds?|chapters?))"
        r"|remuneration|payouts? to (?:employees|staff)|wages?|stock options"
        r"|(?<!carbon )(?<!motion )(?<!temperature )(?<!latency )(?<!drift )compensation"
        r"(?= (?:review|plan|package|committee|decision|round|band|of (?:employees|staff|the team)|for reaching)s?\b|[.,;]|$)"
        r"|pay (?:rise|raise|increase|review|grade|band|gap|cut|scale|check|package|round)s?|paychecks?"
        r"|(?:base|variable|performance|merit) pay|(?:our|your|their|everyone's|people's) pay(?=[.,;:)]|$)"
        r"|(?:linked|tied|coupled|relevant) to (?:\w+ )?pay|(?:affects?|decides?|determines?|sets?) (?:\w+ )?pay"
        r"|pay (?:and|or) (?:promotions?|ratings?)"
        r"|(?<!energy )performance (?:ratings?|appraisals?|grades?)|(?:annual|yearly|mid-year) (?:performance )?"
        r"(?:ratings?|appraisals?|performance reviews?)|ratings? of (?:employees|staff|people|the team)"
        r"|(?:employee|staff|personnel) (?:ratings?|appraisals?)|(?:his|her|their|your|my) (?:rating|promotion))\b"
        r"|奖金|绩效工资|绩效奖|绩效考核|绩效评级|绩效等级|绩效评分|绩效打分|年终奖|考核评级|考核等级|加薪|涨薪|调薪|薪资"
        r"|薪酬(?!系统|产品|模块|软件)|工资(?!单|条)|提成",
        re.IGNORECASE,
    )


# The same sentence says before the word, or after it in Chinese, that the two have nothing to do with each other.
_NOT_BEFORE = re.compile(
    r"\b(?:not|no|nor|never|nothing|without|independent|separate[ds]?|decoupled?|apart|unrelated)\b"
    r"|n['’]t\b|不|无关|没有|脱钩|勿|非",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(r"^[^。；;.!?]{0,12}(?:无关|脱钩|脱离|不挂钩|没有关系)")
_STEMS = (
    *("pay", "salar", "bonus", "remunerat", "wage", "stock option", "compensation"),
    *("performance ", "rating", "appraisal", "promotion"),
    *("奖金", "绩效", "年终奖", "考核", "薪", "工资", "提成"),
)
"""What every match holds one of."""
_SENTENCE = re.compile(r"[.。！？!?;；\n]")


def check(published: Published) -> Iterator[Diagnostic]:
    """Every word of pay in the texts of an open objective and of its check-ins."""
    if published.kind != "objective" or published.is_over or not published.says(_STEMS):
        return
    for text, match in published.matches(_pay()):
        if _is_denied(text.text, match):
            continue
        message = f'the OKR speaks of "{match[0]}"'
        hint = "take it out: what is scored for learning is kept apart from pay and rating"
        yield published.finding(text, match, "Q122", message, hint)


def _is_denied(text: str, match: re.Match[str]) -> bool:
    before = _SENTENCE.split(text[max(0, match.start() - 80) : match.start()])[-1]
    return bool(_NOT_BEFORE.search(before) or _NOT_AFTER.search(text[match.end() : match.end() + 40]))
