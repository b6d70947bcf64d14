"""The comment on a pull request: one, kept up to date, and harmless whatever a stranger makes of the report.

The step that writes it is run as it is, against a host in small.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from goalsite.cli.ci_files import Setting, ci_files
from tests.fake_hosts import Answer, Asked, host
from tests.runner import packed, read, shell

MARK = "<!-- goalsite diff -->"


class GitHub:
    """As much of GitHub's API as the comment needs, with the state of one repository."""

    def __init__(self, elsewhere: str) -> None:
        self.elsewhere, self.address = elsewhere, ""
        self.report = packed({"number": "7", "differs": "1", "comment.md": f"{MARK}\n### Goals\n"})
        self.pulls: dict[str, Any] = {
            "7": {"state": "open", "head": {"sha": "c0ffee", "repo": {"id": 42}}},
            "8": {"state": "open", "head": {"sha": "decade", "repo": {"id": 1}}},
            "9": {"state": "open", "head": {"sha": "c0ffee", "repo": None}},
        }
        self.comments = [
            self.comment(f"{MARK}\nmine", "mallory"),
            self.comment("hello", "github-actions[bot]"),
        ]
        self.asked: list[Asked] = []

    def comment(self, body: str, login: str) -> dict[str, Any]:
        return {
            "body": body,
            "user": {"login": login},
            "url": f"{self.address}/repos/us/goals/issues/comments/",
        }

    def __call__(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        path = asked.path.removeprefix("/repos/us/goals")
        if path.startswith("/actions/runs/5/artifacts?"):
            report = {"name": "goals-report", "id": 11, "expired": False, "size_in_bytes": len(self.report)}
            report["archive_download_url"] = f"{self.address}/repos/us/goals/actions/artifacts/11/zip"
            return Answer({"artifacts": [report, {"name": "goals-preview", "id": 12, "expired": False}]})
        if path == "/actions/artifacts/11/zip":
            return Answer(elsewhere=f"{self.elsewhere}/blob")
        if path.startswith("/pulls/"):
            return Answer(self.pulls[path.removeprefix("/pulls/")])
        if asked.method == "GET":
            page = int(path.rpartition("page=")[2])
            return Answer(self.comments[100 * (page - 1) : 100 * page])
        if asked.method == "POST":
            self.comments.append(self.comment(asked.content["body"], "github-actions[bot]"))
            self.comments[-1]["url"] += str(len(self.comments) - 1)
        else:
            self.comments[int(path.rpartition("/")[2])]["body"] = asked.content["body"]
        return Answer({})


@contextmanager
def github(tmp_path: Path) -> Iterator[tuple[GitHub, Callable[[], tuple[int, str]]]]:
    """A GitHub, and what runs the comment's step there and returns its exit code and log."""
    job = read(ci_files("github", Setting("goalsite"))[".github/workflows/goals-comment.yml"])["jobs"][
        "comment"
    ]
    (step,) = job["steps"]
    known = {
        "github.token": "secret",
        "github.event.workflow_run.id": "5",
        "github.event.workflow_run.head_sha": "c0ffee",
        "github.event.workflow_run.head_repository.id": "42",
    }
    stored: list[Asked] = []

    def storage(asked: Asked) -> Answer:
        stored.append(asked)
        assert "Authorization" not in asked.headers
        return Answer(service.report)

    with host(storage) as elsewhere:
        service = GitHub(elsewhere)
        with host(service) as address:
            service.address = address
            variables = {"GITHUB_API_URL": address, "GITHUB_SERVER_URL": "https://github.example"}
            environment = {"PATH": os.environ["PATH"], "GITHUB_REPOSITORY": "us/goals", **variables}
            environment |= {key: known[value[4:-3]] for key, value in step["env"].items()}

            def run() -> tuple[int, str]:
                done = shell(step["run"], tmp_path, environment)
                assert "secret" not in done.stdout + done.stderr
                return done.returncode, done.stdout + done.stderr

            yield service, run
        assert all(asked.headers["Authorization"] == "Bearer secret" for asked in service.asked)


def test_one_comment_is_written_and_then_renewed(tmp_path: Path) -> None:
    with github(tmp_path) as (service, run):
        before = [dict(comment) for comment in service.comments]
        service.report = packed({"number": "7", "differs": "0", "comment.md": f"{MARK}\nnothing"})
        assert run() == (0, "nothing differs, and nothing was said before\n")
        assert service.comments == before
        service.report = packed({"number": "7", "differs": "1", "comment.md": f"{MARK}\nfirst"})
        service.comments += [service.comment(str(number), "ada") for number in range(150)]
        assert run() == (0, "")
        service.report = packed({"number": "7", "differs": "0", "comment.md": f"{MARK}\nsecond"})
        assert run() == (0, "")
        assert service.comments[:2] == before
        (own,) = service.comments[152:]
    page = "https://github.example/us/goals/actions/runs/5"
    assert own["body"].startswith(f"{MARK}\nsecond\n[All findings]({page}) · [Preview]({page}/artifacts/12)")


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (packed({"number": "8", "differs": "1", "comment.md": MARK}), "of another commit or pull request"),
        (packed({"number": "9", "differs": "1", "comment.md": MARK}), "of another commit or pull request"),
        (packed({"number": "7/../8", "differs": "1", "comment.md": MARK}), "not what goalsite writes"),
        (packed({"number": "7", "differs": "1", "comment.md": "Buy!"}), "not what goalsite writes"),
        (packed({"number": "7", "differs": "1", "../comment.md": MARK}), "cannot be read: KeyError"),
        (packed({"number": "7", "differs": "1", "comment.md": b"\xff"}), "be read: UnicodeDecodeError"),
        (bytes(2_000_000), "2000000 bytes, must be 1000000 or less"),
        (b"no archive", "cannot be read: BadZipFile"),
    ],
)
def test_a_report_that_is_not_of_this_run_or_no_report_at_all_says_nothing(
    tmp_path: Path, report: bytes, told: str
) -> None:
    with github(tmp_path) as (service, run):
        service.report = report
        _, log = run()
        assert told in log
        assert "Traceback" not in log
        assert {asked.method for asked in service.asked} == {"GET"}


def test_a_forged_comment_links_nowhere_mentions_nobody_and_has_room(tmp_path: Path) -> None:
    active = (
        f"{MARK}\n@everyone #12 https://evil.example www.evil.example <img src=//evil.example>"
        " <a\nhref=x>x</a> ![x](//evil.example) [y]: //evil.example &#64;org &commat;org &#x40;org"
        " <!-- x --> <details open>"
    )
    with github(tmp_path) as (service, run):
        service.report = packed(
            {"../../x": "x", "number": "7", "differs": "1", "comment.md": active + "A" * 9_000_000}
        )
        assert run() == (0, "")
        body = str(service.comments[-1]["body"])
    assert len(body) == 65_536
    forged = body.removeprefix(MARK).split("AAA")[0]
    assert not re.search(r"@\w|#\d|://|www\.\w|<[\w/!]|\]\(|\]:|&[#\w]", forged)
    assert [path.name for path in tmp_path.iterdir()] == []


def test_one_note_is_written_and_then_renewed_on_gitlab(tmp_path: Path) -> None:
    notes = [{"id": 1, "body": f"{MARK} mine", "author": {"id": 5}}]

    def answer(asked: Asked) -> Answer:
        assert asked.headers["Private-Token"] == "secret"
        path = asked.path.removeprefix("/api/v4")
        if path == "/user":
            return Answer({"id": 9})
        if asked.method == "POST":
            notes.append({"id": 2, "body": asked.content["body"], "author": {"id": 9}})
        elif asked.method == "PUT":
            notes[int(path.removeprefix("/projects/3/merge_requests/4/notes/")) - 1] |= asked.content
        return Answer(notes)

    report = tmp_path / "goals-report"
    report.mkdir()
    (step,) = read(ci_files("gitlab", Setting("goalsite"))[".gitlab/goals.yml"])["goals-comment"]["script"]
    with host(answer) as address:
        environment = {"PATH": os.environ["PATH"], "CI_API_V4_URL": f"{address}/api/v4", "CI_PROJECT_ID": "3"}
        environment |= {"CI_MERGE_REQUEST_IID": "4", "GOALSITE_COMMENT_TOKEN": "secret"}
        for text, differs in (("none", "0"), ("first", "1"), ("second", "0")):
            (report / "comment.md").write_text(f"{MARK}\n{text}")
            (report / "differs").write_text(differs)
            done = shell(step, tmp_path, environment)
            assert (done.returncode, done.stderr) == (0, "")
    assert [note["body"] for note in notes] == [f"{MARK} mine", f"{MARK}\nsecond"]
