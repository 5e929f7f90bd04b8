"""Concordance: every use of a term between the words around it, with the voice that uses it."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from wortwahl.errors import InputError
from wortwahl.framing import Codebook, find_uses, read_codebook
from wortwahl.framing.excerpts import WORDS_A_USE, count_words
from wortwahl.terms.matrix import FIELDS
from wortwahl.terms.parameters import whole_number
from wortwahl.terms.places import check_term, texts
from wortwahl.terms.sorting import sort_keys, sorted_lines

PLACE = ("field", "start", "end")
# Letters that a word and its space have at most, but for few: so far does a line look for its words.
_REACH = 40


def concordance(
    corpus: pd.DataFrame,
    term: str = "",
    window: int = 10,
    sort: str | Sequence[str] | None = None,
    voice: bool = True,
    method: str = "auto",
    codebook: Codebook | str | Path | None = None,
) -> pd.DataFrame:
    """Show each use of a term, or of a codebook's terms, with the words to its left and right.

    Parameters
    ----------
    corpus : DataFrame
        Articles.
    term : str
        A word in any of its forms, a phrase, or a pattern such as ``*krieg``. With a codebook: one of its
        terms, or the key of one of its frames; "" for all.
    window : int
        Words to either side, at most 14: a line shows 30 words, the term included, so that a long phrase
        has fewer beside it. More is possible where every article has the `license` "own".
    sort : str or sequence of str, optional
        "left" (the nearest word first), "left1", "left2" … (that word alone), "right", "right1" …, "match",
        "date", "outlet", "voice", "speaker"; of several the first counts most. Words stand as in a German
        dictionary: ä beside a, ß as ss. None keeps the order of the corpus.
    voice : bool
        False leaves out who says it: faster, and without the columns `voice` and `speaker`.
    method : str
        How `find_uses` tells the voice.
    codebook : Codebook, str or Path, optional
        A codebook, its name or its file: its terms are found as `find_uses` finds them, with their context
        and exceptions, the longest first.

    Returns
    -------
    DataFrame
        `article` (id), `left`, `match`, `right`, `voice`, `speaker`, `outlet`, `date`; then `field`,
        `start` and `end` of the match in that field, which lead back to the article; with a codebook also
        `frame` and `term`. White space in a line is one blank.

    Raises
    ------
    InputError
        If a parameter is not possible.

    Examples
    --------
    >>> from wortwahl.corpus.schema import article_table
    >>> corpus = article_table([{"id": "a", "text": "Er sprach vom Beginn des Krieges in der Stadt."}])
    >>> concordance(corpus, "Krieg", window=2, voice=False)[["left", "match", "right"]].values.tolist()
    [['Beginn des', 'Krieges', 'in der']]
    """
    whole_number(window, "window")
    keys = sort_keys(sort, voice)
    text_of = {(row, name): text for row, name, text in texts(corpus, FIELDS)}
    own = _may_be_shown_whole(corpus)
    if 2 * window >= WORDS_A_USE and not all(own):
        raise InputError(
            f"a window of {window} shows more than {WORDS_A_USE} words of an article at once.",
            where="window",
            what_to_do=f"Give at most {(WORDS_A_USE - 1) // 2}.",
        )
    if codebook is None:
        uses = find_uses(corpus, _codebook_of(check_term(term)), voice=voice, method=method)
    else:
        uses = _uses_of_codebook(corpus, codebook, term, voice, method)
    row_of = _rows_by_id(corpus)
    lines = []
    for article, name, start, end in zip(
        *(uses[c] for c in ("article", "field", "start", "end")), strict=True
    ):
        row = row_of[article]
        lines.append(line(text_of[row, name], start, end, window, None if own[row] else WORDS_A_USE))
    lines = pd.DataFrame(lines, columns=["left", "match", "right"], index=uses.index).astype("str")
    said = ["voice", "speaker"] if voice else []
    entry = [] if codebook is None else ["frame", "term"]
    table = pd.concat([uses[["article"]], lines, uses[[*said, "outlet", "date", *PLACE, *entry]]], axis=1)
    return sorted_lines(table, keys)


def line(
    text: str, start: int, end: int, window: int, most: int | None = WORDS_A_USE
) -> tuple[str, str, str]:
    """Return what stands left of a place, the place, and what stands right, in whole words.

    Parameters
    ----------
    text : str
    start, end : int
        The place, in code points, end exclusive.
    window : int
        Words to either side; a sign that stands alone is shown, but is none.
    most : int or None
        Words in all; where there are more, both sides get shorter.

    Examples
    --------
    >>> line("Er nannte den „Krieg“ – wie andere – sinnlos.", 15, 20, window=2)
    ('nannte den „', 'Krieg', '“ – wie andere –')
    """
    match = " ".join(text[start:end].split())
    while True:
        left = " ".join(_before(text, start, window))
        right = " ".join(_after(text, end, window))
        shown = count_words(left) + count_words(match) + count_words(right)
        if most is None or shown <= most or not window:
            return left, match, right
        window -= 1


def _before(text: str, start: int, window: int) -> list[str]:
    low = max(0, start - _REACH * (window + 1))
    pieces = text[low:start].split()
    if low and pieces and not text[low].isspace() and not text[low - 1].isspace():
        del pieces[0]  # a part of a word
    return _nearest(pieces[::-1], window)[::-1]


def _after(text: str, end: int, window: int) -> list[str]:
    high = min(len(text), end + _REACH * (window + 1))
    pieces = text[end:high].split()
    if high < len(text) and pieces and not text[high - 1].isspace() and not text[high].isspace():
        del pieces[-1]
    return _nearest(pieces, window)


def _nearest(pieces: list[str], window: int) -> list[str]:
    """Return the first pieces between spaces that hold so many words."""
    found = 0
    for number, piece in enumerate(pieces):
        found += any(character.isalnum() for character in piece)
        if found > window or not window:
            return pieces[:number]
    return pieces


def _may_be_shown_whole(corpus: pd.DataFrame) -> list[bool]:
    return (corpus["license"] == "own").tolist() if "license" in corpus else [False] * len(corpus)


def _codebook_of(term: str) -> Codebook:
    return Codebook(name="concordance", language="de", frames={"term": {"label": term, "terms": [term]}})


def _uses_of_codebook(
    corpus: pd.DataFrame, codebook: Codebook | str | Path, term: str, voice: bool, method: str
) -> pd.DataFrame:
    """Return the uses of a codebook's terms, or of those asked for; only their articles are listened to."""
    codebook = codebook if isinstance(codebook, Codebook) else read_codebook(codebook)
    known = {(key, one.term) for key, frame in codebook.frames.items() for one in frame.terms}
    chosen = {(key, text) for key, text in known if term in ("", key, text)}
    if not chosen:
        raise InputError(
            f"the codebook '{codebook.name}' has no term and no frame '{term}'.",
            where="term",
            what_to_do=f"Frames are: {', '.join(codebook.frames)}.",
        )

    def found(articles: pd.DataFrame, heard: bool) -> pd.DataFrame:
        uses = find_uses(articles, codebook, voice=heard, method=method)
        wanted = [pair in chosen for pair in zip(uses["frame"], uses["term"], strict=True)]
        return uses[np.array(wanted, dtype=bool)].reset_index(drop=True)

    uses = found(corpus, False)
    return found(corpus[corpus["id"].isin(uses["article"])], True) if voice else uses


def _rows_by_id(corpus: pd.DataFrame) -> dict[str, int]:
    row_of = {article: row for row, article in enumerate(corpus["id"])}
    if len(row_of) < len(corpus):
        raise InputError("two articles have the same id.", where="id", what_to_do="Give each its own.")
    return row_of
