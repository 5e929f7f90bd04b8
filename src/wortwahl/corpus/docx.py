"""What readers need of a DOCX file: its paragraphs in order, with their style and bookmarks."""

import io
from typing import NamedTuple

from lxml import etree

from wortwahl.corpus.packages import PackageError, declares_entities, is_package, package, part, why
from wortwahl.corpus.raw import RawFile

DOCUMENT = "word/document.xml"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom"))
_MARKS = {
    f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "\u00ad",
}  # fmt: skip


class Paragraph(NamedTuple):
    """A paragraph: its text with line breaks, the name of its style, its bookmarks, whether it is centred."""

    text: str
    style: str = ""
    bookmarks: tuple[str, ...] = ()
    centred: bool = False


def document(raw: RawFile) -> bytes:
    """Return the main part of a DOCX file, b"" if the file is none or is not read.

    For recognising what a document is; `paragraphs` says what is wrong with one.
    """
    if not is_package(raw):
        return b""
    try:
        with package(raw) as archive:
            return part(archive, DOCUMENT, raw.limits)
    except PackageError:
        return b""


def paragraphs(raw: RawFile) -> list[Paragraph]:
    """Return the paragraphs of a document, those in tables and text boxes too.

    Raises
    ------
    PackageError
        If it is damaged, has a password, declares XML entities or goes beyond the limits.
    """
    with package(raw) as archive:
        data = part(archive, DOCUMENT, raw.limits)
    if declares_entities(data[:4096]):
        raise PackageError("its XML declares entities of its own")
    found = []
    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), tag=f"{_W}p", resolve_entities=False, load_dtd=False, no_network=True,
            huge_tree=False,
        ):  # fmt: skip
            # A text box stands twice: for new programs and, as a fallback, for old ones.
            if next(element.iterancestors(_FALLBACK), None) is None:
                found.append(_paragraph(element))
            # A paragraph in a text box in a paragraph is not read again with the outer one.
            element.clear(keep_tail=True)
    except (etree.LxmlError, ValueError) as error:
        raise PackageError(f"its text is damaged ({why(error)})") from error
    return found


def _paragraph(element: etree._Element) -> Paragraph:
    parts: list[str] = []
    bookmarks = [*_before(element)]
    style = align = ""
    for inner in element.iter():
        tag = inner.tag
        if tag == f"{_W}t":
            if next(inner.iterancestors(*_GONE), None) is None:
                parts.append(inner.text or "")
        elif tag in _MARKS and inner.getparent().tag == f"{_W}r":
            parts.append(_MARKS[tag])
        elif tag == f"{_W}bookmarkStart":
            bookmarks.append(inner.get(f"{_W}name", ""))
        elif tag == f"{_W}pStyle":
            style = inner.get(f"{_W}val", "")
        elif tag == f"{_W}jc":
            align = inner.get(f"{_W}val", "")
    return Paragraph("".join(parts), style, tuple(bookmarks), align == "center")


def _before(element: etree._Element) -> list[str]:
    """Return the bookmarks that stand between this paragraph and the one before it."""
    names = []
    before = element.getprevious()
    while before is not None and before.tag == f"{_W}bookmarkStart":
        names.append(before.get(f"{_W}name", ""))
        before = before.getprevious()
    return names
