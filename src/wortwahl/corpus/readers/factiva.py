"""Factiva exports as HTML, with the interface in English or German (or any language that counts words).

Two layouts: lines without names ("1285 Wörter", "1 April 2017", outlet, code, language, copyright),
which are told apart by their order, and a table whose rows have Factiva's two-letter codes.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree, html

from wortwahl.corpus.dates import UNKNOWN, parse_date
from wortwahl.corpus.raw import LongLineError, RawFile
from wortwahl.corpus.records import Problem, Record

NAME = "Factiva HTML"
VERSION = "1 (2017 to 2019)"

_SIGN = re.compile(r"<title>\s*(?:dow jones )?factiva\s*</title>", re.IGNORECASE)
_ARTICLE = re.compile(r"<div[^>]{0,200}\b(?:id=\"article-|class=\"article \w{2,6}Article)")
_WORD_UNITS = re.compile(
    r"^[\d.,]+\s?(?:wörter|words?|mots|palabras|parole|woorden|palavras|字|词|語)\.?$", re.I
)
_COPYRIGHT = re.compile(r"^(?:copyright|\(c\)|©)", re.IGNORECASE)
_CLOCK = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?$")
_DOCUMENT = re.compile(r"^(?:Dokument|Document|Documento)\s+[A-Z0-9]{8,}", re.IGNORECASE)
_NUMBER = re.compile(r"^(\d{1,4})[).]\s+")
_LINK = re.compile(r"\[https?://[^\[\]]{1,1000}\]")  # "Halbmarathon[http://…]": the address of a link
_BY = re.compile(r"^(?:von|by)\s+(?=\w)", re.IGNORECASE)
_CODES = {
    "HD": "title", "BY": "author", "PD": "date", "SN": "outlet", "SE": "section", "LA": "language",
    "ED": "edition", "PG": "page",
}  # fmt: skip
_CODE = re.compile(r"[A-Z]{2,4}$")
_MEND = "Save the page again when it is loaded, or take it out of the folder."


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether a page has Factiva's title, or its boxes for articles."""
    text = raw.head_text
    return bool(_SIGN.search(text[:20_000]) or (_ARTICLE.search(text) and "activa" in text))


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record an article; rows count articles."""
    try:
        source = raw.text().lstrip("\ufeff")
        tree = html.document_fromstring(source, parser=html.HTMLParser(no_network=True, remove_comments=True))
    except LongLineError as error:
        yield Problem(0, f"the page is too large: {error}.", "Export fewer articles at a time.")
        return
    except (etree.LxmlError, ValueError, AssertionError) as error:
        yield Problem(0, f"the page cannot be parsed ({str(error)[:80]}).", _MEND)
        return
    row = 0
    for row, article in enumerate(_articles(tree), 1):
        fields = _from_table(article) or _from_lines(article, row)
        if fields["text"]:
            yield Record(row, fields)
        else:
            yield Problem(row, f"article {row} has no text.", "Look at it in Factiva; it may be a picture.")
    if not row:
        yield Problem(
            0, "the Factiva page shows no article.", "Save it in the view that shows full articles."
        )


def _articles(tree: html.HtmlElement) -> list[html.HtmlElement]:
    boxes = tree.xpath("//div[starts-with(@id, 'article-')]")
    boxes = boxes or tree.xpath("//div[contains(concat(' ', @class, ' '), ' article ')]")
    inner = set(boxes)
    return [box for box in boxes if not any(outer in inner for outer in box.iterancestors("div"))]


def _from_lines(article: html.HtmlElement, row: int) -> dict[str, object]:
    fields: dict[str, object] = {}
    heading = next(iter(article.xpath(".//*[contains(@class, 'Headline')]")), None)
    if heading is not None:
        fields["title"] = _title(heading, row)
    lines: list[str] = []
    section = ""
    for box in article.iter("div"):
        if box.get("id") == "hd":
            section, lines = " ".join(lines), []
        elif box.get("class") == "author":
            fields["author"] = _BY.sub("", _line(box))
        elif box is not article and box.find(".//div") is None and box.find(".//p") is None:
            lines += [text] if (text := _line(box)) else []
    if section:
        fields["section"] = section.split(";")[0].strip()
    fields |= _masthead(lines)
    body, below = [], []
    for part in article.iter("p"):
        if part.find(".//p") is not None or part.find(".//div") is not None:
            continue
        text = _LINK.sub("", _line(part))
        if "articleParagraph" in (part.get("class") or ""):
            body.append(text)
        elif text:
            below.append(text)
    if not body:
        body, below = _without_credits(below), []
    captions = _without_credits(below)
    if captions:
        fields["caption"] = " ".join(captions)
    fields["text"] = "\n\n".join(text for text in body if text)
    return fields


def _masthead(lines: list[str]) -> dict[str, object]:
    """Return what the lines below the title say: words, date, perhaps a time, outlet, …, language, rights."""
    counted = next((n for n, line in enumerate(lines) if _WORD_UNITS.match(line)), -1)
    dated = next((n for n in range(counted + 1, len(lines)) if parse_date(lines[n]) != UNKNOWN), None)
    if dated is None:
        return {}
    fields: dict[str, object] = {"date": lines[dated]}
    rest = [line for line in lines[dated + 1 :] if not _CLOCK.match(line)]
    rights = next((n for n, line in enumerate(rest) if _COPYRIGHT.match(line)), len(rest))
    if rights > 0:
        fields["outlet"] = rest[0]
    if rights > 2 and rest[rights - 1].replace(" ", "").isalpha():
        fields["language"] = rest[rights - 1]
    return fields


def _without_credits(lines: list[str]) -> list[str]:
    """Return lines without the last two, which name the provider and the number of the document."""
    if lines and _DOCUMENT.match(lines[-1]):
        return lines[:-2]
    return lines


def _from_table(article: html.HtmlElement) -> dict[str, object]:
    """Return the fields of a table with Factiva's codes, {} if there is none."""
    fields: dict[str, object] = {}
    text: list[str] = []
    for line in article.iter("tr"):
        cells = [cell for cell in line if cell.tag in ("td", "th")]
        code = _line(cells[0]) if len(cells) > 1 else ""
        if not _CODE.match(code):
            continue
        if code in ("LP", "TD"):
            parts = list(cells[1].iter("p")) or [cells[1]]
            text += [_LINK.sub("", _line(part)) for part in parts]
        elif code in _CODES:
            fields[_CODES[code]] = _line(cells[1])
    if not fields:
        return {}
    if "author" in fields:
        fields["author"] = _BY.sub("", str(fields["author"]))
    fields["text"] = "\n\n".join(part for part in text if part)
    return fields


def _title(heading: html.HtmlElement, row: int) -> str:
    """Return the title without the number that the list of an export puts before it."""
    title = _line(heading)
    number = _NUMBER.match(title)
    is_counted = "counted" in (heading.get("class") or "")
    return title[number.end() :] if number and (is_counted or int(number.group(1)) == row) else title


def _line(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
