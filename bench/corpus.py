"""Writes a repository of N goals to measure with: `python bench/corpus.py FOLDER N [SEED]`.

One goal in ten is a KPI; an objective has three to five key results with two to six check-ins each, some
200 words, and 1.3 edges. Units hold about thirty goals each. The goals are well kept: the last check-ins are
of the last week, and values go the way of the plan. The same arguments give the same bytes.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from pathlib import Path

WORDS = [
    "team", "house", "trust", "reader", "number", "river", "week", "garden",
    "path", "signal", "quiet", "floor", "ceiling", "answer", "window", "light",
]  # fmt: skip
START, END = date(2026, 10, 1), date(2026, 11, 15)
GOALS_A_UNIT = 30


def write_corpus(folder: Path, count: int, seed: int = 1) -> None:
    """Write the repository; `count` goals in all."""
    chance = random.Random(seed)
    _write(folder, "config.yaml", "site_name: Measured\nsite_url: https://example.org/\n")
    units = [f"unit-{index // 10}/team-{index}" for index in range(max(1, count // GOALS_A_UNIT))]
    for unit in units:
        _write(folder, f"goals/{unit}/team.md", f"---\ntitle: {unit.rpartition('/')[2]}\nmode: hybrid\n---\n")
    kpis: list[str] = []
    objectives: list[str] = []
    for index in range(count):
        unit = units[index % len(units)]
        if index % 10 == 0:
            kpis.append(f"{unit}/kpis/kpi-{index}")
            _write(folder, f"goals/{kpis[-1]}.md", _kpi(index, chance))
        else:
            name = f"{unit}/2026-Q4/goal-{index}"
            _write(folder, f"goals/{name}.md", _objective(index, objectives, kpis, chance))
            objectives.append(name)


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _prose(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def _kpi(index: int, chance: random.Random) -> str:
    points = "".join(
        f"  - [{START + timedelta(days=7 * week)}, {chance.randint(80, 100)}]\n" for week in range(7)
    )
    title = f"Share of {chance.choice(WORDS)} {index}"
    return (
        f'---\ntitle: {title}\ndefinition: {_prose(chance, 12)}\nunit: "%"\n'
        f"owner: person-{index % 200}\nfrequency: week\n"
        "targets:\n  - {from: 2026-01-01, target: 95, red: 85}\n"
        f"series:\n{points}---\n{_prose(chance, 60)}\n"
    )


def _objective(index: int, objectives: list[str], kpis: list[str], chance: random.Random) -> str:
    lines = [
        "---",
        f"title: {_prose(chance, 7)[:-1]} {chance.choice(WORDS)}",
        f"owner: person-{index % 200}",
        f"origin: {chance.choice(['bottom-up', 'top-down', 'negotiated'])}",
    ]
    if objectives and chance.random() < 0.9:
        kind = chance.choice(["supports", "supports", "contributes"])
        goal = chance.choice(objectives)
        lines.append(f"{kind}: [{goal}]" if kind == "supports" else f"contributes: [{{to: {goal}}}]")
    if kpis and chance.random() < 0.4:
        lines.append(f"improves: [{chance.choice(kpis)}]")
    lines.append("key_results:")
    for number in range(chance.randint(3, 5)):
        lines += [
            f"  - id: kr-{number}",
            f"    title: {_prose(chance, 6)[:-1]}",
            f"    owner: person-{chance.randrange(200)}",
            *_measured(chance),
        ]
    body = "\n\n".join(_prose(chance, 50) for _ in range(4))
    return "\n".join([*lines, "---", body, ""])


def _measured(chance: random.Random) -> list[str]:
    """The lines of a metric, and of check-ins up to the last week that go about the way of the plan."""
    baseline, target = chance.randint(40, 90), chance.randint(1, 30)
    lines = [f"    metric: {{unit: min, baseline: {baseline}, target: {target}}}", "    checkins:"]
    count = chance.randint(2, 6)
    for week in range(7 - count, 7):
        day = min(END, START + timedelta(days=7 * week + chance.randrange(4)))
        share = 0.7 * (day - START).days / 91 + chance.random() / 10
        value = round(baseline + share * (target - baseline), 1)
        said = f"value: {value}, confidence: {chance.randint(4, 8) / 10}"
        lines.append(f"      - {{date: {day}, {said}, note: {_prose(chance, 6)}}}")
    return lines


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:4]))
