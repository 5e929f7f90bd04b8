"""TEI documents: an article each document, or each <div type="article"> and each <text> in a group."""

from collections.abc import Iterator, Mapping

from lxml import etree

from wortwahl.corpus.markup import local, parsed_xml, plain, root_name
from wortwahl.corpus.raw import LongLineError, RawFile
from wortwahl.corpus.records import Problem, Record

NAME = "TEI"
VERSION = "1 (TEI P4 and P5)"

_DOCUMENTS = ("TEI", "TEI.2")
_CORPORA = ("teiCorpus", "teiCorpus.2")
_BLOCKS = frozenset(("p", "ab", "head", "l", "u", "item", "sp", "salute", "closer", "opener", "trailer"))
# Not the article's own words: what editors and printers put around it, and what stands above its text.
_ASIDE = frozenset(
    ("note", "fw", "figDesc", "del", "orig", "sic", "byline", "dateline", "docAuthor", "teiHeader")
)
_ARTICLE = ("article", "Artikel", "artikel", "newsarticle")
_PLACE = "Check that its text stands in <text><body>."


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the text begins as a TEI document does."""
    return root_name(raw.head_text) in (*_DOCUMENTS, *_CORPORA)


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record an article; rows count articles."""
    try:
        root, problem = parsed_xml(raw.text())
    except LongLineError as error:
        yield Problem(0, f"the document is too large: {error}.", "Divide it into several files.")
        return
    if problem:
        yield problem
    row = 0
    for document in [] if root is None else _documents(root):
        header = next((item for item in document if local(item) == "teiHeader"), None)
        shared = _header(header) if header is not None else {}
        for text in _texts(document):
            row += 1
            fields = {**shared, **_own(text)}
            paragraphs = _paragraphs(text, str(fields.get("title", "")))
            if paragraphs:
                yield Record(row, {**fields, "text": "\n\n".join(paragraphs)})
            else:
                yield Problem(row, f"article {row} has no text.", _PLACE)


def _documents(root: etree._Element) -> list[etree._Element]:
    return [item for item in root.iter() if local(item) in _DOCUMENTS] or [root]


def _texts(document: etree._Element) -> list[etree._Element]:
    """Return the articles of one document: marked as such, in a group, or the whole body."""
    marked = [item for item in document.iter() if local(item) == "div" and item.get("type") in _ARTICLE]
    grouped = [
        item for item in document.iter() if local(item) == "text" and local(item.getparent()) == "group"
    ]
    bodies = [item for item in document.iter() if local(item) == "body"]
    return marked or grouped or bodies[:1]


def _header(header: etree._Element) -> dict[str, object]:
    """Return what the header says; of the printed article, where it tells that from the digital edition."""
    source = _first(header, "sourceDesc")
    titles = [item for item in _all(header, "titleStmt", "title") if item.get("type", "main") == "main"]
    journal = [item for item in header.iter() if local(item) == "title" and item.get("level") in ("j", "s")]
    published = _all(source, "publicationStmt", "publisher") if source is not None else []
    fields = {
        "title": next(iter(map(plain, titles)), ""),
        "author": ", ".join(dict.fromkeys(filter(None, map(plain, _all(header, "titleStmt", "author"))))),
        "outlet": next((name for item in (*journal, *published) if (name := plain(item))), ""),
        "date": _date(source) or _date(_first(header, "publicationStmt")),
        "language": next((item.get("ident", "") for item in header.iter() if local(item) == "language"), ""),
        "url": next(
            (
                item.get("target") or plain(item)
                for item in header.iter()
                if (local(item) == "idno" and item.get("type", "").upper() in ("URL", "URI"))
                or (local(item) in ("ptr", "ref") and item.get("type", "").upper() == "URL")
            ),
            "",
        ),
    }
    return {name: value for name, value in fields.items() if value}


def _own(text: etree._Element) -> dict[str, object]:
    """Return what an article that is one of several says of itself."""
    if local(text) == "body":
        return {}
    head = next((item for item in text.iter() if local(item) == "head"), None)
    author = next((item for item in text.iter() if local(item) in ("byline", "docAuthor")), None)
    dateline = next((item for item in text.iter() if local(item) in ("dateline", "docDate")), None)
    fields = {"title": plain(head), "author": plain(author), "date": _date(dateline)}
    return {name: value for name, value in fields.items() if value}


def _date(element: etree._Element | None) -> str:
    """Return the first date in an element: as machines read it, and else as it is printed."""
    if element is None:
        return ""
    for item in element.iter():
        if local(item) in ("date", "docDate") and item.get("type") not in ("download", "access", "retrieved"):
            given = (item.get(name) for name in ("when", "from", "notBefore", "value"))
            if value := next(filter(None, given), "") or plain(item):
                return value
    return ""


def _paragraphs(text: etree._Element, title: str) -> list[str]:
    """Return the blocks in their order, without notes, page furniture and line-break marks."""
    found: list[list[str]] = [[]]
    for event, item in etree.iterwalk(text, events=("start", "end")):
        name = local(item)
        if event == "start" and name in _ASIDE:
            item.text = None
            for inner in list(item):
                item.remove(inner)
        if name in _BLOCKS:
            found.append([])
        elif event == "start" and name in ("lb", "pb", "cb"):
            found[-1].append(" " if item.get("break") != "no" else "\u00ad\n")
        words = item.text if event == "start" else item.tail if item is not text else None
        found[-1].append(words or "")
    joined = ["".join(parts).replace("\u00ad\n", "") for parts in found]
    lines = [line for line in (" ".join(part.split()) for part in joined) if line]
    return lines[1:] if lines and lines[0] == title and len(lines) > 1 else lines


def _first(element: etree._Element, name: str) -> etree._Element | None:
    return next((item for item in element.iter() if local(item) == name), None)


def _all(element: etree._Element, outer: str, name: str) -> list[etree._Element]:
    """Return the elements of a name in the first element of another name."""
    parent = _first(element, outer)
    return [item for item in parent.iter() if local(item) == name] if parent is not None else []
