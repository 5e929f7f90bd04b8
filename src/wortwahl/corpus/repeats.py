"""Exact repeats: the same outlet, date, address, title and text twice."""

import pandas as pd

from wortwahl.corpus.cleaning import clean_line
from wortwahl.corpus.records import Problem

_NOTHING_TO_DO = "Nothing: it is kept once. Remove one of the files if it should not be there."


def repeat_problem(row: int, title: str, first: str) -> Problem:
    """Return the problem that lists a repeat; `first` is the file in which the article stands already."""
    shown = f" ('{clean_line(title)[:80]}')" if title else ""
    return Problem(row, f"exact repeat of an article in {first}{shown}.", _NOTHING_TO_DO)


def without_repeats(articles: pd.DataFrame, seen: dict[str, str]) -> tuple[pd.DataFrame, list[tuple]]:
    """Return a batch without the articles that came before, and a problem row for each of those.

    Parameters
    ----------
    articles : DataFrame
        A batch.
    seen : dict
        From the ids of earlier batches to their `source`; this batch's are added to it.

    Returns
    -------
    tuple of (DataFrame, list of tuple)
        The rows that are new, and (file, row, problem, what_to_do) for the others.
    """
    is_new, problems = [], []
    for key, title, source in zip(articles["id"], articles["title"], articles["source"], strict=True):
        first = seen.get(key)
        is_new.append(first is None)
        if first is None:
            seen[key] = source
        else:
            problems.append((source, *repeat_problem(0, title, first)))
    return articles[pd.Series(is_new, index=articles.index, dtype=bool)].reset_index(drop=True), problems
