"""Nexis Uni and Lexis Advance exports as DOCX: title, outlet, date, "Body", the text, "Classification".

A list of hits may stand before the first document. "End of Document" closes each.
"""

import re
from collections.abc import Iterator, Mapping

from wortwahl.corpus.dates import UNKNOWN, parse_date
from wortwahl.corpus.docx import Paragraph, document, paragraphs
from wortwahl.corpus.packages import PackageError
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers.nexis_labels import TAIL, heading, is_copyright, labelled, set_fields
from wortwahl.corpus.readers.word import MEND
from wortwahl.corpus.records import Problem, Record

NAME = "Nexis Uni DOCX"
VERSION = "1 (Lexis Advance 2014, Nexis Uni 2019)"

_END = r"(?:End of Document|Ende des Dokuments|Dokumentende|Fin du document)"
_IS_END = re.compile(rf"\s*{_END}\s*")
_IN_XML = re.compile(rf">\s*{_END}\s*<".encode())
_START = re.compile(r"Bookmark_\d+$")
_PLACE = re.compile(r"(?<=\w)\((?=[A-ZÄÖÜ])")
_MOST_HEAD = 30  # paragraphs between the title and the text
_MOST_CAPTIONS = 20
_NO_TEXT = "Look at it in the export; a document that is only a picture has no text."


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether a DOCX file has the line that closes a document."""
    return bool(_IN_XML.search(document(raw)))


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record a document; rows count documents."""
    try:
        parts = paragraphs(raw)
    except PackageError as error:
        yield Problem(0, f"the document is not read: {error}.", MEND)
        return
    row = 0
    here: list[Paragraph] = []
    for part in parts:
        if not _IS_END.fullmatch(part.text):
            here.append(part)
            continue
        row += 1
        yield _record(row, here)
        here = []
    rest = here[_start(here) :]
    # Behind the last document stand empty paragraphs; a text there was cut off before its end.
    if any(part.text.strip() for part in rest):
        row += 1
        found = _record(row, here)
        yield found
        if isinstance(found, Record):
            yield Problem(row, f"document {row} does not end; the export may be cut off.", "Export it again.")


def _record(row: int, parts: list[Paragraph]) -> Record | Problem:
    parts = [part for part in parts[_start(parts) :] if part.text.strip()]
    fields: dict[str, object] = {}
    body = _body(parts)
    lead = _head(parts[: min(body, len(parts))], fields)
    end = _tail(parts, body, fields)
    text = [part.text.strip() for part in parts[body:end]]
    if text[:1] == ["ABSTRACT"]:  # two headings of the database, around the standfirst
        text = [line for line in text[1:] if line != "FULL TEXT"]
    fields["text"] = "\n\n".join([*lead, *text])
    if not text:
        return Problem(row, f"document {row} has no text.", _NO_TEXT)
    return Record(row, fields)


def _start(parts: list[Paragraph]) -> int:
    """Return where a document begins: at its bookmark, behind the list of hits."""
    starts = [n for n, part in enumerate(parts) if any(map(_START.match, part.bookmarks))]
    return starts[-1] if starts else 0


def _body(parts: list[Paragraph]) -> int:
    """Return where the text begins: behind the heading "Body", or else behind the labels at the top."""
    for place, part in enumerate(parts[:_MOST_HEAD]):
        is_marked = any(name == "Body" or name.startswith("Body_") for name in part.bookmarks)
        if is_marked or (place > 1 and heading(part.text) == "text"):
            # The bookmark stands on the heading; where it stands on the text itself, there is none.
            return place + (heading(part.text) == "text")
    labels = [
        n for n, part in enumerate(parts[:_MOST_HEAD]) if labelled(part.text, capitals=False)[0] == "words"
    ]
    return labels[0] + 1 if labels else min(3, len(parts))


def _head(parts: list[Paragraph], fields: dict[str, object]) -> list[str]:
    """Take title, outlet, date and labels from what stands above the text; return the standfirst."""
    lines = [" ".join(part.text.split()) for part in parts]
    lead: list[str] = []
    plain = []
    for line in lines:
        # A title may look like a label ("Krieg: …" does not, "Person: …" does); the first two lines are none.
        field, value = labelled(line, capitals=False) if plain[1:] else ("", "")
        if field == "lead":
            lead.append(value)
        elif field:
            set_fields(fields, field, value)
        elif not (plain and is_copyright(line)):
            plain.append(line)
    dated = next((n for n, line in enumerate(plain[1:6], 1) if parse_date(line) != UNKNOWN), None)
    if plain:
        fields["title"] = plain[0]
    if dated is None:
        fields |= dict(zip(("outlet", "date"), plain[1:3], strict=False))
    else:
        fields["date"] = plain[dated]
        if dated > 1:
            fields["outlet"] = plain[dated - 1]
            lead = plain[1 : dated - 1] + lead
    if fields.get("outlet"):
        fields["outlet"] = _PLACE.sub(" (", str(fields["outlet"])).rstrip(".")
    return lead


def _tail(parts: list[Paragraph], start: int, fields: dict[str, object]) -> int:
    """Take language and address from below the text; return where the text ends."""
    end = len(parts)
    for place in range(len(parts) - 1, start, -1):
        field = labelled(parts[place].text, capitals=False)[0]
        is_label = field in TAIL
        is_heading = _is_heading(parts[place], "other")
        if not (is_label or is_heading or is_copyright(parts[place].text)):
            break
        end = place
        if is_label:
            set_fields(fields, *labelled(parts[place].text, capitals=False))
    for place in range(end - 1, max(start, end - _MOST_CAPTIONS), -1):
        # The word alone may be a paragraph of the text; the heading has a bookmark or labels below it.
        is_sure = end < len(parts) or any(name.startswith("Graphic") for name in parts[place].bookmarks)
        if is_sure and _is_heading(parts[place], "graphic"):
            return place
    return end


def _is_heading(part: Paragraph, field: str) -> bool:
    return heading(part.text) == field
