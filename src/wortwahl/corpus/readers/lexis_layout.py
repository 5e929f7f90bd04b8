"""The layout of a document as LexisNexis and Nexis UK print it, in text, DOCX and HTML alike.

    1 of 10 DOCUMENTS / outlet, date, edition (centred) / title / BYLINE: … LENGTH: … / text /
    LOAD-DATE: … LANGUAGE: … GRAPHIC: … / copyright (centred)

A label counts only at its place: above the text, or below it with nothing but labels after it. The
same words within a text are the article's.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wortwahl.corpus.dates import UNKNOWN, parse_date
from wortwahl.corpus.readers.nexis_labels import HEAD, TAIL, is_copyright, labelled, set_fields
from wortwahl.corpus.records import Problem, Record

COUNT = r"(?:\d+ of \d+ DOCUMENTS?|Dokument \d+ von \d+|Document \d+ de \d+)"
_COUNT = re.compile(rf"\s*{COUNT}\s*")
_LONG = frozenset(("graphic", "other"))  # what a label may say in several blocks
_MOST_TITLE = 3
_MEND = "Look at it in the export; a document that is only a picture has no text."


class Block(NamedTuple):
    """Lines that stand together, and whether they are centred."""

    lines: tuple[str, ...]
    centred: bool = False

    @property
    def text(self) -> str:
        """The lines, one under the other."""
        return "\n".join(self.lines)


def records(blocks: Iterable[Block]) -> Iterator[Record | Problem]:
    """Yield a record a document, counted from 1, and a problem for one without text."""
    row = 0
    here: list[Block] = []
    for block in [*blocks, Block(("0 of 0 DOCUMENTS",))]:
        if not (len(block.lines) == 1 and _COUNT.fullmatch(block.lines[0])):
            here.append(block)
            continue
        # What stands above the first document is the list of what was searched for.
        if row:
            fields = _fields(here)
            if fields.get("text"):
                yield Record(row, fields)
            else:
                yield Problem(row, f"document {row} has no text.", _MEND)
        row += 1
        here = []


def _fields(blocks: list[Block]) -> dict[str, object]:
    fields: dict[str, object] = {}
    place = _masthead(blocks, fields)
    place, lead = _head(blocks, place, fields)
    end = _tail(blocks, place, fields)
    fields["text"] = "\n\n".join([*lead, *(block.text for block in blocks[place:end])]).strip()
    return fields


def _masthead(blocks: list[Block], fields: dict[str, object]) -> int:
    """Take outlet, date and edition from the centred blocks; return where the rest begins."""
    place = 0
    names: list[str] = []
    while place < len(blocks) and (blocks[place].centred or (place < 2 and is_copyright(blocks[place].text))):
        first, *further = (line.strip() for line in blocks[place].lines)
        if is_copyright(first):
            pass
        elif "date" not in fields and names and parse_date(first) != UNKNOWN:
            fields["date"] = first
            if further:
                fields["edition"] = " ".join(further).strip(" ;")
        else:
            names.append(" ".join((first, *further)))
        place += 1
    if names:
        fields["outlet"] = names[0].rstrip(".")
    if "date" not in fields and len(names) > 1:
        fields["date"] = names[1]  # not understood: assembling says so
    return place


def _head(blocks: list[Block], place: int, fields: dict[str, object]) -> tuple[int, list[str]]:
    """Take the title and the labels above the text; return where the text begins, and its standfirst."""
    lead: list[str] = []
    to_label = next(
        (n for n, block in enumerate(blocks[place : place + _MOST_TITLE + 1]) if labelled(block.text)[0]),
        None,
    )
    if to_label is None:
        to_label = min(1, len(blocks) - place)  # no label says how long the title is
    title = " ".join(line.strip() for block in blocks[place : place + to_label] for line in block.lines)
    if title:
        fields["title"] = title
    place += to_label
    while place < len(blocks):
        field, value = labelled(blocks[place].text)
        if field not in HEAD:
            break
        place += 1
        if field in ("lead", "text"):
            lead += [value] if value else []
        else:
            set_fields(fields, field, value)
        if field == "text":
            break
    return place, lead


def _tail(blocks: list[Block], start: int, fields: dict[str, object]) -> int:
    """Take the labels below the text; return where the text ends.

    The first label from which nothing follows but labels, what they say, and the copyright.
    """
    end = len(blocks)
    while end > start and (is_copyright(blocks[end - 1].lines[0]) or not blocks[end - 1].text.strip()):
        end -= 1
    kinds = [labelled(block.text)[0] for block in blocks[start:end]]
    kinds = [kind if kind in TAIL else "" for kind in kinds]
    for place, kind in enumerate(kinds):
        # "GRAPHIC: …" may go on in further blocks, but only below labels that surely are the database's.
        is_sure = kind in ("loaded", "language") or all(kinds[place:])
        if kind and is_sure and _is_tail(kinds[place:]):
            for block in blocks[start + place : end]:
                field, value = labelled(block.text)
                if field in ("language", "url"):
                    set_fields(fields, field, value)
            return start + place
    return end


def _is_tail(kinds: list[str]) -> bool:
    last = ""
    for kind in kinds:
        if not kind and last not in _LONG:
            return False
        last = kind or last
    return True
