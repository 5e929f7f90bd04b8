"""XML and pieces of HTML from outside: no entities of their own, no network, bounded depth."""

import re
from html.entities import html5

from lxml import etree, html

from wortwahl.corpus.records import Problem

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_XML_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_NAME = re.compile(r"<(?:[\w-]+:)?([\w.]+)")
# What may stand before the root; a document type with declarations of its own ends with "]>".
_BEFORE_ROOT = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "pre", "section",
     "article", "table", "tr", "td", "figure", "figcaption", "hr", "dl", "dt", "dd", "body", "html")
)  # fmt: skip
_SILENT = frozenset(("script", "style", "head", "iframe", "object", "noscript", "template"))
_MEND = "Copy it again; what comes before the error is read."
_REFUSE = "Take the lines <!ENTITY …> out of it."


def parsed_xml(text: str) -> tuple[etree._Element | None, Problem | None]:
    """Return the root of an XML document, and what is wrong with it.

    A broken or truncated document gives what comes before its error. HTML's names for characters
    (&nbsp;), which many feeds use though XML has none of them, are understood.

    Parameters
    ----------
    text : str
        The whole document, decoded.

    Returns
    -------
    tuple of (Element or None, Problem or None)

    Examples
    --------
    >>> root, problem = parsed_xml("<a><b>Gr&uuml;n</b><b>Ro")
    >>> root.findtext("b"), problem.problem[:31]
    ('Grün', 'the XML is broken from line 1 o')
    """
    body = _NOT_XML.sub("", _DECLARATION.sub("", text.lstrip("\ufeff"), count=1))
    # A document type that does not end is looked through whole.
    start = _root(body)
    if "<!ENTITY" in (body if body.startswith("<!", start) else body[:start]):
        return None, Problem(0, "the XML declares entities of its own, which are not read.", _REFUSE)
    body = _ENTITY.sub(_known_entity, body)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        recover=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(body.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as error:
        return None, Problem(0, f"the XML cannot be parsed ({str(error)[:80]}).", _MEND)
    errors = [entry for entry in parser.error_log if entry.level >= etree.ErrorLevels.FATAL]
    if root is None:
        return None, Problem(0, "the XML cannot be parsed.", _MEND)
    if errors:
        what = " ".join(errors[0].message.split())[:80]
        return root, Problem(0, f"the XML is broken from line {errors[0].line} on ({what}).", _MEND)
    return root, None


def root_name(text: str) -> str:
    """Return the name of the first element, without its prefix, "" if the text begins with none.

    Examples
    --------
    >>> root_name('<?xml version="1.0"?><!-- x --><rdf:RDF>'), root_name("Ein <rss> im Text.")
    ('RDF', '')
    """
    found = _NAME.match(text, _root(text))
    return found.group(1) if found else ""


def _root(text: str) -> int:
    """Return where the first element begins, after declarations and comments."""
    place = 0
    while True:
        while text[place : place + 1].isspace() or text[place : place + 1] == "\ufeff":
            place += 1
        start, end = next((pair for pair in _BEFORE_ROOT if text.startswith(pair[0], place)), ("", ""))
        close = text.find(end, place) if start else -1
        if start == "<!" and "[" in text[place:close]:
            close, end = text.find("]>", place), "]>"
        if close < 0:
            return place
        place = close + len(end)


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def plain(element: etree._Element | None) -> str:
    """Return the text in an element on one line, "" if there is none."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def html_paragraphs(source: str) -> list[str]:
    """Return the paragraphs of a piece of HTML, each on one line.

    Examples
    --------
    >>> html_paragraphs("<p>Eins <b>und</b> zwei.<br><br>Drei.</p><script>x</script>Vier.")
    ['Eins und zwei.', 'Drei.', 'Vier.']
    """
    if "<" not in source and "&" not in source:
        parts = source.split("\n\n")
    else:
        try:
            tree = html.document_fromstring(
                f"<div>{_NOT_XML.sub('', source)}</div>", parser=html.HTMLParser(no_network=True)
            )
        except (etree.LxmlError, ValueError, AssertionError):
            return []
        parts = blocks_of(tree)
    return [text for text in (" ".join(part.split()) for part in parts) if text]


def blocks_of(tree: etree._Element) -> list[str]:
    """Return the text of an HTML tree, cut where a block begins or ends and where lines are broken twice."""
    parts: list[str] = [""]
    silent = breaks = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = local(element)
        if event in ("comment", "pi"):
            text = element.tail
        else:
            silent += (name in _SILENT) * (1 if event == "start" else -1)
            breaks = (
                breaks + (event == "start")
                if name == "br"
                else (0 if (element.text or "").strip() else breaks)
            )
            if name in _BLOCKS or breaks > 1:
                parts.append("")
            elif name == "br" and event == "start":
                parts[-1] += "\n"
            text = element.text if event == "start" else element.tail
        # The tail of a silent element stands outside it.
        if text and not silent:
            breaks = 0 if text.strip() else breaks
            parts[-1] += text
    return parts


def _known_entity(found: re.Match) -> str:
    name = found.group(1)
    return found.group() if name in _XML_OWN else html5.get(f"{name};", found.group())
