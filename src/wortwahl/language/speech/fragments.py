"""What stands in quotation marks: speech, a word held at arm's length, or a title.

In their order:

1. a title or name ("die Zeitung „Rodong Sinmun“", "das Schiff „Moskwa“") is nobody's speech
2. a whole clause in marks with a colon or a verb of saying beside it is speech: „Das ist falsch“, sagte er
3. marks that stand alone as a sentence are speech
4. a fragment inside reported speech, or beside a verb of saying, is the speaker's word:
   er sprach von einer „schweren Niederlage“
5. all else is held at arm's length: die „Befreiung“ der Stadt
"""

import re
from typing import NamedTuple

from wortwahl.language.saying import forms_of
from wortwahl.language.speech.clauses import Cue
from wortwahl.language.speech.marks import Quoted
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import (
    ADVERB,
    CAPITAL,
    DETERMINER,
    NAME,
    NAME_PART,
    PREPOSITION,
    SAY,
    SAY_NOUN,
    SAY_STEM,
    SUM,
    SUM_PART,
    SUM_STEM,
    VERB,
)
from wortwahl.language.wordlists import word_set

_WORKS = re.compile(
    r"""(?:[Zz]eitung|[Zz]eitschrift|[Mm]agazins?|[Bb]latte?s?|[Ff]ilme?s?|[Bb]uche?s?|[Rr]omane?s?|[Ss]erie|[Ss]endung
    |[Ss]enders?|[Aa]gentur|[Ss]chiffe?s?|[Ff]regatte|[Kk]reuzers?|[Tt]itels?|[Uu]nternehmens?|[Ff]irma|[Pp]artei|[Oo]rganisation|[Vv]ereins?
    |[Gg]ruppe|[Pp]rojekte?s?|[Pp]rogramms?|[Ll]iede?s?|[Aa]lbums?|[Ss]ongs?|[Tt]hemas?|[Mm]otto|[Nn]amens?|[Bb]ündnis(?:ses)?
    |[Tt]yps?|[Mm]arke|[Pp]ortals?|[Ss]eite|[Hh]urrikans?|[Ss]turms?|[Tt]aifuns?|[Pp]reise?s?|[Oo]rdens?|[Ss]tiftung|[Ii]nitiative
    |[Kk]ampagne|[Oo]peration|[Mm]ission|[Rr]akete|[Ss]onde|[Rr]aumfähre|[Ss]atellite?n?|[Ff]lugzeugs?|[Aa]usstellung|[Kk]onzerns?
    |[Ss]oftware|[Bb]and|[Oo]pern?|[Tt]heaterstücks?|[Rr]eihe|[Rr]ubrik|[Kk]anals?|[Bb]logs?|[Ww]ebsite|[Tt]yps|[Mm]odells?|[Ss]ystems?
    |[Bb]randes?|[Kk]neipe|[Ll]okals?|[Hh]otels?|[Rr]estaurants?|[Bb]ataillons?|[Bb]rigade|[Aa]bteilung|[Gg]emälde|[Pp]lakats?
    |[Aa]ktion|[Vv]erbande?s?|[Gg]ewerkschaft|[Nn]etzwerks?|[Ff]estivals?|[Kk]lasse|[Dd]ienste?s?|[Ss]tudie|[Bb]erichts?|[Zz]entrums?
    |[Tt]ageszeitung|[Ww]ochenzeitung|[Nn]achrichtenmagazins?|Spiegels?|Welt|Bild)$""",
    re.VERBOSE,
)
_MEDIA = word_set(
    """
    Spiegel Bild Welt Zeit Focus Stern Standard Presse Kurier Krone Guardian Times Economist
    Tagesspiegel Tagesschau Handelsblatt Kommersant Iswestija Prawda taz Merkur
    """
)
_TIMES = word_set(
    """
    Januar Februar März April Mai Juni Juli August September Oktober November Dezember Montag Dienstag
    Mittwoch Donnerstag Freitag Samstag Sonntag Morgen Abend Nachmittag Uhr Jahr Jahren
    """
)
_TITLE_CUES = frozenset(
    ("Titel", "Motto", "Namen", "Thema", "Überschrift", "Stichwort", "Slogan", "Projektname")
)


class Marked(NamedTuple):
    """One outer quotation in a unit: its item, its marks, and its role."""

    item: int
    quote: Quoted
    role: str  # "speech", "fragment", "scare", "title", "naming"
    evidence: str
    confidence: float


def marked(unit: Unit, quote: Quoted, item: int, unit_cues: list[Cue], inside: bool) -> Marked:
    """Return the role of what stands in marks.

    Parameters
    ----------
    unit : Unit
        The sentence or sentences that hold it.
    quote : Quoted
        The marks.
    item : int
        Its item in the unit.
    unit_cues : list of Cue
        The verbs of saying of the unit.
    inside : bool
        Whether the place is inside reported speech.
    """
    reading = unit.reading
    lo, hi = reading.token_at(quote.inner_start), reading.token_at(quote.inner_end)
    words = reading.words[lo:hi]
    count = sum(1 for w in words if w[0].isalnum())
    before = unit.word(item - 1) if item else ""
    clause_like = is_clause(reading.bits[lo:hi], words)
    after = (
        reading.words[reading.token_at(quote.end)] if reading.token_at(quote.end) < len(reading.words) else ""
    )
    stop_inside = bool(words) and words[-1] in ".!?…"
    if before == ":" and (count > 1 or stop_inside):
        if item >= 2 and unit.word(item - 2) in _TITLE_CUES:
            return Marked(item, quote, "title", "title in quotation marks", 0.7)
        return Marked(item, quote, "speech", "quotation marks after a colon", 0.95)
    if clause_like and count > 3:
        if _work(before) and not stop_inside:
            return Marked(item, quote, "title", "title in quotation marks", 0.6)
        return Marked(item, quote, "speech", "quotation marks", 0.9)
    if (
        item + 2 < unit.last
        and unit.word(item + 1) == ","
        and unit.bit(item + 2) & (SAY | SAY_STEM)
        and item == 0
    ):
        return Marked(item, quote, "speech", "quotation marks before a verb of saying", 0.9)
    if stop_inside and (count > 4 or (count > 2 and (item == 0 or before in ".!?,"))):
        return Marked(item, quote, "speech", "quotation marks", 0.85)
    if is_title(unit, item, words, before):
        return Marked(item, quote, "title", "title or name in quotation marks", 0.7)
    cue = near_cue(unit, item, unit_cues, wide=count > 2)
    single = count == 1 or (count == 2 and not words[0][0].isupper()) or _names_a_thing(reading.bits[lo:hi])
    following = unit.word(item + 1) if item + 1 < unit.last else ""
    if count == 1 and names_only(words) and following in _WORDED:
        # "hätten lieber „Ukraine-Krise“ gelesen"
        return Marked(item, quote, "scare", f'talk about the word, "{following}"', 0.75)
    if count == 1 and inside and names_only(words) and _denied(unit, item):
        # "es handle sich nicht um einen „Konflikt“, sondern um einen Krieg": another's word, rejected
        return Marked(item, quote, "scare", "scare quotes, denied", 0.65)
    if (
        single
        and names_only(words)
        and _article_before(unit, item)
        and inside
        and not _naming_near(unit, item)
    ):
        # "sie sagte, die „Spezialoperation“ sei ein Überfall": one contested noun, doubted by who speaks
        return Marked(item, quote, "scare", "scare quotes in reported speech", 0.6)
    if (
        count == 1
        and item < 3
        and item + 1 < unit.last
        and unit.word(item + 1) == cue
        and _article_before(unit, item)
    ):
        # "Die „Befreiung“ forderte Tote": what stands in the marks is the subject itself
        return Marked(item, quote, "scare", "scare quotes", 0.7)
    if cue in ("genannt", "genannte", "genannten", "bekannt", "bekannte", "bekannten"):
        return Marked(item, quote, "naming", f'"{cue}"', 0.6)
    if cue in ("nennt", "nennen", "nannte") and _reflexive(unit, item):
        return Marked(item, quote, "title", "name in quotation marks", 0.6)
    if count == 1 and cue.lower() in ("rufen", "ruft", "riefen"):
        return Marked(item, quote, "title", "name in quotation marks", 0.6)
    if cue:
        return Marked(item, quote, "fragment", f'quotation marks, "{cue}"', 0.85)
    if inside:
        return Marked(item, quote, "fragment", "quotation marks in reported speech", 0.8)
    if count > 6:
        return Marked(item, quote, "fragment", "quotation marks around several words", 0.6)
    if after == "," and item == 0 and count > 2:
        return Marked(item, quote, "speech", "quotation marks", 0.6)
    return Marked(item, quote, "scare", "scare quotes", 0.7)


def is_clause(bits_inside: list[int], words: list[str]) -> bool:
    """Return whether words hold a finite verb, so that they can be a sentence."""
    return any(b & VERB and not b & CAPITAL for b in bits_inside) or (bool(words) and words[-1] in "!?")


def names_only(words: list[str]) -> bool:
    """Return whether the last word is a noun, so that the words can be a name for a thing."""
    return bool(words) and words[-1][0].isupper() and words[-1] != "-"


def _names_a_thing(bits_inside: list[int]) -> bool:
    """ "Befreiung des Donbass", "Krieg gegen die Ukraine": nouns without a judgement of an adjective."""
    if not 2 <= len(bits_inside) <= 4 or not bits_inside[0] & bits_inside[-1] & CAPITAL:
        return False
    return all(b & (CAPITAL | DETERMINER | PREPOSITION) for b in bits_inside)


def _denied(unit: Unit, item: int) -> bool:
    before = [unit.word(i) for i in range(max(0, item - 4), item)]
    denial = "nicht" in before or (bool(before) and before[-1].lower().startswith("kein"))
    return denial and "sondern" in [unit.word(i) for i in range(item + 1, min(unit.last, item + 4))]


_WORDED = word_set(
    """
    gelesen lesen geschrieben schreiben gesagt sagen gehört hören verwendet verwenden benutzt benutzen
    gebraucht gebrauchen
    """
)


def _reflexive(unit: Unit, item: int) -> bool:
    """ "die sich selbst „Rat für Reform“ nennt", "dies nennt man „Aktiensplit“": a name, nobody's verdict."""
    return any(unit.word(i) in ("sich", "man") for i in range(max(0, item - 5), item))


def _article_before(unit: Unit, item: int) -> bool:
    return item > 0 and unit.word(item - 1).lower() in _DEFINITE


def _naming_near(unit: Unit, item: int) -> bool:
    return any(unit.bit(i) & (NAME | NAME_PART) for i in range(max(0, item - 8), min(unit.last, item + 8)))


_HOLDS = word_set(
    """
    sieht sehen sah sahen hält halten hielt hielten wertet werten wertete betrachtet betrachten
    empfindet
    """
)
_DEFINITE = word_set(
    """
    der die das den dem des diese dieser dieses diesen diesem angebliche angeblichen angeblicher
    """
)


def is_title(unit: Unit, item: int, words: list[str], before: str) -> bool:
    """Return whether marks hold the title of a work or a name."""
    content = [w for w in words if w[0].isalnum()]
    if not content:
        return True
    if _work(before) or before in _TITLE_CUES:
        return True
    if any(w in _MEDIA for w in content) and len(content) <= 4:
        return True
    names = all(
        w[0].isupper()
        or w[0].isdigit()
        or w in ("of", "the", "de", "la", "le", "and", "für", "und", "der", "des", "in", "im", "am")
        for w in content
    )
    earlier = unit.word(item - 1) if item else ""
    naming = any(unit.bit(i) & (NAME | NAME_PART) for i in range(unit.last)) or earlier in (
        "als",
        "von",
        "einer",
        "einem",
        "eine",
        "ein",
        "einen",
        "keine",
        "kein",
        "keinen",
        "sogenannten",
        "sogenannte",
        "genannten",
        "genannte",
    )
    if names and len(content) >= 2 and not naming:
        return True
    # a foreign or made-up name of one word after an article and a noun: "Raumfähre „Discovery“"
    return (
        names
        and len(content) == 1
        and bool(earlier)
        and bool(unit.bit(item - 1) & CAPITAL)
        and not unit.bit(item - 1) & (DETERMINER | PREPOSITION | ADVERB)
        and earlier not in _TIMES
        and not any(unit.bit(i) & (NAME | NAME_PART) for i in range(unit.last))
    )


def _work(before: str) -> bool:
    return bool(before) and bool(_WORKS.search(before))


def near_cue(unit: Unit, item: int, unit_cues: list[Cue], wide: bool = False) -> str:
    """Return the words of the verb of saying in whose clause marks stand, or ""."""
    segment = _segment(unit, item)
    first, end = segment
    for cue in unit_cues:
        if first <= cue.items[0] < end and (cue.kind == "saying" or wide):
            return " … ".join(unit.word(i) for i in cue.items)
    apart = forms_of("summing")[2]
    for i in range(first, end):
        bit = unit.bit(i)
        if bit & CAPITAL and i:
            continue
        if bit & (SUM | SUM_PART | NAME) or (
            bit & SUM_STEM and unit.word(end - 1) in apart.get(unit.word(i).lower(), ())
        ):
            return unit.word(i)
    if any(unit.word(i) in ("als", "für") for i in range(max(first, item - 3), item)):
        # "sieht ihn als „Hauptziel“", "hält das für „böse“"
        for i in range(first, end):
            if unit.word(i) in _HOLDS:
                return unit.word(i)
    for i in range(max(first, item - 6), item):
        if unit.bit(i) & SAY_NOUN:
            return unit.word(i)
    return ""


def _segment(unit: Unit, item: int) -> tuple[int, int]:
    for first, end in unit.segments:
        if first <= item < end:
            return first, end
    return 0, unit.last
