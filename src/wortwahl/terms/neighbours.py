"""The words near each use of a term, counted."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from wortwahl.language.sentences import sentences
from wortwahl.language.tokens import tokens
from wortwahl.terms.addresses import without_addresses
from wortwahl.terms.places import matcher_for, texts


@dataclass
class Neighbours:
    """What was counted, by form as it is written.

    Attributes
    ----------
    uses : int
        Of the term.
    near : int
        Words near it, each once.
    sides : dict
        From a form to how often it stands near and left, near and right.
    own : Counter
        Forms inside the term's uses.
    articles : dict
        From a form to the rows of the articles in which it stands near.
    """

    uses: int = 0
    near: int = 0
    sides: dict[str, list[int]] = field(default_factory=dict)
    own: Counter[str] = field(default_factory=Counter)
    articles: dict[str, set[int]] = field(default_factory=dict)


def neighbours(corpus: pd.DataFrame, term: str, window: int, unit: str, fields: Sequence[str]) -> Neighbours:
    """Count the words near a term, within a window or in its sentences; see `collocates`."""
    matcher, found = matcher_for(term), Neighbours()
    for row, _, text in texts(corpus, fields):
        places = matcher.find(text)
        if not places:
            continue
        found.uses += len(places)
        spans = [span for span in tokens(without_addresses(text)) if text[span[0]].isalpha()]
        starts, ends = [span[0] for span in spans], [span[1] for span in spans]
        # From the first word that a use touches to the one after its last.
        nodes = [(bisect_right(ends, place.start), bisect_left(starts, place.end)) for place in places]
        nodes = [node for node in nodes if node[0] < node[1]]
        inside = {i for first, last in nodes for i in range(first, last)}
        if unit == "window":
            reach = [(first - window, last + window) for first, last in nodes]
        else:
            reach = _sentence_words(text, places, starts)
        around = {i for first, last in reach for i in range(max(first, 0), min(last, len(spans)))} - inside
        found.near += len(around)
        for i in inside:
            found.own[text[starts[i] : ends[i]]] += 1
        for i in around:
            form = text[starts[i] : ends[i]]
            found.sides.setdefault(form, [0, 0])[_side(i, nodes)] += 1
            found.articles.setdefault(form, set()).add(row)
    return found


def _sentence_words(text: str, places: Sequence, starts: list[int]) -> list[tuple[int, int]]:
    """Return the words of the sentences that hold a place, as numbers from and to."""
    bounds = sentences(text)
    ends = [end for _, end in bounds]
    reach = []
    for place in places:
        for start, end in bounds[bisect_right(ends, place.start) :]:
            if start >= place.end:
                break
            reach.append((bisect_left(starts, start), bisect_left(starts, end)))
    return reach


def _side(i: int, nodes: list[tuple[int, int]]) -> int:
    """Return 0 if a word stands left of the nearest use, 1 if right; left where both are as near."""
    before = bisect_right(nodes, (i, i))
    after = nodes[before][0] - i if before < len(nodes) else math.inf
    since = i - nodes[before - 1][1] + 1 if before else math.inf
    return 0 if after <= since else 1
