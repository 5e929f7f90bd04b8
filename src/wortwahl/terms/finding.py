"""Terms that a codebook may lack: words that stand where its terms stand, for a human to take or leave."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.stats import rankdata
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from wortwahl.errors import InputError
from wortwahl.framing.codebook import Codebook
from wortwahl.framing.codebook_file import read_codebook
from wortwahl.framing.matching import matcher_of
from wortwahl.language.compounds import compound_heads
from wortwahl.language.stopwords import STOPWORDS
from wortwahl.terms.contexts import Words, beside, positive_pmi, words_of
from wortwahl.terms.parameters import whole_number

VIEWS = ("neighbours", "collocates", "vectors")
_SHORTEST = 3
# Contexts: the most frequent words tell most, and a table of all by all would not end.
_MOST_CONTEXTS = 20_000
_DIMENSIONS = 150
# Of reciprocal rank fusion, as its authors set it: the first ranks do not decide alone.
_DAMPING = 60
_SHARED = 5


def find_terms(
    corpus: pd.DataFrame,
    codebook: Codebook | str | Path,
    frames: Sequence[str] | None = None,
    n: int = 20,
    minimum_count: int = 10,
    minimum_articles: int = 3,
    window: int = 5,
    seed: int = 1,
    fields: Sequence[str] = ("title", "text"),
) -> pd.DataFrame:
    """Return, for each frame of a codebook, words that stand where its terms stand.

    Parameters
    ----------
    corpus : DataFrame
        Articles, as `read_corpus` gives them.
    codebook : Codebook, str or Path
        A codebook, its name or its file. One or two terms a frame are enough to begin with.
    frames : sequence of str, optional
        Only these frames. The terms of the others are no candidates all the same.
    n : int
        Candidates a frame.
    minimum_count, minimum_articles : int
        A rarer word is no candidate: nothing can be said of the company it keeps.
    window : int
        Words to either side that are company.
    seed : int
        Of the vectors.
    fields : sequence of str
        Columns of text.

    Returns
    -------
    DataFrame
        A row a candidate, the best first: `frame`, `rank`, `candidate` (a lemma), `count`, `articles`,
        `score`, and the three similarities it is made of (cosines, 0 to 1): `neighbours` (the words
        directly before and after), `collocates` (content words within the window), `vectors` (the window
        in 150 dimensions, in which words count as company that are alike themselves); `related` (the noun
        that candidate and a term of the frame end in: Krieg) and `shared` (the strongest words directly
        before and after that it has in common with the frame's terms). Where every term has a noun in it,
        so are the candidates. A candidate is no term yet: read it in its concordance before you take it.

    Raises
    ------
    InputError
        If there is no such frame, a frame's terms are never used, or a parameter is not possible.

    Notes
    -----
    Distributional similarity (Harris 1954) by cosines of positive PMI with smoothed contexts and of its
    truncated singular vectors (Levy, Goldberg and Dagan 2015). The three rankings are joined by reciprocal
    rank fusion (Cormack, Clarke and Büttcher 2009).

    Examples
    --------
    >>> from wortwahl.corpus import read_corpus
    >>> corpus = read_corpus("data/sample")
    >>> list(find_terms(corpus, "ukraine-war", frames=["aggression"], n=3).columns)[:4]
    ['frame', 'rank', 'candidate', 'count']
    """
    for value, name in ((n, "n"), (minimum_count, "minimum_count"), (minimum_articles, "minimum_articles")):
        whole_number(value, name)
    whole_number(window, "window")
    whole_number(seed, "seed", least=0)
    if not isinstance(codebook, Codebook):
        codebook = read_codebook(codebook)
    asked = _frames(codebook, frames)
    keys = list(codebook.frames)
    words = words_of(corpus, matcher_of(codebook), keys, fields)
    counts = np.bincount(words.numbers[words.numbers >= 0], minlength=len(words.names))
    unused = [key for key in asked if not counts[keys.index(key)]]
    if unused:
        raise InputError(
            f"no term of the frame '{unused[0]}' is used in this corpus.",
            where="frames",
            what_to_do=f"Name frames that are used: {', '.join(k for k in keys if counts[keys.index(k)])}.",
        )
    articles = _articles(words)
    candidates = _candidates(words.names, counts, articles, codebook, minimum_count, minimum_articles)
    similar, near = _similarities(words, counts, len(keys), candidates, window, seed)
    tables = []
    for key in asked:
        frame = keys.index(key)
        table, best = _ranked(frame, words.names, counts, articles, candidates, similar, n)
        heads = _heads(word for term in codebook.frames[key].terms for word in term.term.split())
        table["related"] = [", ".join(sorted(heads & _heads([name]))) for name in table["candidate"]]
        table["shared"] = [_shared(near, frame, len(keys) + place, words.names) for place in best]
        tables.append(table.assign(frame=key)[["frame", *table.columns]])
    return pd.concat(tables, ignore_index=True)


def _frames(codebook: Codebook, frames: Sequence[str] | None) -> list[str]:
    asked = list(codebook.frames) if frames is None else [frames] if isinstance(frames, str) else list(frames)
    unknown = [key for key in asked if key not in codebook.frames]
    if unknown or not asked:
        raise InputError(
            f"there is no frame '{unknown[0]}'." if unknown else "no frame was asked for.",
            where="frames",
            what_to_do=f"Frames are: {', '.join(codebook.frames)}.",
        )
    return asked


def _articles(words: Words) -> np.ndarray:
    """Return in how many articles each word stands."""
    inside = words.numbers >= 0
    pairs = np.unique(words.rows[inside].astype(np.int64) * len(words.names) + words.numbers[inside])
    return np.bincount(pairs % len(words.names), minlength=len(words.names))


def _candidates(
    names: pd.Index,
    counts: np.ndarray,
    articles: np.ndarray,
    codebook: Codebook,
    minimum_count: int,
    minimum_articles: int,
) -> np.ndarray:
    """Return the places of the words that may be candidates: none that is rare, known, or no content word."""
    every = [term.term for frame in codebook.frames.values() for term in frame.terms]
    terms = {word.lower() for term in every for word in term.split()}
    # Nouns stand where nouns stand; what stands beside them all is no term of their kind.
    nouns = all(any(word.strip("*")[:1].isupper() for word in term.split()) for term in every)
    actors = {word.lower() for a in codebook.actors.values() for name in a.names for word in name.split()}
    kept = (counts >= minimum_count) & (articles >= minimum_articles)
    kept[: len(codebook.frames)] = False
    return np.array(
        [
            place
            for place in np.flatnonzero(kept)
            if len(name := names[place]) >= _SHORTEST
            and name.lower() not in STOPWORDS
            and (not nouns or name[:1].isupper())
            and name.lower() not in terms
            and name.lower() not in actors
        ],
        dtype=np.int64,
    )


def _similarities(
    words: Words, counts: np.ndarray, frames: int, candidates: np.ndarray, window: int, seed: int
) -> tuple[dict[str, np.ndarray], sparse.csr_array]:
    """Return frames × candidates for each view, and the PMI of words and their direct neighbours."""
    common = np.zeros(len(words.names), dtype=bool)
    common[np.argsort(-counts, kind="stable")[:_MOST_CONTEXTS]] = True
    common &= counts > 1
    # What a term shares with itself says nothing of others: "Krieg" is no context of a Krieg.
    common[:frames] = False
    content = common & np.array([name.lower() not in STOPWORDS for name in words.names])
    rows = np.concatenate([np.arange(frames), candidates])
    sides = [beside(words, common, [step]) for step in (-1, 1)]
    near = positive_pmi(sparse.csr_array(sparse.hstack(sides)[rows]))
    reach = [step for step in range(-window, window + 1) if step]
    around = beside(words, content, reach)
    company = positive_pmi(sparse.csr_array(around[rows]))
    found = {"neighbours": _cosines(near, frames), "collocates": _cosines(company, frames)}
    dimensions = min(_DIMENSIONS, min(company.shape) - 1)
    if dimensions > 0 and company.nnz:
        with threadpool_limits(1):  # more threads change the last bits
            vectors = TruncatedSVD(dimensions, random_state=seed).fit_transform(company)
        found["vectors"] = _cosines(sparse.csr_array(vectors), frames)
    else:
        found["vectors"] = np.zeros_like(found["collocates"])
    return found, sparse.csr_array(near)


def _cosines(table: sparse.csr_array, frames: int) -> np.ndarray:
    unit = normalize(table)
    return np.round((unit[:frames] @ unit[frames:].T).toarray(), 6)


def _ranked(
    frame: int,
    names: pd.Index,
    counts: np.ndarray,
    articles: np.ndarray,
    candidates: np.ndarray,
    similar: dict[str, np.ndarray],
    n: int,
) -> tuple[pd.DataFrame, list[int]]:
    """Return the best candidates of a frame, and their places in `candidates`."""
    scores = np.zeros(len(candidates))
    for view in VIEWS:
        scores += 1 / (_DAMPING + rankdata(-similar[view][frame], method="min"))
    best = sorted(range(len(candidates)), key=lambda i: (-scores[i], names[candidates[i]]))[:n]
    places = candidates[best]
    table = pd.DataFrame(
        {
            "rank": np.arange(1, len(best) + 1),
            "candidate": names[places].astype("str"),
            "count": counts[places],
            "articles": articles[places],
            "score": np.round(scores[best], 6),
            **{view: similar[view][frame][best] for view in VIEWS},
        }
    )
    return table, best


def _heads(words: Iterable[str]) -> set[str]:
    """Return what words are or end in: Angriffskrieg and Krieg."""
    return {head for word in words for head in (word.strip("*"), *compound_heads(word.strip("*")))}


def _shared(near: sparse.csr_array, frame: int, candidate: int, names: pd.Index) -> str:
    """Return the neighbours that a frame's terms and a candidate have most in common."""
    both = sparse.csr_array(near[[frame]].minimum(near[[candidate]]))
    order = np.lexsort((both.indices, -both.data))[:_SHARED]
    size = len(names)
    return ", ".join(
        f"{names[place]} _" if place < size else f"_ {names[place - size]}" for place in both.indices[order]
    )
