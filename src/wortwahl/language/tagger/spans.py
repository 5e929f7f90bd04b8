"""From labels of clauses to quotations in tokens, with the corpus's conventions at the edges.

Reported speech leaves out the final stop; free-indirect speech and mere reports are whole sentences with it.
A mark belongs to what it opens or closes.
"""

from bisect import bisect_left
from collections.abc import Sequence

from wortwahl.language.tagger.features import Page
from wortwahl.language.tagger.labels import Found, found_in

_STOPS = frozenset(".!?…")


def quotations_in(page: Page, labels: Sequence[str]) -> list[tuple[Found, list[int]]]:
    """Return the quotations that labels of clauses stand for, each with the numbers of its clauses.

    Parameters
    ----------
    page : Page
        The text.
    labels : sequence of str
        A label a clause.
    """
    reading, clauses = page.reading, page.clauses
    words, starts = reading.words, reading.starts
    closing = {bisect_left(starts, q.start): bisect_left(starts, q.end) - 1 for q in reading.quotes}
    opening = {b: a for a, b in closing.items()}
    found: list[tuple[Found, list[int]]] = []
    for one in found_in(labels):
        parts = []
        numbers: list[int] = []
        for a, b in one.parts:
            lo, hi = clauses[a].lo, clauses[b - 1].hi
            if lo - 1 in closing and lo <= closing[lo - 1] <= hi + 1:
                lo -= 1
            if hi in opening and lo <= opening[hi]:
                hi += 1
            elif hi + 1 in opening and lo <= opening[hi + 1] and words[hi] in _STOPS:
                hi += 2
            parts.append((lo, hi))
            numbers += range(a, b)
        if one.type != "Indirect":
            hi = parts[-1][1]
            while hi < len(words) and words[hi] in _STOPS:
                hi += 1
            parts = [(parts[0][0], hi)]
        found.append((Found(one.type, tuple(parts)), numbers))
    return found
