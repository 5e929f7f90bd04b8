"""Sentences in which the author sums up an act of speech in words of their own.

"Der Minister verurteilte den Angriff.", "Die Partei fordert Neuwahlen." They are the author's words; the
table has them so that a reader sees them, and a use in them counts as the author's own.
"""

from wortwahl.language.speech.phrases import subject
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.saying_sums import sums
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import AUXILIARY
from wortwahl.language.wordlists import word_set


def summary(unit: Unit) -> Quotation | None:
    """Return the sentence as a report of an act of speech, or None."""
    found = sums(unit)
    if found is None:
        return None
    verb, shown, sure = found
    first, end = next(((a, b) for a, b in unit.segments if a <= verb < b), (0, unit.last))
    who = subject(unit, verb, first, end)
    spoken = spoken_of(unit, verb, first, end)
    if spoken:
        place = unit.span(*spoken)
        if place and (who is None or who[0] >= spoken[1] or who[1] <= spoken[0]):
            speaker = unit.span(*who) if who else None
            frame = unit.span(first, end)
            return Quotation(
                "Indirect", (place,), speaker, unit.span(verb, verb + 1), frame, f'"{shown} von"', 0.7
            )
    place = unit.reading.place(unit.lo, unit.hi)
    speaker = unit.span(*who) if who else None
    return Quotation("Reported", (place,), speaker, None, None, f'act of speech "{shown}"', sure)


def spoken_of(unit: Unit, verb: int, first: int, end: int) -> tuple[int, int] | None:
    """ "spricht von einer Invasion", "geht von einem Unfall aus": what somebody calls a thing."""
    speaking = unit.word(end - 1) == "sprechen" and unit.bit(verb) & AUXILIARY
    if unit.word(verb).lower() not in _SPEAK_OF and not speaking:
        return None
    start = next((i for i in range(first, end) if unit.word(i).lower() in ("von", "vom")), None)
    if start is None:
        return None
    if start < verb:
        return start, verb
    stop = end - 1 if unit.word(end - 1) in ("aus", "sprechen") else end
    if unit.word(start + 1) in ("Anfang", "Beginn", "Natur", "selbst", "dort", "hier", "da"):
        return None
    return (start, stop) if stop > start + 1 else None


_SPEAK_OF = word_set("spricht sprechen sprach sprachen geht gehen ging gingen")
