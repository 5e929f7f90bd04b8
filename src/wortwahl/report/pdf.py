"""A document as PDF, set by typst: tagged, hyphenated, with vector figures, the same on every machine."""

import re
from datetime import UTC, datetime
from importlib.resources import files

import typst

from wortwahl.report.document import (
    Block,
    Code,
    Column,
    Document,
    Heading,
    Items,
    Line,
    Note,
    Paragraph,
    Plot,
    Strong,
    Table,
    inline,
    plain,
)
from wortwahl.report.figures.style import to_svg
from wortwahl.report.wording import Wording
from wortwahl.safety import typst as literal

TEXT_WIDTH = 453.0  # points between the margins of the template
SIZES = (8.6, 8.0, 7.4)  # a table's text in points; smaller only where the columns need it
LETTER = 0.48  # the mean width of a letter, in parts of its size; a little more than needed
BOLD = 1.1
PADDING = 10.0
UNBROKEN_ROWS = 12  # a table of so few rows moves to the next page as a whole
# A word that no hyphenation helps: a path, a hash, an address.
_UNBREAKABLE = re.compile(r"\S*[^\W\d_]*[\d/_.:=&?%@#\\-]\S*|\S{36,}")


def to_pdf(document: Document) -> bytes:
    """Return the document as a PDF file.

    Parameters
    ----------
    document : Document
        With headings of level 1 and 2.

    Returns
    -------
    bytes
        PDF/UA-1 (tagged, accessible) wherever the fonts have every sign of the text. The fonts are
        those inside typst; only a text with other signs may borrow fonts of the machine.
    """
    source, images = to_typst(document)
    inputs = {"main.typ": source.encode("utf-8"), **images}
    created = _moment(document.created)
    shared = {"format": "pdf", "timestamp": int(created.timestamp()) if created else 0}
    try:
        return typst.compile(inputs, ignore_system_fonts=True, pdf_standards="ua-1", **shared)
    except typst.TypstError as error:
        if "PDF/UA" not in str(error):
            raise
    try:
        return typst.compile(inputs, pdf_standards="ua-1", **shared)
    except typst.TypstError as error:
        if "PDF/UA" not in str(error):
            raise
    return typst.compile(inputs, **shared)


def to_typst(document: Document) -> tuple[str, dict[str, bytes]]:
    """Return the typst source of a document, and the images it names."""
    page = _Page(Wording(document.lang))
    created = _moment(document.created)
    moment = (
        f"datetime(year: {created.year}, month: {created.month}, day: {created.day}, hour: {created.hour}, "
        f"minute: {created.minute}, second: {created.second})"
        if created
        else "none"
    )
    wording = page.wording
    running = wording.formats.date(document.created)
    parts = [
        files("wortwahl.report").joinpath("templates", "report.typ").read_text("utf-8"),
        f"#show: dress.with(title: {literal(document.title)}, lang: {literal(document.lang)}, "
        f"created: {moment}, program: {literal(document.program)}, running: {literal(running)})",
        f"#masthead({literal(document.title)}, {literal(document.subtitle)})",
        *page.blocks(document.front),
        f"#contents({literal(wording.text('report.contents'))})",
        *page.blocks(document.body),
    ]
    return "\n".join(parts) + "\n", page.images


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class _Page:
    """Counts tables and figures while blocks become typst, one after the other."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.tables = self.plots = 0
        self.images: dict[str, bytes] = {}

    def blocks(self, blocks: list[Block]) -> list[str]:
        """Return blocks; a paragraph stays on the page of the table or figure that it speaks of."""
        found = []
        for block, after in zip(blocks, [*blocks[1:], None], strict=True):
            source = self.block(block)
            sticky = isinstance(block, Paragraph) and isinstance(after, Table | Plot)
            found.append(f"#block(sticky: true, {{{source.removeprefix('#')}}})" if sticky else source)
        return found

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                numbering = "" if block.numbered else ", numbering: none"
                return f"#heading(level: {block.level}{numbering}, {literal(block.text)})"
            case Paragraph():
                body = _line(block.line)
                return f"#par({body})" if block.style == "body" else f"#{block.style}(par({body}))"
            case Note():
                return f"#caution({_line(block.line)})"
            case Items():
                call = "enum" if block.ordered else "list"
                items = f"{call}({', '.join(_line(line) for line in block.lines)})"
                return f"#{items}" if block.style == "body" else f"#{block.style}({items})"
            case Table():
                return self.table(block)
            case Plot():
                return self.plot(block)
        raise TypeError(block)

    def caption(self, kind: str, number: int, line: Line) -> str:
        return _line((Strong(self.wording.text(f"report.{kind}", number=str(number))), " ", *inline(line)))

    def plot(self, block: Plot) -> str:
        self.plots += 1
        path = f"figure-{self.plots}.svg"
        self.images[path] = to_svg(block.figure, f"f{self.plots}").encode("utf-8")
        alt = literal(getattr(block.figure, "alt", "") or plain(block.caption))
        return f'#plot("{path}", {alt}, {self.caption("figure", self.plots, block.caption)})'

    def table(self, block: Table) -> str:
        self.tables += 1
        widths, size = column_widths(block)
        columns = block.shown_columns()
        cells = []
        for name, rows in block.groups() if block.group else [(None, block.rows)]:
            if name is not None:
                cells.append(f"group({len(columns)}, {_line(name)})")
            cells.extend(", ".join(_line(cell, in_table=True) for cell in row) for row in rows)
        align = ", ".join("right" if column.numeric else "left" for column in columns)
        head = ", ".join(literal(column.label) for column in columns)
        whole = "false" if len(block.rows) > UNBROKEN_ROWS else "true"
        return (
            f"#tab({self.caption('table', self.tables, block.caption)}, ({', '.join(widths)},), ({align},), "
            f"({head},), {whole}, {size}pt, {_line(block.note) if block.note else 'none'},\n  "
            + ",\n  ".join(cells)
            + ")"
        )


def column_widths(table: Table) -> tuple[list[str], float]:
    """Return a width for each column, and the size of the text with which they fit the page.

    Numbers get what they need. Text gets what it needs where that fits; where it does not, short
    columns keep their width and long ones share what is left by the square root of their length
    and their weight. All in points: an `auto` column with a long name would push the others off
    the page.
    """
    columns, rows = table.shown_columns(), table.shown_rows()
    needs = [_need(column, [plain(row[i]) for row in rows]) for i, column in enumerate(columns)]
    for size in SIZES:
        letter = size * LETTER
        widths = [min(longest, 140) * letter + PADDING for _, longest in needs]
        least = [
            (longest if column.numeric else min(word, 18)) * letter + PADDING
            for column, (word, longest) in zip(columns, needs, strict=True)
        ]
        if sum(widths) <= TEXT_WIDTH:
            break
        # From the shortest on, each column keeps its width if that is no more than its part.
        left, open_ = TEXT_WIDTH, set(range(len(columns)))
        weight = [column.weight * needs[i][1] ** 0.5 for i, column in enumerate(columns)]
        for i in sorted(open_, key=lambda i: (not columns[i].numeric, widths[i] / weight[i])):
            part = left * weight[i] / sum(weight[j] for j in open_)
            if not columns[i].numeric:
                widths[i] = min(widths[i], max(part, least[i]))
            left -= widths[i]
            open_.discard(i)
        if sum(widths) <= TEXT_WIDTH + 0.5:
            break
    scale = min(1.0, TEXT_WIDTH / sum(widths))
    return [f"{width * scale:.1f}pt" for width in widths], size


def _need(column: Column, cells: list[str]) -> tuple[float, float]:
    """Return the letters of the longest word that should not be broken, and of the longest line."""
    head = max((len(word) for word in column.label.split()), default=1) * BOLD
    line = max((len(cell) for cell in cells), default=1)
    if column.numeric:  # a number is never broken; its heading may stand in three lines
        width = max(line, head, len(column.label) / 3)
        return width, width
    word = max((len(word) for cell in cells for word in cell.split()), default=1)
    return max(word, head), max(line, min(len(column.label), 16) * BOLD)


def _line(line: Line, in_table: bool = False) -> str:
    """Return a line as a typst code block of string literals."""
    parts = []
    for part in inline(line):
        text = " ".join((part if isinstance(part, str) else part.text).split("\n"))
        pieces = _pieces(text, 18 if in_table else 30)
        if isinstance(part, Strong):
            parts.append(f"strong({pieces})")
        elif isinstance(part, Code):
            parts.append(f'text(font: "DejaVu Sans Mono", size: 0.82em, hyphenate: false, {pieces})')
        else:
            parts.append(pieces)
    return "{" + "; ".join(parts or ['""']) + "}"


def _pieces(text: str, limit: int) -> str:
    """Return a text as literals, with chances to break inside words that hyphenation cannot break."""
    found, plain_part = [], ""
    for word in re.split(r"(\s+)", text):
        if len(word) < limit or not _UNBREAKABLE.fullmatch(word):
            plain_part += word
            continue
        found.append(literal(plain_part))
        chunks = [word[i : i + 4] for i in range(0, len(word), 4)]
        # A gap of no visible width breaks a line and, unlike a zero-width space, is no sign that
        # stays in text copied from the page; a gap of exactly 0pt would not break.
        found.append("{" + "; h(0.001pt); ".join(literal(chunk) for chunk in chunks) + "}")
        plain_part = ""
    found.append(literal(plain_part))
    kept = [part for part in found if part != '""'] or ['""']
    return kept[0] if len(kept) == 1 else "{" + "; ".join(kept) + "}"
