"""Every message the site can show is translated, completely and with the agreed words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from goalsite.language.catalogue import catalogue, matching_tag, tags

ROOT = Path(__file__).parents[2]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "message": None,
    "text": None,
    "plural": (1, 2),
}
PLACES = (
    ("goalsite/language", "python"),
    ("goalsite/pages", "python"),
    ("themes", "jinja2.ext:babel_extract"),
)
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%|\{\w+\}")


def messages() -> dict[str | tuple[str, ...], str]:
    """Every message in the templates and in the package, with the place where it stands first."""
    found: dict[str | tuple[str, ...], str] = {}
    for folder, method in PLACES:
        files = [("**.py", method), ("**.j2", method)]
        for name, line, told, _, _ in extract_from_dir(str(ROOT / folder), files, keywords=KEYWORDS):
            key = told if isinstance(told, str) else tuple(told)
            found.setdefault(key, f"{folder}/{name}:{line}")
    return found


MESSAGES = messages()


def entries(tag: str) -> Iterator[Message]:
    with (ROOT / "goalsite" / "language" / "catalogues" / f"{tag}.po").open("rb") as file:
        yield from (entry for entry in read_po(file, locale=tag) if entry.id)


def strings(entry: Message) -> list[str]:
    return [entry.string] if isinstance(entry.string, str) else list(entry.string or ())


TRANSLATED = tags()[1:]


def test_english_and_chinese_are_there() -> None:
    assert tags() == ("en", "zh")


@pytest.mark.parametrize("tag", TRANSLATED)
def test_every_message_is_translated(tag: str) -> None:
    done = {entry.id: entry.string for entry in entries(tag) if entry.string and not entry.fuzzy}
    missing = [f"{place}: {told!r}" for told, place in MESSAGES.items() if not done.get(told)]
    assert missing == []


@pytest.mark.parametrize("tag", TRANSLATED)
def test_no_translation_is_left_of_a_message_that_is_gone(tag: str) -> None:
    assert [entry.id for entry in entries(tag) if entry.id not in MESSAGES] == []


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_translation_fills_in_what_the_message_does(tag: str) -> None:
    for entry in entries(tag):
        english = entry.id if isinstance(entry.id, str) else entry.id[-1]
        for string in strings(entry):
            assert set(PLACEHOLDER.findall(string)) == set(PLACEHOLDER.findall(english)), entry.id


def test_a_percent_sign_in_a_message_is_a_placeholder_or_doubled() -> None:
    for told in MESSAGES:
        for text in [told] if isinstance(told, str) else told:
            assert "%" not in PLACEHOLDER.sub("", text), MESSAGES[told]


def test_chinese_is_set_in_full_width_punctuation() -> None:
    han = "[\u4e00-\u9fff]"
    for entry in entries("zh"):
        for string in strings(entry):
            assert not re.search(rf"{han}[,.;:!?()]|[(]{han}", string), string


def test_nobody_is_ever_said_to_have_failed() -> None:
    for entry in entries("zh"):
        assert "失败" not in "".join(strings(entry))
    for told in MESSAGES:
        assert not re.search(r"\bfail", " ".join(told) if isinstance(told, tuple) else told)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("on track", "正常"),
        ("at risk", "有风险"),
        ("off track", "落后"),
        ("stale", "超期未更新"),
        ("no data", "暂无数据"),
        ("planned", "未开始"),
        ("achieved", "已达成"),
        ("unscored", "待打分"),
        ("draft", "草稿"),
        ("proposed", "待对齐"),
        ("paused", "已暂停"),
        ("closed", "已结束"),
        ("partly", "部分达成"),
        ("missed", "未达成"),
        ("dropped", "已终止"),
        ("replaced", "已替换"),
        ("exposed", "受依赖影响"),
        ("objective", "目标"),
        ("key result", "关键结果"),
        ("check-in", "进展记录"),
        ("owner", "负责人"),
        ("contributor", "协作者"),
        ("lead", "团队负责人"),
        ("baseline", "起始值"),
        ("target", "目标值"),
        ("weight", "权重"),
        ("confidence", "信心指数"),
        ("progress", "进度"),
        ("expected", "预期进度"),
        ("pace", "进度比"),
        ("score", "得分"),
        ("commit", "保底"),
        ("stretch", "挑战"),
        ("committed", "承诺型"),
        ("aspirational", "挑战型"),
        ("alignment", "对齐"),
        ("supports", "支撑"),
        ("improves", "改善"),
        ("depends on", "依赖"),
        ("floor", "守底线"),
        ("ceiling", "拉高线"),
        ("cycle", "周期"),
        ("retrospective", "复盘"),
        ("bottom-up", "自下而上"),
        ("top-down", "自上而下"),
        ("green", "达标"),
        ("amber", "预警"),
        ("red", "未达标"),
        ("out of date", "数据过期"),
        ("no target", "未设目标"),
        ("attainment", "完成率"),
        ("cascade", "指标分解"),
        ("leading indicator", "先行指标"),
        ("north star", "北极星指标"),
        ("year on year", "同比"),
        ("period on period", "环比"),
        ("too safe", "目标偏保守"),
        ("healthy", "健康"),
        ("partial", "部分"),
        ("beyond capacity", "目标过载"),
        ("rhythm", "更新节奏"),
        ("initiative", "关键举措"),
        ("Blocked:", "阻碍："),
        ("Next:", "下一步："),
    ],
)
def test_a_term_has_one_word_in_chinese(english: str, chinese: str) -> None:
    assert catalogue("zh").gettext(english) == chinese


@pytest.mark.parametrize(
    ("wanted", "tag"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("zh", "zh"),
        ("zh_CN", "zh"),
        ("zh-Hans", "zh"),
        ("ZH-cn", "zh"),
        ("zh-TW", None),
        ("fr", None),
        ("", None),
        ("../zh", None),
    ],
)
def test_a_language_is_known_by_any_of_its_tags(wanted: str, tag: str | None) -> None:
    assert matching_tag(wanted) == tag
