from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Goalsite
from tests.conftest import GitRepo
from tests.crashes import files_of, killed_everywhere, restore
from tests.terminal import typed

GOAL = """\
---
title: Every engineer trusts a green build
owner: ada
commitment: committed
key_results:
  - {id: p50, title: Median time to green, metric: {unit: min, baseline: 14, target: 5}}
  - {id: steps, title: Runners, owner: lin, milestones: [{title: Ordered}, {title: Plugged in}]}
---
Why.
"""
KPI = "---\ntitle: Availability\nunit: '%'\nfrequency: week\nowner: sam\nseries: [[2026-11-09, 99.9]]\n---\n"
FILE, LOG = "goals/2026-Q4/builds.md", "goals/2026-Q4/builds.checkins.csv"
HEADER = "date,kr,value,confidence,status,note,blocked,next,by\n"
FILES = {FILE: GOAL, "goals/kpis/up.md": KPI}
TODAY = ("--as-of", "2026-11-16")

Written = Callable[[dict[str, str]], Path]


def test_one_line_of_a_script_checks_in_and_says_what_to_do_next(
    goalsite: Goalsite, written: Written
) -> None:
    folder = written(FILES)
    run = goalsite("checkin", "builds#p50", "9.5", "--confidence", "7/10", "--note", "cache warm", *TODAY)
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "2026-Q4/builds#p50: 9.5 min, progress 0% -> 50%, on_track; in goals/2026-Q4/builds.checkins.csv; "
        "next: git add goals/2026-Q4/builds.checkins.csv && "
        "git commit -m 'Check in 2026-Q4/builds#p50' goals/2026-Q4/builds.checkins.csv\n"
    )
    assert (folder / LOG).read_text() == f"{HEADER}2026-11-16,p50,9.5,7/10,,cache warm,,,\n"
    assert (folder / FILE).read_text() == GOAL
    checked = goalsite("check", *TODAY)
    assert checked.code == 0


def test_what_git_is_to_do_next_is_what_git_takes(
    goalsite: Goalsite, git_repo: Callable[..., GitRepo]
) -> None:
    repo = git_repo("our goals")
    repo.commit({FILE: GOAL})
    run = goalsite("-C", "our goals", "checkin", "builds#p50", "9.5", *TODAY)
    assert "two check-ins on two branches are a conflict" in run.err
    assert "write the line *.csv text eol=lf merge=union into goals/.gitattributes" in run.err
    who = "-c user.name=ada -c user.email=ada@example.org"
    step = run.out.partition("; next: ")[2].replace("git -C", f"git {who} -C")
    subprocess.run(step, shell=True, check=True, cwd=repo.root.parent, capture_output=True)
    assert repo.git("status", "--porcelain", "--", "goals") == ""


def test_a_dry_run_prints_a_patch_that_git_takes_and_changes_nothing(
    goalsite: Goalsite, git_repo: Callable[..., GitRepo]
) -> None:
    repo = git_repo()
    repo.commit({FILE: GOAL, LOG: f"{HEADER}2026-11-09,p50,11,,,,,,"})  # without a last line end
    run = goalsite("checkin", "builds#p50", "9.5", "--dry-run", *TODAY, cwd=repo.root)
    assert repo.git("status", "--porcelain", "--", "goals") == ""
    (repo.root / "patch").write_text(run.out, encoding="utf-8")
    repo.git("apply", "patch")
    assert (repo.root / LOG).read_text().endswith("11,,,,,,\n2026-11-16,p50,9.5,,,,,,\n")


@pytest.mark.parametrize("name", ["builds#p50", "2026-Q4/builds#p", "bui#p50", FILE + "#p50", "old#p50"])
def test_a_goal_is_named_by_id_alias_end_beginning_or_file(
    goalsite: Goalsite, written: Written, name: str
) -> None:
    written({FILE: GOAL.replace("owner: ada", "owner: ada\naliases: [old]")})
    assert goalsite("checkin", name, "9.5", *TODAY).out.startswith("2026-Q4/builds#p50: 9.5 min")


def test_a_name_that_means_nothing_or_several_is_told(goalsite: Goalsite, written: Written) -> None:
    written({**FILES, "goals/2026-Q4/builds-2.md": GOAL})
    run = goalsite("checkin", "buidls", "1", *TODAY)
    assert (run.code, run.err) == (
        2,
        'goalsite: no goal is called "buidls"\n  hint: did you mean "builds"?\n',
    )
    run = goalsite("checkin", "buil", "1", *TODAY)
    assert '"buil" may be "2026-Q4/builds" or "2026-Q4/builds-2"' in run.err
    run = goalsite("checkin", "builds#p51", "1", *TODAY)
    assert 'no key result "p51"\n  hint: did you mean "p50"?' in run.err


def test_without_a_key_result_those_there_are_are_listed(goalsite: Goalsite, written: Written) -> None:
    written(FILES)
    run = goalsite("checkin", "builds", "9.5", *TODAY)
    assert run.code == 2
    assert "  2026-Q4/builds#p50  Median time to green, no value yet\n" in run.err
    assert "  2026-Q4/builds#steps  Runners, 0 of 2 milestones done\n" in run.err


def test_the_only_key_result_need_not_be_named(goalsite: Goalsite, written: Written) -> None:
    written({FILE: "\n".join(line for line in GOAL.split("\n") if "steps" not in line)})
    assert "builds#p50: 9.5 min" in goalsite("checkin", "builds", "9.5", *TODAY).out


def test_a_negative_number_is_a_value_and_an_option_s_negative_number_its_own(
    goalsite: Goalsite, written: Written
) -> None:
    folder = written(FILES)
    run = goalsite("checkin", "builds#p50", "-4", "--note", "-2 runners", *TODAY)
    assert run.code == 0, run.err
    assert (folder / LOG).read_text().endswith('2026-11-16,p50,-4,,,"\u00a0-2 runners",,,\n')


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "no goal is named"),
        (
            ("builds#p50",),
            "nothing is said of 2026-Q4/builds#p50\n  hint: goalsite checkin '2026-Q4/builds#p50' V",
        ),
        (("builds#steps",), "hint: goalsite checkin '2026-Q4/builds#steps' done"),
        (("builds#p50", "soon"), 'value is "soon", must be a number in min'),
        (("builds#p50", "9", "--date", "2026-11-17"), "2026-11-17 lies after today, 2026-11-16"),
        (("builds#p50", "9", "--date", "tomorrow"), '"tomorrow" is no date'),
        (("builds#p50", "9", "--note", "a\x1b[2J"), "the note holds U+001B"),
        (("builds#steps", "done"), "name the one by --milestone: 1 Ordered; 2 Plugged in"),
        (("up#x", "9"), "kpis/up is a KPI, and has no key results"),
        (("up", "9", "--confidence", ".5"), "no confidence"),
        (("builds", "9", "--due"), "--due goes through all that is due"),
    ],
)
def test_what_cannot_be_done_is_wrong_usage_and_changes_nothing(
    goalsite: Goalsite, written: Written, arguments: tuple[str, ...], message: str
) -> None:
    folder = written(FILES)
    run = goalsite("checkin", *arguments, *TODAY)
    assert run.code == 2
    assert message in run.err
    assert {path: text.decode() for path, text in files_of(folder).items()} == FILES


def test_the_same_day_again_takes_replace(goalsite: Goalsite, written: Written) -> None:
    folder = written(FILES)
    goalsite("checkin", "builds#p50", "9.5", *TODAY)
    again = goalsite("checkin", "builds#p50", "9", *TODAY)
    assert (again.code, again.out) == (2, "")
    assert "2026-11-16 has the value 9.5 already\n  hint: replace it by 9 with --replace" in again.err
    assert goalsite("checkin", "builds#p50", "9", "--replace", *TODAY).code == 0
    assert (folder / LOG).read_text() == f"{HEADER}2026-11-16,p50,9,,,,,,\n"
    assert "it says so already" in goalsite("checkin", "builds#p50", "9", *TODAY).out


def test_what_speaks_against_a_day_is_told(goalsite: Goalsite, written: Written) -> None:
    written(FILES)
    run = goalsite("checkin", "builds#p50", "12", "--date", "2026-09-28", *TODAY)
    assert run.code == 0
    assert "2026-09-28 lies outside its window, 2026-10-01 to 2026-12-31" in run.err


@pytest.mark.parametrize(
    ("files", "path", "after"),
    [
        ({"goals/kpis/up.md": KPI}, "goals/kpis/up.md", "[[2026-11-09, 99.9], [2026-11-16, 99.95, better]]"),
        (
            {"goals/kpis/up.md": KPI.replace("series: [[2026-11-09, 99.9]]\n", "")},
            "goals/kpis/up.csv",
            "date,value,note\n2026-11-16,99.95,better\n",
        ),
        (
            {
                "goals/kpis/up.md": KPI.replace("series: [[2026-11-09, 99.9]]", "dimensions: [region]"),
                "goals/kpis/up.csv": "date,value,region,note\n2026-11-16,99,eu,",
            },
            "goals/kpis/up.csv",
            "date,value,region,note\n2026-11-16,99,eu,\n2026-11-16,99.95,,better\n",
        ),
    ],
)
def test_a_kpi_gets_a_point_where_its_points_are(
    goalsite: Goalsite, written: Written, files: dict[str, str], path: str, after: str
) -> None:
    folder = written(files)
    run = goalsite("checkin", "up", "99.95", "--note", "better", *TODAY)
    assert run.code == 0, run.err
    assert run.out.startswith("kpis/up: 99.95 %, no_target")
    assert after in (folder / path).read_text()


def test_a_kpi_takes_a_period_for_its_day(goalsite: Goalsite, written: Written) -> None:
    folder = written(FILES)
    assert goalsite("checkin", "up", "99.5", "--date", "2026-10", *TODAY).code == 0
    assert "[2026-10, 99.5]" in (folder / "goals/kpis/up.md").read_text()
    assert goalsite("checkin", "up", "99.5", "--date", "2026-12", *TODAY).code == 2


def test_an_edit_that_would_bring_an_error_is_not_made_and_an_old_error_does_not_matter(
    goalsite: Goalsite, written: Written
) -> None:
    quarterly = KPI.replace("2026-11-09", "2026-Q3")
    broken = "---\nwieght: 2\n---\n"
    folder = written({FILE: GOAL, "goals/kpis/up.md": quarterly, "goals/2026-Q4/broken.md": broken})
    assert goalsite("checkin", "builds#p50", "9.5", *TODAY).code == 0
    run = goalsite("checkin", "up", "99.5", "--date", "2026-09", *TODAY)
    assert run.code == 1
    assert "S023" in run.err
    assert "[2026-09, 99.5]" in run.err, "the line as it would be"
    assert "wieght" not in run.err
    assert "nothing was changed: the edit would bring errors" in run.err
    assert (folder / "goals/kpis/up.md").read_text() == quarterly


def test_what_is_or_lies_behind_a_symlink_is_never_written(
    goalsite: Goalsite, written: Written, tmp_path: Path
) -> None:
    folder = written({FILE: GOAL, "elsewhere/log.csv": HEADER})
    (folder / LOG).symlink_to(folder / "elsewhere/log.csv")
    run = goalsite("checkin", "builds#p50", "9.5", *TODAY)
    assert run.code != 0
    assert (folder / "elsewhere/log.csv").read_text() == HEADER


def test_what_is_due_is_listed_for_scripts(goalsite: Goalsite, written: Written) -> None:
    written(FILES)
    run = goalsite("checkin", "--due", *TODAY)
    assert run.out == "2026-Q4/builds#p50 | no value yet | @ada\nkpis/up | 99.9 % on 2026-11-09 | @sam\n"
    assert goalsite("checkin", "--due", "--owner", "@Ada", *TODAY).out.startswith("2026-Q4/builds#p50")
    goalsite("checkin", "builds#p50", "9.5", *TODAY)
    goalsite("checkin", "up", "99.9", *TODAY)
    assert goalsite("checkin", "--due", *TODAY).out == "nothing is due\n"


def test_on_a_terminal_what_is_missing_is_asked_for_until_it_is_understood(written: Written) -> None:
    folder = written(FILES)
    run = typed("checkin", "builds", *TODAY, answers="1\nsoon\n9.5\n\ncache warm\n", cwd=folder)
    assert run.code == 0, run.out
    assert 'value is "soon", must be a number in min' in run.out
    assert (folder / LOG).read_text() == f"{HEADER}2026-11-16,p50,9.5,,,cache warm,,,\n"


def test_on_a_terminal_all_that_is_due_is_gone_through_and_enter_skips(written: Written) -> None:
    folder = written(FILES)
    run = typed("checkin", "--due", *TODAY, answers="\n\n\n99.8\n\n", cwd=folder)
    assert run.code == 0, run.out
    assert "1 of 2: Every engineer trusts a green build" in run.out
    assert not (folder / LOG).exists()
    assert "[2026-11-16, 99.8]" in (folder / "goals/kpis/up.md").read_text()


def test_on_a_terminal_a_second_value_of_the_day_is_asked_about(written: Written) -> None:
    folder = written({**FILES, LOG: f"{HEADER}2026-11-16,p50,9.5,,,,,,\n"})
    assert typed("checkin", "builds#p50", "9", *TODAY, answers="n\n", cwd=folder).code == 2
    assert typed("checkin", "builds#p50", "9", *TODAY, answers="y\n", cwd=folder).code == 0
    assert (folder / LOG).read_text() == f"{HEADER}2026-11-16,p50,9,,,,,,\n"


def test_a_check_in_killed_at_any_moment_leaves_old_files_or_new_ones(
    goalsite: Goalsite, written: Written
) -> None:
    folder = written({FILE: GOAL.replace("14, target: 5}", "14, target: 5}, current: 11"), LOG: HEADER})
    before = files_of(folder)
    arguments = ("checkin", "builds#p50", "9.5", *TODAY)
    deaths = 0
    seen = []
    for _ in killed_everywhere(folder, *arguments, again=lambda: restore(folder, before)):
        deaths += 1
        seen.append(files_of(folder))
    after = files_of(folder)
    assert b"current: 9.5" in after[FILE]
    assert deaths > 3
    assert all(state in (before, after) for state in seen)


def merged(repo: GitRepo, goalsite: Goalsite, base: dict[str, str], values: tuple[str, str]) -> str:
    """The log after two branches, each with a check-in of another key result, were merged."""
    repo.commit(base)
    for branch, name, value in (("one", "p50", values[0]), ("two", "hand", values[1])):
        repo.git("switch", "--quiet", "--create", branch, "main")
        assert goalsite("checkin", f"builds#{name}", value, *TODAY, cwd=repo.root).code == 0
        repo.commit({}, message=branch)
    repo.git("-c", "user.name=a", "-c", "user.email=a@b.example", "merge", "--quiet", "-m", "both", "one")
    return (repo.root / LOG).read_text()


@pytest.mark.parametrize(
    ("log", "values"),
    [
        (None, ("9.5", "0.4")),
        (None, ("0.5", "0.5")),
        (f"{HEADER}2026-11-09,p50,11,,,,,,\n", ("9.5", "0.4")),
        (f"{HEADER}2026-11-09,p50,11,,,,,,", ("9.5", "0.4")),
        (HEADER.rstrip(), ("9.5", "0.4")),
    ],
    ids=["no log", "twice the same", "a row", "no last line end", "header without a line end"],
)
def test_check_ins_of_two_branches_merge_without_a_conflict(
    goalsite: Goalsite, git_repo: Callable[..., GitRepo], log: str | None, values: tuple[str, str]
) -> None:
    repo = git_repo()
    assert goalsite("init", cwd=repo.root).code == 0
    goal = GOAL.replace("id: steps, title: Runners, owner: lin, milestones: ", "id: hand, title: Hand} #")
    base = {FILE: goal} | ({LOG: log} if log else {})
    text = merged(repo, goalsite, base, values)
    assert sorted(text.split("\n")[-3:]) == [
        "",
        *sorted([f"2026-11-16,hand,{values[1]},,,,,,", f"2026-11-16,p50,{values[0]},,,,,,"]),
    ]
    assert text.startswith(HEADER)
    assert text.count("date,kr") == 1
    run = goalsite("check", FILE, LOG, *TODAY, cwd=repo.root)
    assert (run.code, "S0" in run.err) == (0, False), run.err


def test_the_goal_to_start_from_is_checked_in_by_two_people_who_merge(
    goalsite: Goalsite, git_repo: Callable[..., GitRepo]
) -> None:
    repo = git_repo()
    day = {"SOURCE_DATE_EPOCH": "1794830400"}  # 2026-11-16
    assert goalsite("init", cwd=repo.root, **day).code == 0
    repo.commit({})
    for branch, value, when in (("ada", "34", "2026-11-24"), ("lin", "33", "2026-11-25")):
        repo.git("switch", "--quiet", "--create", branch, "main")
        words = ("customers-come-back#complaints", value, "--as-of", when, "--by", branch)
        assert goalsite("checkin", *words, cwd=repo.root, **day).code == 0
        repo.commit({}, message=branch)
    repo.git("-c", "user.name=a", "-c", "user.email=a@b.example", "merge", "--quiet", "-m", "both", "ada")
    assert repo.git("ls-files", "--unmerged") == ""
    (log,) = repo.root.glob("goals/*/customers-come-back.checkins.csv")
    rows = log.read_text().splitlines()
    assert rows[1].partition(",")[2].startswith("complaints,36,0.6,")
    assert sorted(rows[2:]) == ["2026-11-24,complaints,34,,,,,,ada", "2026-11-25,complaints,33,,,,,,lin"]
    assert goalsite("check", "--as-of", "2026-11-25", cwd=repo.root).code == 0


IN_THE_FILE = GOAL.replace("target: 5}}", "target: 5}, checkins: [{date: 2026-11-09, value: 11}]}")


def test_goals_with_check_ins_in_their_file_merge_as_well_and_all_of_them_count(
    goalsite: Goalsite, git_repo: Callable[..., GitRepo]
) -> None:
    repo = git_repo()
    repo.commit({FILE: IN_THE_FILE, "goals/.gitattributes": "*.csv text eol=lf merge=union\n"})
    for branch, value, when in (("ada", "10", "2026-11-15"), ("lin", "9.5", "2026-11-16")):
        repo.git("switch", "--quiet", "--create", branch, "main")
        words = ("builds#p50", value, "--date", when, *TODAY)
        assert goalsite("checkin", *words, cwd=repo.root).code == 0
        repo.commit({}, message=branch)
    repo.git("-c", "user.name=a", "-c", "user.email=a@b.example", "merge", "--quiet", "-m", "both", "ada")
    assert (repo.root / FILE).read_text() == IN_THE_FILE
    run = goalsite("checkin", "builds#p50", "9.5", *TODAY, cwd=repo.root)
    assert (run.code, "it says so already" in run.out) == (0, True)
    assert sorted((repo.root / LOG).read_text().splitlines()[1:]) == [
        "2026-11-15,p50,10,,,,,,",
        "2026-11-16,p50,9.5,,,,,,",
    ]
    again = goalsite("checkin", "builds#p50", "12", "--date", "2026-11-09", *TODAY, cwd=repo.root)
    assert "2026-11-09 has the value 11 already" in again.err


def test_two_values_of_current_on_two_branches_are_a_conflict_as_the_manual_says(
    goalsite: Goalsite, git_repo: Callable[..., GitRepo]
) -> None:
    repo = git_repo()
    repo.commit({FILE: GOAL.replace("target: 5}}", "target: 5}, current: 11}")})
    for branch, value in (("ada", "10"), ("lin", "9.5")):
        repo.git("switch", "--quiet", "--create", branch, "main")
        assert goalsite("checkin", "builds#p50", value, *TODAY, cwd=repo.root).code == 0
        repo.commit({}, message=branch)
    with pytest.raises(AssertionError):
        repo.git("-c", "user.name=a", "-c", "user.email=a@b.example", "merge", "--quiet", "-m", "both", "ada")
    assert repo.git("diff", "--name-only", "--diff-filter=U") == FILE
