"""What a saved page says of itself: JSON-LD first, then meta elements, then what a reader sees."""

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from lxml import html

from wortwahl.corpus.readers.page_titles import page_title

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_DEEPEST = 12  # JSON-LD of real pages nests four or five levels
# Elements of meta, by the value of name, property or itemprop; the most reliable first.
_METAS = {
    "date": (
        "article:published_time", "article:published:time", "og:article:published_time", "datepublished",
        "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "pubdate", "publish_date",
        "publication_date",
        "cxenseparse:recs:publishtime", "sailthru.date", "last-modified", "article:modified_time",
    ),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator"),
    "outlet": ("og:site_name", "application-name", "publisher", "dc.publisher"),
    "section": ("article:section", "section", "cxenseparse:recs:category"),
    "url": ("og:url",),
    "license": ("license", "dc.rights", "dcterms.license"),
}  # fmt: skip
_GENRES = {"LiveBlogPosting": "liveblog", "OpinionNewsArticle": "commentary"}


def metadata(tree: html.HtmlElement) -> dict[str, object]:
    """Return what a page says of itself, by our names; only what was found.

    Parameters
    ----------
    tree : lxml.html.HtmlElement
        The whole page.
    """
    said = {name: value for name, value in _from_json(tree).items() if value}
    metas = _metas(tree)
    for name, keys in _METAS.items():
        value = next((metas[key] for key in keys if key in metas), "")
        # A publisher in JSON-LD is often the company ("… AG"), og:site_name the paper.
        if value and (not said.get(name) or (name == "outlet" and "og:site_name" in metas)):
            said[name] = value
    if str(said.get("outlet", "")).startswith(("http://", "https://")):
        said["outlet"] = (urlsplit(str(said["outlet"])).hostname or "").removeprefix("www.")
    if str(said.get("author", "")).startswith(("http://", "https://")):
        del said["author"]  # article:author is often the address of a profile
    said["title"] = page_title(
        str(said.get("title", "")),
        metas,
        _headings(tree, "h1"),
        _headings(tree, "h2", "h3", "h4"),
        " ".join((tree.findtext(".//title") or "").split()),
    )
    for name, value in (
        ("date", _time(tree)),
        ("url", next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")),
        ("language", next(iter(tree.xpath("//html/@lang | //html/@xml:lang")), "")),
    ):
        if value and not said.get(name):
            said[name] = value
    if urlsplit(str(said.get("url", ""))).scheme not in ("http", "https"):
        said.pop("url", None)
    return said


def _from_json(tree: html.HtmlElement) -> dict[str, object]:
    """Return what the first article in the page's JSON-LD says."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            types = thing.get("@type")
            types = [
                name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)
            ]
            if any(_ARTICLE.search(name) for name in types) and (thing.get("headline") or thing.get("name")):
                return {
                    "title": _text(thing.get("headline") or thing.get("name")),
                    "date": _text(thing.get("datePublished") or thing.get("dateCreated")),
                    "author": _names(thing.get("author")),
                    "outlet": _names(thing.get("publisher")),
                    "section": _names(thing.get("articleSection")),
                    "url": _text(thing.get("url")),
                    "genre": next((_GENRES[name] for name in types if name in _GENRES), ""),
                }
    return {}


def _things(data: object, depth: int = 0) -> Iterator[dict]:
    """Yield the objects of JSON-LD, outermost first."""
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield data
        data = [
            data[key]
            for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
            if key in data
        ]
    if isinstance(data, list):
        for element in data:
            yield from _things(element, depth + 1)


def _names(value: object) -> str:
    """Return the names of people or organisations, a list of them, or a plain string."""
    values = value if isinstance(value, list) else [value]
    names = [_text(item.get("name") if isinstance(item, dict) else item) for item in values]
    return ", ".join(dict.fromkeys(name for name in names if name and "://" not in name))


def _text(value: object) -> str:
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), "")
    # Some systems escape twice, so that JSON-LD holds "&amp;" and "&quot;".
    return unescape(value) if isinstance(value, str) else ""


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            key = (meta.get(attribute) or "").strip().casefold()
            if key and content:
                found.setdefault(key, content)
    return found


def _headings(tree: html.HtmlElement, *tags: str) -> list[str]:
    texts = (" ".join(heading.text_content().split()) for heading in tree.iter(*tags))
    return [text for text in texts if text]


def _time(tree: html.HtmlElement) -> str:
    return next((value for value in tree.xpath("//time/@datetime") if value.strip()), "")
