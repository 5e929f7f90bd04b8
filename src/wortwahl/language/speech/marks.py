"""Pairs of quotation marks of every style, over paragraphs and nested, in linear time.

Each sign is looked at once, in its order. What it can be depends on its shape and its neighbours:

1. an apostrophe or a sign of feet and inches is no mark: geht's, '89, 55", Hans' Auto
2. a sign that closes what is open closes it: „…“, »…«, «…», “…”, "…"
3. a sign that can open, opens: „ ‚ always; « » › ‹ “ " ' where a word follows and none stands before
4. at the end of a paragraph an open quotation goes on if the next paragraph opens the same way (the sign is
   repeated at each paragraph), or if it is closed within the next three paragraphs before another begins
5. what is never closed is no quotation
"""

import re
from typing import NamedTuple

_SIGNS = re.compile("[„“”\"»«›‹‚‘’']|,,(?=\\w)|''|``|\n\\s*\n")
# What closes an opening sign, by style.
_CLOSERS = {
    "„": '“”"„',
    "“": '”“"',
    "”": "”",
    "»": "«",
    "«": "»",
    '"': '"“”',
    "‚": "‘’'",
    "‘": "’",
    "›": "‹",
    "‹": "›",
    "'": "'’",
    ",,": "''“”\"",
    "''": "''",
    "``": "''",
}
_SINGLE = frozenset("‚‘›‹'")
_LONGEST_SINGLE = 400  # code points: a longer pair of single marks is two apostrophes


class Quoted(NamedTuple):
    """A stretch in quotation marks: its places with and without the marks, and the quotation around it."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    single: bool
    continues: bool  # goes on from the paragraph before, with its mark repeated


def quoted(text: str) -> list[Quoted]:
    """Return what stands in quotation marks, sorted by start; inner quotations follow the outer one.

    Parameters
    ----------
    text : str
        Running text, paragraphs divided by a blank line.

    Returns
    -------
    list of Quoted
        A quotation over several paragraphs with its mark repeated is one row a paragraph.

    Examples
    --------
    >>> text = 'Er sagte: „Das ist ein ‚Krieg‘“, dann "ging" er.'
    >>> [(text[q.start : q.end], q.depth) for q in quoted(text)]
    [('„Das ist ein ‚Krieg‘“', 0), ('‚Krieg‘', 1), ('"ging"', 0)]
    """
    found: list[Quoted] = []
    stack: list[tuple[str, int, int, bool]] = []  # sign, start, inner start, continues
    paragraphs_open = 0
    size = len(text)
    for match in _SIGNS.finditer(text):
        sign, start, end = match.group(), match.start(), match.end()
        if sign[0] == "\n":
            if stack:
                paragraphs_open += 1
                stack, kept = _at_paragraph(text, stack, start, end, paragraphs_open)
                found += kept
            continue
        before = text[start - 1] if start else " "
        after = text[end] if end < size else " "
        if _no_mark(sign, before, after, stack):
            continue
        level = _closing_level(sign, stack, before, after)
        if level is not None:
            opener, at, inner, continues = stack[level]
            del stack[level:]
            if not (opener in _SINGLE and start - at > _LONGEST_SINGLE) and start > inner:
                found.append(Quoted(at, end, inner, start, level, opener in _SINGLE, continues))
            if not stack:
                paragraphs_open = 0
        elif _can_open(sign, before, after):
            if len(stack) == 4:
                del stack[0]  # 3b. nobody quotes five deep: the outermost was never closed
            stack.append((sign, start, end, False))
            if len(stack) == 1:
                paragraphs_open = 0
    return _with_depth(found)


def _with_depth(found: list[Quoted]) -> list[Quoted]:
    found.sort(key=lambda q: (q.start, -q.end))
    around: list[int] = []
    nested: list[Quoted] = []
    for one in found:
        while around and around[-1] <= one.start:
            around.pop()
        nested.append(one._replace(depth=len(around)))
        around.append(one.end)
    return nested


def _no_mark(sign: str, before: str, after: str, stack: list[tuple[str, int, int, bool]]) -> bool:
    if sign in "'’‘" and before.isalnum() and after.isalnum():
        return True
    if sign in "'’" and after.isdigit() and not before.isalnum():
        return True
    if sign in "\"'" and before.isdigit() and not any(level[0] == sign for level in stack):
        return True
    # "Hans' Auto": no single mark is open that it could close.
    return sign == "’" and not any(level[0] in "‚‘'" for level in stack)


def _closing_level(sign: str, stack: list[tuple[str, int, int, bool]], before: str, after: str) -> int | None:
    """Return the level a sign closes: the innermost that fits; an inner one that was left open is dropped."""
    for level in range(len(stack) - 1, -1, -1):
        if sign in _CLOSERS[stack[level][0]] and (sign != "''" or stack[level][0] in (",,", "''", "``")):
            opener = stack[level][0]
            if sign == "„":
                return None  # 2b. „ closes only in Dutch; here it opens
            if opener == sign and before.isspace() and after.isalnum():
                return None  # 2c. a straight sign that looks like an opening one
            return level
    return None


def _can_open(sign: str, before: str, after: str) -> bool:
    if sign in ("„", ",,", "‚", "``"):
        return not after.isspace() or sign == "„"
    return not before.isalnum() and not after.isspace() and after not in ".,;:!?)"


def _at_paragraph(
    text: str, stack: list[tuple[str, int, int, bool]], stop: int, begin: int, count: int
) -> tuple[list[tuple[str, int, int, bool]], list[Quoted]]:
    """Decide at a blank line whether the outermost open quotation goes on."""
    sign, at, inner, continues = stack[0]
    if sign in _SINGLE or count > 12:
        return [], []
    if text.startswith(sign, begin):
        # 4a. the mark is repeated: this paragraph is one part, the next sign is no opening of its own
        part = Quoted(at, stop, inner, stop, 0, False, continues)
        return [(sign, begin, begin + len(sign), True)], [part] if stop > inner else []
    if count > 3:
        return [], []
    # 4b. closed later, before another opens
    limit = min(len(text), begin + 2500)
    closing = min(
        (p for c in _CLOSERS[sign] if c != sign or c == '"' for p in [text.find(c, begin, limit)] if p >= 0),
        default=-1,
    )
    if closing < 0 or (sign == '"' and not _closes(text, closing)):
        return [], []
    opening = text.find(sign, begin, closing) if sign not in '"' else -1
    if opening >= 0:
        return [], []
    return [(sign, at, inner, continues)], []


def _closes(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    return not before.isspace() and before not in "([–—-"
