"""Matrix and frequencies beside scikit-learn's CountVectorizer, polars and DuckDB, with the same words.

    python benchmarks/terms.py [--data FILE] [--repeat 3]

All count the words of the same news articles. CountVectorizer has our token pattern and keeps case (a lone ²
is a word to it, not to us). The patterns of polars and DuckDB have no look-ahead, so that theirs differs in a
few gendered forms, and they count the whole corpus only, without a matrix. Frequencies are uses and number of
articles of each word (uses alone for polars and DuckDB).

"cpu" is seconds of the processor, "clock" seconds of the clock, each the best of some runs in turn; on a
machine that does other things too, "cpu" says more, except for two processes, whose work only the clock
shows. "ratio" is CountVectorizer's time by it. Lemmas stand apart: the others have none. Memory is the peak,
in a process of its own, above what it had after it had read the texts (two processes: of the first only).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from sklearn.feature_extraction.text import CountVectorizer

from wortwahl.language import tokens
from wortwahl.language.lemmas import lemma
from wortwahl.terms import TermMatrix, combine, count_terms, document_term_matrix, term_frequencies

# One thread for all; polars reads this when it is imported.
os.environ.setdefault("POLARS_MAX_THREADS", "1")

PEERS = ("polars", "duckdb")
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


_HALVES: list[pd.DataFrame] = []


def _half(number: int) -> TermMatrix:
    return count_terms(_HALVES[number], ["text"], lemmatise=False)


def in_two_processes(corpus: pd.DataFrame) -> tuple[int, int]:
    """Return the same as `ours`, half of the articles in each of two processes."""
    middle = len(corpus) // 2
    _HALVES[:] = [corpus.iloc[:middle], corpus.iloc[middle:]]
    # Forked, so that the texts need not be sent.
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        table = term_frequencies(combine(pool.map(_half, range(2))), stop_words=True)
    return int(table["count"].sum()), len(table)


# The word pattern without look-ahead.
_PLAIN = r"\p{L}[\p{L}]*(?:[-‐‑'’][\p{L}\p{N}]+|[*:_/][iI]n(?:nen)?\b|\p{N}+)*"


def with_polars(corpus: pd.DataFrame) -> tuple[int, int]:
    """Return words and different words from polars, on one thread."""
    import polars as pl

    texts = pl.Series("text", corpus["text"].tolist())
    table = texts.str.extract_all(_PLAIN).explode().drop_nulls().value_counts(sort=True)
    return int(table["count"].sum()), len(table)


def with_duckdb(corpus: pd.DataFrame) -> tuple[int, int]:
    """Return words and different words from DuckDB, on one thread."""
    import duckdb

    connection = duckdb.connect(config={"threads": 1})
    connection.register("corpus", pa.table({"text": pa.array(corpus["text"])}))
    table = connection.execute(
        "select word, count(*) as uses from (select unnest(regexp_extract_all(text, ?)) as word from corpus) "
        "group by word order by uses desc, word",
        [_PLAIN],
    ).fetchall()
    return sum(uses for _, uses in table), len(table)


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
    "wortwahl": ours,
    "wortwahl, two processes": in_two_processes,
    "wortwahl, lemmas": ours_by_lemma,
    "polars": with_polars,
    "duckdb": with_duckdb,
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
    ways = {name: way for name, way in WAYS.items() if name not in PEERS or find_spec(name)}
    if missing := [name for name in WAYS if name not in ways]:
        print(f"not installed, and left out: {', '.join(missing)}")
    size = corpus["text"].str.encode("utf-8").str.len().sum() / 1e6
    print(f"{given.data.name}: {len(corpus)} articles, {size:.1f} MB of text")
    cpu, clock = dict.fromkeys(ways, np.inf), dict.fromkeys(ways, np.inf)
    found = {}
    for _ in range(given.repeat):
        for name, way in ways.items():
            start = time.perf_counter(), time.process_time()
            found[name] = way(corpus)
            clock[name] = min(clock[name], time.perf_counter() - start[0])
            cpu[name] = min(cpu[name], time.process_time() - start[1])
    print(
        f"{'':24}{'cpu':>6}{'ratio':>7}{'clock':>8}{'ratio':>7}{'MB/s':>7}{'peak MB':>9}"
        f"{'words':>10}{'different':>11}"
    )
    for name in ways:
        command = [sys.executable, __file__, "--data", str(given.data), "--peak", name]
        peak = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        by_cpu, by_clock = (times["CountVectorizer"] / times[name] for times in (cpu, clock))
        # The work of other processes is not in this one's seconds.
        own = "      -      -" if name.endswith("processes") else f"{cpu[name]:6.2f}{by_cpu:7.2f}"
        print(
            f"{name:24}{own}{clock[name]:8.2f}{by_clock:7.2f}{size / clock[name]:7.1f}{peak:9.0f}"
            f"{found[name][0]:10}{found[name][1]:11}"
        )


if __name__ == "__main__":
    main()
