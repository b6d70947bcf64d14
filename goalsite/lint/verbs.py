"""Verbs that name the work and not what comes of it, where a title begins with one. English and Chinese."""

from __future__ import annotations

import re

# What may stand before the verb: "To", "We will", "By the end of the quarter, we", and a number of a list.
_BEFORE = (
    r"(?:\d+[.)]\s+)?"
    r"(?:(?:in|by|until|during|before)\s[^,:]{1,40}[,:]\s*)?"
    r"(?:our\s+(?:goal|aim|objective)\s+is\s+)?"
    r"(?:(?:we|i)(?:['’]ll|\s+will|\s+want|\s+plan|\s+are\s+going|\s+must|\s+shall|\s+should)?\s+)?"
    r"(?:let['’]s\s+)?(?:to\s+)?"
    r"(?:(?:successfully|fully|finally|quickly|publicly|officially)\s+)?"
)
_OUTPUT = (
    r"(?:re)?launch(?:ing)?|(?:re)?build(?:ing)?|ship(?:ping)?|implement(?:ing)?|deliver(?:ing)?"
    r"|releas(?:e|ing)|creat(?:e|ing)|migrat(?:e|ing)|deploy(?:ing)?|develop(?:ing)?|complet(?:e|ing)"
    r"|finish(?:ing)?|publish(?:ing)?|introduc(?:e|ing)|install(?:ing)?|refactor(?:ing)?|rewrit(?:e|ing)"
    r"|roll(?:ing)?[ -]out|set(?:ting)?[ -]up|go(?:ing)?[ -]live"
)
_TASK = (
    rf"{_OUTPUT}|writ(?:e|ing)|draft|design(?= (?:a|an|the|our|new)\b)|prepare|document|hold|organi[sz]e"
    r"|conduct|define|add|update|fix|remove|merge|land|stabili[sz]e|investigate|explore|research|evaluate|perform"
    r"|audit|review|finali[sz]e|setup|prototype|redesign|configure|integrate|hire|host|run|schedule"
    r"|set[ -]?up|establish|upgrade|replace|automate"
)
# A compound or a sentence about the thing, not an order: "Release notes …", "Build times are …".
_NOUN = (
    r"(?![\w'’-]|\s+(?:time|times|note|notes|comments?|days?|failures?|quality|speed|minutes|queue"
    r"|queues|cycles?|train|trains|candidate|candidates|process|processes|engineer|engineers|rate|rates|cost|costs"
    r"|cache|caches|logs?|farm|chain|status|page|pages|pipelines?\s+(?:are|is|stay|run)|and\s+forget"
    r"|is|are|was|were|has|have|can|feels?|stays?|becomes?|takes?|needs?|never|no\s+longer|vs\.?|what)\b)"
)
# What nobody can build like a thing: to have it is an outcome.
_OUTCOME = (
    r"(?!\s+(?:(?:a|an|the|our|more|real|full|lasting|deep|deeper|strong|stronger|true|great|greater|clear"
    r"|high|mutual|customer|customers|user|users|team|everyday|healthy)\s+){0,3}"
    r"(?:trust|confidence|culture|community|reputation|relationships?|loyalty|awareness|resilience|momentum|habits?"
    r"|value|demand|joy|delight|happiness|transparency|clarity|freedom|visibility|peace|understanding|skills"
    r"|talent|leaders|people|partnerships?|love|respect|belief|certainty|calm|sense|place|on\s+(?:our|what|every))\b)"
)
_BEFORE_ZH = (
    r"(?:\d+[.、]\s*)?(?:(?:在|于)?(?:本季度|本季|本年度|今年|年内|本月|本周期|季度内|Q[1-4])(?:内|末|底|前)?[，,：:、]?\s*)?"
    r"(?:我们|团队)?(?:要|将|会|计划|需要)?(?:正式|全面|成功|顺利|如期|按时|按期|尽快)?"
)
_OUTPUT_ZH = (
    r"上线|发布|完成|搭建|建成|开发|推出|交付|部署|迁移|实施|落地|启动|重构"
    r"|建设(?!.{0,12}(?:文化|信任|口碑|品牌|生态|社区|家园|关系|团队|队伍|组织))"
)
_TASK_ZH = (
    rf"{_OUTPUT_ZH}|编写|撰写|举办|召开|组织|制定|设计|建立|引入|接入|升级|调研|梳理|招聘|修复|新增|建设|输出"
)
_NOUN_ZH = (
    r"(?!者|人员|团队|流程|过程|质量|周期|速度|效率|频率|节奏"
    r"|时间|日|会(?!员)|后|前|时|的|度|率|物|能力|体验|环境"
    r"|成本|成功|失败"
    r"|延迟|变|不|是|更[快稳安轻顺]|再也|到|与|和)"
)

_OUTPUT_TITLE = re.compile(
    rf"{_BEFORE}(?P<verb>(?:{_OUTPUT})){_NOUN}{_OUTCOME}|{_BEFORE_ZH}(?P<zh>{_OUTPUT_ZH}){_NOUN_ZH}",
    re.IGNORECASE,
)
_TASK_TITLE = re.compile(
    rf"{_BEFORE}(?P<verb>(?:{_TASK})){_NOUN}{_OUTCOME}|{_BEFORE_ZH}(?P<zh>{_TASK_ZH}){_NOUN_ZH}",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:(?:re)?launched|shipped|released|published|done|completed|finished|delivered|implemented|built"
    r"|deployed|migrated|created|written|merged|rolled out|set up|introduced|installed|live|in place"
    r"|in production|signed off|go-live)[.!]?$|(?:上线|发布|完成|交付|落地|部署|就绪|投产)[了。！]?$",
    re.IGNORECASE,
)


def output_verb(title: str) -> tuple[int, int] | None:
    """Where in an objective's title the verb of output stands with which it begins, as (begin, end)."""
    return _span(_OUTPUT_TITLE.match(title), 0)


def task_verb(title: str) -> tuple[int, int] | None:
    """Where in a key result's title the verb of a task stands with which it, or its part after the last
    colon, begins."""
    found = _span(_TASK_TITLE.match(title), 0)
    if found or ": " not in title:
        return found
    offset = title.rindex(": ") + 2
    return _span(_TASK_TITLE.match(title[offset:]), offset)


def says_done(title: str) -> tuple[int, int] | None:
    """Where a title ends in a word that says of a piece of work that it is done: shipped, live, 已上线."""
    return _span(_DONE.search(title), 0)


def _span(match: re.Match[str] | None, offset: int) -> tuple[int, int] | None:
    if match is None:
        return None
    group = next((name for name in ("verb", "zh") if match.groupdict().get(name)), 0)
    return match.start(group) + offset, match.end(group) + offset
