"""The stories of goals: how they came, moved and went, and what changed, from real repositories."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goalsite.history.history import History, read_history
from goalsite.history.records import Story
from tests.conftest import GitRepo
from tests.history.pasts import A, B, at, edits, goal, history, merge, series, turns

Make = Callable[..., GitRepo]
C = "goals/2027-Q1/c.md"


def test_every_field_that_matters_is_followed(git_repo: Make) -> None:
    repo = git_repo()
    text = """---
title: {title}
owner: {owner}
status: active
supports: [{supports}]
contributes: [{{to: win, weight: {weight}}}]
key_results:
  - id: p50
    title: {kr}
    owner: lin
    weight: {weight}
    metric: {{unit: min, baseline: {baseline}, target: {target}}}
    due: {due}
---
"""
    first = {
        "title": "Fast", "owner": "ada", "supports": "a, b", "weight": "1", "kr": "Median",
        "baseline": "14", "target": "5", "due": "2026-12-01",
    }  # fmt: skip
    repo.commit({A: text.format(**first)}, at("10-05"))
    for day, field, value in (
        ("10-06", "title", "Faster"),
        ("10-07", "owner", "'@sam'"),
        ("10-08", "supports", "b, a"),
        ("10-09", "supports", "b, c"),
        ("10-12", "weight", "2"),
        ("10-13", "kr", "'Median time'"),
        ("10-14", "baseline", "14 min"),
        ("10-15", "target", "4"),
        ("10-16", "due", "2026-12-11"),
    ):
        first[field] = value
        repo.commit({A: text.format(**first)}, at(day))
    assert edits(history(repo.root)) == [
        "10-06 title: Fast -> Faster",
        "10-07 owner: ada -> sam",
        "10-09 supports: ('a', 'b') -> ('b', 'c')",
        "10-12 contributes: (('win', 1.0),) -> (('win', 2.0),)",
        "10-12 key_result p50 weight: 1.0 -> 2.0",
        "10-13 key_result p50 title: Median -> Median time",
        "10-15 key_result p50 target: 5.0 -> 4.0",
        "10-16 key_result p50 due: 2026-12-01 -> 2026-12-11",
    ]


def test_what_has_a_default_changes_when_it_is_another_than_that(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(head="owner: ada")}, at("10-05"))
    repo.commit({A: goal(head="owner: ada\nstatus: active\nweight: 1")}, at("10-06"))
    repo.commit(
        {A: goal(head="owner: ada\nstatus: closed\noutcome: missed\nclosed: 2026-10-07")}, at("10-07")
    )
    found = history(repo.root)
    assert edits(found) == [
        "10-07 status: active -> closed",
        "10-07 outcome: None -> missed",
        "10-07 closed: None -> 2026-10-07",
    ]
    assert found.story(A).edits[2].after == date(2026, 10, 7)


def test_key_results_come_and_go_as_wholes_and_are_known_by_their_ids(git_repo: Make) -> None:
    repo = git_repo()
    one = "  - id: one\n    title: One\n    metric: {target: 5}\n"
    two = "  - id: two\n    title: Two\n    metric: {target: 9}\n"
    text = "---\ntitle: Fast\nkey_results:\n{}---\n"
    repo.commit({A: text.format(one)}, at("10-05"))
    repo.commit({A: text.format(two + one)}, at("10-06"))
    repo.commit({A: text.format(one + two.replace("9", "8"))}, at("10-07"))
    repo.commit({A: text.format(two.replace("9", "8"))}, at("10-08"))
    found = history(repo.root)
    assert edits(found) == [
        "10-06 key_result two : None -> Two",
        "10-07 key_result two target: 9.0 -> 8.0",
        "10-08 key_result one : One -> None",
    ]
    assert [edit.field for edit in found.story(A).of(("key_result", "two"))] == ["", "target"]


def test_the_targets_of_a_kpi_are_followed_by_their_day(git_repo: Make) -> None:
    repo = git_repo()
    path = "goals/kpis/up.md"
    text = '---\ntitle: Up\nunit: "%"\ntargets:\n{}---\n'
    first = "  - {from: 2026-01-01, target: 99.9%, red: 99}\n"
    repo.commit({path: text.format(first)}, at("10-05"))
    repo.commit({path: text.format(first.replace("99.9%", "99.95"))}, at("10-06"))
    repo.commit({path: text.format(first + "  - {period: 2027, target: 100}\n")}, at("10-07"))
    assert edits(history(repo.root), path) == [
        "10-06 target 2026-01-01 target: 99.9 -> 99.95",
        "10-07 target 2026-01-01 target: 99.95 -> 99.9",
        "10-07 target 2027 : None -> 2027",
    ]


def test_milestones_are_followed_by_their_titles(git_repo: Make) -> None:
    repo = git_repo()
    text = "---\ntitle: Move\nkey_results:\n  - id: all\n    milestones:\n      - {{title: First{}}}\n---\n"
    repo.commit({A: text.format("")}, at("10-05"))
    repo.commit({A: text.format(", due: 2026-11-01")}, at("10-06"))
    repo.commit({A: text.format(", due: 2026-11-01, done: true")}, at("10-07"))
    assert edits(history(repo.root)) == [
        "10-06 milestone all First due: None -> 2026-11-01",
        "10-07 milestone all First done: None -> True",
    ]


def test_a_file_that_git_saw_move_goes_on(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({A: None, C: goal(1)}, at("10-06"))
    repo.commit({C: None, B: goal(2)}, at("10-07"))
    found = history(repo.root)
    assert turns(found, B) == [f"10-05 born {A}", f"10-06 moved {A} {C}", f"10-07 moved {C} {B}"]
    assert edits(found, B) == ["10-07 key_result p50 current: 1.0 -> 2.0"]
    assert series(repo.root, B) == ["10-05 1.0", "10-07 2.0"]


OTHER = "\n".join(
    ["---", "title: Something else", "id: {}", "tags: [a, b, c, d, e, f, g]", "---", "x" * 500, ""]
)


def test_a_goal_with_an_id_goes_on_where_git_sees_one_file_go_and_another_come(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1, head="id: fast")}, at("10-05"))
    repo.commit({A: None, B: OTHER.format("fast")}, at("10-06"))
    repo.commit({B: goal(2, head="id: fast")}, at("10-07"))
    found = history(repo.root)
    assert turns(found, B) == [f"10-05 born {A}", f"10-06 moved {A} {B}"]
    assert series(repo.root, B) == ["10-05 1.0", "10-06 None", "10-07 2.0"]


def test_ids_tell_which_is_which_where_files_change_places(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1, head="id: one"), B: goal(11, head="id: two")}, at("10-05"))
    repo.commit({B: goal(2, head="id: one"), A: goal(12, head="id: two")}, at("10-06"))
    assert series(repo.root, A) == ["10-05 11.0", "10-06 12.0"]
    assert series(repo.root, B) == ["10-05 1.0", "10-06 2.0"]


def test_ids_count_more_than_what_git_takes_for_a_move(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1, head="id: one")}, at("10-05"))
    files = {A: None, B: goal(11, head="id: two"), C: OTHER.format("one")}
    repo.commit(files, at("10-06"))
    found = history(repo.root)
    assert turns(found, C) == [f"10-05 born {A}", f"10-06 moved {A} {C}"]
    assert turns(found, B) == [f"10-06 born {B}"]


def test_what_git_takes_for_a_move_is_none_where_each_has_an_id_of_its_own(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1, head="id: one")}, at("10-05"))
    repo.commit({A: None, B: goal(1, head="id: two")}, at("10-06"))
    found = history(repo.root)
    assert turns(found, B) == [f"10-06 born {B}"]
    assert series(repo.root, B) == ["10-06 1.0"]
    assert [story.path for story in found.gone] == [A]
    repo.commit({B: None, A: goal(1, head="id: one\naliases: [two]")}, at("10-07"))
    repo.commit({A: None, B: goal(1, head="id: two")}, at("10-08"))
    assert turns(history(repo.root), B)[-2:] == [f"10-07 moved {B} {A}", f"10-08 moved {A} {B}"]


def test_goals_that_changed_places_before_one_was_removed_stay_apart(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1, head="id: one")}, at("10-05"))
    repo.commit({B: goal(11, head="id: two")}, at("10-06"))
    repo.commit({B: goal(2, head="id: one"), A: goal(12, head="id: two")}, at("10-07"))
    repo.commit({A: None}, at("10-08"))
    repo.commit({C: goal(13, head="id: two")}, at("10-09"))
    assert series(repo.root, C) == ["10-06 11.0", "10-07 12.0", "10-09 13.0"]
    assert series(repo.root, B) == ["10-05 1.0", "10-07 2.0"]


def test_an_alias_tells_which_file_it_was(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    alias = OTHER.format("new").replace("tags:", "aliases: [2026-Q4/a]\ntags:")
    repo.commit({A: None, C: alias, B: goal(7)}, at("10-06"))
    found = history(repo.root)
    assert turns(found, C) == [f"10-05 born {A}", f"10-06 moved {A} {C}"]
    assert turns(found, B) == [f"10-06 born {B}"]


def test_a_goal_that_comes_back_elsewhere_under_its_id_goes_on(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1, head="id: fast")}, at("10-05"))
    repo.commit({A: None}, at("10-06"))
    repo.commit({C: OTHER.format("fast")}, at("10-09"))
    assert turns(history(repo.root), C) == [f"10-05 born {A}", f"10-06 removed {A}", f"10-09 returned {C}"]


def test_a_goal_that_was_copied_before_it_was_removed_goes_on(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1, head="id: fast")}, at("10-05"))
    repo.commit({C: goal(1, head="id: fast")}, at("10-06"))
    repo.commit({A: None}, at("10-07"))
    repo.commit({C: goal(2, head="id: fast")}, at("10-08"))
    assert series(repo.root, C) == ["10-05 1.0", "10-08 2.0"]


def test_removed_and_restored_it_goes_on_and_is_not_born_twice(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({A: None}, at("10-06"))
    who = {f"GIT_{role}_{key}": "x" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    repo.git("revert", "--no-edit", "HEAD", **who, GIT_COMMITTER_DATE=at("10-07"))
    found = history(repo.root)
    assert turns(found) == [f"10-05 born {A}", f"10-06 removed {A}", f"10-07 returned {A}"]
    assert (edits(found), found.gone) == ([], ())


def test_another_goal_in_a_place_that_was_left_is_another(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1, head="id: one")}, at("10-05"))
    repo.commit({A: None}, at("10-06"))
    repo.commit({A: goal(5, head="id: two")}, at("10-07"))
    assert turns(history(repo.root)) == [f"10-07 born {A}"]


def test_goals_that_are_no_more_have_a_story_too(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1), B: goal(1, head="id: other")}, at("10-05"))
    repo.commit({A: goal(2)}, at("10-06"))
    repo.commit({A: None}, at("10-07"))
    found = history(repo.root)
    assert [story.path for story in found.gone] == [A]
    (story,) = found.gone
    assert story.title == "Fast builds"
    assert [turn.kind for turn in story.turns] == ["born", "removed"]
    assert [(edit.field, edit.before, edit.after) for edit in story.edits] == [("current", 1.0, 2.0)]
    repo.write({A: goal(3)})  # there again, though not committed yet
    assert history(repo.root).gone == ()
    assert [turn.kind for turn in history(repo.root).story(A).turns] == ["born", "removed"]
    assert series(repo.root) == ["10-05 1.0", "10-06 2.0"]


def test_a_merge_is_told_with_those_who_wrote_what_it_brought(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1), B: goal(1)}, at("10-05"), author="ada")
    repo.git("checkout", "-q", "-b", "one")
    repo.commit({A: goal(2)}, at("10-06"), author="lin")
    repo.commit({A: goal(3), B: goal(2)}, at("10-07"), author="sam")
    repo.git("checkout", "-q", "-b", "two", "main")
    repo.commit({C: goal(1)}, at("10-07"), author="kim")
    repo.git("checkout", "-q", "main")
    repo.commit({"README.md": "x"}, at("10-08"), author="ada")
    merge(repo, ["one", "two"], "10-09")
    found = history(repo.root)
    assert {path: found.story(path).edits[0].commit.authors for path in (A, B)} == {
        A: ("lin", "sam"),
        B: ("sam",),
    }
    born = found.story(C).born
    assert born is not None
    assert (born.authors, born.day, born.subject) == (("kim",), date(2026, 10, 9), "Merge")
    assert set(found.commits[-1].authors) == {"lin", "sam", "kim"}


def test_what_a_side_branch_took_over_from_the_main_line_is_not_its_authors_work(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1), B: goal(1)}, at("10-05"), author="ada")
    repo.git("checkout", "-q", "-b", "one")
    repo.commit({A: goal(2)}, at("10-06"), author="lin")
    repo.git("checkout", "-q", "main")
    repo.commit({B: goal(2)}, at("10-07"), author="sam")
    repo.git("checkout", "-q", "one")
    merge(repo, ["main"], "10-08", author="lin")
    repo.git("checkout", "-q", "main")
    merge(repo, ["one"], "10-09")
    found = history(repo.root)
    assert [edit.commit.authors for path in (A, B) for edit in found.story(path).edits] == [
        ("lin",),
        ("sam",),
    ]


def test_nobody_s_address_is_shown(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"), "Merge branch 'x' of git@example.org:a/b", "ada@example.org")
    (commit,) = history(repo.root).commits
    assert (commit.authors, commit.subject) == (("ada",), "Merge branch 'x' of …:a/b")


def test_a_version_that_cannot_be_read_is_left_out(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({A: "---\ntitle: [\n---\n"}, at("10-06"))
    repo.commit({A: goal(2)}, at("10-07"))
    assert edits(history(repo.root)) == ["10-07 key_result p50 current: 1.0 -> 2.0"]


def test_in_a_shallow_clone_nothing_was_born_before_it(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({"README.md": "x"}, at("10-06"))
    repo.commit({A: goal(2), B: goal(1)}, at("10-07"))
    repo.git("clone", "-q", "--depth=2", f"file://{repo.root}", str(tmp_path / "clone"))
    found = history(tmp_path / "clone")
    assert (found.story(A).born, found.story(A).is_whole, len(found.story(A).edits)) == (None, False, 1)
    assert found.story(B).born is not None


def test_what_is_not_committed_has_no_story(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.write({B: goal(1)})
    assert history(repo.root).story(B) == Story(B)


def test_without_git_there_are_no_stories(tmp_path: Path) -> None:
    known, found = read_history(tmp_path, {A: "a"}, "UTC")
    assert (known, found) == (History(), ())
    assert (known.story(A), known.commits, known.gone) == (Story(A), (), ())


def test_progress_is_told_as_versions_are_read(git_repo: Make) -> None:
    repo = git_repo()
    for number in range(3):
        repo.commit({A: goal(number)}, at(f"10-0{number + 5}"))
    heard: list[tuple[int, int]] = []
    read_history(repo.root, {A: "a"}, "UTC", tell=lambda done, total: heard.append((done, total)))
    assert heard == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("count", [30])
def test_many_files_that_moved_in_one_commit_go_on(git_repo: Make, count: int) -> None:
    repo = git_repo()
    texts = {f"x{number}.md": goal(number, title=f"Goal {number}") for number in range(count)}
    repo.commit({f"goals/a/{name}": text for name, text in texts.items()}, at("10-05"))
    moved = {f"goals/b/{name}": f"{text}more\n" for name, text in texts.items()}
    repo.commit(dict.fromkeys((f"goals/a/{name}" for name in texts), None) | moved, at("10-06"))
    found = history(repo.root)
    assert {turns(found, path)[0] for path in moved} == {f"10-05 born goals/a/{name}" for name in texts}
