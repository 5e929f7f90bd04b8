"""What kind of text an article is: who speaks in it as its author.

An ordered chain: the first rule that fits decides. What the file says of itself stands first, the
layout of the text after it, and "report", which most of news is, last.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from wortwahl.corpus.columns import folded
from wortwahl.corpus.schema import GENRES


class Article(NamedTuple):
    """What the rules look at."""

    title: str
    text: str
    outlet: str = ""
    section: str = ""
    author: str = ""
    url: str = ""
    dated: bool = True
    orator: bool = False  # the file has columns for speaker and party
    questions: int = 0  # paragraphs that the file prints in bold and that end with a question mark


# Words of other exports for the same things.
_GIVEN = {
    "bericht": "report", "nachricht": "report", "meldung": "report", "news": "report", "reportage": "report",
    "kommentar": "commentary", "meinung": "commentary", "opinion": "commentary", "leitartikel": "commentary",
    "glosse": "commentary", "kolumne": "commentary", "essay": "commentary", "editorial": "commentary",
    "gastbeitrag": "guest", "gastkommentar": "guest", "leserbrief": "letter", "leserbriefe": "letter",
    "liveblog": "liveblog", "ticker": "liveblog", "newsblog": "liveblog", "rede": "speech",
}  # fmt: skip

# "Kommentar", "Kommentare", "Ein Kommentar von …"; Kommentarfunktion is none.
_COMMENTARY = (
    r"(?:kommentare?|meinung|leitartikel|glosse|kolumne|essays?|editorial|standpunkt|pro (?:und|&) contra)"
)
_GUEST = r"(?:gastbeitrag|gastbeiträge|gastkommentar|gastkolumne|gastautor(?:in)?)"
_LETTER = r"(?:leserbriefe?|leserzuschriften|leserpost|briefe an die (?:redaktion|herausgeber))"
_BLOG = r"(?:live-?blog|live-?ticker|news-?blog|news-?ticker|(?:[\w]+-)?ticker)"
_ADDRESS_PARTS = {
    "commentary": r"/(?:meinung|kommentare?|kolumnen?|leitartikel|glosse|opinion)[/-]",
    "guest": r"/(?:gastbeitr(?:a|ae|ä)ge?|gastkommentare?)[/-]",
    "letter": r"/leserbriefe?[/-]",
    "interview": r"/interviews?[/-]",
    "liveblog": r"/[\w-]*(?:live|news)-?(?:blog|ticker)[\w-]*(?:[/.]|$)",
}

_ADDRESS_TO_HOUSE = re.compile(
    r"(?:(?:sehr )?(?:ge|ver)ehrte[rs]? )?(?:herr|frau) (?:bundestags|alters|vize)?präsident(?:in)?\b"
    r"[^.\n]{0,40}!",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^\d{1,2}[:.]\d{2}(?: ?Uhr)?\s*(?:[:|+–-]|$)", re.MULTILINE)
_TURN = re.compile(r"^((?:Frage|Antwort)|[A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*){0,3}): +\S", re.MULTILINE)


def genre_of(article: Article, given: str = "") -> str:
    """Return the genre of an article.

    Parameters
    ----------
    article : Article
        Clean title and text, and what else is known.
    given : str
        What the file's own column says; it wins if it is one of ours or a usual word for one.

    Returns
    -------
    str
        One of `GENRES`; "" for a bare text, of which neither outlet nor date is known.

    Examples
    --------
    >>> genre_of(Article("Kommentar: Zu spät", "Die Regierung zögert."))
    'commentary'
    >>> genre_of(Article("Gipfel in Wien", "Die Minister tagen."))
    'report'
    """
    if given.strip():
        name = folded(given)
        return name if name in GENRES else _GIVEN.get(name, "")
    for genre, fits in _RULES:
        if fits(article):
            return genre
    return "report" if article.outlet or article.dated else ""


def _says(pattern: str) -> Callable[[Article], bool]:
    """Return a rule: the section is such a word, or the title or byline begins or ends with it."""
    section = re.compile(rf"\b{pattern}\b", re.IGNORECASE)
    title = re.compile(
        rf"^{pattern}(?:\s*[:|–-]\s|\s+(?:zu[rm]?|von|über|aus)\s)"
        rf"|[|(.:!?–-]\s*(?:eine?\s+)?{pattern}\)?(?:\s+(?:von|mit)\b.*)?$",
        re.IGNORECASE,
    )
    return lambda article: bool(
        section.search(article.section) or title.search(article.title) or section.search(article.author)
    )


def _address(genre: str) -> Callable[[Article], bool]:
    part = re.compile(_ADDRESS_PARTS[genre], re.IGNORECASE)
    return lambda article: bool(part.search(article.url))


def _is_speech(article: Article) -> bool:
    """ "Bundestag/SPD"; columns for speaker and party; "Frau Präsidentin! Liebe Kolleginnen …"."""
    return (
        article.outlet.startswith("Bundestag/")
        or article.orator
        or bool(_ADDRESS_TO_HOUSE.match(article.text[:120]))
    )


def _is_blog_outlet(article: Article) -> bool:
    """ "tagesschau.de (Liveblog)"."""
    return bool(re.search(rf"\b{_BLOG}\b", article.outlet, re.IGNORECASE))


def _has_entries(article: Article) -> bool:
    """An entry begins with its time, "18:42 Uhr: Das Parlament hat …"; a page of them has three or more."""
    first = _ENTRY.match(article.text[:40])
    return bool(first and "Uhr" in first.group()) or len(_ENTRY.findall(article.text)) >= 3


def _has_turns(article: Article) -> bool:
    """Three turns or more that name their speaker, one of them twice, and at least one question."""
    if article.questions >= 3:
        return True
    if article.text.count(": ") < 3 or "?" not in article.text:
        return False
    labels = _TURN.findall(article.text)
    if len(labels) < 3 or len(set(labels)) < 2 or len(set(labels)) == len(labels):
        return False
    # In a report with many "Ort: …" lines nobody asks anything.
    return len(labels) * 2 >= article.text.count("\n\n")


_RULES: tuple[tuple[str, Callable[[Article], bool]], ...] = (
    ("speech", _is_speech),
    ("liveblog", _is_blog_outlet),
    ("liveblog", _says(_BLOG)),
    ("letter", _says(_LETTER)),
    ("guest", _says(_GUEST)),
    ("interview", _says("(?:interviews?)")),
    ("commentary", _says(_COMMENTARY)),
    # The address is weaker: papers file interviews and guests under /meinung/.
    ("liveblog", _address("liveblog")),
    ("letter", _address("letter")),
    ("guest", _address("guest")),
    ("interview", _address("interview")),
    ("interview", _has_turns),
    ("commentary", _address("commentary")),
    ("liveblog", _has_entries),
)
