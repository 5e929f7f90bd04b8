"""What a run chooses by the corpus where nothing was asked for; each choice is named in the report."""

import pandas as pd

# In these the voice called newsroom is the newsroom's (Contract, `frame_shares`).
NEWS_GENRES = ("report", "liveblog", "")


def choose_period(dates: pd.Series, asked: str = "auto") -> str:
    """Return the period that divides a span of time into a readable number of steps.

    Months up to two and a half years, quarters up to twelve years, years above that; days up to a
    fortnight, and weeks up to three months.
    """
    if asked != "auto":
        return asked
    known = dates.dropna()
    if known.empty:
        return "month"
    days = (known.max() - known.min()).days
    for limit, period in ((14, "day"), (92, "week"), (915, "month"), (4400, "quarter")):
        if days <= limit:
            return period
    return "year"


def choose_genres(facts: pd.DataFrame) -> tuple[str, ...]:
    """Return the genres whose uses are counted: news where the corpus has any, else whatever it has.

    A corpus of speeches or of commentary has no newsroom; there each text's own author is meant.
    """
    present = set(facts["genre"])
    return NEWS_GENRES if present & set(NEWS_GENRES) else tuple(sorted(present))


def choose_minimum_stories(facts: pd.DataFrame, usual: int = 5) -> int:
    """Return the number of stories below which a share is not shown.

    A corpus that is itself smaller than that gets its shares with the wide intervals it deserves.
    """
    return usual if facts["story"].nunique() >= usual else 1


def choose_number_of_topics(articles: int, asked: int = 0) -> int:
    """Return what was asked for, or about the square root of half the articles, between 5 and 30."""
    return asked or int(min(30, max(5, round((articles / 2) ** 0.5))))
