"""Gendered forms of nouns for people: Soldat:innen, Kolleg*innen, ÄrztInnen, Mitarbeiter/-in."""

import re
from functools import lru_cache

import simplemma

# Soldat:innen, Soldat*innen, Soldat_innen, Soldat/innen, Soldat/-innen; then SoldatInnen.
_GENDERED = re.compile(r"(?:[*:_]|/-?)[iI]n(?:nen)?$|(?<=[a-zäöüß])In(?:nen)?$")
_SIGNS = ("*", ":", "_", "/", "/-")
_ENDINGS = ("in", "innen", "In", "Innen")
_UMLAUTS = str.maketrans("äöüÄÖÜ", "aouAOU")
_TURNED = str.maketrans("aouAOU", "äöüÄÖÜ")
# Nouns for people whose feminine no list knows: Putinversteher, Söldner, Flüchtling. That a Panzer gets forms
# too does no harm: nobody writes them.
_PERSON = re.compile(r"(er|ist|ant|ent|or|loge|ling)$")


@lru_cache(maxsize=20_000)
def masculine_of(form: str) -> str:
    """Return the masculine noun that a gendered form is made of, or "" if it is none.

    Parameters
    ----------
    form : str

    Returns
    -------
    str
        A lemma, where simplemma's list has one.

    Examples
    --------
    >>> [masculine_of(form) for form in ("Kolleg:innen", "ÄrztInnen", "Soldaten/-innen", "Soldatin")]
    ['Kollege', 'Arzt', 'Soldat', '']
    """
    stem, count = _GENDERED.subn("", form)
    if not count or len(stem) < 3 or (stem + "In" in form and not _is_person(stem)):
        return ""  # LinkedIn
    # Listed under another word: "Russe" as a form of "Russ" (but "Russen" of "Russe"), "Beamte" of "Beamter".
    if _lemma(stem + "en") == stem + "e":
        return stem + "e"
    if _lemma(stem + "e") == stem + "er":
        return stem + "er"
    # Kollege before Kolleg: the noun in -e loses its last letter there, and is the one for people.
    turned = _last_turned_back(stem)
    candidates = (stem + "e", stem, turned + "e", turned)
    found = next((word for word in candidates if _is_noun(word)), _lemma(stem))
    return found if found[:1].isupper() else stem


def gendered_forms(noun: str, forms: frozenset[str]) -> set[str]:
    """Return the gendered forms of a noun for people; none for other words.

    Parameters
    ----------
    noun : str
        As dictionaries give it.
    forms : frozenset of str
        Its inflected forms: people write Flüchtlinge_innen and Kollegen:innen too.

    Examples
    --------
    >>> found = gendered_forms("Migrant", frozenset({"Migrant", "Migranten"}))
    >>> {"Migrant:innen", "MigrantInnen", "Migrant/-innen", "Migranten*innen"} <= found
    True
    >>> gendered_forms("Krieg", frozenset({"Krieg", "Kriege"}))
    set()
    """
    stems = feminine_stems(noun)
    if not stems:
        return set()
    stems |= {form for form in forms if form[:1].isupper() and not form.endswith(("s", "es"))}
    return {stem + sign + ending for stem in stems for sign in _SIGNS for ending in _ENDINGS} | {
        stem + ending for stem in stems for ending in ("In", "Innen")
    }


@lru_cache(maxsize=20_000)
def feminine_stems(noun: str) -> frozenset[str]:
    """Return what stands before -in in the feminine of a noun for people: Kolleg, Ärzt; nothing for Krieg.

    Examples
    --------
    >>> sorted(feminine_stems("Kollege")), sorted(feminine_stems("Arzt")), sorted(feminine_stems("Krieg"))
    (['Kolleg'], ['Ärzt'], [])
    """
    if not noun[:1].isupper() or len(noun) < 3:
        return frozenset()
    bare = {noun, noun.removesuffix("e")}
    known = {
        stem for word in bare for stem in (word, *_turned(word)) if len(stem) > 2 and _is_noun(stem + "in")
    }
    if not known and _PERSON.search(noun):
        known = {noun.removesuffix("e")}
    return frozenset(known)


def _is_person(stem: str) -> bool:
    """Say whether a stem without a sign behind it is that of a noun for people."""
    known = (stem, stem + "e", _last_turned_back(stem), _last_turned_back(stem) + "e")
    return bool(_PERSON.search(stem)) or any(map(_is_noun, known)) or _lemma(stem) != stem


def _turned(word: str) -> list[str]:
    """Return a word with each of its vowels turned, one at a time: Arzt → Ärzt, Franzos → Französ."""
    return [
        word[:i] + letter.translate(_TURNED) + word[i + 1 :]
        for i, letter in enumerate(word)
        if letter in "aouAOU"
    ]


def _last_turned_back(stem: str) -> str:
    """Return a stem without its last umlaut: Jüd → Jud, Französ → Franzos."""
    for i in range(len(stem) - 1, -1, -1):
        if stem[i] in "äöüÄÖÜ":
            return stem[:i] + stem[i].translate(_UMLAUTS) + stem[i + 1 :]
    return stem


def _is_noun(word: str) -> bool:
    """Say whether a word is a lemma of simplemma's list."""
    return simplemma.is_known(word, lang="de") and _lemma(word) == word


def _lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="de")
