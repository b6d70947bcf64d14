"""What hosts are given to run is sound by their own schemas and linters, and may do no more than it must."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from goalsite import __version__
from goalsite.cli.ci_files import Setting, ci_files, filled
from tests.commands import write
from tests.runner import read
from tests.test_layers import SCRIPTS, imports

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
COMPONENT = ROOT / "templates" / "goals.yml"
# Actions of GitHub's own go by their tags; a team can pin them, and nobody here could keep ids up to date.
POLICY = 'rules: {unpinned-uses: {config: {policies: {"actions/*": ref-pin, "*": hash-pin}}}}\n'


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that `init --ci` writes, and the two documents of the component."""
    folder = tmp_path_factory.mktemp("ci")
    for host in ("github", "gitlab"):
        write(folder, ci_files(host, Setting(f"goalsite=={__version__}", "our goals")))
    head, body = COMPONENT.read_text(encoding="utf-8").split("\n---\n")
    return write(folder, {"head.yml": head, "body.yml": body, "zizmor.yml": POLICY})


def told(*command: str | Path) -> str:
    """What a linter tells; it is there by the name of its program."""
    program, *arguments = command
    run = [BIN / program, *arguments]
    done = subprocess.run(run, capture_output=True, check=False, encoding="utf-8", timeout=120)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def scripts(value: Any) -> Iterator[str]:
    """Every script for a shell in a workflow, an action or a pipeline."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("run", "script", "before_script"):
                yield inner if isinstance(inner, str) else "\n".join(inner)
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


def workflows(folder: Path) -> dict[str, Any]:
    """The workflows by their names."""
    return {path.stem: read(path.read_text("utf-8")) for path in folder.glob(".github/workflows/*.yml")}


def test_workflows_pipelines_and_the_action_satisfy_the_schemas_of_their_hosts(written: Path) -> None:
    flows = sorted(written.glob(".github/workflows/*.yml"))
    assert len(flows) == 3
    pipelines = [written / name for name in (".gitlab/goals.yml", ".gitlab-ci.yml", "head.yml", "body.yml")]
    judged: dict[str, list[Path]] = {
        "github-workflows": flows,
        "github-actions": [ROOT / "action.yml"],
        "gitlab-ci": pipelines,
    }
    for schema, files in judged.items():
        assert told("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files) == ""


def test_a_linter_of_security_finds_nothing_in_workflows_and_action(written: Path) -> None:
    given: list[str | Path] = [
        "--offline",
        "--no-progress",
        "--quiet",
        "--persona=auditor",
        "--config",
        written / "zizmor.yml",
    ]
    assert told("zizmor", *given, written / ".github", ROOT / "action.yml") == ""


def test_scripts_are_sound_shell(written: Path, tmp_path: Path) -> None:
    files = [*written.glob(".github/workflows/*.yml"), written / ".gitlab/goals.yml", ROOT / "action.yml"]
    texts = [script for file in files for script in scripts(read(file.read_text(encoding="utf-8")))]
    assert len(texts) == 16
    write(tmp_path, {f"{number}.sh": text for number, text in enumerate(texts)})
    assert told("shellcheck", "--shell=bash", *sorted(tmp_path.iterdir())) == ""


def test_scripts_that_a_host_runs_need_the_standard_library_alone() -> None:
    found = sorted(SCRIPTS.rglob("*.py"))
    assert len(found) == 2
    for path in found:
        needed = {name.partition(".")[0] for name in imports(path.stem, path.read_text(encoding="utf-8"))}
        assert needed <= sys.stdlib_module_names


def test_the_container_file_is_sound() -> None:
    assert told("hadolint", ROOT / "Containerfile") == ""


def test_no_script_holds_an_expression_so_none_can_be_written_into_it(written: Path) -> None:
    for flow in (*workflows(written).values(), read((ROOT / "action.yml").read_text(encoding="utf-8"))):
        assert not [text for text in scripts(flow) if "${{" in text]


def test_each_job_has_the_rights_it_must_have_and_no_secret(written: Path) -> None:
    flows = workflows(written)
    rights = {
        f"{name}.{job}": about["permissions"]
        for name, flow in flows.items()
        for job, about in flow["jobs"].items()
    }
    assert rights == {
        "goals-check.check": {"contents": "read"},
        "goals-comment.comment": {"actions": "read", "pull-requests": "write"},
        "goals-publish.build": {"contents": "read"},
        "goals-publish.deploy": {"pages": "write", "id-token": "write"},
    }
    assert all(flow["permissions"] == {} for flow in flows.values())
    assert "secrets." not in "".join(path.read_text("utf-8") for path in written.glob(".github/*/*"))
    # What may write neither checks out nor installs.
    for flow, job in (("goals-comment", "comment"), ("goals-publish", "deploy")):
        (step,) = flows[flow]["jobs"][job]["steps"]
        assert not re.search(r"\bpip\b|checkout|git ", str(step))


def test_the_comment_of_gitlab_is_for_branches_of_the_project_and_takes_nothing_of_them(
    written: Path,
) -> None:
    job = read((written / ".gitlab/goals.yml").read_text(encoding="utf-8"))["goals-comment"]
    (rule,) = job["rules"]
    assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_MERGE_REQUEST_PROJECT_ID" in rule["if"]
    assert job["variables"] == {"GIT_STRATEGY": "none"}
    assert "extends" not in job
    assert "before_script" not in job


def test_the_component_of_gitlab_is_what_init_writes_with_inputs_in_place_of_values() -> None:
    head, body = COMPONENT.read_text(encoding="utf-8").split("\n---\n")
    inputs = read(head)["spec"]["inputs"]
    assert inputs["requirement"]["default"] == f"goalsite=={__version__}"
    places = {"requirement": '"{}"', "folder": '"{}"', "stage": "{}", "publish_stage": "{}"}
    names = {place: place.replace("_", "-") for place in places}
    assert set(inputs) == set(names.values())
    values = {place: quote.format(f"$[[ inputs.{names[place]} ]]") for place, quote in places.items()}
    assert body == filled("gitlab", "goals.yml", values)


@pytest.mark.parametrize("host", ["github", "gitlab"])
@pytest.mark.parametrize("folder", [".", "our goals: #1", 'a"b', "目标"])
def test_any_requirement_and_folder_arrive_as_they_are(host: str, folder: str) -> None:
    requirement = "goalsite[search] @ git+https://git.example.org/goalsite@v1#egg={x}"
    texts = ci_files(host, Setting(requirement, folder)).values()
    flows = [yaml.safe_load(text) for text in texts if "GOALSITE:" in text]
    assert flows
    for flow in flows:
        variables = flow["env"] if host == "github" else flow[".goals"]["variables"]
        assert (variables["GOALSITE"], variables["GOALS"]) == (requirement, folder)
