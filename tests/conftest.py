"""What tests share: a real browser, a web server for a built site, real git repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

settings.register_profile(
    "local", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
# The same examples each time: what more of them would find, they find on the machines of those who write.
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, max_examples=50)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_configure() -> None:
    """Forget the repository that git names in the environment when one of its hooks runs the tests."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"):
        os.environ.pop(name, None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what goes the whole way: it takes long, and no worker is to wait for it at the end."""
    items.sort(key=lambda item: item.path.parent != Path(__file__).parent)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A user's cache folder of its own, for a whole module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The path of the installed Chromium; without one the test fails."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    pytest.fail("no Chromium on the path: `make test` installs it, on Debian as the package chromium")


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """A headless Chromium that asks no other host for anything of its own."""
    arguments = [
        "--no-sandbox",  # it needs user namespaces, which root and most containers lack
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with sync_playwright() as playwright:
        expect.set_options(timeout=30_000)  # as long as for a click: a busy machine may be slow
        chromium = playwright.chromium.launch(executable_path=chromium_path, headless=True, args=arguments)
        yield chromium
        chromium.close()


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a test speaks by failing."""


class _SlowHandler(_QuietHandler):
    """As a middling phone has it that is far from its mast, by Lighthouse's figures: each answer takes a
    while to begin, and all of them share one line.

    (Chromium's own emulation of a slow network now and then never hands over what has long arrived.)
    """

    _LATENCY, _BYTES_PER_SECOND, _PIECE = 0.15, 200_000, 4_000
    _line = threading.Lock()

    def send_head(self) -> Any:
        time.sleep(self._LATENCY)
        return super().send_head()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        while piece := source.read(self._PIECE):
            with self._line:
                time.sleep(len(piece) / self._BYTES_PER_SECOND)
            outputfile.write(piece)


@contextmanager
def _serving(handler: type[SimpleHTTPRequestHandler]) -> Iterator[Callable[[Path], str]]:
    servers = []

    def serve(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
        thread = threading.Thread(target=server.serve_forever)
        servers.append((server, thread))
        thread.start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on this machine only and returns its address, which ends in `/`."""
    with _serving(_QuietHandler) as serve:
        yield serve


@pytest.fixture
def serve_slowly() -> Iterator[Callable[[Path], str]]:
    """As `serve_folder`, as it comes to a phone that is far from its mast."""
    with _serving(_SlowHandler) as serve:
        yield serve


@dataclass(frozen=True, slots=True)
class GitRepo:
    """A real repository, on branch main, whose commits depend on nothing but what the test gives."""

    root: Path

    def git(self, *arguments: str, **environment: str) -> str:
        """What `git` prints, without the last line end; `environment` is added to that of the test."""
        command = ["git", "-C", str(self.root), *arguments]
        run = subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, check=False, encoding="utf-8"
        )
        assert run.returncode == 0, f"{' '.join(command)}: {run.stderr}"
        return run.stdout.rstrip("\n")

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Writes each path its content; None deletes it."""
        for path, content in files.items():
            target = self.root / path
            if content is None:
                target.unlink()
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(
        self,
        files: Mapping[str, str | bytes | None],
        date: str = "2026-10-05T09:00:00+00:00",
        message: str = "Update goals",
        author: str = "ada",
    ) -> str:
        """The id of a new commit of `files` and all else that changed, authored and committed at `date`."""
        self.write(files)
        self.git("add", "--all")
        who = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in (("NAME", author), ("EMAIL", f"{author}@example.org"), ("DATE", date))
        }
        self.git("commit", "--quiet", "--allow-empty", "--message", message, **who)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def git_repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., GitRepo]:
    """A function that makes an empty repository in `tmp_path`, in the folder of the given name (`repo`).

    Neither the machine's nor the user's git configuration counts during the test.
    """
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")

    def make(name: str = "repo") -> GitRepo:
        repo = GitRepo(tmp_path / name)
        repo.root.mkdir(parents=True)
        repo.git("init", "--quiet", "--initial-branch=main")
        return repo

    return make
