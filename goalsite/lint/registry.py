"""Every rule that looks at values of several stages, written by hand: code and check, by what the check sees.

What cannot be understood (S) is told by the stage that reads it; those codes have a page here and no check,
but for S040, which looks at texts, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goalsite.core.diagnostics import Diagnostic
from goalsite.lint.kpis import k301_incomplete_kpi as k301
from goalsite.lint.kpis import k302_targets_out_of_order as k302
from goalsite.lint.kpis import k303_serves_nothing as k303
from goalsite.lint.kpis import k304_same_formula as k304
from goalsite.lint.kpis import k305_several_north_stars as k305
from goalsite.lint.kpis import k306_always_green as k306
from goalsite.lint.kpis import k307_mixed_units as k307
from goalsite.lint.kpis import k308_no_recovery as k308
from goalsite.lint.kpis import k309_uncovered_target as k309
from goalsite.lint.kpis import k310_undated_target as k310
from goalsite.lint.near import NearKpi, NearObjective, Site
from goalsite.lint.public import p401_e_mail as p401
from goalsite.lint.public import p402_phone_number as p402
from goalsite.lint.public import p403_internal_host as p403
from goalsite.lint.public import p404_internal_text as p404
from goalsite.lint.published import Published
from goalsite.lint.quality import q101_too_many_objectives as q101
from goalsite.lint.quality import q102_key_result_count as q102
from goalsite.lint.quality import q103_digits_in_title as q103
from goalsite.lint.quality import q104_output_verb as q104
from goalsite.lint.quality import q105_title_length as q105
from goalsite.lint.quality import q106_incomplete_key_result as q106
from goalsite.lint.quality import q107_task_as_key_result as q107
from goalsite.lint.quality import q108_activity_counted as q108
from goalsite.lint.quality import q109_no_leading_indicator as q109
from goalsite.lint.quality import q110_no_single_owner as q110
from goalsite.lint.quality import q111_first_confidence as q111
from goalsite.lint.quality import q112_mean_score as q112
from goalsite.lint.quality import q113_orphan_objective as q113
from goalsite.lint.quality import q114_top_down_unit as q114
from goalsite.lint.quality import q115_near_duplicate as q115
from goalsite.lint.quality import q116_movement_claimed_twice as q116
from goalsite.lint.quality import q118_silo as q118
from goalsite.lint.quality import q119_unconfirmed_dependency as q119
from goalsite.lint.quality import q120_miss_without_retrospective as q120
from goalsite.lint.quality import q121_commitment_mix as q121
from goalsite.lint.quality import q122_pay as q122
from goalsite.lint.quality import q123_moved_target as q123
from goalsite.lint.quality import q124_deleted_key_result as q124
from goalsite.lint.quality import q125_carried_over_unreviewed as q125
from goalsite.lint.quality import q127_mode_mismatch as q127
from goalsite.lint.quality import q128_placeholder as q128
from goalsite.lint.quality import q129_vague_words as q129
from goalsite.lint.quality import q130_late_goal as q130
from goalsite.lint.quality import q131_sum_without_window as q131
from goalsite.lint.quality import q132_carried_over_unchanged as q132
from goalsite.lint.quality import q133_no_overlap as q133
from goalsite.lint.quality import q135_weights_as_shares as q135
from goalsite.lint.quality import q136_closed_without_outcome as q136
from goalsite.lint.rhythm import r201_overdue_check_in as r201
from goalsite.lint.rhythm import r202_never_checked_in as r202
from goalsite.lint.rhythm import r203_contradicted_report as r203
from goalsite.lint.rhythm import r204_frozen_confidence as r204
from goalsite.lint.rhythm import r205_unexplained_low_confidence as r205
from goalsite.lint.rhythm import r206_cumulative_fell as r206
from goalsite.lint.rhythm import r208_unexplained_low_score as r208
from goalsite.lint.rhythm import r209_unscored as r209
from goalsite.lint.rhythm import r210_slipped_digit as r210
from goalsite.lint.rhythm import r211_overconfident as r211
from goalsite.lint.rhythm import r212_future_date as r212
from goalsite.lint.rhythm import r213_outside_window as r213
from goalsite.lint.structure import s040_unsafe_link as s040
from goalsite.model.records import Kpi

ObjectiveCheck = Callable[[NearObjective], Iterator[Diagnostic]]
KpiCheck = Callable[[Kpi, NearKpi], Iterator[Diagnostic]]
SiteCheck = Callable[[Site], Iterator[Diagnostic]]
TextCheck = Callable[[Published], Iterator[Diagnostic]]

ON_OBJECTIVES: tuple[tuple[str, ObjectiveCheck], ...] = (
    ("Q102", q102.check),
    ("Q103", q103.check),
    ("Q104", q104.check),
    ("Q105", q105.check),
    ("Q106", q106.check),
    ("Q107", q107.check),
    ("Q108", q108.check),
    ("Q109", q109.check),
    ("Q111", q111.check),
    ("Q120", q120.check),
    ("Q123", q123.check),
    ("Q124", q124.check),
    ("Q125", q125.check),
    ("Q129", q129.check),
    ("Q130", q130.check),
    ("Q131", q131.check),
    ("Q132", q132.check),
    ("Q135", q135.check),
    ("Q136", q136.check),
    ("R201", r201.check),
    ("R202", r202.check),
    ("R203", r203.check),
    ("R204", r204.check),
    ("R205", r205.check),
    ("R206", r206.check),
    ("R208", r208.check),
    ("R209", r209.check),
    ("R210", r210.check),
    ("R211", r211.check),
    ("R212", r212.check),
    ("R213", r213.check),
)
ON_KPIS: tuple[tuple[str, KpiCheck], ...] = (
    ("K302", k302.check),
    ("K306", k306.check),
    ("K310", k310.check),
    ("R206", r206.check_kpi),
    ("R210", r210.check_kpi),
    ("R212", r212.check_kpi),
)
ON_SITE: tuple[tuple[str, SiteCheck], ...] = (
    ("K301", k301.check),
    ("K303", k303.check),
    ("K304", k304.check),
    ("K305", k305.check),
    ("K307", k307.check),
    ("K308", k308.check),
    ("K309", k309.check),
    ("Q101", q101.check),
    ("Q110", q110.check),
    ("Q112", q112.check),
    ("Q113", q113.check),
    ("Q114", q114.check),
    ("Q115", q115.check),
    ("Q116", q116.check),
    ("Q118", q118.check),
    ("Q119", q119.check),
    ("Q121", q121.check),
    ("Q127", q127.check),
    ("Q133", q133.check),
)
ON_TEXTS: tuple[tuple[str, TextCheck], ...] = (
    ("P401", p401.check),
    ("P402", p402.check),
    ("P403", p403.check),
    ("P404", p404.check),
    ("Q122", q122.check),
    ("Q128", q128.check),
    ("S040", s040.check),
)

LONG = ("Q115",)
"""Rules about the site that take as long as all others together: where two processes check, one has these."""

ON_KPI_FIGURES = ("K308",)
"""Rules about the site that look at figures of KPIs, or at alerts."""

ON_TITLES = ("Q115",)
"""Rules about the site whose findings depend on titles; the others only quote them."""
