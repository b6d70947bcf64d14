"""After an edit those rules about the site are asked again that may say something else, and no others."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date

import pytest

from goalsite.core.diagnostics import Diagnostic
from goalsite.core.values import replace
from goalsite.lint import lint
from goalsite.lint.again import ALL
from goalsite.lint.near import Site
from goalsite.lint.registry import ON_KPI_FIGURES, ON_SITE
from goalsite.pipeline import Before, figure
from goalsite.project import open_project
from tests.edits import FILES, repository, write_file

DAY = date(2026, 11, 16)
FAR = 4_000_000_000_000_000_000  # a time at which no file is fresh
FAST = "goals/web/2026-Q4/fast.md"
GLAD = "goals/desk/2026-Q4/glad.md"


def asked_after(monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str) -> set[str]:
    """The rules about the site that are asked once a text in a file was replaced; what is found then is what
    is found by who knows nothing."""
    asked: set[str] = set()
    whole = lint.on_site

    def spy(site: Site, codes: Container[str] | None = None) -> Iterator[Diagnostic]:
        asked.update(code for code in ALL if codes is None or code in codes)
        return whole(site, codes)

    with repository() as root:
        write_file(root, GLAD, "---\ntitle: Whoever asks us is glad of it\n---\n")
        before = Before(lambda: FAR)
        figure(open_project(root), DAY, before=before)
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        write_file(root, name, text.replace(old, new, 1))
        with monkeypatch.context() as patch:
            patch.setattr(lint, "on_site", spy)
            found = figure(open_project(root), DAY, before=before).diagnostics
        assert found == figure(open_project(root), DAY).diagnostics
    return asked


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (FAST, "value: 700", "value: 650"),
        (FAST, "metric: {unit: ms", "metric: {unit:   ms"),
        ("goals/about.md", "# About", "# About us"),
    ],
)
def test_none_where_a_value_or_a_text_is_another(
    monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
) -> None:
    assert asked_after(monkeypatch, name, old, new) == set()


def test_what_hangs_on_titles_where_one_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_after(monkeypatch, FAST, "title: Pages are there", "title: All pages are there")
    assert "Q115" in asked
    assert asked < ALL


def test_what_found_something_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Q110 stands at the title of a goal without an owner, and moves with it."""
    assert asked_after(monkeypatch, GLAD, "title: ", "# For all.\ntitle: ") == {"Q110"}


def test_nothing_where_only_what_pages_show_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked_after(monkeypatch, "config.yaml", "Ours", "Theirs\nfooter: Open to everyone") == set()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("goals/kpis/orders.csv", "2026-10,120", "2026-10,121"), ("goals/web/kpis/uptime.md", "98.5]", "99.5]")],
)
def test_what_looks_at_figures_of_kpis_where_a_value_is_another(
    monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
) -> None:
    asked = asked_after(monkeypatch, name, old, new)
    assert (
        {*ON_KPI_FIGURES} <= asked <= {*ON_KPI_FIGURES, "K301", "K303"}
    )  # which found something in the file


def test_no_other_rule_looks_at_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Site] = []

    def spy(site: Site, _: object) -> tuple[Diagnostic, ...]:
        asked.append(site)
        return ()

    monkeypatch.setattr(lint, "on_site", spy)
    with repository() as root:
        figure(open_project(root), DAY)
        seeing = asked[0]
        blind = replace(seeing, analysis=replace(seeing.analysis, kpis={}, alerts=()))
        found = {
            code: (list(check(seeing)), list(check(blind)))
            for code, check in ON_SITE
            if code not in ON_KPI_FIGURES
        }
    assert any(its for its, _ in found.values())
    assert all(its == others for its, others in found.values())


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (FAST, "owner: lin", "owner: sam"),
        (FAST, "contributes: [{to: trust}]", "supports: [trust]"),
        (FAST, "target: 300", "target: 350"),
        ("goals/web/team.md", "mode: hybrid", "mode: okr"),
        ("goals/web/kpis/uptime.md", 'unit: "%"', "unit: s"),
        ("config.yaml", "Ours", "Ours\npace: {on_track: 0.85}"),
    ],
)
def test_all_where_they_look_at_what_is_another(
    monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
) -> None:
    assert asked_after(monkeypatch, name, old, new) == ALL


def test_all_after_a_round_that_was_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Before(lambda: FAR)
    with repository() as root:
        figure(open_project(root), DAY, before=before)
        write_file(root, FAST, FILES[FAST].replace("owner: lin", "owner: sam").replace("supports", "guards"))
        write_file(root, GLAD, "---\ntitle: Pages are there before one thinks of waiting\n---\n")
        with monkeypatch.context() as patch:
            patch.setattr(lint, "keep_found", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                figure(open_project(root), DAY, before=before)
        found = figure(open_project(root), DAY, before=before).diagnostics
        assert found == figure(open_project(root), DAY).diagnostics
