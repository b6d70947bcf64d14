"""`goalsite build`: make the site."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial, update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from msgspec import Struct

from goalsite.cli.options import (
    Place,
    When,
    dated,
    day_of_figures,
    figured_on,
    is_refused,
    placed,
    say_published,
    shown,
    strict_option,
    tell,
    tell_shown,
    timed,
    warn,
    with_hint,
)
from goalsite.core.config import SNAPSHOTS
from goalsite.core.keeping import all_kept
from goalsite.core.values import replace

if TYPE_CHECKING:
    from goalsite.builds.last import Led, Order, Outcome
    from goalsite.builds.past import Handed
    from goalsite.core.config import Config
    from goalsite.output.publish import Published
    from goalsite.pipeline import Figured, Hands
    from goalsite.printing import RenderedSite
    from goalsite.project import Project
    from goalsite.snapshots.chosen import Chosen
    from goalsite.trust.asked import Asked

T = TypeVar("T")


_SAFE = click.option(
    "--safe", is_flag=True, help="Trust nothing of the repository: plain configuration, built-in themes only."
)
_OFFLINE = click.option(
    "--offline", is_flag=True, help="Make a site that works from a disk, and an archive of it."
)
_SNAPSHOTS = click.option(
    "--snapshots",
    type=click.Choice(SNAPSHOTS),
    help="Keep past states in the site: as each cycle or month ended.  [default: outputs.snapshots]",
)
SIGNATURES = click.option(
    "--signatures",
    is_flag=True,
    help="Run git verify-commit, and show which commits are signed by keys that are trusted here.",
)


def _asked(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what changes the site that is made to a command, which gets it as `asked`."""

    @click.pass_context
    def with_wishes(
        context: click.Context,
        /,
        safe: bool,
        offline: bool,
        snapshots: str | None,
        signatures: bool,
        **rest: object,
    ) -> object:
        from goalsite.trust.asked import Asked

        asked = Asked(safe, offline, snapshots or "", signatures)
        return context.invoke(command, asked=asked, **rest)

    whole = update_wrapper(with_wishes, command)  # with the options it has already
    for option in (SIGNATURES, _SNAPSHOTS, _OFFLINE, _SAFE):
        whole = option(whole)
    return whole


@click.command("build")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the site goes.  [default: site_dir]",
)
@timed
@strict_option
@_asked
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="How many processes make pages.  [default: one for each core, at most 4]",
)
@click.option(
    "--verify", is_flag=True, help="Make all of it once more from nothing, and compare: a check of goalsite."
)
@click.option("--profile", is_flag=True, help="Tell which stage took how long, and how much memory.")
@click.option(
    "--keep-going", is_flag=True, help="Publish what is right, and mark on the site what is missing."
)
@placed
def command(place: Place, when: When, site_dir: Path | None, **how: Any) -> int:
    """Make the site.

    Everything is made before anything is published: where the goals have errors, the published site
    stays as it was.
    """
    with all_kept():
        from goalsite.builds.last import still_standing
        from goalsite.output.publish import Published
        from goalsite.render.themes import shipped

        wish = _Wish(**how, site_dir=site_dir and place.path(site_dir))
        order = _order(place, when, wish)
        stands = still_standing(order, shipped()) if order else None
    if stands is None:
        stands = _built(place, when, wish, order)
    else:
        _tell_outcome(stands)
        say_published(stands.site_dir, Published(unchanged=stands.files))
    if stands is None:
        return 1
    if wish.verify:
        from goalsite.cli.again import verified

        day = When(stands.day, when.at)
        return verified(place, day, wish.asked, Path(stands.site_dir)) or stands.code
    return stands.code


class _Wish(Struct, frozen=True):
    """How a site is to be made."""

    site_dir: Path | None
    asked: Asked
    jobs: int | None = None
    profile: bool = False
    verify: bool = False
    strict: bool = False
    keep_going: bool = False


def plain_order(place: Place, as_of: date | None) -> Order | None:
    """What a build is asked for that gets no option but perhaps a day."""
    from goalsite.trust.asked import Asked

    return _order(place, When(as_of, None), _Wish(None, Asked(snapshots="")))


def _order(place: Place, when: When, wish: _Wish) -> Order | None:
    """What is asked for, as it can be remembered; not where it hangs on a name of git's or on somebody's
    keys."""
    from goalsite.builds.last import Order

    asked = wish.asked
    if when.at is not None or asked.signatures:
        return None
    options = (asked.safe, asked.offline, asked.snapshots, wish.strict, wish.keep_going)
    day = partial(day_of_figures, when.as_of)
    return Order(place.folder, place.config, wish.site_dir, options, day, time.time_ns)


def _built(place: Place, when: When, wish: _Wish, order: Order | None) -> Outcome | None:
    """Make the site; what came of it, None where nothing was published."""
    from goalsite.builds.last import config_mark

    mark = config_mark(order) if order else b""
    project, day = dated(place, when)
    if wish.jobs != 1:
        _compile_ahead(project, safe=wish.asked.safe)

    from goalsite.builds.last import ground_of
    from goalsite.builds.past import hand_on, handed_on
    from goalsite.pipeline import Hands
    from goalsite.render.themes import shipped
    from goalsite.stopwatch import Stopwatch

    config, hands = project.config, Hands(wish.jobs or 0, Stopwatch(on=wish.profile))
    ground = ground_of(order, _led(config, safe=wish.asked.safe), shipped(), day, mark) if order else None
    with hands.watch("what is known"), all_kept():
        handed = handed_on(order, ground) if order and ground else None
    known = _figured(project, day, wish, hands, handed)
    if wish.site_dir is not None:
        refuse_to_bury(wish.site_dir, place.folder, config.goals_dir)
    if is_refused(known.diagnostics, wish.strict) and not wish.keep_going:
        tell(known.diagnostics, known.project.tree())
        click.echo("nothing was published; --keep-going publishes the rest", err=True)
        return None
    done = _published(place, known, wish, hands, handed)
    if done is None:
        click.echo("nothing was published", err=True)
        return None
    outcome, published = done
    with hands.watch("handing on"):
        if order and ground and handed and not published.kept and known.history.is_whole:
            hand_on(handed, order, ground, outcome, shipped(), published)
    for line in hands.watch.lines() if wish.profile else ():
        warn(line)
    return outcome


def _compile_ahead(project: Project, *, safe: bool) -> None:
    """Have the templates compiled where none are known. Another process does it, so this comes before all
    that takes long to load."""
    from goalsite.language.language import site_languages
    from goalsite.render.ahead import compile_ahead
    from goalsite.render.themes import DEFAULT, shipped, theme_folders

    config, root = project.config, project.theme_root or project.root
    folders: tuple[Path, ...] = (shipped() / DEFAULT,)
    if not safe:
        folders, _ = theme_folders(config.theme, root, project.config_path, config.marks)
    compile_ahead(folders, site_languages(config))


def _figured(project: Project, day: date, wish: _Wish, hands: Hands, handed: Handed | None) -> Figured:
    before, signatures = handed.before if handed else None, wish.asked.signatures
    return figured_on(project, day, with_history=True, signatures=signatures, hands=hands, before=before)


def _led(config: Config, *, safe: bool) -> Led:
    """Where a configuration leads."""
    from goalsite.builds.last import Led
    from goalsite.trust.origin import own_folders

    theme = () if safe else own_folders(config.theme)
    return Led(config.goals_dir, config.left_alone, config.timezone, theme, config.site_dir)


def _tell_outcome(outcome: Outcome) -> None:
    tell_shown(outcome.shown, outcome.diagnostics)
    if outcome.told:
        warn(f"goalsite: {outcome.told}", outcome.hint)


def rendered(
    known: Figured,
    asked: Asked,
    site_dir: Path | None = None,
    hands: Hands | None = None,
    handed: Handed | None = None,
) -> tuple[RenderedSite, Chosen]:
    """The site of a project as it was asked for, and what it keeps of the past; what lies in `site_dir` from
    before is not made again, as far as that is known by what was `handed` on."""
    from goalsite.pipeline import Hands
    from goalsite.printing import render_site
    from goalsite.snapshots.chosen import choose
    from goalsite.snapshots.sites import with_snapshots

    kept = choose(known, asked.snapshots)
    further = with_snapshots(kept.snapshots, site_dir) if kept.snapshots else None
    known = replace(known, states=kept.states)
    hands = hands or Hands()
    site = render_site(
        known,
        safe=asked.safe,
        offline=asked.offline,
        further=further,
        hands=hands,
        past=handed.past if handed else None,
        record=handed.record if handed else None,
    )
    return site, kept


def _published(
    place: Place, known: Figured, wish: _Wish, hands: Hands, handed: Handed | None
) -> tuple[Outcome, Published] | None:
    """What came of publishing the site, which is told; None where there is none to publish."""
    from goalsite.builds.last import Outcome
    from goalsite.output.errors import PublishError
    from goalsite.output.full_text import FullTextError
    from goalsite.output.laying import Laying
    from goalsite.output.publish import publish
    from goalsite.render.compiled import keep_compiled
    from goalsite.render.templates import ThemeError

    watch, target = hands.watch, wish.site_dir or place.folder / known.project.config.site_dir
    with all_kept():
        site, kept = listed(known, wish.asked, target, replace(hands, laying=Laying(target)), handed)
    code = 1 if is_refused(known.diagnostics, wish.strict) else 0
    found = (*known.diagnostics, *site.diagnostics)
    text = shown(found, known.project.tree())
    outcome = Outcome(found, text, kept.told, kept.hint, code, known.analysis.as_of, str(target))
    _tell_outcome(outcome)
    if is_refused(site.diagnostics, wish.strict):
        return None
    try:
        with watch("publishing"):
            done = publish(target, watch.taking("pages and files", watched(site.artifacts, site.count)))
    except (ThemeError, FullTextError) as error:
        tell((error.diagnostic,), place.folder)
        return None
    except PublishError as error:
        raise click.ClickException(with_hint(error.message, error.hint)) from error
    say_published(str(target), done)
    keep_compiled()
    return outcome, done


def listed(
    known: Figured,
    asked: Asked,
    site_dir: Path | None = None,
    hands: Hands | None = None,
    handed: Handed | None = None,
) -> tuple[RenderedSite, Chosen]:
    """The same with the list of its files, keeping of the past what the configuration says unless that was
    asked for."""
    from goalsite.output.manifest import NO_FILES, with_manifest
    from goalsite.trust.origin import origin_of

    project = known.project
    asked = replace(asked, snapshots=asked.snapshots or project.config.outputs.snapshots)
    site, kept = rendered(known, asked, site_dir, hands, handed)
    origin = origin_of(project, known.timeline.commit, known.analysis.as_of, asked)
    before = handed.past.listed if handed and handed.past else NO_FILES
    return replace(site, artifacts=with_manifest(site.artifacts, origin, before)), kept


def refuse_to_bury(site_dir: Path, folder: Path, goals_dir: str) -> None:
    """Refuse a folder for the site in which the project or its goals lie, or that lies among the goals."""
    site, root = site_dir.resolve(), folder.resolve()
    goals = (root / goals_dir).resolve()
    if root.is_relative_to(site) or goals.is_relative_to(site) or site.is_relative_to(goals):
        raise click.UsageError(f"{site_dir} holds the project or its goals, name a folder for the site alone")


def watched(items: Iterable[T], count: int, label: str = "rendering") -> Iterator[T]:
    """The items, with a progress bar on a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=count, label=label, file=sys.stderr) as bar:
        yield from bar
