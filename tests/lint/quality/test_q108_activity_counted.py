"""Key results that count activity, in their file; which words show it is tested with them."""

from __future__ import annotations

from tests.lint.quality.a_goal import PATH, with_result
from tests.lint.told import findings, told


def test_the_activity_is_underlined() -> None:
    calls = (
        "  - id: a\n    title: Number of customer calls\n    metric: {unit: calls, baseline: 0, target: 40}"
    )
    (one,) = (one for one in findings(with_result(calls)) if one.code == "Q108")
    assert (one.path, one.line, one.column, one.length) == (PATH, 11, 22, len("customer calls"))


def test_chinese_activity_is_told() -> None:
    assert told(with_result("  - id: a\n    title: 举办10场培训"), "Q108") == [
        f'{PATH}:11:14: the key result counts activity: "10场培训"'
    ]


def test_a_counted_activity_is_told_once() -> None:
    found = findings(with_result("  - id: a\n    title: Hold 20 customer interviews\n    owner: sam"))
    assert [one.code for one in found if one.code in ("Q106", "Q107", "Q108", "Q129")] == ["Q108"]
