"""Which pairs of articles share words: exact containment of all pairs, and a random draw of them to label.

    python benchmarks/story_pairs.py [--data FILE] [--out pairs.csv]

Containment is the share of the smaller article's shingles (runs of 5 words, in small letters) that the
other has too, from one sparse matrix product; pairs are at most 7 days apart. The draw is random within four
bands of containment, with a seed; it was made once, before any threshold was chosen, and labelled by reading
(`tests/labels/stories.csv`). Articles are named by the file's own ids, which no change to cleaning alters.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse

import wortwahl as ww

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "news" / "outlets-2020.jsonl.gz"
LENGTH = 5
DAYS = 7
SEED = 20201
# Lower end, upper end, pairs drawn. The third band holds fewer than thirty: all of it is labelled.
BANDS = ((0.2, 0.4, 50), (0.4, 0.6, 40), (0.6, 0.8, 23), (0.8, 1.01, 37))
_WORD = re.compile(r"\w+")


def shingles(text: str) -> set[tuple[str, ...]]:
    """Return all runs of five words of a text, or the whole of a shorter one."""
    words = _WORD.findall(text.casefold())
    return {tuple(words[i : i + LENGTH]) for i in range(max(1, len(words) - LENGTH + 1))}


def all_pairs(articles: pd.DataFrame, days: int = DAYS, least: float = 0.2) -> pd.DataFrame:
    """Return every pair with at least that containment and at most so many days between.

    Parameters
    ----------
    articles : DataFrame
        `date`, `outlet`, `source_id`, `text`.
    days : int
        The most days between the two.
    least : float
        The least containment.

    Returns
    -------
    DataFrame
        `a`, `b` (row numbers), `id_a`, `id_b` (the file's ids, the smaller first), `containment`.
    """
    numbers: dict[tuple[str, ...], int] = {}
    columns, starts, sizes = [], [0], []
    for text in articles["text"]:
        found = [numbers.setdefault(shingle, len(numbers)) for shingle in shingles(text)]
        columns.extend(found)
        starts.append(len(columns))
        sizes.append(len(found))
    counts = sparse.csr_matrix((np.ones(len(columns), np.int32), columns, starts), (len(sizes), len(numbers)))
    counts = counts[:, counts.getnnz(axis=0) > 1]
    shared = sparse.triu(counts @ counts.T, 1).tocoo()
    size, day = np.array(sizes), articles["date"].to_numpy().astype("datetime64[D]").astype(int)
    containment = shared.data / np.minimum(size[shared.row], size[shared.col])
    kept = (containment >= least) & (np.abs(day[shared.row] - day[shared.col]) <= days)
    pairs = pd.DataFrame({"a": shared.row[kept], "b": shared.col[kept], "containment": containment[kept]})
    names = articles["source_id"].to_numpy()
    both = np.sort(np.array([names[pairs["a"]], names[pairs["b"]]], dtype=str).T, axis=1)
    pairs = pairs.assign(id_a=both[:, 0], id_b=both[:, 1])
    return pairs.sort_values(["id_a", "id_b"], ignore_index=True)


def draw(pairs: pd.DataFrame, seed: int = SEED) -> pd.DataFrame:
    """Return a random draw of pairs within each band."""
    drawn = []
    for low, high, wanted in BANDS:
        band = pairs[(pairs["containment"] >= low) & (pairs["containment"] < high)]
        drawn.append(band.sample(min(wanted, len(band)), random_state=seed).sort_index())
    return pd.concat(drawn, ignore_index=True)


def main() -> None:
    """Write the draw as CSV, its labels empty, and print the size of each band."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--out", type=Path, default=Path("pairs.csv"))
    options = parser.parse_args()
    pairs = all_pairs(ww.read_corpus(options.data))
    drawn = draw(pairs)
    for low, high, _ in BANDS:
        sizes = [int(table["containment"].between(low, high, "left").sum()) for table in (pairs, drawn)]
        print(f"{low:.1f} to {min(high, 1):.1f}: {sizes[0]:>5} pairs, {sizes[1]:>3} drawn")
    table = drawn.assign(file=options.data.name, containment=drawn["containment"].round(4), label="")
    table[["file", "id_a", "id_b", "containment", "label"]].to_csv(options.out, index=False)


if __name__ == "__main__":
    main()
