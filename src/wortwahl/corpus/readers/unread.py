"""Formats that hold articles but are not read: recognised, so that none is taken for one long article.

A reader for one of them stands before this one in the chain and takes its line away.
"""

import re
from collections.abc import Iterator, Mapping

from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.records import Problem, Record

NAME = "not read"
VERSION = "1"

_AS_TABLE = "Export it as CSV or JSON lines, or save each article as a text file."
_SIGNS = (
    # XHTML has the same declaration.
    ("XML document", re.compile(r"\A\s*<\?xml(?!.{0,2000}<(?:!doctype\s+)?html\b)", re.I | re.S), _AS_TABLE),
    ("RTF document", re.compile(r"\A\{\\rtf"), "Save it as a text file."),
    ("mailbox", re.compile(r"\AFrom \S+ .*\nReturn-Path:|\AReceived: from "), "Save each text alone."),
)


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the text has the sign of one of these formats."""
    return bool(_kind(raw))


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield the one problem that says what the file is."""
    for name, what_to_do in _kind(raw):
        yield Problem(0, f"the file is a {name}, which is not read yet.", what_to_do)


def _kind(raw: RawFile) -> list[tuple[str, str]]:
    text = raw.head_text.lstrip("\ufeff")
    return [(name, what_to_do) for name, sign, what_to_do in _SIGNS if sign.search(text)][:1]
