"""Words that the text holds at arm's length, and whose words they are.

In their order:

1. marks that are nobody's speech: die „Befreiung“; and marked words that somebody is said to use as a name
2. sogenannt, angeblich, vermeintlich before a noun phrase; "angeblich" alone reaches to the end of its clause
3. "als … bezeichnet", "tituliert als …", "zum … erklärt"
4. "was X … nennt", "von X … genannt", "nennt den Krieg …", "wie X es nennt"
5. "im Jargon des X", "heißen darf", "offiziell ist es …"
6. talk about the word (wording.py): "Der Begriff …", "statt von … zu sprechen", "es hieß …"
"""

import re
from functools import lru_cache

from wortwahl.language.speech.fragments import Marked
from wortwahl.language.speech.naming import (
    CALLED,
    CALLS,
    JARGON,
    as_named,
    called,
    calls,
    held_off,
    is_called,
    jargon_of,
    name_giver,
)
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.wording import (
    STORY,
    WORD,
    in_front,
    instead,
    is_worded,
    must_call,
    one_calls,
    one_says,
    spoken_of,
    story,
    talk,
)
from wortwahl.language.speech.words import CAPITAL
from wortwahl.language.wordlists import word_set

_DISTANCING = re.compile(
    r"(?i)^(?:(?:so|selbst)genannt|selbsternannt|angeblich|vermeintlich|vorgeblich)(?:e[nrsm]?)$|^sog$"
)


_ADVERBS = frozenset(("angeblich", "Angeblich", "vorgeblich", "vermeintlich", "Vermeintlich"))


TRIGGERS = word_set(
    """
    als Als was Was genannt genannte genannten genannter genanntes heißt heißen hieß hießen heiße nennt
    heisst heissen hiess hiessen
    nennen nannte nannten nenne Jargon Sprache Diktion Sprachgebrauch Sprachregelung Neusprech
    Terminologie offiziell Offiziell sog so So selbst Selbst statt Statt anstatt Anstatt angeblich
    Angeblich vorgeblich vermeintlich Vermeintlich sprechen Rede sagen sage
    """
)


def distanced(unit: Unit, roles: list[Marked]) -> list[Quotation]:
    """Return the words of a sentence that are held at arm's length.

    Parameters
    ----------
    unit : Unit
        The sentence.
    roles : list of Marked
        What its quotation marks are.
    """
    found: list[Quotation] = []
    for role in roles:
        made = _marked(unit, role)
        if made:
            found.append(made)
    words = unit.reading.words
    for number, token in enumerate(unit.items[: unit.last]):
        word = words[token]
        if _triggers(word):
            found += [made for made in _at(unit, number, word) if not _covered(found, made)]
    return found


def _covered(found: list[Quotation], made: Quotation) -> bool:
    (start, end) = made.parts[0]
    return any(a <= start and end <= b for q in found[-12:] for a, b in q.parts)


@lru_cache(maxsize=100_000)
def _triggers(word: str) -> bool:
    """Return whether a word can hold another at arm's length (looked up once a type: every word is asked)."""
    if word in TRIGGERS or (len(word) > 8 and _DISTANCING.match(word)):
        return True
    return word[:1].isupper() and bool(WORD.match(word) or STORY.match(word) or JARGON.search(word))


def _marked(unit: Unit, role: Marked) -> Quotation | None:
    """Rule 1, with the speaker where a naming verb gives one."""
    if role.role == "title" or role.role == "speech":
        return None
    naming = name_giver(unit, role.item)
    if naming:
        speaker, shown = naming
        return held_off(unit, role.item, role.item + 1, speaker, shown, 0.9)
    if role.evidence.startswith("talk"):
        return held_off(
            unit, role.item, role.item + 1, in_front(unit, role.item), role.evidence, role.confidence
        )
    if role.role == "scare":
        return held_off(unit, role.item, role.item + 1, None, role.evidence, role.confidence)
    return None


def _at(unit: Unit, number: int, word: str) -> list[Quotation]:
    """Return what the rules 2 to 6 find at a word; the first rule that finds something decides."""
    made: list[Quotation | None] = []
    lower = word.lower()
    if _DISTANCING.match(word):
        made = [_attribute(unit, number, word, number + 1)]
    elif (
        lower in ("so", "selbst")
        and number + 1 < unit.last
        and re.match(r"(?:er|ge)nannte[nrsm]?$", unit.word(number + 1))
    ):
        made = [_attribute(unit, number, f"{word} {unit.word(number + 1)}", number + 2)]
    elif word in _ADVERBS:
        end = next((b for a, b in unit.segments if a <= number < b), unit.last)
        made = [held_off(unit, number, end, None, f'"{lower}"', 0.6)]
    elif lower == "als":
        made = [as_named(unit, number)]
    elif word in CALLS:
        made = [calls(unit, number) or must_call(unit, number), *one_calls(unit, number)]
    elif CALLED.match(word):
        made = [called(unit, number)]
    elif lower in ("heißen", "heißt", "hieß", "hießen", "heissen", "heisst", "hiess", "hiessen"):
        made = [is_called(unit, number) or is_worded(unit, number)]
    elif lower == "offiziell":
        made = [_official(unit, number)]
    elif lower in ("statt", "anstatt"):
        made = [instead(unit, number)]
    elif word == "Rede":
        made = [spoken_of(unit, number)]
    elif word == "sprechen":
        made = [must_call(unit, number)]
    elif word in ("sagen", "sage"):
        made = [one_says(unit, number)]
    elif STORY.match(word):
        made = [story(unit, number)]
    elif WORD.match(word):
        made = [*talk(unit, number)]
    elif JARGON.search(word):
        made = [_jargon(unit, number)]
    return [one for one in made if one]


def _attribute(unit: Unit, number: int, shown: str, first: int) -> Quotation | None:
    """ "die sogenannte Spezialoperation", "angeblicher Völkermord": to the end of the noun phrase."""
    if shown == "sog" and first < unit.last and unit.word(first) == ".":
        first += 1
    end = first
    while end < unit.last and end - first < 5:
        if unit.bit(end) & CAPITAL or unit.is_quote(end):
            end += 1
            # "Volksrepublik Donezk": a name behind the noun belongs to it
            while end < unit.last and unit.bit(end) & CAPITAL:
                end += 1
            return held_off(unit, first, end, None, f'"{shown}"', 0.9)
        end += 1
    return None


def _jargon(unit: Unit, number: int) -> Quotation | None:
    """ "Im Jargon des Kremls ist das ein Sondereinsatz"."""
    first, end = next(((a, b) for a, b in unit.segments if a <= number < b), (0, unit.last))
    if number < 1 or unit.word(number - 1).lower() not in (
        "im",
        "der",
        "dieser",
        "in",
        "deren",
        "seiner",
        "ihrer",
        "offiziellen",
        "russischen",
    ):
        return None
    words = [unit.word(i) for i in range(number, end)]
    if not any(w in ("ist", "sind", "war", "heißt", "hieß", "heißen", "nennt", "wird") for w in words):
        return None
    name = end - 1
    if not unit.bit(name) & CAPITAL or name <= number + 2:
        return None
    return held_off(unit, name, end, jargon_of(unit, first, end), f'"im {unit.word(number)}"', 0.75)


def _official(unit: Unit, number: int) -> Quotation | None:
    """ "Offiziell ist es noch immer eine Spezialoperation": a form of "sein" or "heißen" beside it."""
    first, end = next(((a, b) for a, b in unit.segments if a <= number < b), (0, unit.last))
    near = [unit.word(i) for i in (number - 1, number + 1, number - 2) if first <= i < end]
    if not any(w in ("ist", "sind", "war", "heißt", "hieß", "heißen", "gilt") for w in near):
        return None
    name = end - 1
    if not (unit.bit(name) & CAPITAL or unit.is_quote(name)):
        return None
    return held_off(unit, name, end, None, '"offiziell"', 0.7)
