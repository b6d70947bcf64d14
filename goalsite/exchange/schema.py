"""The JSON Schema of goals.json: every field with its meaning, for other programs that read the file."""

from __future__ import annotations

import json
from typing import Any

from goalsite.exchange.goals_json import VERSION
from goalsite.exchange.schema_goals import GOAL, KEY_RESULT, KPI
from goalsite.exchange.schema_words import (
    DATE,
    LINE,
    TEXT,
    Schema,
    listed,
    one_of,
    or_null,
    record,
    said,
    share,
)
from goalsite.graph.edges import EDGE_TYPES

_CYCLE = record(
    "A cycle: one that is in use or declared.",
    {
        "id": said(TEXT, "Its name, such as 2026-Q4."),
        "title": said(TEXT, "Its title; the id where it has none of its own."),
        "start": said(DATE, "Its first day."),
        "end": said(DATE, "Its last day."),
        "parent": said(or_null(TEXT), "The id of the cycle that holds it."),
    },
)

_PORTFOLIO = record(
    "A unit's figures in one cycle, over its own active and closed goals of exactly that cycle. "
    "Null where nothing counts.",
    {
        "progress": share("Weighted mean of the goals' progress."),
        "bottom_up_share": share("Goals with origin bottom-up ÷ goals with an origin."),
        "alignment_coverage": share(
            "Goals that support, contribute or improve ÷ all; null for the root unit."
        ),
        "cross_unit_edge_share": share("Of their edges to goals those that end in another unit."),
        "strategic_kpi_share": share(
            "Of the unit's KPIs those that support something or that a goal cares for."
        ),
        "mean_score": share("Unweighted mean score of the closed aspirational goals."),
        "committed_kept": share("Closed committed goals with score 1 ÷ all closed committed ones."),
        "dropped_share": share("Dropped and replaced key results ÷ all."),
        "net_status": said(
            or_null({"type": "number", "minimum": -1, "maximum": 1}),
            "(on_track + achieved − off_track) ÷ all, over counted key results that are not planned.",
        ),
        "checkin_rhythm": share("Periods of key results with a check-in ÷ those due."),
    },
)

_TEAM = record(
    "A unit.",
    {
        "id": said(TEXT, "The path of its folder; empty for the root unit."),
        "title": said(TEXT, "Its name."),
        "url": said(TEXT, "Its page, relative to the site's root."),
        "parent": said(or_null(TEXT), "The id of the unit above; null for the root unit."),
        "mode": said(or_null(one_of("okr", "kpi", "hybrid")), "Which system manages it."),
        "layer": said(or_null(one_of("front", "middle", "back")), "Where in the organisation it stands."),
        "lead": said(or_null(TEXT), "The handle of the person who leads it."),
        "members": said(listed(TEXT), "The handles of its people."),
        "portfolio": {
            "type": "object",
            "description": "Its figures by the id of the cycle.",
            "additionalProperties": {"$ref": "#/$defs/portfolio"},
        },
    },
)

_EDGE = record(
    "That one goal or KPI refers to another.",
    {
        "from": said(TEXT, "The id of the goal or KPI that says so."),
        "to": said(
            TEXT,
            "What it refers to: the id of a goal or KPI, one key result as goal#kr, a URL for a goal "
            "elsewhere, or site:goal for one of a federated site. What holds a colon is not in this file.",
        ),
        "type": said(one_of(*EDGE_TYPES), "How it refers."),
    },
)

_DIAGNOSTIC = record(
    "Something that is wrong with the files.",
    {
        "code": said({"type": "string", "pattern": "^[A-Z][0-9]{3}$"}, "The rule, such as Q104."),
        "severity": said(one_of("error", "warning"), "How bad it is."),
        "path": said(TEXT, "The file, relative to the repository."),
        "line": said(LINE, "The line, counted from 1."),
        "column": said(LINE, "The column, counted from 1 in characters."),
        "message": said(TEXT, "What is wrong."),
        "hint": said(TEXT, "What to do about it; may be empty."),
    },
)

_SITE = record(
    "The site itself.",
    {
        "name": said(TEXT, "Its name."),
        "url": said(TEXT, "Where it is published; empty where the configuration does not say."),
    },
)


def schema() -> Schema:
    """The schema of goals.json, draft 2020-12."""
    top = record(
        "All goals of a site with their figures on one day. Records are sorted by id, edges by (type, from, "
        "to), diagnostics by (path, line, column, code), values by date; key results keep the order of "
        "their file. Numbers are not rounded. Fields may be added.",
        {
            "version": said({"const": VERSION}, "The version of this format."),
            "generator": said(TEXT, "The program that made the file."),
            "as_of": said(DATE, "The day of all figures; what is dated later does not exist."),
            "commit": said(or_null(TEXT), "The id of the commit the files come from; null without git."),
            "site": {"$ref": "#/$defs/site"},
            "current_cycle": said(or_null(TEXT), "The id of the cycle that is under way."),
            "cycles": listed({"$ref": "#/$defs/cycle"}),
            "teams": listed({"$ref": "#/$defs/team"}),
            "goals": listed({"$ref": "#/$defs/goal"}),
            "kpis": listed({"$ref": "#/$defs/kpi"}),
            "edges": listed({"$ref": "#/$defs/edge"}),
            "diagnostics": listed({"$ref": "#/$defs/diagnostic"}),
        },
    )
    parts = {
        "site": _SITE,
        "cycle": _CYCLE,
        "team": _TEAM,
        "portfolio": _PORTFOLIO,
        "goal": GOAL,
        "keyResult": KEY_RESULT,
        "kpi": KPI,
        "edge": _EDGE,
        "diagnostic": _DIAGNOSTIC,
    }
    head: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "goals.json"}
    return {**head, **top, "$defs": parts}


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
