"""The schemas as files."""

from __future__ import annotations

import json

from goalsite.schemas.config import config
from goalsite.schemas.kpi import kpi
from goalsite.schemas.objective import objective
from goalsite.schemas.units import page, person, unit
from goalsite.schemas.words import Schema

_SCHEMAS = {
    "config": config,
    "objective": objective,
    "kpi": kpi,
    "team": unit,
    "person": person,
    "page": page,
}
KINDS = tuple(_SCHEMAS)
"""What authors write: the configuration, and each kind of front matter."""


def schema_of(kind: str) -> Schema:
    """The schema of one of KINDS, draft 7."""
    return _SCHEMAS[kind]()


def schema_text(kind: str) -> str:
    """The schema of one of KINDS as the text of a file."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"


def schema_files() -> tuple[tuple[str, bytes], ...]:
    """Every schema as a file of the site, by path."""
    return tuple((f"schema/{kind}.schema.json", schema_text(kind).encode()) for kind in KINDS)
