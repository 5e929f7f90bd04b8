"""Labels of tokens, and the quotations that a row of labels stands for.

Direct speech stands inside of reported speech and has a layer of its own (see `marks`). In this one B- opens
a quotation, I- goes on, and "G" is the frame that interrupts one, so that its parts are one quotation.
"""

from collections.abc import Sequence
from typing import NamedTuple

_REPORTED = ("Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported")
OUTER = ("O", "G", *(f"{b}-{t}" for t in _REPORTED for b in "BI"))
ROLES = ("O", "F", "B-S", "I-S", "C", "X")  # frame, speaker, cue, a word that is both ("demnach")


class Found(NamedTuple):
    """A quotation in tokens: its type and parts."""

    type: str
    parts: tuple[tuple[int, int], ...]


def found_in(labels: Sequence[str], offset: int = 0) -> list[Found]:
    """Return the quotations of a row of labels of one layer, in their order.

    Parameters
    ----------
    labels : sequence of str
        A label a token, of `OUTER` or `DIRECT`.
    offset : int
        The number of the first token.

    Examples
    --------
    >>> found_in(["B-Indirect", "I-Indirect", "G", "I-Indirect", "O"])
    [Found(type='Indirect', parts=((0, 2), (3, 4)))]
    """
    found: list[Found] = []
    kind, parts, begin, waiting = "", [], -1, False
    for i, label in enumerate([*labels, "O"]):
        at = i + offset
        name = label[2:]
        if begin >= 0 and label[:2] == "I-" and name == kind:
            continue
        if begin >= 0:
            parts.append((begin, at))
            begin = -1
        if label == "G" and parts:
            waiting = True
            continue
        if label[:2] == "I-" and name == kind and waiting and parts:
            begin, waiting = at, False
            continue
        if parts:
            found.append(Found(kind, tuple(parts)))
        parts, waiting = [], False
        if name:
            kind, begin = name, at
    return found


def labels_of(size: int, quotations: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> list[str]:
    """Return a label a token for the quotations that are not direct; of nested ones the outer is kept.

    Parameters
    ----------
    size : int
        The number of tokens.
    quotations : sequence
        Type and parts (first token, token behind) of each.
    """
    row = ["O"] * size
    for kind, parts in sorted(quotations, key=lambda q: q[1][0][0] - q[1][-1][1]):
        if kind == "Direct" or any(row[i] != "O" for lo, hi in parts for i in range(lo, hi)):
            continue
        last = -1
        for lo, hi in parts:
            if kind == "Indirect" and 0 <= last < lo <= last + 60:
                row[last:lo] = ["G"] * (lo - last)
            row[lo:hi] = [f"I-{kind}"] * (hi - lo)
            last = hi
        row[parts[0][0]] = f"B-{kind}"
    return row
