"""Text that was decoded twice: "fÃ¼r" for "für", also beside words that are right."""

import re

import ftfy

# What UTF-8's first and following bytes look like when they were read as Windows-1252 or Latin-1. A text
# without such a pair is left alone, which is nearly every one.
_FIRST = "\u00c2-\u00c5\u00e2\u00ef\u00f0"
_FOLLOWING = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
)
_SUSPECT = re.compile(f"[{_FIRST}][{_FOLLOWING}]")
# A word with its signs, of a length that words have; a no-break space stays inside, as it may be the second
# half of "Ã\xa0" (à).
_WORD = re.compile(r"[^ \t\r\n]{1,400}")
_CONFIG = ftfy.TextFixerConfig(fix_c1_controls=False)


def mended(text: str) -> tuple[str, int]:
    """Return a text whose doubly decoded words are right, and how many there were.

    Each word is looked at by itself, as a text may be right in one place and wrong in another. ftfy decides
    (Speer 2019), and leaves quotation marks, widths and ligatures as they are.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> mended("Die PrÃ¤sidentin grüßt â€žalleâ€œ.")
    ('Die Präsidentin grüßt „alle“.', 2)
    """
    if not _SUSPECT.search(text):
        return text, 0
    places = 0

    def one(match: re.Match) -> str:
        nonlocal places
        word = match.group()
        if not _SUSPECT.search(word):
            return word
        right = ftfy.fix_encoding(word, config=_CONFIG)
        places += right != word
        return right

    return _WORD.sub(one, text), places
