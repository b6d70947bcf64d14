from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import date

import pytest

from goalsite.core.config import Config, Theme
from goalsite.core.diagnostics import Mark
from goalsite.language.language import Language, site_languages, unknown_languages
from goalsite.language.messages import Word

EN, ZH = Language("en"), Language("zh")
NOVEMBER = date(2026, 11, 16)


def test_dates_are_written_as_readers_write_them() -> None:
    assert (EN.date(NOVEMBER), EN.day(NOVEMBER)) == ("16 Nov 2026", "16 Nov")
    assert (ZH.date(NOVEMBER), ZH.day(NOVEMBER)) == ("2026年11月16日", "11月16日")


def test_a_window_names_its_year_once_where_it_can() -> None:
    assert EN.window(date(2026, 10, 1), date(2026, 12, 31)) == "1 Oct – 31 Dec 2026"
    assert EN.window(date(2026, 10, 1), date(2027, 3, 31)) == "1 Oct 2026 – 31 Mar 2027"
    assert ZH.window(date(2026, 10, 1), date(2026, 12, 31)) == "2026年10月1日至12月31日"


@pytest.mark.parametrize(
    ("name", "chinese"),
    [
        ("2026", "2026年"),
        ("2026-Q4", "2026年Q4"),
        ("2026-H1", "2026年H1"),
        ("2026-10", "2026年10月"),
        ("2026-08", "2026年8月"),
        ("2026-13", "2026-13"),
        ("2026-W41", "2026年第41周"),
        ("launch", "launch"),
        ("2026-Q4-extra", "2026-Q4-extra"),
    ],
)
def test_a_cycle_that_is_known_by_name_is_said_in_the_language(name: str, chinese: str) -> None:
    assert EN.cycle(name) == name
    assert ZH.cycle(name) == chinese


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [
        (0.5, "less than a day behind", "落后不到1天"),
        (1, "1 day behind", "落后1天"),
        (35.2, "35 days behind", "落后35天"),
        (-19, "19 days ahead", "领先19天"),
        (0, "level with the plan", "与计划持平"),
    ],
)
def test_days_behind_are_said_without_a_sign(days: float, english: str, chinese: str) -> None:
    assert (EN.behind(days), ZH.behind(days)) == (english, chinese)


def test_a_day_is_told_from_the_day_of_the_figures_in_days_however_far() -> None:
    assert [EN.in_days(n) for n in (0, 1, 45, -3)] == ["today", "in 1 day", "in 45 days", "3 days ago"]
    assert [ZH.in_days(n) for n in (0, 45, -3)] == ["今天", "45天后", "3天前"]


def test_plural_counts_with_the_number_as_it_is_written() -> None:
    assert [EN.plural("%(n)s day", "%(n)s days", n) for n in (0, 1, 1200)] == [
        "0 days",
        "1 day",
        "1,200 days",
    ]
    assert ZH.plural("%(n)s day", "%(n)s days", 12000) == "1.2万天"


def test_a_message_without_a_translation_is_said_in_english() -> None:
    assert ZH.text("Nobody wrote %(this)s down", this="X") == "Nobody wrote X down"


def test_a_change_is_written_with_its_sign_and_unit() -> None:
    assert EN.change(1.5, "min") == "+1.5\N{NO-BREAK SPACE}min"
    assert ZH.change(-12000, "元") == "−1.2万元"
    assert EN.percent_change(0.26) == "+26%"


def test_lists_end_as_the_language_has_it() -> None:
    assert EN.listed(("a", "b", "c")) == "a, b and c"
    assert ZH.listed(("a", "b", "c")) == "a、b和c"
    assert EN.listed(()) == ""


def test_a_key_has_a_word_and_a_meaning_and_an_unknown_one_says_itself() -> None:
    assert ZH.word("status", "at_risk") == Word("有风险", "进度落后于计划，或所依靠的事项有危险。")
    assert ZH.word("health", "stale").word == "数据过期"
    assert EN.word("status", "puzzled") == Word("puzzled")


def test_an_edge_is_a_sentence_around_the_other_goal() -> None:
    assert EN.edge("supports", True) == ("supports", "")
    assert EN.edge("supports", False) == ("is supported by", "")
    assert ZH.edge("supports", False) == ("由", "支撑")


def test_english_runs_from_left_to_right() -> None:
    assert EN.direction() == "ltr"


def test_a_language_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(ZH)).word("state", "draft").word == "草稿"


def test_an_unknown_language_is_told() -> None:
    marks = {"languages.0": Mark(2, 13), "languages.1": Mark(2, 17), "theme.language": Mark(4, 13)}
    (told,) = unknown_languages(Config(languages=("en", "zn"), marks=marks), "config.yaml")
    assert (told.path, told.line, told.column, told.code) == ("config.yaml", 2, 17, "S041")
    assert told.message == 'language is "zn", must be en or zh'
    (told,) = unknown_languages(Config(theme=Theme(language="xx"), marks=marks), "config.yaml")
    assert (told.line, told.column) == (4, 13)
    assert unknown_languages(Config(theme=Theme(language="zh-CN")), "config.yaml") == ()


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ((), (EN,)),
        (("zh-CN", "en", "zh"), (ZH, EN)),
        (("xx", "zh", "yy"), (EN, ZH)),
        (("xx", "en"), (EN,)),
    ],
)
def test_a_site_speaks_each_language_once_and_english_at_its_root_for_one_that_nobody_knows(
    written: tuple[str, ...], spoken: tuple[Language, ...]
) -> None:
    assert site_languages(Config(languages=written)) == spoken


def test_babel_is_not_loaded_before_something_is_said() -> None:
    code = "import sys, goalsite.language.language; print('babel' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert run.stdout == "False\n"
