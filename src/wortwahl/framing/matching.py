"""Find a codebook's terms in a text: candidates by RE2 in one scan, a close look in Python at each."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import re2

from wortwahl.errors import InputError
from wortwahl.framing.codebook import Codebook
from wortwahl.framing.hyphenation import rejoin
from wortwahl.framing.patterns import PYTHON, RE2, bounded, fault_of, first_runs, phrase

# RE2 keeps the states of its automaton in at most this many bytes; our codebooks need about 2 MB.
_MEMORY = 256 << 20
# No exception that an author writes is longer.
_EXCEPT_REACH = 200
_LETTERS = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]+(?:[-‐‑'’][^\W_]+)*")


class Entry(NamedTuple):
    """A term with all that decides where it is found."""

    key: str
    text: str
    context: tuple[str, ...] = ()
    within: int = 0
    exceptions: tuple[str, ...] = ()


class Place(NamedTuple):
    """Where an entry was found, in code points, end exclusive."""

    start: int
    end: int
    entry: int


class Matcher:
    """Finds entries in texts.

    Parameters
    ----------
    entries : iterable of Entry
        In the order that decides between two of the same length.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_first: dict[str, list[int]] = {}
        self._open: list[int] = []
        for i, entry in enumerate(self.entries):
            runs = first_runs(entry.text)
            if runs is None:
                self._open.append(i)
            for run in runs or ():
                self._by_first.setdefault(run, []).append(i)
        self._scan = _compile_re2(tuple(entry.text for entry in self.entries))

    def find(self, text: str) -> list[Place]:
        """Return the uses of the entries in a text, in their order, none overlapping another.

        The longest wins; of two of the same length, the one without a star, then the one that begins
        first, then the one that is written first.
        """
        places = sorted(
            self.find_all(text),
            key=lambda place: (
                place.start - place.end,
                "*" in self.entries[place.entry].text,
                place.start,
                place.entry,
            ),
        )
        if len(places) < 2:
            return places
        taken: list[Place] = []  # in the order of the text, so that only two can be in the way
        for place in places:
            i = bisect_left(taken, place)
            if (i == 0 or taken[i - 1].end <= place.start) and (
                i == len(taken) or place.end <= taken[i].start
            ):
                taken.insert(i, place)
        return taken

    def find_all(self, text: str) -> list[Place]:
        """Return every place of every entry, overlapping ones too."""
        if not self.entries:
            return []
        found = [(start, end, i) for start in self._candidates(text) for end, i in self._at(text, start)]
        joined = rejoin(text)
        if joined is not None:
            for start in self._candidates(joined.text):
                found += [
                    (joined.start(start), joined.end(end), i)
                    for end, i in self._at(joined.text, start)
                    if joined.goes_over_a_break(start, end)
                ]
        return [Place(*one) for one in found if self._holds(text, *one)]

    def _candidates(self, text: str) -> Iterator[int]:
        """Yield the starts, in code points, at which some entry may stand."""
        data = text.encode("utf-8", "replace")
        ascii_only = len(data) == len(text)
        position = byte = char = 0
        while (match := self._scan.search(data, position)) is not None:
            start = match.start()
            width = _width(data[start])
            if not data[start : start + width].decode("utf-8").isalnum():
                start += width
                width = _width(data[start])
            if ascii_only:
                char = start
            else:
                char += len(data[byte:start].decode("utf-8"))
                byte = start
            yield char
            # The next may begin inside this one, and its boundary may be the character that ended this.
            position = start + width

    def _at(self, text: str, start: int) -> list[tuple[int, int]]:
        """Return end and entry of all that stand at a start."""
        run = _LETTERS.match(text, start)
        if run is None:
            return []
        entries = self._by_first.get(run.group().casefold(), [])
        found = []
        for i in (*entries, *self._open):
            match = _compile((self.entries[i].text,)).match(text, start)
            if match:
                found.append((match.end(), i))
        return found

    def _holds(self, text: str, start: int, end: int, i: int) -> bool:
        entry = self.entries[i]
        if entry.exceptions and _is_exception(text, start, end, entry.exceptions):
            return False
        if not entry.context:
            return True
        low, high = _window(text, start, end, entry.within)
        context = _compile_re2(entry.context)
        return bool(context.search(text[low:start]) or context.search(text[end:high]))


def _is_exception(text: str, start: int, end: int, exceptions: tuple[str, ...]) -> bool:
    low, high = max(0, start - _EXCEPT_REACH), end + _EXCEPT_REACH
    if not _compile_re2(exceptions).search(text[low:high]):
        return False  # mostly; the automaton says so in microseconds
    return any(
        match.start() < end and start < match.end()
        for exception in exceptions
        for match in _compile((exception,)).finditer(text, low, high)
    )


def _window(text: str, start: int, end: int, within: int) -> tuple[int, int]:
    """Return where the words begin and end that are at most `within` words away from a place.

    Examples
    --------
    >>> _window("eins zwei drei vier fünf", 10, 14, 1)
    (5, 19)
    """
    high = end
    for word in islice(_WORD.finditer(text, end), within):
        high = word.end()
    reach = within * 20
    while True:
        low = max(0, start - reach)
        before = [word.start() for word in _WORD.finditer(text, low, start)]
        if low:
            before = before[1:]  # the first may be cut
        if len(before) >= within:
            return before[-within], high
        if low == 0:
            return 0, high
        reach *= 2


def matcher_of(codebook: Codebook) -> Matcher:
    """Return the matcher of a codebook's terms; the key of an entry is its frame's."""
    return compile_entries(
        tuple(
            Entry(key, " ".join(term.term.split()), term.context, term.within, term.except_)
            for key, frame in codebook.frames.items()
            for term in frame.terms
        )
    )


@lru_cache(maxsize=16)
def compile_entries(entries: tuple[Entry, ...]) -> Matcher:
    """Return a matcher, the same for the same entries.

    Raises
    ------
    InputError
        If an entry is no term, or if two entries of different keys are two forms of one word.
    """
    first: dict[str, Entry] = {}
    for entry in entries:
        for text in (entry.text, *entry.context, *entry.exceptions):
            if fault := fault_of(text):
                raise InputError(fault[0], what_to_do=fault[1])
        pattern = phrase(entry.text, PYTHON)
        other = first.setdefault(pattern, entry)
        if other.key != entry.key:
            raise InputError(
                f"'{other.text}' in '{other.key}' and '{entry.text}' in '{entry.key}' are one term.",
                where="the codebook",
                what_to_do="Keep it in one place only.",
            )
    return Matcher(entries)


def _width(first: int) -> int:
    """Return how many bytes a character has whose first byte in UTF-8 this is."""
    return 1 if first < 0x80 else 2 if first < 0xE0 else 3 if first < 0xF0 else 4


@lru_cache(maxsize=20_000)
def _compile(texts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(bounded(texts, PYTHON))


@lru_cache(maxsize=2_000)
def _compile_re2(texts: tuple[str, ...]) -> "re2._Regexp":
    options = re2.Options()
    options.max_mem = _MEMORY
    options.never_capture = True
    options.log_errors = False
    return re2.compile(bounded(texts, RE2), options)
