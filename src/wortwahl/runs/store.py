"""The store of read articles: Parquet parts in `data/processed/store`, made once for what a raw file holds.

It is a cache. What belongs to a run is what its raw files hold now: a part that no raw file asks for
is never read.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from wortwahl import storage
from wortwahl.corpus import PROBLEM_COLUMNS, Found, changes, read_file, without_repeats
from wortwahl.corpus.schema import joined_articles, problem_table
from wortwahl.language.tokens import words
from wortwahl.runs.cache import DamagedFile, reading
from wortwahl.runs.code import code_key

# Columns of ours in the store; no raw file has one of these names, as it may well have a "words".
WORDS, PART = "_words", "_part"
# Raised when a part or an index is written differently; what an older program left is then not found.
STORE_VERSION = 2
# Small enough for a progress bar that moves and two processes that share the work.
PART_ARTICLES = 1000
# Small files are kept together, or ten thousand text files would be ten thousand Parquet files.
BUNDLE_FILES = 64
BUNDLE_ALONE_BYTES = 1_000_000


@dataclass(frozen=True)
class RawFile:
    """A raw file as the manifest names it: `path`, `sha256`, size in bytes, and its folder's outlet."""

    path: str
    sha256: str
    bytes: int
    outlet: str = ""


@dataclass(frozen=True)
class Part:
    """Some articles of the store: their `key` says what they are, `path` is their Parquet file."""

    key: str
    path: Path
    articles: int


def raw_files(found: Iterable[Found]) -> list[RawFile]:
    """Return each file with its hash; reading the bytes is the only sure sign of a change."""
    return [
        RawFile(path.as_posix(), storage.file_key(path), path.stat().st_size, outlet)
        for path, outlet in found
    ]


def bundles(files: list[RawFile]) -> list[list[RawFile]]:
    """Divide files into groups that are read and kept together.

    A group ends where the hash of a path says so, not at a count: a new file among ten thousand
    changes its own group only. A large file is a group of its own.
    """
    groups: list[list[RawFile]] = [[]]
    for file in files:
        if file.bytes >= BUNDLE_ALONE_BYTES:
            groups += [[file], []]
            continue
        groups[-1].append(file)
        if hashlib.blake2b(file.path.encode("utf-8", "surrogatepass")).digest()[0] % BUNDLE_FILES == 0:
            groups.append([])
    return [group for group in groups if group]


def bundle_key(bundle: list[RawFile], columns: dict[str, str]) -> str:
    """Return the key of what reading a bundle gives: its files, the mapping and the readers themselves."""
    return storage.content_key(
        STORE_VERSION,
        code_key("corpus", "language"),
        sorted(columns.items()),
        [asdict(file) for file in bundle],
    )


def store_bundle(
    bundle: list[RawFile],
    processed: Path,
    columns: dict[str, str],
    progress: Callable[[int], object] = lambda n: None,
) -> tuple[list[Part], pd.DataFrame]:
    """Read a bundle into the store, or find it there; return its parts and its problems.

    `progress` is told the number of articles as they are read.
    """
    index = index_path(bundle, processed, columns)
    known = _known_bundle(index, processed)
    if known is not None:
        return known
    parts, problems = [], []
    for articles in _parts_of(bundle, columns, problems):
        parts.append(_write_part(articles, processed))
        progress(len(articles))
    found = pd.concat([problem_table([]), *problems], ignore_index=True)
    storage.write_json(
        index,
        {
            "parts": [{"key": part.key, "articles": part.articles} for part in parts],
            "problems": found.to_dict("records"),
        },
    )
    return parts, found


def stored_parts(bundle: list[RawFile], processed: Path, columns: dict[str, str]) -> list[Part] | None:
    """Return the parts of a bundle that stands in the store, None where it would have to be read."""
    try:
        known = _known_bundle(index_path(bundle, processed, columns), processed)
    except DamagedFile:
        return None
    return None if known is None else known[0]


def index_path(bundle: list[RawFile], processed: Path, columns: dict[str, str]) -> Path:
    """Return where the list of a bundle's parts and problems stands, or would stand."""
    return processed / "store" / "bundles" / f"{bundle_key(bundle, columns)}.json"


def _known_bundle(index: Path, processed: Path) -> tuple[list[Part], pd.DataFrame] | None:
    if not index.exists():
        return None
    with reading(index):
        known = json.loads(index.read_text("utf-8"))
        parts = [
            Part(row["key"], _part_path(processed, row["key"]), row["articles"]) for row in known["parts"]
        ]
        problems = problem_table([tuple(row[name] for name in PROBLEM_COLUMNS) for row in known["problems"]])
    return (parts, problems) if all(part.path.exists() for part in parts) else None


def _parts_of(
    bundle: list[RawFile], columns: dict[str, str], problems: list[pd.DataFrame]
) -> Iterator[pd.DataFrame]:
    """Yield the articles of a bundle in parts of `PART_ARTICLES`; append what could not be read."""
    waiting: list[pd.DataFrame] = []
    count = 0
    for file in bundle:
        for articles, wrong in read_file(
            file.path, columns=columns or None, batch=PART_ARTICLES, outlet=file.outlet
        ):
            if len(wrong):
                problems.append(wrong)
            if len(articles):
                waiting.append(articles)
                count += len(articles)
            while count >= PART_ARTICLES:
                whole = joined_articles(waiting)
                yield whole.iloc[:PART_ARTICLES]
                waiting, count = [whole.iloc[PART_ARTICLES:]], count - PART_ARTICLES
    if count:
        yield joined_articles(waiting)


def _part_path(processed: Path, key: str) -> Path:
    return processed / "store" / "articles" / key[:2] / f"{key}.parquet"


def _write_part(articles: pd.DataFrame, processed: Path) -> Part:
    # A further column may hold anything a table file holds; Parquet wants one type a column.
    articles = articles.assign(**{WORDS: [len(words(text)) for text in articles["text"]]})
    articles = articles.reset_index(drop=True)
    mixed = [name for name in articles.columns if articles[name].dtype == object]
    articles = articles.astype(dict.fromkeys(mixed, "str"))
    facts = articles.drop(columns=["text", WORDS])
    key = storage.content_key(STORE_VERSION, list(facts.columns), facts.astype(str).to_numpy().tolist())
    path = _part_path(processed, key)
    if not path.exists():
        storage.write_parquet(articles, path)
    return Part(key, path, len(articles))


def load_articles(part: Part, ids: set[str] | None = None) -> pd.DataFrame:
    """Return the articles of a part, all or those with the given ids, as `read_corpus` gives them."""
    with reading(part.path):
        articles = storage.read_parquet(part.path).drop(columns=[WORDS, changes.COLUMN])
    return articles if ids is None else articles[articles["id"].isin(ids)].reset_index(drop=True)


def load_facts(parts: list[Part]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what the parts say of their articles, and the repeats among them.

    Returns
    -------
    tuple of (DataFrame, DataFrame)
        One row an article without its text: the articles' columns, `_words`, and its `_part`'s key;
        and a problem record for each article that stands in an earlier part already.
    """
    frames, repeats, seen = [], [], {}
    for part in parts:
        with reading(part.path):
            names = [name for name in storage.parquet_columns(part.path) if name != "text"]
            facts = storage.read_parquet(part.path, columns=names)
        facts, problems = without_repeats(facts, seen)
        frames.append(facts.assign(**{PART: part.key}))
        repeats += problems
    # What the tables of one file have and those of another lack is "" there, as in `read_corpus`.
    facts = joined_articles(frames)
    return facts.astype({WORDS: "int64"} if len(facts) else {}), problem_table(repeats)
