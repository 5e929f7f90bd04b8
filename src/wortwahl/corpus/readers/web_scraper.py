"""CSV of the extension Web Scraper: a link is two columns, its words and, with "-href", its address."""

from collections.abc import Iterator, Mapping

from wortwahl.corpus.columns import folded
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers import delimited
from wortwahl.corpus.readers.headlines import with_headlines
from wortwahl.corpus.records import Problem, Record

NAME = "Web Scraper CSV"
VERSION = "1 (webscraper.io, 2023)"

_OWN = frozenset(("web-scraper-order", "web-scraper-start-url"))
_HREF = "-href"
_WORDS = "link text"
_URLS = frozenset(map(folded, ("url", "link", "adresse", "permalink", "article", "artikel")))


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the header has one of the extension's own columns."""
    return "web-scraper-" in raw.head_text[:10_000] and bool(_OWN & set(delimited.header(raw, columns)))


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record a row; where no column holds the text, the headline is the text."""
    items = (
        item._replace(fields=_links(item.fields, columns)) if isinstance(item, Record) else item
        for item in delimited.read(raw, columns)
    )
    yield from with_headlines(items, columns, instead=_WORDS)


def _links(fields: dict[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    """Return the fields with the address as `url`, and the words of that link as a further column."""
    hrefs = [name for name in fields if name.endswith(_HREF) and name not in columns]
    if not hrefs or "url" in columns.values():
        return fields
    address = min(hrefs, key=lambda name: folded(name.removesuffix(_HREF)) not in _URLS)
    renamed = {address: "url"}
    words = address.removesuffix(_HREF)
    if words not in columns:
        renamed[words] = _WORDS
    return {renamed.get(name, name): value for name, value in fields.items()}
