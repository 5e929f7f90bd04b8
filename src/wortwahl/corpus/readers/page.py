"""Saved HTML pages, an article each: the text by trafilatura, the rest from what the page says of itself."""

import logging
import re
from collections.abc import Iterator, Mapping

from lxml import etree, html

from wortwahl.corpus.cleaning import clean_line
from wortwahl.corpus.dates import UNKNOWN, parse_date
from wortwahl.corpus.raw import LongLineError, RawFile
from wortwahl.corpus.readers.page_metadata import metadata
from wortwahl.corpus.records import Problem, Record

NAME = "HTML page"
VERSION = "2"

# They warn of every page that they cannot read; we list it, and a terminal is not the place for more.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PART = re.compile(r"<(?:p|div|article|section|h1|table)[\s>]", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://[^\s<>]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_MEND = "Save the page again when its article is shown, or take it out of the folder."


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the text begins as a page does; a name may say so for a part of one."""
    text = raw.head_text
    return bool(
        _PAGE.match(text, _first_tag(text)) or (raw.is_named("html", "htm", "xhtml") and _PART.search(text))
    )


def _first_tag(text: str) -> int:
    """Return where the first tag begins, after an XML declaration and comments."""
    place = 0
    while True:
        while text[place : place + 1].isspace() or text[place : place + 1] == "\ufeff":
            place += 1
        end = next(
            (end for start, end in (("<?xml", ">"), ("<!--", "-->")) if text.startswith(start, place)), ""
        )
        close = text.find(end, place) if end else -1
        if close < 0:
            return place
        place = close + len(end)


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield the one record of the page, or a problem where no article text is found."""
    try:
        source = _DECLARATION.sub("", raw.text().lstrip("\ufeff"))  # lxml takes no text that declares bytes
    except LongLineError as error:
        yield Problem(0, f"the page is too large: {error}.", "Save the article alone.")
        return
    try:
        tree = html.document_fromstring(source, parser=html.HTMLParser(huge_tree=False, no_network=True))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        yield Problem(0, f"the page cannot be parsed ({str(error)[:80]}).", _MEND)
        return
    fields = metadata(tree)
    saved = _SAVED_FROM.search(source[:5000])
    if saved and "url" not in fields:
        fields["url"] = saved.group(1)
    if parse_date(fields.get("date")) == UNKNOWN:
        fields["date"] = _date_in_text(source)
    # The headline as printed, which is often not the one that the page gives to search engines.
    headlines = {
        clean_line(str(fields.get("title", ""))),
        *(clean_line(h1.text_content()) for h1 in tree.iter("h1")),
    }
    paragraphs, questions = _paragraphs(source, headlines)
    if not paragraphs:
        yield Problem(0, "no article text was found in this page.", _MEND)
        return
    fields["text"] = "\n\n".join(paragraphs)
    yield Record(0, fields, questions)


def _paragraphs(source: str, headlines: set[str]) -> tuple[list[str], int]:
    """Return the article's paragraphs, and how many of them are bold questions, as in an interview."""
    import trafilatura  # takes a third of a second, which only pages need

    try:
        found = trafilatura.bare_extraction(
            source, with_metadata=False, include_comments=False, include_tables=False, include_formatting=True
        )
    except Exception:  # a page from outside can break any of the libraries underneath
        found = None
    if found is None or found.body is None:
        return [], 0
    paragraphs: list[str] = []
    questions = 0
    for element in found.body:
        parts = element.iter("item") if element.tag == "list" else [element]
        for part in parts:
            text = clean_line("".join(part.itertext()))
            if not text or (element.tag == "head" and text in headlines):
                continue
            questions += text.endswith("?") and _is_bold(part, text)
            paragraphs.append(text)
    return paragraphs, questions


def _date_in_text(source: str) -> str:
    """Return the date that stands only in the page's text, where htmldate finds one."""
    import trafilatura

    try:
        return trafilatura.extract_metadata(source).date or ""
    except Exception:  # as above
        return ""


def _is_bold(element: etree._Element, text: str) -> bool:
    bold = "".join("".join(hi.itertext()) for hi in element.iter("hi") if hi.get("rend") == "#b")
    return clean_line(bold) == text
