"""Sentences in which the author sums up an act of speech in words of their own.

"Der Minister verurteilte den Angriff.", "Die Partei fordert Neuwahlen." They are the author's words; the
table has them so that a reader sees them, and a use in them counts as the author's own.
"""

from wortwahl.language.saying import forms_of
from wortwahl.language.speech.bounds import segment_of
from wortwahl.language.speech.cues import subject_of
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import AUXILIARY, CAPITAL, INFINITIVE, PARTICIPLE, SUM, SUM_PART, SUM_STEM
from wortwahl.language.wordlists import word_set


def summary(unit: Unit) -> Quotation | None:
    """Return the sentence as a report of an act of speech, or None."""
    found = sums(unit)
    if found is None:
        return None
    verb, shown, sure = found
    first, end = next(((a, b) for a, b in unit.segments if a <= verb < b), (0, unit.last))
    who = subject_of(unit, verb, segment_of(unit, first))
    spoken = spoken_of(unit, verb, first, end)
    if spoken:
        place = unit.span(*spoken)
        if who and who[0] < spoken[0] < who[1]:
            who = (who[0], spoken[0] - 1)  # "sprechen manche von einem Krieg"
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


def sums(unit: Unit) -> tuple[int, str, float] | None:
    """Return the item of the finite verb, what to show of it, and how sure it is, or None."""
    if not unit.union & (SUM | SUM_PART | SUM_STEM):
        return None
    finite, participles, apart = forms_of("reporting")
    for first, end in unit.segments:
        for i in range(first, end):
            bit = unit.bit(i)
            if not bit & (SUM | SUM_PART | SUM_STEM) or (bit & CAPITAL and i):
                continue
            word = unit.word(i).lower()
            final = i == end - 1
            helper = next((k for k in range(first, end) if k != i and unit.bit(k) & AUXILIARY), None)
            if word in finite and not (bit & (PARTICIPLE | INFINITIVE) and (final or helper is not None)):
                if word in _SPEAK and not any(
                    unit.word(k).lower() in ("von", "vom") for k in range(first, end)
                ):
                    continue
                return i, unit.word(i), 0.5
            if word in apart and unit.word(end - 1) in apart[word]:
                if unit.word(end - 1) == "aus" and "von" not in map(unit.word, range(i, end)):
                    continue
                return i, f"{unit.word(i)} … {unit.word(end - 1)}", 0.5
            modal = helper is not None and unit.word(helper) in _MODALS
            if word == "sprechen" and modal and any(unit.word(k) in ("von", "vom") for k in range(first, i)):
                return helper, f"{unit.word(helper)} … sprechen", 0.5
            if word in participles and helper is not None and unit.word(helper).lower() in _HAVE:
                return helper, f"{unit.word(helper)} … {unit.word(i)}", 0.45
    return None


_SPEAK = word_set("spricht sprechen sprach sprachen spreche")
_MODALS = word_set(
    """
    will wollen wollte wollten mag mögen mochte möchte muss musste kann konnte darf durfte
    """
)
_HAVE = word_set("hat haben hatte hatten")
