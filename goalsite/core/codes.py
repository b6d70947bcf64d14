"""Every code a finding can carry, with its name, default severity and one line on what it means.

A code never changes its meaning; a removed one is never given again.
"""

from __future__ import annotations

from msgspec import Struct

STAGES = ("reserved", "stable", "deprecated", "removed")
"""The life of a code: named but not checked yet, in force, in force but leaving, gone."""


class Code(Struct, frozen=True):
    """One kind of finding: its default severity, `stage` of life and `thresholds` with their defaults.

    `instead` names the code that took a removed one's place; what is `private` must not be printed.
    """

    code: str
    name: str
    severity: str
    summary: str
    thresholds: tuple[tuple[str, float], ...] = ()
    stage: str = "stable"
    instead: str = ""
    private: bool = False

    @property
    def told(self) -> bool:
        """Whether findings of this code are made at all."""
        return self.stage in ("stable", "deprecated")


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
    Code(
        "S048",
        "supports-circle",
        "warning",
        "goals that support each other in a circle",
        stage="removed",
        instead="Q134",
    ),
    Code("S049", "active-image", "error", "an SVG file that is more than a picture"),
    Code("S050", "no-goals", "error", "a project without its goals folder"),
    Code(
        "S051",
        "unopened-front-matter",
        "warning",
        "a page that begins like a goal whose first --- is missing",
    ),
    Code("S052", "bad-suppression", "error", "a rule set aside that cannot be, or without a reason"),
    Code("S053", "unused-suppression", "warning", "a rule set aside that finds nothing there"),
    Code("S054", "clock-ahead", "warning", "a commit dated later than it came, by which values are dated"),
    # Quality of objectives and key results
    Code(
        "Q101",
        "too-many-objectives",
        "warning",
        "more objectives in a cycle than the root or a unit can pursue",
        (("root", 5), ("unit", 3)),
    ),
    Code(
        "Q102",
        "key-result-count",
        "warning",
        "an objective with too few or too many key results",
        (("min", 2), ("max", 5)),
    ),
    Code("Q103", "digits-in-title", "warning", "an objective whose title holds a number"),
    Code("Q104", "output-verb", "warning", "an objective that begins with a verb of output, such as launch"),
    Code(
        "Q105",
        "title-length",
        "warning",
        "an objective's title that is too short or too long to remember",
        (("min_words", 3), ("max_words", 18), ("min_characters", 5), ("max_characters", 40)),
    ),
    Code("Q106", "incomplete-key-result", "warning", "a key result without number, baseline, unit or owner"),
    Code("Q107", "task-as-key-result", "warning", "a key result that is a task: done or not done"),
    Code("Q108", "activity-counted", "warning", "a key result that counts activity and not its effect"),
    Code("Q109", "no-leading-indicator", "warning", "key results that all move only when it is too late"),
    Code("Q110", "no-single-owner", "warning", "an objective without an owner, or owned by a team"),
    Code(
        "Q111",
        "first-confidence",
        "warning",
        "a first confidence so high or low that the target asks for nothing or too much",
        (("min", 0.25), ("max", 0.9)),
    ),
    Code(
        "Q112",
        "mean-score",
        "warning",
        "a unit whose last cycles were scored too high or too low",
        (("low", 0.4), ("high", 0.85), ("cycles", 2)),
    ),
    Code("Q113", "orphan-objective", "warning", "an objective below the root that leads to no other goal"),
    Code(
        "Q114",
        "top-down-unit",
        "warning",
        "a unit in which too few objectives come from below",
        (("min_share", 0.5), ("min_objectives", 2)),
    ),
    Code(
        "Q115",
        "near-duplicate",
        "warning",
        "two goals that say the same and are not linked by same_as",
        (("similarity", 0.8),),
    ),
    Code("Q116", "movement-claimed-twice", "warning", "two key results that claim one KPI's movement"),
    Code("Q118", "silo", "warning", "a unit whose objectives have no edge to another unit"),
    Code("Q119", "unconfirmed-dependency", "warning", "a dependency that the other side has not confirmed"),
    Code("Q120", "miss-without-retrospective", "warning", "a missed commitment without a retrospective"),
    Code(
        "Q121",
        "commitment-mix",
        "warning",
        "a cycle in which nothing, or all, is aspirational",
        (("min_objectives", 3),),
    ),
    Code("Q122", "pay", "warning", "an OKR that speaks of pay, bonus or rating"),
    Code(
        "Q123",
        "moved-target",
        "warning",
        "a target moved within its cycle without a reason",
        (("share", 0.1),),
    ),
    Code(
        "Q124",
        "deleted-key-result",
        "warning",
        "a key result deleted and not dropped",
        (("share", 0.1),),
    ),
    Code("Q125", "carried-over-unreviewed", "warning", "a goal carried over from one without a review"),
    Code("Q127", "mode-mismatch", "warning", "a unit whose goals are not of the system it says manages it"),
    Code("Q128", "placeholder", "warning", "a text that is still to be written"),
    Code("Q129", "vague-words", "warning", "a key result that says better without saying how much"),
    Code(
        "Q130",
        "late-goal",
        "warning",
        "a goal first seen late in its window without a start",
        (("share", 0.1),),
    ),
    Code("Q131", "sum-without-window", "warning", "a KPI that sums up, read without over: window"),
    Code("Q132", "carried-over-unchanged", "warning", "a key result carried over with its old baseline"),
    Code("Q133", "no-overlap", "warning", "goals that lean on each other at different times"),
    Code("Q134", "supports-circle", "warning", "goals that support each other in a circle"),
    Code(
        "Q135",
        "weights-as-shares",
        "warning",
        "weights written as shares that do not add up to 1",
        (("tolerance", 0.001),),
    ),
    Code("Q136", "closed-without-outcome", "warning", "a closed objective that does not say how it ended"),
    # Rhythm
    Code("R201", "overdue-check-in", "warning", "a check-in that was due and did not come"),
    Code("R202", "never-checked-in", "warning", "a key result that nobody has checked in"),
    Code("R203", "contradicted-report", "warning", "a reported status that the numbers contradict"),
    Code(
        "R204",
        "frozen-confidence",
        "warning",
        "a confidence that never moves",
        (("check_ins", 5),),
    ),
    Code(
        "R205",
        "unexplained-low-confidence",
        "warning",
        "a low confidence without what blocks it, what is next, or a note",
        (("below", 0.4),),
    ),
    Code("R206", "cumulative-fell", "warning", "a value that only ever adds up, and fell"),
    Code(
        "R208",
        "unexplained-low-score",
        "warning",
        "a low score without a root cause",
        (("below", 0.4),),
    ),
    Code(
        "R209",
        "unscored",
        "warning",
        "an objective whose time is over and that nobody has scored",
        (("days", 0),),
    ),
    Code("R210", "slipped-digit", "warning", "a value ten or a hundred times its neighbours"),
    Code(
        "R211",
        "overconfident",
        "warning",
        "a high confidence against a slow pace",
        (("confidence", 0.7), ("pace", 0.7)),
    ),
    Code("R212", "future-date", "warning", "a check-in or point dated after today"),
    Code(
        "R213",
        "outside-window",
        "warning",
        "a check-in dated far outside its goal's window",
        (("days", 31),),
    ),
    # KPIs
    Code(
        "K301",
        "incomplete-kpi",
        "warning",
        "a KPI without definition, unit, direction, owner, source or frequency",
    ),
    Code("K302", "targets-out-of-order", "warning", "targets of a KPI out of the order of their dates"),
    Code("K303", "serves-nothing", "warning", "a KPI that serves no goal: counted because it is countable"),
    Code("K304", "same-formula", "warning", "one formula under two ids"),
    Code("K305", "several-north-stars", "warning", "more than one north star"),
    Code(
        "K306",
        "always-green",
        "warning",
        "a target that was never changed and never missed",
        (("points", 6), ("days", 365)),
    ),
    Code("K307", "mixed-units", "warning", "a formula that adds up different or unknown units"),
    Code("K308", "no-recovery", "warning", "a KPI twice red that no objective improves"),
    Code(
        "K309",
        "uncovered-target",
        "warning",
        "targets of the parts that do not cover the whole's",
        (("min_share", 1.0),),
    ),
    Code("K310", "undated-target", "warning", "a target that does not say from when or for which period"),
    # Safety of a public site
    Code("P401", "e-mail", "warning", "an e-mail address in what would be published", private=True),
    Code("P402", "phone-number", "warning", "a phone number in what would be published", private=True),
    Code("P403", "internal-host", "warning", "a link to a host that only the inside can reach", private=True),
    Code(
        "P404", "internal-text", "warning", "text marked as internal in what would be published", private=True
    ),
)

CODES = {code.code: code for code in _ALL}

FAMILIES = {
    "S": "structure",
    "Q": "quality",
    "R": "rhythm",
    "K": "kpis",
    "P": "public",
}
"""What the letter of a code stands for."""
