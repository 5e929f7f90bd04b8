"""Frames that stand inside or beside the sentence they report, without a clause of their own that needs one.

In their order: "laut X", "nach Angaben von X", "X zufolge", "X nach", "aus Sicht von X", "so X",
"wie X mitteilte", "demnach", "wonach". What is left of the clause is reported.
"""

from wortwahl.language.speech.bounds import clause_around, has_verb, is_subordinate, segment_of
from wortwahl.language.speech.cues import named_source
from wortwahl.language.speech.phrases import opens_phrase, phrase_end
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.sources import Frame, aus_sicht, gemaess, laut, made, nach, zu_folge, zufolge
from wortwahl.language.speech.subjects import without_time
from wortwahl.language.speech.words import (
    ADVERB,
    CAPITAL,
    DETERMINER,
    INFINITIVE,
    KONJ,
    SAY,
    SAY_PART,
    THINK,
    VERB,
)
from wortwahl.language.wordlists import word_set

TRIGGERS = word_set(
    """
    laut Laut gemäß Gemäß nach Nach zufolge Zufolge so So wie Wie demnach Demnach danach Danach wonach
    demzufolge Demzufolge Sicht Augen Lesart aus Aus zu
    """
)


def frames(unit: Unit) -> list[Frame]:
    """Return the frames of a sentence in their order.

    Parameters
    ----------
    unit : Unit
        The sentence.

    Returns
    -------
    list of Frame
        Frames never overlap.
    """
    found: list[Frame] = []
    for number in range(unit.last):
        word = unit.word(number)
        if word not in TRIGGERS or (found and number < found[-1].end):
            continue
        for rule in _RULES.get(word.lower(), ()):
            frame = rule(unit, number)
            if frame and not (found and frame.first < found[-1].end):
                found.append(frame)
                break
    return found


_LEARNED = word_set(
    """
    ergab ergibt hervorgeht hervorging erfuhr erfuhren erfahren verlautet bekannt
    """
)


def _so(unit: Unit, number: int) -> Frame | None:
    """ "…, so der Minister.", "…, so Meier, …", "…, so schätzen die Forscher"; not "so dass"."""
    segments = unit.segments
    at = segment_of(unit, number)
    first, end = segments[at]
    if first != number or number + 1 >= unit.last:
        return None
    initial = at == 0
    nxt, bit = unit.word(number + 1), unit.bit(number + 1)
    if bit & (SAY | THINK) and not bit & CAPITAL and not initial:
        start = number + 2
        while start < end and unit.bit(start) & ADVERB and not unit.bit(start) & (CAPITAL | DETERMINER):
            start += 1
        if unit.word(start) == "es":
            # "so heißt es in einer Erklärung der Firma"
            who = named_source(unit, start + 1, end)
            return made(unit, number, end, who, (number, number + 2), "frame", 0.9)
        subject_end = phrase_end(unit, start, end, inner=True)
        if subject_end == start:
            return None
        return made(unit, number, end, (start, subject_end), (number, number + 2), "frame", 0.9)
    if initial and not (end < unit.last and unit.word(end) == ":"):
        return None
    if nxt in (
        "viele",
        "vieles",
        "wenige",
        "dass",
        "daß",
        "ist",
        "wie",
        "auch",
        "viel",
        "etwas",
        "weit",
        "lange",
    ) or (bit & VERB and not bit & CAPITAL):
        return None
    if not (opens_phrase(unit, number + 1) or unit.is_quote(number + 1)) or not (
        bit & (CAPITAL | DETERMINER) or nxt in ("er", "sie") or unit.is_quote(number + 1)
    ):
        return None
    # Appositions belong to the speaker: ", so Meier, der Chef der Bahn."
    stop = end
    for a, b in segments[at + 1 :]:
        if unit.word(a - 1) != "," or has_verb(unit, a, b) or not opens_phrase(unit, a):
            break
        stop = b
    if has_verb(unit, number + 1, end) and not unit.bit(end - 1) & CAPITAL:
        verbs = [i for i in range(number + 1, end) if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL]
        if verbs[0] <= number + 3:
            return None
    speaker_end = (
        without_time(unit, number + 1, phrase_end(unit, number + 1, end, inner=True)) if stop == end else stop
    )
    return made(
        unit, number, stop, (number + 1, max(speaker_end, number + 2)), (number, number + 1), "frame", 0.92
    )


def _wie(unit: Unit, number: int) -> Frame | None:
    """ "Wie der Minister mitteilte, …", "…, wie es heißt, …"; a verb of saying stands at the end."""
    segments = unit.segments
    at = segment_of(unit, number)
    if segments[at][0] != number:
        return None
    for later in range(at, min(at + 4, len(segments))):
        first, end = segments[later]
        verb = None
        for i in range(end - 1, max(first, end - 4), -1):
            bit = unit.bit(i)
            if (bit & (SAY | SAY_PART | THINK) or unit.word(i) in _LEARNED) and not bit & CAPITAL:
                # "wie er mitteilte", "wie mitgeteilt wurde"; not "wie er das behaupten konnte"
                verb = i if i == end - 1 or bit & SAY_PART or not bit & INFINITIVE else None
                break
            if not (bit & (VERB | ADVERB)):
                break
        if verb is None and later == at:
            # "wie die Polizei mitteilte und …", "wie er in Berlin sagte – …"
            for i in range(first + 1, end):
                bit = unit.bit(i)
                if (
                    bit & (SAY | SAY_PART)
                    and not bit & CAPITAL
                    and i + 1 < end
                    and not unit.bit(i + 1) & CAPITAL
                ):
                    break
        if verb is None:
            continue
        if (
            at
            and number == segments[at][0]
            and not (unit.bit(verb) & (SAY | SAY_PART) or unit.word(verb) in _LEARNED)
        ):
            return None
        start = number + 1
        while start < verb and unit.bit(start) & ADVERB and not unit.bit(start) & (DETERMINER | CAPITAL):
            start += 1
        behind = without_time(unit, start, phrase_end(unit, start, verb, inner=True))
        speaker = (start, behind) if behind > start and unit.word(start) not in ("es", "sich") else None
        cue = (verb, verb + 1)
        end_frame = end
        frame = made(unit, number, end_frame, speaker, cue, "frame", 0.9)
        # Initially the rest of the sentence is reported; a frame that is inserted, what is around it.
        return frame if at or frame.clause[1] > end_frame else None
    return None


def _demnach(unit: Unit, number: int) -> Frame | None:
    """ "Demnach sei …" reports; "danach" only with a subjunctive, else it is a time."""
    word = unit.word(number).lower()
    clause = clause_around(unit, number)
    if word == "danach" and not any(unit.bit(i) & KONJ for i in range(number, clause[1])):
        return None
    if word in ("demnach", "demzufolge") and number > 6:
        told = any(unit.bit(i) & KONJ or unit.word(i) in ("soll", "sollen") for i in range(*clause))
        if not told:
            return None
    return made(unit, number, number + 1, (number, number + 1), (number, number + 1), "frame", 0.75)


def _wonach(unit: Unit, number: int) -> Frame | None:
    """ "Berichte, wonach …"."""
    segments = unit.segments
    at = segment_of(unit, number)
    first, end = segments[at]
    if first != number:
        return None
    speaker = None
    if at:
        a, b = segments[at - 1]
        for i in range(b - 1, a - 1, -1):
            if unit.bit(i) & CAPITAL:
                start = i
                while start > a and (
                    unit.bit(start - 1) & (CAPITAL | DETERMINER) or unit.word(start - 1) in ("der", "des")
                ):
                    start -= 1
                speaker = (start, phrase_end(unit, start, b))
                break
    stop = end
    for a, b in segments[at + 1 :]:
        if not is_subordinate(unit, a, b) and not any(unit.bit(i) & KONJ for i in range(a, b)):
            break
        stop = b
    return Frame(number, number + 1, speaker, (number, number + 1), (number, stop), 'frame "wonach"', 0.9)


_RULES = {
    "laut": (laut,),
    "gemäß": (gemaess,),
    "nach": (nach,),
    "zufolge": (zufolge,),
    "zu": (zu_folge,),
    "aus": (aus_sicht,),
    "so": (_so,),
    "wie": (_wie,),
    "demnach": (_demnach,),
    "demzufolge": (_demnach,),
    "danach": (_demnach,),
    "wonach": (_wonach,),
}
