"""The full text: `goalsite build` with an index by the real pagefind, searched in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.commands import goalsite, write

HOSTILE = "<img src=x onerror=alert(1)>"
RESULTS = "key_results: [{id: r, title: Fewer calls, metric: {baseline: 9, target: 5}}]\n"
FILES = {
    "config.yaml": "site_name: Acme\nlanguages: [en, zh]\noutputs: {full_text: true}\n",
    "goals/team.md": "---\ntitle: Acme\n---\nWe keep bees.\n",
    "goals/ops/team.md": "---\ntitle: Operations\n---\n",
    "goals/ops/2026-Q4/calm.md": (
        f"---\ntitle: Calm nights\nowner: ada\n{RESULTS}checkins:\n"
        "  - {date: 2026-10-12, status: on_track, confidence: 0.7, note: The armadillo sleeps.}\n"
        "---\nWhoever is called at night improves nothing by day, and the marmots know.\n"
    ),
    "goals/2026-Q4/hostile.md": (
        f"---\ntitle: Hostile {HOSTILE}\n{RESULTS}---\n"
        f"A wolverine writes {HOSTILE} and </script> and &lt;b&gt; and `__proto__`, the constructor, "
        "<!--/text--> and ___PAGEFIND_WEIGHT___0 here.\n"
    ),
    "goals/2026-Q4/chinese.md": (
        f"---\ntitle: 提升口碑\n{RESULTS}---\n本季度通过研发效能提升NPS，供应链管理更稳。\n"
    ),
    "goals/kpis/uptime.md": "---\ntitle: Uptime\ndefinition: Minutes in which marmots could sleep.\n---\n",
    "goals/README.md": "# About\n\nOn running a company of marmots.\n",
    "goals/people/ada.md": "---\nname: Ada\n---\nShe keeps pangolins.\n",
} | {f"goals/2026/many-{at:02}.md": f"---\ntitle: Many {at:02}\n---\nA lemming.\n" for at in range(14)}
BUILD = ("build", "--site-dir", "out", "--as-of", "2026-11-16")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site in `out`."""
    folder = write(tmp_path_factory.mktemp("project"), FILES)
    built = goalsite(*BUILD, cwd=folder)
    assert built.code == 0, built.err
    return folder


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody on the search page; `requests` and `complaints` are what the browser made of it."""

    page: Page
    address: str
    requests: list[str]
    complaints: list[str]

    def ask(self, query: str, path: str = "search/") -> None:
        """Open the search page with a query in its address."""
        self.page.goto(f"{self.address}{path}?q={query}")

    def finds(self, *titles: str) -> None:
        """Expect these titles under "In the text", in any order."""
        found = self.page.locator(".in-text .title")
        expect(found).to_have_count(len(titles))
        assert sorted(found.all_inner_texts()) == sorted(titles)

    def excerpt(self) -> str:
        """The words around the first hit."""
        first = self.page.locator(".excerpt").first
        expect(first).not_to_be_empty()
        return first.inner_text()


@pytest.fixture
def reader(project: Path, browser: Browser, serve_folder: Callable[[Path], str]) -> Reader:
    page = browser.new_context().new_page()
    reader = Reader(page, serve_folder(project / "out"), [], [])
    page.on("request", lambda request: reader.requests.append(request.url))
    page.on("console", lambda message: reader.complaints.append(message.text))
    page.on("pageerror", lambda error: reader.complaints.append(str(error)))
    page.on("dialog", lambda dialog: reader.complaints.append(f"dialog: {dialog.message}"))
    return reader


def test_a_word_in_the_text_is_found_by_any_of_its_forms(reader: Reader) -> None:
    reader.ask("improving")
    reader.finds("Calm nights")
    assert "improves nothing by day" in reader.excerpt()
    assert reader.page.locator(".excerpt mark").all_inner_texts() == ["improves"]
    reader.page.get_by_text("Pages whose text has it: 1").wait_for()
    reader.page.get_by_role("link", name="Calm nights").click()
    reader.page.wait_for_url("**/goals/ops/2026-Q4/calm/")


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("armadillo", "Calm nights"),
        ("bees", "Acme"),
        ("runs company", "About"),
        ("pangolin", "Ada"),
        ("fewer marmots", "Calm nights"),
    ],
)
def test_what_people_wrote_is_found_wherever_it_stands(reader: Reader, query: str, title: str) -> None:
    """A note, a unit's page, a plain page, a person's; words of a key result and of the text together."""
    reader.ask(query)
    reader.finds(title)


@pytest.mark.parametrize("query", ["Baseline", "alignment", "Initiatives", "Alignmen", "onward"])
def test_neither_words_of_the_site_nor_beginnings_of_the_query_are_found(reader: Reader, query: str) -> None:
    reader.ask(query)
    reader.page.get_by_text("No page has it in its text.").wait_for()


@pytest.mark.parametrize("path", ["search/", "zh/search/"])
@pytest.mark.parametrize("query", ["供应链", "供应", "研发效能", "nps", "NPS 供应链管理"])
def test_chinese_and_english_are_found_on_sites_of_either_language(
    reader: Reader, path: str, query: str
) -> None:
    reader.ask(query, path)
    reader.finds("提升口碑")


def test_an_english_word_is_found_by_its_forms_on_a_chinese_site(reader: Reader) -> None:
    reader.ask("improving", "zh/search/")
    reader.finds("Calm nights")
    assert "目标" in reader.page.locator(".in-text .sub").nth(1).inner_text()


def test_one_filter_serves_both_lists_and_counts_both(reader: Reader) -> None:
    reader.ask("marmot")
    reader.finds("Calm nights", "Uptime", "About")
    unit = reader.page.locator("select[name=unit]")
    expect(unit.locator("option")).to_have_text(["all", "Operations (1)"])
    unit.select_option("ops")
    reader.page.wait_for_url("**/search/?q=marmot&unit=ops")
    reader.finds("Calm nights")
    reader.page.go_back()
    reader.finds("Calm nights", "Uptime", "About")
    reader.page.locator("select[name=kind]").select_option("kpi")
    reader.finds("Uptime")


def test_the_address_says_what_is_asked_for(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}search/?q=marmot&cycle=2026-Q4")
    reader.finds("Calm nights")
    expect(reader.page.locator("select[name=cycle]")).to_have_value("2026-Q4")


def test_the_list_grows_by_a_key_press(reader: Reader) -> None:
    reader.ask("lemming")
    expect(reader.page.locator(".in-text li")).to_have_count(10)
    more = reader.page.get_by_role("button", name="Show more")
    more.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".in-text li")).to_have_count(14)
    expect(reader.page.locator(".in-text li").nth(10).get_by_role("link")).to_be_focused()
    expect(more).to_be_hidden()


def test_while_somebody_types_the_last_query_is_answered(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}search/")
    reader.page.get_by_role("searchbox").press_sequentially("bees pangolins", delay=10)
    reader.page.get_by_text("No page has it in its text.").wait_for()
    reader.page.get_by_role("searchbox").fill("pangolins")
    reader.finds("Ada")
    reader.page.get_by_role("searchbox").fill("")
    expect(reader.page.locator(".in-text")).to_be_hidden()


def test_the_box_of_every_page_leads_to_both_lists(reader: Reader) -> None:
    reader.page.goto(reader.address)
    expect(reader.page.get_by_role("combobox")).to_be_visible()
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("ada")
    reader.page.evaluate("goalsiteSearch.whole()")  # with what comes last the list is made anew
    reader.page.get_by_role("option", name="All results").click()
    reader.page.wait_for_url("**/search/?q=ada")
    reader.page.get_by_text("No page has it in its text.").wait_for()


def test_nothing_is_asked_of_others_and_nobody_complains(reader: Reader) -> None:
    for query in ("improving", "供应链", "zzz"):
        reader.ask(query)
        expect(reader.page.locator(".in-text [role=status]")).not_to_be_empty()
    assert [url for url in reader.requests if not url.startswith(reader.address)] == []
    assert reader.complaints == []


def test_titles_and_texts_of_strangers_stay_text(reader: Reader) -> None:
    for query in ("wolverine", "__proto__", "constructor", "onerror", "script"):
        reader.ask(query)
        reader.finds(f"Hostile {HOSTILE}")
        reader.excerpt()
        assert reader.page.locator("main img, main b, main .excerpt :not(mark)").count() == 0
    reader.ask("wolverine")
    assert f"A wolverine writes {HOSTILE} and </script> and <b>" in reader.excerpt()
    assert reader.complaints == []


def test_an_index_that_cannot_be_loaded_is_told(reader: Reader) -> None:
    reader.page.route("**/pagefind-entry.json*", lambda route: route.fulfill(status=503))
    reader.ask("improving")
    reader.page.get_by_text("The text of the pages could not be searched.").wait_for()
    expect(reader.page.get_by_text("Results: 0")).to_be_visible()


def test_another_search_page_has_the_policy_of_all_pages(project: Path) -> None:
    search = (project / "out/search/index.html").read_text()
    assert "script-src &#39;self&#39; &#39;wasm-unsafe-eval&#39;;" in search
    others = [page for page in (project / "out").rglob("*.html") if page.parent.name != "search"]
    assert [page for page in others if "unsafe" in page.read_text()] == []


def test_building_again_writes_nothing(project: Path) -> None:
    again = goalsite(*BUILD, cwd=project)
    assert " 0 files written," in f" {again.out.partition(':')[2]}"


def test_without_it_the_index_goes_and_so_do_its_list_and_its_policy(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "config.yaml": "site_name: Acme\noutputs: {full_text: true}\n"})
    goalsite(*BUILD, cwd=tmp_path)
    assert (tmp_path / "out/search/_/full/en/places.json").is_file()
    offline = goalsite(*BUILD, "--offline", cwd=tmp_path)
    assert offline.code == 0, offline.err
    assert not (tmp_path / "out/search/_/full").exists()
    search = (tmp_path / "out/search/index.html").read_text()
    assert "in-text" not in search
    assert "unsafe" not in search


def test_without_the_package_one_is_told_what_to_install(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "lacking/pagefind_bin_extended.py": "raise ImportError\n"})
    path = f"{tmp_path / 'lacking'}:{Path(__file__).parents[1]}"
    built = goalsite(*BUILD, cwd=tmp_path, PYTHONPATH=path)
    assert built.code == 1
    told = "S041 bad-config: outputs.full_text is true, and the package pagefind is not installed"
    assert f"config.yaml:3:22: {told}" in built.err
    assert "hint: run pip install 'goalsite[search]', or take the key away" in built.err
    assert not (tmp_path / "out").exists()
