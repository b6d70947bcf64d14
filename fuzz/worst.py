"""The worst inputs of full size that we could think of: what takes quadratic time would stand still here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

from fuzz.whole import CONFIG

Files = dict[str, str]

_GOAL, _KPI = "goals/2026-Q4/a.md", "goals/kpis/k.md"
_SERIES, _LOG = "goals/kpis/k.csv", "goals/2026-Q4/a.checkins.csv"
_FRONT, _BODY, _ROWS = 65_000, 260_000, 50_000


def goal(front: str, body: str = "") -> str:
    """A Markdown file."""
    return f"---\n{front}\n---\n{body}"


def many(line: Callable[[int], str], size: int = _FRONT, first: str = "") -> str:
    """As many lines as fit into `size` bytes."""
    parts, left = [first], size - len(first.encode())
    for number in count():
        part = line(number)
        left -= len(part.encode())
        if left < 0:
            return "".join(parts).rstrip("\n,")
        parts.append(part)
    return ""


def _day(number: int) -> str:
    return (date.min + timedelta(days=number * 31 % 3_652_058)).isoformat()


def _series(value: Callable[[int], str]) -> str:
    return "date,value\n" + "".join(f"{_day(number)},{value(number)}\n" for number in range(_ROWS))


WORST: dict[str, Files] = {
    "keys that nobody knows": {_GOAL: goal(many(lambda n: f"owne{n}: 1\n"))},
    "references to nothing in one line": {_GOAL: goal(f"supports: [{many(lambda n: f'x{n},')}]")},
    "wrong words in one line": {_GOAL: goal(f"tags: [{many(lambda _: '{},')}]")},
    "an id of thirty thousand segments": {
        _GOAL: goal(f"id: {'a/' * 30_000}a"),
        "goals/2026-Q4/b.md": goal("supports: [a/a, b, c]"),
    },
    "an alias of thirty thousand segments": {
        _GOAL: goal(f"aliases: [{'a/' * 30_000}a]"),
        "goals/2026-Q4/b.md": goal("supports: [a/a, b, c]"),
    },
    "names of key results that are none": {
        _GOAL: goal(many(lambda n: f"- id: k{n}\n", first="key_results:\n")),
        "goals/2026-Q4/b.md": goal(f"supports: [{many(lambda n: f'a#j{n},')}]"),
    },
    "codes that are none": {_GOAL: goal(many(lambda n: f"  Q{n}: x\n", first="lint:\n"))},
    "cycles below cycles that are none": {
        CONFIG: many(
            lambda n: f"- {{id: a{n}, start: 2026-01-01, end: 2026-02-01, parent: ab{n}}}\n",
            first="cycles:\n",
        )
    },
    "cycles one below the other": {
        CONFIG: many(
            lambda n: f"- {{id: a{n}, start: 2026-01-01, end: {_day(n + 62_000)}, parent: a{n + 1}}}\n",
            first="cycles:\n",
        )
    },
    "cycles one within the other": {
        CONFIG: many(
            lambda n: f"- {{id: a{n}, start: 2026-01-01, end: {2027 + n}-01-01}}\n", first="cycles:\n"
        )
    },
    "a heading of blanks": {_GOAL: goal("owner: a", f"# a{chr(9) * 60_000}b\n")},
    "a formula of blanks": {_KPI: goal(f"formula: |\n  a{chr(10) * 60_000}  + b")},
    "rows in which all is wrong": {
        _GOAL: goal("key_results: [{id: k, title: a, metric: {target: 9}}]"),
        _LOG: "date,kr,value,confidence,status,by\n"
        + "".join(f"{number},k,x,12,om_track,a b\n" for number in range(_ROWS)),
    },
    "globs for each finding": {
        CONFIG: many(lambda n: f'    "*{n}/**": [Q]\n', first="rules:\n  per-path:\n"),
        _GOAL: goal("title: x", "TODO a@b.cc\n" * (_BODY // 12)),
    },
    "addresses": {_GOAL: goal("title: x", many(lambda n: f"a{n}@b.co\n", _BODY))},
    "addresses in a folded text": {_GOAL: goal(many(lambda n: f"  a{n}@b.co\n", first="title: >\n"))},
    "mentions of nobody and nothing": {_GOAL: goal("title: x", many(lambda n: f"[[a{n}]] @b{n}\n\n", _BODY))},
    "comments": {_GOAL: goal("title: x", "<!-- \n" * (_BODY // 6))},
    "a target for each day": {
        _KPI: goal(many(lambda n: f"- {{from: {_day(n)}, target: {n}}}\n", first="unit: x\ntargets:\n")),
        _SERIES: _series(str),
    },
    "digits that slip each third day": {
        _KPI: goal("unit: x"),
        _SERIES: _series(lambda n: f"{10 ** (n % 3 // 2 * 3 + 3) + n}"),
    },
    "columns that nobody asked for": {
        _KPI: goal("unit: x"),
        _SERIES: ",".join(f"c{n}" for n in range(9_000)) + "\n" + ("," * 8_999 + "1\n") * 200,
    },
    "numbers of all sizes, summed": {
        _KPI: goal("unit: x\naggregate: sum\ntargets: [{period: 2026, target: 1}]"),
        _SERIES: "date,value\n"
        + "".join(
            f"2026-{n % 12 + 1:02}-{n % 28 + 1:02},{'1e308' if n % 2 else '1e-308'}\n" for n in range(300)
        ),
    },
    "check-ins of no key result": {
        _GOAL: goal("key_results: [{id: k, title: a}]"),
        _LOG: "date,kr,value\n" + "".join(f"2026-10-01,k{n},1\n" for n in range(_ROWS)),
    },
    "a cycle as long as the calendar": {
        CONFIG: "cycles: [{id: all, start: 0001-01-01, end: 9999-12-31}]\n",
        _GOAL: goal(
            many(
                lambda _: "- {title: a, maintain: {min: 1, every: week}}\n",
                600,
                "cycle: all\nstatus: active\ncadence: 1d\nkey_results:\n",
            )
        ),
    },
}
"""Repositories by what they are."""
