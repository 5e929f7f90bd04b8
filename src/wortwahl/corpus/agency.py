"""Which news agency a text is from, by dateline, byline and last line.

Agency copy is other people's wording: two outlets that print the same report of dpa have not both
chosen its words.
"""

import re

_KNOWN = {
    name.casefold(): name
    for name in (
        "dpa",
        "AFP",
        "Reuters",
        "AP",
        "KNA",
        "epd",
        "SID",
        "APA",
        "Keystone-SDA",
        "sda",
        "ots",
        "dts",
        "DJ",
    )
}
_KNOWN |= {
    "dpa-afx": "dpa",
    "rtr": "Reuters",
    "ddp": "ddp",
    "dapd": "dapd",
    "tass": "TASS",
    "interfax": "Interfax",
}
_KNOWN |= {"deutsche presse-agentur": "dpa", "keystone": "Keystone-SDA", "ria nowosti": "RIA Nowosti"}
_KNOWN |= {
    "dpa-infocom": "dpa",
    "dpa infocom": "dpa",
    "dpa-tmn": "dpa",
    "dpa-video": "dpa",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "associated press": "AP",
    "thomson reuters": "Reuters",
    "katholische nachrichten-agentur": "KNA",
    "evangelischer pressedienst": "epd",
    "sport-informations-dienst": "SID",
    "sportinformationsdienst": "SID",
    "austria presse agentur": "APA",
    "dts nachrichtenagentur": "dts",
    "keystone-ats": "Keystone-SDA",
    "awp": "awp",
}
_NAMES = "|".join(sorted(map(re.escape, _KNOWN), key=len, reverse=True))

# "KIEW (dpa) –", "Moskau/Kiew (AFP/dpa) -", "Genf, 3. März (sda) –"
_DATELINE = re.compile(r"[A-ZÄÖÜ][^()\n]{1,50}\(([^()\n]{2,40})\)\s*(?:[-–—:]|\+\+)")
# "dpa – Die Regierung …", "AFP/dpa - "
_LEADING = re.compile(rf"((?:{_NAMES})(?:/(?:{_NAMES}))*)\s+[-–—]\s")
# The last line "dpa/abc", or after the last sentence "(mit dpa)", "Quelle: AFP", "Mit Material von dpa"
_SOURCE = r"(?:quellen?:|mit(?:\s(?:material|agenturmaterial|informationen))?(?:\svon|\sder)?|von|©)\s*"
_NAME = rf"(?:{_NAMES}|\w{{2,5}})"
_LAST = re.compile(
    rf"(?:^|[.!?“”\"(]\s?)\(?(?:{_SOURCE})?({_NAME}(?:\s?(?:[/,&+]|und)\s?{_NAME})*)\.?\)?\.?$", re.IGNORECASE
)
# At the end in brackets, with who wrote it or the house: "(Anna Beispiel, dpa)", "(Tsp mit dpa)", "(dpa/-ry)"
_BRACKET = re.compile(r"\(([^()\n]{2,60})\)\.?$")
# … but a picture's credit names where the picture is from, and "laut dpa" is the author's own sentence.
_NOT_THE_TEXT = re.compile(
    r"\b(?:foto|fotos|bild|bilder|picture|symbolbild|archiv|grafik|video|getty|laut|so|siehe)\b",
    re.IGNORECASE,
)
_IN_BRACKET = re.compile(r"\s*(?:[/,;&+]|\bund\b|\bmit\b|\bvon\b|\bquelle:)\s*-?", re.IGNORECASE)
# "(dpa) Die Regierung …"
_OPENING = re.compile(rf"\(((?:{_NAMES})(?:\s?[/,]\s?(?:{_NAMES}))*)\)\s")
# Within a byline, as the agencies write themselves: "dpa Hamburg", "Anna Beispiel (Reuters)". A DJ is not
# Dow Jones there.
_IN_BYLINE = re.compile(r"(?<![\w-])(dpa|AFP|Reuters|AP|KNA|epd|SID|sid|APA|sda|SDA|dts|dapd)(?![\w])")
_PARTS = re.compile(r"\s*(?:[/,;&+]|\bund\b)\s*")
_BYLINE_WORDS = re.compile(r"^(?:von|mit material von|mit|quelle:)\s+", re.IGNORECASE)
# In brackets after a place, or as a byline, these are the newsroom itself.
_NO_AGENCY = frozenset(
    ("online", "redaktion", "eigener", "bericht", "lokales", "anzeige", "update", "video", "deutschland")
)


def agency_of(text: str, author: str = "") -> str:
    """Return the agencies an article is from, joined by "/", "" if none is named.

    Parameters
    ----------
    text : str
        The clean text.
    author : str
        The byline.

    Examples
    --------
    >>> agency_of("KIEW (dpa) – In der Hauptstadt heulten die Sirenen.")
    'dpa'
    >>> agency_of("Die Lage ist ernst.\\n\\nAFP/dpa/kle")
    'AFP/dpa'
    """
    dateline = _DATELINE.match(text[:110])
    if dateline and (found := _joined(dateline.group(1), new=True)):
        return found
    # Read in parts, a byline may name an agency that nobody knows yet; searched, one beside a person's name.
    in_parts = _joined(_BYLINE_WORDS.sub("", author), new=True)
    searched = _joined("/".join(_IN_BYLINE.findall(author)), new=False)
    if found := max(in_parts, searched, key=lambda names: len(names.split("/")) if names else 0):
        return found
    opening = _OPENING.match(text)
    if opening and (found := _joined(opening.group(1), new=False)):
        return found
    leading = _LEADING.match(text)
    if leading and (found := _joined(leading.group(1), new=False)):
        return found
    end = text[-80:].rpartition("\n")[2]
    last = _LAST.search(end)
    if last and (found := _joined(last.group(1), new=False)):
        return found
    bracket = _BRACKET.search(end)
    if not bracket or _NOT_THE_TEXT.search(bracket.group(1)):
        return ""
    return _joined("/".join(_IN_BRACKET.split(bracket.group(1))), new=False)


def _joined(names: str, new: bool) -> str:
    """Return the agencies among names; `new` takes one that nobody knows yet, "nordpress"."""
    found = []
    for name in _PARTS.split(names.strip()):
        if name.casefold() in _KNOWN:
            # Two small letters are initials ("ap" is Anna Peters), and Sid is a person.
            if name.isupper() or (len(name) > 2 and (len(name) > 3 or name.islower())):
                found.append(_KNOWN[name.casefold()])
        elif new and _is_new(name):
            found.append(name)
    return "/".join(dict.fromkeys(found))


def _is_new(name: str) -> bool:
    """One word in small letters, too long for a journalist's initials."""
    return len(name) >= 5 and name.isalpha() and name.islower() and name not in _NO_AGENCY
