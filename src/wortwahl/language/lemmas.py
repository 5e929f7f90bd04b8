"""Lemmas of German word forms: simplemma's dictionary, then a few rules for what it does not know."""

from collections.abc import Iterable
from functools import lru_cache

import simplemma

from wortwahl.language.gendered import masculine_of


def lemmas(types: Iterable[str]) -> dict[str, str]:
    """Return the lemma of each word form.

    Each form is looked up once; a form's lemma does not depend on the others.

    Parameters
    ----------
    types : iterable of str
        Word forms as they are written.

    Returns
    -------
    dict
        From form to lemma. Nouns keep their capital: ``{"Kriege": "Krieg"}``.

    Examples
    --------
    >>> lemmas(["Angriffskriegs", "russischen", "Kiews", "Soldat:innen"])
    {'Angriffskriegs': 'Angriffskrieg', 'russischen': 'russisch', 'Kiews': 'Kiew', 'Soldat:innen': 'Soldat'}
    """
    return {form: lemma(form) for form in types}


@lru_cache(maxsize=500_000)
def lemma(form: str) -> str:
    """Return the lemma of one word form: an ordered chain, the first rule that applies decides."""
    # Gendered forms first: the dictionary knows none of them ("Bürger*innen" → Bürger).
    if form.endswith(("nnen", "in", "In")) and (masculine := masculine_of(form)):
        return masculine
    found = simplemma.lemmatize(form, lang="de", greedy=True)
    if found != form:
        return found
    # A name's genitive: what stands without its s is a word, what stands with it is none (Kiews). Where the
    # dictionary knows both (Russlands, Reuters) only the corpus can tell: see `terms`.
    if len(form) > 3 and form[0].isupper() and form[-1] == "s" and form[-2:] != "ss":
        bare = form[:-1].rstrip("'’")
        if simplemma.is_known(bare, lang="de") and not simplemma.is_known(form, lang="de"):
            return bare
    return found
