"""Shares under copies: every use counted, each story one vote, or each article of a story a part of one."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from wortwahl.errors import InputError
from wortwahl.framing.groups import by_names, with_groups
from wortwahl.framing.shares import NEWS, frame_shares, intervals_of

# Marks that `mark_copies` adds; no column of a researcher is called so.
IN_COPY, SIZE = "_in_copy", "_articles_of_story"
COUNTS = ["frame", "uses", "articles", "stories", "total"]
RAW = ["share", "low", "high"]
BY_STORY = ["share_story", "low_story", "high_story"]
WEIGHTED = ["share_weighted", "low_weighted", "high_weighted"]
RESULTS = [*COUNTS, *RAW, *BY_STORY, *WEIGHTED, "agency_uses", "agency_share", "own_share"]


def compare_copies(
    uses: pd.DataFrame,
    by: str | Sequence[str] | None = None,
    voice: str | Sequence[str] | None = "newsroom",
    frames: Sequence[str] | None = None,
    genre: Sequence[str] | None = NEWS,
    level: float = 0.95,
    min_stories: int = 5,
    n_boot: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """Return each frame's share counted by use, by story and by weight, and what part is agency copy.

    A use stands in agency copy if its article names an agency, or if its story has articles of more than
    one outlet: whoever wrote it first, it is not one outlet's choice of words alone. So an outlet whose
    own report others took over counts as carrying shared copy there, too.

    Parameters
    ----------
    uses : DataFrame
        As `find_uses` gives it, with its voice columns; `story` as `find_stories` sets it.
    by : str or sequence of str, optional
        Columns of `uses`, or day, week, month, quarter, year.
    voice : str, sequence of str or None
        The voice or voices counted; None counts all.
    frames : sequence of str, optional
        The frames compared; default all that are in `uses`, the most used first.
    genre : sequence of str or None
        The genres counted; None counts all.
    level : float
        Confidence level of the intervals, 0 to 1.
    min_stories : int
        Below this number of stories in a group there are counts only: shares are NaN. It holds for
        `agency_share` and `own_share` with the stories of their own uses.
    n_boot, seed : int
        Resamples and seed of the bootstrap.

    Returns
    -------
    DataFrame
        The `by` columns, `frame`, `uses`, `articles`, `stories`, `total` (uses of all frames compared);
        `share`, `low`, `high`: every use counts one, as in `frame_shares`; `share_story`, `low_story`,
        `high_story`: each story has one vote in a group, split over the frames of its uses there;
        `share_weighted`, `low_weighted`, `high_weighted`: a use counts 1/n, n being the number of articles
        that its story has in the whole table `uses`; `agency_uses`: the frame's uses in agency copy;
        `agency_share`, `own_share`: the frame's share among the uses in agency copy, and among the others.

        Intervals resample whole stories (Davison and Hinkley 1997) from 20 stories on; with fewer, and for
        a share of 0 or 1, they are Wilson's (1927) on the number of stories.

    Raises
    ------
    InputError
        If a column, voice, frame or genre is unknown or a number is out of range.

    Examples
    --------
    >>> uses = pd.DataFrame({"article": ["a", "b", "c"], "story": ["a", "a", "c"], "frame": ["x", "x", "y"],
    ...                      "outlet": ["A", "B", "B"], "agency": ["dpa", "", ""],
    ...                      "voice": "newsroom", "genre": "report"})
    >>> table = compare_copies(uses, min_stories=1)
    >>> table[["frame", "share", "share_story", "share_weighted", "agency_uses"]].round(2).values.tolist()
    [['x', 0.67, 0.5, 0.5, 2], ['y', 0.33, 0.5, 0.5, 0]]
    """
    names = by_names(by, RESULTS)
    check_copies(uses)
    table = frame_shares(uses, by, voice, frames, "use", genre, level, min_stories, n_boot, seed)
    table = table[[*names, *COUNTS, *RAW]]
    frames = list(dict.fromkeys(table["frame"]))
    counted = only_counted(mark_copies(uses), voice, genre, frames, names)
    shares = [
        pd.DataFrame(dict(zip(names, key, strict=True)) | {"frame": frames}).assign(**columns)
        for key, columns in _groups(counted, names, frames, level, n_boot, seed, max(min_stories, 1))
    ]
    if shares:
        table = table.merge(pd.concat(shares, ignore_index=True), on=[*names, "frame"], how="left")
    table = table.reindex(columns=[*names, *RESULTS])
    table["agency_uses"] = table["agency_uses"].fillna(0).astype("int64")
    table.loc[table["share"].isna(), [*BY_STORY, *WEIGHTED]] = np.nan
    return table


def _groups(
    counted: pd.DataFrame,
    names: list[str],
    frames: list[str],
    level: float,
    n_boot: int,
    seed: int,
    min_stories: int,
) -> list[tuple[tuple, dict]]:
    """Return the key of each group, and its columns: one value a frame."""
    if counted.empty:
        return []
    groups = counted.groupby(names, observed=True, dropna=False) if names else [((), counted)]
    found = []
    for key, rows in groups:
        counts = _by_story(rows, frames)
        sizes = rows.groupby("story")[SIZE].first().reindex(counts.index)
        columns: dict[str, np.ndarray] = {}
        for labels, weighed in (
            (BY_STORY, counts.div(counts.sum(axis=1), axis=0)),
            (WEIGHTED, counts.div(sizes, axis=0)),
        ):
            columns |= dict(zip(labels, _shares(weighed, level, n_boot, seed), strict=True))
        copied, own = _by_story(rows[rows[IN_COPY]], frames), _by_story(rows[~rows[IN_COPY]], frames)
        columns["agency_uses"] = copied.sum().to_numpy()
        for label, part in (("agency_share", copied), ("own_share", own)):
            enough = len(part) >= min_stories
            whole = part.to_numpy().sum()
            columns[label] = part.sum().to_numpy() / whole if enough else np.full(len(frames), np.nan)
        found.append((key, columns))
    return found


def _by_story(rows: pd.DataFrame, frames: list[str]) -> pd.DataFrame:
    """Return the uses of each frame (columns) in each story (index)."""
    return pd.crosstab(rows["story"], rows["frame"]).reindex(columns=frames, fill_value=0)


def _shares(
    by_story: pd.DataFrame, level: float, n_boot: int, seed: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return share, low and high of each column among all, by the rules of `frame_shares`."""
    tops, whole = by_story.to_numpy(float), by_story.to_numpy(float).sum(axis=1)
    # Sums of thirds: 1 must be 1.
    share = (tops.sum(axis=0) / whole.sum()).round(12)
    low, high = intervals_of(share, tops, whole, level, n_boot, seed)
    return share, low, high


def mark_copies(uses: pd.DataFrame) -> pd.DataFrame:
    """Return the uses, each with its story, the size of that, and whether it stands in agency copy.

    Parameters
    ----------
    uses : DataFrame
        With `article`, `story`, `outlet`, `agency`: the whole table, as sizes are counted in it.

    Returns
    -------
    DataFrame
        The same rows; an empty `story` is the article's own; `_articles_of_story` (articles), `_in_copy`.

    Examples
    --------
    >>> uses = pd.DataFrame({"article": ["a", "b"], "story": "a", "outlet": ["A", "B"], "agency": ""})
    >>> mark_copies(uses)["_in_copy"].tolist()
    [True, True]
    """
    story = uses["story"].where(uses["story"].fillna("") != "", uses["article"])
    # An outlet that is not known is not another outlet.
    outlet = uses["outlet"].where(uses["outlet"].fillna("") != "")
    outlets = outlet.groupby(story).transform("nunique")
    return uses.assign(
        story=story,
        **{
            SIZE: uses["article"].groupby(story).transform("nunique"),
            IN_COPY: (uses["agency"].fillna("") != "") | (outlets > 1),
        },
    )


def only_counted(
    marked: pd.DataFrame,
    voice: str | Sequence[str] | None,
    genre: str | Sequence[str] | None,
    frames: Sequence[str],
    names: Sequence[str],
) -> pd.DataFrame:
    """Return the uses in these voices, genres and frames, with a column for each period in `names`."""
    kept = marked["frame"].isin(frames)
    for column, given in (("voice", voice), ("genre", genre)):
        if given is not None:
            kept &= marked[column].isin([given] if isinstance(given, str) else list(given))
    return with_groups(marked[kept], names)


def check_copies(uses: pd.DataFrame) -> None:
    """Raise InputError if the columns by which copies are told are not there."""
    if missing := [name for name in ("article", "story", "outlet", "agency") if name not in uses.columns]:
        raise InputError(
            f"the table of uses has no column '{missing[0]}'.",
            what_to_do="Give what find_uses returns for articles that went through find_stories.",
        )
