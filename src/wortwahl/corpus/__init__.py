"""From raw files to articles: a reader a format, cleaning, dates, genre, agency."""

from wortwahl.corpus.describe import (
    coverage,
    genre_counts,
    language_counts,
    length_quantiles,
    near_empty,
    outlet_summary,
)
from wortwahl.corpus.files import Found, files_of, found_files
from wortwahl.corpus.limits import LIMITS, Limits
from wortwahl.corpus.names import Outlets, name_outlets, read_outlets, unknown_outlets
from wortwahl.corpus.periods import PERIODS, UNKNOWN, period_labels
from wortwahl.corpus.reading import (
    READER_VERSION,
    iter_corpus,
    read_changes,
    read_corpus,
    read_file,
    read_problems,
)
from wortwahl.corpus.repeats import without_repeats
from wortwahl.corpus.schema import ARTICLE_COLUMNS, GENRES, PRECISIONS, PROBLEM_COLUMNS

__all__ = [
    "ARTICLE_COLUMNS",
    "GENRES",
    "LIMITS",
    "PERIODS",
    "PRECISIONS",
    "PROBLEM_COLUMNS",
    "READER_VERSION",
    "UNKNOWN",
    "Found",
    "Limits",
    "Outlets",
    "coverage",
    "files_of",
    "found_files",
    "genre_counts",
    "iter_corpus",
    "language_counts",
    "length_quantiles",
    "name_outlets",
    "near_empty",
    "outlet_summary",
    "period_labels",
    "read_changes",
    "read_corpus",
    "read_file",
    "read_outlets",
    "read_problems",
    "unknown_outlets",
    "without_repeats",
]
