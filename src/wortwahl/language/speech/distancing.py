"""Words that the text holds at arm's length, and whose words they are.

In their order:

1. marks that are nobody's speech: die „Befreiung“; and marked words that somebody is said to use as a name
2. sogenannt, angeblich, vermeintlich before a noun phrase; "angeblich" alone reaches to the end of its clause
3. "als … bezeichnet", "tituliert als …", "zum … erklärt"
4. "was X … nennt", "von X … genannt", "nennt den Krieg …", "wie X es nennt"
5. "im Jargon des X", "heißen darf", "offiziell ist es …"
6. talk about the word: "Der Begriff …", "Das Wort …", "statt von … zu sprechen"
"""

import re

from wortwahl.language.speech.fragments import Marked
from wortwahl.language.speech.frames import is_subordinate
from wortwahl.language.speech.phrases import phrase_end, subject
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import AUXILIARY, CAPITAL, DETERMINER, PREPOSITION, VERB
from wortwahl.language.wordlists import word_set

_DISTANCING = re.compile(
    r"(?i)^(?:(?:so|selbst)genannt|selbsternannt|angeblich|vermeintlich|vorgeblich|mutmaßlich)(?:e[nrsm]?)$|^sog$"
)
_ADVERBS = frozenset(("angeblich", "Angeblich", "vorgeblich", "vermeintlich", "Vermeintlich"))
_NAMED = re.compile(
    r"^(?:bezeichnet|tituliert|deklariert|betitelt|beschimpft|apostrophiert|verunglimpft|umschrieben|geschmäht"
    r"|gebrandmarkt|bezeichne|bezeichnete|bezeichneten|bezeichnen|titulierte|titulierten|titulieren|deklarierte"
    r"|deklarierten|deklarieren|beschimpfte|beschimpften|beschimpfen|betitelte|betiteln|diffamiert|diffamierte"
    r"|verharmlost|verharmloste|darstellt|dargestellt|verkauft|bezeichnende[nr]?)$"
)
_CALLS = frozenset(["nennt", "nennen", "nannte", "nannten", "nenne"])
_CALLED = re.compile(r"^genannte?[nrsm]?$")
_JARGON = re.compile(
    r"^(?:Jargon|Sprachgebrauch|Sprache|Diktion|Lesart|Sprachregelung|Neusprech|Terminologie|Propagandasprache)$"
    r"|(?:deutsch|jargon|sprache|sprech|sprachgebrauch)$"
)
_TALK = re.compile(
    r"^(?:Begriffe?s?|Wort(?:es)?|Wörter|Ausdrucks?|Bezeichnung(?:en)?|Schlagworte?s?|Schlagwörter|Vokabeln?|Kampfbegriffe?s?"
    r"|Formel|Terminus|Unworte?s?|Euphemismus|Etiketts?|Label|Floskeln?|Redewendung|Wortes)$"
)
_UNWORD = frozenset(
    ("Unwort", "Begriff", "Euphemismus", "Schimpfwort", "Kampfbegriff", "Propagandabegriff", "Schlagwort")
)
TRIGGERS = word_set(
    """
    als Als was Was genannt genannte genannten genannter genanntes heißt heißen hieß hießen heiße
    nennt nennen nannte nannten nenne Jargon Sprache Diktion Sprachgebrauch Sprachregelung Neusprech
    Terminologie offiziell Offiziell sog so So selbst Selbst statt Statt anstatt Anstatt angeblich
    Angeblich vorgeblich vermeintlich Vermeintlich
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
    for number in range(unit.last):
        word = words[unit.items[number]]
        if (
            word in TRIGGERS
            or (len(word) > 8 and _DISTANCING.match(word))
            or (word[:1].isupper() and _talks(word))
        ):
            made = _at(unit, number, word)
            if made and not _covered(found, made):
                found.append(made)
    return found


def _covered(found: list[Quotation], made: Quotation) -> bool:
    (start, end) = made.parts[0]
    return any(a <= start and end <= b for q in found[-12:] for a, b in q.parts)


def _talks(word: str) -> bool:
    return bool(_TALK.match(word) or _JARGON.search(word))


def _made(
    unit: Unit, first: int, end: int, speaker: tuple[int, int] | None, evidence: str, sure: float
) -> Quotation | None:
    place = unit.span(first, end)
    if place is None:
        return None
    return Quotation(
        "Distanced", (place,), unit.span(*speaker) if speaker else None, None, None, evidence, sure
    )


def _marked(unit: Unit, role: Marked) -> Quotation | None:
    """Rule 1, with the speaker where a naming verb gives one."""
    if role.role == "title" or role.role == "speech":
        return None
    naming = _naming(unit, role.item)
    if naming:
        speaker, shown = naming
        return _made(unit, role.item, role.item + 1, speaker, shown, 0.9)
    if role.role == "scare":
        return _made(unit, role.item, role.item + 1, None, role.evidence, role.confidence)
    return None


def _naming(unit: Unit, item: int) -> tuple[tuple[int, int] | None, str] | None:
    """Whether a naming verb gives a marked word its speaker: als "…" bezeichnet, nennt es "…"."""
    for a, b in unit.segments:
        if a <= item < b:
            first, end = a, b
            break
    else:
        return None
    before = [unit.word(i) for i in range(max(first, item - 5), item)]
    for i in range(first, end):
        word = unit.word(i)
        if _NAMED.match(word) and "als" in before and _bare_name(unit, item):
            return _namer(unit, i, first, end), f'"als … {word}"'
        if word in _CALLS and abs(i - item) < 12 and _bare_name(unit, item):
            return _namer(unit, i, first, end), f'"{word}"'
        if _CALLED.match(word) and item < i <= item + 2:
            return _namer(unit, i, first, end), f'"{word}"'
    # "die „Entnazifizierung“, wie Russland es nennt"
    for a, b in unit.segments:
        if (
            a > item
            and a - end <= 1
            and unit.word(a) == "wie"
            and b - a <= 8
            and any(unit.word(i) in _CALLS for i in range(a, b))
        ):
            return (a + 1, phrase_end(unit, a + 1, b)), '"wie … nennt"'
    return None


def _bare_name(unit: Unit, item: int) -> bool:
    """ "nennt den Krieg „Spezialoperation“": a noun without an article is a name, a judgement is not.

    Not: nannte den Plan einen „teuren Irrweg“, bezeichnete ihn als „inakzeptabel“.
    """
    reading = unit.reading
    inside = [
        w for w in reading.words[unit.items[item] + 1 : unit.token_before_next(item) - 1] if w[0].isalnum()
    ]
    if not inside or not inside[-1][0].isupper() or len(inside) > 4:
        return False
    before = unit.word(item - 1) if item else ""
    return inside[0] not in ("ein", "eine", "einen") and before not in (
        "ein",
        "eine",
        "einen",
        "einer",
        "einem",
    )


def _namer(unit: Unit, verb: int, first: int, end: int) -> tuple[int, int] | None:
    """Who gives the name: "von X", "in Moskau als", or the subject of the naming verb."""
    passive = not unit.bit(verb) & VERB or any(
        unit.word(i) in ("wird", "wurde", "werden", "wurden", "werde") for i in range(first, end)
    )
    passive = passive or _CALLED.match(unit.word(verb)) is not None
    if unit.word(verb) in ("bezeichnet", "tituliert", "deklariert", "beschimpft") and not passive:
        # "bezeichnet" is a present or a participle: a participle where no noun phrase is its subject
        passive = (
            verb == end - 1 and not is_subordinate(unit, first, end) and unit.bit(first) & PREPOSITION != 0
        )
    if passive:
        for i in range(first, verb):
            if unit.word(i).lower() in ("von", "vom"):
                behind = phrase_end(unit, i + 1, verb)
                # "von seinen Verfassern Remigration genannt": the name itself is no part of the speaker
                if behind > i + 1:
                    if behind == verb and behind - i > 2 and unit.bit(behind - 1) & CAPITAL:
                        behind -= 1
                    return i + 1, behind
        for i in range(first, verb):
            if unit.word(i).lower() in ("in", "im") and i + 1 < verb and unit.bit(i + 1) & CAPITAL:
                return i + 1, i + 2
        if any(
            unit.bit(i) & AUXILIARY and unit.word(i) in ("hat", "haben", "hatte", "hatten")
            for i in range(first, end)
        ):
            helper = next(i for i in range(first, end) if unit.word(i) in ("hat", "haben", "hatte", "hatten"))
            return subject(unit, helper, first, end)
        return None
    start = first
    if is_subordinate(unit, first, end) or unit.word(first).lower() in ("was", "wie"):
        start = first + 1
        behind = phrase_end(unit, start, verb)
        return (start, behind) if behind > start else None
    return subject(unit, verb, start, end)


def _at(unit: Unit, number: int, word: str) -> Quotation | None:
    lower = word.lower()
    if _DISTANCING.match(word):
        return _attribute(unit, number, word, number + 1)
    if (
        lower in ("so", "selbst")
        and number + 1 < unit.last
        and re.match(r"(?:er|ge)nannte[nrsm]?$", unit.word(number + 1))
    ):
        return _attribute(unit, number, f"{word} {unit.word(number + 1)}", number + 2)
    if word in _ADVERBS:
        end = next((b for a, b in unit.segments if a <= number < b), unit.last)
        return _made(unit, number, end, None, f'"{lower}"', 0.6)
    if lower == "als":
        return _as_named(unit, number)
    if word in _CALLS:
        return _calls(unit, number)
    if _CALLED.match(word):
        return _called(unit, number)
    if lower in ("heißen", "heißt", "hieß", "hießen"):
        return _is_called(unit, number)
    if lower == "offiziell":
        return _official(unit, number)
    if lower in ("statt", "anstatt"):
        return _instead(unit, number)
    if _TALK.match(word):
        return _talk(unit, number)
    if _JARGON.search(word):
        return _jargon(unit, number)
    return None


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
            return _made(unit, first, end, None, f'"{shown}"', 0.9)
        end += 1
    return None


def _as_named(unit: Unit, number: int) -> Quotation | None:
    """ "bezeichnet den Krieg als Spezialoperation"."""
    first, end = next(((a, b) for a, b in unit.segments if a <= number < b), (0, unit.last))
    verb = next((i for i in range(first, end) if _NAMED.match(unit.word(i))), None)
    if verb is None or number + 1 >= end or unit.is_quote(number + 1):
        return None
    behind = phrase_end(unit, number + 1, end)
    if behind == number + 1 or any(unit.is_quote(i) for i in range(number + 1, behind)):
        return None
    return _made(unit, number + 1, behind, _namer(unit, verb, first, end), f'"als … {unit.word(verb)}"', 0.8)


def _calls(unit: Unit, verb: int) -> Quotation | None:
    """ "was der Kreml Spezialoperation nennt"; "nennt den Krieg Spezialoperation"."""
    first, _ = next(((a, b) for a, b in unit.segments if a <= verb < b), (0, unit.last))
    opener = unit.word(first).lower()
    if opener in ("was", "wie") and verb > first + 2:
        start = first + 1
        behind = phrase_end(unit, start, verb)
        name = verb - 1
        if behind >= verb:
            behind = name
        if name > start and unit.bit(name) & CAPITAL:
            while (
                name - 1 >= behind
                and not unit.bit(name - 1) & DETERMINER
                and unit.word(name - 1) not in ("eine", "einen", "ein")
            ):
                name -= 1
            return _made(unit, name, verb, (start, behind), f'"was … {unit.word(verb)}"', 0.9)
    return None


def _called(unit: Unit, number: int) -> Quotation | None:
    """ "vom Kreml Spezialoperation genannt"."""
    first, end = next(((a, b) for a, b in unit.segments if a <= number < b), (0, unit.last))
    if number <= first or not unit.bit(number - 1) & CAPITAL:
        return None
    start = number - 1
    by = next(
        (
            i
            for i in range(number - 2, max(first, number - 7) - 1, -1)
            if unit.word(i).lower() in ("von", "vom")
        ),
        None,
    )
    if by is None and unit.word(number) in ("genannt",):
        return None
    if by is not None and start == by + 1:
        return None
    return _made(unit, start, number, _namer(unit, number, first, end), f'"{unit.word(number)}"', 0.85)


def _is_called(unit: Unit, verb: int) -> Quotation | None:
    """ "Entlassungen heißen im Managerdeutsch Freisetzung", "darf nur Spezialoperation heißen"."""
    first, end = next(((a, b) for a, b in unit.segments if a <= verb < b), (0, unit.last))
    words = [unit.word(i) for i in range(first, end)]
    if any(w in ("darf", "dürfen", "durfte") for w in words):
        name = (
            verb - 1
            if (verb > first and unit.bit(verb - 1) & CAPITAL) or (verb > first and unit.is_quote(verb - 1))
            else None
        )
        if name is not None:
            return _made(unit, name, name + 1, None, '"heißen darf"', 0.9)
    if any(_JARGON.search(w) for w in words) and unit.bit(end - 1 if verb != end - 1 else verb - 1) & CAPITAL:
        name = end - 1 if verb != end - 1 else verb - 1
        if not _JARGON.search(unit.word(name)):
            return _made(unit, name, name + 1, _jargon_of(unit, first, end), '"im Jargon … heißt"', 0.8)
    return None


def _jargon_of(unit: Unit, first: int, end: int) -> tuple[int, int] | None:
    for i in range(first, end - 1):
        if _JARGON.search(unit.word(i)) and unit.word(i + 1) in ("des", "der", "von", "vom"):
            behind = phrase_end(unit, i + 1, end)
            if behind > i + 1:
                return (i + 2 if unit.word(i + 1) in ("von", "vom") else i + 1), behind
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
    return _made(unit, name, end, _jargon_of(unit, first, end), f'"im {unit.word(number)}"', 0.75)


def _official(unit: Unit, number: int) -> Quotation | None:
    """ "Offiziell ist es noch immer eine Spezialoperation": a form of "sein" or "heißen" beside it."""
    first, end = next(((a, b) for a, b in unit.segments if a <= number < b), (0, unit.last))
    near = [unit.word(i) for i in (number - 1, number + 1, number - 2) if first <= i < end]
    if not any(w in ("ist", "sind", "war", "heißt", "hieß", "heißen", "gilt") for w in near):
        return None
    name = end - 1
    if not (unit.bit(name) & CAPITAL or unit.is_quote(name)):
        return None
    return _made(unit, name, end, None, '"offiziell"', 0.7)


def _instead(unit: Unit, number: int) -> Quotation | None:
    """ "Statt von einer Invasion spricht das Fernsehen von einer Befreiung"."""
    if number + 2 >= unit.last or unit.word(number + 1) not in ("von", "vom"):
        return None
    behind = phrase_end(unit, number + 2, unit.last)
    spoken = any(
        unit.word(i) in ("spricht", "sprechen", "sprach", "sprachen", "reden", "redet", "Rede")
        for i in range(behind, unit.last)
    )
    return (
        _made(unit, number + 2, behind, None, '"statt von … spricht"', 0.8)
        if spoken and behind > number + 2
        else None
    )


def _talk(unit: Unit, number: int) -> Quotation | None:
    """ "Der Begriff Angriffskrieg stammt …", "Das Wort Krieg …", "„…“ ist das Unwort des Jahres"."""
    word = unit.word(number)
    if word in _UNWORD and unit.items and unit.is_quote(0) and number > 1:
        return _made(unit, 0, 1, None, f'talk about the word, "{word}"', 0.85)
    first = number + 1
    if first < unit.last and unit.word(first) in ("von", "vom", "der", "des", "einer"):
        first += 1
        if first < unit.last and unit.word(first) in ("der", "dem", "einer", "einem"):
            first += 1
        if first < unit.last and not unit.is_quote(first) and unit.word(number + 1) not in ("von", "vom"):
            return None
    if first >= unit.last:
        return None
    if unit.is_quote(first):
        return _made(unit, first, first + 1, None, f'talk about the word, "{word}"', 0.9)
    if first == number + 1 and unit.bit(first) & CAPITAL and not unit.bit(first) & VERB:
        return _made(unit, first, first + 1, None, f'talk about the word, "{word}"', 0.85)
    return None
