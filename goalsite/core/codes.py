"""Every code a finding can carry, with its name, default severity and one line on what it means.

A code never changes its meaning; a retired one is never given again.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    code: str
    name: str
    severity: str
    summary: str


_ALL = (
    # Names, keys and references
    Code("S001", "unknown-key", "error", "a key that this place does not know"),
    Code("S002", "wrong-type", "error", "a value of another type than its key takes"),
    Code(
        "S003",
        "unknown-reference",
        "error",
        "a reference to a goal, key result, unit or cycle that nobody has written",
    ),
    Code("S004", "ambiguous-reference", "error", "the tail of an id that several goals share"),
    Code("S005", "duplicate-id", "error", "an id or alias that another file of the same namespace has"),
    Code("S006", "missing-key", "error", "a key without which the rest cannot be judged"),
    Code("S007", "circle", "error", "edges that lead back to where they started"),
    Code("S008", "unknown-choice", "error", "a word that is none of the few its key takes"),
    Code("S009", "wrong-kind", "error", "a reference to a kind of goal that this edge cannot have"),
    Code("S010", "bad-id", "error", "an id that could not be a folder's name everywhere"),
    Code("S011", "bad-date", "error", "a date that the calendar or the notation does not have"),
    Code("S012", "bad-window", "error", "a start or due day out of order or outside its cycle"),
    Code("S013", "no-cycle", "error", "an objective whose cycle is not given or not known"),
    Code("S014", "bad-weight", "error", "a weight or share below zero"),
    Code("S015", "bad-number", "error", "a number that cannot be read, or not in this unit"),
    Code("S016", "broken-link", "warning", "a [[goal]] in text that leads nowhere"),
    Code("S017", "several-measures", "error", "a key result that is measured in more than one way"),
    Code("S018", "two-sources", "error", "values that come from two places"),
    Code("S019", "no-distance", "error", "a target that equals its baseline"),
    Code("S020", "levels-not-monotone", "error", "levels that do not rise or fall all the way"),
    Code("S021", "bad-threshold", "error", "bounds of a KPI or a range that contradict each other"),
    Code("S022", "not-closed", "error", "an outcome, score or closing day on a goal that is not closed"),
    Code("S023", "duplicate-date", "error", "two points of a series for the same day"),
    Code("S024", "conflicting-values", "warning", "two different values for one day; the last one counts"),
    Code("S025", "unnamed-key-result", "warning", "a key result without an id of its own"),
    Code("S026", "bad-formula", "error", "a formula that cannot be read"),
    Code(
        "S027",
        "duplicate-key-result",
        "error",
        "two key results or milestones of one goal with the same name",
    ),
    Code("S028", "self-reference", "error", "a goal that refers to itself"),
    Code("S029", "no-measure", "error", "a value where nothing measures it, or one out of its range"),
    # Files
    Code("S030", "yaml-syntax", "error", "front matter that is not YAML"),
    Code("S031", "duplicate-key", "error", "a key that stands twice in one mapping"),
    Code("S032", "yaml-forbidden", "error", "a tag, anchor, alias or merge key"),
    Code("S033", "too-deep", "error", "front matter nested more than 20 levels deep"),
    Code("S034", "too-large", "error", "a file, front matter or line beyond its limit"),
    Code("S035", "unclosed-front-matter", "error", "front matter without its closing ---"),
    Code("S036", "not-a-mapping", "error", "front matter that is no mapping of keys to values"),
    Code("S037", "not-text", "error", "a file that is not UTF-8 text, or holds a NUL byte"),
    Code("S038", "outside", "error", "a path or symlink that leaves the repository"),
    Code("S039", "bad-table", "error", "a CSV file with wrong columns or a broken row"),
    Code("S040", "unsafe-link", "error", "a link whose scheme is not http, https, mailto or relative"),
    Code("S041", "bad-config", "error", "a key or value that the configuration does not take"),
    Code("S042", "shallow-clone", "error", "a value dated by git in a clone that lacks the history for it"),
    Code("S043", "unreadable-file", "error", "a file that could not be opened"),
    Code("S044", "orphan-table", "warning", "a CSV file in the goals folder that belongs to no goal"),
    Code("S045", "unknown-key-result", "error", "a key result that its objective does not have"),
    Code("S046", "git-unreadable", "warning", "a repository whose history git would not give"),
    Code("S047", "out-of-range", "warning", "a value by hand beyond 0 to 1"),
    Code("S048", "supports-circle", "warning", "goals that support each other in a circle"),
    Code("S049", "active-image", "error", "an SVG file that is more than a picture"),
    Code("S050", "no-goals", "error", "a project without its goals folder"),
    Code(
        "S051",
        "unopened-front-matter",
        "warning",
        "a page that begins like a goal whose first --- is missing",
    ),
)

CODES = {code.code: code for code in _ALL}
