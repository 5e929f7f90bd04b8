"""Who does what a verb says: the subject of a clause, found without a parser.

In their order:

1. the noun phrase before the verb, unless it says when ("Wenige Stunden später sagte …"), is an object by
   its article ("Den Plan nannte …"), or another behind the verb can only be the subject ("… nannte der Chef")
2. the first noun phrase behind the verb that no preposition and no article makes an object:
   "hatte im Vorfeld das Komitee betont", "sagte der Zeitung ein Sprecher"
"""

import re

from wortwahl.language.speech.people import genders, is_body, is_person
from wortwahl.language.speech.phrases import PERSONAL, opens_phrase, phrase_end
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import (
    ADVERB,
    CAPITAL,
    DETERMINER,
    INFINITIVE,
    NUMBER,
    PARTICIPLE,
    PREPOSITION,
    VERB,
)
from wortwahl.language.wordlists import word_set

Items = tuple[int, int]

_OBLIQUE = word_set(
    """
    den dem des einen einem eines diesen diesem ihn ihm ihnen seinen seinem ihren ihrem jeden jedem keinen
    keinem unseren unserem mir dir uns mich dich einander
    """
)
# Between the verb and its subject: "sagte mir ein Minister", "sprach wenig später eine Sprecherin".
_PASSED_OVER = word_set("sich es ihm ihnen mir uns dir wenig kurz etwas beim zum zur später")
TIMES = word_set(
    """
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Januar Februar März April Mai Juni
    Juli August September Oktober November Dezember Jahr Jahre Jahren Uhr Woche Wochen Monat Monate Monaten
    Tag Tage Tagen Stunden Stunde Minuten Minute Sekunden Morgen Mittag Abend Nacht Vormittag Nachmittag
    Montagabend Dienstagabend Mittwochabend Donnerstagabend Freitagabend Samstagabend Sonntagabend
    Montagmorgen Dienstagmorgen Mittwochmorgen Donnerstagmorgen Freitagmorgen Samstagmorgen Sonntagmorgen
    Zeit Ende Anfang Mitte Mal Beginn MEZ MESZ
    """
)
_LATER = word_set("später zuvor vorher danach davor nach vor darauf lang früher")
_OBJECT_FIRST = word_set("Eine Keine")
_PLACING = word_set("in aus seit nach bei vor")
_NOMINATIVE = word_set("der ein kein dieser jener")
# Before a subject: "Auch die Ministerin sagte".
_FOCUS = word_set(
    "auch aber doch denn und nur selbst sogar insbesondere besonders allein ausgerechnet sowohl weder oder"
)
# Pronouns that are a subject by themselves: "Dieser behauptete".
_ALONE = re.compile(
    r"(?:diese[r]?|jene[r]?|letztere[r]?|erstere[r]?|beide|einige|viele|manche|eine[r]?|keine[r]?|niemand|jemand"
    r"|andere|alle|mehrere)$",
    re.IGNORECASE,
)
# The first word of a sentence that is no subject: "Bislang", "Damals", "Sinngemäß", "Dies".
_WHEN_OR_HOW = re.compile(
    r"(?:lich|weise|gemäß|mals|dings|lang|seits|tens|falls)$|^(?:Das|Dies|Letzteres|Beides)$"
)


def subject(unit: Unit, verb: int, first: int, end: int) -> Items | None:
    """Return the items of the subject of a verb in a main clause, or None.

    Parameters
    ----------
    unit : Unit
        The sentence.
    verb : int
        The item of the finite verb.
    first, end : int
        The items of its clause.
    """
    if unit.word(first) == "Es" and verb == first + 1:
        return None
    behind = subject_in(unit, verb + 1, end)
    before = _before(unit, verb, first) if verb > first else None
    if before is None:
        return behind
    if behind is None or behind[0] == behind[1]:
        return before
    opening = unit.word(behind[0])
    if opening in ("er", "man", "wir", "ich"):
        return behind
    if unit.word(first).lower() in _OBLIQUE or _plural_object(unit, before, verb, behind):
        return behind
    nominative = opening in _NOMINATIVE and is_person(_core(unit, behind)) and "m" in _genders(unit, behind)
    if unit.word(first).lower() in _NOMINATIVE or _can_speak(unit, before):
        return before
    bare = unit.bit(behind[0]) & CAPITAL and not unit.word(behind[1] - 1).endswith(("en", "ung", "er"))
    if nominative or (bare and unit.word(first) in _OBJECT_FIRST and behind[1] - behind[0] <= 2):
        return behind  # "Eine Zahl nannte Meier nicht"
    return before


def subject_in(unit: Unit, first: int, end: int) -> Items | None:
    """Return the first noun phrase among some items that can be a subject, or None.

    Parameters
    ----------
    unit : Unit
        The sentence.
    first, end : int
        The items: what stands behind the finite verb, or between a conjunction and its verb.
    """
    i = first
    while i < end:
        word, bit = unit.word(i), unit.bit(i)
        if word.lower() in PERSONAL and word != "es" and not (word == "Sie" and unit.bit(i + 1) & CAPITAL):
            return i, i + 1
        if bit & PREPOSITION and not bit & CAPITAL and word not in ("während", "ohne"):
            i = max(_past_preposition(unit, i, end), i + 1)
            continue
        if word in _PASSED_OVER or (bit & ADVERB and not bit & (DETERMINER | CAPITAL)):
            i += 1
            continue
        alone = _ALONE.match(word) and (i + 1 == end or not unit.bit(i + 1) & (CAPITAL | NUMBER))
        if alone and phrase_end(unit, i, end) == i and not (bit & CAPITAL and i):
            return i, i + 1
        if not opens_phrase(unit, i) and not unit.is_quote(i):
            if bit & VERB and not bit & (CAPITAL | PARTICIPLE | INFINITIVE):
                return None
            i += 1
            continue
        if unit.is_quote(i) and not _name_in_marks(unit, i):
            return None
        behind = without_time(unit, i, phrase_end(unit, i, end, inner=True))
        if behind == i:
            i += 1
            continue
        time = _end_of_time(unit, i, behind)
        if time > i:
            i = time
        elif word.lower() in _OBLIQUE or _is_dative(unit, i, behind):
            i = _past_object(unit, i, behind)
        else:
            return i, behind
    return None


def _before(unit: Unit, verb: int, first: int) -> Items | None:
    """The field before the verb where it is one noun phrase."""
    if unit.is_quote(first):
        # "„BBC News“ berichtet": a name, no speech
        return (first, verb) if verb == first + 1 and _name_in_marks(unit, first) else None
    while first < verb - 1 and unit.word(first).lower() in _FOCUS:
        first += 1
    if first == verb - 1 and _ALONE.match(unit.word(first)):
        return first, verb
    if first == verb - 1 and _WHEN_OR_HOW.search(unit.word(first)):
        return None
    if not opens_phrase(unit, first) or unit.word(first).lower() == "es":
        return None
    end = phrase_end(unit, first, verb, inner=True)
    if end == first or _end_of_time(unit, first, end) > first:
        return None
    if end < verb and all(not unit.bit(i) & VERB or unit.bit(i) & CAPITAL for i in range(end, verb)):
        return first, verb  # "Meier, der Chef der Bahn, sagte", "die Ministerin in Berlin sagte"
    return first, end


def _plural_object(unit: Unit, before: Items, verb: int, behind: Items) -> bool:
    """ "Die Mitglieder der Regierung bezeichnete Meier als …": a plural object before a singular verb."""
    first, end = before
    if unit.word(first) != "Die" or end - first < 2 or unit.bit(behind[0]) & DETERMINER:
        return False
    plural = unit.word(first + 1).endswith(("er", "en")) and unit.bit(first + 1) & CAPITAL
    return bool(plural) and unit.word(verb).endswith(("te", "t")) and bool(unit.bit(behind[0]) & CAPITAL)


def _past_preposition(unit: Unit, at: int, end: int) -> int:
    """Behind a phrase with a preposition: "am Montag | der Chef", "in Berlin | Kanzler Meier"."""
    start = at + 1
    behind = phrase_end(unit, start, end)
    if behind == start:
        return start
    for i in range(start, behind):
        word = unit.word(i)
        if word in TIMES and i + 1 < behind:
            j = i + 1
            while j < behind and (unit.bit(j) & NUMBER or unit.word(j) in TIMES):
                j += 1
            return j
        bare = i > start and unit.bit(start) & CAPITAL
        opens = unit.bit(i) & DETERMINER or (unit.bit(i) & CAPITAL and is_person(word))
        if bare and opens and unit.word(at) in _PLACING and not unit.word(i - 1).endswith("en"):
            return i
    return behind


def without_time(unit: Unit, first: int, end: int) -> int:
    """Return the end of a phrase without when: "die Polizei | am Montag"."""
    for i in range(first + 1, end - 1):
        if unit.word(i) in ("am", "im", "vom", "zum") and any(unit.word(k) in TIMES for k in (i + 1, i + 2)):
            return i
    return end


def _end_of_time(unit: Unit, first: int, end: int) -> int:
    """The item behind words that say when ("zwei Tage später", "Ende Mai"), or `first`."""
    for i in range(first, min(end, first + 4)):
        bit = unit.bit(i)
        if unit.word(i) in TIMES:
            j = i + 1
            while j < end and (unit.bit(j) & NUMBER or unit.word(j) in TIMES):
                j += 1
            return j
        if bit & CAPITAL and i > first:
            return first
    return first


def _is_dative(unit: Unit, first: int, end: int) -> bool:
    """ "sagte der Zeitung ein Sprecher": "der" before a feminine noun is no subject."""
    return unit.word(first) in ("der", "einer", "dieser", "seiner", "ihrer") and _genders(
        unit, (first, end)
    ) == ("f")


def _past_object(unit: Unit, first: int, end: int) -> int:
    """Behind an object; a phrase with an article that looks like its genitive can be the subject."""
    core = first + 1
    while core < end and not unit.bit(core) & CAPITAL and not unit.is_quote(core):
        core += 1
    core += 1
    while core < end and (unit.bit(core) & CAPITAL or unit.is_quote(core)):
        if unit.bit(core) & CAPITAL and is_person(unit.word(core)) and core > first + 2:
            return core
        core += 1
    return core if core < end and unit.word(core) in ("der", "die", "das", "ein", "eine") else max(end, core)


def _core(unit: Unit, items: Items) -> str:
    return " ".join(unit.word(i) for i in range(items[0], min(items[1], items[0] + 3)))


def _genders(unit: Unit, items: Items) -> str:
    first, end = items
    stop = first + 1
    while stop < end and not unit.bit(stop) & CAPITAL:
        stop += 1
    return genders(" ".join(unit.word(i) for i in range(first, min(stop + 1, end))))


def _can_speak(unit: Unit, items: Items) -> bool:
    name = _core(unit, items)
    return is_person(name) or is_body(name)


def _name_in_marks(unit: Unit, item: int) -> bool:
    """Whether marks hold a short name without a verb: „BBC News“."""
    reading = unit.reading
    lo, hi = unit.items[item] + 1, unit.token_before_next(item) - 1
    words = reading.words[lo:hi]
    if not 0 < len(words) <= 5 or not words[0][0].isupper() or words[-1] in ".!?…,":
        return False
    return not any(b & VERB and not b & CAPITAL for b in reading.bits[lo:hi])
