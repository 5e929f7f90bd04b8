"""Who "er", "sie", "der Minister" or "eigenen Angaben" is: the nearest fitting name before it in the text.

1. a pronoun is the person or body before it that fits in gender and number; who spoke last, who is the
   subject of the sentence before, and who is near comes first ("Die Ministerin reiste ab. Sie sagte …")
2. "der Minister", "die Partei" is the nearest name before it that carries the noun ("Außenminister Meier")
3. "eigenen Angaben" are those of the subject; "demnach", "einer Mitteilung" is whoever was heard before
4. a last name alone is shown in the fullest form the text has ("Meier": "Außenminister Jan Meier")
5. speech without a speaker is that of the speaker nearest before it in the paragraph
6. what fits nothing stays as written
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from wortwahl.language.speech.mentions import Mention, mentions
from wortwahl.language.speech.people import genders, is_body, is_female, is_man, is_person
from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import (
    ADVERB,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    SOURCE_NOUN,
    SUBORDINATOR,
    bits,
)
from wortwahl.language.wordlists import word_set

__all__ = ["is_female", "is_pronoun", "resolve"]

_PRONOUNS = {
    **dict.fromkeys(("er", "dieser", "letzterer", "ihm"), "m"),
    **dict.fromkeys(("sie", "diese", "letztere", "ihr"), "fp"),
    **dict.fromkeys(("es", "dieses"), "n"),
    **dict.fromkeys(("ihnen",), "p"),
}
_POSSESSIVE = re.compile(r"^(sein|ihr)(?:e[nrms]?)?$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|ein|eine|einer|einem|eines)\s+", re.IGNORECASE)
_FUNCTION = DETERMINER | PREPOSITION | ADVERB | PRONOUN | SUBORDINATOR
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
# An office or a first name before a last name: two or more capital words in a row.
_NAMES = re.compile(r"[A-ZÄÖÜ][\w’'-]+(?:\s+(?:von|de|van|der)\b)?(?:\s+[A-ZÄÖÜ][\w’'-]+)+")
_ADDRESS = re.compile(r"\b(?:Frau|Herr)(?:\s+(?:Professor|Doktor|Dr\.|Prof\.))*\s+([A-ZÄÖÜ][\w-]+),")
_PAPERS = re.compile(
    r"^(?:(?:einer|einem|der|dem|den|diesem|dieser|seiner|seinem|ihrer|ihrem)\s+)?"
    r"(?:Mitteilung|Erklärung|Stellungnahme|Brief|Schreiben|Aussendung|Pressemitteilung|Bericht|Papier|Aufruf|Antrag|Appell)$"
)
_ANAPHORS = word_set("demnach demzufolge danach wonach zufolge darin")
_BODIES = word_set("Moskau Kiew Kyjiw Washington Brüssel Berlin Peking Russland Ukraine Kreml Nato NATO EU")
_SENTENCES_BACK = 6


_KIND_OF_BODY = word_set("Partei Unternehmen Konzern Firma Sender Hersteller Zeitung Blatt Magazin Verein")
_PARTIES = word_set("SPD CDU CSU FDP AfD ÖVP SPÖ FPÖ SVP BSW Grüne Grünen Linke Linken Linkspartei Union")
# What is no name of a firm: common nouns, by their endings.
_COMMON = re.compile(r"(?:ung|heit|keit|schaft|ion|tät|er|en|land|stadt|burg|berg|tag|krieg)$")
_FAMILY = re.compile(
    r"(minister|kanzler|präsident|sekretär|sprecher|bürgermeister|general|botschafter|bischof|papst|könig|trainer|richter)",
    re.IGNORECASE,
)


class Name(NamedTuple):
    """Who was heard: how they are shown, the place of that name, and where in the text they were heard."""

    shown: str
    start: int
    end: int
    at: int
    genders: str
    person: bool


Found = tuple[str, int, int]
NOBODY: Found = ("", -1, -1)


def is_pronoun(text: str) -> bool:
    """Return whether a speaker as written is only a pronoun of the third person.

    Examples
    --------
    >>> is_pronoun("Sie"), is_pronoun("Die Ministerin")
    (True, False)
    """
    return text.lower() in _PRONOUNS


def resolve(reading: Reading, found: list[Quotation], title: str = "") -> list[Found]:
    """Return for each quotation the speaker as (name, start, end): the name, and where in the text it stands.

    Parameters
    ----------
    reading : Reading
        The text.
    found : list of Quotation
        Sorted by start.
    title : str
        The article's title, whose names count as named before the text.
    """
    return _Listener(reading, title).names(found)


class _Listener:
    """Goes through the quotations of one text and remembers who was heard."""

    def __init__(self, reading: Reading, title: str) -> None:
        self.reading = reading
        self.text = reading.text
        self.begins = [reading.starts[unit.lo] for unit in reading.units]
        self.heard: list[Name] = []
        self.in_title = [m.group() for m in _NAMES.finditer(title)]
        self._mentions: dict[int, list[Mention]] = {}
        self._full: dict[str, tuple[int, int]] | None = None

    def names(self, found: list[Quotation]) -> list[Found]:
        answers: list[Found] = []
        open_direct: list[tuple[int, Found, str]] = []
        for number, one in enumerate(found):
            begin = one.parts[0][0]
            while open_direct and open_direct[-1][0] <= begin:
                open_direct.pop()
            around = open_direct[-1][1] if open_direct else NOBODY
            if one.type == "Distanced" and open_direct and open_direct[-1][2] == "Direct":
                around = NOBODY  # who speaks holds the word off: it is somebody else's
            name = self._name(found, number, around)
            answers.append(name)
            if name[1] >= 0 and one.type != "Distanced" and name[0].lower() not in ("man", "niemand"):
                core = name[0]
                at = one.speaker[0] if one.speaker else begin
                self.heard.append(Name(*name, at, genders(_core(core)), is_person(core)))
            if one.type in ("Direct", "Indirect", "IndirectFreeIndirect"):
                open_direct.append((one.parts[-1][1], name, one.type))
        return answers

    def _name(self, found: list[Quotation], number: int, around: Found) -> Found:
        one = found[number]
        if one.speaker is None:
            if one.type == "Distanced":
                return around if one.evidence.startswith(_THEIR_WORD) else NOBODY
            if one.evidence.startswith("answer"):
                return self._guest(one.parts[0][0])
            if one.type in ("Direct", "IndirectFreeIndirect"):
                return self._nearest(found, number) if not around[0] else around
            return NOBODY
        start, end = one.speaker
        written = self.text[start:end].strip(" ,")
        as_written = (written, start, start + len(written))
        words = _WORDS.findall(written)
        if not words:
            return as_written
        first = words[0].lower()
        if first in ("unserer", "unsere", "meiner", "meines", "unserem", "unseren"):
            return around
        if is_pronoun(written):
            return self._pronoun(start, _PRONOUNS[first], self._is_plural(one)) or as_written
        if words[-1].lower() in _ANAPHORS and len(words) == 1:
            return self._before(start)
        if first == "eigenen" or first == "eigener":
            return self._subject_near(start) or as_written
        possessive = _POSSESSIVE.match(words[0])
        if possessive and len(words) == 2 and (_PAPERS.match(written) or bits(words[1]) & _SOURCE):
            return self._pronoun(start, "m" if possessive[1].lower() == "sein" else "fp", None) or as_written
        if _PAPERS.match(written):
            here = self._unit_at(start)
            last = self._unit_at(self.heard[-1].at) if self.heard else -9
            near = here and last < here - 1 and not self._paragraph_between(here - 1, here)
            who = self._subject_of(here - 1) if near else self._before(start)
            return who if who[0] else as_written
        return self._office(as_written) or self._fullest(as_written)

    def _guest(self, place: int) -> Found:
        """An interview without labels: who is addressed in its questions ("Frau Birke, …?"), in full."""
        address = _ADDRESS.search(self.text, 0, place)
        if address is None:
            return NOBODY
        return self._fullest((address[1], *address.span(1)))

    # Rule 1

    def _is_plural(self, one: Quotation) -> bool | None:
        spots = [p for p in (one.cue, *one.cue_rest) if p]
        words = [w for a, b in spots for w in self.text[a:b].lower().split()]
        if any(w in _MANY for w in words):
            return True
        if any(w in _ONE for w in words) or not words:
            return False
        return words[0].endswith("en") and not words[0].startswith("ge")

    def _pronoun(self, place: int, wanted: str, plural: bool | None) -> Found | None:
        if wanted == "fp" and plural is not None:
            wanted = "p" if plural else "f"
        best: tuple[float, Found] | None = None
        here = self._unit_at(place)
        low = max(0, here - _SENTENCES_BACK)
        for name in reversed(self.heard[-12:]):
            unit = self._unit_at(name.at)
            if unit < low - 4:
                break
            fit = _fit(name.genders, wanted)
            if fit and name.at < place:
                score = fit + 2 * name.person * (wanted != "n") + 3 - 0.9 * (here - unit)
                score -= self._paragraph_between(unit, here)
                best = _better(best, score, (name.shown, name.start, name.end))
        for unit in range(here, low - 1, -1):
            if best and unit < here and best[0] >= 6 - 0.9 * (here - unit):
                break  # nothing farther away can fit better
            for one in self._mentions_of(unit):
                if one.start >= place:
                    break
                fit = _fit(one.genders, wanted)
                if not fit:
                    continue
                score = fit + 2 * one.person * (wanted != "n") + one.subject + one.first
                score -= 0.9 * (here - unit) + (2 if unit == here else 0)
                best = _better(best, score, (self.text[one.start : one.end], one.start, one.end))
        if best and best[0] >= _ENOUGH:
            return self._office(best[1]) or self._fullest(best[1])
        for name in self.in_title:
            if _fit(genders(name), wanted) and (is_person(name) or wanted != "m"):
                at = self.text.find(name)
                return (name, at, at + len(name)) if at >= 0 else (name, place, place + 2)
        return None

    # Rule 2

    def _office(self, written: Found) -> Found | None:
        """ "der Minister" is who carries the noun; "der Politiker", "Polens Regierungschef" a person named near."""
        words = _WORDS.findall(_ARTICLE.sub("", written[0]))
        article = bool(_ARTICLE.match(written[0]))
        owned = len(words) == 2 and words[0].endswith("s") and not article
        if not (len(words) == 1 and article) and not owned:
            return None
        noun = words[-1].lower()
        for name in reversed(self.heard[-12:]):
            parts = _WORDS.findall(name.shown)
            longer = len(parts) > 2 or len(parts[-1]) > len(words[-1])
            if name.shown != written[0] and longer and any(p.lower().endswith(noun) for p in parts):
                return name.shown, name.start, name.end
        if is_person(words[-1]) and not written[0].lower().startswith(("ein", "des ")):
            return self._person_near(written, genders(written[0]))
        if words[-1] in _KIND_OF_BODY:
            return self._body_near(written[1], words[-1])
        return None

    def _person_near(self, written: Found, wanted: str) -> Found | None:
        """The named person nearest before it that fits and holds no other office."""
        place, noun = written[1], _WORDS.findall(written[0])[-1]
        here = self._unit_at(place)
        best: tuple[float, Found] | None = None
        near: list[tuple[float, Found]] = []
        for name in self.heard[-8:]:
            near.append((2 + name.person, (name.shown, name.start, name.end)))
        for unit in range(max(0, here - 4), here + 1):
            near += [
                (one.subject + one.first, (self.text[one.start : one.end], one.start, one.end))
                for one in self._mentions_of(unit)
                if one.end <= place
            ]
        for bonus, name in near:
            away = here - self._unit_at(name[1])
            if name[0] == written[0] or not 0 <= away <= 8:
                continue
            full = self._fullest(name)
            if not _is_named(full[0]) or not _same_office(noun, full[0]):
                continue
            fit = _fit(genders(_core(full[0])), wanted)
            if fit:
                best = _better(best, fit + bonus - 0.7 * away, full)
        if best is None:
            for name in self.in_title:
                if _is_named(name) and _same_office(noun, name) and _fit(genders(name), wanted):
                    at = self.text.find(name)
                    return (name, at, at + len(name)) if at >= 0 else None
        return best[1] if best else None

    def _body_near(self, place: int, noun: str) -> Found | None:
        """ "die Partei", "das Unternehmen": the nearest bare name before it that is no person and no place."""
        here = self._unit_at(place)
        for unit in range(here, max(-1, here - 6), -1):
            for one in self._mentions_of(unit):
                name = self.text[one.start : one.end]
                bare = _ARTICLE.sub("", name)
                if one.end > place or one.person or " " in bare or bare in _BODIES or not one.subject:
                    continue
                if self.text.count(bare) < 2:
                    continue  # the first word of a sentence can be anything
                party = bare in _PARTIES
                if party if noun == "Partei" else bare == name and not party and not _COMMON.search(bare):
                    return name, one.start, one.end
        return None

    # Rule 3

    def _before(self, place: int) -> Found:
        """Who was heard last in the two sentences before, else the subject of the sentence before."""
        here = self._unit_at(place)
        for name in reversed(self.heard[-3:]):
            if self._unit_at(name.at) >= here - 2 and name.at < place:
                return name.shown, name.start, name.end
        return self._subject_of(here - 1) if here and not self._paragraph_between(here - 1, here) else NOBODY

    def _subject_of(self, unit: int) -> Found:
        for one in self._mentions_of(unit):
            if one.first and _speaks(one, self.text[one.start : one.end]):
                found = (self.text[one.start : one.end], one.start, one.end)
                return self._office(found) or self._fullest(found)
        return NOBODY

    def _subject_near(self, place: int) -> Found | None:
        """The subject of the clause: the last one before the words, else the first behind them."""
        colon = self.text.rfind(": ", self.begins[self._unit_at(place)], place)
        subjects = [m for m in self._mentions_of(self._unit_at(place)) if m.subject and m.start > colon]
        before = [m for m in subjects if m.end <= place]
        behind = [m for m in subjects if m.start > place + 8]
        one = before[0] if before else behind[0] if behind else None
        return self._fullest((self.text[one.start : one.end], one.start, one.end)) if one else None

    # Rule 4

    def _fullest(self, written: Found) -> Found:
        if " " in written[0] or not written[0][:1].isupper() or written[0] in _BODIES:
            return written
        if self._full is None:
            self._full = {}
            for match in _NAMES.finditer(self.text):
                start, end = match.span()
                words = match.group().split()
                while words and bits(words[0].lower()) & _FUNCTION:
                    start += len(words[0]) + 1
                    words = words[1:]
                if 2 <= len(words) <= 4 and "\n" not in self.text[start:end]:
                    known = self._full.get(words[-1])
                    longer = known and known[1] - known[0] >= end - start
                    if not longer and (is_female(" ".join(words)) or is_man(" ".join(words))):
                        self._full[words[-1]] = (start, end)
        place = self._full.get(written[0])
        return (self.text[place[0] : place[1]], *place) if place else written

    # Rule 5

    def _nearest(self, found: list[Quotation], number: int) -> Found:
        begin = found[number].parts[0][0]
        here = self._unit_at(begin)
        if self.heard:
            name = self.heard[-1]
            unit = self._unit_at(name.at)
            if not self._paragraph_between(unit, here) or (
                found[number].type == "Direct" and here - unit <= 2 and self._mentions_of(here) == []
            ):
                return name.shown, name.start, name.end
        for later in found[number + 1 : number + 3]:
            if later.speaker and later.type != "Distanced" and later.parts[0][0] - begin < 400:
                unit = self._unit_at(later.speaker[0])
                written = self.text[later.speaker[0] : later.speaker[1]].strip(" ,")
                if not self._paragraph_between(here, unit) and not is_pronoun(written):
                    start = later.speaker[0]
                    return self._fullest((written, start, start + len(written)))
        if here and not self._paragraph_between(here - 1, here):
            return self._subject_of(here - 1)
        return NOBODY

    # Places

    def _unit_at(self, place: int) -> int:
        return max(0, bisect_right(self.begins, place) - 1)

    def _mentions_of(self, unit: int) -> list[Mention]:
        known = self._mentions.get(unit)
        if known is None:
            known = self._mentions[unit] = mentions(self.reading.units[unit])
        return known

    def _paragraph_between(self, first: int, second: int) -> bool:
        if first == second or not self.begins:
            return False
        end = self.reading.ends[self.reading.units[first].hi - 1]
        return "\n\n" in self.text[end : self.begins[second]]


_SOURCE = SOURCE_NOUN
_ENOUGH = 2.5
# Distanced words that are held to be those of who speaks around them.
_THEIR_WORD = ("scare quotes in reported speech", '"sogenannt', '"sog')
_MANY = word_set("haben hatten sind waren wurden werden hätten")
_ONE = word_set("hat hatte ist war wurde wird habe hätte")


def _speaks(one: Mention, name: str) -> bool:
    """Whether who or what is the subject of a sentence can be who speaks in the next: a person, a body, a name."""
    return (
        one.person
        or is_body(name)
        or bool(name[:1].isupper() and not bits(name.split()[0].lower()) & _FUNCTION)
    )


def _is_named(name: str) -> bool:
    """Two capital words in a row, of which one is an office or a first name."""
    return any(is_man(m.group()) or is_female(m.group()) for m in _NAMES.finditer(_ARTICLE.sub("", name)))


def _same_office(noun: str, name: str) -> bool:
    """ "der Präsident" is no "Außenminister Meier", but can be "Jan Meier"."""
    wanted, held = _FAMILY.search(noun), _FAMILY.search(name)
    return not (wanted and held) or wanted[1].lower() == held[1].lower()


def _fit(possible: str, wanted: str) -> float:
    """How well genders fit: sure, possible, or 0."""
    if not any(g in possible for g in wanted):
        return 0.0
    return 2.0 if len(possible) == 1 else 1.0


def _better(best: tuple[float, Found] | None, score: float, name: Found) -> tuple[float, Found]:
    return (score, name) if best is None or score > best[0] else best


def _core(name: str) -> str:
    """The name without what hangs on it: "ein Sprecher der Armee" is a "Sprecher"."""
    words = name.split()
    for number in range(1, len(words)):
        if words[number].strip(",") in _HANGS and words[number - 1][:1].isupper() and number > 1:
            return " ".join(words[:number])
        if words[number - 1].endswith(","):
            return " ".join(words[:number])
    return name


_HANGS = word_set("der des von vom im in am aus für zu zur zum an auf bei beim mit")
