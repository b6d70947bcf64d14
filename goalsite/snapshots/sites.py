"""The sites of past states, and the list of them, for the site of today that they lie in."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from functools import partial
from pathlib import Path

from goalsite.core.config import Outputs
from goalsite.core.values import replace
from goalsite.exchange.states import places_files, states_file
from goalsite.output.artifact import Artifact
from goalsite.output.parts import Recorder
from goalsite.pages.desk import Desk, Then
from goalsite.pages.frames import frame
from goalsite.pages.states import STATES_PATH, StateFigures, figures_of, state_path, states_page
from goalsite.pipeline import Figured, figure
from goalsite.printing import Further, Press, data_of, in_languages, language_tree, open_site
from goalsite.project import Project
from goalsite.snapshots.chosen import Snapshot
from goalsite.snapshots.reuse import Made, Reuse

_NOTHING_TO_FOLLOW = Outputs(feeds=False, calendars=False, badges=False, tables=False)


def with_snapshots(snapshots: tuple[Snapshot, ...], site_dir: Path | None = None) -> Further:
    """What makes the sites of these states and the list of them.

    One that lies in `site_dir` already, and would be the same again, is taken from there.
    """
    return partial(_past_sites, snapshots, site_dir)


def _past_sites(snapshots: tuple[Snapshot, ...], site_dir: Path | None, press: Press) -> Iterator[Artifact]:
    still = frozenset(press.paths)
    reuse = Reuse(press, site_dir, still)
    places: dict[str, int] = {}
    figures: list[StateFigures] = []
    for number, one in enumerate(snapshots):
        project = _project(press, one)
        made = reuse.find(one.state, project)
        if made:
            yield from reuse.artifacts(one.state)
        else:
            made = yield from _anew(press, Then(one.state, still, _address(press)), project, reuse)
        figures.append(made.figures)
        for path in made.paths:
            places[path] = places.get(path, 0) | 1 << number
    reuse.keep()
    yield from _list(press, figures, places)


def _project(press: Press, one: Snapshot) -> Project:
    """The project of a state with the look of today, at its own place in the site."""
    now, url = press.figured.project.config, _address(press)
    config = replace(
        one.project.config,
        theme=now.theme,
        languages=now.languages,
        repo_url=now.repo_url,
        edit_uri=now.edit_uri,
        site_url=f"{url.rstrip('/')}/{state_path(one.state.day)}" if url else "",
        outputs=_NOTHING_TO_FOLLOW,
        discussion="",
        comments=None,
    )
    return replace(one.project, config=config)


def _address(press: Press) -> str:
    return press.figured.project.config.site_url


def _anew(press: Press, then: Then, project: Project, reuse: Reuse) -> Generator[Artifact, None, Made]:
    """The site of a state, and what the list tells of it."""
    known = figure(project, then.state.day, with_history=True)
    known = replace(known, states=press.figured.states, then=then)
    desk, own, recorder = open_site(known), replace(press, paths=[], past=None, record=None), Recorder()
    yield from recorder.heard(_past_site(own, known, desk, state_path(then.state.day)))
    made = Made(figures_of(desk), tuple(dict.fromkeys(own.paths)))
    reuse.note(then.state, known, recorder.files, made)
    return made


def _past_site(press: Press, known: Figured, desk: Desk, folder: str) -> Iterator[Artifact]:
    """The site of a state, its further languages in folders of their own below it; its data once."""
    for own, prefix in in_languages(desk):
        shared = () if prefix else (data_of(known),)
        yield from language_tree(press, known, own, shared, folder + prefix)


def _list(press: Press, figures: list[StateFigures], places: Mapping[str, int]) -> Iterator[Artifact]:
    """The list of states for readers and for scripts, in each language."""
    for name, content in places_files(places, offline=press.offline):
        yield Artifact(name, content)
    for number, (desk, prefix) in enumerate(in_languages(open_site(press.figured))):
        page = states_page(desk, figures)
        text = press.renderers[number].render(page, frame(desk, STATES_PATH, page.title, STATES_PATH))
        yield Artifact(f"{prefix}{STATES_PATH}index.html", text.encode())
        name, content = states_file(desk, places, offline=press.offline)
        yield Artifact(prefix + name, content)
