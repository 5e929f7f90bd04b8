"""Throughput of finding a codebook's terms, beside Python's `re` with the same alternation.

    python benchmarks/matching.py [CORPUS] [--codebook NAME|FILE] [--megabytes N]

CORPUS is a file of JSON lines with a key `text`, gzipped or not; without one, sentences are made from the
codebook's own terms and filler words. Peers: Python's `re` with one alternation (the same spans of
candidates), and the scan of RE2 alone. Each is the best of three runs on one core.
"""

import argparse
import gzip
import json
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

from wortwahl.framing import read_codebook
from wortwahl.framing.matching import matcher_of
from wortwahl.framing.patterns import PYTHON, bounded

FILLER = "der Rat hat gestern über die Lage beraten und will erst nächste Woche entscheiden , sagte sie"


def made_up(terms: list[str], megabytes: float) -> list[str]:
    """Return texts of 300 words, with a term in one of a hundred places."""
    draw = random.Random(1)  # noqa: S311 (made-up text, no secret)
    filler = FILLER.split()
    texts: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        words = [draw.choice(terms) if draw.random() < 0.01 else draw.choice(filler) for _ in range(300)]
        texts.append(" ".join(words))
        size += len(texts[-1].encode())
    return texts


def read(path: Path, megabytes: float) -> list[str]:
    texts, size = [], 0
    opening = gzip.open if path.suffix == ".gz" else open
    with opening(path, "rt", encoding="utf-8") as file:
        for line in file:
            texts.append(json.loads(line)["text"])
            size += len(texts[-1].encode())
            if size > megabytes * 1e6:
                break
    return texts


def best(run: Callable[[], object], times: int = 3) -> float:
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--codebook", default="ukraine-war")
    parser.add_argument("--megabytes", type=float, default=20)
    given = parser.parse_args()
    matcher = matcher_of(read_codebook(given.codebook))
    terms = [entry.text for entry in matcher.entries]
    texts = (
        read(given.corpus, given.megabytes)
        if given.corpus
        else made_up([term for term in terms if "*" not in term], given.megabytes)
    )
    size = sum(len(text.encode()) for text in texts) / 1e6
    alternation = re.compile(bounded(terms, PYTHON))
    uses = sum(len(matcher.find(text)) for text in texts)
    candidates = sum(len(list(matcher._candidates(text))) for text in texts)
    print(
        f"{len(texts):,} texts, {size:.1f} MB, {len(terms)} terms, {candidates:,} candidates, {uses:,} uses"
    )
    ours = best(lambda: [matcher.find(text) for text in texts])
    scan = best(lambda: [list(matcher._candidates(text)) for text in texts])
    # One pass of Python's re takes minutes on a large corpus: a sample of the texts is enough for a ratio.
    some = texts[:: max(1, round(size / 2))]
    some_size = sum(len(text.encode()) for text in some) / 1e6
    peer = best(lambda: [[match.span() for match in alternation.finditer(text)] for text in some], 1)
    rows = {"terms, with context and exceptions": size / ours, "candidates (RE2)": size / scan}
    peer_rate = some_size / peer
    for name, rate in rows.items():
        print(f"{name:<36} {rate:8.1f} MB/s   {rate / peer_rate:6.1f} times")
    print(f"{'Python re, one alternation':<36} {peer_rate:8.1f} MB/s   {1:6.1f} times")


if __name__ == "__main__":
    main()
