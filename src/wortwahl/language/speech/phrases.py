"""Noun phrases, found without a parser."""

from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import (
    ADVERB,
    CAPITAL,
    DETERMINER,
    NUMBER,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    VERB,
)
from wortwahl.language.wordlists import word_set

_GENITIVE = word_set(
    """
    des der eines einer seines seiner ihres ihrer dieses dieser deren dessen von vom unseres unserer
    """
)
_INNER = word_set(
    """
    in im aus für am an beim bei zu zur zum über auf gegen
    """
)
_JOINING = frozenset(("und", "sowie", "&", "/", "oder", "bzw"))
_ENDINGS = ("e", "en", "er", "es", "em")
_SMALL_NAMES = word_set("dpa taz ai afp ap apa epd kna sid dapd")
PERSONAL = frozenset(["er", "sie", "es", "wir", "ich", "man"])


def phrase_end(unit: Unit, first: int, end: int, inner: bool = False) -> int:
    """Return the item behind the noun phrase that begins at an item, or `first` where none does.

    Parameters
    ----------
    unit : Unit
        The sentence.
    first, end : int
        Items: where the phrase begins, and what it must not pass.
    inner : bool
        Whether prepositions inside the phrase are allowed ("der Sprecher im Kreml").
    """
    if first >= end:
        return first
    if unit.word(first).lower() in PERSONAL and not (
        unit.word(first) == "Sie" and first + 1 < end and unit.bit(first + 1) & CAPITAL
    ):
        return first + 1
    done = _core(unit, first, end)
    if done == first:
        return first
    while done < end:
        word, bit = unit.word(done), unit.bit(done)
        if bit & CAPITAL or word in _SMALL_NAMES or unit.is_quote(done) or word == "(" or word == "[":
            done += 1
        elif word in _GENITIVE or word in _JOINING or (inner and word in _INNER):
            more = _core(unit, done + 1, end)
            if more == done + 1:
                break
            done = more
        elif bit & NUMBER and done + 1 < end and unit.bit(done + 1) & CAPITAL and len(word) > 2:
            break  # "laut Behördenangaben | 7.000 Menschen"
        elif bit & NUMBER or word in ("-", "/"):
            done += 1
        elif (
            word == "." and done + 1 < end and unit.bit(done + 1) & CAPITAL and len(unit.word(done - 1)) <= 4
        ):
            done += 1  # Dr. Müller, Nr. 5
        else:
            break
    return done


def _core(unit: Unit, first: int, end: int) -> int:
    """Article, adjectives and the first noun."""
    i = first
    while i < end and i - first < 9:
        bit, word = unit.bit(i), unit.word(i)
        if bit & CAPITAL and not (
            i == first and bit & (DETERMINER | PREPOSITION | ADVERB | PRONOUN | SUBORDINATOR)
        ):
            return i + 1
        if unit.is_quote(i) or is_small_name(word):
            return i + 1
        if (
            bit & (DETERMINER | NUMBER)
            or (word in (".", "und", ",", "-") and i > first)
            or (
                word.endswith(_ENDINGS)
                and not bit & (PREPOSITION | PRONOUN | SUBORDINATOR)
                and (not bit & VERB or bit & PARTICIPLE)
            )
            or (bit & ADVERB and i > first)
        ):
            i += 1
        elif bit & PREPOSITION and i > first and i + 2 < end:
            i += 1  # "der in Berlin erscheinenden Zeitung"
        else:
            return first
    return first


def is_small_name(word: str) -> bool:
    """Return whether a word in small letters is a name: "taz", "faz.net", "ai-Bericht"."""
    if word in _SMALL_NAMES:
        return True
    if "-" in word and word[-1].islower() and word[0].islower():
        return word.rpartition("-")[2][:1].isupper()
    return "." in word and word.endswith((".de", ".net", ".com", ".org", ".at", ".ch", ".eu"))


def opens_phrase(unit: Unit, item: int) -> bool:
    """Return whether a noun phrase can begin at an item: no preposition, adverb or conjunction."""
    bit = unit.bit(item)
    if unit.word(item).lower() in ("was", "wie", "wer", "wo", "wenn"):
        return False
    if unit.word(item).lower() in PERSONAL or bit & (DETERMINER | RELATIVE) or is_small_name(unit.word(item)):
        return True
    return (bool(bit & (CAPITAL | NUMBER)) and not bit & (PREPOSITION | ADVERB | SUBORDINATOR)) or bool(
        unit.word(item).lower().endswith(_ENDINGS) and not bit & (PREPOSITION | ADVERB | SUBORDINATOR | VERB)
    )
