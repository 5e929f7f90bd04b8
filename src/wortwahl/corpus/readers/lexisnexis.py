"""LexisNexis exports as text or DOCX, in the layout that counts "1 of 10 DOCUMENTS"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from wortwahl.corpus.docx import document, paragraphs
from wortwahl.corpus.packages import PackageError
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers.lexis_layout import COUNT, Block, records
from wortwahl.corpus.readers.word import MEND
from wortwahl.corpus.records import Problem, Record

NAME = "LexisNexis"
VERSION = "1 (Nexis UK and LexisNexis Academic, 2010 to 2019)"

_LINE = re.compile(rf"^[ \t\ufeff]*{COUNT}[ \t]*\r?$", re.MULTILINE)
_IN_XML = re.compile(rf">\s*{COUNT}\s*<".encode())
_WIDTH = 78  # at which the lines of an export are wrapped, between words only
_INDENT = 6  # spaces before a centred line; a list within a text has fewer


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether a line or paragraph counts the documents."""
    return bool(_LINE.search(raw.head_text) or _IN_XML.search(document(raw)))


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record a document; rows count documents."""
    if raw.survey.encoding:
        yield from _from_text(raw)
        return
    try:
        parts = paragraphs(raw)
    except PackageError as error:
        yield Problem(0, f"the document is not read: {error}.", MEND)
        return
    yield from records(
        Block(tuple(part.text.strip().split("\n")), part.centred) for part in parts if part.text.strip()
    )


def _from_text(raw: RawFile) -> Iterator[Record | Problem]:
    long: list[Problem] = []
    yield from records(_blocks(_lines(raw, long)))
    yield from long


def _lines(raw: RawFile, long: list[Problem]) -> Iterator[str]:
    for number, line in enumerate(raw.lines(), 1):
        if line is None:
            what = f"line {number} is longer than {raw.limits.field:,} characters."
            long.append(Problem(0, what, "Divide the article."))
        else:
            yield line.lstrip("\ufeff").rstrip()


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield what blank lines divide; a count of documents is a block though none stands around it."""
    here: list[str] = []
    for line in lines:
        if line.strip() and not _LINE.match(line):
            here.append(line)
            continue
        if here:
            yield _block(here)
            here = []
        if line.strip():
            yield Block((line,))
    if here:
        yield _block(here)


def _block(lines: list[str]) -> Block:
    """Return a block, with the lines joined that were only full."""
    if all(line.startswith(" " * _INDENT) for line in lines):
        return Block(tuple(lines), True)
    joined = [lines[0]]
    before = lines[0]
    for line in lines[1:]:
        is_full = len(before) + 1 + len(line.split(" ", 1)[0]) > _WIDTH and not before.endswith("-")
        if is_full and not line.startswith(" "):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        before = line
    return Block(tuple(joined))
