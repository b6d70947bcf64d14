"""What `goalsite init --ci` writes: the files by which a host checks pull requests and publishes the site."""

from __future__ import annotations

import importlib.resources
import json
import re
from textwrap import indent

from msgspec import Struct

_GITHUB = {
    ".github/workflows/goals-check.yml": "goals-check.yml",
    ".github/workflows/goals-comment.yml": "goals-comment.yml",
    ".github/workflows/goals-publish.yml": "goals-publish.yml",
}
_GITLAB = {".gitlab/goals.yml": "goals.yml", ".gitlab-ci.yml": "gitlab-ci.yml"}
HOSTS = {"github": _GITHUB, "gitlab": _GITLAB}
"""The hosts, and of each the files in a repository with their templates."""

_PLACE = re.compile(r"^( *)\{\{script\}\}\n", re.MULTILINE)
_BY_HAND = "# Made by `goalsite init --ci gitlab`, and yours from now on.\n#\n"


class Setting(Struct, frozen=True):
    """What differs between repositories: what pip installs, and the folder of the project within its
    repository."""

    requirement: str
    folder: str = "."


def ci_files(host: str, setting: Setting) -> dict[str, str]:
    """The files for a host by their path from the root of the git repository."""
    values = {
        "requirement": json.dumps(setting.requirement, ensure_ascii=False),
        "folder": json.dumps(setting.folder, ensure_ascii=False),
        "stage": "test",
        "publish_stage": "deploy",
    }
    files = {path: filled(host, name, values) for path, name in HOSTS[host].items()}
    if host == "gitlab":
        files[".gitlab/goals.yml"] = _BY_HAND + files[".gitlab/goals.yml"]
    return files


def filled(host: str, name: str, values: dict[str, str]) -> str:
    """A template of a host with its script and `values` in their places."""
    folder = importlib.resources.files("goalsite.cli") / "ci" / host
    text = (folder / name).read_text(encoding="utf-8")
    if found := _PLACE.search(text):
        script = (folder / "comment.py").read_text(encoding="utf-8")
        text = text.replace(found[0], indent(script, found[1]))
    for place, value in values.items():
        text = text.replace(f"{{{{{place}}}}}", value)
    return text
