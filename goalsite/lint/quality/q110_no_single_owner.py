"""One person answers for an objective.

## Why

What belongs to a team belongs to everybody, and everybody waits for somebody. The owner need not do the work: it is
the person who looks at the goal each week and says aloud when it is in trouble.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
---
```

```text
goals/2026-Q4/checkout.md:2:8: Q110 no-single-owner: the objective has no owner
  2 | title: Buying from us takes no thought
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write owner: with the one person who answers for it
```

`goals/platform/team.md`

```markdown
---
title: Platform
members: [ada, lin]
---
```

`goals/platform/2026-Q4/builds.md`

```markdown
---
title: Every engineer trusts a green build
owner: platform
---
```

```text
goals/platform/2026-Q4/builds.md:3:8: Q110 no-single-owner: the owner "platform" is the unit "platform", not a person
  3 | owner: platform
    |        ^^^^^^^^
  hint: name the one person who answers for it, and the others as contributors:
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: checkout-team
---
```

```text
goals/2026-Q4/checkout.md:3:8: Q110 no-single-owner: the owner "checkout-team" is named like a group, not a person
  3 | owner: checkout-team
    |        ^^^^^^^^^^^^^
  hint: name the one person who answers for it, and the others as contributors:
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
contributors: [lin, sam]
---
```

## How to fix

Write the handle of one person as `owner:`; the others are `contributors:`. A role that one person holds
(`platform-lead`) is fine. The owner of a key result is one person, too; a name is told once in a goal. Personal goals belong to their person, and a draft may still look for its owner.

## Source

GitLab's handbook: every objective has one directly responsible individual.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.names import fold_handle
from goalsite.lint.near import Site
from goalsite.model.records import Objective

_TEAM_NAME = re.compile(
    r"(?:.*[-_.])?(?:teams?|squad|tribe|guild|chapter|group|department|dept|committee|council|crew|everyone"
    r"|everybody|all-hands|we|us|staff)"
    r"|team[-_.].*"
    r"|.*(?:团队|小组|部门|全员|全体|委员会)|大家|所有人"
    r"|.+组|.*(?:产品|市场|销售|运营|技术|研发|人事|人力|财务|行政|客服|设计|法务|采购|品牌|信息"
    r"|增长|平台|数据|质量|战略|商务|工程|安全|测试|物流|生产|用户|供应链)(?:部|中心)",
    re.IGNORECASE,
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Every open objective that has no owner, and owners, those of its key results too, that are a unit."""
    people = _people(site)
    units = {fold_handle(unit.rpartition("/")[2]): unit for unit in site.teams if unit}
    why_not = cache(partial(_group, people=people, units=units))
    for goal in site.open_objectives:
        if goal.owner is None:
            if not ("owner" in goal.marks or goal.person or goal.state == "draft"):
                message, hint = (
                    "the objective has no owner",
                    "write owner: with the one person who answers for it",
                )
                mark = site.written(goal).title()
                yield finding(goal.path, mark, "Q110", message, hint, len(goal.title))
            continue
        if why := why_not(goal.owner):
            yield _owned_by(goal, site.written(goal).at("owner"), goal.owner, why)
        owners = {fold_handle(goal.owner)}
        for result in goal.key_results:
            owner = result.owner
            if not owner or result.dropped or result.replaced_by:
                continue
            handle = fold_handle(owner)
            if handle not in owners:  # one cause is told once
                owners.add(handle)
                if why := why_not(owner):
                    yield _owned_by(goal, result.marks["owner"], owner, why)


def _group(owner: str, people: set[str], units: dict[str, str]) -> str:
    """What says that an owner is no person; empty where nothing does."""
    folded = fold_handle(owner)
    if folded in people:
        return ""
    if folded in units:
        return f'is the unit "{units[folded]}"'
    return "is named like a group" if _TEAM_NAME.fullmatch(owner) else ""


def _people(site: Site) -> set[str]:
    """Handles that somebody wrote as a person's: those with a profile, and members of units."""
    members = {fold_handle(member) for unit in site.teams.values() for member in unit.members}
    return members | {person.id for person in site.corpus.people if person.path}


def _owned_by(goal: Objective, mark: Mark, owner: str, why: str) -> Diagnostic:
    hint = "name the one person who answers for it, and the others as contributors:"
    message = f'the owner "{owner}" {why}, not a person'
    return finding(goal.path, mark, "Q110", message, hint, len(owner))
