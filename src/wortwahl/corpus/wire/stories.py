"""Which articles are one story: exact copies, versions, wire copy in several outlets within days."""

import numpy as np
import pandas as pd

from wortwahl.corpus.wire.candidates import candidates
from wortwahl.corpus.wire.linking import linked
from wortwahl.corpus.wire.shingles import SIGNATURE_COLUMNS, signatures
from wortwahl.corpus.wire.standing import without_standing
from wortwahl.corpus.wire.texts import Texts, days_of, gather
from wortwahl.errors import InputError

WINDOW_DAYS = 7
# More than half: "the greater part of the smaller text stands in the other", as the labels ask.
THRESHOLD = 0.5
# A text of fewer words is a caption or "Mehr in Kürze", of which equals are no copies.
_FEWEST_WORDS = 12
_FACTS = ("id", "date", "date_precision", "outlet")


def find_stories(
    articles: pd.DataFrame, window_days: int = WINDOW_DAYS, threshold: float = THRESHOLD
) -> pd.DataFrame:
    """Return articles with `story` set: one id for all that carry the same copy within days.

    Found are exact copies, versions of one article, and texts of which more than half of the smaller one, its
    outlet's standing text left out, stands in the other. Titles do not count, nor do case and punctuation.

    Parameters
    ----------
    articles : DataFrame
        As `read_corpus` gives them.
    window_days : int
        The most days between the first and the last article of a story. Of an article without a day, any day
        that its month or year allows will do; one without a date can be of any story.
    threshold : float
        More than this part of the smaller text must stand in the other.

    Returns
    -------
    DataFrame
        The same rows; `story` is the id of the story's earliest article (of those of one day, the smallest),
        and an article's own id where no copy was found.

    Raises
    ------
    InputError
        If a column is missing or a parameter is out of its range.

    Notes
    -----
    The sketch in which containment is counted is Broder's (1997); `docs/methods.md` has what was measured.

    Examples
    --------
    >>> text = "Die Ministerinnen und Minister haben sich in der Nacht auf kein gemeinsames Papier geeinigt. "
    >>> text += "Der Gipfel am See geht nach Angaben der Gastgeber am Morgen mit neuen Gesprächen weiter."
    >>> articles = pd.DataFrame({"id": ["a", "b", "c"], "text": [text, text, "Etwas anderes."],
    ...     "date": pd.to_datetime(["2024-06-18", "2024-06-17", None]), "date_precision": ["day", "day", ""],
    ...     "outlet": ["Nordheimer Tagblatt", "Seeblick", ""]})
    >>> find_stories(articles)["story"].tolist()
    ['b', 'b', 'c']
    """
    story = stories_of(signatures(articles), articles, window_days, threshold)
    return articles.assign(story=story.to_numpy())


def stories_of(
    signatures: pd.DataFrame,
    facts: pd.DataFrame,
    window_days: int = WINDOW_DAYS,
    threshold: float = THRESHOLD,
) -> pd.Series:
    """Return the story of each article, from signatures and facts without any text.

    Parameters
    ----------
    signatures : DataFrame
        As `signatures` gives them, those of several batches one under the other; the order does not matter,
        and those of articles that `facts` lacks are passed over.
    facts : DataFrame
        `id`, `date`, `date_precision`, `outlet`.
    window_days, threshold
        As in `find_stories`.

    Returns
    -------
    Series
        `story`, indexed by article id, in the order of `facts`; an article without a signature is its own.

    Raises
    ------
    InputError
        If a column is missing or a parameter is out of its range.
    """
    _check(signatures, SIGNATURE_COLUMNS, "signatures")
    _check(facts, _FACTS, "articles")
    if not isinstance(window_days, int | np.integer) or window_days < 0:
        raise InputError(f"window_days: {window_days} is no number of days.", what_to_do="Give 0 or more.")
    if not 0 < threshold < 1:
        raise InputError(f"threshold: {threshold} is not between 0 and 1.", what_to_do="Try 0.5.")
    first, last = days_of(facts)
    rows = pd.DataFrame(
        {
            "article": facts["id"].to_numpy(),
            "outlet": facts["outlet"].fillna("").to_numpy(),
            "first": first,
            "last": last,
        }
    )
    rows = rows.merge(signatures.drop_duplicates("article"), on="article").drop_duplicates("article")
    rows = rows[rows["words"] >= _FEWEST_WORDS].sort_values(["last", "first", "article"], ignore_index=True)
    text = _exact(rows, window_days)
    texts = _texts(rows, text)
    pairs = candidates(texts, window_days)
    group = linked(without_standing(texts, pairs), pairs, threshold, window_days)[text]
    # The rows stand in the order of their days: a group's first is the story's earliest.
    earliest = rows.groupby(group)["article"].transform("first") if len(rows) else rows["article"]
    story = pd.Series(earliest.to_numpy(), index=rows["article"], dtype="str")
    ids = pd.Index(facts["id"].to_numpy(), dtype="str", name="article")
    own = pd.Series(ids, index=ids)
    return story.reindex(ids).fillna(own).rename("story") if len(ids) else own.rename("story")


def _check(table: pd.DataFrame, names: tuple[str, ...], what: str) -> None:
    for name in names:
        if name not in table:
            raise InputError(
                f"{what}: there is no column '{name}'.", what_to_do="Use them as they were made."
            )


def _exact(rows: pd.DataFrame, window_days: int) -> np.ndarray:
    """Return a number for the text of each row: the same words within the window are one text."""
    text = np.full(len(rows), -1)
    words = rows.groupby(["words", "whole"], sort=False).ngroup().to_numpy()
    first, last = rows["first"].to_numpy(), rows["last"].to_numpy()
    open_texts: dict[int, tuple[int, int, int]] = {}
    number = 0
    for row, key in enumerate(words):
        known, latest, earliest = open_texts.get(key, (-1, first[row], last[row]))
        latest, earliest = max(latest, first[row]), min(earliest, last[row])
        if known < 0 or latest - earliest > window_days:
            known, latest, earliest = number, first[row], last[row]
            number += 1
        open_texts[key] = (known, latest, earliest)
        text[row] = known
    return text


def _texts(rows: pd.DataFrame, text: np.ndarray) -> Texts:
    """Return the different texts, numbered as `text` says."""
    one = rows.assign(text=text).drop_duplicates("text")
    days = rows.groupby(text).agg(first=("first", "max"), last=("last", "min"))
    hashes, bounds = gather(list(one["signature"]))
    outlet = pd.factorize(one["outlet"])[0]
    return Texts(
        hashes=hashes,
        bounds=bounds,
        first_day=days["first"].to_numpy(dtype=np.int64),
        last_day=days["last"].to_numpy(dtype=np.int64),
        outlet=np.where(one["outlet"] == "", -1, outlet),
    )
