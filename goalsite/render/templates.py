"""View + frame -> the text of a page. The only door to jinja2.

Every text is escaped but `Html` and `Svg`, nothing undefined passes, no template is made from content. A
template sees its view, the frame, the theme's look, the language's words and `href`, nothing else.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import partial
from pathlib import Path
from traceback import extract_tb
from types import SimpleNamespace
from typing import Any

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    TemplateError,
    TemplateNotFound,
)

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.language.catalogue import mark
from goalsite.language.language import Language
from goalsite.pages import card_views, finding_views, history_views, review_views, state_views, views
from goalsite.pages.frame import Frame
from goalsite.render.compiled import Compiled
from goalsite.render.engine import Engine
from goalsite.render.look import PLAIN, Look
from goalsite.render.offline import naming_files

TEMPLATES: dict[type, str] = {
    views.DashboardPage: "dashboard.html.j2",
    views.ObjectivePage: "objective.html.j2",
    views.KpiPage: "kpi.html.j2",
    views.LibraryPage: "library.html.j2",
    views.UnitPage: "unit.html.j2",
    views.PersonPage: "person.html.j2",
    views.PeoplePage: "people.html.j2",
    views.CyclePage: "cycle.html.j2",
    views.CyclesPage: "cycles.html.j2",
    review_views.ComparePage: "compare.html.j2",
    review_views.TimelinePage: "timeline.html.j2",
    history_views.ChangesPage: "changes.html.j2",
    history_views.HistoryPage: "history.html.j2",
    views.MapPage: "map.html.j2",
    views.AlertsPage: "alerts.html.j2",
    views.HealthPage: "health.html.j2",
    views.GlossaryPage: "glossary.html.j2",
    finding_views.SearchPage: "search.html.j2",
    finding_views.IndexPage: "a-z.html.j2",
    finding_views.TagsPage: "tags.html.j2",
    finding_views.TagPage: "tag.html.j2",
    card_views.CardPage: "card.html.j2",
    state_views.StatesPage: "states.html.j2",
    views.PlainPage: "plain.html.j2",
    views.MissingPage: "missing.html.j2",
    views.PlaceholderPage: "placeholder.html.j2",
    views.RedirectPage: "redirect.html.j2",
}

# No inline script or style, nothing from another host, no plug-ins, frames or foreign bases.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def policy(frame: Frame, *, offline: bool = False, full_text: bool = False) -> str:
    """The policy of a page: of another host it may show a frame where its comments come from there.

    `offline` it may load what lies on the same disk, since browsers differ over what is the page's own there.
    With `full_text` it may run the indexer's WebAssembly, and no more than before of anything else.
    """
    own = POLICY.replace("'self'", "'self' file:") if offline else POLICY
    if full_text:
        own = own.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    host = frame.discussion.host if frame.discussion is not None else ""
    return f"{own}; frame-src {host}" if host else own


class ThemeError(Exception):
    """A template of a theme of one's own that cannot be used; `diagnostic` says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic

    def __str__(self) -> str:
        return self.diagnostic.message


def href(target: str, root: str, up: str = "") -> str:
    """The link to `target` (a path from the root, or a URL) from a page that reaches the root by `root`.

    A past state has no assets of its own: they lie `up` from its root.
    """
    if target.startswith("#") or (":" in target and _SCHEME.match(target)):
        return target
    if target.startswith("assets/"):
        return root + up + target
    return root + target or "./"


class Renderer:
    """The templates of one theme in one language, compiled once and used for every page.

    `folders` are searched in order, file by file; a template may extend the one it hides as `default/<name>`.
    `look` is what the configuration changes; `offline` makes pages that work from a disk.
    """

    def __init__(
        self, folders: tuple[Path, ...], language: Language, look: Look = PLAIN, *, offline: bool = False
    ) -> None:
        self._folders, self._offline, self._look, self._language = folders, offline, look, language
        files, own = FileSystemLoader(folders), FileSystemLoader(folders[-1])
        loader = ChoiceLoader([files, PrefixLoader({"default": own})])
        self._environment = Engine(loader, language.catalogue(), Compiled(mark(language.tag)))
        self._from: dict[tuple[str, str | None], dict[str, Any]] = {}
        self._environment.globals.update(
            direction=language.direction(),
            offline=offline,
            look=look,
            theme=SimpleNamespace(**dict(look.variables)),
        )

    def __reduce__(self) -> tuple[object, ...]:
        """What makes it again, in another process."""
        return partial(Renderer, offline=self._offline), (self._folders, self._language, self._look)

    def render(self, page: views.Page, frame: Frame) -> str:
        """The HTML of a page; raises ThemeError where a template is at fault."""
        is_anywhere = frame.path == "404.html" and not self._offline
        root = frame.site.base_path if is_anywhere else "../" * frame.path.count("/")
        name = TEMPLATES[type(page)]
        try:
            template = self._environment.get_template(name)
            text = template.render(
                page=page,
                frame=frame,
                site=frame.site,
                policy=policy(frame, offline=self._offline, full_text=_has_full_text(page)),
                **self._seen_from(root, frame.past.up if frame.past else None),
            )
        except TemplateError as error:
            raise ThemeError(_told(error, name, self._place(error))) from error
        except Exception as error:
            place = self._place(error)
            if place is None:  # no template of one's own took part
                raise
            raise ThemeError(_failed(error, *place)) from error
        return naming_files(text) if self._offline else text

    def compile(self) -> tuple[Diagnostic, ...]:
        """Compiles all templates now, be it for processes that are forked from this one; what comes back is
        wrong with those that cannot be. What else is wrong with one is told when a page needs it."""
        found = []
        for name in sorted({file.name for folder in self._folders for file in folder.glob("*.j2")}):
            with suppress(Exception):
                try:
                    self._environment.get_template(name)
                except TemplateError as error:
                    found.append(_told(error, name, None))
        return tuple(found)

    def _seen_from(self, root: str, up: str | None) -> dict[str, Any]:
        """The names that are the same on all pages that reach the root by `root`; of a past state, and the
        root of today by `up` from there."""
        if (root, up) not in self._from:
            names: dict[str, Any] = {
                "href": partial(href, root=root, up=up or ""),
                "look": self._look if up is None else self._look.seen_from(up),
            }
            names["ui"] = self._environment.get_template("macros.html.j2").make_module(names)
            self._from[root, up] = names
        return self._from[root, up]

    def _place(self, error: Exception) -> tuple[str, int] | None:
        """The innermost line of a template of the project's own that an error went through."""
        shipped = self._folders[-1].parent
        own = [folder for folder in self._folders if folder.parent != shipped]
        lines = reversed(extract_tb(error.__traceback__))  # jinja2 names templates and their lines in it
        places = ((line.filename, line.lineno or 1) for line in lines)
        return next((one for one in places if any(Path(one[0]).is_relative_to(a) for a in own)), None)


def _has_full_text(page: views.Page) -> bool:
    return isinstance(page, finding_views.SearchPage) and page.full_text


def _told(error: TemplateError, name: str, place: tuple[str, int] | None) -> Diagnostic:
    """What is wrong with a template, at its line where jinja2 knows it."""
    path, line = place or (name, 1)
    path = getattr(error, "filename", None) or path
    line = getattr(error, "lineno", None) or line
    why = f"there is no {error.name}" if isinstance(error, TemplateNotFound) else error.message
    return finding(path, Mark(line, 1), "S041", f"the template cannot be used: {why}")


def _failed(error: Exception, path: str, line: int) -> Diagnostic:
    """What happened when a line of a template was carried out."""
    what = f"{type(error).__name__}: {error}"
    return finding(path, Mark(line, 1), "S041", f"the template cannot be used: {what}")
