"""Every rule that looks at values of several stages, written by hand: code and check, by what the check sees.

What cannot be understood (S) is told by the stage that reads it; those codes have a page here and no check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goalsite.core.diagnostics import Diagnostic
from goalsite.lint.near import NearKpi, NearObjective, Site
from goalsite.lint.published import Published
from goalsite.lint.quality import q103_digits_in_title as q103
from goalsite.lint.quality import q136_closed_without_outcome as q136
from goalsite.model.records import Kpi, Objective

ObjectiveCheck = Callable[[Objective, NearObjective], Iterator[Diagnostic]]
KpiCheck = Callable[[Kpi, NearKpi], Iterator[Diagnostic]]
SiteCheck = Callable[[Site], Iterator[Diagnostic]]
TextCheck = Callable[[Published], Iterator[Diagnostic]]

ON_OBJECTIVES: tuple[tuple[str, ObjectiveCheck], ...] = (
    ("Q103", q103.check),
    ("Q136", q136.check),
)
ON_KPIS: tuple[tuple[str, KpiCheck], ...] = ()
ON_SITE: tuple[tuple[str, SiteCheck], ...] = ()
ON_TEXTS: tuple[tuple[str, TextCheck], ...] = ()
