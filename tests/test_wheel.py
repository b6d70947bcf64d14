"""What is published is complete: installed far from this repository, it makes a site that is styled."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
SHIPPED = ("goalsite", "themes")
# Whoever owns this folder: its own tests may read it.
GIT = ("git", "-c", "safe.directory=*")


def run(*command: str | Path, folder: Path) -> str:
    """What the command prints, run in `folder` without this repository on Python's path."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive, as hatchling makes it from this tree."""
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", folder, folder=ROOT)
    (archive,) = folder.glob("goalsite-*.tar.gz")
    return archive


@pytest.fixture(scope="module")
def wheel(sdist: Path) -> Path:
    """The wheel, as pip makes it from nothing but the source archive."""
    pip = ["-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    run(sys.executable, *pip, "--wheel-dir", sdist.parent, sdist, folder=sdist.parent)
    (archive,) = sdist.parent.glob("goalsite-*.whl")
    return archive


@pytest.fixture
def install(tmp_path: Path) -> Callable[..., Path]:
    """A function that installs into a new environment, which has the libraries but not this repository.

    It returns the `goalsite` script of that environment.
    """

    def into_new_environment(*what: str | Path) -> Path:
        environment = tmp_path / "environment"
        run(sys.executable, "-m", "venv", "--without-pip", environment, folder=tmp_path)
        python = environment / "bin" / "python"
        (packages,) = environment.glob("lib/python3*/site-packages")
        # A folder named in a .pth file is searched, but the .pth files inside it do not count.
        (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
        pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
        run(python, *pip, *what, folder=tmp_path)
        return environment / "bin" / "goalsite"

    return into_new_environment


def build_demo(goalsite: Path, folder: Path) -> Path:
    """The folder of the site that `init` and `build` make in `folder`."""
    run(goalsite, "init", "demo", folder=folder)
    run(goalsite, "-C", "demo", "build", folder=folder)
    return folder / "demo" / "site"


def test_wheel_has_every_file_of_the_package_and_of_the_themes(wheel: Path) -> None:
    listed = run(*GIT, "ls-files", "-z", "--cached", "--others", "--exclude-standard", *SHIPPED, folder=ROOT)
    tracked = [path for path in listed.split("\0") if (ROOT / path).is_file()]
    expected = {f"goalsite/{path}" if path.startswith("themes/") else path for path in tracked}
    with zipfile.ZipFile(wheel) as archive:
        published = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert published == expected


def test_wheel_makes_a_styled_site_in_another_folder(
    wheel: Path,
    install: Callable[..., Path],
    tmp_path: Path,
    browser: Browser,
    serve_folder: Callable[[Path], str],
) -> None:
    site = build_demo(install(wheel), tmp_path)
    page = browser.new_page()
    page.goto(serve_folder(site))
    rules = page.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length)")
    assert rules, "the page has no style sheet"
    assert min(rules) > 0, "a style sheet of the page is empty"
    page.close()


def test_editable_install_finds_the_themes_beside_the_package(
    install: Callable[..., Path], tmp_path: Path
) -> None:
    site = build_demo(install("--editable", ROOT), tmp_path)
    assert (site / "index.html").is_file()
    assert list((site / "assets").iterdir())


def test_installed_command_says_the_version_of_its_wheel(
    wheel: Path, install: Callable[..., Path], tmp_path: Path
) -> None:
    version = wheel.name.split("-")[1]
    assert version in run(install(wheel), "--version", folder=tmp_path)
