"""A KPI's values as tables: the total, and each split."""

from __future__ import annotations

from goalsite.analysis.figures import KpiFigures
from goalsite.model.records import Kpi, Point
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Column, Table

_MOST_POINTS = 200
_MOST_SPLITS = 200


def data_table(desk: Desk, kpi: Kpi, figures: KpiFigures) -> Table | None:
    """Its points, the latest first, each with the colour it had; None without any."""
    if not figures.points:
        return None
    language, text = desk.language, desk.language.text
    shown = figures.points[-_MOST_POINTS:]
    noted = any(point.note for point in shown)
    judged = any(point.color != "no_target" for point in shown)
    columns = [Column(text("Date")), Column(_value_header(desk, kpi), numeric=True)]
    columns += [Column(text("Health"))] if judged else []
    columns += [Column(text("Note"))] if noted else []
    rows = []
    for point in reversed(shown):
        row = [language.date(point.date), language.number(point.value)]
        row += [language.word("health", point.color).word] if judged else []
        row += [point.note] if noted else []
        rows.append(tuple(row))
    caption = text("Values")
    if len(shown) < len(figures.points):
        caption = language.plural(
            "The latest %(shown)s of %(n)s value; all are in goals.json",
            "The latest %(shown)s of %(n)s values; all are in goals.json",
            len(figures.points),
            shown=len(shown),
        )
    return Table(caption, tuple(columns), tuple(rows))


def _value_header(desk: Desk, kpi: Kpi) -> str:
    if not kpi.unit:
        return desk.language.text("Value")
    return desk.language.text("Value (%(unit)s)", unit=kpi.unit)


def split_tables(desk: Desk, kpi: Kpi) -> tuple[Table, ...]:
    """The latest value of every split: one table for each set of dimensions that rows give together."""
    latest: dict[tuple[str, ...], Point] = {}
    for point in kpi.splits:
        begun = point.period.start if point.period else point.date
        if begun <= desk.as_of and (point.split not in latest or point.date >= latest[point.split].date):
            latest[point.split] = point
    groups: dict[tuple[int, ...], list[Point]] = {}
    for split in sorted(latest):
        used = tuple(at for at, value in enumerate(split) if value)
        groups.setdefault(used, []).append(latest[split])
    return tuple(_split_table(desk, kpi, used, points) for used, points in sorted(groups.items()))


def _split_table(desk: Desk, kpi: Kpi, used: tuple[int, ...], points: list[Point]) -> Table:
    language, text = desk.language, desk.language.text
    names = tuple(kpi.dimensions[at] for at in used)
    columns = (
        *(Column(name) for name in names),
        Column(_value_header(desk, kpi), numeric=True),
        Column(text("Date")),
    )
    rows = tuple(
        (
            *(point.split[at] for at in used),
            language.number(point.value),
            language.date(min(point.date, desk.as_of)),
        )
        for point in points[:_MOST_SPLITS]
    )
    return Table(text("Latest values by %(dimensions)s", dimensions=language.listed(names)), columns, rows)
