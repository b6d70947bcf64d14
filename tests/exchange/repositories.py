"""Repositories whose goals.json is looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from goalsite.analysis.analyse import analyse
from goalsite.exchange.goals_json import goals_json
from goalsite.history.timeline import Timeline
from tests.analysis.authored import goal_file, read

FULL = {
    "config.yaml": "site_name: Acme\nsite_url: https://example.org/goals/\nsites: {partner: https://example.org/}\n",
    "goals/team.md": "---\ntitle: Acme\n---\n",
    "goals/platform/team.md": (
        "---\ntitle: Platform\nlead: lin\nmembers: [ada, lin]\nmode: hybrid\nlayer: middle\n---\n"
    ),
    "goals/sales/team.md": "---\ntitle: Sales\n---\n",
    "goals/kpis/revenue.md": (
        "---\nunit: ¥\nfrequency: month\naggregate: sum\nrollup: sum\n"
        "targets: [{period: 2026, target: 1.2亿}]\n---\n"
    ),
    "goals/platform/kpis/uptime.md": (
        '---\ntitle: Uptime\nunit: "%"\nfrequency: week\nowner: sam\ntags: [core]\n'
        "cascades_from: {kpi: revenue, share: 0.4}\n"
        "targets: [{from: 2026-01-01, target: 99.95, red: 99.9}]\n"
        "series: [[2026-11-02, 99.97], [2026-11-09, 99.97]]\n---\n"
    ),
    "goals/kpis/load.md": (
        "---\ndirection: range\ntargets: [{min: 40, max: 60, tolerance: 5}]\nseries: [[2026-10, 45]]\n---\n"
    ),
    "goals/kpis/empty.md": "---\ntitle: Nothing yet\n---\n",
    "goals/2026-Q4/win.md": goal_file("", "commitment: committed\norigin: top-down"),
    "goals/2026-Q3/past.md": goal_file(
        "- {id: kr, title: KR, score: 0.4}",
        "status: closed\nclosed: 2026-09-28\noutcome: partly\nscore: 0.45",
    ),
    "goals/platform/2026-Q4/builds.md": goal_file(
        """
- {id: p50, title: 从推送到绿色, owner: lin, weight: 2, metric: {unit: min, baseline: 14, target: 5}, \
checkins: [{date: 2026-11-16, value: 9.5, confidence: 0.6}, {date: 2026-10-09, value: 12.5}]}
- {id: nps, title: Levels, metric: {baseline: 0, levels: {commit: 30, target: 70, stretch: 100}}}
- {id: up, title: Read, metric: {kpi: uptime, baseline: 99, target: 99.99}}
- {id: keep, title: Kept, maintain: {min: 3, every: month}, checkins: [{date: 2026-10-09, value: 4}]}
- {id: steps, title: Steps, milestones: [{title: Plan, done: 2026-10-20}, {title: Ship}]}
- {id: once, title: Once, binary: {}, checkins: [{date: 2026-11-10, status: at_risk}]}
- {id: zone, title: Zone, zones: {commit: A, target: B, stretch: C}, \
checkins: [{date: 2026-11-10, value: commit}]}
- {id: hand, title: By hand, replaced_by: hand2, on: 2026-11-02, checkins: [{date: 2026-10-10, value: 40%}]}
- {id: hand2, title: By hand}
""".strip(),
        "owner: ada\ncontributors: [lin, sam]\norigin: bottom-up\ntags: [ci]\nsupports: [win, https://example.org/]\n"
        "contributes: [{to: win, weight: 2}]\nimproves: [uptime]\nguards: [load]\ncontinues: [past]\n"
        "depends_on: [{goal: partner:runners}, {team: sales, ask: money, size: small, confirmed: false}]\n"
        "checkins: [{date: 2026-11-16, status: on_track}]",
    ),
    "goals/people/ada/2026-Q4/learn.md": goal_file(
        "- {title: No id}", "supports: ['2026-Q4/builds#p50']\nstatus: draft"
    ),
}
WORDS = (
    '---\ntitle: "Say \\"yes\\" </script> 引号  \\\\"\nowner: ada\nsupports: [nowhere]\n'
    "key_results:\n- {id: 结果, title: ' 🚀 '}\n---\n[[nobody]]\n"
)
REPOSITORIES: dict[str, Mapping[str, str]] = {
    "empty": {},
    "full": FULL,
    "odd words": {"goals/2026-Q4/words.md": WORDS, "goals/2026-Q4/broken.md": "---\n: [\n---\n"},
    "huge": {
        "goals/2026-Q4/a.md": goal_file(
            "- {id: a, title: A, weight: 1e300, metric: {baseline: 0, target: 1e-8}, "
            "checkins: [{date: 2026-11-01, value: 1.7e308}]}"
        ),
        "goals/kpis/k.md": (
            "---\ntargets: [{target: 1e-320}]\nseries: [[2026-10-01, 1e-310], [2026-10-02, 1e300]]\n---\n"
        ),
    },
}


def text_of(files: Mapping[str, str], as_of: str = "2026-11-16", commit: str | None = None) -> str:
    """The goals.json of `files`."""
    corpus, graph, config, found = read(files)
    analysis = analyse(corpus, graph, Timeline(), config, date.fromisoformat(as_of))
    return goals_json(corpus, graph, analysis, config, commit, found).decode()


def data_of(files: Mapping[str, str], as_of: str = "2026-11-16") -> Any:
    """The goals.json of `files`, read again."""
    return json.loads(text_of(files, as_of))
