"""A text with the places a name can be looked up at: its sentences, noun phrases and full names."""

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from wortwahl.language.speech.mentions import Mention, mentions
from wortwahl.language.speech.people import is_female, is_man
from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.words import ADVERB, DETERMINER, PREPOSITION, PRONOUN, SUBORDINATOR, bits
from wortwahl.language.wordlists import word_set

FUNCTION = DETERMINER | PREPOSITION | ADVERB | PRONOUN | SUBORDINATOR
ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|ein|eine|einer|einem|eines)\s+", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_][\w’'-]*")
# An office or a first name before a last name: two or more capital words in a row.
NAMES = re.compile(r"[A-ZÄÖÜ][\w’'-]+(?:\s+(?:von|de|van|der)\b)?(?:\s+[A-ZÄÖÜ][\w’'-]+)+")
ADDRESS = re.compile(r"\b(?:Frau|Herr)(?:\s+(?:Professor|Doktor|Dr\.|Prof\.))*\s+([A-ZÄÖÜ][\w-]+),")
BODIES = word_set("Moskau Kiew Kyjiw Washington Brüssel Berlin Peking Russland Ukraine Kreml Nato NATO EU")
# What is no name of a person or a firm: common nouns, by their endings.
COMMON = re.compile(r"(?:ung|heit|keit|schaft|ion|tät|er|en|land|stadt|burg|berg|tag|krieg)$")

# A name as (what is shown, start, end).
Found = tuple[str, int, int]
NOBODY: Found = ("", -1, -1)


class Heard(NamedTuple):
    """Who was heard: how they are shown, the place of that name, and where in the text they were heard."""

    shown: str
    start: int
    end: int
    at: int
    genders: str
    person: bool


class Page:
    """One text, its title, and who was heard in it so far."""

    def __init__(self, reading: Reading, title: str) -> None:
        self.reading = reading
        self.text = reading.text
        self.begins = [reading.starts[unit.lo] for unit in reading.units]
        self.heard: list[Heard] = []
        self.in_title: list[Found] = []
        for match in NAMES.finditer(title):
            at = self.text.find(match.group())
            self.in_title.append((match.group(), at, at + len(match.group()) if at >= 0 else -1))
        self._title_words = WORDS.findall(title)
        self._mentions: dict[int, list[Mention]] = {}
        self._full: dict[str, Found] | None = None

    @cached_property
    def times(self) -> Counter[str]:
        """How often each word stands in the text and its title."""
        return Counter(self.reading.words) + Counter(self._title_words)

    @cached_property
    def address(self) -> re.Match[str] | None:
        """The first "Frau Birke, …" or "Herr Ahorn, …": whom the questions of an interview address."""
        return ADDRESS.search(self.text)

    def unit_at(self, place: int) -> int:
        """Return the number of the sentence at a place."""
        return max(0, bisect_right(self.begins, place) - 1)

    def mentions_of(self, unit: int) -> list[Mention]:
        """Return the noun phrases of a sentence (found once)."""
        known = self._mentions.get(unit)
        if known is None:
            known = self._mentions[unit] = mentions(self.reading.units[unit])
        return known

    def paragraph_between(self, first: int, second: int) -> bool:
        """Return whether a blank line stands between two sentences."""
        if first == second or not self.begins:
            return False
        end = self.reading.ends[self.reading.units[first].hi - 1]
        return "\n\n" in self.text[end : self.begins[second]]

    def shown(self, one: Mention) -> Found:
        """Return a noun phrase as a name."""
        return self.text[one.start : one.end], one.start, one.end

    def fullest(self, written: Found) -> Found:
        """Return the fullest form that the text has of a last name: "Meier" is "Außenminister Jan Meier"."""
        if " " in written[0] or not written[0][:1].isupper() or written[0] in BODIES:
            return written
        if self._full is None:
            self._full = self._full_names()
        return self._full.get(written[0], written)

    def _full_names(self) -> dict[str, Found]:
        full: dict[str, Found] = {}
        for match in NAMES.finditer(self.text):
            start, end = match.span()
            words = match.group().split()
            while words and (bits(words[0].lower()) & FUNCTION or (words[0].isupper() and len(words) > 2)):
                start += len(words[0]) + 1
                words = words[1:]
            if not 2 <= len(words) <= 4 or "\n" in self.text[start:end]:
                continue
            known = full.get(words[-1])
            if (known is None or len(known[0]) < end - start) and self._is_person(words):
                full[words[-1]] = (self.text[start:end], start, end)
        return full

    def _is_person(self, words: list[str]) -> bool:
        """An office or a first name; or a last name that comes again alone."""
        name = " ".join(words)
        if any(w in ("Sie", "Er", "Ich", "Wir", "Ihr", "Ihnen", "Man") for w in words):
            return False  # "Sind Sie …?"
        if is_female(name) or is_man(name):
            return True
        if len(words) > 3 or not words[1][0].isupper() or any(COMMON.search(w) or w in BODIES for w in words):
            return False
        return self.times[words[-1]] > 2

    def is_named(self, name: str) -> bool:
        """Return whether a phrase names a person: two capital words in a row of which one is a name."""
        return any(self._is_person(m.group().split()) for m in NAMES.finditer(ARTICLE.sub("", name)))


def fit(possible: str, wanted: str) -> float:
    """Return how well genders fit: 2 where they are sure, 1 where possible, 0 where not."""
    if not any(g in possible for g in wanted):
        return 0.0
    return 2.0 if len(possible) == 1 else 1.0


def better(best: tuple[float, Found] | None, score: float, name: Found) -> tuple[float, Found]:
    """Return the better of two names; of equals the first."""
    return (score, name) if best is None or score > best[0] else best


def core_of(name: str) -> str:
    """Return a name without what hangs on it: "ein Sprecher der Armee" is a "Sprecher"."""
    words = name.split()
    for number in range(1, len(words)):
        if words[number].strip(",") in _HANGS and words[number - 1][:1].isupper() and number > 1:
            return " ".join(words[:number])
        if words[number - 1].endswith(","):
            return " ".join(words[:number])
    return name


_HANGS = word_set("der des von vom im in am aus für zu zur zum an auf bei beim mit")
