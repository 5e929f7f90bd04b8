"""Clauses that depend on a verb or noun of saying: dass, ob, w-words, main clauses, infinitives.

A cue is found first (a verb of saying, thinking or demanding with its particle or auxiliary; a noun of
saying at the end of its clause), then what it introduces:

1. ", dass …", ", ob …", ", wer …": reported
2. ", er sei …": a main clause in the subjunctive; with the surest verbs also in the indicative
3. ", … zu …": an infinitive after a verb of demanding
4. "…, sagte er": the clause before, where the verb opens its own
5. "…. Das teilte er mit": the sentence before
"""

from typing import NamedTuple

from wortwahl.language.saying import forms_of
from wortwahl.language.speech.frames import is_subordinate, segment_of
from wortwahl.language.speech.phrases import phrase_end, subject
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import (
    ADVERB,
    ANY_SAY,
    AUXILIARY,
    CAPITAL,
    CONVINCED_ADJ,
    DEMAND,
    DEMAND_PART,
    DEMAND_STEM,
    FINITE,
    INFINITIVE,
    KONJ,
    KONJ_WEAK,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    RELATIVE,
    SAY,
    SAY_CONTENT,
    SAY_INF,
    SAY_NOUN,
    SAY_PART,
    SAY_STEM,
    SUBORDINATOR,
    THINK,
    THINK_PART,
    THINK_STEM,
    VERB,
    ZU_FUSED,
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
    will wollen wollte wollten kann können konnte konnten muss müssen musste mussten darf dürfen möchte möchten
    mochte mochten soll sollen
    """
)
_HAVE = word_set(
    """
    hat haben hatte hatten habe hätten hätte ist sind war waren
    """
)
_CORRELATES = word_set(
    """
    davon darauf dafür damit darüber daran dazu davor darin dagegen daraus dahin hierzu so deshalb
    """
)
# Verbs that carry a clause in the indicative behind a mere comma.
_SURE = word_set(
    """
    sagte sagt sagten klagt klagte erklärte meinte glaubt behauptet behauptete betonte hofft schätzt vermutet
    versicherte hieß heißt erklärt meint betont
    """
)
_INDIRECT_QUESTION = word_set(
    """
    sagte sagt fragte fragt fragten erklärte erklärt mitteilte teilte weiß wisse wissen berichtet
    berichtete erläuterte schilderte schildert beschrieb fragen gefragt gesagt erklärt
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


def cues(unit: Unit) -> list[Cue]:
    """Return the verbs of saying, thinking and demanding of a sentence, in their order."""
    found: list[Cue] = []
    for number, (first, end) in enumerate(unit.segments):
        for item in range(first, end):
            bit = unit.bit(item)
            if not bit & (ANY_SAY | SAY_INF) or (bit & CAPITAL and item):
                continue
            cue = _cue_at(unit, item, bit, number, first, end)
            if cue:
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
        if bit & finite_bit and bit & VERB:
            return Cue((item,), item, kind, number, False)
        if bit & part_bit:
            helper = _auxiliary(unit, item, first, end, number)
            if helper is not None:
                passive = (unit.word(helper).lower() in _PASSIVE and unit.word(helper) not in _HAVE) or (
                    unit.word(helper) in ("ist", "sind", "war", "waren", "sei")
                )
                return Cue((helper, item) if helper < item else (item, helper), helper, kind, number, passive)
    return None


def _auxiliary(unit: Unit, item: int, first: int, end: int, number: int) -> int | None:
    """The auxiliary of a participle: in its segment, or in the main clause before an insertion."""
    for i in range(first, end):
        if unit.bit(i) & AUXILIARY and (unit.word(i).lower() in _HAVE or unit.word(i).lower() in _PASSIVE):
            return i
    return None


def clauses(unit: Unit) -> list[Clause]:
    """Return what the cues of a sentence introduce.

    Parameters
    ----------
    unit : Unit
        The sentence.

    Returns
    -------
    list of Clause
        In the order of their cues; they may nest ("er sagte, sie habe verlangt, …").
    """
    segments = unit.segments
    found: list[Clause] = []
    taken: set[int] = set()
    for cue in cues(unit):
        if _first_person(unit, cue):
            continue
        clause = _following(unit, cue, segments) or _fronted(unit, cue, segments)
        if clause and clause.first not in taken:
            taken.add(clause.first)
            found.append(clause)
    for clause in _after_nouns(unit, segments):
        if clause.first not in taken:
            taken.add(clause.first)
            found.append(clause)
    return found


def _first_person(unit: Unit, cue: Cue) -> bool:
    """ "Ich finde, dass …": the author's own opinion; and "es sei daran erinnert" is nobody's report."""
    near = {unit.word(i).lower() for at in cue.items for i in range(max(0, at - 2), min(unit.last, at + 3))}
    helper = {unit.word(i) for i in range(max(0, cue.items[0] - 3), cue.items[-1] + 1)}
    return bool(near & {"ich", "wir"}) or (
        "sei" in helper and bool(helper & {"es", "Es"}) and cue.items[-1] < 6
    )


def _following(unit: Unit, cue: Cue, segments: list[tuple[int, int]]) -> Clause | None:
    number = cue.segment
    end = segments[number][1]
    nxt = number + 1
    # "Meier, der Chef der Bahn, sagte": what follows the cue directly counts, an insertion is skipped
    skipped = 0
    while nxt < len(segments) and skipped < 2:
        a, b = segments[nxt]
        if unit.word(a - 1) not in (",", ":", "-", "–"):
            return None
        kind = _kind_of(unit, cue, a, b, first_behind=nxt == number + 1 and cue.items[-1] == end - 1)
        if kind:
            stop = _complement_end(unit, cue, nxt, segments, kind)
            speaker = _speaker(unit, cue)
            shown = " … ".join(unit.word(i) for i in cue.items)
            rule, sure = _EVIDENCE[kind]
            return Clause(a, stop, cue, speaker, rule.format(cue=shown, word=unit.word(a)), sure)
        if not is_subordinate(unit, a, b) and _has_finite(unit, a, b):
            return None
        nxt += 1
        skipped += 1
    return None


_EVIDENCE = {
    "content": ('clause with "{word}" after "{cue}"', 0.93),
    "question": ('indirect question with "{word}" after "{cue}"', 0.75),
    "konj": ('subjunctive after "{cue}"', 0.95),
    "plain": ('main clause after "{cue}"', 0.7),
    "infinitive": ('infinitive after "{cue}"', 0.8),
}


def _kind_of(unit: Unit, cue: Cue, a: int, b: int, first_behind: bool = False) -> str:
    """What a segment behind a cue is: "content", "question", "konj", "plain", "infinitive", or ""."""
    if unit.word(a) in ("um", "ohne", "statt", "anstatt", "sowie"):
        return ""
    at = a
    while at < b - 1 and unit.word(at) in ("und", "aber", "auch", "nur"):
        at += 1
    bit, word = unit.bit(at), unit.word(at)
    if bit & SAY_CONTENT:
        return "content"
    if bit & QUESTION and not bit & CAPITAL:
        cue_words = {unit.word(i).lower() for i in cue.items}
        if (cue_words & _INDIRECT_QUESTION or unit.bit(cue.items[-1]) & SAY_INF) and not (
            word == "wie" and unit.bit(b - 1) & (SAY | SAY_PART)
        ):
            return "question"
        return ""
    last = unit.bit(b - 1)
    if (
        (last & INFINITIVE and b - 2 >= a and unit.word(b - 2) == "zu")
        or last & ZU_FUSED
        or (last & INFINITIVE and b - 3 >= a and unit.word(b - 2) == "zu")
    ):
        return "infinitive" if cue.kind == "demanding" or _demands(unit, cue) else ""
    # "sagt, der Damm hält": right behind the verb no noun is left that a relative clause could explain
    article = (
        first_behind and b - a > 2 and not unit.bit(a + 1) & (VERB | PRONOUN) and unit.word(a + 1) != "sich"
    )
    if is_subordinate(unit, a, b) and not (article and unit.bit(a) & RELATIVE):
        return ""
    if bit & SUBORDINATOR and word not in ("als", "wie", "bis", "wenn", "falls", "sollte", "weil", "da"):
        return ""
    if any(unit.bit(i) & (KONJ | KONJ_WEAK) for i in range(a, b)):
        return "konj"
    if _verb_in_marks(unit, a, b) and cue.kind == "saying" and not bit & SUBORDINATOR:
        return "konj"
    verbs = [i for i in range(a, b) if unit.bit(i) & FINITE and not unit.bit(i) & CAPITAL]
    if (
        verbs
        and verbs[0] > a
        and any(unit.word(i).lower() in _SURE for i in cue.items)
        and not bit & (SUBORDINATOR)
    ):
        return "plain"
    return ""


def _verb_in_marks(unit: Unit, a: int, b: int) -> bool:
    """ "sagte, Benedikt „bleibt ein Denker“": the verb of the clause stands in the marks."""
    if _has_finite(unit, a, b):
        return False
    reading = unit.reading
    return any(
        reading.bits[t] & VERB and not reading.bits[t] & CAPITAL
        for i in range(a, b)
        if unit.is_quote(i)
        for t in range(unit.items[i] + 1, min(unit.token_before_next(i), unit.items[i] + 12))
    )


def _demands(unit: Unit, cue: Cue) -> bool:
    return any(unit.bit(i) & (DEMAND | DEMAND_PART | DEMAND_STEM) for i in cue.items)


def _has_finite(unit: Unit, a: int, b: int) -> bool:
    return any(unit.bit(i) & VERB and not unit.bit(i) & CAPITAL for i in range(a, b))


def _complement_end(unit: Unit, cue: Cue, number: int, segments: list[tuple[int, int]], kind: str) -> int:
    """Where what was said ends: with the sentence, or before its main clause goes on."""
    first_konj = _konj_in(unit, *segments[number])
    first, cue_end = segments[cue.segment]
    # "Die Behauptung, dass …, ist falsch": the cue's clause still waits for its verb
    stop = segments[number][1]
    for later in range(number + 1, len(segments)):
        a, b = segments[later]
        word, bit = unit.word(a), unit.bit(a)
        sign = unit.word(a - 1)
        if sign == ";" and not _konj_in(unit, a, b):
            break
        if sign == ":":
            break
        if word == "so" and a + 1 < b and unit.bit(a + 1) & CAPITAL:
            break
        if word == "wie" and unit.bit(b - 1) & (SAY | SAY_PART):
            break
        if (
            word in ("und", "aber", "doch", "jedoch", "während")
            and first_konj
            and not _konj_in(unit, a, b)
            and _has_finite(unit, a, b)
            and not (a + 1 < b and unit.bit(a + 1) & SAY_CONTENT)
            and not is_subordinate(unit, a, b)
            and kind in ("konj", "content")
        ):
            break
        if bit & (SAY | SAY_STEM) and bit & VERB and not bit & CAPITAL and later > number:
            break
        if (
            kind == "infinitive"
            and bit & VERB
            and not bit & KONJ
            and not is_subordinate(unit, a, b)
            and not bit & CAPITAL
        ):
            break
        if (
            kind == "content"
            and bit & VERB
            and not bit & CAPITAL
            and not bit & KONJ
            and not _has_finite(unit, first, cue_end)
        ):
            break
        stop = b
    return stop


def _konj_in(unit: Unit, a: int, b: int) -> bool:
    return any(unit.bit(i) & KONJ for i in range(a, b))


def _speaker(unit: Unit, cue: Cue) -> tuple[int, int] | None:
    segments = unit.segments
    first, end = segments[cue.segment]
    verb = cue.finite
    if cue.passive:
        for i in range(first, end - 1):
            if unit.word(i) in ("von", "vom", "durch"):
                behind = phrase_end(unit, i + 1, end)
                if behind > i + 1:
                    return i + 1, behind
        return None
    start = first
    # "Meier, der Chef der Bahn, sagte": the verb opens its segment; an apposition or relative clause stands before
    number = cue.segment
    while verb == first and number and unit.word(segments[number][0] - 1) == ",":
        number -= 1
        a, b = segments[number]
        if _has_finite(unit, a, b) and not is_subordinate(unit, a, b):
            break
        start = a
        if not is_subordinate(unit, a, b) and (number == 0 or number < cue.segment - 2):
            break
    if start < first and verb == first:
        a, b = next((s for s in segments if s[0] == start), (start, first))
        behind = phrase_end(unit, a, b, inner=True)
        following = any(is_subordinate(unit, *s) for s in segments if a < s[0] < first)
        if behind > a and not unit.bit(a) & PREPOSITION and not unit.is_quote(a):
            if following or behind < b:
                return a, behind
            return start, verb - 1 if unit.word(verb - 1) == "," else verb
        return subject(unit, verb, start, end)
    if is_subordinate(unit, first, end):
        start = first + 1
        while start < verb and unit.bit(start) & ADVERB and not unit.bit(start) & CAPITAL:
            start += 1
        behind = phrase_end(unit, start, verb)
        if behind > start:
            return start, behind
        return None
    if unit.word(first) in ("und", "aber", "doch", "denn") and first + 1 < end:
        first += 1
    return subject(unit, verb, first, end)


def _fronted(unit: Unit, cue: Cue, segments: list[tuple[int, int]]) -> Clause | None:
    """ "Er sei krank, sagte der Sprecher": the verb opens its segment, the clause before is reported."""
    if cue.kind == "demanding" and not unit.bit(cue.items[0]) & (SAY | SAY_STEM):
        return None
    number = cue.segment
    first, end = segments[number]
    if not number or unit.word(first - 1) not in (",", "-", "–"):
        return None
    opening = unit.word(first)
    anaphor = opening in ("das", "dies", "so") and cue.finite == first + 1
    if cue.finite != first and not anaphor:
        return None
    begin = 0
    for a, _ in segments[:number]:
        if unit.word(a - 1) in (";", ":") and a:
            begin = a
    before = range(begin, first - 1)
    finite = [i for i in before if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL]
    konj = any(unit.bit(i) & KONJ for i in before)
    if not konj and not finite:
        # "Die Lage bessere sich, meinte er": beside a verb of saying a doubtful form is a subjunctive
        weak = [i for i in before if unit.bit(i) & KONJ_WEAK and i > begin and unit.bit(i - 1) & CAPITAL]
        finite = weak[:1]
        konj = bool(weak)
    quotes = any(unit.is_quote(i) for i in before)
    if not finite and not quotes:
        return None
    if not konj and not quotes and cue.kind == "thinking" and not unit.bit(cue.finite) & SAY:
        return None
    # "Der Mann, der krank war, sagte": an apposition or a relative clause before the verb is no report
    if (
        not konj
        and all(
            is_subordinate(unit, a, b) or not _has_finite(unit, a, b)
            for a, b in segments[:number]
            if a >= begin
        )
        and not unit.bit(begin) & SUBORDINATOR
        and not quotes
    ):
        return None
    speaker = _speaker_behind(unit, cue, end)
    shown = " … ".join(unit.word(i) for i in cue.items)
    rule = "subjunctive before" if konj else "main clause before"
    return Clause(begin, first - 1, cue, speaker, f'{rule} "{shown}"', 0.95 if konj else 0.8)


def _speaker_behind(unit: Unit, cue: Cue, end: int) -> tuple[int, int] | None:
    after = cue.finite + 1
    while after < end and unit.bit(after) & ADVERB and not unit.bit(after) & (CAPITAL):
        after += 1
    behind = phrase_end(unit, after, end, inner=False)
    if behind == after:
        return None
    # ", sagte der Sprecher des Ministeriums, Pat Meier, in Berlin": the name behind belongs to him
    segments = unit.segments
    at = segment_of(unit, after)
    if behind == segments[at][1] and at + 1 < len(segments):
        a, b = segments[at + 1]
        if unit.word(a - 1) == "," and unit.bit(a) & CAPITAL and not _has_finite(unit, a, b):
            name_end = phrase_end(unit, a, b)
            if name_end == b:
                behind = name_end
    return after, behind


def _after_nouns(unit: Unit, segments: list[tuple[int, int]]) -> list[Clause]:
    """ "die Forderung des Ministers, … zu …", "der Vorwurf, sie habe …", "zeigte sich überzeugt, dass"."""
    found: list[Clause] = []
    for number in range(len(segments) - 1):
        first, end = segments[number]
        for item in range(end - 1, first - 1, -1):
            bit = unit.bit(item)
            noun = bit & SAY_NOUN
            if unit.word(item) in ("fest", "klar", "sicher") and unit.word(first) in ("Für", "für"):
                # "Für den Minister steht fest, dass …": given to a person
                a, b = segments[number + 1]
                who = phrase_end(unit, first + 1, end)
                if unit.bit(a) & SAY_CONTENT and who > first + 1:
                    helper = Cue((item,), item, "thinking", number, False)
                    stop = _complement_end(unit, helper, number + 1, segments, "content")
                    found.append(
                        Clause(a, stop, helper, (first + 1, who), f'"für … {unit.word(item)}"', 0.75)
                    )
                break
            if unit.word(item) == "bedenken" and unit.bit(segments[number + 1][0]) & SAY_CONTENT:
                # "gab zu bedenken, dass"
                verbs = [i for i in range(first, end) if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL]
                helper = Cue((item - 1, item), verbs[0] if verbs else item, "saying", number, False)
                stop = _complement_end(unit, helper, number + 1, segments, "content")
                who = subject(unit, verbs[0], first, end) if verbs else None
                found.append(
                    Clause(
                        segments[number + 1][0], stop, helper, who, 'dass-clause after "zu bedenken"', 0.85
                    )
                )
                break
            if not noun and not bit & CONVINCED_ADJ and unit.word(item) not in _CORRELATES:
                if end - item > 9:
                    break
                continue
            if noun and item < end - 1 and phrase_end(unit, item, end) < end:
                # "die Theorie auf, dass", "den Vorwurf zurück, er habe": only a particle stands behind
                if item != end - 2 or not unit.bit(end - 1) & ADVERB:
                    continue
            a, b = segments[number + 1]
            if unit.word(a - 1) not in (",", ":"):
                break
            verbs = [i for i in range(first, end) if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL]
            helper = Cue((item,), verbs[0] if verbs else item, "demanding", number, False)
            behind = item == end - 2 or item == end - 1
            kind = (
                _kind_of(unit, helper, a, b, first_behind=behind)
                if noun
                else ("content" if unit.bit(a) & SAY_CONTENT else "")
            )
            if kind == "infinitive" or kind in ("content", "konj"):
                if unit.word(first) == "Es" and unit.word(first + 1) == "sei":
                    break  # "Es sei daran erinnert, dass …"
                if not noun and unit.word(item) in _CORRELATES and not _reports(unit, first, end):
                    break
                stop = _complement_end(unit, helper, number + 1, segments, kind)
                speaker = _owner(unit, item, first, end, verbs)
                found.append(
                    Clause(a, stop, helper, speaker, f'{_RULE[kind]} after "{unit.word(item)}"', 0.75)
                )
            break
    return found


_RULE = {"content": "dass-clause", "konj": "subjunctive", "infinitive": "infinitive"}


def _reports(unit: Unit, first: int, end: int) -> bool:
    """ "geht davon aus", "ist davon überzeugt": the correlate alone ("liegt daran, dass") reports nothing."""
    words = {unit.word(i) for i in range(first, end)}
    if "davon" in words and ("aus" in words or "ausgegangen" in words or "ausgehen" in words):
        return True
    certain = SAY | SAY_PART | THINK | THINK_PART | DEMAND | DEMAND_PART | CONVINCED_ADJ
    return any(unit.bit(i) & certain for i in range(first, end))


def _owner(unit: Unit, item: int, first: int, end: int, verbs: list[int]) -> tuple[int, int] | None:
    """Whose noun it is: the genitive behind it, else the subject of the clause."""
    if item + 1 < end and unit.bit(item) & SAY_NOUN:
        behind = phrase_end(unit, item, end)
        if behind > item + 1:
            start = item + 2 if unit.word(item + 1) in ("von", "vom") else item + 1
            return start, behind
    if verbs:
        return subject(unit, verbs[0], first, end)
    return None
