"""An objective's title is a sentence that people remember: not a label, and not a paragraph.

## Why

People act on the goals they can say by heart. A label such as "Growth" can mean anything; a title that fills three
lines is read once.

## Wrong

`goals/2026-Q4/growth.md`

```markdown
---
title: Customer growth
owner: ada
---
```

```text
goals/2026-Q4/growth.md:2:8: Q105 title-length: the title has 2 words, fewer than 3
  2 | title: Customer growth
    |        ^^^^^^^^^^^^^^^
  hint: say in a sentence who is better off, and how
```

`goals/2026-Q4/growth.md`

```markdown
---
title: Customers in all of our markets find what they need, buy it without help, and tell all of their friends about it soon after
owner: ada
---
```

```text
goals/2026-Q4/growth.md:2:8: Q105 title-length: the title has 24 words, more than 18
  2 | title: Customers in all of our markets find what they need, buy it without help, and tell all of the
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: say the one thing to remember, and the rest in the text below
```

`goals/2026-Q4/growth.md`

```markdown
---
title: 增长
owner: ada
---
```

```text
goals/2026-Q4/growth.md:2:8: Q105 title-length: the title has 2 characters, fewer than 5
  2 | title: 增长
    |        ^^^^
  hint: say in a sentence who is better off, and how
```

`goals/2026-Q4/growth.md`

```markdown
---
title: 让每一个市场的客户都能很快找到自己需要的商品，不需要任何帮助就能买到，并且愿意向朋友推荐我们而且很快再来
owner: ada
---
```

```text
goals/2026-Q4/growth.md:2:8: Q105 title-length: the title has 50 characters, more than 40
  2 | title: 让每一个市场的客户都能很快找到自己需要的商品，不需要任何帮助就能买到，并且愿意向朋友推荐我们而且很快再来
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: say the one thing to remember, and the rest in the text below
```

## Right

`goals/2026-Q4/growth.md`

```markdown
---
title: Customers tell their friends about us
owner: ada
---
```

`goals/2026-Q4/regulars.md`

```markdown
---
title: 客户愿意再来
owner: ada
---
```

## How to fix

Write it as you would say it across the table: who is better off, and how. What does not fit belongs in the text
below. The bounds are the thresholds `min_words`, `max_words`, and `min_characters`, `max_characters` for Chinese and
Japanese.

## Source

Christina Wodtke, *Radical Focus*: an objective is a single sentence that gets people out of bed.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearObjective
from goalsite.lint.words import length


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """An open objective whose title is too short or too long."""
    goal = near.goal
    if not near.is_open:
        return
    # A title that is the file's name has its words between hyphens.
    measured = length(goal.title if " " in goal.title else goal.title.replace("-", " "))
    if measured is None:
        return
    count, what = measured
    least, most = near.threshold("Q105", f"min_{what}"), near.threshold("Q105", f"max_{what}")
    if count < least:
        message, hint = f"fewer than {least:g}", "say in a sentence who is better off, and how"
    elif count > most:
        message, hint = f"more than {most:g}", "say the one thing to remember, and the rest in the text below"
    else:
        return
    if "title" in goal.marks and not near.written.text("title"):
        return  # it could not be read, which was told
    noun = what if count != 1 else what.removesuffix("s")
    message = f"the title has {count} {noun}, {message}"
    yield finding(goal.path, near.written.title(), "Q105", message, hint, len(goal.title))
