"""Text as the articles table holds it: NFC, plain spaces, LF, paragraphs divided by one blank line."""

import re
import unicodedata

from wortwahl.corpus import changes
from wortwahl.corpus.boilerplate import without_endings, without_repeated
from wortwahl.corpus.mojibake import mended
from wortwahl.corpus.wraps import joined_lines

# Soft hyphens, zero-width and direction marks, byte-order marks, variation selectors and the invisible
# tags of flag emoji: none is seen by a reader, and each would split a word for a machine.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
# Windows, old Mac, vertical tab, form feed, next line, Unicode's own line and paragraph separators.
_LINE_END = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ODD_SPACE = re.compile("[\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SPACES = re.compile(" {2,}")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
# Half of a surrogate pair comes from a broken JSON escape and cannot be written as UTF-8.
_SURROGATE = re.compile("[\ud800-\udfff]")
# A soft hyphen before a line end is a hyphenation: "Regie<soft hyphen>\nrung".
_SOFT_BREAK = re.compile("\u00ad[ \t]*(?:\r\n|\n|\r)[ \t]*")
# A hyphenation: "Angriffs-" at a line's end, "krieg" in the next; "Vor-" before "und" stands for itself.
_HYPHENATED = re.compile(
    r"[-\u00ad](?<=[^\W\d_][-\u00ad])[ \t]{0,9}(?:\r\n|\n|\r)[ \t]{0,9}"
    r"(?!(?:und|oder|bzw|sowie|bis)\b)[a-zäöüß]"
)
_MOST_TITLES = 100  # a text that repeats its title more often is no article
_WORDS = re.compile(r"\w+")


def clean_text(text: str) -> str:
    """Return a text in the one form in which offsets count.

    Invisible characters go, odd spaces become plain ones, runs of spaces become one, lines that were
    only wrapped are joined, and paragraphs stand apart by exactly one blank line. Cleaning a clean
    text changes nothing.

    Parameters
    ----------
    text : str
        The text as the file has it, with any line ends.

    Returns
    -------
    str

    Examples
    --------
    >>> clean_text("Die Regie\\u00adrung\\u00a0 tagt.\\r\\nMorgen auch.")
    'Die Regierung tagt.\\n\\nMorgen auch.'
    """
    lines = [line.strip(" ") for line in _plain(_SOFT_BREAK.sub("", text)).split("\n")]
    return "\n\n".join(joined_lines(lines))


def clean_article(text: str) -> tuple[str, dict[str, int]]:
    """Return an article's text as `clean_text` gives it, without what is no part of it, and what was changed.

    Parameters
    ----------
    text : str
        The text as the file has it.

    Returns
    -------
    tuple of (str, dict)
        The text, and the places of each change; see `changes.KINDS`.

    Examples
    --------
    >>> clean_article("Der Angriffs-\\nkrieg dauert an, sagt die PrÃ¤sidentin.")
    ('Der Angriffskrieg dauert an, sagt die Präsidentin.', {'mojibake': 1, 'hyphenation': 1})
    """
    right, wrong = mended(text)
    clean = clean_text(right)
    while (again := mended(clean))[1]:  # as in `clean_line`
        clean, wrong = clean_text(again[0]), wrong + again[1]
    counts = {
        changes.MOJIBAKE: wrong,
        changes.HYPHENATION: len(_HYPHENATED.findall(right)),
        changes.INVISIBLE: 0 if right.isascii() else len(_INVISIBLE.findall(right)),
    }
    clean, counts[changes.ENDING] = without_endings(clean)
    clean, counts[changes.REPEATED] = without_repeated(clean)
    return clean, {kind: number for kind, number in counts.items() if number}


def clean_line(text: str) -> str:
    """Return a title, name or address on one line, with the same care as `clean_text`.

    Examples
    --------
    >>> clean_line("Bundestag/BÜNDNIS\\u00a090/DIE\\n          GRÜNEN")
    'Bundestag/BÜNDNIS 90/DIE GRÜNEN'
    """
    line = " ".join(_plain(mended(text)[0]).split())
    # What invisible signs held apart may be a doubly decoded letter; each round makes it shorter.
    return clean_line(line) if mended(line)[1] else line


def without_title(text: str, title: str) -> str:
    """Return a clean text without the title that its file repeats at the start.

    The title goes where it is a paragraph of its own, and where a colon follows it (feeds print
    "Title: text"). In the middle of a sentence it stays.

    Examples
    --------
    >>> without_title("Gipfel in Wien\\n\\nDie Minister tagen.", "Gipfel in Wien")
    'Die Minister tagen.'
    >>> without_title("Gipfel in Wien beginnt.", "Gipfel in Wien")
    'Gipfel in Wien beginnt.'
    """
    name = _letters(title)
    for _ in range(_MOST_TITLES if name else 0):
        first, _, rest = text.partition("\n\n")
        after = first[len(title) :].lstrip() if first.startswith(title) else ""
        if len(first) < 2 * len(title) + 20 and _letters(first) == name:
            text = rest
        elif after.startswith(":") and f"\n\n{title}:" not in text:  # else a turn of an interview
            text = (after[1:] + text[len(first) :]).lstrip()
        else:
            break
    return text


def _plain(text: str) -> str:
    """Return text with LF, plain single spaces, no invisible character, in NFC."""
    text = _CONTROL.sub("", text)
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
        text = _SURROGATE.sub("\ufffd", text)
        text = text.replace("\uf0b7", "•")  # the bullet of the font Symbol, which Word leaves behind
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
    text = _LINE_END.sub("\n", text.replace("\r\n", "\n"))
    text = _ODD_SPACE.sub(" ", text)
    return _SPACES.sub(" ", text) if "  " in text else text


def _letters(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
