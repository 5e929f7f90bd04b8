"""Verbs of saying, thinking and demanding in a sentence, and who their subject is.

A verb is found with what belongs to it: its particle ("teilte … mit"), its auxiliary ("hat … erklärt"), its
modal verb ("wollte nicht sagen").
"""

import re
from typing import NamedTuple

from wortwahl.language.saying import forms_of
from wortwahl.language.speech.bounds import has_verb, is_subordinate, segment_of
from wortwahl.language.speech.people import is_person
from wortwahl.language.speech.phrases import phrase_end
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.subjects import subject, subject_in
from wortwahl.language.speech.words import (
    ANY_SAY,
    AUXILIARY,
    CAPITAL,
    DEMAND,
    DEMAND_PART,
    DEMAND_STEM,
    PREPOSITION,
    RELATIVE,
    SAY,
    SAY_INF,
    SAY_PART,
    SAY_STEM,
    SUBORDINATOR,
    THINK,
    THINK_PART,
    THINK_STEM,
    VERB,
)
from wortwahl.language.wordlists import word_set

_KINDS = (
    ("saying", SAY, SAY_PART, SAY_STEM),
    ("thinking", THINK, THINK_PART, THINK_STEM),
    ("demanding", DEMAND, DEMAND_PART, DEMAND_STEM),
)


_PASSIVE = word_set(
    """
    wird werden wurde wurden werde würden worden sei ist sind war waren
    """
)


_MODALS = word_set(
    """
    will wollen wollte wollten kann können konnte konnten muss müssen musste mussten darf dürfen möchte
    möchten mochte mochten soll sollen
    """
)


_HAVE = word_set(
    """
    hat haben hatte hatten habe hätten hätte ist sind war waren
    """
)


class Cue(NamedTuple):
    """A verb or noun of saying in items: its parts, the finite verb, its kind, and its segment."""

    items: tuple[int, ...]
    finite: int
    kind: str
    segment: int
    passive: bool


class Clause(NamedTuple):
    """A clause that a cue introduces, in items."""

    first: int
    end: int
    cue: Cue
    speaker: tuple[int, int] | None
    evidence: str
    confidence: float
    hole: tuple[int, int] | None = (
        None  # the cue's own clause where it is inserted: "Er sei, sagte sie, krank"
    )


# More verbs of saying in one sentence are a list or noise: the work must stay linear.
MOST_CUES = 16


def cues(unit: Unit) -> list[Cue]:
    """Return the verbs of saying, thinking and demanding of a sentence, in their order (found once)."""
    known = unit.__dict__.get("cues")
    if known is None:
        known = unit.__dict__["cues"] = _find(unit) if unit.union & (ANY_SAY | SAY_INF) else []
    return known


def _find(unit: Unit) -> list[Cue]:
    found: list[Cue] = []
    for number, (first, end) in enumerate(unit.segments):
        for item in range(first, end):
            bit = unit.bit(item)
            if not bit & (ANY_SAY | SAY_INF) or (bit & CAPITAL and item):
                continue
            cue = _cue_at(unit, item, bit, number, first, end)
            if cue and len(found) < MOST_CUES:
                found.append(cue)
    return found


def _cue_at(unit: Unit, item: int, bit: int, number: int, first: int, end: int) -> Cue | None:
    word = unit.word(item)
    if bit & SAY_INF and not bit & CAPITAL:
        # "wollte nicht sagen, woher": an infinitive with a modal verb
        modal = next((i for i in range(first, end) if unit.word(i) in _MODALS), None)
        if modal is not None:
            return Cue((modal, item) if modal < item else (item, modal), modal, "saying", number, False)
    for kind, finite_bit, part_bit, stem_bit in _KINDS:
        if bit & stem_bit:
            particles = forms_of(kind)[2].get(word.lower(), frozenset())
            # the particle closes the clause: "teilte die Polizei am Montag mit", "wies darauf hin, dass"
            for place in range(end - 1, item, -1):
                if unit.word(place) in particles and (
                    place == end - 1 or unit.word(place + 1) in ("und", ",")
                ):
                    return Cue((item, place), item, kind, number, False)
                if place < end - 2:
                    break
            behind = _particle_behind(unit, number, particles)
            if behind is not None:
                return Cue((item, behind), item, kind, number, False)
        helper = _auxiliary(unit, item, first, end, number) if bit & part_bit else None
        # "hatte … betont", "wurde … vermutet": beside an auxiliary it is no present
        closes = helper is not None and helper != item and (item == end - 1 or helper < item)
        if bit & finite_bit and bit & VERB and not closes:
            return Cue((item,), item, kind, number, False)
        if bit & part_bit and helper is not None:
            passive = unit.word(helper).lower() in _PASSIVE and word != "ausgegangen"
            return Cue((helper, item) if helper < item else (item, helper), helper, kind, number, passive)
    return None


def _particle_behind(unit: Unit, number: int, particles: frozenset[str]) -> int | None:
    """ "teilte der Direktor, Jan Birke, mit": the particle stands alone behind an apposition."""
    for first, end in unit.segments[number + 1 : number + 3]:
        if end == first + 1 and unit.word(first) in particles:
            return first
        if unit.word(end - 1) in particles and not has_verb(unit, first, end):
            return end - 1  # "teilten die Polizei, die Feuerwehr und die Stadt mit"
    return None


def _auxiliary(unit: Unit, item: int, first: int, end: int, number: int) -> int | None:
    """The auxiliary of a participle: in its segment, or in the main clause before an insertion."""
    for i in range(first, end):
        if unit.bit(i) & AUXILIARY and (unit.word(i).lower() in _HAVE or unit.word(i).lower() in _PASSIVE):
            return i
    return None


def first_person(unit: Unit, cue: Cue) -> bool:
    """ "Ich finde, dass …": the author's own opinion; and "es sei daran erinnert" is nobody's report."""
    near = {unit.word(i).lower() for at in cue.items for i in range(max(0, at - 2), min(unit.last, at + 3))}
    helper = {unit.word(i) for i in range(max(0, cue.items[0] - 3), cue.items[-1] + 1)}
    return bool(near & {"ich", "wir"}) or (
        "sei" in helper and bool(helper & {"es", "Es"}) and cue.items[-1] < 6
    )


def shows(unit: Unit, cue: Cue) -> bool:
    """ "…, was darauf hinweist, dass": a fact that shows something says nothing."""
    first, _ = unit.segments[cue.segment]
    return unit.word(first) == "was" and any(_SHOWING.match(unit.word(i)) for i in cue.items)


_SHOWING = re.compile(r"(?:hinweis|hindeut|andeut|bestätig|verrat|verrät|suggerier|erklär|erinner)")
_HEISSEN = word_set("heißt hieß heiße heisst hiess heisse lautet lautete verlautet verlautete")


def named_source(unit: Unit, first: int, end: int) -> tuple[int, int] | None:
    """ "heißt es im Morgenbericht der Armee": no subject, but a source."""
    for i in range(first, end - 1):
        if unit.word(i) in ("im", "in", "In", "Im", "aus", "Aus", "bei", "Bei", "vom", "von", "auf", "Auf"):
            behind = phrase_end(unit, i + 1, end)
            if behind > i + 1 and unit.word(behind - 1) not in _TIMES:
                return i + 1, behind
    return None


_TIMES = word_set("Nacht Morgen Mittag Abend Vormittag Nachmittag Woche Tag Tagen Monat Jahr Montag Dienstag")


def _quoted_person(unit: Unit, verb: int, end: int) -> tuple[int, int] | None:
    """ "zitiert die Zeitung den Minister": who is quoted speaks, not who quotes."""
    for i in range(verb + 1, end):
        if unit.word(i) in ("den", "einen") or (unit.bit(i) & CAPITAL and is_person(unit.word(i))):
            behind = phrase_end(unit, i, end)
            return (i, behind) if behind > i else None
    return None


def _agent(unit: Unit, first: int, end: int) -> tuple[int, int] | None:
    """ "wurde vom Gericht gesagt", "in einem Brief wird gefordert": who or what a passive names."""
    for i in range(first, end - 1):
        if unit.word(i) in ("von", "vom", "durch", "seitens"):
            behind = phrase_end(unit, i + 1, end)
            if behind > i + 1 and unit.word(behind - 1) not in _TIMES:
                return i + 1, behind
    for i in range(first, end - 1):
        if unit.word(i).lower() in ("im", "in", "aus"):
            behind = phrase_end(unit, i + 1, end)
            if any(PAPER.search(unit.word(k)) for k in range(i + 1, min(behind, i + 4))):
                return i + 1, behind
    return None


# What is written and says something: "in dem Bericht wird gefordert".
PAPER = re.compile(
    r"(?:bericht|mitteilung|erklärung|stellungnahme|brief|schreiben|papier|aufruf|antrag|appell|studie|gutachten"
    r"|antwort|resolution|urteil|beschluss|artikel|beitrag|interview|meldung|aussendung|dokument|botschaft|petition)"
    r"(?:e?s|en|e)?$",
    re.IGNORECASE,
)


def speaker_of(unit: Unit, cue: Cue) -> tuple[int, int] | None:
    """Return the items of who speaks: the subject of a cue, the agent of a passive, or None."""
    segments = unit.segments
    first, end = segments[cue.segment]
    verb = cue.finite
    if unit.word(verb).lower() in _HEISSEN or unit.word(cue.items[-1]) == "geheißen":
        named = named_source(unit, first, end)
        return named or (subject(unit, verb, first, end) if unit.word(verb).startswith("laut") else None)
    if unit.word(verb) in ("zitiert", "zitierte"):
        quoted = _quoted_person(unit, verb, end)
        if quoted:
            return quoted
    if cue.passive and unit.word(cue.items[-1]) != "zitiert":
        return _agent(unit, first, end)
    return subject_of(unit, verb, cue.segment)


def subject_of(unit: Unit, verb: int, number: int, deep: int = 0) -> tuple[int, int] | None:
    """Return the items of the subject of a verb in the segment with that number, or None.

    In their order: the pronoun right behind it; where the verb opens its segment, what stands before an
    insertion ("Meier, der Chef der Bahn, sagte"); behind "und", the subject of the verb before; in a
    subordinate clause the first noun phrase; else as `subject` says.
    """
    segments = unit.segments
    home = number
    first, end = segments[number]
    start = first
    if verb == first and verb + 1 < end and unit.word(verb + 1) in ("er", "sie", "man", "wir"):
        return verb + 1, verb + 2
    # "Meier, der Chef der Bahn, sagte": the verb opens its segment, an insertion stands before
    while verb == first and number and unit.word(segments[number][0] - 1) == ",":
        number -= 1
        a, b = segments[number]
        if has_verb(unit, a, b) and not is_subordinate(unit, a, b):
            break
        start = a
        if not is_subordinate(unit, a, b) and (number == 0 or number < home - 2):
            break
    if start < first and verb == first:
        a, b = next((s for s in segments if s[0] == start), (start, first))
        while a < b - 1 and (unit.word(a).lower() in ("wie", "auch", "und", "dass", "weil", "da")):
            a += 1
        behind = phrase_end(unit, a, b, inner=True)
        following = any(is_subordinate(unit, *s) for s in segments if start < s[0] < first)
        if behind > a and not unit.bit(a) & PREPOSITION and not unit.is_quote(a):
            if following or behind < b:
                return a, behind
            return a, verb - 1 if unit.word(verb - 1) == "," else verb
        return subject(unit, verb, start, end)
    if verb > 1 and unit.word(verb - 1) in ("und", "aber", "oder", "sondern", "doch") and deep < 3:
        shared = _shared(unit, verb, home, deep)
        if shared:
            return shared
    if is_subordinate(unit, first, end) and not (unit.word(first) == "Als" and verb < end - 1):
        # "wie die Polizei mitteilte"; "ein Mann, der sagte"
        inside = subject_in(unit, first + 1, verb)
        relative = unit.bit(first) & RELATIVE and not unit.bit(first) & SUBORDINATOR
        return inside or ((first, first + 1) if relative else None)
    if unit.word(first) in ("und", "aber", "doch", "denn") and first + 1 < end:
        first += 1
    found = subject(unit, verb, first, end)
    if found is None and unit.bit(first) & SUBORDINATOR and first < verb:
        found = subject_in(unit, first + 1, verb)  # "als er sie kritisierte"
    return found


def _shared(unit: Unit, verb: int, number: int, deep: int) -> tuple[int, int] | None:
    """ "Er kam und sagte": the subject of the verb before "und" or "aber"."""
    for at in range(number, max(-1, number - 6), -1):
        a, b = unit.segments[at]
        if at < number and is_subordinate(unit, a, b):
            continue
        earlier = [i for i in range(a, min(b, verb - 1)) if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL]
        if earlier:
            return subject_of(unit, earlier[0], at, deep + 1)
    return None


def speaker_behind(unit: Unit, cue: Cue, end: int) -> tuple[int, int] | None:
    """Return the items of who speaks where the verb stands first: "…, sagte der Sprecher"."""
    if unit.word(cue.finite).lower() in _HEISSEN:
        return named_source(unit, *unit.segments[cue.segment])
    if cue.finite + 1 < end and unit.word(cue.finite + 1) == "es":
        return cue.finite + 1, cue.finite + 2  # "teilte es mit": the ministry
    found = subject_in(unit, cue.finite + 1, end)
    if found is None:
        return None
    after, behind = found
    # ", sagte der Sprecher des Ministeriums, Pat Meier, in Berlin": the name behind belongs to him
    segments = unit.segments
    at = segment_of(unit, after)
    if behind == segments[at][1] and at + 1 < len(segments):
        a, b = segments[at + 1]
        if unit.word(a - 1) == "," and unit.bit(a) & CAPITAL and not has_verb(unit, a, b):
            name_end = phrase_end(unit, a, b)
            if name_end == b:
                behind = name_end
    return after, behind
