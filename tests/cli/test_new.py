from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Goalsite


def test_what_is_written_has_no_errors_and_check_says_what_is_still_to_be_written(
    goalsite: Goalsite, tmp_path: Path
) -> None:
    assert goalsite("new", "team", "platform", "--owner", "lin").code == 0
    assert goalsite("new", "objective", "platform/faster-builds", "--cycle", "2026-Q4").code == 0
    assert goalsite("new", "kpi", "platform/availability", "--title", 'API: "up" #1').code == 0
    assert (tmp_path / "goals/platform/team.md").is_file()
    assert (tmp_path / "goals/platform/2026-Q4/faster-builds.md").is_file()
    assert (tmp_path / "goals/platform/kpis/availability.md").is_file()
    run = goalsite("check", "--as-of", "2026-11-16")
    assert run.code == 0, run.err
    codes = {line.split(": ")[1][:4] for line in run.err.splitlines() if line.startswith("goals/")}
    assert codes == {"Q102", "Q105", "Q110", "Q127", "K301", "K303"}


def test_an_objective_goes_into_the_current_cycle(goalsite: Goalsite, tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(
        "cycles: [{id: release-1, title: R, start: 2000-01-01, end: 2999-12-31}]\n"
    )
    assert goalsite("new", "objective", "first").code == 0
    assert (tmp_path / "goals/release-1/first.md").is_file()


def test_in_a_running_cycle_an_objective_begins_today_and_in_a_later_one_with_it(
    goalsite: Goalsite, tmp_path: Path
) -> None:
    day = {"SOURCE_DATE_EPOCH": "1794830400"}  # 2026-11-16
    assert goalsite("new", "objective", "now", "--cycle", "2026-Q4", **day).code == 0
    assert goalsite("new", "objective", "later", "--cycle", "2027-Q1", **day).code == 0
    assert "\nstart: 2026-11-16 " in (tmp_path / "goals/2026-Q4/now.md").read_text()
    assert "\nstart:" not in (tmp_path / "goals/2027-Q1/later.md").read_text()
    assert goalsite("check", "--as-of", "2026-11-16").code == 0


def test_a_file_that_is_there_is_never_overwritten(goalsite: Goalsite) -> None:
    assert goalsite("new", "kpi", "uptime").code == 0
    again = goalsite("new", "kpi", "uptime")
    assert again.code == 1
    assert "goals/kpis/uptime.md is there already" in again.err


def test_a_path_that_leaves_the_goals_folder_is_wrong_usage(goalsite: Goalsite, tmp_path: Path) -> None:
    for path in ("../../evil", "/etc/evil", "a/../../evil", "con"):
        run = goalsite("new", "kpi", path)
        assert run.code == (0 if path == "/etc/evil" else 2), path
    assert not (tmp_path.parent / "evil.md").exists()
    assert (tmp_path / "goals/etc/kpis/evil.md").is_file()


def test_what_could_not_be_read_is_not_written(goalsite: Goalsite, tmp_path: Path) -> None:
    assert goalsite("new", "objective", "a", "--cycle", "2026-Q9").code == 2
    assert goalsite("new", "kpi", "a", "--owner", "@a b").code == 2
    assert not (tmp_path / "goals").exists()
