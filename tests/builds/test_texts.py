"""What builds keep of texts: each is rendered once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goalsite.builds.texts import Texts
from goalsite.cli import main as cli
from goalsite.memory.keep import FOLDER
from goalsite.prose import Markdown
from goalsite.prose.engine import engine
from tests.edits import FILES, repository, write_file

ABOUT, TRUST = "goals/about.md", "goals/2026/trust.md"
LOOK = '{% extends "base.html.j2" %}\n{% block content %}<h1>Ours</h1>{{ page.body }}{% endblock %}\n'


pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are parsed from now on."""
    texts: list[str] = []

    class Parser:
        def render(self, text: str, env: dict[str, object]) -> str:
            texts.append(text)
            return str(engine().render(text, env))

        def parse(self, text: str, env: dict[str, object]) -> object:
            texts.append(text)
            return engine().parse(text, env)

    monkeypatch.setattr("goalsite.prose.document.engine", Parser)
    return texts


def build(root: Path, *options: str, day: str = "2026-11-16") -> None:
    arguments = ["build", "-C", str(root), "--as-of", day, "--keep-going", *options]
    cli.goalsite.main(arguments, standalone_mode=False)


def page(root: Path, name: str) -> str:
    return (root / f"site/{name}/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("config.yaml", "site_name: Theirs\n"),
        ("config.yaml", "site_name: Ours\ntheme: {custom_dir: look}\n"),
        ("config.yaml", "site_name: Ours\nlanguages: [en, zh]\n"),
        ("look/plain.html.j2", LOOK),
    ],
)
def test_a_key_of_the_configuration_or_a_template_has_no_text_rendered_again(
    rendered: list[str], name: str, text: str
) -> None:
    with repository() as root:
        build(root)
        assert len(rendered) > 1
        rendered.clear()
        write_file(root, name, text)
        build(root)
        assert rendered == []


def test_nor_has_a_new_day(rendered: list[str]) -> None:
    with repository() as root:
        build(root)
        rendered.clear()
        build(root, day="2026-12-24")
        assert rendered == []


def test_a_text_that_is_another_is_rendered_and_known_from_then_on(rendered: list[str]) -> None:
    with repository() as root:
        build(root)
        rendered.clear()
        write_file(root, ABOUT, "# About\n\nAll of *us*.\n")
        build(root)
        assert {text.strip() for text in rendered} == {"All of *us*."}
        assert "<em>us</em>" in page(root, "pages/about")
        rendered.clear()
        build(root, day="2026-12-24")
        assert rendered == []


def test_so_is_one_that_names_a_goal_whose_title_is_another(rendered: list[str]) -> None:
    with repository() as root:
        build(root)
        rendered.clear()
        write_file(root, TRUST, re.sub("(?m)^title: .*", "title: Nobody has to ask twice", FILES[TRUST]))
        build(root)
        assert any("[[trust]]" in text for text in rendered)
        assert "Nobody has to ask twice" in page(root, "pages/about")


@pytest.mark.parametrize("content", [b"", b"goalsite texts 1\n" + bytes(99)])
def test_what_nobody_signed_is_not_believed(rendered: list[str], content: bytes) -> None:
    with repository() as root:
        build(root)
        rendered.clear()
        (root / FOLDER / "texts").write_bytes(content)
        write_file(root, "config.yaml", "site_name: Theirs\n")
        build(root)
        assert len(rendered) > 1


def spoken(folder: Path, words: range, *, of_all: bool) -> int:
    """How many texts are known after a build whose pages have these."""
    texts = Texts(folder)
    markdown = Markdown(_nowhere, _nowhere, _nowhere, texts.known)
    for word in words:
        assert markdown.render(f"*{word}*") == f"<p><em>{word}</em></p>\n"
    texts.keep(of_all=of_all)
    return len(Texts(folder).before)


def _nowhere(_: str) -> None:
    return None


def test_texts_of_before_are_kept_for_a_while(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    assert spoken(folder, range(4), of_all=True) == 4
    assert spoken(folder, range(4, 7), of_all=False) == 7
    assert spoken(folder, range(7, 8), of_all=False) == 8
    assert spoken(folder, range(8, 10), of_all=False) == 2
    assert spoken(folder, range(3), of_all=True) == 3


def test_nothing_is_kept_again_where_nothing_is_new(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    spoken(folder, range(4), of_all=True)
    kept = (folder / "texts").stat().st_ino
    spoken(folder, range(2), of_all=False)
    assert (folder / "texts").stat().st_ino == kept
