"""What is wrong with the HTML of a page.

Told are elements that are not closed or stand where they may not, ids that are there twice, references that
lead nowhere, headings that skip a level. The rules are those of the HTML standard for the elements that pages
are made of; another element is told, too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _tags("br col hr img input link meta source wbr")
HEADINGS = _tags("h1 h2 h3 h4 h5 h6")
PHRASING = _tags(
    "a abbr bdi br button cite code del dfn em i img input ins kbd label link mark meta noscript output s"
    " samp script select small source span strong sub sup svg template time u var b wbr"
)
FLOW = (
    PHRASING
    | HEADINGS
    | _tags(
        "address article aside blockquote details div dl fieldset figure footer form header hr main nav ol p"
        " pre search section table ul"
    )
)
# What may stand in an element; one that is named neither here nor below takes phrasing.
TAKES: dict[str, frozenset[str]] = {
    "html": _tags("head body"),
    "head": _tags("base link meta noscript script style template title"),
    "ul": _tags("li"),
    "ol": _tags("li"),
    "dl": _tags("div dt dd"),
    "table": _tags("caption colgroup thead tbody tfoot"),
    "colgroup": _tags("col"),
    "thead": _tags("tr"),
    "tbody": _tags("tr"),
    "tfoot": _tags("tr"),
    "tr": _tags("th td"),
    "select": _tags("option optgroup"),
    "optgroup": _tags("option"),
    "details": FLOW | _tags("summary"),
    "summary": PHRASING | HEADINGS,
    "fieldset": FLOW | _tags("legend"),
    "figure": FLOW | _tags("figcaption"),
    "div": FLOW | _tags("dt dd"),
    "template": FLOW | _tags("tr li"),
}
TAKES_FLOW = _tags(
    "address article aside blockquote body caption dd dt figcaption footer form header li main nav search"
    " section td th"
)
TEXT_ONLY = _tags("title option script")
NO_TEXT = _tags("ul ol dl table thead tbody tfoot tr select colgroup html head")
INTERACTIVE = _tags("a button details input label select")
REFERENCES = (
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "for",
    "popovertarget",
    "list",
)
# A list that a script makes with its first answer; until then nothing refers to it that is open.
MADE_LATER = frozenset(["found"])


@dataclass
class Markup(HTMLParser):
    """Reads a page as it is written, and notes in `problems` what is wrong with it."""

    text: str
    problems: list[str] = field(default_factory=list)
    tree: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _ids: Counter[str] = field(default_factory=Counter)
    _referred: list[tuple[str, str]] = field(default_factory=list)
    _heading: int = 0

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)
        self.close()
        self.problems += [f"<{tag}> is not closed" for tag in self._open]
        self.problems += [f"the id {id_} is there {n} times" for id_, n in self._ids.items() if n > 1]
        known = self._ids.keys() | MADE_LATER
        self.problems += [f"{name} leads to no {id_}" for name, id_ in self._referred if id_ not in known]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element, and whether it may stand here."""
        values = dict(attrs)
        self.tree.append(f"{len(self._open)} {tag}")
        self._check_place(tag)
        self._check_heading(tag)
        if len(values) < len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        if "id" in values:
            self._ids[values["id"] or ""] += 1
        if (values.get("id") or "x").split() != [values.get("id") or "x"]:
            self.problems.append(f"<{tag}> has an id with a space")
        for name in REFERENCES:
            self._referred += [(name, id_) for id_ in (values.get(name) or "").split()]
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as those of SVG do."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note that the element ends, which must be the last that began."""
        if not self._open or self._open[-1] != tag:
            self.problems.append(f"</{tag}> within {' '.join(self._open)}")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Note text where only elements may stand."""
        if data.strip() and self._open and self._open[-1] in NO_TEXT:
            self.problems.append(f"text in <{self._open[-1]}>: {data.strip()}")

    def _check_place(self, tag: str) -> None:
        if "svg" in self._open or not self._open:
            return
        parent = self._open[-1]
        if parent in TEXT_ONLY or tag not in self._taken():
            self.problems.append(f"<{tag}> in <{parent}>")
        for outer in ("a", "button"):
            if outer in self._open and tag in INTERACTIVE:
                self.problems.append(f"<{tag}> in <{outer}>")

    def _taken(self) -> frozenset[str]:
        """What may stand in the innermost element, where some take what may stand around them."""
        around = next(tag for tag in reversed(self._open) if tag not in ("a", "ins", "del", "noscript"))
        return TAKES.get(around, FLOW if around in TAKES_FLOW else PHRASING)

    def _check_heading(self, tag: str) -> None:
        if tag in HEADINGS and "template" not in self._open:
            level = int(tag[1])
            if level > self._heading + 1:
                self.problems.append(f"<{tag}> follows a heading of level {self._heading}")
            self._heading = level
