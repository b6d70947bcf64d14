"""Which rules are in force, how severe, and with which thresholds: the key `rules:` of the configuration."""

from __future__ import annotations

from msgspec import Struct

from goalsite.core.codes import CODES, Code

SEVERITIES = ("error", "warning")


class Rules(Struct, frozen=True):
    """What a site says of the rules; every code may be given by the letters and digits it begins with.

    `severity` holds (beginning of codes, severity), `per_path` (glob, beginnings to ignore there),
    `thresholds` (code, name, value).
    """

    select: tuple[str, ...] = ("",)
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    per_path: tuple[tuple[str, tuple[str, ...]], ...] = ()
    thresholds: tuple[tuple[str, str, float], ...] = ()

    def selects(self, code: str) -> bool:
        """Whether `code` is in force: the longest beginning that fits decides, of equal ones `ignore`."""
        if is_law(CODES[code]):
            return True
        return _longest(code, self.select) > _longest(code, self.ignore)

    def level(self, code: str) -> str:
        """The severity of `code`: by the longest beginning that fits, else its own."""
        own = CODES[code]
        if is_law(own):
            return own.severity
        fitting = [(len(begin), severity) for begin, severity in self.severity if code.startswith(begin)]
        return max(fitting, key=lambda each: each[0])[1] if fitting else own.severity

    def threshold(self, code: str, name: str) -> float:
        """The value of a threshold of `code`: the site's, else the default."""
        for its_code, its_name, value in self.thresholds:
            if (its_code, its_name) == (code, name):
                return value
        return next(value for its_name, value in CODES[code].thresholds if its_name == name)


def is_law(code: Code) -> bool:
    """Whether a code tells of what cannot be understood, so that no setting puts it aside."""
    return code.code.startswith("S") and code.severity == "error"


def _longest(code: str, beginnings: tuple[str, ...]) -> int:
    return max((len(begin) for begin in beginnings if code.startswith(begin)), default=-1)
