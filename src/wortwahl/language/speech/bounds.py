"""Where clauses begin and end, and whether one is subordinate, told from the order of words."""

from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import (
    AUXILIARY,
    CAPITAL,
    FINITE,
    INFINITIVE,
    KONJ,
    PARTICIPLE,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    VERB,
)

_ADVERBS_TOO = frozenset(("damit", "da", "seitdem"))


def segment_of(unit: Unit, item: int) -> int:
    """Return the number of the segment that holds an item, or of the one before it."""
    chosen = 0
    for number, (first, _) in enumerate(unit.segments):
        if first > item:
            break
        chosen = number
    return chosen


def clause_around(unit: Unit, item: int) -> tuple[int, int]:
    """Return the items of the clause that an inserted frame reports.

    In a subordinate or relative clause it is that clause ("die nach seinen Angaben krank ist"); else the main
    clause from the start of the sentence, or from the last "und"/"aber" with its own verb, to its end.
    """
    segments = unit.segments
    number = segment_of(unit, item)
    first, end = segments[number]
    if is_subordinate(unit, first, end) and first < item:
        return first, end
    begin = 0
    for at, (a, _) in enumerate(segments[: number + 1]):
        if at and unit.word(a) in ("und", "aber", "doch", "während", "jedoch") and has_verb(unit, 0, a):
            begin = a + 1
        elif at and unit.word(a - 1) in (";", ":"):
            begin = a
        elif (
            at == number
            and a < item
            and _is_main(unit, *segments[at])
            and any(_is_main(unit, *s) for s in segments[:at])
        ):
            begin = a  # "Dort wohnten 30.000, zuletzt lebten da nach Angaben der Behörden noch 900."
    stop = unit.last
    for a, b in segments[number + 1 :]:
        if unit.word(a - 1) == ";" or (
            unit.word(a) in ("und", "aber", "doch", "während", "jedoch")
            and has_verb(unit, a, b)
            and has_konj(unit, begin, a) != has_konj(unit, a, b)
        ):
            stop = a - 1
            break
    return begin, stop


def opens_as_adverb(unit: Unit, first: int, end: int) -> bool:
    """ "Damit sei der Krieg dort angekommen": the verb stands second, so that "damit" is no conjunction."""
    if unit.word(first).lower() not in _ADVERBS_TOO:
        return False
    return first + 1 < end and bool(unit.bit(first + 1) & VERB)


def is_subordinate(unit: Unit, first: int, end: int) -> bool:
    """Return whether a segment is a subordinate or a relative clause: its verb stands last."""
    bit = unit.bit(first)
    if opens_as_adverb(unit, first, end):
        return False
    if bit & SUBORDINATOR and unit.word(first) not in ("sondern", "als", "wie", "bis", "statt", "ohne", "um"):
        return True
    at = first + 1 if bit & PREPOSITION and first + 1 < end else first
    if (unit.bit(at) & RELATIVE and not unit.bit(at) & CAPITAL) or unit.word(at) in (
        "was",
        "wo",
        "wer",
        "worauf",
        "worin",
    ):
        verbs = [i for i in range(at + 1, end) if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL]
        if not verbs or verbs[-1] < end - 1:
            return False
        if len(verbs) == 1 or verbs[0] <= at + 1:
            return True
        # "die Werte würden nicht überschritten": what looks finite at the end is a participle
        closing = unit.bit(verbs[-1])
        return not (unit.bit(verbs[0]) & AUXILIARY and closing & (PARTICIPLE | INFINITIVE))
    return False


def _is_main(unit: Unit, first: int, end: int) -> bool:
    """Return whether a segment is a main clause with its subject: its verb stands inside."""
    if is_subordinate(unit, first, end):
        return False
    return any(unit.bit(i) & FINITE and not unit.bit(i) & CAPITAL for i in range(first + 1, end - 1))


def has_verb(unit: Unit, first: int, end: int) -> bool:
    """Return whether a finite verb stands among some items."""
    return any(unit.bit(i) & VERB and not unit.bit(i) & CAPITAL for i in range(first, end))


def has_konj(unit: Unit, first: int, end: int) -> bool:
    """Return whether a certain subjunctive stands among some items."""
    return any(unit.bit(i) & KONJ for i in range(first, end))
