"""What databases and newsletters add to an article: lines at its end, and paragraphs that stand twice."""

import re

# Only in the last paragraphs: "Graphic" in the middle is somebody's word.
_LAST = 4
_MOST_LETTERS = 200
# Each with an example; a paragraph must begin with it.
_ENDINGS = (
    re.compile(
        r"(?:Copyright:? (?:©|\(c\)|(?:19|20)\d\d\b)|©|\(c\) ?(?:19|20)\d\d\b)", re.IGNORECASE
    ),  # "Copyright 2022 Nordheimer Tagblatt"
    re.compile(r"(?:Alle|All) (?:Rechte|Rights) (?:vorbehalten|reserved)\b", re.IGNORECASE),
    re.compile(r"(?:LOAD-DATE|UPDATE|PUBLICATION-TYPE|LANGUAGE|DOCUMENT-TYPE): "),  # "LOAD-DATE: June 18"
    re.compile(r"(?:GRAPHIC|Graphic|GRAFIK|Grafik)(?:: .{0,120})?$"),
    re.compile(r"(?:Classification|Subject|Load-Date)(?:: |$)"),
)
# Shorter ones may well be said twice ("Ja."), and a block that invites or explains is no longer.
_SHORTEST, _LONGEST = 40, 250
# A quotation or a tweet may well be printed twice; these words invite to something.
_INVITES = re.compile(
    r"newsletter|abonnier|\babos?\b|lesen sie (?:auch|hier|mehr)|mehr zum thema|live-?(?:blog|ticker)|podcast"
    r"|\bapp\b|folgen sie|kostenlos|anmelden|whats-?app|telegram-kanal|anzeige",
    re.IGNORECASE,
)


def without_endings(text: str) -> tuple[str, int]:
    """Return a clean text without what a database wrote below it, and how many paragraphs went.

    Examples
    --------
    >>> without_endings("Der Gipfel endet.\\n\\nGraphic\\n\\nAlle Rechte vorbehalten")
    ('Der Gipfel endet.', 2)
    """
    paragraphs = text.split("\n\n")
    kept = len(paragraphs)
    while kept > 1 and len(paragraphs) - kept < _LAST and _is_ending(paragraphs[kept - 1]):
        kept -= 1
    return "\n\n".join(paragraphs[:kept]), len(paragraphs) - kept


def without_repeated(text: str) -> tuple[str, int]:
    """Return a clean text in which no block that invites stands twice, and how many went.

    Newsletters and live blogs repeat whole blocks in one export.

    Examples
    --------
    >>> block = "Abonnieren Sie unseren Newsletter, jeden Morgen um sechs Uhr."
    >>> without_repeated(f"{block}\\n\\nDer Gipfel endet.\\n\\n{block}")[1]
    1
    """
    seen: set[str] = set()
    kept = []
    paragraphs = text.split("\n\n")
    for paragraph in paragraphs:
        if paragraph not in seen or not _is_block(paragraph):
            kept.append(paragraph)
        seen.add(paragraph)
    return "\n\n".join(kept), len(paragraphs) - len(kept)


def _is_block(paragraph: str) -> bool:
    return _SHORTEST <= len(paragraph) <= _LONGEST and _INVITES.search(paragraph) is not None


def _is_ending(paragraph: str) -> bool:
    return len(paragraph) <= _MOST_LETTERS and any(rule.match(paragraph) for rule in _ENDINGS)
