"""Who says it and with which words: what is seen of a token to tell speaker, cue and frame."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.tagger.clauses import Clause
from wortwahl.language.tagger.context import short
from wortwahl.language.tagger.decoding import Chain
from wortwahl.language.tagger.features import Page
from wortwahl.language.tagger.forms import bit_names, gist, root, sort_of
from wortwahl.language.tagger.labels import Found

Key = tuple  # what a bundle of names is made from
_OFFSETS = (-2, -1, 0, 1, 2)
_EDGE = ("", 0)  # what stands before and behind a sentence
_LETTERS = {"Direct": "D", "Indirect": "I", "IndirectFreeIndirect": "F", "FreeIndirect": "E", "Reported": "R"}


class Tokens(NamedTuple):
    """The tokens of the chosen sentences, one sentence behind the other, as keys of bundles of names.

    Each sentence has two edges before and two behind it in `words`; `inner` are the places of its own words.
    """

    sizes: list[int]
    words: list[Key]
    inner: list[int]
    states: list[Key]
    clauses: list[list[str]]
    clause_of: list[int]


def word_names(key: Key) -> list[tuple[str, ...]]:
    """Return the names of a word for each offset at which it can stand."""
    word, value = key
    if not word:
        return [(f"{o}edge",) for o in _OFFSETS]
    base, sort = root(word), sort_of(word, value)
    shape = "u" if word.isupper() and len(word) > 1 else "c" if word[0].isupper() else "l"
    far = (f"l={base}", f"k={sort}")
    near = (*far, f"s={shape}")
    here = (*near, f"e={word[-3:].lower()}", *("b" + n for n in bit_names(value)))
    return [tuple(f"{o}{n}" for n in (here if not o else near if abs(o) == 1 else far)) for o in _OFFSETS]


def state_names(key: Key) -> tuple[str, ...]:
    """Return the names of what surrounds a token: classes, quotations, the rules' roles."""
    left, mine, right, before, here, behind, rule_before, rule, rule_behind, label, kinds = key
    return (
        "always",
        f"<{left}|{mine}",
        f">{mine}|{right}",
        f"I={here}",
        f"Ik={here}|{mine}",
        f"IK={here}|{kinds}",
        f"I-={before}|{here}",
        f"I+={here}|{behind}",
        f"R={rule}",
        f"RI={rule}|{here}",
        f"R-={rule_before}|{rule}",
        f"R+={rule}|{rule_behind}",
        f"Rk={rule}|{mine}",
        f"RC={rule}|{label}|{kinds}",
    )


def chosen(page: Page, found: Sequence[Found]) -> list[int]:
    """Return the numbers of the sentences in which roles are looked for: those with a quotation, and the one
    before free-indirect speech, whose speaker it often names."""
    lows = [lo for lo, _ in page.spans]
    picked: set[int] = set()
    for one in found:
        first = max(bisect_right(lows, one.parts[0][0]) - 1, 0)
        last = max(bisect_right(lows, one.parts[-1][1] - 1) - 1, 0)
        picked.update(range(first, last + 1))
        if one.type.endswith("FreeIndirect") and first:
            picked.add(first - 1)
    return sorted(picked)


def role_tokens(
    page: Page,
    rules: Sequence[Quotation],
    found: Sequence[Found],
    labels: Sequence[str],
    sentences: Sequence[int],
) -> Tokens:
    """Return the tokens of the chosen sentences.

    Parameters
    ----------
    page : Page
        The text.
    rules : sequence of Quotation
        What the rules found.
    found : sequence of Found
        The quotations of the tagger, direct ones too.
    labels : sequence of str
        The label of each clause.
    sentences : sequence of int
        The numbers of the sentences.
    """
    words, bits = page.reading.words, page.reading.bits
    inside = ["^", *_layers(len(words), found), "$"]
    ruled = ["^", *_rule_roles(page, rules), "$"]
    firsts = [one.lo for one in page.clauses]
    near = ["^", *map(short, labels), "$"]
    tokens = Tokens([], [], [], [], [], [])
    for k in sentences:
        lo, hi = page.spans[k]
        keys = list(zip(words[lo:hi], bits[lo:hi], strict=True))
        gists = ["^", *(gist(*key) for key in keys), "$"]
        begin = len(tokens.words) + 2
        tokens.sizes.append(hi - lo)
        tokens.words.extend((_EDGE, _EDGE, *keys, _EDGE, _EDGE))
        tokens.inner.extend(range(begin, begin + hi - lo))
        kinds = "".join(dict.fromkeys(inside[lo + 1 : hi + 1]))
        clause = max(bisect_right(firsts, lo) - 1, 0)
        last = -1
        for i in range(lo, hi):
            while clause + 1 < len(firsts) and firsts[clause + 1] <= i:
                clause += 1
            if clause != last:
                last = clause
                tokens.clauses.append(_clause_names(page.clauses[clause], near[clause : clause + 3], kinds))
            at = i - lo
            tokens.clause_of.append(len(tokens.clauses) - 1)
            tokens.states.append(
                (*gists[at : at + 3], *inside[i : i + 3], *ruled[i : i + 3], near[clause + 1], kinds)
            )
    return tokens


def _clause_names(one: Clause, near: Sequence[str], kinds: str) -> list[str]:
    left, here, right = near
    return [
        f"C={left}|{here}|{right}",
        f"Ck={one.kind}|{here}",
        f"Cr={here}|{right}",
        f"Cl={left}|{here}",
        f"Cv={one.verb}",
        f"Cs={one.before}{one.after}|{here}",
        f"K={kinds}",
    ]


def role_names(tokens: Tokens) -> list[list[list[str]]]:
    """Return all names of each token, a list a sentence, for training."""
    rows: list[list[list[str]]] = []
    number = 0
    for size in tokens.sizes:
        row: list[list[str]] = []
        for _ in range(size):
            place = tokens.inner[number]
            names = [*tokens.clauses[tokens.clause_of[number]], *state_names(tokens.states[number])]
            for at, offset in enumerate(_OFFSETS):
                names += word_names(tokens.words[place + offset])[at]
            row.append(names)
            number += 1
        rows.append(row)
    return rows


def role_scores(tokens: Tokens, chain: Chain) -> np.ndarray:
    """Return the score of each label for each token, from sums that are kept for words and states."""
    words = chain.kept("word", tokens.words, word_names)
    inner = np.array(tokens.inner)
    scores = chain.kept("state", tokens.states, lambda key: [state_names(key)])[:, 0]
    scores += chain.scores(tokens.clauses)[tokens.clause_of]
    for at, offset in enumerate(_OFFSETS):
        scores += words[inner + offset, at]
    return scores


def _layers(size: int, found: Sequence[Found]) -> list[str]:
    """For each token a letter for the innermost quotation that holds it."""
    inside = ["O"] * size
    for one in sorted(found, key=lambda f: f.parts[0][0] - f.parts[-1][1]):
        for lo, hi in one.parts:
            inside[lo:hi] = [_LETTERS[one.type]] * (hi - lo)
    return inside


def _rule_roles(page: Page, rules: Sequence[Quotation]) -> list[str]:
    """The rules' roles of each token."""
    starts = page.reading.starts
    found = ["O"] * len(starts)
    for field, mark in (("frame", "F"), ("speaker", "S"), ("cue", "C")):
        for one in rules:
            place = getattr(one, field)
            if place is None or one.type == "Distanced":
                continue
            for start, end in (place,) if isinstance(place[0], int) else place:
                lo, hi = bisect_left(starts, start), bisect_left(starts, end)
                found[lo:hi] = [mark] * (hi - lo)
                if mark == "S" and hi > lo:
                    found[lo] = "s"
    return found
