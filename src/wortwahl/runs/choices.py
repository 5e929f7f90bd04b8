"""What a run chooses by the corpus where nothing was asked for; each choice is named in the report."""

from dataclasses import dataclass

import pandas as pd

# In these the voice called newsroom is the newsroom's (Contract, `frame_shares`).
NEWS_GENRES = ("report", "liveblog", "")
# A share needs five stories (`frame_shares`); periods that have fewer on average draw gaps, not a line.
STORIES_A_PERIOD = 5
# More points than this side by side are noise.
MOST_PERIODS = {"day": 31, "week": 26, "month": 36, "quarter": 48}


@dataclass(frozen=True)
class Choices:
    """What a run's tables are made by: `period`, `genres`, and the stories that a share needs."""

    period: str
    genres: tuple[str, ...]
    minimum_stories: int


def choose(facts: pd.DataFrame, uses: pd.DataFrame, period: str = "auto") -> Choices:
    """Return what a run chooses for a corpus.

    Parameters
    ----------
    facts : DataFrame
        One row an article.
    uses : DataFrame
        One row a use.
    period : str
        What was asked for; "auto" leaves it to the corpus.
    """
    stories = uses["story"].nunique()
    return Choices(
        choose_period(uses["date"], stories, period), choose_genres(facts), choose_minimum_stories(facts)
    )


def choose_period(dates: pd.Series, stories: int, asked: str = "auto") -> str:
    """Return the shortest period that divides a span of time into readable steps with enough stories each.

    Parameters
    ----------
    dates : Series of datetime64
        When the uses stand.
    stories : int
        How many stories they stand in; a step should have five on average.
    asked : str
        Any period but "auto" is returned as it is.

    Examples
    --------
    >>> dates = pd.Series(pd.to_datetime(["2022-02-24", "2024-06-18"]))
    >>> choose_period(dates, stories=2000), choose_period(dates, stories=60), choose_period(dates, stories=20)
    ('month', 'quarter', 'year')
    """
    if asked != "auto":
        return asked
    known = dates.dropna()
    if known.empty:
        return "month"
    for period, most in MOST_PERIODS.items():
        steps = _steps(known.min(), known.max(), period)
        if steps <= most and stories >= STORIES_A_PERIOD * steps:
            return period
    return "year"


def _steps(first: pd.Timestamp, last: pd.Timestamp, period: str) -> int:
    frequency = {"day": "D", "week": "W", "month": "M", "quarter": "Q"}[period]
    return (last.to_period(frequency) - first.to_period(frequency)).n + 1


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
