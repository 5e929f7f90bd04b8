"""Who a sentence is about, where that is somebody who can speak: "Die Bewohner sehen das gelassen"."""

import re

from wortwahl.language.speech.bounds import is_subordinate, segment_of
from wortwahl.language.speech.cues import subject_of
from wortwahl.language.speech.people import is_body, is_person
from wortwahl.language.speech.phrases import PERSONAL
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import ADVERB, CAPITAL, DETERMINER, PREPOSITION, VERB

_THING = re.compile(r"(?:ung|heit|keit|schaft|ion|tät|ismus|nis|ungen|ionen)$")


def about(unit: Unit, begin: int, stop: int, last: bool = True) -> tuple[int, int] | None:
    """Return the items of the subject of a sentence, or None where it cannot speak.

    Parameters
    ----------
    unit : Unit
        The sentence.
    begin, stop : int
        The items to look at.
    last : bool
        Whether the last main clause counts, else the first.
    """
    rows = [(a, b) for a, b in unit.segments if a >= begin and b <= stop and not is_subordinate(unit, a, b)]
    for a, b in reversed(rows) if last else rows:
        verb = next((i for i in range(a, b) if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL), None)
        if verb is None:
            continue
        who = subject_of(unit, verb, segment_of(unit, a))
        return who if who and can_speak(unit, who) else None
    return None


def can_speak(unit: Unit, who: tuple[int, int]) -> bool:
    """Return whether a noun phrase is a person, an institution, a pronoun for one, or a bare name."""
    first, end = who
    if unit.word(first).lower() in PERSONAL:
        return unit.word(first).lower() in ("er", "sie")
    name = " ".join(unit.word(i) for i in range(first, min(end, first + 4)))
    if is_person(name) or is_body(name):
        return True
    bit = unit.bit(first)
    if _THING.search(unit.word(first)):
        return False
    return end == first + 1 and bool(bit & CAPITAL) and not bit & (DETERMINER | ADVERB | PREPOSITION)
