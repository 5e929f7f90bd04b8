"""Matrix and frequencies beside scikit-learn's CountVectorizer, polars and DuckDB, with the same words.

    python benchmarks/terms.py [--data FILE …] [--megabytes N] [--repeat 3]

All count the words of the same texts, news and speeches; `--megabytes` repeats them until there are so many,
so that they have fewer different words than as much text that is new. polars and DuckDB are no dependencies:
they stand in the table where they are installed.

CountVectorizer has our token pattern and keeps case (a lone ² and the parts of an address are words to it,
not to us). The patterns of polars and DuckDB have no look-ahead, so that theirs differs in a few gendered
forms, and they count the whole corpus only, without a matrix. Frequencies are uses and number of articles of
each word (uses alone for polars and DuckDB).

"cpu" is seconds of the processor, of all processes, "clock" seconds of the clock, each the best of some runs
in turn; on a machine that does other things too, "cpu" says more, but for two processes, where only the clock
shows what they save. "ratio" is CountVectorizer's time by it. Lemmas stand apart: the others have none.
Memory is the peak, in a process of its own, above what it had after it had read the texts (two processes: of
the first only).
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
from wortwahl.terms import TermMatrix, combine, count_terms, document_term_matrix, term_frequencies

# One thread for all; polars reads this when it is imported.
os.environ.setdefault("POLARS_MAX_THREADS", "1")

PEERS = ("polars", "duckdb")
FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data"
DATA = [FOLDER / "news" / "outlets-2020.jsonl.gz", FOLDER / "speeches" / "bundestag-ukraine.jsonl.gz"]


def read(paths: list[Path], megabytes: float = 0) -> pd.DataFrame:
    """Return the texts of files of JSON lines, repeated until there are so many megabytes."""
    texts = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
    size = sum(len(text.encode()) for text in texts) / 1e6
    times = max(1.0, megabytes / size)
    texts = texts * int(times) + texts[: int(len(texts) * (times % 1))]
    # A text in another place is another text, as far as memory goes.
    return pd.DataFrame({"text": texts})


def ours(corpus: pd.DataFrame) -> tuple[int, int]:
    """Return words and different words, by forms as they are written."""
    matrix = document_term_matrix(corpus, fields=["text"], lemmatise=False)
    table = term_frequencies(matrix, stop_words=True)
    return int(table["count"].sum()), len(table)


def ours_by_lemma(corpus: pd.DataFrame) -> tuple[int, int]:
    """Return the same by lemma, loading the dictionary included."""
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


def _seconds() -> float:
    """Return the seconds of the processor of this process and of its children that have ended."""
    return sum(os.times()[:4])


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
    parser.add_argument("--data", type=Path, nargs="+", default=DATA)
    parser.add_argument("--megabytes", type=float, default=0)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--peak", choices=list(WAYS), help="run one way, and print its peak in MB")
    given = parser.parse_args()
    missing = [path for path in given.data if not path.exists()]
    if missing:
        print(f"skipped: there is no {missing[0]}")
        return
    corpus = read(given.data, given.megabytes)
    if given.peak:
        print(peak_of(WAYS[given.peak], corpus))
        return
    ways = {name: way for name, way in WAYS.items() if name not in PEERS or find_spec(name)}
    if missing := [name for name in WAYS if name not in ways]:
        print(f"not installed, and left out: {', '.join(missing)}")
    size = corpus["text"].str.encode("utf-8").str.len().sum() / 1e6
    names = " and ".join(path.name for path in given.data)
    print(f"{names}: {len(corpus)} texts, {size:.1f} MB; load {os.getloadavg()[0]:.1f}")
    cpu, clock = dict.fromkeys(ways, np.inf), dict.fromkeys(ways, np.inf)
    found = {}
    for turn in range(given.repeat):
        for name, way in ways.items():
            # Later the words would be known already.
            if turn and name.endswith("lemmas"):
                continue
            start = time.perf_counter(), _seconds()
            found[name] = way(corpus)
            clock[name] = min(clock[name], time.perf_counter() - start[0])
            cpu[name] = min(cpu[name], _seconds() - start[1])
    print(
        f"{'':24}{'cpu':>6}{'ratio':>7}{'clock':>8}{'ratio':>7}{'MB/s':>7}{'peak MB':>9}"
        f"{'words':>10}{'different':>11}"
    )
    for name in ways:
        command = [sys.executable, __file__, "--data", *map(str, given.data), "--peak", name]
        command += ["--megabytes", str(given.megabytes)]
        peak = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        by_cpu, by_clock = (times["CountVectorizer"] / times[name] for times in (cpu, clock))
        print(
            f"{name:24}{cpu[name]:6.2f}{by_cpu:7.2f}{clock[name]:8.2f}{by_clock:7.2f}"
            f"{size / clock[name]:7.1f}{peak:9.0f}{found[name][0]:10}{found[name][1]:11}"
        )


if __name__ == "__main__":
    main()
