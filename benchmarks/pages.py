"""Saved pages beside plain trafilatura: title, date and body against gold, and the time.

    python benchmarks/pages.py [--data FOLDER] [--each]

- The table: how many titles have a token F1 above 0.8 with the gold title, how many dates are the gold's day
  (in Berlin), the mean token F1 of the bodies (bags of words; gold is summary, subheadings and paragraphs),
  and the seconds for all pages.
- each: a line a page with what was found and what it should be.

"trafilatura" is its own `bare_extraction` with its defaults but for comments and tables, which an article's
text has not. The pages are those of the README in ../shared/data; an outlet's gold has one version a layout,
in the order of the pages' dates.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from wortwahl.corpus import iter_corpus
from wortwahl.corpus.dates import parse_date

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
PAGES = "exports/pages"
_WORD = re.compile(r"\w+")


class Page(NamedTuple):
    """A page and what should be found in it."""

    path: Path
    title: str
    date: dt.date
    body: str


class Found(NamedTuple):
    """What was found in a page."""

    title: str
    date: dt.date | None
    body: str


def pages(folder: Path) -> list[Page]:
    """Return all pages with gold, in order."""
    found = []
    for gold_file in sorted(folder.glob("*/*.json")):
        gold = sorted(json.loads(gold_file.read_text("utf-8")).items(), key=lambda item: _version(item[0]))
        files = sorted(gold_file.parent.glob(f"{gold_file.stem}_2*.html.gz"))
        for path, (_, wanted) in zip(files, gold, strict=True):
            body = wanted["body"]
            parts = [*body["summary"]]
            for section in body["sections"]:
                parts += [*section["headline"], *section["paragraphs"]]
            moment = dt.datetime.fromisoformat(wanted["publishing_date"])
            day = (moment.astimezone(ZoneInfo("Europe/Berlin")) if moment.tzinfo else moment).date()
            found.append(Page(path, wanted["title"], day, "\n\n".join(parts)))
    return found


def _version(name: str) -> list[int]:
    return [int(part) for part in name.removeprefix("V").split("_")]


def f1(found: str, wanted: str) -> float:
    """Return the F1 of two bags of words, without regard to case."""
    ours, gold = (Counter(_WORD.findall(text.replace("\u00ad", "").casefold())) for text in (found, wanted))
    common = (ours & gold).total()
    return 2 * common / (ours.total() + gold.total()) if common else 0.0


def wortwahl(path: Path) -> Found:
    """Read a page as `read_corpus` does."""
    [(articles, _)] = iter_corpus(path)
    if articles.empty:
        return Found("", None, "")
    row = articles.iloc[0]
    return Found(row["title"], row["date"].date() if row["date_precision"] == "day" else None, row["text"])


def trafilatura(path: Path) -> Found:
    """Read a page with nothing but trafilatura."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        gzip.decompress(path.read_bytes()), with_metadata=True, include_comments=False, include_tables=False
    )
    if found is None:
        return Found("", None, "")
    return Found(found.title or "", parse_date(found.date)[0], found.text or "")


def measure(read: Callable[[Path], Found], wanted: list[Page], each: bool) -> tuple[int, int, float, float]:
    """Return titles and dates that are right, the mean F1 of the bodies, and the seconds."""
    start = time.perf_counter()
    found = [read(page.path) for page in wanted]
    seconds = time.perf_counter() - start
    titles = [f1(ours.title, page.title) for ours, page in zip(found, wanted, strict=True)]
    bodies = [f1(ours.body, page.body) for ours, page in zip(found, wanted, strict=True)]
    dates = [ours.date == page.date for ours, page in zip(found, wanted, strict=True)]
    if each:
        for page, ours, title, body, date in zip(wanted, found, titles, bodies, dates, strict=True):
            name = page.path.name.removesuffix(".html.gz")
            print(f"{name:34} title {title:.2f} date {date!s:5} body {body:.3f}")
            if title <= 0.8:
                print(f"    found {ours.title!r}\n    gold  {page.title!r}")
            if not date:
                print(f"    found {ours.date}\n    gold  {page.date}")
    return sum(score > 0.8 for score in titles), sum(dates), sum(bodies) / len(bodies), seconds


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--each", action="store_true")
    options = parser.parse_args()
    if not (options.data / PAGES).is_dir():
        print(f"skipped: {options.data / PAGES} is not there")
        return
    wanted = pages(options.data / PAGES)
    trafilatura(wanted[0].path)  # its import takes a third of a second, which is neither's
    print(f"{len(wanted)} pages\n\n{'':12} {'title':>6} {'date':>6} {'body F1':>8} {'seconds':>8}")
    for name, read in (("wortwahl", wortwahl), ("trafilatura", trafilatura)):
        titles, dates, body, seconds = measure(read, wanted, options.each and read is wortwahl)
        print(f"{name:12} {titles:6} {dates:6} {body:8.4f} {seconds:8.1f}")


if __name__ == "__main__":
    main()
