"""A small model of a document: what a section says, before it becomes HTML or PDF."""

from dataclasses import dataclass, field

from matplotlib.figure import Figure


@dataclass(frozen=True)
class Run:
    """A stretch of text inside a line that is more than plain."""

    text: str


class Strong(Run):
    """Text that stands out."""


class Code(Run):
    """Text as a program or a file writes it."""


Inline = str | Run
Line = str | tuple[Inline, ...]


def inline(line: Line) -> tuple[Inline, ...]:
    """Return a line as a tuple of runs."""
    return (line,) if isinstance(line, str | Run) else tuple(line)


def plain(line: Line) -> str:
    """Return the text of a line without its dress."""
    return "".join(part if isinstance(part, str) else part.text for part in inline(line))


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 opens a section (numbered unless `numbered` is False), level 2 a part of it."""

    text: str
    level: int = 1
    numbered: bool = True


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; style "lead" is larger, "small" smaller."""

    line: Line
    style: str = "body"


@dataclass(frozen=True)
class Note:
    """A paragraph that is set off: a caution, a limit."""

    line: Line


@dataclass(frozen=True)
class Items:
    """A list, numbered where the order says something; style as of a paragraph."""

    lines: list[Line]
    ordered: bool = False
    style: str = "body"


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Numbers are set right and as narrow as they are; text shares what is left by `weight`.
    """

    label: str
    numeric: bool = False
    weight: float = 1.0


@dataclass(frozen=True)
class Table:
    """A table with cells as they are shown.

    `key` makes its address, `note` stands below it. With `group`, rows that share their first cell
    stand together under it as a heading of their own.
    """

    key: str
    caption: Line
    columns: list[Column]
    rows: list[list[Line]]
    note: Line = ()
    group: bool = False

    def groups(self) -> list[tuple[Line, list[list[Line]]]]:
        """Return the first cell of each run of rows that share it, and the rest of these rows."""
        found: list[tuple[Line, list[list[Line]]]] = []
        for row in self.rows:
            if not found or plain(found[-1][0]) != plain(row[0]):
                found.append((row[0], []))
            found[-1][1].append(row[1:])
        return found

    def shown_columns(self) -> list[Column]:
        """Return the columns that stand side by side."""
        return self.columns[1:] if self.group else self.columns

    def shown_rows(self) -> list[list[Line]]:
        """Return the rows as far as they stand side by side."""
        return [row[1:] for row in self.rows] if self.group else self.rows


@dataclass(frozen=True)
class Plot:
    """A figure with its caption; the alternative text comes with the figure (`figures.Plate`)."""

    key: str
    caption: Line
    figure: Figure


Block = Heading | Paragraph | Note | Items | Table | Plot


@dataclass(frozen=True)
class Document:
    """A whole report: `front` stands before the table of contents, `body` after it."""

    title: str
    subtitle: str
    lang: str
    created: str
    program: str
    front: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
