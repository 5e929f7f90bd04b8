"""Saved feeds (RSS 0.9 to 2.0, Atom): an article each entry, of which many hold only a teaser."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from lxml import etree

from wortwahl.corpus.markup import html_paragraphs, local, parsed_xml, plain, root_name
from wortwahl.corpus.raw import LongLineError, RawFile
from wortwahl.corpus.records import Problem, Record

NAME = "feed"
VERSION = "1 (RSS 0.9 to 2.0, Atom 1.0)"

_ROOTS = ("rss", "feed", "rdf")
_ENTRIES = ("item", "entry")
_FULL = ("encoded", "content")
_TEASER = ("description", "summary", "subtitle")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified", "created")
_PAGES = "To analyse whole articles, save their pages; else nothing."


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the text begins as a feed does."""
    return root_name(raw.head_text).lower() in _ROOTS


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record an entry; rows count entries."""
    try:
        root, problem = parsed_xml(raw.text())
    except LongLineError as error:
        yield Problem(0, f"the feed is too large: {error}.", "Divide it into several files.")
        return
    if problem:
        yield problem
    if root is None:
        return
    channel = next((item for item in root.iter() if local(item) == "channel"), root)
    name = next((plain(item) for item in channel if local(item) == "title"), "")
    row = short = 0
    for entry in root.iter():
        if local(entry) not in _ENTRIES:
            continue
        row += 1
        fields = _fields(entry, name)
        if not fields.get("text"):
            yield Problem(row, "the entry has neither text nor title.", "Leave it out.")
            continue
        short += fields["extent"] != "full"
        yield Record(row, fields)
    if short:
        yield Problem(0, f"{short:,} of {row:,} entries of the feed hold no more than a teaser.", _PAGES)


def _fields(entry: etree._Element, feed: str) -> dict[str, object]:
    found: dict[str, etree._Element] = {}
    for item in entry:
        # media:content and media:title stand beside the entry's own and are of its picture.
        if "search.yahoo.com/mrss" not in str(item.tag):
            found.setdefault(local(item), item)
    fields: dict[str, object] = {"title": _line(found.get("title"))}
    full = next((text for name in _FULL if (text := _text(found.get(name)))), "")
    teaser = next((text for name in _TEASER if (text := _text(found.get(name)))), "")
    date = next((value for name in _DATES if (value := plain(found.get(name)))), "")
    author = plain(found.get("creator")) or _author(found.get("author"))
    section = ", ".join(
        dict.fromkeys(
            value
            for item in entry
            if local(item) == "category" and (value := item.get("term") or plain(item))
        )
    )
    fields |= {"url": _link(entry), "date": date, "author": author, "section": section, "feed": feed}
    if len(teaser) > len(full):
        full, teaser = "", teaser
    fields["text"] = full or teaser
    fields["extent"] = "full" if full else "teaser"
    if not fields["text"]:
        # A list of headlines: each is the text of its article, as in a table without texts.
        fields |= {"text": fields.pop("title"), "extent": "headline"}
    if not _host(str(fields["url"])):
        fields["outlet"] = feed
    return {name: value for name, value in fields.items() if value}


def _text(element: etree._Element | None) -> str:
    """Return the paragraphs of an element: escaped HTML, XHTML of its own, or plain text."""
    if element is None:
        return ""
    if len(element) and element.get("type", "xhtml") == "xhtml":
        source = "".join(etree.tostring(inner, encoding="unicode", with_tail=True) for inner in element)
        return "\n\n".join(html_paragraphs((element.text or "") + source))
    return "\n\n".join(html_paragraphs("".join(element.itertext())))


def _line(element: etree._Element | None) -> str:
    """Return a title, in which feeds often escape twice or leave tags."""
    return " ".join(" ".join(html_paragraphs(plain(element))).split()) if element is not None else ""


def _link(entry: etree._Element) -> str:
    for item in entry:
        if local(item) == "link":
            if item.get("href"):
                if item.get("rel", "alternate") == "alternate":
                    return item.get("href")
            elif plain(item):
                return plain(item)
    address = next((plain(item) for item in entry if local(item) in ("guid", "id")), "")
    return address if _host(address) else ""


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        return parts.hostname or "" if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _author(element: etree._Element | None) -> str:
    """Return a name: Atom's <name>, or RSS's "redaktion@bote.example (Anna Beispiel)"."""
    if element is None:
        return ""
    name = next((plain(item) for item in element if local(item) == "name"), "") or plain(element)
    inside = re.search(r"\(([^()]+)\)\s*$", name)
    return inside.group(1) if "@" in name and inside else "" if "@" in name else name
