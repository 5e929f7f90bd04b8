"""Where a term stands in the texts: for measures that need the words around it."""

from collections.abc import Iterator, Sequence

import pandas as pd

from wortwahl.errors import InputError
from wortwahl.framing.matching import Entry, Matcher, compile_entries


def matcher_for(term: str) -> Matcher:
    """Return what finds a term in every inflected form: a word, a phrase, or a pattern with ``*``.

    Raises
    ------
    InputError
        If the term has no letter.

    Examples
    --------
    >>> [tuple(place[:2]) for place in matcher_for("Angriffskrieg").find("Kein Wort des Angriffskriegs.")]
    [(14, 28)]
    """
    return compile_entries((Entry("", check_term(term)),))


def check_term(term: str) -> str:
    """Return a term with single blanks.

    Raises
    ------
    InputError
        If it has no letter.
    """
    text = " ".join(term.split()) if isinstance(term, str) else ""
    if not any(character.isalpha() for character in text):
        raise InputError(
            f"{term!r} is no term.",
            where="term",
            what_to_do="Give a word, a phrase, or a pattern such as *krieg.",
        )
    return text


def texts(corpus: pd.DataFrame, fields: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the number of each article's row, the field's name, and its text.

    Raises
    ------
    InputError
        If this is no table of articles with these fields.
    """
    if not isinstance(corpus, pd.DataFrame):
        raise InputError(
            "the words around a term need the articles' texts.",
            what_to_do="Give the table of articles, not a matrix.",
        )
    for field in fields:
        if field not in corpus.columns:
            raise InputError(
                f"the corpus has no column '{field}'.",
                where="fields",
                what_to_do=f"Columns are: {', '.join(map(str, corpus.columns))}.",
            )
    columns = [corpus[field].fillna("") for field in fields]
    for row, values in enumerate(zip(*columns, strict=True)):
        for field, text in zip(fields, values, strict=True):
            yield row, field, text
