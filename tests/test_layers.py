"""The layers of ARCHITECTURE.md hold: what may import what, who reads the clock, how large a piece may grow.

Every broken rule is one line that names the place, such as `model.goal -> analysis.pace`.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# A host runs these by themselves; to the package they are texts.
SCRIPTS = ROOT / "goalsite" / "cli" / "ci"

# A package imports packages with a lower number only; equal numbers are siblings and strangers.
LEVELS = {
    "core": 1,
    "stopwatch": 1,
    "workers": 1,
    "language": 2,
    "source": 2,
    "report": 2,
    "memory": 3,
    "model": 3,
    "history": 4,
    "edit": 4,
    "graph": 4,
    "analysis": 5,
    "drawing": 6,
    "lint": 6,
    "prose": 6,
    "pages": 7,
    "render": 8,
    "exchange": 8,
    "schemas": 8,
    "output": 9,
    "project": 9,
    "edition": 9,
    "deliver": 10,
    "review": 10,
    "trust": 10,
    "pipeline": 11,
    "printing": 12,
    "snapshots": 13,
    "builds": 13,
    "lsp": 13,
    "serve": 13,
    "cli": 14,
    "__main__": 15,
}
# Each outside library, and each way out of the process, has one package that may use it; programs are two.
DOORS = {
    "yaml": "source",
    "subprocess": "history output",
    "pagefind_bin_extended": "output",
    "networkx": "graph",
    "babel": "language",
    "jinja2": "render",
    "markupsafe": "render",
    "markdown_it": "prose",
    "mdit_py_plugins": "prose",
    "http": "serve trust",
    "urllib.request": "",
    "ssl": "trust",
    "socket": "serve trust",
    "watchfiles": "serve",
    "click": "cli",
    "fsspec": "deliver",
    "pygls": "lsp",
    "lsprotocol": "lsp",
    "marshal": "memory review",
    "pickle": "memory",
    "multiprocessing": "review workers",
}
# What values are declared with may be wherever there are some.
VALUES = {"msgspec"}
CLOCKS = {"date": {"today"}, "datetime": {"now", "today", "utcnow"}, "time": {"time", "time_ns"}}
CLOCK_READERS = {"cli", "serve"}
LONGEST_FUNCTION = 60
LONGEST_MODULE = 400


def modules() -> list[tuple[str, str]]:
    """Every module's name below `goalsite` (`model.goal`, `model` for its `__init__`) and source."""
    found = []
    for path in sorted((ROOT / "goalsite").rglob("*.py")):
        if path.is_relative_to(SCRIPTS):
            continue
        parts = path.relative_to(ROOT / "goalsite").with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        found.append((name, path.read_text(encoding="utf-8")))
    return found


def imports(module: str, source: str) -> Iterator[str]:
    """The full names of the modules that `module` imports, anywhere in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield f"a relative import in goalsite.{module}"
        elif isinstance(node, ast.ImportFrom) and node.module == "goalsite":
            yield from (f"goalsite.{alias.name}" for alias in node.names if not alias.name.startswith("__"))
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


def forbidden_imports(module: str, source: str) -> Iterator[str]:
    """The imports of `module` that break a layer or go around a door, each as `module -> imported`."""
    package = module.partition(".")[0]
    for name in imports(module, source):
        top, _, rest = name.partition(".")
        inner = rest.partition(".")[0]
        if top == "goalsite":
            allowed = inner in ("", package) or LEVELS.get(inner, 99) < LEVELS.get(package, 0)
        elif name in DOORS or top in DOORS:
            allowed = package in DOORS.get(name, DOORS.get(top, "")).split()
        else:
            allowed = top in sys.stdlib_module_names | VALUES
        if not allowed:
            yield f"{module} -> {rest if top == 'goalsite' else name}"


def clock_readings(module: str, source: str) -> Iterator[str]:
    """The places where `module` asks what time it is, each as `module:line call`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).rpartition(".")[2]
            if node.attr in CLOCKS.get(owner, ()):
                yield f"{module}:{node.lineno} {owner}.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            for alias in node.names:
                if alias.name in CLOCKS["time"]:
                    yield f"{module}:{node.lineno} time.{alias.name}"


def oversized(module: str, source: str) -> Iterator[str]:
    """The module, and its functions, that are longer than they may be; a rule's page is no code."""
    page = (ast.get_docstring(ast.parse(source)) or "") if module.startswith("lint.") else ""
    if (lines := len(source.splitlines()) - len(page.splitlines())) > LONGEST_MODULE:
        yield f"{module} has {lines} lines, must be {LONGEST_MODULE} or less"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                place = f"{module}:{node.lineno} {node.name}"
                yield f"{place} has {lines} lines, must be {LONGEST_FUNCTION} or less"


def test_imports_go_down_and_through_the_doors() -> None:
    assert "\n".join(line for name, source in modules() for line in forbidden_imports(name, source)) == ""


def test_every_package_has_its_layer() -> None:
    packages = {name.partition(".")[0] for name, _ in modules()} - {""}
    assert packages - set(LEVELS) == set()


def test_only_commands_and_the_server_read_the_clock() -> None:
    readings = [
        line
        for name, source in modules()
        if name.partition(".")[0] not in CLOCK_READERS
        for line in clock_readings(name, source)
    ]
    assert "\n".join(readings) == ""


def test_functions_and_modules_are_short() -> None:
    assert "\n".join(line for name, source in modules() for line in oversized(name, source)) == ""


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("from goalsite.analysis.pace import pace", "model.goal -> analysis.pace"),
        ("def late():\n    import goalsite.analysis.pace", "model.goal -> analysis.pace"),
        ("from goalsite import pipeline", "model.goal -> pipeline"),
        ("from goalsite.elsewhere import thing", "model.goal -> elsewhere"),
        ("import yaml", "model.goal -> yaml"),
        ("import http.server", "model.goal -> http.server"),
        ("import requests", "model.goal -> requests"),
        ("from urllib.request import urlopen", "model.goal -> urllib.request"),
        ("from .shapes import Goal", "model.goal -> a relative import in goalsite.model.goal"),
    ],
)
def test_a_forbidden_import_is_told_in_one_line(source: str, told: str) -> None:
    assert list(forbidden_imports("model.goal", source)) == [told]


@pytest.mark.parametrize(
    "source",
    [
        "from goalsite.core.periods import Period",
        "from goalsite.source import nodes",
        "from goalsite.model import shapes",
        "from goalsite import __version__",
        "import re, datetime",
    ],
)
def test_imports_of_lower_layers_and_of_the_standard_library_are_free(source: str) -> None:
    assert list(forbidden_imports("model.goal", source)) == []


def test_siblings_do_not_know_each_other() -> None:
    told = forbidden_imports("graph.edges", "import goalsite.history.git")
    assert list(told) == ["graph.edges -> history.git"]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import datetime\ndatetime.date.today()", "pages.goal:2 date.today"),
        ("from datetime import datetime\ndatetime.now(UTC)", "pages.goal:2 datetime.now"),
        ("import time\nclock = time.time", "pages.goal:2 time.time"),
        ("from time import time", "pages.goal:1 time.time"),
    ],
)
def test_a_reading_of_the_clock_is_told_with_its_line(source: str, told: str) -> None:
    assert list(clock_readings("pages.goal", source)) == [told]


def loaded(*arguments: str, program: str, folder: Path) -> set[str]:
    """The modules that Python has loaded when `program` ends."""
    program = f"import sys\n{program}\nprint(*sys.modules, sep='\\n')"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, *arguments]
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.splitlines())


def test_starting_loads_no_heavy_library(tmp_path: Path) -> None:
    heavy = {"babel", "jinja2", "markdown_it", "networkx", "watchfiles", "yaml"}
    assert heavy & loaded(program="import goalsite.cli.main", folder=tmp_path) == set()


def test_check_loads_neither_templates_nor_markdown(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("site_name: Example\n", encoding="utf-8")
    goal = tmp_path / "goals" / "2026-Q4" / "faster-builds.md"
    goal.parent.mkdir(parents=True)
    goal.write_text(
        "---\ntitle: Every engineer trusts a green build\nowner: ada\nkey_results:\n"
        "  - {id: p50, title: Median time to green, metric: {unit: min, baseline: 14, target: 5}}\n---\n",
        encoding="utf-8",
    )
    program = (
        "from goalsite.cli.main import main\n"
        "try:\n    code = main()\nexcept SystemExit as stop:\n    code = stop.code\nassert not code, code"
    )
    modules_of_check = loaded("check", program=program, folder=tmp_path)
    assert {"jinja2", "markdown_it", "watchfiles"} & modules_of_check == set()
    assert "goalsite.source" in modules_of_check
