"""What the second pass sees of the first: its verdicts on a clause, its neighbours and sentences."""

from collections.abc import Sequence

from wortwahl.language.tagger.features import Page

_LETTERS = {"Indirect": "I", "IndirectFreeIndirect": "F", "FreeIndirect": "E", "Reported": "R"}


def short(label: str) -> str:
    """Return a label in two letters."""
    return label if len(label) == 1 else label[0] + _LETTERS[label[2:]]


def context_keys(page: Page, labels: Sequence[str]) -> list[tuple]:
    """Return what the first pass said around each clause.

    Parameters
    ----------
    page : Page
        The text.
    labels : sequence of str
        The first pass's label of each clause.
    """
    near = ["^", "^", *map(short, labels), "$", "$"]
    wide = ["^", "^", *sentence_labels(page, labels), "$"]
    return [
        (*near[i : i + 5], *wide[k : k + 4], page.rule[i], one.kind, page.opens[k])
        for i, (one, k) in enumerate(zip(page.clauses, page.sentence, strict=True))
    ]


def context_names(key: tuple) -> tuple[str, ...]:
    """Return the names of what the first pass said around a clause."""
    left2, left, here, right, right2, before2, before, own, after, rule, kind, opens = key
    return (
        f"P={here}",
        f"P-={left}|{here}",
        f"P+={here}|{right}",
        f"P--={left2}|{left}",
        f"P++={right}|{right2}",
        f"PR={here}|{rule}",
        f"Pk={here}|{kind}",
        f"PS={own}",
        f"PS-={before}|{opens}",
        f"PS--={before2}|{before}",
        f"PS+={after}",
        f"PS3={before}|{here}|{after}",
        f"PSr={before}|{rule}|{opens}",
        f"PSk={before}|{kind}|{opens}",
    )


def sentence_labels(page: Page, labels: Sequence[str]) -> list[str]:
    """Return for each sentence the labels of its clauses, each once, in one word."""
    found: list[str] = []
    at = 0
    for row in page.rows:
        found.append("".join(dict.fromkeys(map(short, labels[at : at + len(row)]))))
        at += len(row)
    return found
