"""What the second pass sees of the first: its verdicts on a clause, its neighbours and sentences."""

from collections.abc import Sequence

from wortwahl.language.tagger.features import Page

_LETTERS = {"Indirect": "I", "IndirectFreeIndirect": "F", "FreeIndirect": "E", "Reported": "R"}


def short(label: str) -> str:
    """Return a label in two letters."""
    return label if len(label) == 1 else label[0] + _LETTERS[label[2:]]


def context_names(page: Page, labels: Sequence[str]) -> list[list[str]]:
    """Return the names of what the first pass said around each clause.

    Parameters
    ----------
    page : Page
        The text.
    labels : sequence of str
        The first pass's label of each clause.
    """
    near = ["^", "^", *map(short, labels), "$", "$"]
    wide = ["^", "^", *sentence_labels(page, labels), "$"]
    rows: list[list[str]] = []
    for i, one in enumerate(page.clauses):
        k = page.sentence[i]
        opens = page.opens[k]
        here, rule = near[i + 2], page.rule[i]
        before, after = wide[k + 1], wide[k + 3]
        rows.append(
            [
                f"P={here}",
                f"P-={near[i + 1]}|{here}",
                f"P+={here}|{near[i + 3]}",
                f"P--={near[i]}|{near[i + 1]}",
                f"P++={near[i + 3]}|{near[i + 4]}",
                f"PR={here}|{rule}",
                f"Pk={here}|{one.kind}",
                f"PS={wide[k + 2]}",
                f"PS-={before}|{opens}",
                f"PS--={wide[k]}|{before}",
                f"PS+={after}",
                f"PS3={before}|{here}|{after}",
                f"PSr={before}|{rule}|{opens}",
                f"PSk={before}|{one.kind}|{opens}",
            ]
        )
    return rows


def sentence_labels(page: Page, labels: Sequence[str]) -> list[str]:
    """Return for each sentence the labels of its clauses, each once, in one word."""
    found: list[str] = []
    at = 0
    for row in page.rows:
        found.append("".join(dict.fromkeys(map(short, labels[at : at + len(row)]))))
        at += len(row)
    return found
