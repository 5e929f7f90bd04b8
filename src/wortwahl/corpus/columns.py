"""Which column of an export is which of ours."""

import re
from collections.abc import Iterable, Mapping

from wortwahl.errors import InputError

# What a file can say of an article. The first name that a file has is taken, so the plainest comes first.
NAMES = {
    "text": (
        "text", "fulltext", "full_text", "volltext", "body", "body_text", "articlebody", "article_body",
        "article_text", "content", "inhalt", "artikeltext", "artikel", "article", "haupttext", "fließtext",
        "maintext", "main_text", "story_text", "plaintext", "plain_text",
    ),
    "title": (
        "title", "titel", "headline", "überschrift", "schlagzeile", "head_line", "article_title",
        "hauptüberschrift", "story_title",
    ),
    "date": (
        "date", "datum", "publish_date", "published_at", "published", "publication_date", "pubdate",
        "pub_date", "date_published", "published_date", "publishing_date", "veröffentlicht",
        "veröffentlicht_am", "veröffentlichung", "veröffentlichungsdatum", "erschienen", "erschienen_am",
        "erscheinungsdatum", "erscheinungstag", "date_publish", "date_time", "created_at", "timestamp",
    ),
    "date_precision": ("date_precision",),
    "outlet": (
        "outlet", "medium", "zeitung", "quelle", "source", "source_name", "publication", "media_name",
        "publisher", "newspaper", "site", "site_name", "sitename", "source_domain", "domain", "medienname",
        "publikation", "blatt",
    ),
    "url": ("url", "link", "adresse", "permalink", "article_url", "web_url", "source_url", "url_href"),
    "author": (
        "author", "authors", "autor", "autoren", "autorin", "byline", "verfasser", "verfasserin", "creator",
    ),
    "section": ("section", "ressort", "rubrik", "kategorie", "category", "section_name", "sektion"),
    "language": ("language", "lang", "sprache"),
    "genre": ("genre", "textsorte", "darstellungsform"),
    "agency": ("agency", "agentur", "nachrichtenagentur"),
}  # fmt: skip

_MARKS = re.compile(r"[\W_]+")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def folded(name: str) -> str:
    """Return a column name without case, spaces, marks and umlauts.

    Examples
    --------
    >>> folded("Veröffentlicht am"), folded("publish_date")
    ('veroeffentlichtam', 'publishdate')
    """
    return _MARKS.sub("", str(name).casefold().translate(_SPELLED))


_RANK = {ours: {folded(alias): rank for rank, alias in enumerate(aliases)} for ours, aliases in NAMES.items()}
KNOWN = frozenset(alias for ranks in _RANK.values() for alias in ranks)


def checked_columns(columns: Mapping[str, str] | None) -> dict[str, str]:
    """Return a mapping of a file's own column names to ours, checked.

    Raises
    ------
    InputError
        If it names a column that we do not have, or gives one of ours twice.

    Examples
    --------
    >>> checked_columns({"Beitrag": "text"})
    {'Beitrag': 'text'}
    """
    columns = dict(columns or {})
    for own, ours in columns.items():
        if ours not in NAMES:
            raise InputError(
                f"columns: '{own}' cannot become '{ours}'.",
                what_to_do=f"Columns that a file can give are: {', '.join(NAMES)}.",
            )
    twice = [ours for ours in NAMES if list(columns.values()).count(ours) > 1]
    if twice:
        raise InputError(
            f"columns: more than one column becomes '{twice[0]}'.",
            what_to_do="Name one column of the file for each of ours.",
        )
    return columns


def recognised(header: Iterable[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Return which of our columns each name of a header is; names that are none are left out.

    What `columns` says comes first, then the usual names, whatever their case and spelling. Of two
    names for the same thing the plainer one is taken and the other keeps its own name.

    Examples
    --------
    >>> recognised(["Titel", "Volltext", "body", "Reichweite"], {})
    {'Titel': 'title', 'Volltext': 'text'}
    """
    header = list(header)
    found = {own: ours for own, ours in columns.items() if own in header}
    taken = set(found.values())
    for ours, ranks in _RANK.items():
        if ours in taken:
            continue
        fitting = [(ranks[folded(own)], own) for own in header if own not in found and folded(own) in ranks]
        if fitting:
            found[min(fitting)[1]] = ours
    return {own: found[own] for own in header if own in found}
