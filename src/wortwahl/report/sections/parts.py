"""What the sections share: tables cut to a length, frame names, a report's limits."""

import pandas as pd

from wortwahl.report.document import Code, Column, Line
from wortwahl.report.results import Results
from wortwahl.report.wording import Wording


def cut(rows: list, limit: int, name: str, wording: Wording, *notes: Line) -> tuple[list, tuple]:
    """Return the first rows and a note that says where the rest is.

    Parameters
    ----------
    rows : list
        All rows of a table.
    limit : int
        How many a reader of the report will want.
    name : str
        The table's name, which is its file's.
    notes : Line
        Further notes, which come first.
    """
    found: list = []
    if len(rows) > limit:
        notes = (*notes, wording.runs("table.more", n=len(rows) - limit, file=Code(f"tables/{name}.csv")))
    for note in notes:
        if note:
            found.extend([" "] if found else [])
            found.extend([note] if isinstance(note, str) else note)
    return rows[:limit], tuple(found)


def columns(wording: Wording, *specs: str | tuple[str, float]) -> list[Column]:
    """Return columns from the names of their messages: "#" in front for numbers, a weight beside."""
    found = []
    for spec in specs:
        name, weight = (spec, 1.0) if isinstance(spec, str) else spec
        found.append(Column(wording.text(f"column.{name.lstrip('#')}"), name.startswith("#"), weight))
    return found


def uses_total(results: Results) -> tuple[int, int]:
    """Return the number of uses counted plainly, and in the newsroom's own voice."""
    shares = results["shares"]
    return int(shares["plain_uses"].sum()), int(shares["uses"].sum())


def whole(value: object) -> int:
    """Return a count as a whole number, 0 where there is none."""
    return 0 if pd.isna(value) else int(value)
