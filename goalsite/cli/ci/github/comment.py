"""Tells on a pull request what goals-check.yml found: one comment, written once and renewed from then on.

The report is a stranger's: whoever sends a pull request can change the run that writes it. So it is read from
its archive and never unpacked, it is believed only where GitHub itself says that the run was of that pull
request, and whatever it says, it becomes a text that links to nothing, shows no image and mentions nobody.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import zipfile
from typing import Any
from urllib.request import Request, urlopen

NAME, RUN = os.environ["GITHUB_REPOSITORY"], int(os.environ["RUN"])
REPOSITORY = f"{os.environ['GITHUB_API_URL']}/repos/{NAME}"
MARK = "<!-- goalsite diff -->"
OURS = "github-actions[bot]"
LONGEST = 65_536  # characters of a comment
LARGEST = 1_000_000  # bytes of a report
GAP = "\N{ZERO WIDTH SPACE}"
# Where Markdown, or GitHub after it, makes something of a text; with a gap behind it, it does not. What
# goalsite itself writes is left out.
ACTIVE = re.compile(
    r"<(?!/?(?:details|summary|sub)>|!-- goalsite diff -->)"
    r"|&(?!(?:amp|lt|gt|quot|#(?:x27|36|42|9[1-6]|12[46]));)"
    r"|[@#](?=\w)|:(?=//)|(?<=\bwww)\.|\](?=[(:])",
    re.IGNORECASE,
)


def ask(address: str, method: str = "GET", content: object = None) -> bytes:
    """What GitHub answers."""
    data = None if content is None else json.dumps(content).encode()
    request = Request(address, data, {"Accept": "application/vnd.github+json"}, method=method)
    # Not sent along to the other host on which GitHub keeps artifacts.
    request.add_unredirected_header("Authorization", f"Bearer {os.environ['TOKEN']}")
    with urlopen(request, timeout=60) as answer:
        return bytes(answer.read())


def artifacts() -> dict[str, dict[str, Any]]:
    """What the run left, by name."""
    found = json.loads(ask(f"{REPOSITORY}/actions/runs/{RUN}/artifacts?per_page=100"))
    return {artifact["name"]: artifact for artifact in found["artifacts"] if not artifact["expired"]}


def report_in(archive: bytes) -> tuple[str, str, str]:
    """The number of the pull request, whether anything differs, and what is to be said."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            parts = []
            for name in ("number", "differs", "comment.md"):
                with files.open(name) as file:
                    parts.append(file.read(LARGEST).decode())
    except Exception as error:  # whatever a stranger packed
        sys.exit(f"the report cannot be read: {type(error).__name__}")
    number, differs, text = parts
    if not re.fullmatch(r"[1-9][0-9]{0,9}", number) or not text.startswith(MARK):
        sys.exit("the report is not what goalsite writes")
    return number, differs, text


def is_of_this_run(number: str) -> bool:
    """Whether the pull request is open and stands at the commit, of the repository, that was checked."""
    pull = json.loads(ask(f"{REPOSITORY}/pulls/{number}"))
    head = pull["head"]
    home = str((head["repo"] or {}).get("id"))
    stands = pull["state"], head["sha"], home
    return stands == ("open", os.environ["HEAD"], os.environ["HEAD_REPOSITORY"])


def own_comment(number: str) -> str | None:
    """The address of the comment that was written before."""
    page = 1
    while True:
        comments = json.loads(ask(f"{REPOSITORY}/issues/{number}/comments?per_page=100&page={page}"))
        for comment in comments:
            writer = (comment["user"] or {}).get("login")
            if writer == OURS and (comment["body"] or "").startswith(MARK):
                return str(comment["url"])
        if len(comments) < 100:
            return None
        page += 1


def links(left: dict[str, dict[str, Any]]) -> str:
    """The last line: where the whole of it is, and the preview."""
    run = f"{os.environ['GITHUB_SERVER_URL']}/{NAME}/actions/runs/{RUN}"
    line = f"\n[All findings]({run})"
    if "goals-preview" in left:
        preview = f"{run}/artifacts/{int(left['goals-preview']['id'])}"
        line += f" · [Preview]({preview}), to be unpacked: open its `index.html`"
    return line


def main() -> None:
    """Find the report, judge it, and write the comment."""
    left = artifacts()
    if "goals-report" not in left:
        print("the run left no report")
        return
    report = left["goals-report"]
    if report["size_in_bytes"] > LARGEST:
        sys.exit(f"the report has {int(report['size_in_bytes'])} bytes, must be {LARGEST} or less")
    number, differs, text = report_in(ask(report["archive_download_url"]))
    if not is_of_this_run(number):
        print("the run was of another commit or pull request, so nothing is said")
        return
    before = own_comment(number)
    if before is None and differs == "0":
        print("nothing differs, and nothing was said before")
        return
    last = links(left)
    text = ACTIVE.sub(lambda found: found[0] + GAP, text)
    body = {"body": text[: LONGEST - len(last)] + last}
    if before is None:
        ask(f"{REPOSITORY}/issues/{number}/comments", "POST", body)
    else:
        ask(before, "PATCH", body)


if __name__ == "__main__":
    main()
