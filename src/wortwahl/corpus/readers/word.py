"""DOCX documents that somebody wrote or copied together: an article each, as a text file is."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from wortwahl.corpus.docx import DOCUMENT, paragraphs
from wortwahl.corpus.limits import HARMLESS
from wortwahl.corpus.packages import PackageError, is_package, package
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers import plain
from wortwahl.corpus.records import Problem, Record

NAME = "DOCX"
VERSION = "1 (ISO/IEC 29500, transitional)"

# Styles are named in the language of the program: Title, Titel, Heading1, berschrift1.
_TITLE = re.compile(r"(?:Title|Titel|Heading ?1|Ü?berschrift ?1)$", re.IGNORECASE)
MEND = "Open it, save it once more as DOCX, without a password; or save it as text."


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the package has the part that holds a document's text."""
    if not is_package(raw):
        return False
    try:
        with package(raw) as archive:
            return DOCUMENT in archive.namelist()
    except PackageError:
        return False


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield the one record of the document, with front matter and title as in a text file."""
    try:
        found = [part for part in paragraphs(raw) if part.text.strip()]
    except PackageError as error:
        yield Problem(0, f"the document is not read: {error}.", MEND)
        return
    if not found:
        yield Problem(0, "the document holds no text.", "Check that its text is no picture.")
        return
    first = "# " if _TITLE.match(found[0].style) and "\n" not in found[0].text.strip() else ""
    data = (first + _text([part.text for part in found])).encode("utf-8", "replace")
    limits = replace(
        raw.limits, whole=max(raw.limits.whole, len(data)), ratio=max(raw.limits.ratio, HARMLESS)
    )
    text = RawFile(raw.path, limits, lambda: io.BytesIO(data), len(data))
    yield from plain.read(text, columns)


def _text(parts: list[str]) -> str:
    """Join paragraphs by blank lines, save the lines of front matter, which stand together."""
    if parts[0].strip() != "---" or "---" not in [part.strip() for part in parts[1:]]:
        return "\n\n".join(parts)
    end = [part.strip() for part in parts].index("---", 1)
    return "\n".join(parts[: end + 1]) + "\n\n" + "\n\n".join(parts[end + 1 :])
