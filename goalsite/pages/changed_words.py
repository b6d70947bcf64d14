"""Which word stands for each field that may change, and how its values are said."""

from __future__ import annotations

from typing import NamedTuple

from goalsite.language.messages import message


class Field(NamedTuple):
    """A field's word, and what its values are: `amount` (a number in the unit of what it measures), `number`,
    `share`, `score`, `day`, `person`, `unit`, `goal`, `flag`, `text`, `plan`, or a family of words; of a list
    what its entries are."""

    label: str
    form: str
    is_list: bool = False


EDGE_FIELDS = (
    "supports",
    "contributes",
    "improves",
    "guards",
    "depends_on",
    "same_as",
    "continues",
    "replaced_by",
    "cascades_from",
)
"""Fields that say how a goal refers to others."""

FIELDS: dict[str, Field] = {
    "aggregate": Field(message("aggregated as"), "aggregate"),
    "aliases": Field(message("former names"), "text", is_list=True),
    "allowed_misses": Field(message("misses allowed"), "number"),
    "baseline": Field(message("baseline"), "amount"),
    "blocked": Field(message("what blocks it"), "text"),
    "by": Field(message("by whom"), "person"),
    "cadence": Field(message("check-ins"), "cadence"),
    "checked": Field(message("checked on"), "day"),
    "closed": Field(message("closed"), "day"),
    "commit": Field(message("commit"), "amount"),
    "commitment": Field(message("commitment"), "commitment"),
    "confidence": Field(message("confidence"), "share"),
    "contributors": Field(message("contributors"), "person", is_list=True),
    "current": Field(message("current"), "amount"),
    "cycle": Field(message("cycle"), "cycle"),
    "decision": Field(message("decision"), "decision"),
    "definition": Field(message("definition"), "text"),
    "description": Field(message("description"), "text"),
    "dimensions": Field(message("split by"), "text", is_list=True),
    "direction": Field(message("direction"), "direction"),
    "done": Field(message("done"), "day"),
    "due": Field(message("due"), "day"),
    "every": Field(message("judged"), "cadence"),
    "fit": Field(message("fit"), "text", is_list=True),
    "formula": Field(message("formula"), "text"),
    "frequency": Field(message("frequency"), "cadence"),
    "id": Field(message("name in references"), "text"),
    "kind": Field(message("kind"), "kind"),
    "kpi": Field(message("KPI that it reads"), "goal"),
    "lag": Field(message("lag"), "text"),
    "layer": Field(message("layer"), "layer"),
    "lead": Field(message("lead"), "person"),
    "leading": Field(message("leading indicator"), "flag"),
    "learned": Field(message("what was learnt"), "text"),
    "link": Field(message("link"), "text"),
    "links": Field(message("links"), "text", is_list=True),
    "lint": Field(message("rules set aside"), "text", is_list=True),
    "max": Field(message("upper bound"), "amount"),
    "measure": Field(message("measured by"), "measure"),
    "members": Field(message("members"), "person", is_list=True),
    "min": Field(message("lower bound"), "amount"),
    "mode": Field(message("mode"), "mode"),
    "name": Field(message("name"), "text"),
    "next": Field(message("what comes next"), "text"),
    "north_star": Field(message("north star"), "flag"),
    "note": Field(message("note"), "text"),
    "on": Field(message("left the count on"), "day"),
    "order": Field(message("number"), "number"),
    "origin": Field(message("origin"), "origin"),
    "outcome": Field(message("outcome"), "outcome"),
    "over": Field(message("value taken over"), "text"),
    "owner": Field(message("owner"), "person"),
    "parent": Field(message("unit above"), "unit"),
    "person": Field(message("personal goal of"), "person"),
    "perspective": Field(message("perspective"), "perspective"),
    "plan": Field(message("plan"), "plan"),
    "reason": Field(message("reason"), "text"),
    "red": Field(message("red line"), "amount"),
    "reported": Field(message("reported status"), "status"),
    "rollup": Field(message("made from its parts by"), "aggregate"),
    "root_cause": Field(message("root cause"), "text"),
    "score": Field(message("score"), "score"),
    "share": Field(message("share"), "share"),
    "size": Field(message("size"), "text"),
    "source": Field(message("source"), "text"),
    "start": Field(message("start"), "day"),
    "status": Field(message("state"), "state"),
    "stretch": Field(message("stretch"), "amount"),
    "tags": Field(message("tags"), "text", is_list=True),
    "target": Field(message("target"), "amount"),
    "team": Field(message("unit"), "unit"),
    "text": Field(message("text"), "text"),
    "tier": Field(message("tier"), "tier"),
    "title": Field(message("title"), "text"),
    "tolerance": Field(message("tolerance"), "amount"),
    "unit": Field(message("unit of measure"), "text"),
    "value": Field(message("value"), "amount"),
    "weight": Field(message("weight"), "number"),
}

MEASURES = {
    "metric": message("a number"),
    "maintain": message("a range that is kept"),
    "milestones": message("milestones"),
    "binary": message("done or not"),
    "zones": message("zones"),
    "manual": message("judgement"),
}
"""How a key result is measured."""

KINDS = {"objective": message("objective"), "kpi": message("KPI")}
"""The kinds of goals."""

FIGURES: dict[str, Field] = {
    "status": Field(message("status"), "status"),
    "health": Field(message("health"), "health"),
    "value": Field(message("value"), "amount"),
    "progress": Field(message("progress"), "share"),
    "progress_with_contributions": Field(message("progress with contributions"), "share"),
    "pace": Field(message("pace"), "pace"),
    "days_behind": Field(message("days behind"), "behind"),
    "confidence": Field(message("confidence"), "share"),
    "score": Field(message("score"), "score"),
    "exposed": Field(message("exposed"), "flag"),
    "attainment": Field(message("attainment"), "share"),
    "coverage": Field(message("covered by its parts"), "share"),
    "bottom_up_share": Field(message("bottom-up"), "share"),
    "alignment_coverage": Field(message("alignment"), "share"),
    "cross_unit_edge_share": Field(message("ties across units"), "share"),
    "strategic_kpi_share": Field(message("KPIs that serve the strategy"), "share"),
    "mean_score": Field(message("mean score"), "score"),
    "committed_kept": Field(message("commitments kept"), "share"),
    "dropped_share": Field(message("key results given up"), "share"),
    "net_status": Field(message("net status"), "share"),
    "checkin_rhythm": Field(message("rhythm"), "share"),
}
"""The figures that a change may move."""
