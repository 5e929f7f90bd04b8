"""Frames that stand inside or beside the sentence they report, without a clause of their own that needs one.

In their order: "laut X", "nach Angaben von X", "X zufolge", "X nach", "aus Sicht von X", "so X",
"wie X mitteilte", "demnach", "wonach". What is left of the clause is reported.
"""

from typing import NamedTuple

from wortwahl.language.speech.bounds import clause_around, has_konj, has_verb, is_subordinate, segment_of
from wortwahl.language.speech.phrases import opens_phrase, phrase_end
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import (
    ADVERB,
    CAPITAL,
    DETERMINER,
    INFINITIVE,
    KONJ,
    PREPOSITION,
    PRONOUN,
    SAY,
    SAY_PART,
    SOURCE_NOUN,
    SUBORDINATOR,
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


# "nach der Untersuchung", "nach dem Gespräch" are times; these nouns make a source only with a subjunctive.
_WEAK_SOURCES = word_set(
    """
    Bericht Studie Studien Untersuchung Untersuchungen Analyse Analysen Umfrage Umfragen Urteil
    Ermittlungen Recherchen Erkenntnis Eindruck Mitteilung Meldung Erklärung Stellungnahme Vorstellung
    Auskunft Prognose Kreisen Zeugen Statistik Daten Zahlen Quellen Rechnung Theorie Interpretation
    Endergebnis Ergebnissen Zwischenergebnis Hochrechnung Beobachtung Beobachtungen Planung Wunsch
    Überlegungen Erhebungen Befund Pressemitteilung Pressekonferenz
    """
)


_STRONG_AFTER = frozenset(
    (
        "Meinung",
        "Ansicht",
        "Auffassung",
        "Angaben",
        "Überzeugung",
        "Einschätzung",
        "Aussage",
        "Aussagen",
        "Informationen",
        "Worten",
    )
)


class Frame(NamedTuple):
    """A frame in items of a unit, and the clause it reports."""

    first: int
    end: int
    speaker: tuple[int, int] | None
    cue: tuple[int, int]
    clause: tuple[int, int]
    evidence: str
    confidence: float


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


def _made(
    unit: Unit,
    first: int,
    end: int,
    speaker: tuple[int, int] | None,
    cue: tuple[int, int],
    rule: str,
    sure: float,
) -> Frame:
    clause = clause_around(unit, first)
    if clause[0] > first:
        clause = (first, clause[1])
    if clause[1] < end:
        clause = (clause[0], end)
    shown = " ".join(unit.word(i) for i in range(*cue))
    return Frame(first, end, speaker, cue, clause, f'{rule} "{shown}"', sure)


def _source_end(unit: Unit, first: int, number: int) -> int:
    """Where the source ends: in front of a sentence before the finite verb, elsewhere with its phrase."""
    segment = unit.segments[segment_of(unit, number)]
    end = phrase_end(unit, first, segment[1], inner=number <= 1)
    if number > 1 and number != segment[0]:
        return end
    # "Laut X, dem Chef der Bahn, sei …": up to the finite verb
    i, limit = first, min(unit.last, first + 40)
    skip = False
    while i < limit:
        word, bit = unit.word(i), unit.bit(i)
        if word == ",":
            nxt = segment_of(unit, i + 1) if i + 1 < unit.last else None
            skip = nxt is not None and is_subordinate(unit, *unit.segments[nxt])
        elif bit & VERB and not bit & CAPITAL and not skip:
            return i if i > first else end
        i += 1
    return end


_SMALL_NAMES = word_set("taz dpa ai afp ap apa heise epd kna sid dapd rbb")


_LEARNED = word_set(
    """
    ergab ergibt hervorgeht hervorging erfuhr erfuhren erfahren verlautet bekannt
    """
)


def _laut(unit: Unit, number: int) -> Frame | None:
    """ "Laut einem Bericht der Zeitung sei …", "… ist laut Polizei …"; not "wurden laut", "laut rief"."""
    if number + 1 >= unit.last:
        return None
    bit = unit.bit(number + 1)
    nxt = unit.word(number + 1)
    if nxt in _SMALL_NAMES or ("-" in nxt and nxt[-1].islower() and nxt.rpartition("-")[2][:1].isupper()):
        # "laut dpa", "laut ai-Bericht": a name in small letters
        return _made(unit, number, number + 2, (number + 1, number + 2), (number, number + 1), "frame", 0.9)
    if not (opens_phrase(unit, number + 1) or unit.is_quote(number + 1)) or (
        bit & VERB and not bit & CAPITAL
    ):
        return None
    end = _source_end(unit, number + 1, number)
    if end <= number + 1:
        return None
    return _made(unit, number, end, (number + 1, end), (number, number + 1), "frame", 0.9)


def _gemaess(unit: Unit, number: int) -> Frame | None:
    """ "gemäß den Angaben der Polizei"; "gemäß dem Gesetz" is no speech."""
    end = phrase_end(unit, number + 1, unit.last)
    if not any(unit.bit(i) & SOURCE_NOUN for i in range(number + 1, end)):
        return None
    return _made(unit, number, end, (number + 1, end), (number, number + 1), "frame", 0.85)


def _nach(unit: Unit, number: int) -> Frame | None:
    """ "nach Angaben der Polizei"; "seiner Meinung nach"; "nach der Untersuchung" only with a subjunctive."""
    before = unit.word(number - 1) if number else ""
    if number < 9 and unit.word(0) in ("Den", "Seinen", "Ihren") and unit.bit(1) & SOURCE_NOUN:
        # "Den Angaben von Augenzeugen nach floh der Täter"
        start = 3 if unit.word(2) in ("von", "der", "des") and number > 3 else 0
        return _made(unit, 0, number + 1, (start, number), (number, number + 1), "frame", 0.85)
    if before in _STRONG_AFTER:
        first = number - 1
        while first > 0 and (unit.bit(first - 1) & (DETERMINER | CAPITAL)) and number - first < 5:
            first -= 1
            if unit.bit(first) & DETERMINER and unit.word(first).lower() not in ("der", "des"):
                break
        return _made(unit, first, number + 1, (first, number), (number, number + 1), "frame", 0.9)
    i = number + 1
    while i < unit.last and i - number < 6:
        bit, word = unit.bit(i), unit.word(i)
        if bit & SOURCE_NOUN:
            break
        if (
            bit & (DETERMINER | CAPITAL)
            or (word.endswith(("en", "er", "em", "ens", "s")) and not bit & (VERB | PREPOSITION))
            or word in (".", "-")
        ):
            i += 1
            continue
        return None
    else:
        return None
    if i >= unit.last:
        return None
    weak = unit.word(i) in _WEAK_SOURCES
    end = _source_end(unit, number + 1, number)
    if end <= i:
        end = phrase_end(unit, i, unit.last)
    if unit.word(i) == "Worten" and end == i + 1 and i == number + 1:
        return None  # "auf der Suche nach Worten"
    if unit.word(number + 1) == "eigenen" and end > i + 1:
        end = i + 1  # "lebt nach eigenen Angaben von 900 Euro"
    if weak and not any(unit.word(k) in ("einem", "einer") for k in range(number + 1, i)):
        clause = clause_around(unit, number)
        if not has_konj(unit, end, clause[1]) and not any(
            unit.word(k) in ("soll", "sollen") for k in range(*clause)
        ):
            return None
    return _made(unit, number, end, (number + 1, end), (number, number + 1), "frame", 0.8 if weak else 0.92)


def _zufolge(unit: Unit, number: int) -> Frame | None:
    """ "Behördenangaben zufolge", "einem Bericht der Zeitung zufolge", "dem Minister zufolge"."""
    if not number:
        return None
    segment = unit.segments[segment_of(unit, number)]
    first = number
    while first > segment[0] and number - first < 14:
        bit, word = unit.bit(first - 1), unit.word(first - 1)
        if bit & VERB and not bit & CAPITAL:
            break
        if bit & (SUBORDINATOR | PRONOUN) and not bit & DETERMINER and word not in ("als", "wie"):
            break
        if bit & (ADVERB) and not bit & DETERMINER and word not in ("nicht", "näher"):
            break
        first -= 1
        if word.lower() in (
            "dem",
            "einem",
            "einer",
            "den",
            "ihm",
            "ihr",
            "ersten",
            "eigenen",
            "seinen",
            "ihren",
        ) and not (first > segment[0] and unit.bit(first - 1) & PREPOSITION):
            break
        if word == "der" and first > segment[0] and not unit.bit(first - 1) & CAPITAL:
            break
    if first == number:
        return None
    return _made(unit, first, number + 1, (first, number), (number, number + 1), "frame", 0.92)


def _zu_folge(unit: Unit, number: int) -> Frame | None:
    """ "dem Bericht zu Folge"."""
    if unit.word(number) == "zu" and number + 1 < unit.last and unit.word(number + 1) == "Folge":
        found = _zufolge(unit, number)
        return found._replace(end=number + 2, cue=(number, number + 2)) if found else None
    return None


def _aus_sicht(unit: Unit, number: int) -> Frame | None:
    """ "aus Sicht der Partei", "aus seiner Sicht"."""
    i = number + 1
    while i < unit.last and i - number < 5 and unit.word(i) != "Sicht":
        if not unit.bit(i) & (DETERMINER | CAPITAL) and not unit.word(i).endswith(("er", "en", "s")):
            return None
        i += 1
    if i >= unit.last or unit.word(i) != "Sicht":
        return None
    end = max(i + 1, phrase_end(unit, i, unit.last))
    return _made(unit, number, end, (number + 1, end), (number, number + 1), "frame", 0.85)


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
        while start < end and unit.bit(start) & ADVERB and not unit.bit(start) & CAPITAL:
            start += 1
        subject_end = phrase_end(unit, start, end, inner=True)
        if subject_end == start:
            return None
        return _made(unit, number, end, (start, subject_end), (number, number + 2), "frame", 0.9)
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
    speaker_end = phrase_end(unit, number + 1, end, inner=True) if stop == end else stop
    return _made(
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
        behind = phrase_end(unit, start, verb, inner=True)
        speaker = (start, behind) if behind > start and unit.word(start) not in ("es", "sich") else None
        cue = (verb, verb + 1)
        end_frame = end
        frame = _made(unit, number, end_frame, speaker, cue, "frame", 0.9)
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
    return _made(unit, number, number + 1, (number, number + 1), (number, number + 1), "frame", 0.75)


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
    "laut": (_laut,),
    "gemäß": (_gemaess,),
    "nach": (_nach,),
    "zufolge": (_zufolge,),
    "zu": (_zu_folge,),
    "aus": (_aus_sicht,),
    "so": (_so,),
    "wie": (_wie,),
    "demnach": (_demnach,),
    "demzufolge": (_demnach,),
    "danach": (_demnach,),
    "wonach": (_wonach,),
}
