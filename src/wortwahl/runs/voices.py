"""Uses and speech a part of the store, made once for a codebook and for the code that finds them."""

import os
from collections.abc import Iterator
from concurrent.futures import as_completed
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from wortwahl import storage
from wortwahl.framing import USE_COLUMNS, Codebook, find_uses
from wortwahl.framing.heard import Heard
from wortwahl.framing.speech import SPEECH_COLUMNS, method_used
from wortwahl.runs.cache import reading
from wortwahl.runs.code import code_key
from wortwahl.runs.processes import pool_of
from wortwahl.runs.progress import bar
from wortwahl.runs.store import PART, WORDS, Part, load_articles

# What a use takes from its article may change while the use does not (a wire-copy cluster grows, an
# outlet is renamed): it is joined when the table is read, never cached.
JOINED = ["outlet", "date", "date_precision", "genre", "agency", "story"]


@dataclass(frozen=True)
class _Job:
    part: Part
    uses: Path
    heard: Path
    speech: Path | None
    codebook: Codebook
    method: str


def find_in_store(
    parts: list[Part],
    codebook: Codebook,
    processed: Path,
    method: str = "auto",
    everywhere: bool = False,
    jobs: int = 0,
    quiet: bool = False,
) -> tuple[list[Path], list[Path]]:
    """Find the uses of a codebook's terms in every part, and return the files that hold them.

    Parameters
    ----------
    everywhere : bool
        True looks for reported speech in all articles too and returns its files second.
    jobs : int
        Processes; 0 takes the processors that there are.
    """
    made_by, heard_by = voice_key(method), speech_key(method)
    work = [
        _Job(
            part,
            uses_path(processed, part, codebook, made_by),
            heard_path(processed, part, heard_by),
            speech_path(processed, part, heard_by) if everywhere else None,
            codebook,
            method,
        )
        for part in parts
    ]
    waiting = [job for job in work if not _done(job)]
    with bar(sum(job.part.articles for job in waiting), "Voice", "articles", quiet) as progress:
        for articles in _in_processes(waiting, jobs or os.cpu_count() or 1):
            progress.update(articles)
    return [job.uses for job in work], [job.speech for job in work if job.speech]


def speech_key(method: str) -> str:
    """Return the key of what finds speech: the rules, and the tagger's weights where they are used."""
    used, weights = method_used(method), ""
    if used != "rules":
        from wortwahl.language.tagger.weights import find  # only where there is a tagger

        weights = storage.file_key(find())
    return storage.content_key(code_key("language"), used, weights)


def voice_key(method: str) -> str:
    """Return the key of what finds uses and their voices; the codebook has a key of its own."""
    return storage.content_key(speech_key(method), code_key("framing"))


def uses_path(processed: Path, part: Part, codebook: Codebook, made_by: str) -> Path:
    """Return where the uses of a part stand, or would stand; `made_by` is a `voice_key`."""
    return _path(processed, "uses", part.key, made_by, codebook.key)


def heard_path(processed: Path, part: Part, heard_by: str) -> Path:
    """Return where the speech that was heard in a part stands, or would; `heard_by` is a `speech_key`."""
    return _path(processed, "heard", part.key, heard_by)


def speech_path(processed: Path, part: Part, heard_by: str) -> Path:
    """Return where the speech of all articles of a part stands, or would stand."""
    return _path(processed, "speech", part.key, heard_by)


def _path(processed: Path, table: str, *key: str) -> Path:
    name = storage.content_key(*key)
    return processed / "store" / table / name[:2] / f"{name}.parquet"


def _done(job: _Job) -> bool:
    return job.uses.exists() and (job.speech is None or job.speech.exists())


def _in_processes(work: list[_Job], processes: int) -> Iterator[int]:
    if len(work) < 2 or processes < 2:
        yield from map(_find, work)
        return
    with pool_of(min(processes, len(work))) as pool:
        futures = [pool.submit(_find, job) for job in work]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _find(job: _Job) -> int:
    """Write the tables of one part; return its number of articles."""
    articles = load_articles(job.part)
    heard = _heard(job)
    uses = find_uses(articles, job.codebook, method=job.method, heard=heard)
    if job.speech and not job.speech.exists():
        storage.write_parquet(speech_of(articles, heard), job.speech)
    # Before the uses, which say that all is done.
    if heard.grown:
        storage.write_parquet(heard.table(), job.heard)
    storage.write_parquet(uses[[name for name in USE_COLUMNS if name not in JOINED]], job.uses)
    return job.part.articles


def _heard(job: _Job) -> Heard:
    """Return what any codebook has heard of a part so far."""
    if not job.heard.exists():
        return Heard(job.method)
    with reading(job.heard):
        return Heard(job.method, storage.read_parquet(job.heard))


def speech_of(articles: pd.DataFrame, heard: Heard) -> pd.DataFrame:
    """Return the stretches of speech of many articles: `find_speech` with the `article` (id) first."""
    for row in articles.itertuples():
        heard.stretches(row.id, "text", row.text, row.genre, row.title)
    whole = heard.table()
    texts = whole[(whole["field"] == "text") & (whole["start"] >= 0)]
    order = pd.Series(range(len(articles)), index=articles["id"])
    texts = texts.iloc[texts["article"].map(order).argsort(kind="stable")]
    return texts[["article", *SPEECH_COLUMNS]].reset_index(drop=True)


def load_uses(files: list[Path], facts: pd.DataFrame) -> pd.DataFrame:
    """Return the uses of a corpus with the columns that `find_uses` gives them.

    Parameters
    ----------
    facts : DataFrame
        One row an article, as `load_facts` gives it; a use of an article that is not there is left out.
    """
    tables = []
    for file in files:
        with reading(file):
            tables.append(storage.read_parquet(file))
    cached = pd.concat(tables, ignore_index=True).drop_duplicates(["article", "field", "start"])
    beside = ("id", "title", WORDS, PART, *USE_COLUMNS)
    further = [name for name in facts.columns if name not in beside]
    joined = cached.merge(facts[["id", *JOINED, *further]], left_on="article", right_on="id", how="inner")
    return joined[[*USE_COLUMNS, *further]]
