"""`outputs` and `comments` of config.yaml: what is published for those who follow goals from elsewhere."""

from __future__ import annotations

import re

from goalsite.core.config import SNAPSHOTS, Comments, Outputs
from goalsite.core.values import fields_of
from goalsite.model.shapes import Reading, Shape, choice, flag, line, shorten
from goalsite.source.nodes import Node

_OUTPUTS = Shape("outputs", {**dict.fromkeys(fields_of(Outputs), flag), "snapshots": choice(*SNAPSHOTS)})
_OF_REPOSITORY = ("repo", "repo_id", "category", "category_id")
_COMMENTS = Shape(
    "comments",
    {"provider": choice("giscus"), **dict.fromkeys(_OF_REPOSITORY, line)},
    required=("provider", *_OF_REPOSITORY),
)
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)


def read_outputs(node: Node, reading: Reading, name: str) -> Outputs | None:
    """What is published beside the pages; a key without a value has its default."""
    values = _OUTPUTS.read(node, reading, name)
    return None if values is None else Outputs(**values)


def read_comments(node: Node, reading: Reading, name: str) -> Comments | None:
    """Whose comments are shown; None unless all of it is said."""
    values = _COMMENTS.read(node, reading, name)
    if values is None or len(values) < len(_COMMENTS.keys):
        return None
    repo = values.get("repo")
    if not _REPOSITORY.fullmatch(repo):
        message = f'repo is "{shorten(repo)}", must be the owner and name of a repository on GitHub'
        reading.report_at(values, "repo", "S041", message, "write it as acme/goals")
        return None
    return Comments(**values)
