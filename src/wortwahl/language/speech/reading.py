"""A text read once: tokens with their bits, sentences, quotation marks, and the clauses of a sentence.

Everything the rules look at is made here, each thing once, so that their chain stays linear.
"""

from bisect import bisect_left
from functools import cached_property

from wortwahl.language.sentences import sentences
from wortwahl.language.speech.marks import Quoted, quoted
from wortwahl.language.speech.words import CAPITAL, bits, bits_of
from wortwahl.language.tokens import tokens

OPENING = frozenset("„“”\"»«›‹‚‘’'")
# A sentence of more tokens is cut: no German sentence of a newspaper is that long.
LONGEST = 400
_BREAKS = frozenset((",", ";", ":", "–", "—", "-"))


class Reading:
    """The tokens, sentences and quotation marks of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        spans = tokens(text)
        self.starts = [a for a, _ in spans]
        self.ends = [b for _, b in spans]
        self.words = [text[a:b] for a, b in spans]
        self.bits = bits_of(self.words)
        self.quotes: list[Quoted] = quoted(text)
        self.units: list[Unit] = []
        self._make_units(sentences(text))

    def token_at(self, place: int) -> int:
        """Return the number of the first token that starts at or after a place."""
        return bisect_left(self.starts, place)

    def place(self, lo: int, hi: int) -> tuple[int, int]:
        """Return the place in the text of the tokens lo to hi (exclusive)."""
        return self.starts[lo], self.ends[hi - 1]

    def _make_units(self, spans: list[tuple[int, int]]) -> None:
        """Join sentences that one quotation holds together; what is in marks is one item of the unit."""
        outer = [(self.token_at(q.start), self.token_at(q.end)) for q in self.quotes if q.depth == 0]
        lows = [self.token_at(a) for a, _ in spans]
        lows.append(len(self.words))
        for low in lows[:-1]:
            self._open(low)
            if low < len(self.words) and self.words[low] == "(":
                self._open(_bracket_end(self.words, low, len(self.words)))  # "(dpa) Das Ministerium …"
        jumps = {self.token_at(q.start): self.token_at(q.end) for q in self.quotes}
        for begin, _ in outer:
            self._open(begin + 1)
        for place, word in enumerate(self.words):
            if word == ":":
                self._open(place + 1)
        self.jumps = jumps
        k, count, q = 0, len(lows) - 1, 0
        while k < count:
            lo, hi = lows[k], lows[k + 1]
            firsts = [lo]
            while True:
                while q < len(outer) and outer[q][1] <= hi:
                    q += 1
                if q < len(outer) and outer[q][0] < hi < outer[q][1] and k + 1 < count:
                    k += 1
                    hi = lows[k + 1]
                    firsts.append(lows[k])
                else:
                    break
            k += 1
            if hi > lo:
                self.units.extend(Unit(self, a, b) for a, b in self._pieces(lo, hi))

    def _pieces(self, lo: int, hi: int) -> list[tuple[int, int]]:
        """Cut what has no sentence end (a table, a broken file) so that the work stays linear."""
        if hi - lo <= LONGEST:
            return [(lo, hi)]
        pieces: list[tuple[int, int]] = []
        begin = i = lo
        while i < hi:
            i = max(self.jumps.get(i, 0), i + 1)
            if i - begin >= LONGEST:
                pieces.append((begin, min(i, hi)))
                begin = i
        return [*pieces, (begin, hi)] if begin < hi else pieces

    def _open(self, token: int) -> None:
        """The first word of a sentence is capital: let it also be what it is in small letters."""
        if token < len(self.words) and self.bits[token] & CAPITAL:
            word = self.words[token]
            if not word.isupper() or len(word) == 1:
                self.bits[token] |= bits(word.lower())


class Unit:
    """A sentence, or sentences that one quotation joins, as a row of items.

    An item is a token; what stands in marks or brackets is one item, its opening sign.
    """

    __slots__ = ("__dict__", "hi", "lo", "reading")

    def __init__(self, reading: Reading, lo: int, hi: int) -> None:
        self.reading, self.lo, self.hi = reading, lo, hi

    @cached_property
    def union(self) -> int:
        """What any word of the unit can be."""
        value = 0
        for one in self.reading.bits[self.lo : self.hi]:
            value |= one
        return value

    @cached_property
    def items(self) -> list[int]:
        """The tokens outside of marks and brackets, and the opening signs."""
        words, jumps = self.reading.words, self.reading.jumps
        row: list[int] = []
        i, hi = self.lo, self.hi
        while i < hi:
            row.append(i)
            jump = jumps.get(i)
            if jump is not None:
                i = max(jump, i + 1)
            elif words[i] in "([":
                i = _bracket_end(words, i, hi)
            else:
                i += 1
        return row

    def after(self, item: int) -> int:
        """Return the token behind the item with this number."""
        items = self.items
        return self.token_before_next(item) if item < len(items) else self.hi

    def token_before_next(self, item: int) -> int:
        """Return the end (exclusive token) of an item: behind the closing mark of a quotation."""
        token = self.items[item]
        jump = self.reading.jumps.get(token)
        if jump is not None:
            return max(jump, token + 1)
        if self.reading.words[token] in "([":
            return self.items[item + 1] if item + 1 < len(self.items) else self.hi
        return token + 1

    @cached_property
    def last(self) -> int:
        """The number of items without the final stop."""
        words, items = self.reading.words, self.items
        end = len(items)
        while end and words[items[end - 1]] in ".!?…":
            end -= 1
        return end

    @cached_property
    def segments(self) -> list[tuple[int, int]]:
        """The runs of items between commas, colons, semicolons and dashes, as (first, end)."""
        words, items, starts, text = self.reading.words, self.items, self.reading.starts, self.reading.text
        found: list[tuple[int, int]] = []
        begin = 0
        for number in range(self.last):
            word = words[items[number]]
            if word in _BREAKS:
                if word == "-":
                    at = starts[items[number]]
                    if not (at and text[at - 1].isspace() and text[at + 1 : at + 2].isspace()):
                        continue
                if number > begin:
                    found.append((begin, number))
                begin = number + 1
        if self.last > begin:
            found.append((begin, self.last))
        return found

    def word(self, item: int) -> str:
        """Return the word of an item, "" behind the last: rules look a word or two ahead."""
        items = self.items
        return self.reading.words[items[item]] if item < len(items) else ""

    def bit(self, item: int) -> int:
        """Return the bits of an item, none behind the last."""
        items = self.items
        return self.reading.bits[items[item]] if item < len(items) else 0

    def span(self, first: int, end: int) -> tuple[int, int] | None:
        """Return the place in the text of the items first to end (exclusive), None where there is none."""
        if end <= first:
            return None
        return self.reading.starts[self.items[first]], self.reading.ends[self.token_before_next(end - 1) - 1]

    def is_quote(self, item: int) -> bool:
        """Return whether an item is a quotation in marks; behind the last there is none."""
        return item < len(self.items) and self.items[item] in self.reading.jumps


def _bracket_end(words: list[str], at: int, hi: int) -> int:
    """Return the token behind the bracket that opens at a token; one that never closes is one token."""
    close = ")" if words[at] == "(" else "]"
    for i in range(at + 1, min(hi, at + 60)):
        if words[i] == close:
            return i + 1
    return at + 1
