"""Noun phrases and the subject of a clause, found without a parser."""

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
_OBJECTS = word_set(
    """
    Den Dem Einen Einem Diesen Diesem Ihn Ihm Ihnen Seinen Ihren Jeden Keinen
    """
)
_SMALL_NAMES = word_set("dpa taz ai afp ap apa epd kna sid dapd")
_PERSONAL = frozenset(["er", "sie", "es", "wir", "ich", "man"])


# Between the verb and its subject: "sagte mir ein Minister", "sprach wenig später eine Sprecherin".
_PASSED_OVER = frozenset(("sich", "es", "ihm", "ihr", "ihnen", "mir", "uns", "dir", "wenig", "kurz"))


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
    if unit.word(first).lower() in _PERSONAL and not (
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
        if unit.is_quote(i):
            return i + 1
        if (
            bit & (DETERMINER | NUMBER)
            or (word in (".", "und", ",") and i > first)
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


def opens_phrase(unit: Unit, item: int) -> bool:
    """Return whether a noun phrase can begin at an item: no preposition, adverb or conjunction."""
    bit = unit.bit(item)
    if unit.word(item).lower() in ("was", "wie", "wer", "wo", "wenn"):
        return False
    if unit.word(item).lower() in _PERSONAL or bit & (DETERMINER | RELATIVE):
        return True
    return (bool(bit & (CAPITAL | NUMBER)) and not bit & (PREPOSITION | ADVERB | SUBORDINATOR)) or bool(
        unit.word(item).lower().endswith(_ENDINGS) and not bit & (PREPOSITION | ADVERB | SUBORDINATOR | VERB)
    )


def subject(unit: Unit, verb: int, first: int, end: int) -> tuple[int, int] | None:
    """Return the items of the subject of a verb in a main clause, or None.

    Parameters
    ----------
    unit : Unit
        The sentence.
    verb : int
        The item of the finite verb.
    first, end : int
        The items of its clause.
    """
    # "…, sagte er", "dazu sagte der Minister": behind the verb
    after = verb + 1
    while (
        after < end
        and (unit.word(after) in _PASSED_OVER or unit.bit(after) & ADVERB)
        and not (unit.bit(after) & (DETERMINER | CAPITAL))
    ):
        after += 1
    behind = phrase_end(unit, after, end, inner=True) if after < end else after
    if after < end and unit.word(after) in ("er", "man", "wir", "ich"):
        return after, after + 1
    # "Den Plan nannte der Chef …": an object stands first
    if verb > first and unit.word(first) in _OBJECTS and behind > after:
        return after, behind
    # "Der Minister sagte": before it, where the field before the verb is one noun phrase
    if verb > first and opens_phrase(unit, first) and not unit.is_quote(first):
        before = phrase_end(unit, first, verb, inner=True)
        if unit.word(first).lower() == "es":
            return None
        if behind > after and _plural_object(unit, first, before, verb, after):
            return after, behind
        if before > first:
            return first, verb if before < verb and _is_apposition(unit, before, verb) else before
    return (after, behind) if behind > after else None


def _plural_object(unit: Unit, first: int, end: int, verb: int, after: int) -> bool:
    """ "Die Mitglieder der Regierung bezeichnete Meier als …": a plural object before a singular verb."""
    if unit.word(first) != "Die" or end - first < 2 or unit.bit(after) & DETERMINER:
        return False
    plural = unit.word(first + 1).endswith(("er", "en")) and unit.bit(first + 1) & CAPITAL
    return bool(plural) and unit.word(verb).endswith(("te", "t")) and bool(unit.bit(after) & CAPITAL)


def _is_apposition(unit: Unit, first: int, end: int) -> bool:
    """ "Meier, der Chef der Bahn, sagte", "die Ministerin in Berlin sagte": no other verb stands between."""
    return all(not unit.bit(i) & VERB or unit.bit(i) & CAPITAL for i in range(first, end))
