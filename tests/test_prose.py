"""What the documents claim is so."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
DECISIONS = ROOT / "docs" / "adr"
# Where the project was made is nobody's business; each pattern is spelt so that it does not find itself.
WORKPLACE = re.compile(r"\.\./share[d]|/wor[k]/|\bthis sessio[n]\b|\bissue #?[0-9]")


def read(path: str) -> str:
    """The text of a file of this repository."""
    return (ROOT / path).read_text(encoding="utf-8")


def make_targets() -> set[str]:
    """The names that `make` takes."""
    return set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))


def without_code(markdown: str) -> str:
    """The text outside code blocks and code spans."""
    return re.sub(r"```.*?```|`[^`\n]*`", "", markdown, flags=re.DOTALL)


def tracked_files() -> list[Path]:
    """Every file that git keeps, or would keep."""
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    command = [*git, "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_command_in_the_documents_is_a_target(document: str) -> None:
    used = set(re.findall(r"(?:^|`)\s*make ([a-z]+)", read(document), re.MULTILINE))
    assert used <= make_targets()


def test_readme_says_how_to_make_the_site_and_run_the_tests() -> None:
    assert {"make site", "make test"} <= set(re.findall(r"make [a-z]+", read("README.md")))


def test_make_alone_lists_every_target_with_its_purpose() -> None:
    make = ["make", "--no-print-directory"]
    listed = subprocess.run(make, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    lines = [line.split() for line in listed.splitlines()]
    assert {line[1] for line in lines} == make_targets()
    assert all(len(line) > 3 for line in lines), listed


def test_continuous_integration_runs_what_the_readme_says() -> None:
    run = read(".ci/run")
    assert re.findall(r"^(?:exec )?(make .*?)(?: <.*)?$", run, re.MULTILINE) == ["make test"]


def test_no_file_speaks_of_the_place_where_it_was_written() -> None:
    told = []
    for path in tracked_files():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith("goals/") or path.suffix in {".lock", ".svg"}:
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        told += [f"{name}: {found[0]}" for found in WORKPLACE.finditer(text)]
    assert "\n".join(told) == ""


def test_changelog_begins_with_the_version_of_the_source() -> None:
    version = re.search(r'__version__ = "([^"]+)"', read("goalsite/__init__.py"))
    sections = re.findall(r"^## (\S+)", read("CHANGELOG.md"), re.MULTILINE)
    assert version is not None
    assert version[1] in sections[:2]
    assert sections[0] in {version[1], "Unreleased"}


def test_every_dependency_is_argued_and_every_argued_one_is_used() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    lines = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    lines += project["dependency-groups"]["build"]
    lines += (line for extra in project["project"]["optional-dependencies"].values() for line in extra)
    used = {Requirement(line).name for line in lines if isinstance(line, str)}
    argued = set(re.findall(r"^\| `([^`]+)` \|", read("docs/adr/0001-dependencies.md"), re.MULTILINE))
    assert argued == used


def test_one_python_version_is_named_everywhere() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    version = project["project"]["requires-python"].removeprefix(">=")
    assert project["tool"]["mypy"]["python_version"] == version
    assert project["tool"]["ruff"]["target-version"] == f"py{version.replace('.', '')}"
    assert f"({version.replace('.', ', ')})" in read("scripts/setup")
    for path in ("README.md", "CONTRIBUTING.md", "scripts/setup", "scripts/lock"):
        assert set(re.findall(r"[Pp]ython(?:-version)? (3\.\d+)", read(path))) == {version}, path


def test_decisions_are_numbered_once_and_have_their_headings() -> None:
    records = sorted(DECISIONS.glob("[0-9]*.md"))
    assert [path.name[:4] for path in records] == [f"{number:04}" for number in range(len(records))]
    for path in records:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:4]}. "), path.name
        assert "\nStatus: " in text, path.name
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences", "Undo it when"], path.name


def test_documents_link_only_to_files_that_exist() -> None:
    broken = [
        f"{path.relative_to(ROOT)} -> {target}"
        for path in tracked_files()
        if path.suffix == ".md" and path.relative_to(ROOT).parts[0] not in {"goals", "tests", "goalsite"}
        for target in re.findall(r"\]\(([^)#\s]+)", without_code(path.read_text(encoding="utf-8")))
        if "://" not in target and not (path.parent / target).exists()
    ]
    assert "\n".join(broken) == ""
