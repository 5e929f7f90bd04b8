"""What stands in quotation marks: speech, or a name, a title, a word held at arm's length."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from wortwahl.language.speech.marks import Quoted
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import CAPITAL, FINITE, KONJ
from wortwahl.language.tagger.clauses import sentence_sign
from wortwahl.language.tagger.context import short
from wortwahl.language.tagger.features import Page
from wortwahl.language.tagger.forms import gist, root

MARKS = ("O", "Direct")


def outer_marks(page: Page) -> list[Quoted]:
    """Return the quotations in marks that stand in no other."""
    return [quote for quote in page.reading.quotes if not quote.depth]


def mark_names(page: Page, rules: Sequence[Quotation], labels: Sequence[str]) -> list[list[str]]:
    """Return the names of what is seen of each quotation in marks.

    Parameters
    ----------
    page : Page
        The text.
    rules : sequence of Quotation
        What the rules found.
    labels : sequence of str
        The label of each clause.
    """
    reading = page.reading
    words, bits, starts, text = reading.words, reading.bits, reading.starts, reading.text
    said = {q.parts[0][0]: q for q in rules if q.type == "Direct"}
    firsts = [one.lo for one in page.clauses]
    lows = [lo for lo, _ in page.spans]
    quotes = outer_marks(page)
    same = Counter(text[q.inner_start : q.inner_end] for q in quotes)
    held = Counter(bisect_right(lows, bisect_left(starts, q.start)) for q in quotes)
    signs = [sentence_sign(row) for row in page.rows]
    rows: list[list[str]] = []
    for quote in quotes:
        lo, hi = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        inside = range(lo + 1, min(hi - 1, lo + 40))
        size = hi - lo - 2
        scale = size if size < 5 else 5 + min(size // 5, 4)
        clause = max(bisect_right(firsts, lo) - 1, 0)
        k = max(bisect_right(lows, lo) - 1, 0)
        label = short(labels[clause]) if labels else "O"
        one = page.clauses[clause] if page.clauses else None
        found = said.get(quote.start)
        rule = f"{found.evidence.partition(chr(34))[0][:24]}{round(4 * found.confidence)}" if found else "-"
        yes = "D" if found else "-"
        left = [root(words[i]) for i in range(max(0, lo - 4), lo)]
        left = ["^"] * (4 - len(left)) + left
        right = [root(words[i]) for i in range(hi, min(len(words), hi + 3))]
        right += ["$"] * (3 - len(right))
        left_sort = gist(words[lo - 1], bits[lo - 1]) if lo else "^"
        right_sort = gist(words[hi], bits[hi]) if hi < len(words) else "$"
        verb = any(bits[i] & (FINITE | KONJ) and not bits[i] & CAPITAL for i in inside)
        head = words[lo + 1] if size > 0 else ""
        capital = "c" if head[:1].isupper() else "l"
        final = words[hi - 2] if size > 0 and not words[hi - 2][0].isalnum() else ""
        single = "s" if quote.single else "d"
        sign = signs[k] if signs else ""
        names = [
            "always",
            f"r={rule}",
            f"rs={yes}|{scale}",
            f"n={scale}",
            f"nc={scale}{capital}{verb}",
            f"lr={left_sort}|{right_sort}",
            f"ls={left_sort}|{capital}",
            f"rl={yes}|{left_sort}",
            f"l1={left[-1]}",
            f"l2={left[-2]}",
            f"l12={left[-2]}|{left[-1]}",
            f"r1={right[0]}",
            f"r2={right[1]}",
            f"y={final}|{verb}",
            f"o={label}",
            f"oy={label}|{yes}",
            f"on={label}|{min(scale, 4)}|{capital}",
            f"S={sign}",
            f"Sy={sign}|{yes}",
            f"same={min(same[text[quote.inner_start : quote.inner_end]], 3)}",
            f"held={min(held[k + 1], 4)}",
            f"one={single}",
        ]
        names += ["w" + r for r in dict.fromkeys((*left, *right))]
        if size > 0:
            names += (
                f"h={root(head)}",
                f"hs={gist(head, bits[lo + 1])}",
                f"t={gist(words[hi - 2], bits[hi - 2])}",
            )
            names += ["i" + root(words[i]) for i in inside]
        if one:
            names += (f"v={one.verb}", f"vy={one.verb}|{yes}", f"k={one.kind}", f"R={page.rule[clause]}")
            for step, name in ((-1, "vl"), (1, "vr")):
                if (
                    0 <= clause + step < len(page.clauses)
                    and page.sentence[clause + step] == page.sentence[clause]
                ):
                    names.append(f"{name}={page.clauses[clause + step].verb}")
        rows.append(names)
    return rows
