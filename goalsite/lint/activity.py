"""Key results that count how often something was done, and no effect of it. English and Chinese."""

from __future__ import annotations

import re

from goalsite.model.records import Binary, Manual, Measure, Metric

_NOUNS = (
    r"(?:(?<!api )(?<!function )(?<!system )(?<!support )"
    r"(?:phone |sales |cold |discovery |customer |client )?calls?"
    r"|meetings?|meet-?ups?|workshops?|trainings?|training sessions?|(?:blog )?posts|articles|newsletters?"
    r"|presentations?|talks|webinars?|demos|interviews?|seminars?|town halls?|one-on-ones|1:1s|e-?mails?"
    r"|(?:customer|client|field|sales|school|plant|factory|partner|on-site) visits?|press releases"
    r"|(?:community|customer|marketing|team|internal|social) events"
    r"|(?:features?|releases?|stories|tickets) (?:shipped|released|delivered|launched|built|made|written)"
    r"|story points|lines of (?:code|text|documentation)|(?:code )?commits|pull requests)"
)
_VISITS = (
    r"(?<!website )(?<!web )(?<!site )(?<!page )(?<!return )(?<!repeat )(?<!store )(?<!app )(?<!blog )visits"
    r"(?! to (?:the|our) (?:web|site|page|home|doc|blog|store|shop|app))"
)
_NOUNS_ZH = (
    r"(?:培训|会议|例会|讲座|分享会|沙龙|宣讲|路演|拜访|走访|调研|访谈|推文|文章|帖子|博客|直播|电话|演练|巡检"
    r"|研讨会|座谈会|团建|线下活动|代码行|代码提交|功能上线|上线功能|需求交付|交付需求)"
)
_ACTIVITY = re.compile(rf"\b(?:{_NOUNS}|{_VISITS})\b|{_NOUNS_ZH}(?:场次|次数|数量|篇数)?", re.IGNORECASE)
_ACTIVITY_UNIT = re.compile(rf"{_NOUNS}|{_NOUNS_ZH}", re.IGNORECASE)
_COUNTED_ACTIVITY = re.compile(
    rf"\b\d{{1,9}} (?:[\w-]+ ){{0,2}}(?:{_NOUNS}|visits)\b"
    rf"|\d{{1,9}} ?[场次篇个家][^，。；,;]{{0,8}}{_NOUNS_ZH}"
    rf"|{_NOUNS_ZH}[^，。；,;\d]{{0,8}}\d{{1,9}} ?[场次篇个家]",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"(?:|#|n|x|counts?|numbers?|times|pieces?|pcs|items?|sessions?|visits|features?|releases?|stories|tickets"
    r"|points|lines|[场次篇个件条份家行项]|场次|人次"
    rf"|{_NOUNS}|{_NOUNS_ZH})",
    re.IGNORECASE,
)
# A word that says of whom, or what came of it, makes a count of work a count of its effect.
_EFFECT = re.compile(
    r"\b(?:that|which|who|whose|where|after|until|because|leads? to|led to|result(?:s|ed|ing)?|convert\w*"
    r"|conversions?|w[io]n|closed?|deals?|revenue|satisf\w+|ratings?|scores?|rates?|shares?|percent|adopt\w*"
    r"|used by|using|retain\w*|retention|returning|repeat|learn\w*|changed?|reduc\w*|fewer|less|without"
    r"|trust\w*|recommend\w*|attendees|attendance|participants|reach\w*|read|readers?|viewers?|answered|resolved|solved"
    r"|accepted|invited|requested|inbound|unanswered|missed|decisions?|decided|on time|booked by"
    r"|from customers"
    r"|by (?:customers|users|others|members|strangers|the community))\b"
    r"|[%％]|转化|成交|签约|满意|率|占比|比例"
    r"|复购|留存|采纳|使用|改变|带来|促成|有效|达成|解决|阅读"
    r"|观看|点击|转发|下载|浏览|参加|参与|报名|人均|减少|线索|订单",
    re.IGNORECASE,
)


def activity(title: str, measure: Measure) -> tuple[int, int] | None:
    """Where a title shows what is counted: how often something was done, with no word of its effect."""
    place = None
    if isinstance(measure, Metric):
        unit = measure.unit.strip()
        if measure.kpi is None and _rises(measure) and _COUNTS.fullmatch(unit):
            found = _ACTIVITY.search(title)
            is_unit = _ACTIVITY_UNIT.fullmatch(unit) and unit.casefold() not in title.casefold()
            place = found.span() if found else (0, len(title)) if is_unit else None
    elif isinstance(measure, (Manual, Binary)):
        found = _COUNTED_ACTIVITY.search(title)
        place = found.span() if found else None
    return place if place and not _EFFECT.search(title) else None


def _rises(measure: Metric) -> bool:
    target = measure.levels.target if measure.levels else measure.target
    return target is not None and target > (measure.baseline or 0)
