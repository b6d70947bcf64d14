"""A CSV file changed in some of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goalsite.edit.splices import Splice, as_text, spliced_bytes
from goalsite.source.cells import records
from goalsite.source.nodes import Table
from goalsite.source.read import read_table


def with_cells(data: bytes, path: str, new: Mapping[tuple[int, int], str]) -> bytes | None:
    """The table with other texts in some cells, each named by the line of its record and its column from 0.

    None where it could not be changed so that it says just that.
    """
    table, found = read_table(data, path)
    if table.broken and not table.columns:
        return None
    splices, wanted = [], []
    for line, cells in records(as_text(data)):
        said = [new.get((line, column), cell.text) for column, cell in enumerate(cells)]
        splices += [Splice(c.start, c.end, said[n]) for n, c in enumerate(cells) if said[n] != c.text]
        wanted.append((line, said))
    after = spliced_bytes(data, splices)
    if after is None:
        return None
    there, told = read_table(after, path)
    return after if _says(there, wanted) and len(told) == len(found) else None


def _says(table: Table, wanted: Iterable[tuple[int, list[str]]]) -> bool:
    """Whether a table has these records, those of a wrong length aside."""
    (_, header), *rows = wanted
    fitting = [(line, cells) for line, cells in rows if len(cells) == len(header)]
    says = [(row.line, [row.cells[column] for column in table.columns]) for row in table.rows]
    return list(table.columns) == header and says == fitting
