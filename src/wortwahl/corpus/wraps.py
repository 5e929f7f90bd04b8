"""Which line ends divide paragraphs, and which are only where a line was full.

A file says it in one of three ways. Feeds and scrapers write a paragraph a line. Mail, terminals and
newsletters wrap at a column and divide by blank lines. Protocols and PDF copies break anywhere. The
rules below look at two neighbouring lines, from the surest sign to the weakest.
"""

import re
from itertools import pairwise
from statistics import quantiles

# What a sentence or a heading may end with; a line that ends otherwise is in the middle of something.
_FINAL = '.!?:…"“”»«›‹‘’)]*'
# Each item of a list, each turn of a dialogue and each address stands by itself.
_OWN_LINE = re.compile(
    r"[-–—*•▪●►>#]\s|\d{1,3}[.)]\s|https?://|www\.|[A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*){0,2}: "
)
# "Vor-\nund Nachteile": the hyphen stands for a word that comes later.
_SUSPENDED = re.compile(r"(?:und|oder|bzw\.?|sowie|bis|wie|als|noch|statt|u\.|&)\b")

SHORT = 45  # a list item or subheading; a wrapped line is longer
HALF_LINE = 60  # an open end this far out is a wrap, where other signs say that the text is wrapped
WIDEST = 130  # nobody wraps at a column beyond this
NEARLY = 0.7  # of the widest line: a line that was full
SIGNS = 3  # so many sure wraps make a text one that is wrapped


def joined_lines(lines: list[str]) -> list[str]:
    """Return the paragraphs of a text from its lines, which are stripped.

    Parameters
    ----------
    lines : list of str
        All lines; an empty one divides paragraphs.

    Returns
    -------
    list of str
        The paragraphs, none of them empty.

    Examples
    --------
    >>> joined_lines(["Der Gipfel in Genf begann am", "Montag ohne die Außen-", "ministerin.", "", "Ende."])
    ['Der Gipfel in Genf begann am Montag ohne die Außenministerin.', 'Ende.']
    """
    sure = [a for a, b in pairwise(lines) if a and b and _is_open(a, b)]
    width = _width(sure)
    far = _far(lines, width, len(sure))
    paragraphs: list[list[str]] = []
    before = ""
    for line in lines:
        if before and line and _is_wrap(before, line, width, far):
            _append(paragraphs[-1], line)
        elif line:
            paragraphs.append([line])
        before = line
    return ["".join(parts) for parts in paragraphs]


def _is_open(a: str, b: str) -> bool:
    """Tell whether line `b` surely goes on with `a`: a small letter after an open end."""
    if not _may_join(a, b):
        return False
    if _has_hyphen(a):
        return b[0].isalpha()
    # "zu viel Zucker" over "zu wenig Bewegung" is a list without bullets.
    item = len(a) < SHORT and a[0].islower() and a[-1] != ","
    return b[0].islower() and a[-1] not in _FINAL and not item


def _is_wrap(a: str, b: str, width: int, far: int) -> bool:
    if _is_open(a, b):
        return True
    if not _may_join(a, b):
        return False
    # The next word would not have fitted: "… in den Orchestergraben." over "Selbst das kleinste".
    if width and len(a) <= width + 5 and len(a) + 1 + len(b.split(" ", 1)[0]) > width:
        return True
    # "… hat der Präsident die Stadt" over "Kiew besucht": open, though what follows is a noun.
    return 0 < far <= len(a) and _has_open_end(a)


def _may_join(a: str, b: str) -> bool:
    """Tell whether the two lines are none that each stand by themselves."""
    return not (_OWN_LINE.match(b) or (" " not in a and ("://" in a or "www." in a)))


def _has_hyphen(line: str) -> bool:
    """Tell whether a line ends within a word, as "Regie-" does and "19-" does not."""
    return line[-1] in "-‐" and line[-3:-1].isalpha() and len(line) > 2


def _has_open_end(line: str) -> bool:
    return line[-1].isalnum() or line[-1] in ",;–-"


def _width(sure: list[str]) -> int:
    """Return the column at which a text is wrapped, 0 if its wrapped lines are not alike in length."""
    if len(sure) < SIGNS:
        return 0
    lengths = sorted(len(line) for line in sure)
    low, high = (lengths[0], lengths[-1]) if len(lengths) < 10 else _deciles(lengths)
    return high if SHORT <= high <= WIDEST and low >= NEARLY * high else 0


def _far(lines: list[str], width: int, sure: int) -> int:
    """Return how far out an open end is a wrap though a capital follows, 0 if nowhere."""
    longest = width or max(map(len, lines), default=0)
    narrow = longest <= WIDEST and "" in lines[1:-1]  # blank lines divide the paragraphs already
    if width or narrow:
        return round(NEARLY * longest)
    return HALF_LINE if sure >= SIGNS else 0


def _deciles(lengths: list[int]) -> tuple[int, int]:
    cuts = quantiles(lengths, n=10)
    return int(cuts[0]), int(cuts[-1])


def _append(parts: list[str], line: str) -> None:
    """Add a line to the parts of a paragraph, with a space or without the hyphen that divides a word."""
    last = parts[-1]
    if not _has_hyphen(last) or not line[0].isalpha() or _SUSPENDED.match(line):
        parts.append(" ")
    elif line[0].islower():
        # "Regie-" over "rung" loses its hyphen, "Ukraine-" over "Krieg" keeps it.
        parts[-1] = last[:-1]
    parts.append(line)
