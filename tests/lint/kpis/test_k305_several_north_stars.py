"""One north star for a site."""

from __future__ import annotations

from tests.lint.kpis.a_kpi import kpi
from tests.lint.told import told


def said(**stars: str) -> list[str]:
    """What is said of KPIs by name, with what they say of being a north star."""
    return told({f"goals/kpis/{name}.md": kpi(front, title=name) for name, front in stars.items()}, "K305")


def test_each_after_the_first_is_told() -> None:
    star = "north_star: true"
    assert said(a=star, b=star, c="unit: h", d=star) == [
        'goals/kpis/b.md:3:13: the KPI is a north star, and so is kpis/a, "a"',
        'goals/kpis/d.md:3:13: the KPI is a north star, and so is kpis/a, "a"',
    ]


def test_one_or_none_is_right() -> None:
    assert said(a="north_star: true", b="north_star: false", c="unit: h") == []
    assert said(a="unit: h", b="unit: h") == []
