"""From a text to its clauses, each with the names of its features."""

from bisect import bisect_left
from collections.abc import Sequence

from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.tagger.clauses import (
    LONG_MARK,
    Clause,
    clauses_of,
    long_marks,
    sentence_sign,
    signs,
)
from wortwahl.language.tagger.forms import bit_names, gist, root

LONGEST = 400  # tokens: a sentence that is longer is cut, so that everything stays linear
_SHORT = {"Direct": "D", "Indirect": "I", "IndirectFreeIndirect": "F", "FreeIndirect": "E", "Reported": "R"}


class Page:
    """A text as a row of clauses.

    Attributes
    ----------
    clauses : list of Clause
        In their order.
    names : list of list of str
        The names of the features of each clause.
    sentence : list of int
        The number of the sentence of each clause.
    opens : list of bool
        For each sentence, whether it opens a paragraph.
    """

    def __init__(self, reading: Reading, rules: Sequence[Quotation]) -> None:
        self.reading = reading
        spans = _sentences(reading)
        marks = dict.fromkeys(long_marks(reading), 0)
        outer, direct, cuts, why = _rule_labels(reading, rules)
        rows = [clauses_of(reading, lo, hi, marks, cuts) for lo, hi in spans]
        pairs = [(span, row) for span, row in zip(spans, rows, strict=True) if row]
        self.spans = [span for span, _ in pairs]
        self.rows = [row for _, row in pairs]
        self.clauses = [one for row in self.rows for one in row]
        self.sentence = [k for k, row in enumerate(self.rows) for _ in row]
        self.opens = _paragraphs(reading, self.spans)
        self.rule = [_of_rules(outer, direct, one) for one in self.clauses]
        self.names: list[list[str]] = []
        self._describe(_mark_states(reading), why)

    def _describe(self, states: dict[int, str], why: list[tuple[str, str, int]]) -> None:
        reading, rows, opens = self.reading, self.rows, self.opens
        words, bits = reading.words, reading.bits
        sign = ["^", "^", *[sentence_sign(row) for row in rows], "$", "$"]
        verdicts = ["^", "^", *self._verdicts(), "$", "$"]
        rule = ["^", "^", *self.rule, "$", "$"]
        edge = [*opens, True]
        number = 0
        for k, row in enumerate(rows):
            here = sign[k + 2]
            lo, hi = self.spans[k]
            shared = [
                "always",
                f"S={here}",
                f"S-1={sign[k + 1]}|{here}",
                f"S-2={sign[k]}|{sign[k + 1]}",
                f"S+1={here}|{sign[k + 3]}",
                f"Sn={min((hi - lo) // 6, 6)}",
                f"Sf={gist(words[lo], bits[lo])}",
                f"Sp={edge[k]}{edge[k + 1]}",
                f"Spb={edge[k]}|{sign[k + 1]}|{here}",
                f"SR-1={verdicts[k + 1]}|{edge[k]}",
                f"SR={verdicts[k + 2]}",
                f"SRs={verdicts[k + 2]}|{here}",
                f"SR-={verdicts[k + 1]}|{verdicts[k + 2]}",
                f"SR--={verdicts[k]}|{verdicts[k + 1]}",
                f"SR+={verdicts[k + 2]}|{verdicts[k + 3]}",
                f"SRE={verdicts[k + 1]}|{here}|{edge[k]}",
            ]
            behind = 0
            ahead = [0] * len(row)
            for at in range(len(row) - 1, -1, -1):
                ahead[at] = behind
                behind |= row[at].told
            seen = 0
            for at, one in enumerate(row):
                names = shared + clause_names(row, at, seen, ahead[at])
                names += _word_names(words, one)
                if at:
                    left = row[at - 1]
                    last = root(words[left.hi - 1])
                    names += (f"Lw={last}|{one.first}", f"Lw1={root(words[left.lo])}|{one.kind}")
                if at + 1 < len(row):
                    right = row[at + 1]
                    names += (f"Nw={root(words[right.lo])}|{right.kind}", f"Nw2={root(words[right.hi - 1])}")
                before, now, after = rule[number + 1], rule[number + 2], rule[number + 3]
                names += (
                    f"R={now}",
                    f"R-={before}|{now}",
                    f"R+={now}|{after}",
                    f"R--={rule[number]}|{before}",
                    f"Rk={now}|{one.kind}",
                    f"Rs={now}|{here}",
                    f"Rb={now}|{one.before}{one.after}",
                    f"Rv={now}|{one.verb}",
                    f"Rf={now}|{one.first}",
                )
                sure, cue, part = why[one.lo] if now[0] != "O" else why[(one.lo + one.hi) // 2]
                if sure:
                    names += (
                        f"Rc={sure}|{now}",
                        f"Rcw={sure}|{cue}",
                        f"Rck={sure}|{one.kind}|{part}",
                        f"Rcs={sure}|{here}",
                        f"Rcv={cue}|{one.kind}",
                    )
                state = states.get(one.lo, "")
                names += (f"Q={state}", f"Qk={state}|{one.kind}", f"Qr={state}|{now}")
                self.names.append(names)
                seen |= one.told
                number += 1

    def _verdicts(self) -> list[str]:
        """What the rules say of each sentence: the labels of its clauses, each once."""
        found = []
        at = 0
        for row in self.rows:
            kinds = dict.fromkeys(
                label[-1:] if label != "O" else "O" for label in self.rule[at : at + len(row)]
            )
            found.append("".join(kinds))
            at += len(row)
        return found


def clause_names(row: list[Clause], at: int, seen: int, ahead: int) -> list[str]:
    """Return the names of a clause among the clauses of its sentence.

    Parameters
    ----------
    row : list of Clause
        The clauses of the sentence.
    at : int
        The number of the clause.
    seen, ahead : int
        What the clauses before and behind can be.
    """
    one = row[at]
    left = row[at - 1] if at else None
    right = row[at + 1] if at + 1 < len(row) else None
    place = ("o" if right is None else "f") if left is None else "l" if right is None else "m"
    left_kind, right_kind = (left.kind if left else "^"), (right.kind if right else "$")
    kind = one.kind
    names = [
        f"k={kind}",
        f"f={one.first}",
        f"f2={one.first}|{one.second}",
        f"fk={one.first}|{kind}",
        f"l={one.last}",
        f"s={one.before}{one.after}",
        f"p={place}{kind}",
        f"kk={left_kind}|{kind}",
        f"kn={kind}|{right_kind}",
        f"kkk={left_kind}|{kind}|{right_kind}",
        f"b={one.before}{kind}",
        f"a={kind}{one.after}{right_kind}",
        f"n={min((one.hi - one.lo) // 3, 6)}",
        f"v={one.verb}",
        f"vk={one.verb}|{kind}",
        f"B={signs(seen)}{kind}",
        f"A={kind}{signs(ahead)}",
        f"BA={signs(seen)}{signs(one.told)}{signs(ahead)}",
    ]
    names += ["u" + n for n in bit_names(one.told)]
    if left:
        names += ["L" + n for n in bit_names(left.told)]
        names += (
            f"Lf={left.first}",
            f"Ll={left.last}|{one.first}",
            f"Lv={left.verb}|{kind}",
            f"Lvf={left.verb}|{one.first}",
        )
    if right:
        names += ["N" + n for n in bit_names(right.told)]
        names += (f"Nf={right.first}", f"Nv={right.verb}|{right.kind}", f"Nl={right.last}")
    return names


def _word_names(words: list[str], one: Clause) -> list[str]:
    """The words of a clause, and apart the first and the last two."""
    roots = [root(word) for word in words[one.lo : min(one.hi, one.lo + 60)]]
    names = ["w=" + r for r in dict.fromkeys(roots)]
    names += ("1=" + roots[0], "-1=" + roots[-1])
    if len(roots) > 1:
        names += ("2=" + roots[1], "-2=" + roots[-2], f"12={roots[0]}|{roots[1]}")
    return names


def _sentences(reading: Reading) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for unit in reading.units:
        lo = unit.lo
        while unit.hi - lo > LONGEST:
            found.append((lo, lo + LONGEST))
            lo += LONGEST
        if unit.hi > lo:
            found.append((lo, unit.hi))
    return found


def _paragraphs(reading: Reading, spans: list[tuple[int, int]]) -> list[bool]:
    text, starts, ends = reading.text, reading.starts, reading.ends
    return [not lo or "\n" in text[ends[lo - 1] : starts[lo]] for lo, _ in spans]


def _rule_labels(
    reading: Reading, rules: Sequence[Quotation]
) -> tuple[list[str], list[str], set[int], list[tuple[str, str, int]]]:
    """The rules' labels of each token in two layers, their borders, and what they saw at each first token."""
    size = len(reading.words)
    starts = reading.starts
    outer, direct = ["O"] * size, [""] * size
    cuts: set[int] = set()
    why: list[tuple[str, str, int]] = [("", "", 0)] * size
    for one in sorted(rules, key=lambda q: q.parts[0][0] - q.parts[-1][1]):
        short = _SHORT.get(one.type)
        if short is None:
            continue
        row = direct if short == "D" else outer
        seen = one.evidence.split('"')
        sure = f"{seen[0][:18]}{round(5 * one.confidence)}"
        cue = root(seen[-2].split(" ")[0]) if len(seen) > 2 and seen[-2] else ""
        last = -1
        for part, (start, end) in enumerate(one.parts):
            lo, hi = bisect_left(starts, start), bisect_left(starts, end)
            if hi <= lo:
                continue
            if short == "D":
                row[lo:hi] = ["D"] * (hi - lo)
                if hi - lo <= LONG_MARK:
                    continue
            else:
                if 0 <= last < lo < last + 60 and short == "I":
                    row[last:lo] = ["g"] * (lo - last)
                row[lo:hi] = ["i" + short] * (hi - lo)
                row[lo] = ("c" if part else "b") + short
                why[lo:hi] = [(sure, cue, part)] * (hi - lo)
                last = hi
            cuts.add(lo)
            cuts.add(hi)
    return outer, direct, cuts, why


def _of_rules(outer: list[str], direct: list[str], one: Clause) -> str:
    middle = (one.lo + one.hi) // 2
    return outer[one.lo] + direct[middle] if outer[one.lo] != "O" else outer[middle] + direct[middle]


def _mark_states(reading: Reading) -> dict[int, str]:
    """For each token in marks, how long the outermost quotation is and what stands before it."""
    states: dict[int, str] = {}
    words, starts = reading.words, reading.starts
    for quote in reading.quotes:
        if quote.depth:
            continue
        lo, hi = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        if hi - lo > LONG_MARK:
            before = words[lo - 1] if lo else "^"
            after = words[hi] if hi < len(words) else "$"
            state = f"{before if not before[0].isalnum() else 'x'}{after if not after[0].isalnum() else 'x'}"
            for i in range(lo, hi):
                states[i] = state
    return states
