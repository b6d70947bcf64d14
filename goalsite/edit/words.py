"""Keys and words that were meant: what differs from them in case, in how words are joined, or by custom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from goalsite.core.quantities import plain

_QUOTES = "“”‘’„「」『』'\" "
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINTS = re.compile(r"[\s_\-‐‑–.]+")
_SYNONYMS = {
    "krs": "key_results",
    "keyresult": "key_results",
    "checkin": "checkins",
    "dependencies": "depends_on",
    "duedate": "due",
    "deadline": "due",
    "startdate": "start",
    "retrospective": "retro",
    "milestone": "milestones",
    "initiative": "initiatives",
    "alias": "aliases",
    "tag": "tags",
    "contributor": "contributors",
    "member": "members",
    "holiday": "holidays",
}
"""Other names for a key, without the signs that join words."""

_JOINED = (
    "allowed_misses", "at_risk", "cascades_from", "current_cycle", "custom_dir", "depends_on", "early_slack",
    "edit_uri", "fiscal_year_named_by", "fiscal_year_start", "goals_dir", "key_results", "north_star",
    "on_track", "replaced_by", "repo_url", "root_cause", "same_as", "site_description", "site_dir",
    "site_name", "site_url",
)  # fmt: skip
_WITH_JOINTS = {key.replace("_", ""): key for key in _JOINED}


def key_spellings(written: str) -> tuple[str, ...]:
    """The keys that differ from `written` only in case and in how words are joined, the likeliest first.

    Whether there are such keys is to be seen.
    """
    words = _words(written)
    together = "".join(words)
    return _others(written, ("_".join(words), together, _WITH_JOINTS.get(together, "")))


def key_by_custom(written: str) -> str:
    """The key that people also call `written`; empty where there is none."""
    return _SYNONYMS.get("".join(_words(written)), "")


def choice_spellings(written: str) -> tuple[str, ...]:
    """The words of a choice that differ from `written` only in case and in how words are joined."""
    words = _words(written)
    return _others(written, (joint.join(words) for joint in ("_", "-", " ", "")))


def _words(written: str) -> list[str]:
    bare = plain(written).strip(_QUOTES)
    return [word.casefold() for word in _JOINTS.split(_HUMP.sub(" ", bare)) if word]


def _others(written: str, forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms if form not in ("", written)))
