"""Tables on shared copy and on what was done to the corpus; all numbers are made up."""

import numpy as np
import pandas as pd
from made_up_tables import interval

from wortwahl.report.results import TABLES


def copy_tables(uses, names):
    """Return `story_sizes`, `shared_copy`, `copies` and `copy_effect`, shaped as a run gives them."""
    sizes = pd.DataFrame(
        [(1, 2100, 2100, 0), (2, 150, 300, 120), (3, 41, 123, 40), (5, 7, 35, 7)],
        columns=TABLES["story_sizes"],
    )
    pairs = [(one, other) for i, one in enumerate(names) for other in names[i + 1 :]]
    shared = pd.DataFrame(
        [(*pair, max(90 - 7 * i, 1)) for i, pair in enumerate(pairs)], columns=TABLES["shared_copy"]
    )
    return {"story_sizes": sizes, "shared_copy": shared, "copies": copies(uses), "copy_effect": effect(uses)}


def copies(uses):
    """Return shares in three ways; the more copy an outlet carries, the farther they lie apart."""
    own = uses[uses["voice"] == "newsroom"]
    rows = []
    for place, (outlet, part) in enumerate(own.groupby("outlet", sort=False)):
        total = int(part["uses"].sum())
        for number, (frame, count) in enumerate(part.groupby("frame", sort=False)["uses"].sum().items()):
            step = 0.02 * place * (1 if number % 2 else -1)
            shares = [interval(count, total)]
            shares += [tuple(np.clip(value + step * k, 0, 1) for value in shares[0]) for k in (1, 0.7)]
            agency = int(count * 0.1 * (place % 6))
            counts = (int(count), int(count * 0.8), int(count * 0.7), total)
            rows.append((outlet, frame, *counts, *shares[0], *shares[1], *shares[2], agency, 0.4, 0.3))
    return pd.DataFrame(rows, columns=TABLES["copies"])


def effect(uses):
    """Return each outlet's difference from the rest, two thirds of it by shared copy."""
    table = copies(uses)
    whole = table.groupby("frame")["uses"].transform("sum") / table["uses"].sum()
    difference = table["share"] - whole
    table = table[["outlet", "frame", "share"]].assign(against="rest", share_against=whole)
    table = table.assign(difference=difference, low=difference - 0.05, high=difference + 0.05)
    for name, part in (("copy", difference * 2 / 3), ("wording", difference / 3)):
        table = table.assign(
            **{f"{name}_part": part, f"{name}_low": part - 0.03, f"{name}_high": part + 0.03}
        )
    return table.assign(copied=0.4, copied_against=0.2, wording_in_copy=0.0, wording_in_own=difference / 3)


def corpus_tables():
    """Return `cleaning`, `languages` and `unknown_outlets`."""
    return {
        "cleaning": pd.DataFrame(
            [("mojibake", 31, 204), ("hyphenation", 12, 96), ("database lines", 812, 1650)],
            columns=TABLES["cleaning"],
        ),
        "languages": pd.DataFrame(
            [("de", 2990, True), ("", 31, True), ("en", 14, False)], columns=TABLES["languages"]
        ),
        "unknown_outlets": pd.DataFrame(
            [("Hafenkurier", 412), ("Talblick", 31)], columns=TABLES["unknown_outlets"]
        ),
    }
