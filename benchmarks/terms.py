"""Matrix and frequencies beside scikit-learn's CountVectorizer, with the same words, on one core.

    python benchmarks/terms.py [--data FILE] [--repeat 3]

Both count the words of the same news articles. CountVectorizer has our token pattern and keeps case (a lone ²
is a word to it, not to us). Frequencies are the sum of the columns and the number of articles a word.
Seconds are of the process (not of the clock), the best of some runs in turn, so that what else the machine
does moves them little. Lemmas are timed apart: CountVectorizer has none. Memory is the peak of a process of
its own above what it had after it had read the texts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer

from wortwahl.language import tokens
from wortwahl.language.lemmas import lemma
from wortwahl.terms import document_term_matrix, term_frequencies

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "news" / "outlets-2020.jsonl.gz"


def read(path: Path) -> pd.DataFrame:
    """Return the articles of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return pd.DataFrame([json.loads(line) for line in lines])


def ours(corpus: pd.DataFrame) -> tuple[int, int]:
    """Return words and different words, by forms as they are written."""
    matrix = document_term_matrix(corpus, fields=["text"], lemmatise=False)
    table = term_frequencies(matrix, stop_words=True)
    return int(table["count"].sum()), len(table)


def ours_by_lemma(corpus: pd.DataFrame) -> tuple[int, int]:
    """Return the same by lemma, each form looked up anew."""
    lemma.cache_clear()
    table = term_frequencies(document_term_matrix(corpus, fields=["text"]), stop_words=True)
    return int(table["count"].sum()), len(table)


def theirs(corpus: pd.DataFrame) -> tuple[int, int]:
    """Return the same from CountVectorizer."""
    vectoriser = CountVectorizer(lowercase=False, token_pattern=_word_pattern())
    counts = vectoriser.fit_transform(corpus["text"])
    table = pd.DataFrame(
        {
            "term": vectoriser.get_feature_names_out(),
            "count": np.asarray(counts.sum(axis=0)).ravel(),
            "articles": counts.getnnz(axis=0),
        }
    ).sort_values(["count", "term"], ascending=[False, True])
    return int(table["count"].sum()), len(table)


def peak_of(way: Callable, corpus: pd.DataFrame) -> float:
    """Return the peak of memory above what stood there before, in MB; NaN where the system does not say."""
    try:
        Path("/proc/self/clear_refs").write_text("5")  # sets the peak back to what is in use now
        before = _high_water()
        way(corpus)
        return (_high_water() - before) / 1024
    except OSError:
        return float("nan")


def _high_water() -> int:
    return int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text()).group(1))


def _word_pattern() -> str:
    """Return the part of our token pattern that makes words."""
    parts = re.split(r"\|(?=\[\^\\W\\d_\]|_\+)", tokens._TOKEN.pattern)
    return parts[1]


WAYS: dict[str, Callable[[pd.DataFrame], tuple[int, int]]] = {
    "CountVectorizer": theirs,
    "wortwahl, forms": ours,
    "wortwahl, lemmas": ours_by_lemma,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--peak", choices=list(WAYS), help="run one way, and print its peak in MB")
    given = parser.parse_args()
    if not given.data.exists():
        print(f"skipped: there is no {given.data}")
        return
    corpus = read(given.data)
    if given.peak:
        print(peak_of(WAYS[given.peak], corpus))
        return
    size = corpus["text"].str.encode("utf-8").str.len().sum() / 1e6
    print(f"{given.data.name}: {len(corpus)} articles, {size:.1f} MB of text")
    best: dict[str, float] = {}
    found = {}
    for _ in range(given.repeat):
        for name, way in WAYS.items():
            start = time.process_time()
            found[name] = way(corpus)
            best[name] = min(best.get(name, np.inf), time.process_time() - start)
    print(f"{'':18} {'seconds':>8} {'MB/s':>6} {'ratio':>6} {'peak MB':>8} {'words':>9} {'different':>9}")
    for name in WAYS:
        command = [sys.executable, __file__, "--data", str(given.data), "--peak", name]
        peak = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        words, different = found[name]
        seconds = best[name]
        print(
            f"{name:18} {seconds:8.2f} {size / seconds:6.1f} {best['CountVectorizer'] / seconds:6.2f} "
            f"{peak:8.0f} {words:9} {different:9}"
        )


if __name__ == "__main__":
    main()
