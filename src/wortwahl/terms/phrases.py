"""Multiword terms kept whole: each place of one becomes a single sign before words are counted."""

import re
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from wortwahl.errors import InputError
from wortwahl.framing import Codebook, read_codebook
from wortwahl.framing.matching import Entry, Matcher, compile_entries, matcher_of
from wortwahl.language.tokens import words
from wortwahl.terms.places import check_term

# Of the private plane, where no text has a sign of its own.
_FIRST, _LAST = 0xF0000, 0xFFFFD
MARK = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")


def phrase_matcher(phrases: Codebook | str | Path | Sequence[str] | None) -> Matcher | None:
    """Return what finds the phrases: those of a codebook (or of its name or file), or of a list."""
    if phrases is None:
        return None
    if isinstance(phrases, str | Path):
        phrases = read_codebook(phrases)
    if isinstance(phrases, Codebook):
        return matcher_of(phrases)
    phrases = [check_term(phrase) for phrase in phrases]
    for phrase in phrases:
        if len(phrase.split()) < 2:
            raise InputError(
                f"'{phrase}' is a single word.",
                where="phrases",
                what_to_do="Give terms of two words or more; single words are counted by lemma.",
            )
    return compile_entries(tuple(Entry("", phrase) for phrase in dict.fromkeys(phrases)))


def with_marks(corpus: pd.DataFrame, fields: Sequence[str], matcher: Matcher) -> pd.DataFrame:
    """Return the corpus with one sign in the place of each phrase, and blanks behind it: all offsets stay.

    A codebook's single words take part, so that the longest wins, but are left as they are.
    """
    marked = corpus.copy(deep=False)
    for field in fields:
        marked[field] = pd.Series(
            [_marked(text, matcher) for text in corpus[field].fillna("")], index=corpus.index, dtype="str"
        )
    return marked


def _marked(text: str, matcher: Matcher) -> str:
    text = MARK.sub(" ", text)
    parts, at = [], 0
    for start, end, entry in matcher.find(text):
        if " " in matcher.entries[entry].text:
            parts += [text[at:start], chr(_FIRST + entry), " " * (end - start - 1)]
            at = end
    return "".join([*parts, text[at:]]) if parts else text


def name_of_mark(mark: str, matcher: Matcher) -> str:
    """Return the phrase that a sign stands for, as its author wrote it."""
    return matcher.entries[ord(mark) - _FIRST].text


def words_of(term: str, names: frozenset[str]) -> int:
    """Return how many words of a text a term stands for: those of a phrase, else one."""
    return max(1, len(words(term))) if term in names else 1
