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

from wortwahl.language.speech.mentions import Mention
from wortwahl.language.speech.offices import office
from wortwahl.language.speech.page import (
    BODIES,
    COMMON,
    FUNCTION,
    NOBODY,
    WORDS,
    Found,
    Heard,
    Page,
    better,
    core_of,
    fit,
)
from wortwahl.language.speech.people import genders, is_body, is_female, is_person
from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import SOURCE_NOUN, bits
from wortwahl.language.wordlists import word_set

__all__ = ["is_female", "is_pronoun", "resolve"]

_PRONOUNS = {
    **dict.fromkeys(("er", "dieser", "letzterer", "ihm"), "m"),
    **dict.fromkeys(("sie", "diese", "letztere", "ihr"), "fp"),
    **dict.fromkeys(("es", "dieses"), "n"),
    **dict.fromkeys(("ihnen",), "p"),
}
_POSSESSIVE = re.compile(r"^(sein|ihr)(?:e[nrms]?)?$", re.IGNORECASE)
_PAPERS = re.compile(
    r"^(?:(?:einer|einem|der|dem|den|diesem|dieser|seiner|seinem|ihrer|ihrem)\s+)?"
    r"(?:Mitteilung|Erklärung|Stellungnahme|Brief|Schreiben|Aussendung|Pressemitteilung|Bericht|Papier|Aufruf|Antrag|Appell)$"
)
_PRONOUN_BEHIND = re.compile(r"\s+[^\W\d_]+\s+(er|sie)\b")
_OF = re.compile(r"^[\w-]+\s+(?:(?:von|vom)\s+)?(?=\S)")
_ANAPHORS = word_set("demnach demzufolge danach wonach zufolge darin")
_IT_SAYS = word_set("heißt hieß heiße hiess heisst")
_RELATIVES = word_set("der die das welcher welche welches")
_SENTENCES_BACK = 6
_ENOUGH = 2.5
# Distanced words that are held to be those of who speaks around them.
_THEIR_WORD = ("scare quotes in reported speech", '"sogenannt', '"sog')
_MANY = word_set("haben hatten sind waren wurden werden hätten")
_ONE = word_set("hat hatte ist war wurde wird habe hätte")


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
    return _Listener(Page(reading, title)).names(found)


class _Listener:
    """Goes through the quotations of one text and remembers who was heard."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.text

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
                at = one.speaker[0] if one.speaker else begin
                self.page.heard.append(Heard(*name, at, genders(core_of(name[0])), is_person(name[0])))
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
            hearsay = one.cue and self.text[slice(*one.cue)].lower() in _IT_SAYS
            if one.type in ("Direct", "IndirectFreeIndirect") or hearsay:
                return self._nearest(found, number) if not around[0] else around
            return NOBODY
        start, end = one.speaker
        written = self.text[start:end].strip(" ,")
        as_written = (written, start, start + len(written))
        words = WORDS.findall(written)
        if not words:
            return as_written
        if len(words) > 1 and bits(words[0]) & SOURCE_NOUN:
            # "Angaben der Behörden": the name is what they are the words of
            cut = _OF.match(written)
            if cut:
                as_written = (written[cut.end() :], start + cut.end(), start + len(written))
        first = words[0].lower()
        if first in ("unserer", "unsere", "meiner", "meines", "unserem", "unseren"):
            return around
        if is_pronoun(written):
            return self._pronoun(start, _PRONOUNS[first], self._is_plural(one)) or as_written
        if written in _RELATIVES:
            return self._explained(start) or as_written
        if words[-1].lower() in _ANAPHORS and len(words) == 1:
            return self._before(start)
        if first in ("eigenen", "eigener", "eigenem"):
            behind = _PRONOUN_BEHIND.match(self.text, start + len(written))
            if behind:  # "nach eigenen Angaben will er"
                who = self._pronoun(behind.start(1), _PRONOUNS[behind[1].lower()], None)
                if who:
                    return who
            return self._subject_near(start) or as_written
        possessive = _POSSESSIVE.match(words[0])
        if possessive and len(words) == 2 and (_PAPERS.match(written) or bits(words[1]) & SOURCE_NOUN):
            return self._pronoun(start, "m" if possessive[1].lower() == "sein" else "fp", None) or as_written
        if _PAPERS.match(written):
            author = self._author_of(start, words[-1])
            if author[0]:
                return author
            if words[-1] in ("Bericht", "Papier", "Antrag"):
                return as_written  # rather the paper than somebody heard before it
            here = self.page.unit_at(start)
            last = self.page.unit_at(self.page.heard[-1].at) if self.page.heard else -9
            near = here and last < here - 1 and not self.page.paragraph_between(here - 1, here)
            who = self._subject_of(here - 1) if near else self._before(start)
            return who if who[0] else as_written
        return office(self.page, as_written) or self.page.fullest(as_written)

    def _guest(self, place: int) -> Found:
        """An interview without labels: who is addressed in its questions ("Frau Birke, …?"), in full."""
        address = self.page.address
        if address is None or address.end() > place:
            return NOBODY
        return self.page.fullest((address[1], *address.span(1)))

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
        here = self.page.unit_at(place)
        low = max(0, here - _SENTENCES_BACK)
        for name in reversed(self.page.heard[-12:]):
            unit = self.page.unit_at(name.at)
            if unit < low - 4:
                break
            fits = fit(name.genders, wanted)
            if fits and name.at < place:
                score = fits + (3 * name.person if wanted != "n" else 1) + 2 - 0.9 * (here - unit)
                score -= 1.5 * self.page.paragraph_between(unit, here)
                best = better(best, score, (name.shown, name.start, name.end))
        for unit in range(here, low - 1, -1):
            if best and unit < here and best[0] >= 7 - 0.9 * (here - unit):
                break  # nothing farther away can fit better
            for one in self.page.mentions_of(unit):
                if one.start >= place:
                    break
                fits = fit(one.genders, wanted)
                if not fits:
                    continue
                named = self.text[one.start : one.end]
                person = 2 * one.person or int(is_body(named)) or self._comes_again(one)
                person += one.person and self.page.is_named(named)
                score = fits + person * (wanted != "n") + one.subject + one.first
                score -= 0.9 * (here - unit) + (2 if unit == here else 0)
                best = better(best, score, self.page.shown(one))
        if best and best[0] >= _ENOUGH:
            return office(self.page, best[1]) or self.page.fullest(best[1])
        for name in self.page.in_title:
            if fit(genders(name[0]), wanted) and (is_person(name[0]) or wanted != "m"):
                # a name that only the title has is shown, but stands where the pronoun does
                return name if name[1] >= 0 else (name[0], place, self._word_end(place))
        return None

    def _word_end(self, place: int) -> int:
        word = WORDS.match(self.text, place)
        return word.end() if word else place

    def _comes_again(self, one: Mention) -> int:
        """A bare word that comes more than once is rather a last name than a thing."""
        word = self.text[one.start : one.end]
        name = word.isalpha() and word[0].isupper() and word not in BODIES and not COMMON.search(word)
        return int(name and self.page.times[word] > 1)

    def _explained(self, place: int) -> Found | None:
        """ "der Sprecher, der sagte": what a relative clause explains, the noun phrase before its comma."""
        for one in reversed(self.page.mentions_of(self.page.unit_at(place))):
            if one.end <= place and self.text[one.end : place].strip() == ",":
                found = self.page.shown(one)
                return office(self.page, found) or self.page.fullest(found)
        return None

    # Rule 3

    def _before(self, place: int) -> Found:
        """Who was heard last in the two sentences before, else the subject of the sentence before."""
        here = self.page.unit_at(place)
        for name in reversed(self.page.heard[-3:]):
            if self.page.unit_at(name.at) >= here - 2 and name.at < place:
                return name.shown, name.start, name.end
        if here and not self.page.paragraph_between(here - 1, here):
            return self._subject_of(here - 1)
        return NOBODY

    def _author_of(self, place: int, paper: str) -> Found:
        """ "Zehn Verbände haben einen Brief geschrieben. In dem Brief": the subject where it is named."""
        here = self.page.unit_at(place)
        for unit in range(here - 1, max(-1, here - 9), -1):
            named = self.page.mentions_of(unit)
            for number, one in enumerate(named):
                if not one.subject and self.text[one.start : one.end].endswith(paper):
                    subjects = [m for m in named[:number] if m.subject]
                    return self.page.shown(subjects[-1]) if subjects else NOBODY
        return NOBODY

    def _subject_of(self, unit: int) -> Found:
        for one in self.page.mentions_of(unit):
            if one.first and _speaks(one, self.text[one.start : one.end], self.page):
                found = self.page.shown(one)
                return office(self.page, found) or self.page.fullest(found)
        return NOBODY

    def _subject_near(self, place: int) -> Found | None:
        """The subject of the clause: the last one before the words, else the first behind them."""
        colon = self.text.rfind(": ", self.page.begins[self.page.unit_at(place)], place)
        subjects = [
            m for m in self.page.mentions_of(self.page.unit_at(place)) if m.subject and m.start > colon
        ]
        before = [m for m in subjects if m.end <= place]
        behind = [m for m in subjects if m.start > place + 8]
        one = before[0] if before else behind[0] if behind else None
        return self.page.fullest(self.page.shown(one)) if one else None

    # Rule 5

    def _nearest(self, found: list[Quotation], number: int) -> Found:
        begin = found[number].parts[0][0]
        here = self.page.unit_at(begin)
        if self.page.heard:
            name = self.page.heard[-1]
            unit = self.page.unit_at(name.at)
            if not self.page.paragraph_between(unit, here) or (
                found[number].type == "Direct" and here - unit <= 2 and self.page.mentions_of(here) == []
            ):
                return name.shown, name.start, name.end
        for later in found[number + 1 : number + 3]:
            if later.speaker and later.type != "Distanced" and later.parts[0][0] - begin < 400:
                unit = self.page.unit_at(later.speaker[0])
                written = self.text[later.speaker[0] : later.speaker[1]].strip(" ,")
                if not self.page.paragraph_between(here, unit) and not is_pronoun(written):
                    start = later.speaker[0]
                    return self.page.fullest((written, start, start + len(written)))
        if here and not self.page.paragraph_between(here - 1, here):
            return self._subject_of(here - 1)
        return NOBODY


def _speaks(one: Mention, name: str, page: Page) -> bool:
    """Whether the subject of a sentence can speak in the next: a person, a body, a bare name."""
    first = name.split()[0]
    if first == name and page.times[name] < 2:
        return False  # the first word of a sentence can be anything: "Unmittelbar danach …"
    bare = first[:1].isupper() and not bits(first.lower()) & FUNCTION and not COMMON.search(name)
    return one.person or is_body(name) or bare
