"""A reader a format: each module says what it recognises and yields records and problems.

A reader has `NAME`, `VERSION`, `recognises(raw, columns) -> bool` and
`read(raw, columns) -> Iterator[Record | Problem]`. It decides by content; a name may break a tie.
`zipped` alone has `members(raw)` in place of `read`: each member has a reader of its own.
"""

from collections.abc import Mapping
from types import ModuleType

from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers import (
    delimited,
    factiva,
    feed,
    json_records,
    lexisnexis,
    mediacloud,
    nexis_html,
    nexis_word,
    page,
    parquet,
    plain,
    spreadsheet,
    tei,
    unread,
    web_archive,
    web_scraper,
    word,
    zipped,
)

# From the surest sign to none at all: magic bytes, the mark of a program, a tag, a bracket, a header row,
# and else prose.
READERS: tuple[ModuleType, ...] = (
    *(parquet, web_archive),
    *(spreadsheet, nexis_word, lexisnexis, word, zipped),  # what is packed as ZIP, the narrowest first
    *(nexis_html, factiva, feed, tei, unread, page),
    *(json_records, mediacloud, web_scraper, delimited),
    plain,
)


def reader_for(raw: RawFile, columns: Mapping[str, str]) -> ModuleType:
    """Return the first reader that recognises the file; plain text takes what no other does."""
    return next(reader for reader in READERS if reader.recognises(raw, columns))
