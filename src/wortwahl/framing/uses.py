"""One row a use of a codebook's term, with the voice that uses it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from wortwahl.errors import InputError
from wortwahl.framing.actors import actors_of
from wortwahl.framing.codebook import Codebook
from wortwahl.framing.codebook_file import read_codebook
from wortwahl.framing.heard import Heard
from wortwahl.framing.matching import matcher_of
from wortwahl.framing.speech import check_method
from wortwahl.language.speech import is_negated, stretches, voice_at

PLACE_COLUMNS = ("article", "frame", "term", "field", "start", "end", "surface")
VOICE_COLUMNS = ("voice", "within", "speaker", "actor", "cue", "negated", "evidence", "confidence")
# What a use says of its article, so that it can be grouped by.
ARTICLE_FACTS = ("outlet", "date", "date_precision", "genre", "agency", "story")
USE_COLUMNS = [*PLACE_COLUMNS, *VOICE_COLUMNS, *ARTICLE_FACTS]

FIELDS = ("title", "text")
_NEEDED = ("id", *FIELDS, *ARTICLE_FACTS)
_TYPES = {"start": "int64", "end": "int64", "negated": "bool", "confidence": "float64"}


def find_uses(
    corpus: pd.DataFrame,
    codebook: Codebook | str | Path,
    voice: bool = True,
    method: str = "auto",
    heard: Heard | None = None,
) -> pd.DataFrame:
    """Return every use of a codebook's terms in a corpus, each with the voice that uses it.

    Parameters
    ----------
    corpus : DataFrame
        Articles, as `read_corpus` gives them.
    codebook : Codebook, str or Path
        A codebook, its name or its file.
    voice : bool
        False only finds the places; the voice columns are left out.
    method : {"auto", "rules"}
        How voice is found: "auto" takes the learned tagger where its weights are present.
    heard : Heard, optional
        What has been heard of these articles already, by the same method; what has not is added to it.

    Returns
    -------
    DataFrame
        One row a use, in the order of the corpus, a title before its text: `article`, `frame`, `term`,
        `field` ("title" or "text"), `start`, `end` (code points in that field, end exclusive), `surface`;
        `voice`, `within`, `speaker`, `actor`, `cue`, `negated`, `evidence`, `confidence`; then the
        article's `outlet`, `date`, `date_precision`, `genre`, `agency`, `story`, and its other columns
        (`section`, `author`, those of one's own export …), to group by.

    Raises
    ------
    InputError
        If the corpus lacks a column, or the codebook or the method is wrong.

    Examples
    --------
    >>> from wortwahl.corpus.schema import article_table
    >>> corpus = article_table([{"id": "a", "text": "Die „Spezialoperation“ dauert an."}])
    >>> uses = find_uses(corpus, "ukraine-war", method="rules")
    >>> uses[["frame", "surface", "voice"]].values.tolist()
    [['special-operation', 'Spezialoperation', 'distanced']]
    """
    check_articles(corpus)
    check_method(method)
    if heard is not None and heard.method != method:
        raise InputError(
            f"this was heard by the method '{heard.method}', not '{method}'.", what_to_do="Ask for the same."
        )
    if not isinstance(codebook, Codebook):
        codebook = read_codebook(codebook)
    fields = {name: corpus[name].to_numpy(dtype=object, na_value="") for name in ("id", *FIELDS, "genre")}
    found = pd.DataFrame(_places(fields, codebook), columns=["row", *PLACE_COLUMNS[1:]])
    rows = found.pop("row").astype("int64").to_numpy()
    if voice:
        voices = pd.DataFrame(_voices(found, rows, fields, method, heard), columns=_HEARD)
        found = found.join(voices.assign(actor=actors_of(voices["speaker"].astype("str"), codebook)))
    found = found.astype({name: _TYPES.get(name, "str") for name in found.columns})
    further = [name for name in corpus.columns if name not in ("id", *FIELDS, *USE_COLUMNS)]
    facts = corpus[["id", *ARTICLE_FACTS, *further]].iloc[rows].reset_index(drop=True)
    uses = found.join(facts.rename(columns={"id": "article"}))
    return uses[[*(name for name in USE_COLUMNS if name in uses.columns), *further]]


def check_articles(corpus: pd.DataFrame, needed: tuple[str, ...] = _NEEDED) -> None:
    """Raise InputError if a table is no table of articles with the columns that are needed."""
    if not isinstance(corpus, pd.DataFrame):
        raise InputError(
            f"a table of articles is needed, not a {type(corpus).__name__}.", what_to_do="Use read_corpus."
        )
    missing = [name for name in needed if name not in corpus.columns]
    if missing:
        raise InputError(
            f"the corpus has no column {', '.join(repr(name) for name in missing)}.",
            what_to_do="Read it with read_corpus, or give an empty column where nothing is known.",
        )


def _places(fields: dict[str, np.ndarray], codebook: Codebook) -> Iterator[tuple]:
    matcher = matcher_of(codebook)
    for row in range(len(fields["text"])):
        for field in FIELDS:
            text = fields[field][row]
            for start, end, number in matcher.find(text):
                entry = matcher.entries[number]
                yield row, entry.key, entry.text, field, start, end, text[start:end]


_HEARD = [name for name in VOICE_COLUMNS if name != "actor"]


def _voices(
    found: pd.DataFrame, rows: np.ndarray, fields: dict[str, np.ndarray], method: str, heard: Heard | None
) -> Iterator[tuple]:
    """Yield voice and all that goes with it for each use; a field is listened to once."""
    before, around = None, []
    for use, row in zip(found.itertuples(), rows, strict=True):
        text = fields[use.field][row]
        if (row, use.field) != before:
            before = row, use.field
            genre, title = fields["genre"][row], "" if use.field == "title" else fields["title"][row]
            if heard is None:
                around = stretches(text, method=method, genre=genre, title=title)
            else:
                around = heard.stretches(fields["id"][row], use.field, text, genre, title)
        verdict = voice_at(around, use.start, use.end)
        yield (
            verdict.voice,
            verdict.within,
            verdict.speaker,
            verdict.cue,
            is_negated(text, use.start, use.end),
            verdict.evidence,
            verdict.confidence,
        )
