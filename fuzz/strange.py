"""Inputs nobody would write: sound repositories changed, and files made of nothing but oddities.

All is drawn from one `Random`, so that a number stands for an input, and hypothesis can make it smaller.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from fuzz.seeds import Repository, seeds
from fuzz.whole import CONFIG
from goalsite.model import kpis, objectives, units

DAYS = (date.min, date(1, 12, 31), date(2026, 2, 28), date(2026, 11, 16), date(9999, 1, 1), date.max)
"""Days for which a repository is checked: today, and those at the borders of the calendar."""

PATHS = (
    *("goals/2026-Q4/a.md", "goals/2026-Q4/a.checkins.csv", "goals/kpis/k.md", "goals/kpis/k.csv"),
    *("goals/team.md", "goals/x/team.md", "goals/x/0001/b.md", "goals/x/9999-Q4/c.md", "goals/README.md"),
    *("goals/people/ada.md", "goals/people/ada/2026-Q4/d.md", "goals/x/kpis/m.md", "goals/page.md", CONFIG),
    *("goals/2026-Q4/Ａ.md", "goals/2026-Q4/\u0301.md", "goals/con/aux.md", "goals/i.svg", "goals/.md"),
)
_KEYS = sorted({*objectives.SHAPE.keys, *kpis.SHAPE.keys, *units.TEAM.keys, *units.PERSON.keys})
_INNER = (
    *(
        "id",
        "title",
        "metric",
        "unit",
        "baseline",
        "target",
        "levels",
        "commit",
        "stretch",
        "kpi",
        "maintain",
    ),
    *("every", "min", "max", "allowed_misses", "milestones", "weight", "due", "done", "binary", "zones"),
    *("checkins", "date", "value", "confidence", "status", "note", "blocked", "next", "by", "plan", "start"),
    *("current", "checked", "reported", "score", "replaced_by", "description", "owner", "to", "goal", "team"),
    *("ask", "size", "confirmed", "from", "period", "red", "tolerance", "text", "share", "cascades_from"),
)
_CONFIG = (
    *(
        "site_name",
        "site_url",
        "goals_dir",
        "site_dir",
        "exclude",
        "footer",
        "theme",
        "languages",
        "timezone",
    ),
    *(
        "cadence",
        "holidays",
        "cycles",
        "current_cycle",
        "fiscal_year",
        "pace",
        "rules",
        "sites",
        "id",
        "title",
    ),
    *("start", "end", "parent", "select", "ignore", "severity", "per-path", "thresholds", "named_by", "top"),
    *("start_month", "on_track", "at_risk", "early", "grace", "stale", "name", "custom_dir", "repo_url"),
)
_WORDS = (
    *(
        "",
        "a",
        "a#kr",
        "kr",
        "k",
        "kpis/k",
        "2026-Q4/a",
        "x",
        "x/m",
        "ada",
        "@ada",
        "2026-Q4",
        "2026",
        "0001",
    ),
    *("9999-Q4", "9999", "9999-W52", "0001-W01", "all", "true", "false", "yes", "~", "null", "on_track"),
    *("active", "closed", "draft", "paused", "achieved", "dropped", "aspirational", "committed", "objective"),
    *(
        "kpi",
        "page",
        "higher",
        "lower",
        "range",
        "sum",
        "mean",
        "weighted",
        "last",
        "day",
        "week",
        "xun",
        "month",
    ),
    *(
        "quarter",
        "year",
        "end",
        "irregular",
        "10d",
        "1d",
        "99999d",
        "99999y",
        "12m",
        "target",
        "stretch",
        "commit",
    ),
    *(
        "a + b",
        "k * k",
        "( k",
        "k / 0",
        "[[k]]",
        "1e308 * k",
        "http://10.0.0.1/",
        "javascript:1",
        "mailto:a@b.co",
    ),
    *(
        "//x",
        "x:y",
        "x:",
        ":",
        "a: b",
        "- a",
        "TODO",
        "待定",
        "bonus pay",
        "a@b.co",
        "+49 30 1234567",
        "%",
        "¥",
        "x%",
    ),
    *(
        "date",
        "value",
        "north",
        "{}",
        "[]",
        "{a: b}",
        "[a, b]",
        "｛a：b｝",
        "a，b",
        "<!--",
        "```",
        "[[a]] @ada",
    ),
)
_NUMBERS = (
    *("0", "-0", "1", "-1", "0.5", "1.0", "11", "100%", "7/10", "7/0", "1e308", "-1e308", "1e-320", "1e999"),
    *(
        ".inf",
        "-.inf",
        ".nan",
        "1,234",
        "1.2亿",
        "3.5k",
        "９",
        "0x10",
        "0o7",
        "1_000",
        "9" * 100,
        "9" * 400,
        "1e5",
    ),
    *("99999999999999999999", "¥5", "5 %", "１／２", "+5", "--5", "5e-1", "0.1", "0.2", "0.3", "10", "1000"),
)
_DATES = (
    *(
        "0001-01-01",
        "0001-12-31",
        "9999-12-31",
        "9999-01-01",
        "2026-02-29",
        "2024-02-29",
        "2026-11-16",
        "2026-10-01",
    ),
    *(
        "2026-13-01",
        "2026-1-1",
        "2026/10/05",
        "20261005",
        "2026年10月5日",
        "2026-10-05T00:00:00",
        "10000-01-01",
    ),
    *(
        "0000-01-01",
        "2026-W41",
        "2026-10",
        "2026-Q3",
        "2026-12-31",
        "2027-01-01",
        "1999-12-31",
        "２０２６-10-05",
    ),
)
_ODD = (
    *(
        "&a x",
        "*a",
        "!!str x",
        "!x",
        "<<",
        "? a",
        "|",
        ">-",
        "|9",
        "'",
        '"',
        "'a",
        '"a',
        '"\\ud800"',
        '"\\0"',
        '"\\x07"',
    ),
    *(
        '"\\U0010FFFF"',
        '"\\UFFFFFFFF"',
        "@x",
        "`x",
        "%x",
        "#",
        " #",
        "---",
        "...",
        "\t",
        "\t- a",
        "\x00",
        "\x07",
    ),
    *(
        "\x1b[2J",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u202e",
        "\u200b",
        "\U0001f600",
        "\U000e0001",
        "\ue000",
        "\ufffe",
    ),
    *(
        "İ",
        "ß",
        "ﬁ",
        "e\u0301",
        "é",
        "：",
        "　",
        "，",
        "{",
        "}",
        "[",
        "]",
        ",",
        "::set-output",
        "##[error]x",
        "]]>",
    ),
)


def word(r: Random) -> str:
    """A scalar as it may stand in YAML or in a cell."""
    pool: Sequence[str] = r.choice((_WORDS, _WORDS, _NUMBERS, _DATES, _KEYS, _INNER, _ODD, ()))
    if pool:
        return r.choice(pool)
    kind = r.randrange(4)
    if kind == 0:
        return "".join(
            chr(r.choice((r.randrange(128), r.randrange(0x3000), r.randrange(0x110000))))
            for _ in range(r.randrange(9))
        )
    if kind == 1:
        return r.choice(("a", "9", "a/", "é", "- ", "[", "，", "a@b.co ", "1,", "`")) * r.choice(
            (2, 30, 200, 2000)
        )
    if kind == 2:
        return f"{r.randrange(10000):04}-{r.randrange(14):02}-{r.randrange(33):02}"
    return f"{r.uniform(-1, 1) * 10 ** r.randrange(-9, 20):.{r.randrange(9)}f}"


def value(r: Random, depth: int = 0, keys: Sequence[str] = _INNER) -> str:
    """A value in flow style."""
    kind = r.randrange(10) if depth < 4 else 0
    if kind < 6:
        return word(r)
    inner = [value(r, depth + 1, keys) for _ in range(r.choice((0, 1, 1, 2, 3)))]
    if kind < 8:
        return f"[{', '.join(inner)}]"
    return "{" + ", ".join(f"{_key(r, keys)}: {one}" for one in inner) + "}"


def _key(r: Random, keys: Sequence[str]) -> str:
    return r.choice(keys) if r.randrange(12) else word(r)


def block(r: Random, keys: Sequence[str], indent: int = 0) -> str:
    """Keys with values in block style, its lists and mappings perhaps some levels deep."""
    lines = []
    pad = " " * indent
    for _ in range(r.choice((1, 1, 2, 3, 5))):
        key = _key(r, keys)
        kind = r.randrange(6) if indent < 8 else 0
        if kind < 3:
            lines.append(f"{pad}{key}: {value(r)}")
        elif kind == 3:
            lines += [f"{pad}{key}:", *(f"{pad}- {value(r)}" for _ in range(r.randrange(4)))]
        elif kind == 4:
            lines += [f"{pad}{key}:", block(r, _INNER, indent + 2)]
        else:
            inner = block(r, _INNER, indent + 2)
            lines += [f"{pad}{key}:", f"{pad}- {inner[indent + 2 :]}"]
    return "\n".join(lines)


def body(r: Random) -> str:
    """Markdown."""
    parts = (
        "# a",
        "## Retro",
        "- ",
        "> ",
        "    ",
        "```",
        "~~~",
        "`",
        "[[a]]",
        "[[k#kr]]",
        "@ada",
        "@",
        "<!-- ",
        "-->",
    )
    return "".join(r.choice((*parts, "\n", "\n", "\n\n", " ", word(r))) for _ in range(r.randrange(25)))


def table(r: Random) -> str:
    """A CSV file: a series, a log, or something like it."""
    columns = r.choice(
        (
            "date,value",
            "date,kr,value,confidence,status,note",
            "date,value,note,x",
            "date,kr,note,by",
            word(r),
        )
    )
    rows = [columns]
    for _ in range(r.randrange(8)):
        cells = [
            r.choice((r.choice(_DATES), r.choice(_NUMBERS), word(r), "kr", "k", ""))
            for _ in columns.split(",")
        ]
        rows.append(",".join(cells))
    return r.choice(("\n", "\n", "\r\n", "\r")).join(rows) + r.choice(("", "\n"))


def content(r: Random, path: str) -> str:
    """A file of the kind that `path` asks for."""
    if path.endswith(".csv"):
        return table(r)
    if path == CONFIG:
        return block(r, _CONFIG) + "\n"
    if path.endswith(".svg"):
        return f"<svg xmlns='http://www.w3.org/2000/svg'>{body(r)}</svg>"
    opening = r.choice(("---\n", "---\n", "---\n", "---\n", "", "\ufeff---\n", "--- \n", "----\n"))
    closing = r.choice(("\n---\n", "\n---\n", "\n---\n", "\n---", "\n", "\n...\n"))
    return opening + block(r, _KEYS) + closing + body(r)


def changed(r: Random, text: str) -> str:
    """A text with one small change, as a slip, a merge or malice makes it."""
    lines = text.split("\n")
    at = r.randrange(len(lines))
    line = lines[at]
    match r.randrange(11):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, line)
        case 2:
            lines.insert(at, r.choice(lines))
        case 3:
            lines[at] = " " * r.randrange(5) + line.lstrip()
        case 4 | 5 | 6:
            key, colon, _ = line.partition(": ")
            lines[at] = f"{key}{colon}{value(r)}" if colon else value(r)
        case 7:
            lines.insert(at, " " * r.choice((0, 0, 2, 4)) + block(r, r.choice((_KEYS, _INNER, _CONFIG))))
        case 8:
            begin = r.randrange(len(line) + 1)
            lines[at] = line[:begin] + word(r) + line[r.randrange(begin, len(line) + 1) :]
        case 9:
            cells = line.split(",")
            cells[r.randrange(len(cells))] = word(r)
            lines[at] = ",".join(cells)
        case _:
            lines[at:] = lines[at : at + r.randrange(1, 4)] * r.choice((1, 2, 50))
    return "\n".join(lines)


def file(r: Random, path: str) -> bytes:
    """A file at `path`: one of a sound repository changed, or one made up."""
    like = [text for one in seeds() for name, text in one.items() if _suffix(name) == _suffix(path)]
    text = r.choice(like) if r.randrange(2) and like else content(r, path)
    for _ in range(r.choice((0, 1, 2, 4))):
        text = changed(r, text)
    return as_bytes(r, text)


def _suffix(path: str) -> str:
    return path.rpartition(".")[2]


def repository(r: Random) -> dict[str, bytes]:
    """A repository of a few files: a sound one changed, or one made up."""
    files: Repository = {}
    if r.randrange(4):
        files |= r.choice(seeds())
        for path in list(files):
            for _ in range(r.choice((0, 1, 1, 2, 4))):
                files[path] = changed(r, files[path])
    for _ in range(r.choice((0, 0, 1)) if files else r.randrange(1, 4)):
        path = r.choice(PATHS)
        files[path] = content(r, path)
    if len(files) > 1 and not r.randrange(8):  # what one file says, at the place of another
        first, second = r.sample(sorted(files), 2)
        files[first] = files[second]
    return {path: as_bytes(r, text) for path, text in files.items()}


def as_bytes(r: Random, text: str) -> bytes:
    """The bytes of a file; of a few files not quite those of UTF-8."""
    data = text.encode("utf-8", "surrogatepass")
    if r.randrange(40) == 0 and data:
        at = r.randrange(len(data))
        data = data[:at] + bytes([r.randrange(256)]) + data[at + r.randrange(3) :]
    return data.replace(b"\n", b"\r\n") if r.randrange(30) == 0 else data


def day(r: Random) -> date:
    """The day for which a repository is checked."""
    return r.choice(DAYS) if r.randrange(3) else date.fromordinal(r.randrange(1, date.max.toordinal() + 1))
