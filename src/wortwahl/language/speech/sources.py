"""Frames that name a source: "laut X", "nach Angaben von X", "X zufolge", "X nach", "aus Sicht von X"."""

from typing import NamedTuple

from wortwahl.language.speech.bounds import clause_around, has_konj, is_subordinate, segment_of
from wortwahl.language.speech.phrases import opens_phrase, phrase_end
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.subjects import TIMES
from wortwahl.language.speech.words import (
    ADVERB,
    CAPITAL,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    SOURCE_NOUN,
    SUBORDINATOR,
    VERB,
)
from wortwahl.language.wordlists import word_set

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


def made(
    unit: Unit,
    first: int,
    end: int,
    speaker: tuple[int, int] | None,
    cue: tuple[int, int],
    rule: str,
    sure: float,
) -> Frame:
    """Return a frame of some items with the clause around it."""
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


def laut(unit: Unit, number: int) -> Frame | None:
    """ "Laut einem Bericht der Zeitung sei …", "… ist laut Polizei …"; not "wurden laut", "laut rief"."""
    if number + 1 >= unit.last:
        return None
    bit = unit.bit(number + 1)
    nxt = unit.word(number + 1)
    if nxt in _SMALL_NAMES or ("-" in nxt and nxt[-1].islower() and nxt.rpartition("-")[2][:1].isupper()):
        # "laut dpa", "laut ai-Bericht": a name in small letters
        return made(unit, number, number + 2, (number + 1, number + 2), (number, number + 1), "frame", 0.9)
    if not (opens_phrase(unit, number + 1) or unit.is_quote(number + 1)) or (
        bit & VERB and not bit & CAPITAL
    ):
        return None
    end = _source_end(unit, number + 1, number)
    if end <= number + 1:
        return None
    return made(unit, number, end, (number + 1, end), (number, number + 1), "frame", 0.9)


def gemaess(unit: Unit, number: int) -> Frame | None:
    """ "gemäß den Angaben der Polizei"; "gemäß dem Gesetz" is no speech."""
    end = phrase_end(unit, number + 1, unit.last)
    if not any(unit.bit(i) & SOURCE_NOUN for i in range(number + 1, end)):
        return None
    return made(unit, number, end, (number + 1, end), (number, number + 1), "frame", 0.85)


def nach(unit: Unit, number: int) -> Frame | None:
    """ "nach Angaben der Polizei"; "seiner Meinung nach"; "nach der Untersuchung" only with a subjunctive."""
    before = unit.word(number - 1) if number else ""
    if number < 9 and unit.word(0) in ("Den", "Seinen", "Ihren") and unit.bit(1) & SOURCE_NOUN:
        # "Den Angaben von Augenzeugen nach floh der Täter"
        start = 3 if unit.word(2) in ("von", "der", "des") and number > 3 else 0
        return made(unit, 0, number + 1, (start, number), (number, number + 1), "frame", 0.85)
    if before in _STRONG_AFTER:
        first = number - 1
        while first > 0 and (unit.bit(first - 1) & (DETERMINER | CAPITAL)) and number - first < 5:
            first -= 1
            if unit.bit(first) & DETERMINER and unit.word(first).lower() not in ("der", "des"):
                break
        return made(unit, first, number + 1, (first, number), (number, number + 1), "frame", 0.9)
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
    return made(unit, number, end, (number + 1, end), (number, number + 1), "frame", 0.8 if weak else 0.92)


def zufolge(unit: Unit, number: int) -> Frame | None:
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
        if word in TIMES and first < number:
            break  # "teilten die Sender am Samstag | der Agentur zufolge mit"
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
    return made(unit, first, number + 1, (first, number), (number, number + 1), "frame", 0.92)


def zu_folge(unit: Unit, number: int) -> Frame | None:
    """ "dem Bericht zu Folge"."""
    if unit.word(number) == "zu" and number + 1 < unit.last and unit.word(number + 1) == "Folge":
        found = zufolge(unit, number)
        return found._replace(end=number + 2, cue=(number, number + 2)) if found else None
    return None


def aus_sicht(unit: Unit, number: int) -> Frame | None:
    """ "aus Sicht der Partei", "aus seiner Sicht"."""
    i = number + 1
    while i < unit.last and i - number < 5 and unit.word(i) != "Sicht":
        if not unit.bit(i) & (DETERMINER | CAPITAL) and not unit.word(i).endswith(("er", "en", "s")):
            return None
        i += 1
    if i >= unit.last or unit.word(i) != "Sicht":
        return None
    end = max(i + 1, phrase_end(unit, i, unit.last))
    return made(unit, number, end, (number + 1, end), (number, number + 1), "frame", 0.85)
