"""The same commit and the same day make the same bytes, wherever, by whomever and however often."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.commands import ROOT, goalsite, write
from tests.conftest import GitRepo
from tests.history.pasts import at

CONFIG = """site_name: Acme
site_url: https://acme.example/okr/
repo_url: https://github.com/acme/goals
languages: [en, zh]
timezone: Europe/Berlin
theme: {custom_dir: look, accent: '#0a6'}
outputs: {full_text: true, cards: true, goal_feeds: true, goal_tables: true, snapshots: months}
"""
OBJECTIVE = """---
title: {title}
owner: ada
tags: [speed, 速度]
supports: [trust]
key_results:
  - {{id: p50, title: Median time, metric: {{unit: min, baseline: 14, target: 5}}, current: {current}}}
  - {{id: docs, title: 文档齐全, milestones: [{{title: Written, done: {done}}}, {{title: 校对}}]}}
  - {{id: ease, title: Ease, weight: .7, metric: {{unit: points, baseline: 0.1, target: 3.3}}, current: .2}}
---
为什么重要：every engineer waits. See [[trust]] and @lin.

![A picture](picture.png)
"""
FILES: dict[str, str | bytes | None] = {
    "config.yaml": CONFIG,
    "look/assets/own.css": "p { margin: 0 }\n",
    "goals/team.md": "---\ntitle: Acme\nlead: lin\n---\n",
    "goals/platform/team.md": "---\ntitle: 平台\nlead: ada\n---\n",
    "goals/platform/2026-Q4/faster.md": OBJECTIVE.format(title="Builds are fast", current=9, done="false"),
    "goals/platform/2026-Q4/picture.png": b"\x89PNG\r\n\x1a\n\0",
    "goals/2026-Q4/trust.md": "---\nid: trust\ntitle: 客户信任我们\nowner: lin\n---\n",
    "goals/kpis/availability.md": '---\ntitle: Availability\nunit: "%"\n---\nHow often it answers.\n',
    "goals/kpis/availability.csv": "date,value\n2026-10-01,99.5\n2026-11-01,99.95\n",
}


# Versions of Python add up numbers in other ways: 3.12 is more exact than 3.11.
OTHER_SUM = """import builtins, math
def exact(values, /, start=0):
    values = [start, *values]
    return math.fsum(values) if any(isinstance(one, float) for one in values) else plain(values[1:], start)
plain, builtins.sum = builtins.sum, exact
"""


def _built(folder: Path, *options: str, **variables: str) -> bytes:
    """The list of the files of a site, which names the hash of each of them."""
    run = goalsite("build", "--as-of", "2026-11-16", *options, cwd=folder, **variables)
    assert run.code == 0, run.err
    return (folder / "site/manifest.json").read_bytes()


def test_a_site_is_the_same_elsewhere(git_repo: Callable[..., GitRepo], tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit(FILES, at("10-05", "23:30:00+00:00"))
    later = OBJECTIVE.format(title="Builds are fast 更快", current=7, done="true")
    repo.commit({"goals/platform/2026-Q4/faster.md": later}, at("11-02"), author="林")
    plain = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    first = _built(repo.root, **plain)
    assert b'"modified": false' in first
    assert b'"zh/search/_/full/zh/pagefind-entry.json"' in first

    other = tmp_path / "另一个 地方" / "okr"
    repo.git("clone", "--quiet", "--no-local", str(repo.root), str(other))
    for path in other.rglob("*.md"):
        os.utime(path, (1, 1))
    write(tmp_path, {"python/sitecustomize.py": OTHER_SUM})
    elsewhere = {
        "PYTHONPATH": f"{tmp_path / 'python'}{os.pathsep}{ROOT}",
        "TZ": "Asia/Shanghai",
        "LC_ALL": "zh_CN.UTF-8",
        "LANG": "de_DE.UTF-8",
        "PYTHONHASHSEED": "2",
        "HOME": str(tmp_path / "nobody"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "COLUMNS": "40",
        "NO_COLOR": "1",
    }
    before = os.umask(0o077)
    try:
        assert _built(other, **elsewhere) == first
    finally:
        os.umask(before)

    offline = _built(repo.root, "--offline", **plain)  # with what was remembered, over another site
    repo.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"))
    assert _built(tmp_path / "tree", "--offline", **elsewhere) == offline
    assert b'"site.zip"' in offline
