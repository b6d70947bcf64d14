from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from goalsite.trust.folder import FolderSite
from goalsite.trust.verdict import MISSING, Found
from tests.commands import write


def test_files_are_read_and_symbolic_links_are_not(tmp_path: Path) -> None:
    write(tmp_path, {"secret": "s", "site/a/index.html": "hello", "site/.goalsite/lock": "", "site/b": "b"})
    site = FolderSite(tmp_path / "site")
    (tmp_path / "site/link").symlink_to("../secret")
    (tmp_path / "site/up").symlink_to("..")
    asked = ("a/index.html", "link", "up/secret", "a", "nowhere")
    hello = Found(sha256(b"hello").hexdigest())
    assert dict(site.found(asked)) == {"a/index.html": hello, **dict.fromkeys(asked[1:], MISSING)}
    assert (site.read("a/index.html", 4), site.read("link", 4)) == (b"hell", None)
    assert list(site.others(["a/index.html"])) == ["b", "link", "up"]
