"""Who calls a thing what: "als … bezeichnet", "was X … nennt", "von X … genannt", "im Jargon des X"."""

import re

from wortwahl.language.speech.bounds import is_subordinate, segment_of
from wortwahl.language.speech.cues import subject_of
from wortwahl.language.speech.phrases import phrase_end
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import AUXILIARY, CAPITAL, DETERMINER, PREPOSITION, VERB

_NAMED = re.compile(
    r"^(?:bezeichnet|tituliert|deklariert|betitelt|beschimpft|apostrophiert|verunglimpft|umschrieben|geschmäht"
    r"|gebrandmarkt|bezeichne|bezeichnete|bezeichneten|bezeichnen|titulierte|titulierten|titulieren|deklarierte"
    r"|deklarierten|deklarieren|beschimpfte|beschimpften|beschimpfen|betitelte|betiteln|diffamiert|diffamierte"
    r"|verharmlost|verharmloste|darstellt|dargestellt|verkauft|bezeichnende[nr]?)$"
)


CALLS = frozenset(["nennt", "nennen", "nannte", "nannten", "nenne"])


CALLED = re.compile(r"^genannte?[nrsm]?$")


JARGON = re.compile(
    r"^(?:Jargon|Sprachgebrauch|Sprache|Diktion|Lesart|Sprachregelung|Neusprech|Terminologie|Propagandasprache)$"
    r"|(?:deutsch|jargon|sprache|sprech|sprachgebrauch)$"
)


def held_off(
    unit: Unit, first: int, end: int, speaker: tuple[int, int] | None, evidence: str, sure: float
) -> Quotation | None:
    """Return some items as words held at arm's length."""
    place = unit.span(first, end)
    if place is None:
        return None
    return Quotation(
        "Distanced", (place,), unit.span(*speaker) if speaker else None, None, None, evidence, sure
    )


def name_giver(unit: Unit, item: int) -> tuple[tuple[int, int] | None, str] | None:
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
        if word in CALLS and abs(i - item) < 12 and _bare_name(unit, item):
            return _namer(unit, i, first, end), f'"{word}"'
        if CALLED.match(word) and item < i <= item + 2:
            return _namer(unit, i, first, end), f'"{word}"'
    # "die „Entnazifizierung“, wie Russland es nennt"
    for a, b in unit.segments:
        if (
            a > item
            and a - end <= 1
            and unit.word(a) == "wie"
            and b - a <= 8
            and any(unit.word(i) in CALLS for i in range(a, b))
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
    passive = passive or CALLED.match(unit.word(verb)) is not None
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
            return subject_of(unit, helper, segment_of(unit, first))
        return None
    start = first
    if is_subordinate(unit, first, end) or unit.word(first).lower() in ("was", "wie"):
        start = first + 1
        behind = phrase_end(unit, start, verb)
        return (start, behind) if behind > start else None
    return subject_of(unit, verb, segment_of(unit, first))


def as_named(unit: Unit, number: int) -> Quotation | None:
    """ "bezeichnet den Krieg als Spezialoperation"."""
    first, end = next(((a, b) for a, b in unit.segments if a <= number < b), (0, unit.last))
    verb = next((i for i in range(first, end) if _NAMED.match(unit.word(i))), None)
    if verb is None or number + 1 >= end or unit.is_quote(number + 1):
        return None
    behind = phrase_end(unit, number + 1, end)
    if behind == number + 1 or any(unit.is_quote(i) for i in range(number + 1, behind)):
        return None
    return held_off(
        unit, number + 1, behind, _namer(unit, verb, first, end), f'"als … {unit.word(verb)}"', 0.8
    )


def calls(unit: Unit, verb: int) -> Quotation | None:
    """ "was der Kreml Spezialoperation nennt"; "nennt den Krieg Spezialoperation"."""
    first, _ = next(((a, b) for a, b in unit.segments if a <= verb < b), (0, unit.last))
    opener = unit.word(first).lower()
    if opener == "was" and verb > first + 2:
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
            return held_off(unit, name, verb, (start, behind), f'"was … {unit.word(verb)}"', 0.9)
    return None


def called(unit: Unit, number: int) -> Quotation | None:
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
    return held_off(unit, start, number, _namer(unit, number, first, end), f'"{unit.word(number)}"', 0.85)


def is_called(unit: Unit, verb: int) -> Quotation | None:
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
            return held_off(unit, name, name + 1, None, '"heißen darf"', 0.9)
    if any(JARGON.search(w) for w in words) and unit.bit(end - 1 if verb != end - 1 else verb - 1) & CAPITAL:
        name = end - 1 if verb != end - 1 else verb - 1
        if not JARGON.search(unit.word(name)):
            return held_off(unit, name, name + 1, jargon_of(unit, first, end), '"im Jargon … heißt"', 0.8)
    return None


def jargon_of(unit: Unit, first: int, end: int) -> tuple[int, int] | None:
    """Return the items of whose jargon it is: "im Jargon des Kremls"."""
    for i in range(first, end - 1):
        if JARGON.search(unit.word(i)) and unit.word(i + 1) in ("des", "der", "von", "vom"):
            behind = phrase_end(unit, i + 1, end)
            if behind > i + 1:
                return (i + 2 if unit.word(i + 1) in ("von", "vom") else i + 1), behind
    return None
