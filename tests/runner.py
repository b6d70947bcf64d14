"""Runs what a workflow, an action or a pipeline says, as the host's runner would: in its shell, with its
variables, and with its actions in small."""

from __future__ import annotations

import io
import os
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


def read(text: str) -> Any:
    """A YAML document as Python has it."""
    return yaml.safe_load(text)


def shell(script: str, folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """A script run as `run:` and `script:` are."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """An artifact as it is kept."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as writer:
        for name, content in files.items():
            writer.writestr(name, content)
    return archive.getvalue()


@dataclass
class Runner:
    """A runner of GitHub's with a workspace and a temporary folder.

    `known` has what expressions stand for, `actions` what stands for the actions that are used, by name
    without version. `artifacts` are those that were left.
    """

    workspace: Path
    temp: Path
    known: dict[str, str]
    environment: dict[str, str]
    actions: dict[str, Callable[[dict[str, str]], None]] = field(default_factory=dict)
    artifacts: dict[str, dict[str, bytes]] = field(default_factory=dict)
    log: str = ""

    def __post_init__(self) -> None:
        self.workspace.mkdir(parents=True, exist_ok=True)
        self.temp.mkdir(parents=True, exist_ok=True)
        self.known["runner.temp"] = str(self.temp)
        self.actions["actions/upload-artifact"] = self._upload
        paths = {name: self.temp.with_name(name) for name in ("path", "summary")}
        self.environment |= {"RUNNER_TEMP": str(self.temp), "GITHUB_PATH": str(paths["path"])}
        self.environment |= {"GITHUB_STEP_SUMMARY": str(paths["summary"])}
        for path in paths.values():
            path.touch()

    def run(self, steps: list[dict[str, Any]], variables: Mapping[str, str]) -> str | None:
        """The name of the step that failed, after which none was run."""
        for step in steps:
            if "uses" in step:
                given = {key: self.said(str(value)) for key, value in step.get("with", {}).items()}
                self.actions[step["uses"].partition("@")[0]](given)
                continue
            own = {key: self.said(str(value)) for key, value in step.get("env", {}).items()}
            more = Path(self.environment["GITHUB_PATH"]).read_text().split("\n")
            path = os.pathsep.join([*filter(None, more), self.environment["PATH"]])
            environment = {**self.environment, **variables, **own, "PATH": path}
            done = shell(step["run"], self.workspace, environment)
            self.log += done.stdout + done.stderr
            if done.returncode:
                return str(step["name"])
        return None

    def said(self, text: str) -> str:
        """A text with what its expressions stand for; one that nobody foresaw is a KeyError."""
        return _EXPRESSION.sub(lambda found: self.known[found[1]], text)

    def _upload(self, given: dict[str, str]) -> None:
        folder, *left_out = given["path"].split("\n")
        files = [path for path in Path(folder).rglob("*") if path.is_file()]
        self.artifacts[given["name"]] = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in files
            if f"!{path}" not in left_out
        }
