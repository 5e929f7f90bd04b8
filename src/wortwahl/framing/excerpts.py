"""What is shown of an article: a use with a few words around it, and never too much of one article."""

import re
from itertools import islice

import pandas as pd

# The Contract: of an article at most 30 words a use, and in all the larger of 60 words and 10 %.
WORDS_A_USE = 30
WORDS_AN_ARTICLE = 60
PART_OF_AN_ARTICLE = 0.10

# A dash or a sign that stands alone counts too, so that no way of counting finds more than the limit.
_WORD = re.compile(r"[^\W_]+(?:[-‐‑'’.,:][^\W_]+)*|(?<!\S)[\W_]+?(?!\S)")
# Closing marks that belong to the last word: "…, sagte er.“"
_TAIL = re.compile(r"[^\s\w]*")
_BLANK = re.compile(r"\s+")


def excerpt(text: str, start: int, end: int, words: int = WORDS_A_USE) -> tuple[str, str, str]:
    """Return a place with the words around it: what stands left of it, the place, what stands right.

    Parameters
    ----------
    text : str
        The text.
    start, end : int
        The place, in code points, end exclusive.
    words : int
        Words in all, those of the place included; shared between both sides as far as the text allows.

    Returns
    -------
    tuple of str
        White space is one blank, and none at the ends of a part that borders on a blank.

    Examples
    --------
    >>> excerpt("Eins zwei drei vier fünf sechs.", 10, 14, words=3)
    ('zwei', 'drei', 'vier')
    """
    # A mark that clings to the place stands alone in its part, and counts there as a word.
    marks = sum(map(_is_mark, (text[start - 1 : start] if start else "", text[end : end + 1])))
    room = max(0, words - count_words(text[start:end]) - marks)
    before = [match.start() for match in _WORD.finditer(text[max(0, start - 80 * room) : start])]
    before = [place + max(0, start - 80 * room) for place in before]
    after = [match.end() for match in islice(_WORD.finditer(text, end), room)]
    right = min(len(after), max(room - room // 2, room - len(before)))
    left = min(len(before), room - right)
    low = before[-left] if left else start
    high = _TAIL.match(text, after[right - 1] if right else end).end()
    # An opening mark right before the place or the first word is a part of what is shown.
    while low > 0 and _is_mark(text[low - 1]):
        low -= 1
    parts = text[low:start], text[start:end], text[end:high]
    return tuple(_BLANK.sub(" ", part).strip() for part in parts)


def _is_mark(character: str) -> bool:
    return bool(character) and not character.isspace() and not character.isalnum()


def count_words(text: str) -> int:
    """Return the number of words in a text, as the limits count them.

    Examples
    --------
    >>> count_words("Der Ukraine-Krieg dauert 2,5 Jahre.")
    5
    """
    return sum(1 for _ in _WORD.finditer(text))


def texts_of(corpus: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Return the texts of a corpus by article and field, "" where there is none."""
    return {
        (article, field): text
        for field in ("title", "text")
        for article, text in zip(corpus["id"], corpus[field].fillna(""), strict=True)
    }


class Budget:
    """How many words of each article may still be shown.

    One budget goes through everything that a run writes, so that no article is put together from several
    tables. A corpus with a column `license` that says "own" is exempt.

    Parameters
    ----------
    corpus : DataFrame
        The articles of which something is shown.

    Examples
    --------
    >>> from wortwahl.corpus.schema import article_table
    >>> budget = Budget(article_table([{"id": "a", "text": "Wort " * 100}]))
    >>> budget.take("a", 40), budget.take("a", 40), budget.take("a", 20)
    (True, False, True)
    """

    def __init__(self, corpus: pd.DataFrame) -> None:
        self._own: set[str] = set()
        if "license" in corpus.columns:
            self._own = set(corpus.loc[corpus["license"] == "own", "id"])
        self._texts = texts_of(corpus)
        self._left: dict[str, int] = {}

    def is_own(self, article: str) -> bool:
        """Say whether an article may be shown whole."""
        return article in self._own

    def take(self, article: str, words: int) -> bool:
        """Take so many words of an article and say so, or leave the budget as it is and say no."""
        if self.is_own(article):
            return True
        if article not in self._left:
            text = self._texts.get((article, "text"), "")
            self._left[article] = max(WORDS_AN_ARTICLE, int(PART_OF_AN_ARTICLE * len(text.split())))
        if words > self._left[article]:
            return False
        self._left[article] -= words
        return True


def shown_of(use: tuple, text: str, words: int, budget: Budget) -> tuple[str, str, str] | None:
    """Return the excerpt of a use if the article's budget allows it, else None; titles are free.

    Parameters
    ----------
    use : named tuple
        A row of uses: `article`, `field`, `start`, `end`.
    text : str
        The field it stands in.
    words : int
        At most this many; of an article that is not one's own never more than 30.
    budget : Budget
        Pays for it.
    """
    if use.field == "title":
        return excerpt(text, use.start, use.end, max(words, count_words(text)))
    if not budget.is_own(use.article):
        words = min(words, WORDS_A_USE)
    parts = excerpt(text, use.start, use.end, words)
    return parts if budget.take(use.article, sum(count_words(part) for part in parts)) else None
