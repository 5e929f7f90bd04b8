"""Nexis UK exports as HTML: the same layout as the text, a DIV a block, alignment in its style sheet."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree, html

from wortwahl.corpus.markup import blocks_of
from wortwahl.corpus.raw import LongLineError, RawFile
from wortwahl.corpus.readers.lexis_layout import COUNT, Block, records
from wortwahl.corpus.records import Problem, Record

NAME = "Nexis UK HTML"
VERSION = "1 (2013 to 2019)"

_COUNT = re.compile(rf">\s*{COUNT}\s*<")
_PAGE = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
_CENTRED = re.compile(r"\.(c\d+)\s*\{[^}]*text-align:\s*center", re.IGNORECASE)


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether a page counts its documents."""
    text = raw.head_text
    return bool(_COUNT.search(text) and _PAGE.search(text[:5000]))


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record a document; rows count documents."""
    try:
        source = raw.text().lstrip("\ufeff")
        # The comments that wrap <DOC> hold nothing else; a cut one would swallow the rest.
        tree = html.document_fromstring(source, parser=html.HTMLParser(no_network=True, remove_comments=True))
    except LongLineError as error:
        yield Problem(0, f"the page is too large: {error}.", "Export fewer documents at a time.")
        return
    except (etree.LxmlError, ValueError, AssertionError) as error:
        yield Problem(0, f"the page cannot be parsed ({str(error)[:80]}).", "Export it again.")
        return
    centred = frozenset(_CENTRED.findall(source[:20_000]))
    yield from records(_blocks(tree, centred))


def _blocks(tree: html.HtmlElement, centred: frozenset[str]) -> Iterator[Block]:
    """Yield the blocks; in a centred DIV, each paragraph is a line of one."""
    for division in tree.iter("div"):
        if division.find(".//div") is not None:
            continue
        parts = [part.strip() for part in blocks_of(division) if part.strip()]
        if not parts:
            continue
        if division.get("class", "") in centred:
            lines = (" ".join(line.split()) for part in parts for line in part.split("\n"))
            yield Block(tuple(line for line in lines if line), True)
        else:
            yield from (Block((" ".join(part.split()),)) for part in parts)
