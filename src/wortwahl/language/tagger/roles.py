"""Who says it and with which words: what is seen of a token to tell speaker, cue and frame."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.tagger.context import short
from wortwahl.language.tagger.features import Page
from wortwahl.language.tagger.forms import bit_names, gist, root, sort_of
from wortwahl.language.tagger.labels import Found


@lru_cache(maxsize=100_000)
def _word(word: str, value: int) -> tuple[tuple[str, ...], ...]:
    """The names of a word for the offsets -2 to 2."""
    base = root(word)
    sort = sort_of(word, value)
    shape = "u" if word.isupper() and len(word) > 1 else "c" if word[0].isupper() else "l"
    here = (
        f"l={base}",
        f"k={sort}",
        f"s={shape}",
        f"e={word[-3:].lower()}",
        *("b" + n for n in bit_names(value)),
    )
    near = (f"l={base}", f"k={sort}", f"s={shape}")
    far = (f"l={base}", f"k={sort}")
    return tuple(
        tuple(f"{o}{n}" for n in names)
        for o, names in zip((-2, -1, 0, 1, 2), (far, near, here, near, far), strict=True)
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


def role_names(
    page: Page,
    rules: Sequence[Quotation],
    found: Sequence[Found],
    labels: Sequence[str],
    sentences: Sequence[int],
) -> list[list[list[str]]]:
    """Return the names of the tokens of the chosen sentences.

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
    reading = page.reading
    words, bits = reading.words, reading.bits
    size = len(words)
    inside = ["O"] * size
    for one in sorted(found, key=lambda f: f.parts[0][0] - f.parts[-1][1]):
        mark = {"Direct": "D", "Indirect": "I", "IndirectFreeIndirect": "F", "FreeIndirect": "E"}.get(
            one.type, "R"
        )
        for lo, hi in one.parts:
            inside[lo:hi] = [mark] * (hi - lo)
    ruled = _rule_roles(page, rules)
    firsts = [one.lo for one in page.clauses]
    near = ["^", *map(short, labels), "$"]
    rows: list[list[list[str]]] = []
    for k in sentences:
        lo, hi = page.spans[k]
        row: list[list[str]] = []
        forms = [_EDGE, _EDGE, *(_word(words[i], bits[i]) for i in range(lo, hi)), _EDGE, _EDGE]
        gists = ["^", *(gist(words[i], bits[i]) for i in range(lo, hi)), "$"]
        kinds = "".join(dict.fromkeys(inside[lo:hi]))
        clause = max(bisect_right(firsts, lo) - 1, 0)
        last = -1
        shared: list[str] = []
        for i in range(lo, hi):
            while clause + 1 < len(firsts) and firsts[clause + 1] <= i:
                clause += 1
            if clause != last:
                last = clause
                one = page.clauses[clause]
                around = f"{near[clause]}|{near[clause + 1]}|{near[clause + 2]}"
                shared = [
                    f"C={around}",
                    f"Ck={one.kind}|{near[clause + 1]}",
                    f"Cr={near[clause + 1]}|{near[clause + 2]}",
                    f"Cl={near[clause]}|{near[clause + 1]}",
                    f"Cv={one.verb}",
                    f"Cs={one.before}{one.after}|{near[clause + 1]}",
                    f"K={kinds}",
                ]
            at = i - lo
            here = inside[i]
            names = ["always", *shared]
            for number in range(5):
                names += forms[at + number][number]
            left, mine, right = gists[at], gists[at + 1], gists[at + 2]
            rule = ruled[i]
            names += (
                f"<{left}|{mine}",
                f">{mine}|{right}",
                f"I={here}",
                f"Ik={here}|{mine}",
                f"IK={here}|{kinds}",
                f"I-={inside[i - 1] if i else '^'}|{here}",
                f"I+={here}|{inside[i + 1] if i + 1 < size else '$'}",
                f"R={rule}",
                f"RI={rule}|{here}",
                f"R-={ruled[i - 1] if i else '^'}|{rule}",
                f"R+={rule}|{ruled[i + 1] if i + 1 < size else '$'}",
                f"Rk={rule}|{mine}",
                f"RC={rule}|{near[clause + 1]}|{kinds}",
            )
            row.append(names)
        rows.append(row)
    return rows


_EDGE = tuple((f"{o}edge",) for o in (-2, -1, 0, 1, 2))


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
