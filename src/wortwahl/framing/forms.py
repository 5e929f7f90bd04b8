"""What a codebook catches: every surface form of every term, with its count and one example."""

from itertools import islice, product
from pathlib import Path

import pandas as pd

from wortwahl.framing.codebook import Codebook
from wortwahl.framing.codebook_file import read_codebook
from wortwahl.framing.excerpts import WORDS_A_USE, Budget, shown_of, texts_of
from wortwahl.framing.hyphenation import rejoin
from wortwahl.framing.uses import check_articles, find_uses
from wortwahl.language.inflection import phrase_forms

FORM_COLUMNS = ["frame", "term", "form", "count", "articles", "example"]
# A phrase of many adjectives has thousands of forms; nobody reads more than these.
_MOST_FORMS = 200
_PLACE = ["article", "field", "start", "end"]


def expand_terms(
    codebook: Codebook | str | Path,
    corpus: pd.DataFrame | None = None,
    uses: pd.DataFrame | None = None,
    budget: Budget | None = None,
) -> pd.DataFrame:
    """Return every surface form that a codebook's terms catch, so that its author sees what counts.

    Parameters
    ----------
    codebook : Codebook, str or Path
        A codebook, its name or its file.
    corpus : DataFrame, optional
        Articles. Without one, the forms are those that would be found, with a count of 0.
    uses : DataFrame, optional
        The uses in this corpus, if they are known already; else they are looked for.
    budget : Budget, optional
        What may still be shown of each article; give the same to all that a run shows.

    Returns
    -------
    DataFrame
        `frame`, `term`, `form` (as written, but on one line and uncut), `count` (uses), `articles`,
        `example` (at most 30 words). A term that is never found has one row with a count of 0. In the
        order of the codebook, the most frequent form of a term first.

    Raises
    ------
    InputError
        If the codebook is wrong or the corpus lacks a column.

    Examples
    --------
    >>> from wortwahl.corpus.schema import article_table
    >>> corpus = article_table([{"id": "a", "text": "Zu Beginn des Angriffskriegs schwieg sie."}])
    >>> expand_terms("ukraine-war", corpus).loc[0, "form"]
    'Angriffskriegs'
    """
    if not isinstance(codebook, Codebook):
        codebook = read_codebook(codebook)
    terms = [(key, " ".join(t.term.split())) for key, frame in codebook.frames.items() for t in frame.terms]
    if corpus is None:
        rows = [(*term, form, 0, 0, "") for term in terms for form in _possible(term[1])]
    else:
        check_articles(corpus)
        uses = find_uses(corpus, codebook, voice=False) if uses is None else uses
        rows = _found(terms, uses, corpus, Budget(corpus) if budget is None else budget)
    table = pd.DataFrame(rows, columns=FORM_COLUMNS)
    return table.astype({name: "int64" if name in ("count", "articles") else "str" for name in FORM_COLUMNS})


def _possible(term: str) -> list[str]:
    if "*" in term:
        return [term]
    words = [sorted(forms) for forms in phrase_forms(term)]
    forms = [" ".join(choice) for choice in islice(product(*words), _MOST_FORMS)]
    return [term, *(form for form in forms if form != term)]


def _found(
    terms: list[tuple[str, str]], uses: pd.DataFrame, corpus: pd.DataFrame, budget: Budget
) -> list[tuple]:
    texts = texts_of(corpus)
    # Sorted once: a title is free to show, and comes last all the same, as it has few words around a use.
    uses = uses.assign(form=uses["surface"].map(_on_one_line)).sort_values("field", kind="stable")
    by_term = dict(list(uses.groupby(["frame", "term"])))
    rows = []
    for term in terms:
        here = by_term.get(term)
        if here is None:
            rows.append((*term, term[1], 0, 0, ""))
            continue
        forms = [(form, some) for form, some in here.groupby("form")]
        for form, some in sorted(forms, key=lambda pair: (-len(pair[1]), pair[0])):
            rows.append((*term, form, len(some), some["article"].nunique(), _example(some, texts, budget)))
    return rows


def _on_one_line(surface: str) -> str:
    joined = rejoin(surface)
    return " ".join((joined.text if joined else surface).split())


def _example(uses: pd.DataFrame, texts: dict[tuple[str, str], str], budget: Budget) -> str:
    """Return the first use that may be shown, with the words around it."""
    for use in uses.head(50)[_PLACE].itertuples():
        text = texts.get((use.article, use.field))
        shown = shown_of(use, text, WORDS_A_USE, budget) if text is not None else None
        if shown is not None:
            return _joined(text, use, shown)
    return ""


def _joined(text: str, use: tuple, parts: tuple[str, str, str]) -> str:
    """Return the parts as one text, with a blank only where the article has one."""
    left, surface, right = parts
    before = " " if left and text[use.start - 1].isspace() else ""
    after = " " if right and text[use.end].isspace() else ""
    return left + before + surface + after + right
