"""Talk about the word itself, with or without marks.

In their order:

1. "Der Begriff …", "für die Wörter … und …", "„…“ ist das Unwort des Jahres"
2. "statt von … spricht", "war von der … die Rede"
3. "muss von der … sprechen", "darf man nicht … nennen": what one must or must not call a thing
4. "Es hieß …", "Im Kreml hieß das Ganze …", "Warum heißt es nicht …?"
5. "nennt man …, was …", "Wer den Krieg einen … nennt"
6. "Weshalb sagen Sie nicht …?"
7. "das Märchen vom …", "die Lüge von der …": a story that the author does not believe
"""

import re
from itertools import pairwise

from wortwahl.language.speech.naming import held_off
from wortwahl.language.speech.phrases import opens_phrase, phrase_end
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import CAPITAL, DETERMINER, NUMBER, PREPOSITION, PRONOUN, VERB
from wortwahl.language.wordlists import word_set

WORD = re.compile(
    r"^(?:Begriffe?s?|Wort(?:es)?|Wörter[ns]?|Ausdrucks?|Ausdrücken?|Bezeichnung(?:en)?|Schlagworte?s?|Schlagwörtern?"
    r"|Vokabeln?|Kampfbegriffe?s?|Formel|Terminus|Unworte?s?|Euphemismus|Etiketts?|Label|Floskeln?|Redewendung)$"
)
STORY = re.compile(
    r"^(?:Narrativs?|Märchens?|Mythos|Mär|Legende|Lüge|Lügen|Hirngespinst|Schreckgespenst|Erzählung|Theorie|Dogma|Mantra)$"
)
_UNWORD = frozenset(
    ("Unwort", "Begriff", "Euphemismus", "Schimpfwort", "Kampfbegriff", "Propagandabegriff", "Schlagwort")
)
_MUST = word_set(
    """
    muss müssen musste mussten müsse müssten darf dürfen durfte durften dürfe dürften
    """
)
_IT = word_set("es Es das Das dies Dies man Ganze")
_WHO_SAYS = word_set("Sie wir man jene manche viele alle andere einige")
_JOINED = word_set("und oder sowie beziehungsweise")
_ENDINGS = ("e", "en", "er", "es", "em")


def _segment(unit: Unit, item: int) -> tuple[int, int]:
    return next(((a, b) for a, b in unit.segments if a <= item < b), (0, unit.last))


def _bare(unit: Unit, item: int, first: int) -> int | None:
    """Return where a name without an article begins that ends at an item: its adjectives belong to it."""
    if item <= first or not unit.bit(item) & CAPITAL or unit.is_quote(item):
        return None
    start = item
    while (
        start - 1 > first
        and unit.word(start - 1).endswith(_ENDINGS)
        and not unit.bit(start - 1) & (CAPITAL | DETERMINER | PREPOSITION | PRONOUN | VERB)
    ):
        start -= 1
    before = unit.bit(start - 1)
    if unit.word(start - 1) in _IT:
        return start  # "hieß das Ganze Spezialoperation"
    if before & (DETERMINER | PREPOSITION | NUMBER) or (before & CAPITAL and start - 1 > first):
        return None
    return start


def in_front(unit: Unit, item: int) -> tuple[int, int] | None:
    """ "Einige Länder hätten „Krise“ gelesen", "andere bestanden auf dem Wort …": the first phrase."""
    first, _ = _segment(unit, item)
    if unit.word(first) in _WHO_SAYS and not unit.bit(first + 1) & CAPITAL:
        return first, first + 1
    if unit.bit(first) & PREPOSITION or unit.is_quote(first) or not opens_phrase(unit, first):
        return None
    end = phrase_end(unit, first, item)
    return (first, end) if end > first else None


def talk(unit: Unit, number: int) -> list[Quotation]:
    """Rule 1: "Der Begriff Angriffskrieg stammt …", "die Wörter Invasion und Krieg", "… ist das Unwort"."""
    word = unit.word(number)
    shown = f'talk about the word, "{word}"'
    if word in _UNWORD and unit.items and unit.is_quote(0) and number > 1:
        return _list(held_off(unit, 0, 1, None, shown, 0.85))
    first = number + 1
    if first < unit.last and unit.word(first) in ("von", "vom", "der", "des", "einer"):
        first += 1
        if first < unit.last and unit.word(first) in ("der", "dem", "einer", "einem"):
            first += 1
        if first < unit.last and not unit.is_quote(first) and unit.word(number + 1) not in ("von", "vom"):
            return []
    if first >= unit.last:
        return []
    before = unit.word(number - 1).lower() if number else ""
    whose = in_front(unit, number) if before in ("dem", "das", "den") and number > 2 else None
    whose = whose if whose and unit.bit(number - 2) & PREPOSITION else None
    if unit.is_quote(first):
        return _list(held_off(unit, first, first + 1, whose, shown, 0.9))
    if first != number + 1 or not unit.bit(first) & CAPITAL or unit.bit(first) & VERB:
        return []
    found = _list(held_off(unit, first, first + 1, whose, shown, 0.85))
    # "für die Wörter Invasion und Angriffskrieg"
    while first + 2 < unit.last and (unit.word(first + 1) in _JOINED or unit.word(first + 1) == ","):
        first += 2
        if not unit.bit(first) & CAPITAL:
            break
        found += _list(held_off(unit, first, first + 1, None, shown, 0.8))
    return found


def instead(unit: Unit, number: int) -> Quotation | None:
    """Rule 2: "Statt von einer Invasion spricht das Fernsehen von einer Befreiung"."""
    if number + 2 >= unit.last or unit.word(number + 1) not in ("von", "vom"):
        return None
    behind = phrase_end(unit, number + 2, unit.last)
    spoken = any(
        unit.word(i) in ("spricht", "sprechen", "sprach", "sprachen", "reden", "redet", "Rede")
        for i in range(behind, unit.last)
    )
    return (
        held_off(unit, number + 2, behind, None, '"statt von … spricht"', 0.8)
        if spoken and behind > number + 2
        else None
    )


def spoken_of(unit: Unit, number: int) -> Quotation | None:
    """Rule 2: "Jahrelang war von der Ukraine-Krise die Rede"; "keine Rede" is a denial, no talk."""
    first, end = _segment(unit, number)
    if number != end - 1 or number < first + 4 or unit.word(number - 1) != "die":
        return None
    return _behind_of(unit, first, number - 1, '"von … die Rede"')


def must_call(unit: Unit, verb: int) -> Quotation | None:
    """Rule 3: "darf nicht von einem Überfall sprechen", "muss man Spezialoperation nennen"."""
    first, end = _segment(unit, verb)
    modal = next((unit.word(i) for i in range(first, end) if unit.word(i) in _MUST), "")
    if not modal:
        return None
    shown = f'"{modal} … {unit.word(verb)}"'
    if unit.word(verb) == "sprechen":
        return _behind_of(unit, first, verb, shown)
    start = _bare(unit, verb - 1, first)
    return held_off(unit, start, verb, None, shown, 0.75) if start is not None else None


def _behind_of(unit: Unit, first: int, end: int, shown: str) -> Quotation | None:
    of = next((i for i in range(first, end) if unit.word(i) in ("von", "vom", "Von", "Vom")), None)
    if of is None:
        return None
    behind = phrase_end(unit, of + 1, end)
    return held_off(unit, of + 1, behind, None, shown, 0.7) if behind > of + 1 else None


def is_worded(unit: Unit, verb: int) -> Quotation | None:
    """Rule 4: "Es hieß Ukraine-Krise", "Im Kreml hieß das Ganze Einsatz"; not "es hieß in Moskau"."""
    first, end = _segment(unit, verb)
    if not any(unit.word(i) in _IT for i in range(first, end)):
        return None
    start = _bare(unit, end - 1, first) if end - 1 > verb else None
    if start is None or unit.word(start - 1) in ("wie", "als"):
        return None
    return held_off(unit, start, end, _where(unit, first, verb), f'"{unit.word(verb)}" with a bare name', 0.7)


def one_calls(unit: Unit, verb: int) -> list[Quotation]:
    """Rule 5: "In Moskau nennt man Spezialoperation, was …", "Wer den Krieg einen … nennt"."""
    first, end = _segment(unit, verb)
    if unit.word(first) in ("Wer", "wer") and verb == end - 1 and unit.bit(verb - 1) & CAPITAL:
        start = verb - 1
        while (
            start - 1 > first
            and unit.word(start - 1).endswith(_ENDINGS)
            and not unit.bit(start - 1) & (CAPITAL | DETERMINER)
        ):
            start -= 1
        return _list(held_off(unit, start, verb, None, f'"wer … {unit.word(verb)}"', 0.75))
    if verb + 1 >= end or unit.word(verb + 1) not in ("man", "sie", "er", "es", "das"):
        return []
    segments = unit.segments
    what = any(a == end + 1 and unit.word(a) == "was" for a, _ in segments)
    start = end - 1 if what and unit.bit(end - 1) & CAPITAL else _bare(unit, end - 1, first)
    if start is None or start <= verb + 1:
        return []
    who, shown = _where(unit, first, verb), f'"{unit.word(verb)} {unit.word(verb + 1)}"'
    found = _list(held_off(unit, start, end, who, shown, 0.8))
    # "…, was die Stadt zerstört, und Befreiung, was …"
    for (a, b), (after, _) in pairwise(segments):
        if a > end and b - a == 2 and unit.word(a) in _JOINED and unit.word(after) == "was":
            found += _list(held_off(unit, a + 1, b, who, shown, 0.75))
    return found


def _where(unit: Unit, first: int, verb: int) -> tuple[int, int] | None:
    """ "In Moskau nennt man", "Im Kreml hieß": the place stands for who speaks there."""
    if unit.word(first) not in ("In", "in", "Im", "im"):
        return None
    behind = phrase_end(unit, first + 1, verb)
    return (first + 1, behind) if behind > first + 1 else None


def one_says(unit: Unit, verb: int) -> Quotation | None:
    """Rule 6: "Weshalb sagen Sie nicht neutral Ukraine-Konflikt?": a bare noun as what is said."""
    first, end = _segment(unit, verb)
    if not any(unit.word(i) in _WHO_SAYS for i in range(verb + 1, end - 1)):
        return None
    start = _bare(unit, end - 1, first)
    if start is None or start <= verb + 1 or unit.word(end - 1).endswith(("ern", "en")):
        return None
    return held_off(unit, end - 1, end, None, f'"{unit.word(verb)}" with a bare name', 0.65)


def story(unit: Unit, number: int) -> Quotation | None:
    """Rule 7: "das Narrativ vom menschengemachten Klimawandel", "ein Märchen wie die Klimakrise"."""
    if number + 2 >= unit.last or not number:
        return None
    word, behind = unit.word(number), unit.word(number + 1)
    if behind not in ("vom", "von") and not (behind == "wie" and word != "Theorie"):
        return None
    if behind == "von" and not unit.bit(number + 2) & DETERMINER:
        return None  # "die Theorie von Einstein", "die Erzählung von Storm": the author's name
    end = phrase_end(unit, number + 2, unit.last)
    if end == number + 2:
        return None
    return held_off(unit, number + 2, end, _followers(unit, number), f'"{word} {behind} …"', 0.65)


def _followers(unit: Unit, number: int) -> tuple[int, int] | None:
    """ "die Verfechter der Theorie vom …": who holds it."""
    if number < 3 or unit.word(number - 1) not in ("der", "des") or not unit.bit(number - 2) & CAPITAL:
        return None
    first = number - 2
    while first and number - first < 6 and not unit.bit(first) & DETERMINER:
        first -= 1
    return (first, number - 1) if unit.bit(first) & DETERMINER else None


def _list(made: Quotation | None) -> list[Quotation]:
    return [made] if made else []
