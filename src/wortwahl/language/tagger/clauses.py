"""The units the tagger labels: clauses, runs of tokens between signs and where the rules see a border.

Borders of quotations and of clauses fall together: with the right label for every clause and pair of marks
the gold quotations of the training split come out at Message F1 98, and there is one clause for nine tokens.
"""

from bisect import bisect_left

from wortwahl.language.speech import words as known
from wortwahl.language.speech.reading import Reading
from wortwahl.language.tagger.forms import gist, root, sort_of

_BREAKS = frozenset(",;:–—().!?…")
_VERB = known.FINITE | known.KONJ1 | known.KONJ2
SAYING = known.SAY | known.SAY_PART | known.SAY_STEM
THINKING = known.THINK | known.THINK_PART | known.THINK_STEM
DEMANDING = known.DEMAND | known.DEMAND_PART | known.DEMAND_STEM
SUMMING = known.SUM | known.SUM_PART | known.SUM_STEM
SPEECH = SAYING | THINKING | DEMANDING | SUMMING
MOOD = known.KONJ1 | known.KONJ2
# What of the words of a clause its neighbours are told.
TOLD = (
    SPEECH
    | MOOD
    | known.SAY_NOUN
    | known.SOURCE_NOUN
    | known.CONVINCED_ADJ
    | known.SAY_CONTENT
    | known.ZU_FUSED
    | known.AUXILIARY
)
LONG_MARK = 6  # tokens: what stands in marks and is longer is a clause of its own


class Clause:
    """A run of tokens: what its words can be, and what kind of clause that makes."""

    __slots__ = ("after", "before", "first", "hi", "kind", "last", "lo", "second", "told", "union", "verb")

    def __init__(self, words: list[str], bits: list[int], lo: int, hi: int, before: str, after: str) -> None:
        self.lo, self.hi, self.before, self.after = lo, hi, before, after
        union = 0
        verb = ""
        zu = False
        finite = -1
        capital = known.CAPITAL
        for i in range(lo, hi):
            value = bits[i]
            if value & capital and i > lo:
                union |= value & (known.SAY_NOUN | known.SOURCE_NOUN)
                continue
            union |= value
            if value & _VERB and finite < 0:
                finite = i
            if value & SPEECH and (not verb or value & known.SAY):
                verb = words[i]
            if value & known.INFINITIVE and i > lo and words[i - 1] == "zu":
                zu = True
        self.union = union
        self.told = union & TOLD
        first = bits[lo]
        self.first = gist(words[lo], first)
        self.second = sort_of(words[lo + 1], bits[lo + 1]) if hi > lo + 1 else ""
        self.last = sort_of(words[hi - 1], bits[hi - 1])
        self.verb = root(verb) if verb else ""
        verb_last = bool(bits[hi - 1] & _VERB)
        if first & known.SUBORDINATOR and verb_last:
            kind = "sub"
        elif first & (known.RELATIVE | known.QUESTION) and verb_last and before not in "^.:":
            kind = "rel"
        elif zu or union & known.ZU_FUSED:
            kind = "zu"
        elif finite == lo:
            kind = "v1"
        elif verb_last:
            kind = "vlast"
        elif finite > 0:
            kind = "main"
        else:
            kind = "frag"
        self.kind = kind + ("1" if union & known.KONJ1 else "2" if union & known.KONJ2 else "")


def clauses_of(reading: Reading, lo: int, hi: int, marks: dict[int, int], cuts: set[int]) -> list[Clause]:
    """Return the clauses of a sentence; signs between them belong to none.

    Parameters
    ----------
    reading : Reading
        The text.
    lo, hi : int
        The tokens of the sentence.
    marks : dict
        From the token of a mark of a long quotation to itself: both are borders.
    cuts : set of int
        Tokens before which the rules see a border.
    """
    words, bits = reading.words, reading.bits
    found: list[Clause] = []
    begin, before = lo, "^"
    for i in range(lo, hi):
        word = words[i]
        if word in _BREAKS or i in marks:
            if i > begin:
                found.append(Clause(words, bits, begin, i, before, word))
            begin, before = i + 1, word
        elif i in cuts and i > begin:
            found.append(Clause(words, bits, begin, i, before, "|"))
            begin, before = i, "|"
    if begin < hi:
        found.append(Clause(words, bits, begin, hi, before, "$"))
    return found


def long_marks(reading: Reading) -> set[int]:
    """Return the tokens that are the marks of long quotations."""
    found: set[int] = set()
    starts = reading.starts
    for quote in reading.quotes:
        lo, hi = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        if hi - lo > LONG_MARK:
            found |= {lo, hi - 1}
    return found


_SIGNS = (
    ("s", SAYING),
    ("t", THINKING | DEMANDING),
    ("u", SUMMING),
    ("n", known.SAY_NOUN),
    ("q", known.SOURCE_NOUN),
    ("d", known.SAY_CONTENT),
    ("1", known.KONJ1),
    ("2", known.KONJ2),
)
_signs: dict[int, str] = {}


def signs(union: int) -> str:
    """Return what a run of clauses says about speech, in one short word."""
    value = _signs.get(union)
    if value is None:
        value = _signs[union] = "".join(sign for sign, mask in _SIGNS if union & mask) + "."
    return value


def sentence_sign(row: list[Clause]) -> str:
    """Return what a sentence says about speech; the mood counts in main clauses only."""
    union = mood = 0
    for one in row:
        union |= one.told
        if not one.kind.startswith(("sub", "rel")):
            mood |= one.union & MOOD
    return signs(union & ~MOOD | mood)
