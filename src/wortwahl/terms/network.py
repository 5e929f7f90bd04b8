"""A term's collocates, and which of them are one another's: the edges of a network."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from wortwahl.language.stopwords import STOPWORDS
from wortwahl.terms.contexts import beside, words_of
from wortwahl.terms.parameters import whole_number
from wortwahl.terms.places import matcher_for

COLUMNS = ("source", "target", "count", "log_dice", "source_frequency", "target_frequency")


def collocate_network(
    corpus: pd.DataFrame,
    term: str,
    n: int = 15,
    window: int = 5,
    minimum_count: int = 3,
    fields: Sequence[str] = ("title", "text"),
) -> pd.DataFrame:
    """Return the strongest collocates of a term, and which of them go together.

    Parameters
    ----------
    corpus : DataFrame
        Articles.
    term : str
        A word, a phrase, or a pattern such as ``*krieg``, in every form.
    n : int
        Collocates of the term.
    window : int
        Words to either side.
    minimum_count : int
        A pair that stands together more rarely is left out.
    fields : sequence of str
        Columns of text.

    Returns
    -------
    DataFrame
        A row an edge: `source` (the term itself in the first rows), `target`, `count` (times together within
        the window), `log_dice` (14 at most), `source_frequency`, `target_frequency`. First the term's own
        edges, the strongest first; then those between its collocates.

    Raises
    ------
    InputError
        If the term has no letter, a parameter is not possible, or there are no texts.

    Notes
    -----
    logDice: Rychlý (2008), on pairs of words within the window. Collocation networks: Brezina, McEnery and
    Wattam (2015). Function words are left out.

    Examples
    --------
    >>> corpus = pd.DataFrame({"title": "", "text": ["Der brutale Krieg tobt.", "Krieg tobt brutal."]})
    >>> collocate_network(corpus, "Krieg", minimum_count=2)[["source", "target", "count"]].values.tolist()
    [['Krieg', 'brutal', 2], ['Krieg', 'toben', 2], ['brutal', 'toben', 2]]
    """
    for value, name in ((n, "n"), (window, "window"), (minimum_count, "minimum_count")):
        whole_number(value, name)
    name = " ".join(term.split()) if isinstance(term, str) else ""
    words = words_of(corpus, matcher_for(term), [""], fields)
    frequency = np.bincount(words.numbers[words.numbers >= 0], minlength=len(words.names))
    content = np.array([bool(word) and word.lower() not in STOPWORDS for word in words.names])
    content[0] = True
    reach = [step for step in range(-window, window + 1) if step]
    near = beside(words, content, reach)
    own = near[[0]].toarray().ravel() if len(words.names) else np.zeros(0)
    own[0] = 0
    places = np.flatnonzero((own >= minimum_count) & content)
    strength = _log_dice(own[places], frequency[0], frequency[places])
    order = sorted(range(len(places)), key=lambda i: (-strength[i], words.names[places[i]]))[:n]
    chosen = places[order]
    labels = {0: name, **{place: words.names[place] for place in chosen}}
    edges = [(0, place) for place in chosen]
    between = [
        (one, other)
        for i, one in enumerate(chosen)
        for other in chosen[i + 1 :]
        if near[one, other] >= minimum_count
    ]
    between.sort(key=lambda pair: (-_dice(near, frequency, pair), labels[pair[0]], labels[pair[1]]))
    rows = [
        (
            labels[one],
            labels[other],
            int(near[one, other]),
            round(_dice(near, frequency, (one, other)), 6),
            int(frequency[one]),
            int(frequency[other]),
        )
        for one, other in [*edges, *between]
    ]
    types = dict(zip(COLUMNS, ("str", "str", "int64", "float64", "int64", "int64"), strict=True))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(types)


def _dice(near: object, frequency: np.ndarray, pair: tuple[int, int]) -> float:
    one, other = pair
    return float(_log_dice(near[one, other], frequency[one], frequency[other]))


def _log_dice(together: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return 14 + np.log2(2 * together / (one + other))
