"""Sentences in which the author sums up an act of speech in words of their own.

"Der Minister verurteilte den Angriff.", "Die Partei fordert Neuwahlen." They are the author's words; the
table has them so that a reader sees them, and a use in them counts as the author's own.
"""

from wortwahl.language.speech.phrases import subject
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.saying_sums import sums
from wortwahl.language.speech.stretch import Quotation


def summary(unit: Unit) -> Quotation | None:
    """Return the sentence as a report of an act of speech, or None."""
    found = sums(unit)
    if found is None:
        return None
    verb, shown, sure = found
    place = unit.reading.place(unit.lo, unit.hi)
    first, end = next(((a, b) for a, b in unit.segments if a <= verb < b), (0, unit.last))
    who = subject(unit, verb, first, end)
    return Quotation(
        "Reported", (place,), unit.span(*who) if who else None, None, None, f'act of speech "{shown}"', sure
    )
