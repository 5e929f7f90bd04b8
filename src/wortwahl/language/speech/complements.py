"""What a clause behind a verb or noun of saying is, and where what was said ends."""

from wortwahl.language.speech.bounds import has_verb, is_subordinate, opens_as_adverb
from wortwahl.language.speech.cues import Cue
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import (
    CAPITAL,
    DEMAND,
    DEMAND_PART,
    DEMAND_STEM,
    FINITE,
    INFINITIVE,
    KONJ,
    KONJ_WEAK,
    PRONOUN,
    QUESTION,
    RELATIVE,
    SAY,
    SAY_CONTENT,
    SAY_INF,
    SAY_PART,
    SAY_STEM,
    SUBORDINATOR,
    VERB,
    ZU_FUSED,
)
from wortwahl.language.wordlists import word_set

# Verbs that carry a clause in the indicative behind a mere comma.
_SURE = word_set(
    """
    sagte sagt sagten klagt klagte erklärte meinte glaubt behauptet behauptete betonte hofft schätzt
    vermutet versicherte hieß heißt hiess heisst erklärt meint betont
    """
)


_INDIRECT_QUESTION = word_set(
    """
    sagte sagt fragte fragt fragten erklärte erklärt mitteilte teilte weiß wisse wissen berichtet
    berichtete erläuterte schilderte schildert beschrieb fragen gefragt gesagt erklärt
    """
)


def kind_of(unit: Unit, cue: Cue, a: int, b: int, first_behind: bool = False) -> str:
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
    if unit.is_quote(b - 1) and unit.token_before_next(b - 1) - 2 > unit.items[b - 1]:
        last = unit.reading.bits[unit.token_before_next(b - 1) - 2]  # "dafür, den Krieg „einzufrieren“"
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
    adverb = opens_as_adverb(unit, at, b)
    if (
        bit & SUBORDINATOR
        and not adverb
        and word not in ("als", "wie", "bis", "wenn", "falls", "sollte", "weil", "da")
    ):
        return ""
    if any(unit.bit(i) & (KONJ | KONJ_WEAK) or unit.word(i) in ("soll", "sollen") for i in range(a, b)):
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
    if has_verb(unit, a, b):
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


def complement_end(unit: Unit, cue: Cue, number: int, segments: list[tuple[int, int]], kind: str) -> int:
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
        if sign == ":" and not (first_konj and _konj_in(unit, a, b)):
            break
        if word == "so" and a + 1 < b and unit.bit(a + 1) & CAPITAL:
            break
        if word == "wie" and unit.bit(b - 1) & (SAY | SAY_PART):
            break
        if (
            word in ("und", "aber", "doch", "jedoch", "während")
            and first_konj
            and not _konj_in(unit, a, b)
            and has_verb(unit, a, b)
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
            and not has_verb(unit, first, cue_end)
        ):
            break
        stop = b
    return stop


def _konj_in(unit: Unit, a: int, b: int) -> bool:
    return any(unit.bit(i) & KONJ for i in range(a, b))
