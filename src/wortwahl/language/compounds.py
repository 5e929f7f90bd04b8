"""Which nouns a compound may end in: Ukrainekrieg in Krieg, Staatsoberhaupt in Oberhaupt and in Haupt."""

import re
from functools import lru_cache

from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from wortwahl.language.wordlists import word_set

# What may join two parts: Angriff-s-krieg, Bund-es-wehr, Nation-en-bund, Held-en-tod, Kind-er-garten.
_JOINTS = ("", "s", "es", "n", "en", "er", "e", "ens")
_SHORTEST = 3
_VOWEL = re.compile(r"[aeiouyäöü]")
# Nouns that an ending only looks like: Mini-ster, Präsid-enten, Imp-ort.
_NO_HEADS = word_set("Ster Ion Ente Ler Rin Ate Ine Chen Ling Gen Schaft Ismus Mus Inn")
# With a particle in front a noun means something else: Ein-druck, Gegen-teil, Nach-frage, Über-fall.
_PARTICLES = word_set(
    """
    ab an auf aus bei da dar durch ein empor entgegen fort für gegen her hin hinter los mit mittel nach neben
    nieder rück über um un unter ur ver vor vorder weg wider wieder zu zurück zusammen zwischen
    """
)
# No class of things: a Sunday is a day, but Mahlzeit is no time, Bundestag no day, and Russland a name.
_WHOLE = word_set(
    """
    Montag Dienstag Donnerstag Freitag Samstag Sonntag Mittag Feierabend Hochzeit Mahlzeit Heimat Landwirt
    Reporter Minister Import Export Alltag Bundestag Landtag Reichstag Parteitag Standort Grundlage Grundsatz
    Deutschland Russland Griechenland Finnland Irland Island Estland Lettland Holland England Schottland
    Großbritannien Thailand Neuseeland Grönland Jahrhundert Jahrtausend Jahrzehnt Landwirtschaft Wirtschaft
    Augenblick Standard Zeitung Wettbewerb Spielraum Vorsitzende Transport Ressort Plattform Müßiggang
    Hoffmann Hofmann Zimmermann Neumann Bergmann Hartmann Lehmann
    """
)
# Names of people and places end so: only compounds that a dictionary lists, such as Landsmann.
_IN_NAMES = word_set("Mann Land Dorf Heim Berg Burg Ruhe Stein Bach Feld Hausen Brunn Bauer Meier Müller")


def compound_heads(word: str) -> list[str]:
    """Return the nouns that may be the last part of a compound, the longest first.

    Parameters
    ----------
    word : str
        A lemma. Only a noun with a capital can be such a compound.

    Returns
    -------
    list of str
        Known nouns, each behind a part that is a known word or a compound itself; empty if there is none.

    Examples
    --------
    >>> compound_heads("Staatsoberhaupt"), compound_heads("AfD-Fraktion"), compound_heads("Frieden")
    (['Oberhaupt', 'Haupt'], ['Fraktion'], [])
    """
    first, hyphen, last = word.rpartition("-")
    if hyphen:
        heads = [last] if first and _is_noun(last) else []
        return heads + compound_heads(last)
    if len(word) < 2 * _SHORTEST or not word[:1].isupper() or word in _WHOLE:
        return []
    heads = (word[cut:].capitalize() for cut in range(_SHORTEST, len(word) - _SHORTEST + 1))
    return [head for head in heads if _is_noun(head) and _is_split(word, word[: len(word) - len(head)], head)]


def _is_split(word: str, first: str, head: str) -> bool:
    """Say whether a word is a compound of these two parts."""
    known = DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")
    # Studier-ende is a participle; a Woche has an end. Landwirt-schaft, not Land-wirtschaft.
    if head == "Ende" and known.get(first.lower() + "en") == first.lower() + "en":
        return False
    if first == "Land" and head.startswith("Wirtschaft"):
        return False
    if head in _IN_NAMES and known.get(word) != word:
        return False
    return _is_first(first)


def _is_noun(word: str) -> bool:
    known = DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")
    return word not in _NO_HEADS and known.get(word) == word and word[:1].isupper()


@lru_cache(maxsize=100_000)
def _is_first(part: str) -> bool:
    """Say whether a compound may begin so: with a noun, an adjective, a verb's stem, or a compound."""
    known = DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")
    if not _VOWEL.search(part.lower()) or part.lower() in _PARTICLES:
        return False
    for joint in _JOINTS:
        stem = part.removesuffix(joint) if part.endswith(joint) else ""
        if len(stem) < _SHORTEST:
            continue
        noun = known.get(stem.capitalize(), "")
        if noun[:1].isupper() or (not joint and _begins_alone(stem.lower())):
            return True
    return bool(compound_heads(part)) or any(
        part.endswith(joint) and bool(compound_heads(part.removesuffix(joint))) for joint in _JOINTS[1:]
    )


def _begins_alone(stem: str) -> bool:
    """Say whether an adjective (Groß-macht) or a verb's stem (Schreib-tisch) is known."""
    known = DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")
    return known.get(stem) == stem or known.get(stem + "en") == stem + "en"
