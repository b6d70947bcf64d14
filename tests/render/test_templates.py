from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.config import Theme
from goalsite.core.values import replace
from goalsite.language.language import Language
from goalsite.pages.elements import Badge, Html, Link
from goalsite.pages.finding_views import SearchPage
from goalsite.pages.frame import Frame, Site
from goalsite.pages.views import AlertsPage, MissingPage, ObjectivePage, Page, PlainPage, RedirectPage
from goalsite.render.templates import TEMPLATES, Renderer, ThemeError, href
from goalsite.render.themes import theme_folders
from tests.render.filled import PAGES, empty, filled, surroundings

FOLDERS, _ = theme_folders(Theme(), Path(), "config.yaml", {})
RENDERERS = {tag: Renderer(FOLDERS, Language(tag)) for tag in ("en", "zh")}
HOSTILE = "<script>alert(1)</script>\" onclick='x' {{ 7 * 7 }} </title>"


def page_of(kind: type, text: str = "t") -> Page:
    view: Page = filled(kind, lambda _: text)
    return view


def test_every_kind_of_page_has_a_template() -> None:
    assert set(TEMPLATES) == set(PAGES)


@pytest.mark.parametrize("tag", RENDERERS)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_with_nothing_to_say_says_what_to_do_or_leaves_it_out(kind: type, tag: str) -> None:
    site = Site("Goals", tag, ())
    text = RENDERERS[tag].render(empty(kind, lambda _: "t"), Frame(site, "goals/a/", "A"))
    assert text.endswith("</html>\n")
    assert "None" not in re.sub('<p class="empty">.*?</p>', "", text).replace("None.", "")


@pytest.mark.parametrize("kind", PAGES)
def test_no_part_of_a_view_is_lost_on_its_page(kind: type) -> None:
    """Rows are shared by lists that show more or less of them; but each field of a page is seen."""
    marked: list[str] = []

    def mark(place: str) -> str:
        marked.append(place.split(".")[1])
        return f"[{len(marked)}]"

    view = filled(kind, mark)
    shown = RENDERERS["en"].render(view, Frame(Site("Goals", "en", ()), "goals/a/", "A"))
    seen = {field for number, field in enumerate(marked, 1) if f"[{number}]" in shown}
    assert set(marked) - seen == set()


@pytest.mark.parametrize("kind", PAGES)
def test_a_strangers_text_never_becomes_markup(kind: type) -> None:
    plain = RENDERERS["en"].render(page_of(kind), surroundings("goals/a/", lambda _: "t"))
    view = filled(kind, lambda place: "t" if place.endswith("markup") else HOSTILE)
    shown = RENDERERS["en"].render(view, surroundings("goals/a/", lambda _: HOSTILE))
    assert tags_of(shown) == tags_of(plain)
    assert "49" not in shown


def tags_of(text: str) -> list[str]:
    return re.findall(r"<[a-z]+", text)


@given(st.text())
def test_whatever_the_title_the_page_has_the_same_elements(title: str) -> None:
    site = Site("Goals", "en", ())
    shown = RENDERERS["en"].render(AlertsPage(title), Frame(site, "alerts/", title))
    assert tags_of(shown) == tags_of(RENDERERS["en"].render(AlertsPage("t"), Frame(site, "alerts/", "t")))


@pytest.mark.parametrize("tag", RENDERERS)
@pytest.mark.parametrize("kind", PAGES)
def test_no_page_has_inline_script_style_or_handlers(kind: type, tag: str) -> None:
    shown = RENDERERS[tag].render(page_of(kind), surroundings("goals/a/", lambda _: "t"))
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", shown)
    for script in re.findall(r"<script[^>]*>.", shown):
        assert re.fullmatch(r'<script src="\.\./\.\./assets/[a-z-]+\.js"( defer)?><', script)


@pytest.mark.parametrize("kind", PAGES)
def test_every_page_forbids_what_does_not_come_from_its_own_site(kind: type) -> None:
    page = page_of(kind)
    if isinstance(page, SearchPage):
        page = replace(page, full_text=False)
    shown = RENDERERS["en"].render(page, surroundings("goals/a/", lambda _: "t"))
    assert 'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src' in shown
    assert "connect-src &#39;self&#39;" in shown
    assert "unsafe" not in shown


def test_the_search_of_texts_may_compile_webassembly_and_evaluate_nothing() -> None:
    page = SearchPage("Search", (), (), full_text=True)
    shown = RENDERERS["en"].render(page, surroundings("search/", lambda _: "t"))
    assert "; script-src &#39;self&#39; &#39;wasm-unsafe-eval&#39;; style-src" in shown
    assert "&#39;unsafe" not in shown


def test_markdown_and_drawings_stand_as_they_are() -> None:
    site = Site("Goals", "en", ())
    shown = RENDERERS["en"].render(PlainPage("A", Html("<p>a <em>b</em></p>")), Frame(site, "pages/a/", "A"))
    assert "<p>a <em>b</em></p>" in shown


def test_links_are_relative_to_the_page_so_that_the_site_works_below_any_path() -> None:
    site = Site("Goals", "en", (Link("Alerts", "alerts/"),))
    shown = RENDERERS["en"].render(AlertsPage("Alerts"), Frame(site, "goals/a/b/", "Alerts"))
    assert 'href="../../../alerts/"' in shown
    assert 'href="../../../assets/site.css"' in shown


def test_only_404_names_the_path_of_the_site_because_it_stands_anywhere() -> None:
    site = Site("Goals", "en", (Link("Alerts", "alerts/"),), base_path="/goals/")
    shown = RENDERERS["en"].render(MissingPage("Nothing here"), Frame(site, "404.html", "Nothing here"))
    assert 'href="/goals/alerts/"' in shown
    assert 'src="/goals/assets/site.js"' in shown


def test_an_alias_leads_on_without_a_script() -> None:
    frame = Frame(Site("Goals", "en", ()), "kpis/old/", "Moved")
    shown = RENDERERS["en"].render(RedirectPage("Moved", Link("New", "goals/new/")), frame)
    assert '<meta http-equiv="refresh" content="0; url=../../goals/new/">' in shown
    assert '<meta name="robots" content="noindex">' in shown


@pytest.mark.parametrize(
    ("target", "root", "expected"),
    [
        ("goals/a/", "../", "../goals/a/"),
        ("", "../", "../"),
        ("", "", "./"),
        ("#kr-p50", "../", "#kr-p50"),
        ("https://example.org/", "../", "https://example.org/"),
        ("mailto:a@example.org", "../", "mailto:a@example.org"),
    ],
)
def test_a_path_from_the_root_becomes_a_path_from_the_page(target: str, root: str, expected: str) -> None:
    assert href(target, root) == expected


def test_a_chinese_page_is_chinese_throughout() -> None:
    page = ObjectivePage("提高可用率", Badge("on_track", "正常"))
    shown = RENDERERS["zh"].render(page, Frame(Site("目标", "zh", ()), "goals/a/", "提高可用率"))
    assert '<html lang="zh" dir="ltr">' in shown
    assert "还没有关键结果。请在<code>key_results:</code>中写明" in shown


def test_a_theme_of_ones_own_replaces_and_extends_file_by_file(tmp_path: Path) -> None:
    own = '{% extends "default/alerts.html.j2" %}{% block content %}Ours. {{ super() }}{% endblock %}'
    (tmp_path / "alerts.html.j2").write_text(own)
    renderer = Renderer((tmp_path, *FOLDERS), Language("en"))
    site = Site("Goals", "en", ())
    shown = renderer.render(AlertsPage("Alerts"), Frame(site, "alerts/", "Alerts"))
    assert "Ours. <header" in shown
    assert "Ours" not in renderer.render(MissingPage("Gone"), Frame(site, "404.html", "Gone"))


def with_pieces(folder: Path, pieces: str) -> Renderer:
    (folder / "macros.html.j2").write_text(pieces)
    (folder / "plain.html.j2").write_text("{{ ui.said(page.title) }}")
    return Renderer((folder, *FOLDERS), Language("en"))


def test_pieces_of_ones_own_see_what_is_the_same_on_every_page_and_link_from_each(tmp_path: Path) -> None:
    pieces = '{% macro said(text) %}{{ text }} {{ _("Status") }} {{ href("") }} {{ direction }}{% endmacro %}'
    renderer = with_pieces(tmp_path, pieces)
    site = Site("Goals", "en", ())
    for path, root in (("a/", "../"), ("a/b/", "../../"), ("c/", "../")):
        shown = renderer.render(PlainPage(path, Html("")), Frame(site, path, "A"))
        assert shown == f"{path} Status {root} ltr"


def test_a_piece_sees_nothing_of_the_page_but_what_it_is_given(tmp_path: Path) -> None:
    renderer = with_pieces(tmp_path, "{% macro said(text) %}\n{{ page.title }}{% endmacro %}")
    with pytest.raises(ThemeError) as told:
        renderer.render(PlainPage("A", Html("")), Frame(Site("Goals", "en", ()), "a/", "A"))
    assert (told.value.diagnostic.line, told.value.diagnostic.path) == (2, str(tmp_path / "macros.html.j2"))
    assert told.value.diagnostic.message == "the template cannot be used: 'page' is undefined"


def test_templates_compiled_beforehand_say_the_same_and_faults_are_told_by_the_page(tmp_path: Path) -> None:
    (tmp_path / "alerts.html.j2").write_text("{% if %}")
    (tmp_path / "piece.html.j2").write_bytes(b"\xff")
    renderer = Renderer((tmp_path, *FOLDERS), Language("en"))
    assert [(one.path, one.line) for one in renderer.compile()] == [(str(tmp_path / "alerts.html.j2"), 1)]
    frame = Frame(Site("Goals", "en", ()), "a/", "A")
    page = PlainPage("A", Html("<p>a</p>"))
    assert renderer.render(page, frame) == RENDERERS["en"].render(page, frame)
    with pytest.raises(ThemeError):
        renderer.render(AlertsPage("Alerts"), frame)


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("\n{% if %}", 2, "the template cannot be used: Expected an expression"),
        (
            "a\n{{ page.colour }}",
            2,
            "the template cannot be used: 'goalsite.pages.views.AlertsPage object' has no",
        ),
        ("\n\n{{ 1 / 0 }}", 3, "the template cannot be used: ZeroDivisionError: division by zero"),
        ("{{ page.title.nothing() }}", 1, "the template cannot be used: 'str object' has no"),
        ('{% extends "nothing.j2" %}', 1, "the template cannot be used: there is no nothing.j2"),
    ],
)
def test_a_broken_template_is_told_with_its_place(
    tmp_path: Path, template: str, line: int, message: str
) -> None:
    (tmp_path / "alerts.html.j2").write_text(template)
    renderer = Renderer((tmp_path, *FOLDERS), Language("en"))
    with pytest.raises(ThemeError) as told:
        renderer.render(AlertsPage("Alerts"), Frame(Site("Goals", "en", ()), "alerts/", "Alerts"))
    assert told.value.diagnostic.code == "S041"
    assert told.value.diagnostic.line == line
    assert told.value.diagnostic.message.startswith(message)
