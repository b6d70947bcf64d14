from __future__ import annotations

import subprocess
from pathlib import Path

from goalsite.pages.goal_history import history_pages, history_section
from goalsite.pages.history_views import HistorySection
from tests.conftest import GitRepo
from tests.pages.desks import desk_of as desk_without_git
from tests.pages.desks import one_goal, told
from tests.pages.remembered import GOAL, KPI, NAME, MakeRepo, at, begun, desk_of, goal, kpi, spaced


def section(repo: GitRepo, name: str = NAME, as_of: str = "2026-11-17") -> HistorySection | None:
    desk = desk_of(repo, as_of)
    return history_section(desk, desk.objectives.get(name) or desk.kpis[name])


def lines(found: HistorySection | None) -> list[str]:
    assert found is not None
    return [
        " · ".join((row.date, ", ".join(link.text for link in row.authors), *map(spaced, row.lines)))
        for row in found.rows
    ]


def test_the_newest_commit_stands_first_with_day_author_and_what_changed(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(target=6)}, at("11-12"), "Five was never real", "ada")
    repo.commit({GOAL: goal(target=6, title="Builds nobody waits for")}, at("11-13"), "Words", "Lin Chen")
    assert lines(section(repo)) == [
        "13 Nov 2026 · Lin Chen · reworded: “Fast builds” → “Builds nobody waits for”",
        "12 Nov 2026 · ada · Median time: target 5 → 6 min",
        "1 Oct 2026 · Lin Chen · written",
    ]


def test_the_progress_that_a_moved_target_made_is_told(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(current=11)}, at("10-20"))
    repo.commit({GOAL: goal(current=11, target=6)}, at("11-12"))
    assert "Median time: target 5 → 6 min; progress 33% → 38%" in spaced(told(section(repo)))


def test_no_progress_is_told_where_a_value_came_on_the_same_day(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(current=11)}, at("11-12"))
    repo.commit({GOAL: goal(current=11, target=6)}, at("11-12", 12))
    assert "progress" not in told(section(repo))


def test_what_check_ins_tell_is_not_told_again(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(current=11)}, at("10-20"))
    assert lines(section(repo)) == ["1 Oct 2026 · Lin Chen · written"]


def test_people_of_the_site_are_linked_by_name_and_handle_and_others_are_not(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(weight=2)}, at("10-20"), author="LIN")
    repo.commit({GOAL: goal(weight=3)}, at("10-21"), author="ada")
    found = section(repo)
    assert found is not None
    assert [row.authors[0].href for row in found.rows] == ["", "people/lin/", "people/lin/"]


def test_no_address_is_ever_shown(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(weight=2)}, at("10-20"), "Ask boss@corp.example", "ada <a@b.example>")
    repo.commit({GOAL: goal(weight=3)}, at("10-21"), author="eve@b.example")
    found = section(repo)
    assert [line.split(" · ")[1] for line in lines(found)] == ["eve", "ada", "Lin Chen"]
    assert "@" not in told(found)


def test_a_commit_is_linked_where_the_repository_is_on_the_web(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    commit = repo.git("rev-parse", "HEAD")
    found = section(repo)
    assert found is not None
    assert found.rows[0].commit.href == f"https://github.com/acme/goals/commit/{commit}"
    assert found.rows[0].commit.text == commit[:7]


def test_commits_after_the_day_of_the_figures_do_not_exist(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(target=6)}, at("11-12"))
    assert lines(section(repo, as_of="2026-11-11")) == ["1 Oct 2026 · Lin Chen · written"]


def test_ten_commits_stand_on_the_page_and_all_on_one_of_their_own(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    for day in range(10, 21):
        repo.commit({GOAL: goal(weight=day)}, at(f"10-{day}"))
    desk = desk_of(repo)
    found = history_section(desk, desk.objectives[NAME])
    assert found is not None
    assert len(found.rows) == 10
    assert found.more is not None
    assert (found.more.text, found.more.href) == ("All 12 commits", f"goals/{NAME}/_/history/")
    ((page, frame),) = history_pages(desk)
    assert frame.path == found.more.href
    assert page.title == "History of “Fast builds”"
    assert len(page.rows) == 12


def test_a_file_that_is_not_committed_says_so(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.write({"goals/platform/2026-Q4/new.md": goal(title="New")})
    found = section(repo, "platform/2026-Q4/new")
    assert found == HistorySection(note="Not committed yet: its history begins with its first commit.")


def test_a_shallow_clone_says_from_when_on_it_knows(git_repo: MakeRepo, tmp_path: Path) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(weight=2)}, at("11-03"))
    repo.commit({GOAL: goal(weight=3)}, at("11-12"))
    clone = tmp_path / "clone"
    command = ["git", "clone", "-q", "--depth=2", f"file://{repo.root}", str(clone)]
    subprocess.run(command, check=True)
    found = section(GitRepo(clone))
    assert lines(found) == ["12 Nov 2026 · ada · Median time: weight 2 → 3"]
    assert found is not None
    assert found.note.startswith("The history begins on 3 Nov 2026:")


def test_without_git_there_is_no_section() -> None:
    desk = desk_without_git(one_goal("title: Trust"))
    assert history_section(desk, desk.objectives["2026-Q4/trust"]) is None
    assert list(history_pages(desk)) == []


def test_a_goal_that_moved_says_from_where(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: None, "goals/platform/2026-Q4/fast.md": goal()}, at("10-09"))
    assert lines(section(repo, "platform/2026-Q4/fast"))[0] == (
        "9 Oct 2026 · ada · moved: goals/platform/2026-Q4/builds.md → goals/platform/2026-Q4/fast.md"
    )


def test_a_kpi_has_its_history(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({KPI: kpi()}, at("11-10"))
    repo.commit({KPI: kpi(99.5)}, at("11-15"))
    assert lines(section(repo, "platform/kpis/availability")) == [
        "15 Nov 2026 · ada · target 99.9% → 99.5%",
        "10 Nov 2026 · ada · written",
    ]
