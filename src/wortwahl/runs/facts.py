"""What a run makes of its articles before it analyses them: one name an outlet, one language, stories.

All of it is joined when a run begins and cached nowhere: it may change while the articles do not.
"""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from wortwahl import corpus
from wortwahl.corpus import wire
from wortwahl.corpus.changes import COLUMN as CHANGES
from wortwahl.errors import InputError
from wortwahl.runs.by_part import ByPart
from wortwahl.runs.settings import Settings
from wortwahl.runs.store import Part

NO_LIST = "none"
SIGNATURES = ByPart(
    name="signatures",
    label="Copies",
    rooms=("corpus/wire", "language"),
    make=wire.signatures,
)


def amend(
    facts: pd.DataFrame, parts: Sequence[Part], settings: Settings, quiet: bool = True
) -> tuple[pd.DataFrame, dict[str, pd.DataFrame]]:
    """Return the articles that a run counts, and what was done to the corpus.

    Parameters
    ----------
    facts : DataFrame
        One row an article, as `load_facts` gives it.
    parts : sequence of Part
        The parts of the store that hold them.
    settings : Settings

    Returns
    -------
    tuple of (DataFrame, dict of DataFrame)
        The facts, with one name an outlet, its country and kind, and stories; without articles in other
        languages. And the tables `languages` (`language`, `articles`, `kept`), `cleaning` (`change`,
        `articles`, `places`) and `unknown_outlets` (`outlet`, `articles`).

    Raises
    ------
    InputError
        If no article is in a language that was asked for, or the list of outlets is wrong.
    """
    kept = _in_languages(facts, settings.languages)
    tables = {"languages": _languages(facts, kept), "cleaning": corpus.changes.counted(facts[CHANGES])}
    facts = facts.drop(columns=CHANGES)
    if not kept.any():
        raise InputError(
            "no article is in a language that was asked for.",
            where=", ".join(settings.raw),
            what_to_do=f"The languages are: {', '.join(sorted(set(facts['language'])))}; see --language.",
        )
    facts = facts[kept].reset_index(drop=True)
    if settings.outlets != NO_LIST:
        tables["unknown_outlets"] = corpus.unknown_outlets(facts, settings.outlets)
        facts = corpus.name_outlets(facts, settings.outlets)
    signatures = signatures_of(parts, Path(settings.processed), quiet)
    # An outlet's standing text is found by outlet: names come first.
    stories = wire.stories_of(signatures, facts)
    return facts.assign(story=stories.reindex(facts["id"]).to_numpy()), tables


def outlets_key(settings: Settings) -> str:
    """Return the key of the list of outlets' names, "" where a run takes none."""
    return "" if settings.outlets == NO_LIST else corpus.read_outlets(settings.outlets).key


def _in_languages(facts: pd.DataFrame, languages: Sequence[str]) -> pd.Series:
    """Tell which articles are in a language; what nothing is known of stays in."""
    return facts["language"].isin([*languages, ""]) | (len(languages) == 0)


def _languages(facts: pd.DataFrame, kept: pd.Series) -> pd.DataFrame:
    table = facts.assign(kept=kept).groupby(["language", "kept"], as_index=False).agg(articles=("id", "size"))
    table = table.sort_values(["articles", "language"], ascending=[False, True], ignore_index=True)
    return table[["language", "articles", "kept"]]


def signatures_of(parts: Sequence[Part], processed: Path, quiet: bool = True) -> pd.DataFrame:
    """Return the signatures by which copies are found, making only those that are not in the store."""
    tables = list(SIGNATURES.of(parts, processed, quiet))
    return pd.concat(tables, ignore_index=True).drop_duplicates("article", ignore_index=True)
