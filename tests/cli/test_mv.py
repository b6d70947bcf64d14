from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Goalsite
from tests.crashes import files_of

OLD = "goals/platform/2026-Q4/builds.md"
LOG = "date,kr,value\r\n2026-11-09,p50,11\r\n"
FILES = {
    OLD: "---\r\ntitle: A   # kept\r\nkey_results:\r\n  - {id: p50, metric: {target: 5}}\r\n---\r\n"
    "See [the site](../../web/2026-Q4/site.md#why) and [[builds#p50]].\r\n",
    "goals/platform/2026-Q4/builds.checkins.csv": LOG,
    "goals/web/2026-Q4/site.md": "---\nsupports: [builds, 'platform/2026-Q4/builds#p50']   # both\n---\n"
    "[[builds]] at [home](../../platform/2026-Q4/builds.md), `[[builds]]`.\n",
    "goals/web/kpis/load.md": "---\nid: load\nunit: s\n---\n",
    "goals/web/kpis/twice.md": "---\nformula: load + load\nsupports: [old-name]\n---\n",
    "goals/2026/aim.md": "---\naliases: [old-name]\n---\n",
}
TODAY = ("--as-of", "2026-11-16")

Written = Callable[[dict[str, str]], Path]


def texts(folder: Path) -> dict[str, str]:
    """What lies in the folder."""
    return {name: data.decode() for name, data in files_of(folder).items()}


@pytest.fixture
def folder(written: Written) -> Path:
    """A project whose files end their lines in two ways."""
    root = written({})
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    return root


def test_a_goal_that_goes_by_its_path_moves_with_its_log_and_is_still_found_by_its_old_name(
    goalsite: Goalsite, folder: Path
) -> None:
    before = goalsite("check", *TODAY)
    run = goalsite("mv", "builds", "ci/2026-Q4/trust", *TODAY)
    assert run.code == 0, run.err
    assert run.out.startswith("platform/2026-Q4/builds: now ci/2026-Q4/trust, in 5 files; next: git add")
    after = texts(folder)
    assert set(FILES) - set(after) == {OLD, OLD.replace(".md", ".checkins.csv")}
    assert after["goals/ci/2026-Q4/trust.checkins.csv"] == LOG
    assert after["goals/ci/2026-Q4/trust.md"] == (
        "---\r\ntitle: A   # kept\r\nkey_results:\r\n  - {id: p50, metric: {target: 5}}\r\n"
        "aliases: [platform/2026-Q4/builds]\r\n---\r\n"
        "See [the site](../../web/2026-Q4/site.md#why) and [[trust#p50]].\r\n"
    )
    assert after["goals/web/2026-Q4/site.md"] == (
        "---\nsupports: [trust, 'ci/2026-Q4/trust#p50']   # both\n---\n"
        "[[trust]] at [home](../../ci/2026-Q4/trust.md), `[[builds]]`.\n"
    )
    assert after["goals/web/kpis/twice.md"] == FILES["goals/web/kpis/twice.md"]
    check = goalsite("check", *TODAY)
    assert (check.code, check.err.count(" S0")) == (before.code, before.err.count(" S0"))
    assert goalsite("checkin", "platform/2026-Q4/builds", "9", *TODAY).code == 0


def test_a_goal_with_an_id_of_its_own_stays_where_it_is(goalsite: Goalsite, folder: Path) -> None:
    assert goalsite("mv", "load", "latency", *TODAY).code == 0
    after = texts(folder)
    assert after["goals/web/kpis/load.md"] == "---\nid: latency\nunit: s\naliases: [load]\n---\n"
    assert "formula: latency + latency\n" in after["goals/web/kpis/twice.md"]


def test_a_key_result_is_renamed_in_its_log_and_wherever_it_is_named(
    goalsite: Goalsite, folder: Path
) -> None:
    assert goalsite("mv", "builds#p50", "median", *TODAY).code == 0
    after = texts(folder)
    assert after["goals/platform/2026-Q4/builds.checkins.csv"] == LOG.replace("p50", "median")
    assert "'platform/2026-Q4/builds#median'" in after["goals/web/2026-Q4/site.md"]
    assert "[[builds#median]]" in after[OLD]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("builds", "load"), 2, '"load" is taken by goals/web/kpis/load.md'),
        (("builds", "old-name"), 2, '"old-name" is taken by goals/2026/aim.md'),
        (("builds", "../x"), 2, "has a segment that begins with ."),
        (("builds", "a b"), 2, "holds a space"),
        (("builds#p50", "a/b"), 2, "holds /, must be one segment"),
        (("builds", "nowhere/trust"), 1, "nothing was changed"),
        (("load#x", "y"), 2, "is a KPI"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    goalsite: Goalsite, folder: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    run = goalsite("mv", *arguments, *TODAY)
    assert (run.code, message in run.err) == (code, True), run.err
    assert texts(folder) == FILES


def test_a_dry_run_prints_every_patch_and_moves_nothing(goalsite: Goalsite, folder: Path) -> None:
    run = goalsite("mv", "builds", "ci/2026-Q4/trust", "--dry-run", *TODAY)
    assert run.code == 0
    assert "+++ b/goals/ci/2026-Q4/trust.md\n" in run.out
    assert texts(folder) == FILES
