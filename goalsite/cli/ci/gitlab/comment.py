"""Tells on a merge request what goals-diff found: one note, written once and renewed from then on."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

API = os.environ["CI_API_V4_URL"]
PROJECT, NUMBER = int(os.environ["CI_PROJECT_ID"]), int(os.environ["CI_MERGE_REQUEST_IID"])
NOTES = f"{API}/projects/{PROJECT}/merge_requests/{NUMBER}/notes"
MARK = "<!-- goalsite diff -->"
LONGEST = 100_000  # characters; goalsite keeps well below


def ask(address: str, method: str = "GET", content: object = None) -> Any:
    """What GitLab answers."""
    data = None if content is None else json.dumps(content).encode()
    request = Request(address, data, {"Content-Type": "application/json"}, method=method)
    request.add_unredirected_header("PRIVATE-TOKEN", os.environ["GOALSITE_COMMENT_TOKEN"])
    with urlopen(request, timeout=60) as answer:
        return json.load(answer)


def own_note() -> str | None:
    """The address of the note that was written before."""
    us = ask(f"{API}/user")["id"]
    page = 1
    while True:
        notes = ask(f"{NOTES}?per_page=100&page={page}")
        for note in notes:
            if note["author"]["id"] == us and note["body"].startswith(MARK):
                return f"{NOTES}/{int(note['id'])}"
        if len(notes) < 100:
            return None
        page += 1


def main() -> None:
    """Read the report, and write the note."""
    text = Path("goals-report/comment.md").read_text(encoding="utf-8")
    if not text.startswith(MARK) or len(text) > LONGEST:
        sys.exit("the report is not what goalsite writes")
    before = own_note()
    if before is not None:
        ask(before, "PUT", {"body": text})
    elif Path("goals-report/differs").read_text(encoding="utf-8") != "0":
        ask(NOTES, "POST", {"body": text})
    else:
        print("nothing differs, and nothing was said before")


if __name__ == "__main__":
    main()
