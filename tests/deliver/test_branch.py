"""A site on a branch of a real remote: nothing of others is lost, nothing here is touched, killed or not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from goalsite.deliver.branch import Branch, Pushed, publish_to_branch
from goalsite.deliver.built import Built
from goalsite.output.errors import PublishError
from tests.conftest import GitRepo
from tests.deliver.conftest import Make

OLD = {"index.html": "old\r\n", "goals/a/index.html": "old", "search/_/index.json": "old"}
NEW = {"index.html": "new\r\n", "goals/a/index.html": "old", "goals/b/index.html": "new"}
GOALS = {
    "config.yaml": "site_name: Example\n",
    "goals/a.md": "---\ntitle: A\n---\n",
    "site/.goalsite/lock": "",
}


@pytest.fixture
def repo(git_repo: Callable[..., GitRepo], tmp_path: Path) -> GitRepo:
    """A clone with work under way, whose remote is a bare repository that puts `gh-pages` into the folder
    `web` after each push, as a host of pages does."""
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", str(tmp_path / "hub.git")], check=True)
    (tmp_path / "web").mkdir()
    show = "git archive --output=pages.tar gh-pages && rm -rf ../web/* && tar -x -f pages.tar -C ../web"
    hook(tmp_path, "post-receive", f"git show-ref --quiet gh-pages || exit 0\n{show}\n")
    repo = git_repo("repo")
    repo.git("remote", "add", "origin", "../hub.git")
    repo.commit({**GOALS, ".gitattributes": "* text eol=lf\n", ".gitignore": "/site/\n"})
    repo.git("push", "--quiet", "origin", "main")
    repo.write({"config.yaml": "site_name: Changed\n", "goals/staged.md": "staged", "note.txt": "mine"})
    repo.git("add", "goals/staged.md")
    return repo


def hook(folder: Path, name: str, script: str) -> None:
    """Let the bare repository run a script at one of its moments."""
    file = folder / "hub.git/hooks" / name
    file.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    file.chmod(0o755)


def publish(repo: GitRepo, site: Built, message: str = "Publish", **where: str) -> Pushed:
    known = {"config": "config.yaml", "remote": "origin", "name": "gh-pages", **where}
    return publish_to_branch(site, Branch(repo.root, **known), message)


def at_hub(repo: GitRepo, branch: str = "gh-pages") -> dict[str, str]:
    """The files on a branch of the remote, byte by byte."""
    listed = repo.git("--git-dir=../hub.git", "ls-tree", "-r", "--name-only", branch).split("\n")
    show = ["git", "-C", str(repo.root.parent / "hub.git"), "show"]
    return {name: subprocess.check_output([*show, f"{branch}:{name}"]).decode() for name in listed}


def log(repo: GitRepo) -> list[str]:
    """The subjects on the branch of the remote, the newest first."""
    return repo.git("--git-dir=../hub.git", "log", "--format=%s", "gh-pages").split("\n")


def local(repo: GitRepo) -> list[object]:
    """Everything of the clone that a publish has no business with."""
    asked = [["status", "--porcelain"], ["branch", "--list", "-v"], ["stash", "list"], ["rev-parse", "HEAD"]]
    settings = (repo.root / ".git/config").read_bytes()
    return [*(repo.git(*words) for words in asked), (repo.root / ".git/index").read_bytes(), settings]


def somebody_pushes(
    repo: GitRepo, files: dict[str, str | bytes | None], message: str = "Theirs", branch: str = "gh-pages"
) -> None:
    """A commit of another clone on the branch of the remote."""
    other = GitRepo(repo.root.parent / "other")
    if not other.root.exists():
        repo.git("clone", "--quiet", "../hub.git", "../other", "--branch", branch)
    other.git("pull", "--quiet")
    other.commit(files, message=message)
    other.git("push", "--quiet")


def without_list(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path != "manifest.json"}


def test_the_branch_begins_with_the_site_alone_and_the_clone_is_as_it_was(repo: GitRepo, built: Make) -> None:
    repo.git("config", "core.autocrlf", "input")
    repo.git("config", "i18n.commitEncoding", "latin1")
    before = local(repo)
    done = publish(repo, built(OLD), "Für alle")
    assert local(repo) == before
    assert without_list(at_hub(repo)) == OLD | {".nojekyll": ""}
    assert log(repo) == ["Für alle"]
    assert done.commit == repo.git("rev-parse", "origin/gh-pages")
    assert len(done.published.written) == len(OLD) + 1
    assert (repo.root.parent / "web/search/_/index.json").read_text(encoding="utf-8") == "old"
    assert publish(repo, built(OLD)).commit == ""
    assert log(repo) == ["Für alle"]


def test_only_the_site_changes_and_what_others_committed_stays(repo: GitRepo, built: Make) -> None:
    publish(repo, built(OLD), "One")
    theirs = {"CNAME": "example.org", "goals/notes.txt": "theirs", ".nojekyll": "theirs"}
    somebody_pushes(repo, {**theirs, "index.html": "theirs"})
    done = publish(repo, built(NEW), "Two")
    assert log(repo) == ["Two", "Theirs", "One"]
    assert without_list(at_hub(repo)) == NEW | theirs
    assert done.published.written == ("goals/b/index.html", "index.html", "manifest.json")
    assert done.published.removed == ("search/_/index.json",)
    assert not (repo.root.parent / "web/search").exists()


@pytest.mark.parametrize("times", [1, 9])
def test_who_pushes_meanwhile_loses_nothing(repo: GitRepo, built: Make, tmp_path: Path, times: int) -> None:
    publish(repo, built(OLD), "One")
    somebody_pushes(repo, {"CNAME": "example.org", "draft": "theirs"})
    theirs = (
        f"cd '{tmp_path}/other' && git pull --quiet && date +%N >>blog && git add blog"
        " && git rm --quiet --ignore-unmatch draft"
    )
    (tmp_path / "left").write_text("x" * times, encoding="utf-8")
    before_push = repo.root / ".git/hooks/pre-push"
    before_push.write_text(
        f"#!/bin/sh\nunset $(git rev-parse --local-env-vars)\n[ -s '{tmp_path}/left' ] || exit 0\n"
        f"truncate --size=-1 '{tmp_path}/left'\n{theirs} && git commit --quiet -m More && git push --quiet\n",
        encoding="utf-8",
    )
    before_push.chmod(0o755)
    GitRepo(tmp_path / "other").git("config", "user.name", "ada")
    GitRepo(tmp_path / "other").git("config", "user.email", "ada@example.org")
    if times > 3:
        with pytest.raises(PublishError, match="others pushed to gh-pages at origin 3 times"):
            publish(repo, built(NEW), "Two")
        assert log(repo) == ["More", "More", "More", "Theirs", "One"]
        return
    publish(repo, built(NEW), "Two")
    assert log(repo) == ["Two", "More", "Theirs", "One"]
    assert at_hub(repo).items() >= {**NEW, "CNAME": "example.org"}.items()
    assert "draft" not in at_hub(repo)


def test_another_site_in_the_way_is_named_and_a_folder_beside_it_is_free(repo: GitRepo, built: Make) -> None:
    repo.git("push", "--quiet", "origin", "HEAD~0:refs/heads/other")
    theirs = GitRepo(repo.root.parent / "theirs")
    theirs.root.mkdir()
    theirs.git("init", "--quiet", "-b", "gh-pages")
    theirs.commit({"index.html": "docs", "manifest.json": '{"name": "an app"}'}, message="Docs")
    theirs.git("push", "--quiet", "../hub.git", "gh-pages")
    with pytest.raises(PublishError) as refusal:
        publish(repo, built(OLD))
    assert refusal.value.paths == ("index.html", "manifest.json")
    assert log(repo) == ["Docs"]
    for preview in ("previews/1/", "previews/2/"):
        publish(repo, built(OLD), preview, below=preview)
    publish(repo, built(NEW), "Again", below="previews/1/")
    found = at_hub(repo)
    assert found["index.html"] == "docs"
    assert found.items() >= {f"previews/1/{path}": text for path, text in NEW.items()}.items()
    assert found.items() >= {f"previews/2/{path}": text for path, text in OLD.items()}.items()
    assert "previews/1/search/_/index.json" not in found


@pytest.mark.parametrize("branch", ["main", "site in main", "topic", "new"])
def test_a_branch_that_holds_goals_gets_no_site(repo: GitRepo, built: Make, branch: str) -> None:
    if branch == "topic":  # it has the goals no more, but it comes from there
        repo.commit({})
        repo.git("push", "--quiet", "origin", "HEAD:refs/heads/topic")
        somebody_pushes(repo, {"config.yaml": None}, branch="topic")
    if branch == "new":
        repo.git("checkout", "--quiet", "-b", "new")
    if branch == "site in main":
        repo.commit({})
        repo.git("push", "--quiet", "origin", "main")
        theirs = (built(OLD).folder / "manifest.json").read_text()
        somebody_pushes(repo, {"docs/manifest.json": theirs}, branch="main")
        branch = "main"
    with pytest.raises(PublishError, match=f"{branch} at origin holds the goals"):
        publish(repo, built(OLD), name=branch, below="docs/" if branch == "main" else "")


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ({"name": "-x"}, "'-x' is no name for a branch"),
        ({"name": "a..b"}, "'a..b' is no name for a branch"),
        ({"remote": "--upload-pack=touch x"}, "git knows no remote"),
        ({"remote": "upstream"}, "git knows no remote 'upstream' here"),
        ({"below": "../x/"}, "is no folder for a site"),
        ({"below": ".git/hooks/"}, "there can be no file '.git/hooks/"),
        ({"remote": "https://ada:s3cret@127.0.0.1:9/x.git"}, "git ls-remote failed"),
    ],
)
def test_what_is_no_branch_is_told_without_a_password(
    repo: GitRepo, built: Make, where: dict[str, str], told: str
) -> None:
    with pytest.raises(PublishError) as refusal:
        publish(repo, built(OLD), **where)
    assert told in refusal.value.message
    assert "s3cret" not in refusal.value.message


def test_a_project_outside_of_git_is_told_what_to_do(built: Make, tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="lies in no git repository"):
        publish_to_branch(built(OLD), Branch(tmp_path, "config.yaml", "origin", "gh-pages"), "Publish")


def test_a_hook_that_refuses_is_heard_there_and_here(repo: GitRepo, built: Make, tmp_path: Path) -> None:
    hook(tmp_path, "update", "echo 'not on a Sunday' >&2\nexit 1\n")
    with pytest.raises(
        PublishError, match=r"(?s)git push failed, and nothing was published:.*not on a Sunday"
    ):
        publish(repo, built(OLD))
    own = repo.root / ".git/hooks/pre-push"
    own.write_text("#!/bin/sh\necho 'not from this machine'\nexit 1\n", encoding="utf-8")
    own.chmod(0o755)
    with pytest.raises(PublishError, match="not from this machine"):
        publish(repo, built(OLD))


def test_a_shallow_clone_in_another_work_tree_with_no_branch_publishes_too(
    repo: GitRepo, built: Make
) -> None:
    publish(repo, built(OLD), "One")
    somebody_pushes(repo, {"CNAME": "example.org"})
    repo.commit({}, message="Second")
    repo.git("push", "--quiet", "origin", "main")
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root.parent}/hub.git", "../ci")
    ci = GitRepo(repo.root.parent / "ci")
    ci.git("worktree", "add", "--quiet", "--detach", "../ci-tree")
    done = publish(GitRepo(repo.root.parent / "ci-tree"), built(NEW), "Two")
    assert log(repo) == ["Two", "Theirs", "One"]
    assert at_hub(repo)["CNAME"] == "example.org"
    assert ci.git("log", "--format=%s") == "Second"
    assert ci.git("rev-list", "--count", done.commit) == "2"  # the new one, and the last before it
    assert ci.git("fsck", "--no-dangling") == ""


def test_neither_hooks_of_the_clone_nor_the_git_that_calls_it_have_a_say(
    repo: GitRepo, built: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = repo.root / ".git/hooks/post-index-change"
    own.write_text(f"#!/bin/sh\ntouch '{repo.root}/ran'\n", encoding="utf-8")
    own.chmod(0o755)
    with monkeypatch.context() as called:
        called.setenv("GIT_DIR", "/nowhere")
        called.setenv("GIT_WORK_TREE", "/nowhere")
        called.setenv("GIT_INDEX_FILE", str(repo.root / ".git/index"))
        before = (repo.root / ".git/index").read_bytes()
        publish(repo, built(OLD))
    assert (repo.root / ".git/index").read_bytes() == before
    assert without_list(at_hub(repo)) == OLD | {".nojekyll": ""}
    assert not (repo.root / "ran").exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from goalsite.deliver.branch import Branch, publish_to_branch
from goalsite.deliver.built import built_site

left = int(sys.argv[1])
def watch(event, arguments):
    global left
    if event == "subprocess.Popen":
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
branch = Branch(Path(), "config.yaml", "origin", "gh-pages")
publish_to_branch(built_site(Path(sys.argv[2])), branch, "Two")
"""


def test_killed_before_any_call_of_git_both_repositories_are_whole(
    repo: GitRepo, built: Make, tmp_path: Path
) -> None:
    publish(repo, built(OLD), "One")
    somebody_pushes(repo, {"CNAME": "example.org"})
    site, before, there = built(NEW), local(repo), at_hub(repo)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TMPDIR": str(tmp_path)}
    for count in range(50):
        command = [sys.executable, "-c", KILLED, str(count), str(site.folder)]
        code = subprocess.run(command, cwd=repo.root, env=environment, check=False).returncode
        assert local(repo) == before
        if code == 0:
            break
        assert code == -9
        assert at_hub(repo) == there
    assert count > 8
    assert log(repo) == ["Two", "Theirs", "One"]
    assert without_list(at_hub(repo)) == NEW | {"CNAME": "example.org", ".nojekyll": ""}
    assert repo.git("fsck", "--no-dangling") == ""
