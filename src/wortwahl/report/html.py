"""A document as one HTML file: no script, no address outside, everything escaped."""

import re
from collections import Counter
from importlib.resources import files

from wortwahl.report.document import (
    Block,
    Code,
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
from wortwahl.safety import html as escape

# Nothing may be loaded or run, whatever a title or a text contains; styles are our own, inline.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def to_html(document: Document) -> str:
    """Return the document as the text of one HTML file.

    Parameters
    ----------
    document : Document
        With headings of level 1 and 2.

    Returns
    -------
    str
        The same document gives the same text.
    """
    wording = Wording(document.lang)
    page = _Page(wording)
    front = "\n".join(page.block(block) for block in document.front)
    body = "\n".join(page.block(block) for block in document.body)
    style = files("wortwahl.report").joinpath("templates", "style.css").read_text("utf-8")
    title = escape(document.title)
    return f"""<!DOCTYPE html>
<html lang="{escape(document.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="{escape(document.program)}">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#main">{escape(wording.text("report.skip"))}</a>
<header>
<h1>{title}</h1>
<p>{escape(document.subtitle)}</p>
</header>
<nav aria-label="{escape(wording.text("report.contents"))}">
<p>{escape(wording.text("report.contents"))}</p>
{page.contents()}
</nav>
<main id="main">
{front}
{body}
</main>
<footer><p>{escape(document.program)}</p></footer>
</body>
</html>
"""


_LONG = re.compile(r"(\S{48,})")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class _Page:
    """Counts headings, tables and figures while blocks become HTML, one after the other."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.entries: list[tuple[int, str, str]] = []
        self.tables = self.plots = self.section = self.part = 0
        self.ids: Counter[str] = Counter()

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph():
                return f'<p class="{block.style}">{_line(block.line)}</p>'
            case Note():
                return f'<p class="note" role="note">{_line(block.line)}</p>'
            case Items():
                tag = "ol" if block.ordered else "ul"
                items = "\n".join(f"<li>{_line(line)}</li>" for line in block.lines)
                return f'<{tag} class="{block.style}">\n{items}\n</{tag}>'
            case Table():
                return self.table(block)
            case Plot():
                return self.plot(block)
        raise TypeError(block)

    def unique(self, key: str) -> str:
        key = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-") or "part"
        self.ids[key] += 1
        return key if self.ids[key] == 1 else f"{key}-{self.ids[key]}"

    def heading(self, block: Heading) -> str:
        number = ""
        if block.level == 1:
            self.part = 0
            if block.numbered:
                self.section += 1
                number = f"{self.section}"
        elif block.numbered:
            self.part += 1
            number = f"{self.section}.{self.part}"
        key = self.unique(f"s-{number or block.text}")
        shown = f'<span class="number">{number}</span> {escape(block.text)}' if number else escape(block.text)
        self.entries.append((block.level, key, shown))
        return f'<h{block.level + 1} id="{key}">{shown}</h{block.level + 1}>'

    def contents(self) -> str:
        return (
            "<ul>\n"
            + "\n".join(
                f'<li class="level{level}"><a href="#{key}">{shown}</a></li>'
                for level, key, shown in self.entries
            )
            + "\n</ul>"
        )

    def table(self, block: Table) -> str:
        self.tables += 1
        key = self.unique(f"table-{block.key}")
        label = self.wording.text("report.table", number=str(self.tables))
        columns = block.shown_columns()
        classes = ["number" if column.numeric else "text" for column in columns]
        head = "".join(
            f'<th scope="col" class="{kind}">{escape(column.label)}</th>'
            for kind, column in zip(classes, columns, strict=True)
        )
        bodies = []
        for name, rows in block.groups() if block.group else [(None, block.rows)]:
            lines = [_row(row, classes) for row in rows]
            if name is not None:
                title = f'<th scope="rowgroup" colspan="{len(columns)}">{_line(name)}</th>'
                lines.insert(0, f'<tr class="group">{title}</tr>')
            bodies.append("<tbody>\n" + "\n".join(lines) + "\n</tbody>")
        note = f'\n<p class="below">{_line(block.note)}</p>' if block.note else ""
        body = "\n".join(bodies)
        return (
            f'<div class="table"><div class="scroll" role="region" tabindex="0" aria-labelledby="{key}">\n'
            f'<table>\n<caption id="{key}"><b>{escape(label)}</b> {_line(block.caption)}</caption>\n'
            f"<thead><tr>{head}</tr></thead>\n{body}\n</table></div>{note}</div>"
        )

    def plot(self, block: Plot) -> str:
        self.plots += 1
        key = self.unique(f"figure-{block.key}")
        label = self.wording.text("report.figure", number=str(self.plots))
        svg = to_svg(block.figure, key).replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
        alt = escape(getattr(block.figure, "alt", "") or plain(block.caption))
        return (
            f'<figure id="{key}">\n<div role="img" aria-label="{alt}">\n{svg}</div>\n'
            f"<figcaption><b>{escape(label)}</b> {_line(block.caption)}</figcaption>\n</figure>"
        )


def _row(row: list[Line], classes: list[str]) -> str:
    cells = "".join(
        f'<td class="{kind}">{_line(cell)}</td>' for kind, cell in zip(classes[1:], row[1:], strict=True)
    )
    return f'<tr><th scope="row" class="{classes[0]}">{_line(row[0])}</th>{cells}</tr>'


def _line(line: Line) -> str:
    parts = []
    for part in inline(line):
        text = part if isinstance(part, str) else part.text
        shown = _shown(text)
        if _RIGHT_TO_LEFT.search(text):  # keeps the order of the words around it
            shown = f"<bdi>{shown}</bdi>"
        if isinstance(part, Strong):
            shown = f"<strong>{shown}</strong>"
        elif isinstance(part, Code):
            shown = f"<code>{shown}</code>"
        parts.append(shown)
    return "".join(parts)


def _shown(text: str) -> str:
    """Return escaped text; a word that would push a table off a narrow screen may break."""
    parts = []
    for place, part in enumerate(_LONG.split(text)):
        pieces = [part[i : i + 12] for i in range(0, len(part), 12)] if place % 2 else [part]
        parts.append("<wbr>".join(escape(piece) for piece in pieces))
    return "".join(parts)
