"""What `goalsite init --ci` writes does its work: it is run as the hosts run it, on real repositories.

Everything that comes from a pull request is a stranger's and set as a trap.
"""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from goalsite.cli.ci_files import Setting, ci_files
from goalsite.cli.init import starter
from tests.conftest import GitRepo
from tests.runner import Runner, read, shell

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 22)
GOAL = "okr/goals/product/2026-Q4/feel-at-home.md"
MARK = "<!-- goalsite diff -->"
# Each would leave a file behind if anything of the pull request were run.
TRAP = "import os, pathlib; pathlib.Path(os.environ['TRAP']).touch()\n"
TRAPS = ("yaml.py", "json.py", "venv.py", "pip/__main__.py", "goalsite/__init__.py", "sitecustomize.py")
TITLE = "Feel $(touch $TRAP) `touch $TRAP` ${{ github.token }} @everyone [home](https://evil.example)"

WHOLE = {"fetch-depth": "0", "persist-credentials": "False"}
ADA = {
    f"GIT_{role}_{key}": "ada@example.org" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")
}


def project(folder: str) -> dict[str, str | bytes | None]:
    """The starter project in a folder."""
    return {f"{folder}/{path}": text for path, text in starter(DAY).items()}


def libraries_in(environment: Path) -> None:
    """Give an environment that is still to be made the libraries of this one: nothing is downloaded."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = environment / "lib" / version / "site-packages"
    packages.mkdir(parents=True)
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")


def bare_environment(tmp_path: Path, **more: str) -> dict[str, str]:
    """The variables of a job: none of whoever runs the tests."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "SOURCE_DATE_EPOCH": "1795348800",  # the day of the starter
        "TRAP": str(tmp_path / "trap"),
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "false",  # by which pip means: no isolation
        "PIP_NO_CACHE_DIR": "1",
        "PIP_NO_COMPILE": "1",
        **more,
    }


@pytest.fixture
def upstream(git_repo: Callable[..., GitRepo]) -> GitRepo:
    """A repository of goals in `okr/` and of other things, with pull request 7 of a stranger and what it
    would merge to."""
    repo = git_repo("upstream")
    repo.commit({**project("okr"), "README.md": "ours\n"}, "2026-11-20T09:00:00+00:00")
    repo.git("switch", "--quiet", "--create", "theirs")
    goal = (repo.root / GOAL).read_text(encoding="utf-8")
    changed = goal.replace("target: 10}", "target: 5}").replace(
        "title: New customers feel at home on their first day", f"title: '{TITLE}'"
    )
    traps = {f"{folder}{name}": TRAP for folder in ("", "okr/") for name in TRAPS}
    traps[".gitattributes"] = "* filter=x diff=x\n"
    config = (repo.root / "okr/config.yaml").read_text(encoding="utf-8")
    theme = {
        "okr/config.yaml": f"{config}theme: {{custom_dir: theme}}\n",
        "okr/theme/base.html.j2": "{% broken %}",
    }
    repo.commit({GOAL: changed, **traps, **theme}, "2026-11-21T09:00:00+00:00")
    repo.git("switch", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "--no-edit", "theirs", **ADA)
    repo.git("update-ref", "refs/pull/7/merge", "HEAD")
    repo.git("update-ref", "refs/pull/7/head", "theirs")
    repo.git("reset", "--quiet", "--hard", "HEAD~1")
    repo.git("branch", "--quiet", "-D", "theirs")
    return repo


def fetched(upstream: GitRepo, revision: str) -> Callable[[dict[str, str]], None]:
    """What actions/checkout does with the whole history, into the folder of the environment."""

    def checkout(given: dict[str, str]) -> None:
        assert given == WHOLE
        workspace = GitRepo(upstream.root.parent / "workspace")
        workspace.root.mkdir(exist_ok=True)
        workspace.git("init", "--quiet", "--initial-branch=main")
        workspace.git("fetch", "--quiet", str(upstream.root), "+refs/heads/*:refs/remotes/origin/*")
        workspace.git("fetch", "--quiet", str(upstream.root), f"+{revision}:refs/remotes/{revision}")
        workspace.git("checkout", "--quiet", "--force", f"refs/remotes/{revision}")

    return checkout


def runner_of(upstream: GitRepo, revision: str, environment: dict[str, str]) -> Runner:
    """A runner of GitHub's that checks out a revision."""
    known = {"github.base_ref": "main", "github.event.pull_request.number": "7"}
    place = upstream.root.parent
    runner = Runner(place / "workspace", place / "temp", known, environment)
    runner.actions["actions/checkout"] = fetched(upstream, revision)
    return runner


def after_installation(job: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps of a job for which goalsite is on the path already."""
    steps: list[dict[str, Any]] = job["steps"]
    first, *rest = steps
    assert first["name"] == "Install goalsite"
    return rest


def test_a_pull_request_of_a_stranger_is_checked_told_of_and_previewed_on_github(
    upstream: GitRepo, tmp_path: Path
) -> None:
    flow = read(ci_files("github", Setting(str(ROOT), "okr"))[".github/workflows/goals-check.yml"])
    runner = runner_of(upstream, "pull/7/merge", bare_environment(tmp_path))
    libraries_in(runner.temp / "goalsite")
    failed = runner.run(flow["jobs"]["check"]["steps"], flow["env"])
    assert failed is None, runner.log
    report = {name: content.decode() for name, content in runner.artifacts["goals-report"].items()}
    assert (report["number"], report["differs"]) == ("7", "1")
    assert report["comment.md"].startswith(MARK)
    assert "target 10 → 5" in report["comment.md"].replace("\N{NO-BREAK SPACE}", " ")
    assert report["comment.md"] == (tmp_path / "summary").read_text(encoding="utf-8")
    assert "index.html" in runner.artifacts["goals-preview"]
    assert "site.zip" not in runner.artifacts["goals-preview"]
    assert not (tmp_path / "trap").exists()


def test_a_pull_request_with_an_error_fails_and_is_told_of_all_the_same(
    upstream: GitRepo, tmp_path: Path
) -> None:
    upstream.git("switch", "--quiet", "--detach", "refs/pull/7/merge")
    upstream.commit({GOAL: "---\ntitle: Broken\nsupports: [nowhere]\n---\n"})
    upstream.git("update-ref", "refs/pull/7/merge", "HEAD")
    flow = read(ci_files("github", Setting("goalsite", "okr"))[".github/workflows/goals-check.yml"])
    runner = runner_of(upstream, "pull/7/merge", bare_environment(tmp_path))
    assert runner.run(after_installation(flow["jobs"]["check"]), flow["env"]) == "Check the goals"
    assert f"::error file={GOAL},line=3" in runner.log
    assert set(runner.artifacts) == {"goals-report"}


def test_what_is_merged_is_published_on_github(upstream: GitRepo, tmp_path: Path) -> None:
    flow = read(ci_files("github", Setting("goalsite", "okr"))[".github/workflows/goals-publish.yml"])
    runner = runner_of(upstream, "heads/main", bare_environment(tmp_path))
    published: list[str] = []
    runner.actions["actions/upload-pages-artifact"] = lambda given: published.append(given["path"])
    assert runner.run(after_installation(flow["jobs"]["build"]), flow["env"]) is None, runner.log
    assert (Path(published[0]) / "index.html").is_file()


def test_a_merge_request_is_checked_told_of_and_previewed_on_gitlab(
    upstream: GitRepo, tmp_path: Path
) -> None:
    jobs = read(ci_files("gitlab", Setting("goalsite", "okr"))[".gitlab/goals.yml"])
    fetched(upstream, "pull/7/head")(WHOLE)
    workspace = tmp_path / "workspace"
    environment = bare_environment(tmp_path, CI_PROJECT_DIR=str(workspace), **jobs[".goals"]["variables"])
    environment["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = upstream.git("rev-parse", "main")
    for name in ("goals-check", "goals-diff", "goals-preview"):
        done = shell("\n".join(jobs[name]["script"]), workspace, environment)
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
    assert read((workspace / "gl-code-quality-report.json").read_text(encoding="utf-8")) == []
    assert (workspace / "goals-preview/index.html").is_file()
    assert (workspace / "goals-report/differs").read_text() == "1"
    assert not (tmp_path / "trap").exists()
    # On the default branch the repository is believed: its theme is used, which here is broken.
    done = shell("\n".join(jobs["pages"]["script"]), workspace, environment)
    assert done.returncode == 1
    assert "base.html.j2" in done.stderr


def test_the_action_installs_what_the_container_copies_and_checks_compares_and_builds(
    upstream: GitRepo, tmp_path: Path
) -> None:
    source = tmp_path / "action"
    source.mkdir()
    for words in re.findall(r"^COPY (?!--from)(.*) \S+$", (ROOT / "Containerfile").read_text(), re.MULTILINE):
        for name in words.split():
            (source / name).symlink_to(ROOT / name)
    action = read((ROOT / "action.yml").read_text(encoding="utf-8"))
    runner = runner_of(upstream, "pull/7/merge", bare_environment(tmp_path, GITHUB_ACTION_PATH=str(source)))
    runner.environment["GITHUB_BASE_REF"] = "main"
    runner.actions["actions/checkout"](WHOLE)
    libraries_in(runner.temp / "goalsite-action")

    def use(**given: str) -> str | None:
        defaults = {name: about["default"] for name, about in action["inputs"].items()}
        inputs = {**defaults, "folder": "okr", **given}
        runner.known |= {f"inputs.{name}": value for name, value in inputs.items()}
        return runner.run(action["runs"]["steps"], {})

    site = tmp_path / "out $(touch $TRAP)"
    runner.environment["SOURCE_DATE_EPOCH"] = "1803000000"  # so late that there are warnings
    assert use(strict="true") == "Run goalsite"
    assert "::warning file=okr/" in runner.log
    assert "::error" not in runner.log
    assert use(command="diff") is None, runner.log
    assert (tmp_path / "summary").read_text(encoding="utf-8").startswith(MARK)
    assert use(command="build", output=str(site)) is None, runner.log
    assert (site / "index.html").is_file()
    assert use(command="check; touch $TRAP") == "Run goalsite"
    assert "command must be check, diff or build" in runner.log
    assert not (tmp_path / "trap").exists()
