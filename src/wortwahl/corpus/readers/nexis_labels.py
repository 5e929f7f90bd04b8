"""The words with which LexisNexis and Nexis mark the parts of a document, in the languages of their pages."""

import re

from wortwahl.corpus.columns import folded

_FIELDS = {
    "author": ("byline", "autor", "autorin", "verfasser", "von", "auteur"),
    "section": ("section", "rubrik", "ressort", "rubrique"),
    "title": ("headline", "schlagzeile", "titel", "überschrift", "titre"),
    "lead": ("highlight", "vorspann", "hervorhebung", "abstract"),
    "text": ("body", "text", "haupttext", "volltext", "corps"),
    "words": ("length", "länge", "wortanzahl", "longueur"),
    "dateline": ("dateline", "ort", "ortsmarke", "datumszeile"),
    "language": ("language", "sprache", "langue"),
    "url": ("url",),
    # What the database adds behind the text.
    "loaded": ("load-date", "update", "ladedatum", "aktualisierungsdatum", "date-chargement"),
    "graphic": ("graphic", "graphics", "grafik", "graphik", "abbildung", "bildunterschrift", "graphique"),
    "other": (
        "publication-type", "publikationstyp", "veröffentlichungstyp", "type-publication", "journal-code",
        "zeitungs-code", "code-journal", "acc-no", "issn", "document-type", "doc-type", "dokumenttyp", "type",
        "subject", "thema", "sujet", "organization", "organisation", "company", "unternehmen", "firma",
        "person", "personen", "geographic", "geographie", "geografie", "country", "land", "state", "city",
        "stadt", "industry", "branche", "ticker", "series", "serie", "category", "kategorie", "correction",
        "correction-date", "korrektur", "notes", "anmerkungen", "hinweise", "distribution", "classification",
        "klassifikation", "klassifizierung", "edition", "ausgabe", "name", "isin", "product",
    ),
}  # fmt: skip
_FIELD_OF = {folded(label): field for field, labels in _FIELDS.items() for label in labels}

HEAD = frozenset(
    ("author", "section", "title", "lead", "text", "words", "dateline", "url", "language", "other")
)
TAIL = frozenset(("loaded", "language", "graphic", "other", "url"))

_CAPITALS = re.compile(r"([A-ZÄÖÜ][A-ZÄÖÜ/ -]{1,24}):(?:\s+|$)(.*)", re.DOTALL)
_ANY_CASE = re.compile(r"([A-ZÄÖÜ][A-Za-zÄÖÜäöüß/ -]{1,24}):(?:\s+|$)(.*)", re.DOTALL)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s©(c),]*(?:by )?(?:19|20)\d\d\b"
    r"|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés)[.!]?$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:Pg|S|Seite|p)\b", re.IGNORECASE)
_BY = re.compile(r"(?:von|by)\s+(?=\w)", re.IGNORECASE)


def labelled(text: str, capitals: bool = True) -> tuple[str, str]:
    """Return the field that a line's label stands for and the value behind it; ("", "") if it has none.

    Parameters
    ----------
    text : str
        A line or block: "LÄNGE: 355 Wörter".
    capitals : bool
        Whether labels are in capitals, as in the older layout.

    Examples
    --------
    >>> labelled("RUBRIK: POLITIK; S. 1"), labelled("Der Sprecher: Nein.")
    (('section', 'POLITIK; S. 1'), ('', ''))
    """
    found = (_CAPITALS if capitals else _ANY_CASE).match(text.replace("\u00a0", " ").strip())
    field = _FIELD_OF.get(folded(found.group(1)), "") if found else ""
    return (field, found.group(2).strip()) if field else ("", "")


def heading(text: str) -> str:
    """Return the field that a heading alone on its line stands for ("Body", "Klassifikation"), or ""."""
    name = text.replace("\u00a0", " ").strip()
    return _FIELD_OF.get(folded(name), "") if 0 < len(name) <= 24 and name[:1].isupper() else ""


def is_copyright(text: str) -> bool:
    """Tell whether a line says whose the rights are: with a year, or in the one phrase for it.

    Examples
    --------
    >>> is_copyright("Copyright 2024 Der Bote"), is_copyright("Copyright ist ein schweres Wort.")
    (True, False)
    """
    line = text.strip()
    return len(line) < 400 and bool(_COPYRIGHT.match(line))


def set_fields(fields: dict[str, object], field: str, value: str) -> None:
    """Put what a label says under our names: pages off the section, the first of several languages."""
    value = " ".join(value.split())
    if field == "section":
        fields["section"], _, page = (part.strip() for part in value.partition(";"))
        if page:
            fields["page" if _PAGE.match(page) else "edition"] = page
    elif field == "language":
        fields["language"] = value.split(";")[0].strip()
    elif field == "author":
        fields["author"] = _BY.sub("", value, count=1)
    elif field in ("title", "dateline", "url"):
        fields[field] = value
