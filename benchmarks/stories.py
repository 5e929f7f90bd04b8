"""Stories: labelled pairs, planted copies, time and memory, beside exact containment and MinHash LSH.

    python benchmarks/stories.py [--data FILE] [--parts labels,planted,time] [--sizes 7050,25000,100000]

**labels**: precision and recall of "both articles are one story" on the labelled pairs of
`tests/labels/stories.csv`, each weighted by what its band of containment was drawn from; intervals by 2,000
bootstrap draws within the bands. Beside it, exact containment of all pairs at the same threshold (a sparse
matrix product), and datasketch's MinHash LSH (128 permutations) at two thresholds of resemblance.

**planted**: 300 edited copies of articles, put into the corpus: cut from the end (to 30 to 80 %), a new lead
(15 to 30 %), paragraphs in another order, another dateline and each 33rd word changed, all of these at once.
The copy has another outlet and is up to 3 days later. Found is a copy in the story of its original. A false
join is a copy in a story with an article that was not in its original's, or two other articles in one story.

**time**: of corpora made from the articles with words of their own (each word ends in the number of its copy,
and each copy of the corpus follows the one before it in time), in processes of their own.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
from datasketch import MinHash, MinHashLSH
from story_pairs import BANDS, DATA, DAYS, all_pairs

import wortwahl as ww
from wortwahl.corpus.wire import THRESHOLD, shingle_hashes, signatures, stories_of

LABELS = Path(__file__).resolve().parents[1] / "tests" / "labels" / "stories.csv"
SEED = 20202
PLANTED = 300


def labels(articles: pd.DataFrame) -> None:
    """Print precision and recall on the labelled pairs."""
    pairs = all_pairs(articles)
    labelled = pd.read_csv(LABELS)
    keys = list(zip(labelled["id_a"], labelled["id_b"], strict=True))
    same = (labelled["label"] == "same").to_numpy()
    band = np.digitize(labelled["containment"], [low for low, _, _ in BANDS]) - 1
    sizes = [pairs["containment"].between(low, high, "left").sum() for low, high, _ in BANDS]
    weight = np.array([sizes[b] / (band == b).sum() for b in band])
    story = ww.find_stories(articles).set_index(articles["source_id"])["story"]
    exact = pairs.set_index(["id_a", "id_b"])["containment"]
    joined = {
        f"stories (more than {THRESHOLD})": [story[a] == story[b] for a, b in keys],
        f"exact containment above {THRESHOLD}": [exact.get(key, 0) > THRESHOLD for key in keys],
    }
    joined |= {f"MinHash LSH, resemblance {t}": _lsh(articles, keys, t) for t in (0.2, 0.5)}
    print(f"\n{len(keys)} labelled pairs, {same.sum()} the same; weighted by band (95 % interval)")
    print(pd.crosstab([[BANDS[b][0] for b in band], same], np.array(joined[next(iter(joined))])).to_string())
    for name, found in joined.items():
        print(f"{name:<36} {_scores(same, np.array(found), weight, band)}")


def _scores(same: np.ndarray, found: np.ndarray, weight: np.ndarray, band: np.ndarray) -> str:
    generator = np.random.default_rng(SEED)
    rows = [np.flatnonzero(band == b) for b in range(len(BANDS))]
    draws = [np.arange(len(same))]
    draws += [np.concatenate([generator.choice(r, len(r)) for r in rows]) for _ in range(2000)]
    both = np.array(
        [[(weight * (same & found))[d].sum() / (weight * of)[d].sum() for of in (found, same)] for d in draws]
    )
    low, high = np.percentile(both[1:], [2.5, 97.5], axis=0)
    names = ("precision", "recall")
    return "  ".join(f"{n} {both[0, i]:.3f} ({low[i]:.2f} to {high[i]:.2f})" for i, n in enumerate(names))


def _lsh(articles: pd.DataFrame, keys: list[tuple[str, str]], threshold: float) -> list[bool]:
    """Tell of pairs whether MinHash LSH proposes them; whole texts, without regard to days."""
    began = time.process_time()
    index = MinHashLSH(threshold=threshold, num_perm=128)
    sketches = {}
    for name, text in zip(articles["source_id"], articles["text"], strict=True):
        sketches[name] = MinHash(num_perm=128)
        sketches[name].update_batch([bytes(value) for value in shingle_hashes(text)[:, None].view(np.uint8)])
        index.insert(name, sketches[name])
    found = [b in index.query(sketches[a]) for a, b in keys]
    print(f"MinHash LSH at {threshold}: {time.process_time() - began:.1f} s of the processor")
    return found


def planted(articles: pd.DataFrame) -> None:
    """Print how many planted copies are found, and what else is joined."""
    generator = np.random.default_rng(SEED)
    long = articles[articles["text"].str.split().str.len() >= 150]
    originals = long.sample(PLANTED, random_state=SEED)
    kinds = list(_EDITS)
    rows = []
    for place, (_, article) in enumerate(originals.iterrows()):
        kind = kinds[place % len(kinds)]
        outlets = articles["outlet"].unique()
        changed = {
            "id": f"planted{place:03}",
            "text": _EDITS[kind](article["text"], articles, generator),
            "outlet": generator.choice(outlets[outlets != article["outlet"]]),
            "date": article["date"] + pd.Timedelta(days=int(generator.integers(0, 4))),
        }
        rows.append({**article.to_dict(), **changed, "of": article["id"], "kind": kind})
    copies = pd.DataFrame(rows)
    before = ww.find_stories(articles).set_index("id")["story"]
    both = pd.concat([articles, copies.drop(columns=["of", "kind"])], ignore_index=True)
    after = ww.find_stories(both).set_index("id")["story"]
    found = after[copies["id"]].to_numpy() == after[copies["of"]].to_numpy()
    wrong = 0
    for copy, original in zip(copies["id"], copies["of"], strict=True):
        others = after.index[(after == after[copy])].difference([copy, original])
        others = [name for name in others if not name.startswith("planted")]
        wrong += any(before[name] != before[original] for name in others)
    old = after[articles["id"]]
    changed_pairs = len(_pairs_of(old) - _pairs_of(before))
    lost = len(_pairs_of(before) - _pairs_of(old))
    print(f"\n{PLANTED} planted copies: {found.mean():.3f} found, {wrong} with a wrong article,")
    print(f"{changed_pairs} further pairs of other articles joined, {lost} no longer")
    print(pd.Series(found).groupby(copies["kind"]).agg(["size", "mean"]).round(3).to_string())


def _pairs_of(story: pd.Series) -> set[tuple[str, str]]:
    """Return all pairs of articles in one story."""
    groups = (sorted(part.index) for _, part in story.groupby(story) if len(part) > 1)
    return {(a, b) for names in groups for i, a in enumerate(names) for b in names[i + 1 :]}


def _cut(text: str, _: pd.DataFrame, generator: np.random.Generator) -> str:
    words = text.split(" ")
    return " ".join(words[: int(len(words) * generator.uniform(0.3, 0.8))])


def _lead(text: str, articles: pd.DataFrame, generator: np.random.Generator) -> str:
    words = text.split(" ")
    size = int(len(words) * generator.uniform(0.15, 0.3))
    new = str(articles["text"].sample(1, random_state=int(generator.integers(1 << 31))).iloc[0]).split(" ")
    return " ".join([*new[:size], *words[size:]])


def _swapped(text: str, _: pd.DataFrame, generator: np.random.Generator) -> str:
    parts = text.split("\n\n")
    parts = parts if len(parts) > 3 else [part + "." for part in text.split(". ")]
    generator.shuffle(parts)
    return "\n\n".join(parts)


def _dateline(text: str, _: pd.DataFrame, generator: np.random.Generator) -> str:
    words = text.split(" ")
    for place in generator.choice(len(words), len(words) // 33, replace=False):
        words[place] = "anders"
    return "Genf/Wien (dpa/AFP) - " + " ".join(words)


def _all(text: str, articles: pd.DataFrame, generator: np.random.Generator) -> str:
    for edit in (_cut, _swapped, _lead, _dateline):
        text = edit(text, articles, generator)
    return text


_EDITS = {"cut": _cut, "new lead": _lead, "swapped": _swapped, "dateline": _dateline, "all": _all}


def timed(data: Path, size: int) -> None:
    """Print seconds and memory of one corpus made from the articles."""
    articles = ww.read_corpus(data)
    span = int((articles["date"].max() - articles["date"].min()).days) + 1
    made, seconds, number = [], 0.0, 0
    facts = []
    while sum(map(len, made)) < size:
        part = articles.head(size - sum(map(len, made)))
        mark = "" if not number else f"{number}"
        part = part.assign(
            id=part["id"] + mark,
            text=part["text"].str.replace(r"(\w)\b", rf"\g<1>{mark}", regex=True) if mark else part["text"],
            date=part["date"] + pd.Timedelta(days=number * span),
        )
        began = time.process_time()
        made.append(signatures(part))
        seconds += time.process_time() - began
        facts.append(part[["id", "date", "date_precision", "outlet", "agency"]])
        number += 1
    table, whole = pd.concat(made, ignore_index=True), pd.concat(facts, ignore_index=True)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.process_time()
    story = stories_of(table, whole)
    linking = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(table):>7,} articles: signatures {seconds:6.1f} s ({len(table) / seconds:,.0f} a second), "
        f"{table['signature'].map(len).mean():,.0f} bytes each; stories {linking:6.1f} s; "
        f"peak {peak:,.0f} MiB ({before:,.0f} before); {(story.to_numpy() != story.index).sum():,} copies",
        flush=True,
    )


def main() -> None:
    """Print the parts that are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--parts", default="labels,planted,time")
    parser.add_argument("--sizes", default="7050,25000,100000")
    parser.add_argument("--size", type=int, help="one corpus, in this process")
    options = parser.parse_args()
    if options.size:
        timed(options.data, options.size)
        return
    parts = options.parts.split(",")
    if {"labels", "planted"} & set(parts):
        articles = ww.read_corpus(options.data)
    if "labels" in parts:
        labels(articles)
    if "planted" in parts:
        planted(articles)
    for size in options.sizes.split(",") if "time" in parts else []:
        subprocess.run([sys.executable, __file__, "--data", options.data, "--size", size], check=True)
    if "time" in parts:
        began = time.process_time()
        pairs = all_pairs(ww.read_corpus(options.data), DAYS, THRESHOLD)
        print(f"exact containment, {len(pairs)} pairs, with reading: {time.process_time() - began:.1f} s")


if __name__ == "__main__":
    main()
