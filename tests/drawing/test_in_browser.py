"""What the estimated widths of words promise holds in a browser, with real fonts, on phone and desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from goalsite.core.values import replace
from goalsite.drawing import Edge, Formats, NetworkWords, Node, key_result_chart, kpi_chart, network
from tests.drawing.drawings import FORMATS
from tests.drawing.test_key_result import BUILDS
from tests.drawing.test_kpi import AVAILABILITY

STYLES = Path(__file__).parents[2] / "themes" / "default" / "assets" / "charts.css"
CHINESE = Formats(
    value=lambda value: f"{value * 1e4:,.0f} 万元",
    day=lambda day: f"{day.year}年{day.month}月{day.day}日",
    tick=lambda day, unit: f"{day.month}月" if unit == "month" else f"{day.month}月{day.day}日",
)
WIDE = "WWWW MMMM 把平均修复时间缩短到一小时以内"
WORDS = NetworkWords(
    "map", lambda _: "计入上级进度 (contributes)", lambda _: "WAITS FOR US", lambda n: f"{n} more"
)
TROUBLES = """() => {
  const wrong = [];
  for (const svg of document.querySelectorAll('svg')) {
    const edge = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
    for (const [word, box] of words) {
      if (box.left < edge.left - .5 || box.right > edge.right + .5) wrong.push('outside: ' + word);
      for (const [other, near] of words)
        if (near !== box && box.left < near.right && near.left < box.right
            && box.top + 3 < near.bottom - 3 && near.top + 3 < box.bottom - 3)
          wrong.push(word + ' on ' + other);
    }
  }
  return wrong;
}"""


def figures() -> str:
    goal = Node("here", WIDE, "#", "有风险 AT RISK", "warn")
    others = [replace(goal, id=str(number)) for number in range(9)]
    kinds = ("supports", "contributes", "depends_on", "guards")
    edges = [Edge("here", str(n), kinds[n % 4]) for n in range(6)] + [Edge("8", "here", "supports")]
    drawings = [
        key_result_chart(BUILDS, FORMATS),
        key_result_chart(replace(BUILDS, today=date(2026, 12, 30), today_label="今天"), CHINESE),
        kpi_chart(AVAILABILITY, FORMATS),
        kpi_chart(AVAILABILITY, CHINESE),
        network(goal, others, edges, WORDS),
    ]
    return "".join(f'<figure class="gs-figure">{drawing}</figure>' for drawing in drawings)


@pytest.mark.parametrize("width", [390, 1280])
def test_no_word_leaves_its_drawing_or_lies_on_another(browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    style = STYLES.read_text(encoding="utf-8")
    page.set_content(
        f'<!doctype html><html lang="zh-CN"><style>{style} figure {{margin: 16px}}</style>{figures()}'
    )
    assert page.evaluate(TROUBLES) == []
    page.close()


def test_a_phone_shows_words_no_smaller_than_ten_pixels(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    style = STYLES.read_text(encoding="utf-8")
    page.set_content(f"<!doctype html><style>{style} figure {{margin: 16px}}</style>{figures()}")
    scale = "svg => svg.clientWidth / svg.viewBox.baseVal.width * parseFloat(getComputedStyle(svg).fontSize)"
    assert all(svg.evaluate(scale) >= 10 for svg in page.query_selector_all("svg"))
    page.close()
