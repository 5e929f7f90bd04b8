"""Clauses that depend on a noun or an adjective: "die Forderung, … zu …", "überzeugt, dass …"."""

from wortwahl.language.speech.bounds import segment_of
from wortwahl.language.speech.complements import complement_end, kind_of
from wortwahl.language.speech.cues import Clause, Cue, speaker_of, subject_of
from wortwahl.language.speech.phrases import phrase_end
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import (
    ADVERB,
    CAPITAL,
    CONVINCED_ADJ,
    DEMAND,
    DEMAND_PART,
    SAY,
    SAY_CONTENT,
    SAY_NOUN,
    SAY_PART,
    THINK,
    THINK_PART,
    VERB,
)
from wortwahl.language.wordlists import word_set

_CORRELATES = word_set(
    """
    davon darauf dafür damit darüber daran dazu davor darin dagegen daraus dahin hierzu so deshalb
    """
)

_HOLDS = word_set("hält halten hielt hielten halte")
# Nouns of hearsay: a clause in the subjunctive or with "dass" is theirs wherever they stand.
_RUMOURS = word_set(
    """
    Vorwurf Vorwürfe Gerücht Gerüchte Verdacht Meldungen Spekulationen Behauptung Behauptungen
    Forderungen
    """
)


def after_nouns(unit: Unit, segments: list[tuple[int, int]]) -> list[Clause]:
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
                    stop = complement_end(unit, helper, number + 1, segments, "content")
                    found.append(
                        Clause(a, stop, helper, (first + 1, who), f'"für … {unit.word(item)}"', 0.75)
                    )
                break
            if unit.word(item) in _HOLDS and any(unit.word(k) == "für" for k in range(first, end)):
                # "hält es für möglich, dass …", "für sinnvoll hielten, … zu …"
                a, b = segments[number + 1]
                helper = Cue((item,), item, "demanding", number, False)
                kind = kind_of(unit, helper, a, b)
                if kind in ("content", "infinitive"):
                    stop = complement_end(unit, helper, number + 1, segments, kind)
                    who = speaker_of(unit, helper)
                    found.append(Clause(a, stop, helper, who, f'"{unit.word(item)} … für"', 0.75))
                break
            if unit.word(item) == "bedenken" and unit.bit(segments[number + 1][0]) & SAY_CONTENT:
                # "gab zu bedenken, dass"
                verbs = [i for i in range(first, end) if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL]
                helper = Cue((item - 1, item), verbs[0] if verbs else item, "saying", number, False)
                stop = complement_end(unit, helper, number + 1, segments, "content")
                who = subject_of(unit, verbs[0], number) if verbs else None
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
            # "die Theorie auf, dass", "den Vorwurf zurück, er habe": only a particle may stand behind
            particle = item == end - 2 and unit.bit(end - 1) & ADVERB
            anywhere = unit.word(item) in _RUMOURS
            if (
                noun
                and item < end - 1
                and not particle
                and not anywhere
                and phrase_end(unit, item, end) < end
            ):
                continue
            a, b = segments[number + 1]
            if unit.word(a - 1) not in (",", ":"):
                break
            verbs = [i for i in range(first, end) if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL]
            helper = Cue((item,), verbs[0] if verbs else item, "demanding", number, False)
            behind = item == end - 2 or item == end - 1
            kind = (
                kind_of(unit, helper, a, b, first_behind=behind)
                if noun
                else ("content" if unit.bit(a) & SAY_CONTENT else "")
            )
            if kind == "infinitive" or kind in ("content", "konj"):
                if unit.word(first) == "Es" and unit.word(first + 1) == "sei":
                    break  # "Es sei daran erinnert, dass …"
                if not noun and unit.word(item) in _CORRELATES and not _reports(unit, first, end):
                    break
                stop = complement_end(unit, helper, number + 1, segments, kind)
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
    if unit.word(first) == "was":
        return False  # "…, was darauf hinweist, dass": a fact shows it
    if "davon" in words and ("aus" in words or "ausgegangen" in words or "ausgehen" in words):
        return True
    if "dagegen" in words and words & _HOLDS:
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
        return subject_of(unit, verbs[0], segment_of(unit, first))
    return None
