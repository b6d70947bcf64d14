"""The JSON Schema of the list of a site's files: every field with its meaning."""

from __future__ import annotations

import json
from typing import Any

from goalsite.core.config import SNAPSHOTS
from goalsite.output.manifest import MANIFEST, VERSION

_COMMIT, _SHA256 = "^[0-9a-f]{40}([0-9a-f]{24})?$", "^[0-9a-f]{64}$"


def schema() -> dict[str, Any]:
    """The schema, draft 2020-12."""
    fields = {
        "version": {"const": VERSION, "description": "The version of this format."},
        "generator": {"type": "string", "description": "The program that made the site."},
        "commit": {
            "type": ["string", "null"],
            "pattern": _COMMIT,
            "description": "The commit of the goals; null without git.",
        },
        "modified": {"type": "boolean", "description": "Whether what was read differs from that commit."},
        "as_of": {"type": "string", "format": "date", "description": "The day all figures are for."},
        "safe": {"type": "boolean", "description": "Whether nothing of the repository was trusted."},
        "offline": {"type": "boolean", "description": "Whether it works from a disk."},
        "snapshots": {"enum": list(SNAPSHOTS), "description": "Which past states it keeps."},
        "signatures": {"type": "boolean", "description": "Whether signatures of commits were checked."},
        "files": {
            "type": "object",
            "description": "The SHA-256 of each file by its path.",
            "propertyNames": {"not": {"const": MANIFEST}},
            "additionalProperties": {"type": "string", "pattern": _SHA256},
        },
    }
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"goalsite: {MANIFEST}"}
    about = "What a site was made from, and the hashes of its files. Fields may be added."
    return {
        **head,
        "type": "object",
        "description": about,
        "required": list(fields),
        "properties": fields,
    }


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
