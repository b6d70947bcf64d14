"""Sound KPIs meet no rule."""

from __future__ import annotations

import pytest

from tests.lint.kpis.a_kpi import files, kpi
from tests.lint.told import findings


@pytest.mark.parametrize(
    "front",
    [
        "",
        "targets: [{from: 2026-10-01, target: 8, red: 16}]\nseries: [[2026-11-08, 9], [2026-11-15, 7.5]]",
        "targets: [{from: 2026-01-01, target: 12}, {from: 2026-10-01, target: 8, text: A day's work}]",
        "north_star: true\ntier: outcome\nleading: true\nperspective: customer\nlag: 2d",
        "series: [[2026-W45, 9], [2026-W46, 7.5, a holiday]]",
    ],
)
def test_a_sound_kpi_is_left_alone(front: str) -> None:
    assert [one for one in findings(files(front)) if one.code.startswith("K")] == []


def test_sound_kpis_that_hang_together_are_left_alone() -> None:
    """A whole with its parts, a quotient of both, and a Chinese one."""
    common = "definition: As it says.\ndirection: higher\nowner: lin\nfrequency: month\nsource: The shop.\n"

    def part(share: float, target: str, unit: str) -> str:
        cascade = f"cascades_from: {{kpi: revenue, share: {share}}}"
        return kpi(f"{common}unit: {unit}\n{cascade}\ntargets: [{{period: 2026, target: {target}}}]")

    whole = "unit: €\nsupports: [trust]\nrollup: sum\ntargets: [{period: 2026, target: 1200k}]"
    chinese = """
        definition: 一个月内再次购买的客户占比
        unit: "%"
        direction: higher
        owner: 林
        frequency: month
        source: 订单系统
        supports: [trust]
        targets: [{from: 2026-10-01, target: 35%, red: 30%}]
        series: [[2026-09, 31], [2026-10, 33]]
        """
    shown = {
        "goals/kpis/revenue.md": kpi(common + whole),
        "goals/kpis/web.md": part(0.6, "720k", "EUR"),
        "goals/kpis/shop.md": part(0.4, "480k", "€"),
        "goals/kpis/web-share.md": kpi("formula: web / revenue\nowner: lin\nsupports: [trust]"),
        "goals/kpis/复购率.md": kpi(chinese, title="复购率"),
    }
    assert [one for one in findings(files() | shown) if one.code.startswith("K")] == []
