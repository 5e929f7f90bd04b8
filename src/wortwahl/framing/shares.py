"""The share of each frame among the uses of a codebook's terms: in one voice, beside the plain count."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from wortwahl.corpus import GENRES
from wortwahl.errors import InputError
from wortwahl.framing.groups import by_names, with_groups
from wortwahl.statistics import cluster_bootstrap_shares, wilson

NEWS = ("report", "liveblog", "")
VOICES = ("newsroom", "direct", "indirect", "distanced")
UNITS = {"use": None, "article": "article", "story": "story"}
# From here on whole stories are resampled; below, a bootstrap of so few says little (and is too narrow).
BOOTSTRAP_STORIES = 20


def frame_shares(
    uses: pd.DataFrame,
    by: str | Sequence[str] | None = None,
    voice: str | Sequence[str] | None = "newsroom",
    frames: Sequence[str] | None = None,
    unit: str = "use",
    genre: Sequence[str] | None = NEWS,
    level: float = 0.95,
    min_stories: int = 5,
    n_boot: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """Return each frame's share of all uses in one voice, beside the share that ignores voice.

    Parameters
    ----------
    uses : DataFrame
        As `find_uses` gives it, with its voice columns.
    by : str or sequence of str, optional
        Columns of `uses`, or day, week, month, quarter, year. A date too coarse for the period counts
        as "unknown".
    voice : str, sequence of str or None
        The voice or voices counted: newsroom, direct, indirect, distanced; None counts all.
    frames : sequence of str, optional
        The frames compared, in their order; default all that are in `uses`, the most used first.
    unit : {"use", "article", "story"}
        What counts as one: a use; or an article or a story in which the frame is used at all.
    genre : sequence of str or None
        The genres counted; None counts all. In the default ones the author is the newsroom.
    level : float
        Confidence level of the interval, 0 to 1.
    min_stories : int
        Below this number of stories in a group there are counts only: `share`, `low`, `high` are NaN.
    n_boot, seed : int
        Resamples and seed of the bootstrap.

    Returns
    -------
    DataFrame
        The `by` columns, `frame`; `uses`, `articles`, `stories`: of this frame in this voice; `total`:
        uses (or units) of all frames compared in this voice; `share` = uses / total, with `low` and
        `high`; `plain_uses`, `plain_share`: the same for all voices. Every frame stands in every group.

        The interval resamples whole stories from 20 stories on; with fewer, and for a share of 0 or 1,
        it is Wilson's (1927) on the number of stories, not of uses.

    Raises
    ------
    InputError
        If a column, voice, frame, unit or genre is unknown or a number is out of range.

    Examples
    --------
    >>> uses = pd.DataFrame({"article": ["a", "b"], "story": ["a", "b"], "frame": ["x", "y"],
    ...                      "voice": ["newsroom", "direct"], "genre": ["report", "report"]})
    >>> frame_shares(uses, min_stories=1)[["frame", "uses", "total", "share", "plain_share"]].values.tolist()
    [['x', 1, 1, 1.0, 0.5], ['y', 0, 1, 0.0, 0.5]]
    """
    _check(uses, unit, level, min_stories, n_boot)
    voices = _voices(voice)
    names = by_names(by, RESULTS)
    if frames is not None:
        frames = _given_frames(uses, frames)
    counted = uses if genre is None else uses[uses["genre"].isin(_genres(genre, uses))]
    counted = counted.assign(
        story=counted["story"].where(counted["story"].fillna("") != "", counted["article"])
    )
    if frames is None:
        frames = _most_used(counted)
    counted = with_groups(counted[counted["frame"].isin(frames)], names)
    plain = _tally(counted, names, frames, unit)
    spoken = _tally(counted[counted["voice"].isin(voices)], names, frames, unit, like=plain)
    table = spoken.assign(
        plain_uses=plain["uses"], plain_share=plain["uses"] / plain["total"].where(plain["total"] > 0)
    )
    table["share"] = table["uses"] / table["total"].where(table["total"] > 0)
    intervals = _intervals(counted[counted["voice"].isin(voices)], table, names, unit, level, n_boot, seed)
    table = table.join(intervals)
    few = ~(table["all_stories"] >= max(min_stories, 1))
    table.loc[few, ["share", "low", "high"]] = np.nan
    return table[[*names, *RESULTS]].reset_index(drop=True)


RESULTS = [
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
]


def _tally(
    uses: pd.DataFrame, names: list[str], frames: list[str], unit: str, like: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Count uses, articles and stories for every group and frame; `like` gives the groups."""
    if UNITS[unit]:
        uses = uses.drop_duplicates([*names, "frame", UNITS[unit]])
    counts = uses.groupby([*names, "frame"], observed=True, dropna=False).agg(
        uses=("article", "size"), articles=("article", "nunique"), stories=("story", "nunique")
    )
    if like is None:
        groups = uses[names].drop_duplicates().sort_values(names) if names else pd.DataFrame(index=[0])
        rows = groups.merge(pd.DataFrame({"frame": frames}, dtype="str"), how="cross")
    else:
        rows = like[[*names, "frame"]]
    table = rows.merge(counts.reset_index(), on=[*names, "frame"], how="left")
    table = table.fillna({"uses": 0, "articles": 0, "stories": 0})
    table = table.astype({"uses": "int64", "articles": "int64", "stories": "int64"})
    table["total"] = (
        table.groupby(names, dropna=False)["uses"].transform("sum") if names else table["uses"].sum()
    )
    return table


def _intervals(
    uses: pd.DataFrame, table: pd.DataFrame, names: list[str], unit: str, level: float, n_boot: int, seed: int
) -> pd.DataFrame:
    """Return `low`, `high` and `all_stories` (of all frames) for every row of the table."""
    if UNITS[unit]:
        uses = uses.drop_duplicates([*names, "frame", UNITS[unit]])
    low, high, size = np.full(len(table), np.nan), np.full(len(table), np.nan), np.zeros(len(table), "int64")
    if len(uses):
        counts = uses.groupby([*names, "story", "frame"], observed=True, dropna=False).size()
        by_story = counts.unstack(fill_value=0)  # noqa: PD010 (a series of counts, not a table)
        groups = by_story.groupby(level=names, dropna=False) if names else [((), by_story)]
        clusters = {key if isinstance(key, tuple) else (key,): rows for key, rows in groups}
        keys = list(table[names].itertuples(index=False, name=None)) if names else [()] * len(table)
        places: dict[tuple, list[int]] = {}
        for place, key in enumerate(keys):
            if key in clusters:
                places.setdefault(key, []).append(place)
        for key, here in places.items():
            stories = clusters[key]
            size[here] = len(stories)
            tops = stories.reindex(columns=table["frame"].to_numpy()[here], fill_value=0).to_numpy()
            whole = stories.to_numpy().sum(axis=1)
            share = table["share"].to_numpy()[here]
            low[here], high[here] = intervals_of(share, tops, whole, level, n_boot, seed)
    return pd.DataFrame({"low": low, "high": high, "all_stories": size}, index=table.index)


def intervals_of(
    share: np.ndarray, tops: np.ndarray, whole: np.ndarray, level: float, n_boot: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return the bounds of shares that have one group of stories in common.

    Parameters
    ----------
    share : array of float
        The share of each frame.
    tops : array
        Stories × frames: what counts for the frame.
    whole : array
        What counts for all frames, a value a story.
    level, n_boot, seed
        As in `frame_shares`, whose rule it is: stories are resampled from 20 on; with fewer, and for 0 and 1,
        Wilson's interval on the number of stories.
    """
    n = len(whole)
    low, high = np.full(len(share), np.nan), np.full(len(share), np.nan)
    resampled = (n >= BOOTSTRAP_STORIES) & (share > 0) & (share < 1)
    for place in np.flatnonzero(~resampled):
        low[place], high[place] = wilson(share[place] * n, n, level)
    if resampled.any():
        low[resampled], high[resampled] = cluster_bootstrap_shares(
            tops[:, resampled], whole, level, n_boot, seed
        )
    return low, high


def _check(uses: pd.DataFrame, unit: str, level: float, min_stories: int, n_boot: int) -> None:
    needed = ("article", "story", "frame", "voice", "genre")
    if missing := [name for name in needed if name not in uses.columns]:
        raise InputError(
            f"the table of uses has no column '{missing[0]}'.",
            what_to_do="Give what find_uses(…, voice=True) returns.",
        )
    if unit not in UNITS:
        raise InputError(f"unit: there is no '{unit}'.", what_to_do=f"Units are: {', '.join(UNITS)}.")
    if not 0 < level < 1:
        raise InputError(f"level: {level} is not between 0 and 1.", what_to_do="Give 0.95, say.")
    for name, value in (("min_stories", min_stories), ("n_boot", n_boot)):
        if value < 1:
            raise InputError(f"{name}: {value} is below 1.", what_to_do="Give a whole number from 1 on.")


def _voices(voice: str | Sequence[str] | None) -> list[str]:
    given = list(VOICES) if voice is None else [voice] if isinstance(voice, str) else list(voice)
    if unknown := [name for name in given if name not in VOICES]:
        raise InputError(
            f"voice: there is no '{unknown[0]}'.", what_to_do=f"Voices are: {', '.join(VOICES)}; None is all."
        )
    return given


def _genres(genre: str | Sequence[str], uses: pd.DataFrame) -> list[str]:
    given = [genre] if isinstance(genre, str) else list(genre)
    known = [*GENRES, *uses["genre"].unique()]
    if unknown := [name for name in given if name not in known]:
        raise InputError(
            f"genre: there is no '{unknown[0]}'.", what_to_do=f"Genres are: {', '.join(filter(None, known))}."
        )
    return given


def _most_used(uses: pd.DataFrame) -> list[str]:
    counts = uses["frame"].value_counts()
    return sorted(counts.index, key=lambda frame: (-counts[frame], frame))


def _given_frames(uses: pd.DataFrame, frames: Sequence[str]) -> list[str]:
    if isinstance(frames, str):
        raise InputError("frames: a list is needed.", what_to_do=f"Give frames=['{frames}', …].")
    given = list(dict.fromkeys(frames))
    # One that is never used has rows of zeros; but where none is, they are hardly this codebook's.
    if len(uses) and not uses["frame"].isin(given).any():
        raise InputError(
            f"frames: there is no use of {', '.join(repr(frame) for frame in given) or 'none'}.",
            what_to_do=f"Frames in these uses are: {', '.join(sorted(uses['frame'].unique()))}.",
        )
    return given
