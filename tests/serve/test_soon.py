"""A goal that was saved is shown before all is figured: as the build after it shows it, or not at all."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from goalsite.builds.past import found_of_site
from goalsite.core.diagnostics import Diagnostic
from goalsite.core.known import Held
from goalsite.pipeline import Before, figure
from goalsite.project import open_project
from goalsite.serve.outcome import Files
from goalsite.serve.site import Site, site_again, site_of
from goalsite.serve.soon import Last, soon
from tests.commands import goalsite, write

DAY = date(2026, 11, 16)
TRUST, FAST, CALLS, ABOUT = (
    f"goals/{name}.md" for name in ("2026-Q4/trust", "2026-Q4/fast", "kpis/calls", "about")
)
SERIES, CHECKINS = "goals/kpis/calls.csv", "goals/2026-Q4/fast.checkins.csv"
FILES = {
    "config.yaml": "site_name: Acme\nlanguages: [en, zh]\n",
    "goals/team.md": "---\nlead: lin\n---\n# Acme\n",
    TRUST: "---\ntitle: Customers trust us\nguards: [calls]\nkey_results:\n"
    "  - id: p50\n    title: Fewer complaints\n    metric: {baseline: 9, target: 5}\n"
    "    checkins:\n      - {date: 2026-10-20, value: 8}\n"
    "  - {id: seen, title: Calls are seen, metric: {kpi: calls, baseline: 9, target: 5}}\n"
    "---\nA reason, with [[fast]] and @lin.\n",
    FAST: "---\ntitle: Answers are fast\ncontributes: [{to: trust}]\nkey_results:\n"
    "  - {id: p99, title: Quick, metric: {baseline: 90, target: 50}}\n---\nA reason.\n",
    CHECKINS: "date,kr,value\n2026-10-20,p99,80\n",
    CALLS: "---\ntitle: Calls\ndirection: lower\ntargets:\n  - {from: 2026-01-01, target: 9}\n---\n",
    SERIES: "date,value\n2026-10-01,8\n",
    ABOUT: "# About\n\nWhat this is.\n",
}


@dataclass
class Author:
    """Somebody who writes goals in a folder, and the site that follows."""

    folder: Path
    before: Before = field(default_factory=lambda: Before(time.time_ns))
    site: Site | None = None

    def build(self) -> Site:
        """The site of all that lies there."""
        figured = figure(open_project(self.folder), DAY, with_history=True, before=self.before)
        self.site, _ = site_of(figured, self.site, list[Diagnostic]().extend)
        assert self.site
        return self.site

    def saves(self, files: dict[str, str]) -> Files | None:
        """What is shown soon after these files are saved."""
        write(self.folder, files)
        return self.soon(*files)

    def soon(self, *paths: str) -> Files | None:
        assert self.site
        return soon(Last(self.site, self.held, self.site), [self.folder.resolve() / path for path in paths])

    @property
    def held(self) -> Held:
        return self.before.known.held()


@pytest.fixture
def author(tmp_path: Path) -> Author:
    author = Author(write(tmp_path, FILES))
    author.build()
    return author


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """A file in which something is another."""
    assert old in FILES[path]
    return {path: FILES[path].replace(old, new)}


SAVED = (
    (changed(TRUST, "Customers", "All `customers`"), "goals/2026-Q4/trust/"),
    (changed(TRUST, "---\nA reason", "---\nA **better** ground\n\nand more"), "goals/2026-Q4/trust/"),
    (changed(TRUST, "Fewer", "Hardly any"), "goals/2026-Q4/trust/"),
    (changed(TRUST, "value: 8", "value: 6"), "goals/2026-Q4/trust/"),
    (changed(TRUST, "target: 5}\n    ch", "target: 4}\n    ch"), "goals/2026-Q4/trust/"),
    (changed(TRUST, "title: Cust", "owner: lin\ntitle: Cust"), "goals/2026-Q4/trust/"),
    (changed(FAST, "title: Quick", "title: Quicker"), "goals/2026-Q4/fast/"),
    ({CHECKINS: FILES[CHECKINS] + "2026-11-01,p99,60\n"}, "goals/2026-Q4/fast/"),
    (changed(CALLS, "Calls", "Calls of customers"), "kpis/kpis/calls/"),
    (changed(CALLS, "target: 9", "target: 7"), "kpis/kpis/calls/"),
    (changed(ABOUT, "What", "All that"), "pages/about/"),
)


@pytest.mark.parametrize(("files", "page"), SAVED)
def test_what_was_saved_is_shown_as_the_build_after_it_shows_it(
    author: Author, files: dict[str, str], page: str
) -> None:
    assert author.site
    names = [f"{prefix}{page}index.html" for prefix in ("", "zh/")]
    old = [author.site.get(name) for name in names]
    shown = author.saves(files)
    assert shown
    pages = [shown.get(name) for name in names]
    site = author.build()
    assert pages == [site.get(name) for name in names]
    assert all(one and one != was for one, was in zip(pages, old, strict=True))


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"config.yaml": FILES["config.yaml"] + "accent: blue\n"}, id="the configuration"),
        pytest.param({"goals/team.md": "# Others\n"}, id="a unit"),
        pytest.param({"goals/2026-Q4/new.md": FILES[FAST]}, id="a new goal"),
        pytest.param({"goals/2026-Q4/trust.checkins.csv": FILES[CHECKINS]}, id="a new table"),
        pytest.param(changed(TRUST, "title: Cust", "id: other\ntitle: Cust"), id="a new name"),
        pytest.param(changed(TRUST, "title: Cust", "team: nowhere\ntitle: Cust"), id="a question"),
        pytest.param(changed(TRUST, "title: Cust", "supports: [fast]\ntitle: Cust"), id="a relation"),
        pytest.param(changed(TRUST, "guards: [calls]\n", ""), id="a relation that is gone"),
        pytest.param(changed(TRUST, "title: Cust", "owner: kim\ntitle: Cust"), id="somebody new"),
        pytest.param(changed(TRUST, "title: Cust", "state: paused\ntitle: Cust"), id="another state"),
        pytest.param(changed(TRUST, "id: p50", "id: p51"), id="a key result of another name"),
        pytest.param(changed(TRUST, "A reason", "A reason [[nobody]]"), id="a mention"),
        pytest.param(changed(TRUST, "title: Cust", "title: [Cust"), id="no YAML"),
        pytest.param(changed(TRUST, "title: Cust", "titel: Cust"), id="a finding"),
        pytest.param({CHECKINS: "date,kr\n2026-10-20,p99,80\n"}, id="a faulty table"),
        pytest.param({TRUST: FILES[ABOUT]}, id="another kind"),
    ],
)
def test_what_may_reach_others_or_is_wrong_waits_for_the_build(author: Author, files: dict[str, str]) -> None:
    assert author.saves(files) is None


def test_what_was_taken_back_is_shown_as_it_was(author: Author) -> None:
    assert author.saves(changed(TRUST, "Customers", "All customers"))
    assert author.saves({TRUST: FILES[TRUST]}) is author.site


def test_of_two_goals_of_one_name_the_second_is_not_shown_in_place_of_the_first(author: Author) -> None:
    copy = FILES[FAST].replace("---\ntitle", "---\nid: 2026-Q4/trust\ntitle", 1)
    write(author.folder, {"goals/2026-Q4/zeal.md": copy})
    author.build()
    assert author.saves({"goals/2026-Q4/zeal.md": copy.replace("Answers", "All answers")}) is None
    assert author.saves(changed(TRUST, "Customers", "All customers"))


def test_pieces_of_pages_that_were_made_of_what_was_saved_do_not_outlast_it(author: Author) -> None:
    page = "goals/2026-Q4/trust/index.html"
    for name in (page, "changes/index.html", "index.html"):
        assert author.site
        author.site.get(name)
    shown = author.saves(changed(TRUST, "Fewer complaints", "No complaints at all"))
    assert shown
    for name in (page, "changes/index.html", "index.html"):
        shown.get(name)
    site = author.site
    assert site
    assert author.saves({TRUST: FILES[TRUST]}) is site
    fresh = Author(author.folder).build()
    for name in (page, "changes/index.html", "goals/2026-Q4/fast/index.html", "kpis/kpis/calls/index.html"):
        assert site.get(name) == fresh.get(name)


def test_lists_that_were_looked_at_call_a_goal_by_its_new_name_also_where_another_is_exposed_to_it(
    author: Author,
) -> None:
    late = "---\ntitle: Late\ndepends_on: [{goal: fast, confirmed: false}]\n---\n"
    write(author.folder, {"goals/2026-Q4/late.md": late})
    before = author.build().get("index.html")
    assert before
    assert "“Answers are fast”" in before.decode()
    shown = author.saves(changed(FAST, "Answers are fast", "Replies are quick"))
    assert shown
    assert shown.get("index.html") == author.build().get("index.html") != before


def test_a_goal_that_is_gone_waits_for_the_build(author: Author) -> None:
    (author.folder / ABOUT).unlink()
    assert author.soon(ABOUT) is None


def test_several_goals_and_what_an_editor_leaves_behind_are_shown_together(author: Author) -> None:
    files = changed(TRUST, "Customers", "All customers") | changed(CALLS, "Calls", "Some calls")
    write(author.folder, files)
    shown = author.soon(TRUST, CALLS, "goals/2026-Q4/4913")
    assert shown
    page = (shown.get("goals/2026-Q4/trust/index.html") or b"").decode()
    assert "All customers trust us" in page
    assert "Some calls" in page


def test_what_hangs_on_what_was_saved_follows_with_the_build(author: Author) -> None:
    goal, kpi = "goals/2026-Q4/trust/index.html", "kpis/kpis/calls/index.html"
    shown = author.saves({SERIES: FILES[SERIES] + "2026-11-01,6.25\n"})
    assert shown
    assert author.site
    assert b"6.25" in (shown.get(kpi) or b"")
    at_once, before, after = shown.get(goal), author.site.get(goal), author.build().get(goal)
    assert len({before, at_once, after}) == 3


def test_all_but_pages_is_as_it_was(author: Author) -> None:
    assert author.site
    shown = author.saves(changed(TRUST, "Customers", "All customers"))
    assert shown
    assert shown.get("goals.json") == author.site.get("goals.json")
    assert shown.get("goals/nowhere/index.html") is None


def test_a_file_outside_of_the_project_waits_for_the_build(author: Author, tmp_path: Path) -> None:
    other = tmp_path.parent / "other.md"
    other.touch()
    assert author.site
    assert soon(Last(author.site, author.held, author.site), [other]) is None


@pytest.mark.parametrize(("files", "page"), SAVED)
def test_of_a_site_that_was_published_it_is_the_same_before_anything_is_figured(
    author: Author, files: dict[str, str], page: str
) -> None:
    assert goalsite("build", "--as-of", str(DAY), cwd=author.folder).code == 0
    before, survey = found_of_site(author.folder, time.time_ns)
    assert survey
    published = {"goals.json": b"published"}
    site = site_again(open_project(author.folder), survey, "", list[Diagnostic]().extend)
    assert site
    last = Last(site, before.known.held(), published)
    names = [f"{prefix}{page}index.html" for prefix in ("", "zh/")]
    write(author.folder, files)
    shown = soon(last, [author.folder.resolve() / path for path in files])
    assert shown
    pages, built = [shown.get(name) for name in names], author.build()
    assert pages == [built.get(name) for name in names]
    assert shown.get("goals.json") == b"published"


def test_where_nothing_is_another_the_published_site_stays(author: Author) -> None:
    assert goalsite("build", "--as-of", str(DAY), cwd=author.folder).code == 0
    before, survey = found_of_site(author.folder, time.time_ns)
    assert survey
    site = site_again(open_project(author.folder), survey, "index.html", list[Diagnostic]().extend)
    assert site
    files = {"index.html": b""}
    assert soon(Last(site, before.known.held(), files), [author.folder.resolve() / TRUST]) is files


@pytest.mark.parametrize("older", [["known"], ["known", "leaves"]])
def test_what_is_known_of_another_build_than_that_of_the_site_is_no_desk_of_it(
    author: Author, older: list[str]
) -> None:
    build, memory = ("build", "--as-of", str(DAY)), author.folder / ".goalsite"
    assert goalsite(*build, cwd=author.folder).code == 0
    were = {name: (memory / name).read_bytes() for name in older}
    write(author.folder, changed(TRUST, "Customers", "All customers"))
    shutil.rmtree(memory)
    assert goalsite(*build, cwd=author.folder).code == 0
    assert found_of_site(author.folder, time.time_ns)[1]
    for name, content in were.items():
        (memory / name).write_bytes(content)
    assert found_of_site(author.folder, time.time_ns)[1] is None


def test_the_first_build_takes_over_the_look_and_the_events_of_the_site_that_lay_there(
    author: Author,
) -> None:
    assert goalsite("build", "--as-of", str(DAY), cwd=author.folder).code == 0
    before, survey = found_of_site(author.folder, time.time_ns)
    assert survey
    tell = list[Diagnostic]().extend
    again = site_again(open_project(author.folder), survey, "index.html", tell)
    assert again
    write(author.folder, changed(TRUST, "value: 8", "value: 6"))
    figured = figure(open_project(author.folder), DAY, with_history=True, before=before)
    site, _ = site_of(figured, None, tell, again)
    assert site
    assert site.dress is again.dress
    assert site.looks_like(again)
    assert [site.get(page) for page in ("index.html", "changes/index.html")] == [
        author.build().get(page) for page in ("index.html", "changes/index.html")
    ]
