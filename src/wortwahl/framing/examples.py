"""A few uses to judge the voice by, spread over frames, voices and outlets."""

import numpy as np
import pandas as pd

from wortwahl.errors import InputError
from wortwahl.framing.excerpts import WORDS_A_USE, Budget, shown_of, texts_of
from wortwahl.framing.uses import FIELDS, check_articles

EXAMPLE_COLUMNS = [
    *("outlet", "date", "frame", "left", "surface", "right"),
    *("voice", "speaker", "cue", "evidence", "confidence"),
]
_PARTS = ["left", "surface", "right"]
_NEEDED = ("article", "field", "start", "end", *(name for name in EXAMPLE_COLUMNS if name not in _PARTS))


def examples(
    uses: pd.DataFrame,
    corpus: pd.DataFrame,
    n: int = 60,
    words: int = WORDS_A_USE,
    seed: int = 1,
    budget: Budget | None = None,
) -> pd.DataFrame:
    """Return uses with the words around them, spread evenly over frames, voices and outlets.

    Parameters
    ----------
    uses : DataFrame
        As `find_uses` gives it, with its voice columns.
    corpus : DataFrame
        The articles of these uses.
    n : int
        Rows at most.
    words : int
        Words shown of a use at most; above 30 only of articles whose `license` is "own".
    seed : int
        Decides between uses of the same frame, voice and outlet.
    budget : Budget, optional
        What may still be shown of each article; give the same to all that a run shows.

    Returns
    -------
    DataFrame
        `outlet`, `date`, `frame`, `left`, `surface`, `right`, `voice`, `speaker`, `cue`, `evidence`,
        `confidence`; the rows of a frame together, its voices and outlets in turn. Of an article at most
        the larger of 60 words and 10 % is shown; a title is free.

    Raises
    ------
    InputError
        If a column is missing, or a number is below 1.

    Examples
    --------
    >>> from wortwahl.corpus.schema import article_table
    >>> from wortwahl.framing import find_uses
    >>> corpus = article_table([{"id": "a", "text": "Seit dem Angriffskrieg ist alles anders."}])
    >>> shown = examples(find_uses(corpus, "ukraine-war", method="rules"), corpus, words=4)
    >>> shown[["left", "surface", "right"]].values.tolist()
    [['dem', 'Angriffskrieg', 'ist alles']]
    """
    check_articles(corpus, ("id", *FIELDS))
    if missing := [name for name in _NEEDED if name not in uses.columns]:
        raise InputError(
            f"the table of uses has no column '{missing[0]}'.",
            what_to_do="Give what find_uses(…, voice=True) returns.",
        )
    for name, value in (("n", n), ("words", words)):
        if value < 1:
            raise InputError(f"{name}: {value} is below 1.", what_to_do="Give a whole number from 1 on.")
    budget = Budget(corpus) if budget is None else budget
    texts = texts_of(corpus)
    places = list(uses[["article", "field", "start", "end"]].itertuples(index=False))
    rows = []
    for row in in_turn(uses, seed):
        if len(rows) == n:
            break
        text = texts.get((places[row].article, places[row].field))
        shown = shown_of(places[row], text, words, budget) if text is not None else None
        if shown is not None:
            rows.append((row, *shown))
    parts = pd.DataFrame(rows, columns=["row", "left", "surface", "right"]).astype(
        dict.fromkeys(_PARTS, "str")
    )
    chosen = uses.iloc[parts["row"].astype("int64")].reset_index(drop=True).assign(**parts[_PARTS])
    return chosen[EXAMPLE_COLUMNS].sort_values("frame", kind="stable").reset_index(drop=True)


def in_turn(uses: pd.DataFrame, seed: int) -> pd.Index:
    """Return the rows of uses so that any first part is spread over frames, in these over voices, outlets.

    Parameters
    ----------
    uses : DataFrame
        As for `examples`.
    seed : int
        Decides between uses of the same frame, voice and outlet.

    Returns
    -------
    Index
        Places in `uses`, from 0 on.
    """
    draw = np.random.default_rng(seed)
    order = uses[["article", "field", "start", "frame", "voice", "outlet"]].reset_index(drop=True)
    order = order.sort_values(["article", "field", "start"], kind="stable").iloc[draw.permutation(len(uses))]
    order = order.assign(turn=order.groupby("article").cumcount()).sort_values("turn", kind="stable")
    for depth in (3, 2, 1):
        groups = ["frame", "voice", "outlet"][:depth]
        turn = order.groupby(groups, dropna=False).cumcount()
        order = order.assign(turn=turn).sort_values("turn", kind="stable")
    return order.index
