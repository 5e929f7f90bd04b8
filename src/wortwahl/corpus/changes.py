"""What cleaning changed in an article, counted: nothing is mended in silence."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd

MOJIBAKE, HYPHENATION, INVISIBLE = "mojibake", "hyphenation", "invisible characters"
ENDING, REPEATED = "database lines", "repeated paragraphs"
KINDS = (MOJIBAKE, HYPHENATION, INVISIBLE, ENDING, REPEATED)
# The column in which the store keeps an article's changes.
COLUMN = "_changes"
_ONE = re.compile(r"(.+?) (\d+)(?:; |$)")


def as_text(counts: Mapping[str, int]) -> str:
    """Return counts as the column has them.

    Examples
    --------
    >>> as_text({"mojibake": 3, "hyphenation": 0, "repeated paragraphs": 1})
    'mojibake 3; repeated paragraphs 1'
    """
    return "; ".join(f"{kind} {counts[kind]}" for kind in KINDS if counts.get(kind))


def counted(changes: Iterable[str]) -> pd.DataFrame:
    """Return how often each change was made.

    Parameters
    ----------
    changes : iterable of str
        One an article, as `as_text` writes it.

    Returns
    -------
    DataFrame
        `change`, `articles`, `places`; only those that were made, in the order of the rules.

    Examples
    --------
    >>> counted(["mojibake 3", "", "mojibake 1; hyphenation 2"]).to_numpy().tolist()
    [['mojibake', 2, 4], ['hyphenation', 1, 2]]
    """
    articles: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for text in changes:
        for kind, number in _ONE.findall(text) if text else ():
            articles[kind] += 1
            places[kind] += int(number)
    rows = [(kind, articles[kind], places[kind]) for kind in KINDS if articles[kind]]
    table = pd.DataFrame(rows, columns=["change", "articles", "places"])
    return table.astype({"change": "str", "articles": "int64", "places": "int64"})
