"""The noun phrases of a sentence that a pronoun after it can mean."""

from typing import NamedTuple

from wortwahl.language.speech.people import genders, is_person
from wortwahl.language.speech.phrases import phrase_end
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import (
    ADVERB,
    CAPITAL,
    DETERMINER,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    SUBORDINATOR,
    VERB,
)
from wortwahl.language.wordlists import word_set

_FUNCTION = DETERMINER | PREPOSITION | ADVERB | PRONOUN | QUESTION | SUBORDINATOR
_BREAKS = word_set("des der von vom im in am aus für zu zur zum an auf bei beim mit")
_OBLIQUE = word_set("den dem einen einem des einer eines seinen seinem ihren ihrem diesem diesen")
_TIMES = word_set(
    """
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März April Mai Juni Juli
    August September Oktober November Dezember Jahr Jahre Jahren Uhr Prozent Euro Dollar Millionen
    Milliarden Niemand Jemand Man Beide Andere
    Woche Wochen Monat Monaten Tag Tage Tagen Morgen Abend Nacht Zeit Ende Anfang
    """
)


class Mention(NamedTuple):
    """A noun phrase: its place, what pronouns it can be, and how likely it is to be meant."""

    start: int
    end: int
    genders: str
    person: bool
    subject: bool  # no preposition and no oblique article before it
    first: bool  # the first such phrase of its sentence


def mentions(unit: Unit) -> list[Mention]:
    """Return the noun phrases of a sentence outside of quotation marks, in their order.

    Parameters
    ----------
    unit : Unit
        The sentence.
    """
    found: list[Mention] = []
    text = unit.reading.text
    number, last = 0, unit.last
    subject_seen = False
    while number < last:
        bit, word = unit.bit(number), unit.word(number)
        noun = bit & CAPITAL and (not bit & (_FUNCTION | VERB) or (number and not bit & _FUNCTION))
        count = bit & NUMBER and number + 1 < last and unit.bit(number + 1) & CAPITAL
        if not noun and not count and not (bit & DETERMINER and word[0].isalpha()):
            number += 1
            continue
        end = phrase_end(unit, number, last)
        if end <= number:
            number += 1
            continue
        core = number + 1
        while core < end and not (unit.word(core) in _BREAKS and unit.bit(core - 1) & CAPITAL):
            core += 1
        place = unit.span(number, end)
        # "bleibt Bundeskanzlerin": a noun alone is what somebody is, not who
        alone = end == number + 1 and number and is_person(word)
        if place and unit.word(core - 1) not in _TIMES and not unit.is_quote(number) and not alone:
            start, stop = place
            shape = text[start : unit.span(number, core)[1]]
            before = unit.bit(number - 1) if number else 0
            fused = number and unit.word(number - 1).lower() in ("im", "am", "vom", "zum", "zur", "beim")
            subject = not (before & PREPOSITION and not before & CAPITAL) and not fused
            subject = subject and word.lower() not in _OBLIQUE
            if number == 1 and before & PREPOSITION:
                subject = False
            found.append(
                Mention(start, stop, genders(shape), is_person(shape), subject, subject and not subject_seen)
            )
            subject_seen = subject_seen or subject
        number = end
    return found
