"""A check that remembers says what a build says, whatever was edited since."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.core.diagnostics import Diagnostic
from goalsite.lint.again import ALL
from goalsite.pipeline import figure
from goalsite.project import open_project
from goalsite.review import thorough
from goalsite.review.examine import Examined, Place, examine
from goalsite.review.links import Link
from goalsite.review.packing import KeptRow
from goalsite.review.review import Subject, review
from goalsite.review.whole import of_site
from tests.conftest import GitRepo
from tests.edits import FILES, Edit, add_line, drop_line, edits, repository, write_file

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 16)
FAR = 4_000_000_000_000_000_000  # a time at which no file is fresh


pytestmark = pytest.mark.usefixtures("home")


def remembered(root: Path, day: date = DAY, now: int = FAR) -> tuple[Diagnostic, ...]:
    """What a check says that remembers the last one."""
    project = open_project(root)
    subject = Subject(root, project.config, project.config_path, project.diagnostics, day, now)
    return review(subject, root / ".goalsite" / "check", alone=True).diagnostics


def places(found: tuple[Diagnostic, ...]) -> set[tuple[str, str, int]]:
    """Which rule found something in which line of which file."""
    return {(one.code, one.path, one.line) for one in found}


def built(root: Path, day: date = DAY) -> tuple[Diagnostic, ...]:
    """What a build says."""
    return figure(open_project(root), day).diagnostics


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=5))
def test_after_any_edits_it_says_what_a_build_says(rounds: list[list[Edit]]) -> None:
    with repository() as root:
        assert remembered(root) == built(root)
        for number, together in enumerate(rounds):
            for edit in together:
                edit(root)
            assert remembered(root) == built(root), f"after round {number}"


def test_what_a_name_means_by_now_is_judged_again() -> None:
    """A goal that could not be read any more leaves its name to another, which others contribute to then."""
    with repository() as root:
        write_file(root, "goals/app/2026-Q4/trust.md", "---\ntitle: Each answer can be trusted\n---\n")
        remembered(root)
        drop_line("goals/2026/trust.md", 0)(root)
        assert remembered(root) == built(root)


def test_a_check_of_nothing_new_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with repository() as root:
        first = remembered(root)
        monkeypatch.setattr(thorough, "review_files", None)
        assert remembered(root) == first


def test_another_day_and_another_configuration_are_looked_at_anew() -> None:
    with repository() as root:
        remembered(root)
        later = date(2027, 1, 20)
        assert remembered(root, later) == built(root, later)
        write_file(root, "config.yaml", "site_name: Ours\nrules: {ignore: [Q]}\n")
        assert remembered(root, later) == built(root, later)


def test_only_what_hangs_on_a_change_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit of one objective reads it, what it contributes to, and what their figures are made of."""
    with repository() as root:
        remembered(root)
        read: list[str] = []

        def spy(*arguments: Any) -> Examined:
            examined = examine(*arguments)
            read.extend(examined.mine)
            return examined

        monkeypatch.setattr(thorough, "examine", spy)
        add_line("goals/about.md", "More of it.", 3)(root)
        remembered(root)
        assert read == ["goals/about.md"]
        read.clear()
        add_line("goals/web/2026-Q4/fast.md", "tags: [web]", 2)(root)
        remembered(root)
        assert "goals/2026/trust.md" in read
        assert "goals/people/ada.md" not in read


def test_what_does_not_hang_on_a_change_stays_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit of a text opens the rows of its goal, of what leans on it and what that leans on; no others."""
    with repository() as root:
        write_file(root, "config.yaml", "rules: {ignore: [Q, K]}\n")  # no finding on all goals stands in it
        remembered(root)
        opened: set[str] = set()
        whole = KeptRow.__getattr__

        def spy(row: KeptRow, name: str) -> Any:
            opened.add(row.place[1].rpartition("/")[2])
            return whole(row, name)

        monkeypatch.setattr(KeptRow, "__getattr__", spy)
        add_line("goals/web/2026-Q4/fast.md", "We wait for nobody.", 99)(root)
        assert remembered(root) == built(root)
        assert {"fast", "trust", "uptime"} <= opened
        assert opened.isdisjoint({"rust", "small", "lean", "about"})


def test_a_rule_about_the_site_is_asked_again_where_its_finding_may_have_moved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It stands at the title, and moves with what is written above."""
    with repository() as root:
        glad = "goals/desk/2026-Q4/glad.md"
        write_file(root, glad, "---\norder: 1\ntitle: Whoever asks us is glad of it\n---\nWe answer.\n")
        assert ("Q110", glad, 3) in places(remembered(root))
        asked: list[frozenset[str]] = []

        def spy(examined: Examined, place: Place, link: Link, codes: frozenset[str]) -> list[Diagnostic]:
            asked.append(codes)
            return of_site(examined, place, link, codes)

        monkeypatch.setattr(thorough, "of_site", spy)
        add_line(glad, "We answer each letter.", 99)(root)
        assert remembered(root) == built(root)
        assert not asked
        add_line(glad, "# Agreed on with all who ask", 1)(root)
        assert remembered(root) == built(root)
        assert asked == [{"Q110"}]
        assert ("Q110", glad, 4) in places(remembered(root))


@pytest.mark.parametrize(
    ("old", "new", "is_left"),
    [
        ("[2026-11-09, 98.5]", "[2026-11-09, 99.95]", lambda codes: {"K308"} <= codes < ALL),
        ("target: 99.9,", "target: 99.8,", lambda codes: codes == ALL),
        ("title: Uptime", "title: Time in which we are there", lambda codes: codes == ALL),
    ],
)
def test_after_a_value_of_a_kpi_those_rules_are_asked_that_look_at_its_figures(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str, is_left: Callable[[frozenset[str]], bool]
) -> None:
    with repository() as root:
        uptime = "goals/web/kpis/uptime.md"
        remembered(root)
        asked: list[frozenset[str]] = []

        def spy(
            examined: Examined, place: Place, link: Link, codes: frozenset[str] = ALL
        ) -> list[Diagnostic]:
            asked.append(codes)
            return of_site(examined, place, link, codes)

        monkeypatch.setattr(thorough, "of_site", spy)
        text = (root / uptime).read_text(encoding="utf-8")
        assert old in text
        write_file(root, uptime, text.replace(old, new))
        assert remembered(root) == built(root)
        (codes,) = asked
        assert is_left(codes)


def test_two_processes_say_what_one_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thorough, "MANY", 3)
    monkeypatch.setattr(thorough, "can_pair", lambda: True)
    with repository() as root:
        project = open_project(root)
        subject = Subject(root, project.config, project.config_path, project.diagnostics, DAY, FAR)
        assert review(subject, None).diagnostics == built(root)
    own = open_project(ROOT)
    subject = Subject(ROOT, own.config, own.config_path, own.diagnostics, DAY, FAR)
    assert review(subject, None).diagnostics == built(ROOT)


def test_a_second_process_that_dies_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thorough, "MANY", 3)

    def dies(*_: object) -> object:
        raise RuntimeError("the second process ended before its work was done")

    monkeypatch.setattr(thorough, "in_pair", dies)
    with repository() as root:
        project = open_project(root)
        subject = Subject(root, project.config, project.config_path, project.diagnostics, DAY, FAR)
        assert review(subject, None).diagnostics == built(root)


def test_a_file_that_changes_within_a_tick_is_seen() -> None:
    """A file that was changed just before it was read is read again, though size and time stayed."""
    with repository() as root:
        file = root / "goals/kpis/orders.csv"
        stamp = file.stat()
        remembered(root, now=stamp.st_mtime_ns)
        file.write_text("date,value\n2026-19,100\n2026-10,120\n", encoding="utf-8")
        os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        assert remembered(root) == built(root)
        assert any(one.code == "S011" for one in built(root))


def test_a_commit_that_dates_values_is_seen(git_repo: Callable[..., GitRepo]) -> None:
    """What git dates is asked again once there is another commit, with every file as it was."""
    repo = git_repo()
    repo.commit(FILES, "2026-10-05T12:00:00Z")
    assert remembered(repo.root) == built(repo.root)
    lean = "goals/web/app/2026-Q4/lean.md"
    repo.write({lean: FILES[lean] + "More.\n"})
    remembered(repo.root)
    repo.commit({}, "2026-11-12T12:00:00Z")
    assert remembered(repo.root) == built(repo.root)


def test_what_git_knows_of_moved_goals_is_told_as_a_build_tells_it(
    git_repo: Callable[..., GitRepo], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether a change is committed or not, and whoever asks git again."""
    repo = git_repo()
    repo.commit(FILES, "2026-09-28T12:00:00Z")
    fast, lean, late = "goals/web/2026-Q4/fast.md", "goals/web/app/2026-Q4/lean.md", "goals/2026-Q4/late.md"

    def codes() -> set[str]:
        found = remembered(repo.root)
        assert found == built(repo.root)
        return {one.code for one in found} & {"Q123", "Q124", "Q130"}

    assert codes() == set()
    repo.write({fast: FILES[fast].replace("target: 300", "target: 400")})
    assert codes() == {"Q123"}
    repo.commit({}, "2026-11-12T12:00:00Z")
    assert codes() == {"Q123"}
    repo.commit({lean: FILES[lean].replace("  - {id: size", "  - {id: weight")}, "2026-11-13T12:00:00Z")
    repo.write({late: "---\ntitle: We answer before anybody asks\n---\n"})
    assert codes() == {"Q123", "Q130"}
    repo.write({lean: FILES[lean].replace("  - {id: size", "  # {id: size")})
    assert codes() == {"Q123", "Q124", "Q130"}
    monkeypatch.setattr(thorough, "MANY", 3)
    monkeypatch.setattr(thorough, "can_pair", lambda: True)
    project = open_project(repo.root)
    subject = Subject(repo.root, project.config, project.config_path, project.diagnostics, DAY, FAR)
    assert review(subject, None).diagnostics == built(repo.root)
    repo.commit({}, "2026-11-14T12:00:00Z")
    repo.commit({lean: FILES[lean], fast: FILES[fast], late: None}, "2026-11-15T12:00:00Z")
    assert codes() == set()
    repo.git("reset", "--quiet", "--hard", "HEAD~1")
    assert codes() == {"Q123", "Q124", "Q130"}


def test_a_link_that_leads_nowhere_is_told_wherever_it_stands() -> None:
    with repository() as root:
        write_file(
            root,
            "goals/about.md",
            "# About\n\nSee [[nothing]] and [[trust]].\n\nSee [[nothing]] and [[trust]].\n",
        )
        assert {("S016", "goals/about.md", 3), ("S016", "goals/about.md", 5)} <= places(remembered(root))
        assert remembered(root) == built(root)
