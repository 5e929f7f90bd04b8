"""What a reader gives: records and problems, as the file has them."""

from typing import NamedTuple


class Record(NamedTuple):
    """One article as its file has it, before any cleaning.

    Parameters
    ----------
    row : int
        Where it stands: the line of a JSON lines file, the row of a table as a spreadsheet counts
        (the header is row 1), 0 where the file is one article.
    fields : dict
        Values of any type by the file's own column names.
    questions : int
        How many paragraphs the file marks as questions (bold, with a question mark).
    """

    row: int
    fields: dict[str, object]
    questions: int = 0


class Problem(NamedTuple):
    """Something that could not be read, with its row (0 for the whole file) and the next step."""

    row: int
    problem: str
    what_to_do: str
