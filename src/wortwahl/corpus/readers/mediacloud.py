"""Media Cloud's lists of stories as CSV: headlines with address, outlet and date, without texts."""

from collections.abc import Iterator, Mapping

from wortwahl.corpus.assemble import as_text
from wortwahl.corpus.columns import folded
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers import delimited
from wortwahl.corpus.readers.headlines import with_headlines
from wortwahl.corpus.records import Problem, Record

NAME = "Media Cloud CSV"
VERSION = "1 (story lists of 2015 to 2024)"

_ALWAYS = frozenset(("medianame", "publishdate", "title", "url"))
_SOME = frozenset(("storiesid", "mediaid", "mediaurl", "indexeddate", "collectdate"))


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the header has the names of Media Cloud's own columns."""
    if "media_name" not in raw.head_text[:10_000]:
        return False
    names = set(map(folded, delimited.header(raw, columns)))
    return names >= _ALWAYS and bool(names & _SOME)


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record a row; the headline is the text unless a column for the text was added."""
    yield from with_headlines(map(_marked, delimited.read(raw, columns)), columns)


def _marked(item: Record | Problem) -> Record | Problem:
    """Return a story that Media Cloud marks as syndicated by AP with that agency."""
    if isinstance(item, Record) and as_text(item.fields.get("ap_syndicated")).casefold() == "true":
        return item._replace(fields={"agency": "AP", **item.fields})
    return item
