"""How much of a difference between groups is shared copy, and how much is wording."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from wortwahl.errors import InputError
from wortwahl.framing.copies import IN_COPY, check_copies, mark_copies, only_counted
from wortwahl.framing.groups import by_names
from wortwahl.framing.shares import BOOTSTRAP_STORIES, NEWS, frame_shares

REST = "rest"
PARTS = ["difference", "copy_part", "wording_part", "wording_in_copy", "wording_in_own"]
BOUNDS = ["low", "high", "copy_low", "copy_high", "wording_low", "wording_high"]
RESULTS = [
    *["against", "frame", "uses", "total", "share", "share_against", "copied", "copied_against"],
    *["difference", "low", "high", "copy_part", "copy_low", "copy_high"],
    *["wording_part", "wording_low", "wording_high", "wording_in_copy", "wording_in_own"],
]
_BLOCK_CELLS = 5_000_000


def copy_effect(
    uses: pd.DataFrame,
    by: str,
    frame: str | Sequence[str],
    groups: tuple[str, str] | None = None,
    voice: str | Sequence[str] | None = "newsroom",
    frames: Sequence[str] | None = None,
    genre: Sequence[str] | None = NEWS,
    level: float = 0.95,
    min_stories: int = 5,
    n_boot: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """Return how much of a difference of shares goes back to how much shared copy each group carries.

    Kitagawa's (1955) decomposition. With p the part of a group's uses that stand in agency copy (as in
    `compare_copies`) and r the frame's share, within copy and outside it, the difference of two groups is
    the sum over both kinds of (p1 − p2)(r1 + r2)/2, the part due to how much copy they carry, and of
    (r1 − r2)(p1 + p2)/2, the part due to wording. Where a group has no use of a kind it says nothing about
    wording there: r is then taken to be the other's.

    Parameters
    ----------
    uses : DataFrame
        As `find_uses` gives it, with its voice columns; `story` as `find_stories` sets it.
    by : str
        One column of `uses`, or day, week, month, quarter, year.
    frame : str or sequence of str
        The frame whose share is looked at; several are done one after another.
    groups : tuple of two, optional
        Two values of `by`: the first is compared with the second. Default: each with all others.
    voice, frames, genre, level
        As in `compare_copies`: `frames` are what a share is a share of.
    min_stories : int
        Below this number of stories in a group, or in what it is compared with, there are counts only.
    n_boot, seed : int
        Resamples and seed of the bootstrap.

    Returns
    -------
    DataFrame
        The `by` column, `against` (the other group, or "rest"), `frame`; `uses`, `total`: of the frame and
        of all frames in the group; `share`, `share_against`; `copied`, `copied_against`: the part of the
        uses that stands in agency copy; `difference` = `share` − `share_against`, with `low`, `high`;
        `copy_part` (`copy_low`, `copy_high`) + `wording_part` (`wording_low`, `wording_high`) = difference;
        `wording_in_copy` + `wording_in_own` = `wording_part`: which copy was taken, and the words of one's
        own. All in points of share. Whole stories are resampled, in all groups at once; with fewer than 20
        stories on a side the bounds are NaN. One group alone gives no rows.

    Raises
    ------
    InputError
        If a column, group, voice, frame or genre is unknown or a number is out of range.

    Examples
    --------
    >>> uses = pd.DataFrame({"article": list("abcd"), "story": list("abcd"), "outlet": ["A", "A", "B", "B"],
    ...                      "agency": ["dpa", "dpa", "dpa", ""], "frame": ["x", "x", "x", "y"],
    ...                      "voice": "newsroom", "genre": "report"})
    >>> table = copy_effect(uses, "outlet", "x", ("A", "B"), min_stories=1)
    >>> table[["difference", "copy_part", "wording_part"]].values.tolist()
    [[0.5, 0.5, 0.0]]
    """
    if not isinstance(by, str):
        raise InputError("by: one column is needed.", what_to_do="Give by='outlet', say.")
    by_names(by, RESULTS)
    check_copies(uses)
    # Its checks are ours; the frames it compares are what a share is a share of.
    shares = frame_shares(uses, by, voice, frames, "use", genre, level, min_stories, 1, seed)
    compared = list(dict.fromkeys(shares["frame"]))
    wanted = [frame] if isinstance(frame, str) else list(frame)
    if unknown := [name for name in wanted if name not in compared]:
        raise InputError(
            f"frame: there is no use of '{unknown[0]}'.",
            what_to_do=f"Frames in these uses are: {', '.join(compared)}.",
        )
    if n_boot < 1:
        raise InputError(f"n_boot: {n_boot} is below 1.", what_to_do="Give a whole number from 1 on.")
    counted = only_counted(mark_copies(uses), voice, genre, compared, [by])
    numbers, names = pd.factorize(counted[by], sort=True)
    pairs = _pairs(list(names), groups, by)
    stories = pd.factorize(counted["story"])[0]
    reach = np.zeros((stories.max(initial=-1) + 1, len(names)), dtype=bool)
    reach[stories, numbers] = True
    tables = []
    for name in wanted if pairs else []:
        cells = _cells(counted, stories, numbers, name, len(names))
        drawn = _resampled(cells, n_boot, seed).reshape(n_boot, len(names), 4)
        whole = np.asarray(cells.sum(axis=0)).reshape(1, len(names), 4)
        for one, other in pairs:
            sides = (
                [one],
                [place for place in range(len(names)) if place != one] if other is None else [other],
            )
            size = min(reach[:, side].any(axis=1).sum() for side in sides)
            row = {by: names[one], "against": REST if other is None else names[other], "frame": name}
            row |= _row(*(whole[:, side].sum(axis=1) for side in sides))
            if size < max(min_stories, 1):
                row |= dict.fromkeys(("share", "share_against", *PARTS), np.nan)
            elif size >= BOOTSTRAP_STORIES:
                row |= _bounds(*(drawn[:, side].sum(axis=1) for side in sides), level)
            tables.append(row)
    table = pd.DataFrame(tables).reindex(columns=[by, *RESULTS])
    floats = [name for name in RESULTS if name not in ("against", "frame", "uses", "total")]
    return table.astype(dict.fromkeys(floats, "float64") | {"uses": "int64", "total": "int64"})


def _pairs(names: list, groups: tuple | None, by: str) -> list[tuple[int, int | None]]:
    """Return the places of the groups compared; None is all others."""
    if groups is None:
        return [(place, None) for place in range(len(names))] if len(names) > 1 else []
    if isinstance(groups, str) or len(groups) != 2 or groups[0] == groups[1]:
        raise InputError("groups: two different ones are needed.", what_to_do="Give groups=('A', 'B').")
    if unknown := [name for name in groups if name not in names]:
        raise InputError(
            f"groups: no use counted has {by} '{unknown[0]}'.",
            what_to_do=f"There are: {', '.join(map(str, names))}.",
        )
    return [(names.index(groups[0]), names.index(groups[1]))]


def _cells(
    counted: pd.DataFrame, stories: np.ndarray, numbers: np.ndarray, frame: str, groups: int
) -> csr_array:
    """Return, a row a story and four columns a group: frame and all in copy, frame and all outside it."""
    base = numbers * 4 + np.where(counted[IN_COPY], 0, 2)
    framed = (counted["frame"] == frame).to_numpy()
    rows = np.concatenate([stories[framed], stories])
    columns = np.concatenate([base[framed], base + 1])
    shape = (stories.max(initial=-1) + 1, groups * 4)
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)


def _resampled(cells: csr_array, n_boot: int, seed: int) -> np.ndarray:
    """Return the sums of the columns in each resample of whole rows."""
    generator = np.random.default_rng(seed)
    stories = cells.shape[0]
    sums = np.empty((n_boot, cells.shape[1]))
    block = max(1, _BLOCK_CELLS // stories)
    for start in range(0, n_boot, block):
        size = min(block, n_boot - start)
        drawn = generator.integers(0, stories, size=(size, stories)) + stories * np.arange(size)[:, None]
        times = np.bincount(drawn.ravel(), minlength=size * stories).reshape(size, stories)
        sums[start : start + size] = (cells.T @ times.T.astype(float)).T
    return sums


def _kitagawa(one: np.ndarray, other: np.ndarray) -> dict[str, np.ndarray]:
    """Return shares and parts; the last axis holds frame and all in copy, frame and all outside it."""
    with np.errstate(invalid="ignore", divide="ignore"):
        totals = [side[..., 1] + side[..., 3] for side in (one, other)]
        share1, share2 = (
            (side[..., 0] + side[..., 2]) / total for side, total in zip((one, other), totals, strict=True)
        )
        weights = [
            side[..., [1, 3]] / total[..., None] for side, total in zip((one, other), totals, strict=True)
        ]
        rates = [side[..., [0, 2]] / side[..., [1, 3]] for side in (one, other)]
    rate1 = np.where(np.isnan(rates[0]), rates[1], rates[0])
    rate2 = np.where(np.isnan(rates[1]), rates[0], rates[1])
    # A kind that neither has weighs nothing on either side.
    rate1, rate2 = np.nan_to_num(rate1), np.nan_to_num(rate2)
    wording = (rate1 - rate2) * (weights[0] + weights[1]) / 2
    return {
        "share": share1,
        "share_against": share2,
        "copied": weights[0][..., 0],
        "copied_against": weights[1][..., 0],
        "difference": share1 - share2,
        "copy_part": ((weights[0] - weights[1]) * (rate1 + rate2) / 2).sum(axis=-1),
        "wording_part": wording.sum(axis=-1),
        "wording_in_copy": wording[..., 0],
        "wording_in_own": wording[..., 1],
    }


def _row(one: np.ndarray, other: np.ndarray) -> dict[str, float]:
    parts = {name: float(value[0]) for name, value in _kitagawa(one, other).items()}
    return {"uses": int(one[0, 0] + one[0, 2]), "total": int(one[0, 1] + one[0, 3])} | parts


def _bounds(one: np.ndarray, other: np.ndarray, level: float) -> dict[str, float]:
    parts, tail = _kitagawa(one, other), (1 - level) / 2
    found = {}
    for name, prefix in (("difference", ""), ("copy_part", "copy_"), ("wording_part", "wording_")):
        # A resample without any use on one side says nothing.
        low, high = np.nanquantile(parts[name], [tail, 1 - tail])
        found |= {f"{prefix}low": low, f"{prefix}high": high}
    return found
