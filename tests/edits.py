"""A small repository with all kinds of files, and edits of it as authors make and break them.

The laws of incremental work are held against them.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import strategies as st

FILES = {
    "config.yaml": "site_name: Ours\n",
    "goals/team.md": "---\ntitle: All\n---\n",
    "goals/web/team.md": "---\ntitle: Web\nmode: hybrid\ncadence: week\n---\n",
    "goals/web/app/team.md": "---\ntitle: App\n---\n",
    "goals/people/ada.md": "---\nname: Ada\nteam: web\naliases: [countess]\n---\n",
    "goals/2026/trust.md": """---
title: People trust what we publish
owner: ada
commitment: committed
key_results:
  - {id: nps, title: More of them recommend us, owner: ada, metric: {unit: "%", baseline: 20, target: 40}}
  - {id: up, title: We are there when needed, owner: lin, metric: {kpi: uptime, baseline: 99, target: 99.9}}
---
We say so to [[fast]] and @countess.
""",
    "goals/web/2026-Q4/fast.md": """---
title: Pages are there before one thinks of waiting
owner: lin
contributes: [{to: trust}]
guards: [uptime]
depends_on: [{goal: lean, confirmed: true}]
key_results:
  - id: p50
    title: Half of the pages come sooner
    owner: lin
    metric: {unit: ms, baseline: 900, target: 300}
    checkins:
      - {date: 2026-10-05, value: 850, confidence: 0.6, status: on_track}
      - {date: 2026-11-09, value: 700, confidence: 0.5, status: on_track}
  - {id: sum, title: Orders come in, owner: lin, metric: {kpi: orders, target: 900}}
---
""",
    "goals/web/app/2026-Q4/lean.md": """---
title: The app fits on any phone
owner: sam
supports: [fast#p50]
continues: [small]
key_results:
  - {id: size, title: It takes less room, owner: sam, metric: {unit: MB, baseline: 80, target: 30}}
  - {id: alone, title: It starts by itself, owner: sam, current: 40%}
---
""",
    "goals/web/app/2026-Q3/small.md": """---
title: The app is small
owner: sam
status: closed
outcome: partly
key_results:
  - {id: size, title: It takes less room, score: 0.3, metric: {unit: MB, baseline: 80, target: 40}}
---
## Retrospective

Too late.
""",
    "goals/web/kpis/uptime.md": """---
title: Uptime
unit: "%"
owner: lin
frequency: week
targets: [{from: 2026-01-01, target: 99.9, red: 99}]
series: [[2026-11-02, 99.95], [2026-11-09, 98.5]]
---
""",
    "goals/kpis/orders.md": "---\nunit: orders\naggregate: sum\nfrequency: month\nsupports: [trust]\n---\n",
    "goals/kpis/orders.csv": "date,value\n2026-09,100\n2026-10,120\n",
    "goals/kpis/share.md": '---\nformula: "orders / uptime"\nfrequency: month\n---\n',
    "goals/people/ada/2026-Q4/rust.md": "---\ntitle: I read Rust without a dictionary\nowner: ada\n---\n",
    "goals/about.md": "# About\n\nSee [[trust]] and write to team@example.org.\n",
}

LINES = (
    "title: Launch the new shop",
    "title: Pages are there before one thinks of waiting",
    "owner: web",
    "owner: countess",
    "team: web/app",
    "team: nowhere",
    "id: fast",
    "id: trust",
    "aliases: [old-name, Fast]",
    "cycle: 2026-H2",
    "status: closed",
    "outcome: missed",
    "closed: 2026-11-01",
    "score: 0.2",
    "supports: [trust, uptime, old-name, fast#p50, fast#p99, nothing]",
    "contributes: [{to: trust, weight: 2}, {to: fast}]",
    "guards: [orders]",
    "improves: [uptime]",
    "continues: [small]",
    "depends_on: [{goal: trust}, {team: app, ask: help}]",
    "same_as: [fast]",
    "kind: kpi",
    "unit: kg",
    "north_star: true",
    "rollup: sum",
    "cascades_from: {kpi: orders, share: 0.5}",
    "formula: uptime + orders",
    "mode: kpi",
    "cadence: month",
    "lint: {Q104: it is what the cycle is for, R201: on leave}",
    "lint: {Q103: }",
    "broken: [",
    "commitment: committed",
    "origin: top-down",
)

CONFIG = (
    "site_name: Theirs",
    "site_url: https://goals.example.org/all/",
    "repo_url: https://github.com/example/goals",
    "footer: Open to everyone",
    "theme: {custom_dir: look, accent: '#0a6'}",
    "languages: [zh, en]",
    "timezone: Asia/Shanghai",
    "cadence: month",
    "pace: {on_track: 0.85}",
    "fiscal_year_start: 4",
    "holidays: [{from: 2026-11-01, to: 2026-11-10}]",
    "outputs: {badges: false, tables: false, goal_feeds: true}",
    "rules: {Q104: off, Q110: error}",
    "exclude: [kpis]",
)

BODIES = (
    "See [[trust]], [[nothing]] and [the app](../../app/2026-Q3/small.md).",
    "Ask @ada or @nobody.",
    "## Why\n\nBecause *[[fast]]* is late[^1].\n\n[^1]: By `weeks`.",
    "## Retrospective\n\nWe learnt from [[small]].",
)

LOOK = '{% extends "base.html.j2" %}\n{% block content %}<h1>Ours</h1>{% endblock %}\n'

CSV = "date,value\n2026-10,5\n2026-11,9999\n"
LOG = "date,kr,value,confidence\n2026-11-12,p50,650,0.2\n2026-11-13,nobody,1,\n"

names = st.sampled_from(sorted(FILES))
goals = st.sampled_from(sorted(name for name in FILES if name.endswith(".md")))
Edit = Callable[[Path], None]


def write_file(root: Path, name: str, text: str) -> None:
    """Write one file, in folders that are made where they are not there."""
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def add_line(name: str, line: str, at: int) -> Edit:
    def edit(root: Path) -> None:
        file = root / name
        lines = file.read_text(encoding="utf-8").split("\n") if file.exists() else ["---", "---", ""]
        lines.insert(min(at, len(lines)), line)
        write_file(root, name, "\n".join(lines))

    return edit


def drop_line(name: str, at: int) -> Edit:
    def edit(root: Path) -> None:
        file = root / name
        if file.exists():
            lines = file.read_text(encoding="utf-8").split("\n")
            del lines[at % len(lines)]
            write_file(root, name, "\n".join(lines))

    return edit


def other_digit(name: str, at: int) -> Edit:
    """Another digit in place of one, as when a value, a day or a name is corrected."""

    def edit(root: Path) -> None:
        file = root / name
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        digits = [place for place, sign in enumerate(text) if sign in "0123456789"]
        if digits:
            place = digits[at % len(digits)]
            other = str((int(text[place]) + 1) % 10)
            file.write_text(text[:place] + other + text[place + 1 :], encoding="utf-8")

    return edit


def remove(name: str) -> Edit:
    return lambda root: (root / name).unlink(missing_ok=True)


def restore(name: str) -> Edit:
    return lambda root: write_file(root, name, FILES[name])


def move(name: str, to: str) -> Edit:
    def edit(root: Path) -> None:
        if (root / name).exists():
            (root / to).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(root / name, root / to)

    return edit


def write(name: str, text: str) -> Edit:
    return lambda root: write_file(root, name, text)


edits = st.one_of(
    st.builds(add_line, goals, st.sampled_from(LINES), st.integers(1, 4)),
    st.builds(drop_line, names, st.integers(0, 12)),
    st.builds(other_digit, names, st.integers(0, 40)),
    st.builds(write, st.just("config.yaml"), st.sampled_from(CONFIG)),
    st.builds(add_line, st.just("config.yaml"), st.sampled_from(CONFIG), st.integers(0, 2)),
    st.builds(add_line, goals, st.sampled_from(BODIES), st.just(99)),
    st.builds(write, st.just("look/plain.html.j2"), st.just(LOOK)),
    st.builds(remove, names),
    st.builds(restore, names),
    st.builds(
        move,
        goals,
        st.sampled_from(("goals/web/2026-Q4/new.md", "goals/2026-Q4/fast.md", "goals/app/2026-Q4/trust.md")),
    ),
    st.builds(
        write,
        st.sampled_from(
            ("goals/kpis/orders.csv", "goals/web/2026-Q4/fast.checkins.csv", "goals/kpis/lonely.csv")
        ),
        st.sampled_from((CSV, LOG)),
    ),
)


@contextmanager
def repository() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in FILES.items():
            write_file(root, name, text)
        (root / "look").mkdir()  # without which a configuration that names it publishes nothing
        yield root
