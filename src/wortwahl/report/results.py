"""What a run hands over to be shown: checked once, so that no section needs to doubt it."""

import re
from collections.abc import Mapping

import pandas as pd

from wortwahl.corpus import PERIODS
from wortwahl.errors import InputError

# The columns each table must have; further ones (the `by` columns of a time table) are allowed.
TABLES: dict[str, tuple[str, ...]] = {
    "coverage": ("outlet", "month", "articles", "words"),
    "outlets": ("outlet", "articles", "words", "median_words", "first", "last", "undated"),
    "genres": ("genre", "articles"),
    "problems": ("file", "row", "problem", "what_to_do"),
    "lengths": ("outlet", "q05", "q25", "q50", "q75", "q95"),
    "cleaning": ("change", "articles", "places"),
    "languages": ("language", "articles", "kept"),
    "unknown_outlets": ("outlet", "articles"),
    "shares": (
        "frame",
        "uses",
        "articles",
        "stories",
        "total",
        "share",
        "low",
        "high",
        "plain_uses",
        "plain_share",
    ),
    "compare_outlet": (
        *("outlet", "frame", "plain_uses", "plain_total", "plain_share", "plain_low", "plain_high"),
        *("newsroom_uses", "newsroom_total", "share", "low", "high", "difference"),
    ),
    # and one column named after its period: day, week, month, quarter or year
    "shares_period": ("frame", "uses", "total", "share", "low", "high", "plain_uses", "plain_share"),
    "story_sizes": ("size", "stories", "articles", "several_outlets"),
    "shared_copy": ("outlet", "with", "stories"),
    "copies": (
        *("outlet", "frame", "uses", "articles", "stories", "total", "share", "low", "high"),
        *("share_story", "low_story", "high_story", "share_weighted", "low_weighted", "high_weighted"),
        *("agency_uses", "agency_share", "own_share"),
    ),
    # of each outlet with the rest, or of two outlets
    "copy_effect": (
        *("outlet", "against", "frame", "share", "share_against", "difference"),
        *("copy_part", "wording_part"),
    ),
    "voices": ("outlet", "frame", "voice", "uses", "articles", "share_of_frame"),
    "speakers": ("frame", "term", "actor", "speaker", "voice", "uses", "articles"),
    "examples": (
        *("outlet", "date", "frame", "left", "surface", "right"),
        *("voice", "speaker", "cue", "evidence", "confidence"),
    ),
    "forms": ("frame", "term", "form", "count", "articles", "example"),
    "terms_outlet": ("outlet", "term", "count", "per_million", "articles"),
    "keyness": ("outlet", "term", "count_target", "count_reference", "g2", "log_ratio", "low", "high", "p"),
    "collocates": ("term", "collocate", "count", "expected", "log_dice", "g2"),
    "topics": ("topic", "label", "rank", "term", "weight"),
    "topic_shares": ("outlet", "topic", "share", "low", "high"),
    "topic_months": ("month", "topic", "share"),
    "topic_diagnostics": ("topic", "label", "articles", "coherence", "exclusivity", "stability", "readable"),
    "topic_drift": ("fitted", "added", "gone", "unknown_share", "at_fit"),
    "topic_map": ("topic", "label", "x", "y", "prevalence", "readable"),
}

FACTS: dict[str, object] = {
    "program": "wortwahl",
    "version": "",
    "created": "",
    "corpus_paths": [],
    "articles": 0,
    "words": 0,
    "outlets": 0,
    "first_date": "",
    "last_date": "",
    "codebook_name": "",
    "codebook_question": "",
    "frames": {},
    "actors": {},
    "voice_method": "rules",
    "genres_counted": [],
    "parameters": {},
    "seed": None,
    "versions": {},
    "lang": "",
    "sample": False,
    "files": [],
    "problems_count": 0,
    "own_license": False,
}

_SURROGATE = re.compile("[\ud800-\udfff]")


class Results:
    """The facts and tables of a run.

    Parameters
    ----------
    results : mapping
        `facts` and any of the tables named in `TABLES`.

    Raises
    ------
    InputError
        If a key, a fact or a column is unknown or missing.
    """

    def __init__(self, results: Mapping[str, object]) -> None:
        unknown = sorted(set(results) - set(TABLES) - {"facts"})
        if unknown:
            raise _wrong(f"there is no table of the name {unknown[0]!r}.", f"Known are: {', '.join(TABLES)}.")
        if "facts" not in results:
            raise _wrong("the facts of the run are missing.", "Give a dictionary under the key 'facts'.")
        facts = results["facts"]
        unknown = sorted(set(facts) - set(FACTS))
        if unknown:
            raise _wrong(f"there is no fact of the name {unknown[0]!r}.", f"Known are: {', '.join(FACTS)}.")
        self.facts = {**FACTS, **clean(dict(facts))}
        self.tables: dict[str, pd.DataFrame] = {}
        for name, columns in TABLES.items():
            table = results.get(name)
            if table is None:
                continue
            missing = [column for column in columns if column not in table.columns]
            if missing:
                raise _wrong(
                    f"the table {name!r} has no column {missing[0]!r}.", f"It needs: {', '.join(columns)}."
                )
            self.tables[name] = _clean_table(table)
        if self.has("shares_period") and not self.period():
            raise _wrong(
                "the table 'shares_period' has no column of periods.",
                f"It needs one of: {', '.join(PERIODS)}.",
            )

    def has(self, name: str) -> bool:
        """Return True if the table is there and has rows."""
        return name in self.tables and len(self.tables[name]) > 0

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a table; one that is missing is empty."""
        return self.tables.get(name, pd.DataFrame({column: [] for column in TABLES[name]}))

    def period(self) -> str:
        """Return the name of the period that shares are given by, "" if they are not."""
        return next((name for name in PERIODS if name in self["shares_period"].columns), "")

    def frame(self, key: str) -> str:
        """Return the label of a frame."""
        return str(self.facts["frames"].get(key, key))

    def actor(self, key: str) -> str:
        """Return the label of an actor, "" for none."""
        return str(self.facts["actors"].get(key, key))

    def level(self) -> float:
        """Return the level of the intervals."""
        return float(self.facts["parameters"].get("level", 0.95))


def clean(value: object) -> object:
    """Return a value without lone surrogates, which no file can hold."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {clean(key): clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    return value


def _clean_table(table: pd.DataFrame) -> pd.DataFrame:
    out = table.reset_index(drop=True)
    for name in out.columns:
        column = out[name]
        if isinstance(column.dtype, pd.CategoricalDtype):
            column = column.astype(column.cat.categories.dtype)
        if not (pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column)):
            column = column.map(clean)
        out[name] = column
    return out


def _wrong(problem: str, what_to_do: str) -> InputError:
    return InputError(problem, where="the results to be shown", what_to_do=what_to_do)
