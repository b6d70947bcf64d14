"""The published grammars of the formats, as far as goalsite's documents go: strict, nothing may be added.

No package index carries them, so they are written down here, each with the place it is published at.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from xmlschema import XMLSchema10

Schema = dict[str, Any]


def _object(required: str = "", **properties: Schema) -> Schema:
    """An object with these properties and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": properties,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_TEXT: Schema = {"type": "string"}
_PLACE: Schema = {"type": "integer", "minimum": 1}
_LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
_SAID = _object("text", text=_TEXT)
_URI: Schema = {"type": "string", "pattern": r"^([A-Za-z0-9._~!$&'()*+,;=@:/?-]|%[0-9A-F]{2})*$"}
_ARTIFACT = _object(uri=_URI, uriBaseId=_TEXT, index={"type": "integer", "minimum": -1}, description=_SAID)
_REGION = _object(startLine=_PLACE, startColumn=_PLACE, endLine=_PLACE, endColumn=_PLACE)
_RULE = _object(
    "id",
    id=_TEXT,
    name=_TEXT,
    shortDescription=_SAID,
    fullDescription=_SAID,
    help=_SAID,
    helpUri=_URI,
    defaultConfiguration=_object(level=_LEVEL),
)
_RESULT = _object(
    "message",
    ruleId=_TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=_LEVEL,
    message=_SAID,
    locations=_list(_object(physicalLocation=_object(artifactLocation=_ARTIFACT, region=_REGION))),
    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
)
_RUN = _object(
    "tool",
    tool=_object(
        "driver",
        driver=_object(
            "name",
            name=_TEXT,
            version=_TEXT,
            informationUri=_URI,
            rules={**_list(_RULE), "uniqueItems": True},
        ),
    ),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object", "additionalProperties": _ARTIFACT},
    results=_list(_RESULT),
)

# https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
SARIF = Draft202012Validator(
    _object("version runs", **{"$schema": _URI}, version={"enum": ["2.1.0"]}, runs=_list(_RUN))
)

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GITLAB = Draft202012Validator(
    _list(
        _object(
            "description check_name fingerprint severity location",
            description=_TEXT,
            check_name=_TEXT,
            fingerprint=_TEXT,
            severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
            location=_object("path lines", path=_TEXT, lines=_object("begin", begin=_PLACE)),
        )
    )
)

# https://github.com/windyroad/JUnit-Schema/blob/master/JUnit.xsd
JUNIT = XMLSchema10(Path(__file__).with_name("junit.xsd"))
