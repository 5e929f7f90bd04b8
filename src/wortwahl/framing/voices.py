"""In whose voice frames stand, who is quoted with them, and what the plain count hides."""

from collections.abc import Sequence

import pandas as pd

from wortwahl.framing.groups import by_names, with_groups
from wortwahl.framing.shares import frame_shares


def voice_counts(uses: pd.DataFrame, by: str | Sequence[str] | None = None) -> pd.DataFrame:
    """Return how often each frame stands in each voice.

    Parameters
    ----------
    uses : DataFrame
        As `find_uses` gives it, with its voice columns.
    by : str or sequence of str, optional
        Columns of `uses`, or day, week, month, quarter, year.

    Returns
    -------
    DataFrame
        The `by` columns, `frame`, `voice`, `uses`, `articles`, `share_of_frame` (of the frame's uses in
        that group).

    Raises
    ------
    InputError
        If there is no such column.

    Examples
    --------
    >>> uses = pd.DataFrame({"article": ["a", "a"], "frame": ["x", "x"], "voice": ["newsroom", "direct"]})
    >>> voice_counts(uses).values.tolist()
    [['x', 'direct', 1, 1, 0.5], ['x', 'newsroom', 1, 1, 0.5]]
    """
    names = by_names(by, ("frame", "voice", "uses", "articles", "share_of_frame"))
    grouped = with_groups(uses, names).groupby([*names, "frame", "voice"], observed=True, dropna=False)
    counts = grouped.agg(uses=("article", "size"), articles=("article", "nunique")).reset_index()
    whole = counts.groupby([*names, "frame"], observed=True, dropna=False)["uses"].transform("sum")
    return counts.assign(share_of_frame=counts["uses"] / whole)


def quoted_speakers(uses: pd.DataFrame) -> pd.DataFrame:
    """Return who is quoted with which term: the uses that are not the author's own, by speaker.

    Parameters
    ----------
    uses : DataFrame
        As `find_uses` gives it, with its voice columns.

    Returns
    -------
    DataFrame
        `frame`, `term`, `actor` (the codebook's key, "" if none), `speaker` (as written, "" if none),
        `voice`, `uses`, `articles`; the most frequent first.

    Examples
    --------
    >>> uses = pd.DataFrame({"article": ["a"], "frame": ["x"], "term": ["Spezialoperation"],
    ...                      "actor": [""], "speaker": ["Moskau"], "voice": ["distanced"]})
    >>> quoted_speakers(uses)["speaker"].tolist()
    ['Moskau']
    """
    keys = ["frame", "term", "actor", "speaker", "voice"]
    others = uses[uses["voice"] != "newsroom"]
    counts = others.groupby(keys).agg(uses=("article", "size"), articles=("article", "nunique")).reset_index()
    return counts.sort_values(["uses", *keys], ascending=[False, *[True] * 5]).reset_index(drop=True)


def compare_voices(
    uses: pd.DataFrame, by: str | Sequence[str] | None = "outlet", **shares: object
) -> pd.DataFrame:
    """Return the plain share of each frame beside the share in the newsroom's own voice.

    Parameters
    ----------
    uses : DataFrame
        As `find_uses` gives it, with its voice columns.
    by : str or sequence of str, optional
        Columns of `uses`, or day, week, month, quarter, year.
    **shares
        Further parameters of `frame_shares`, except `voice`.

    Returns
    -------
    DataFrame
        The `by` columns, `frame`; `plain_uses`, `plain_total`, `plain_share`, `plain_low`, `plain_high`
        for all voices; `newsroom_uses`, `newsroom_total`, `share`, `low`, `high` for the newsroom's own;
        `difference` = `share` − `plain_share`, in points of share (0.1 is ten percentage points).

    Raises
    ------
    InputError
        As `frame_shares`.

    Examples
    --------
    >>> uses = pd.DataFrame({"article": ["a", "b"], "story": ["a", "b"], "frame": ["x", "y"], "outlet": "A",
    ...                      "voice": ["newsroom", "direct"], "genre": ["report", "report"]})
    >>> compare_voices(uses, min_stories=1)[["frame", "plain_share", "share", "difference"]].values.tolist()
    [['x', 0.5, 1.0, 0.5], ['y', 0.5, 0.0, -0.5]]
    """
    names = by_names(by)
    plain = frame_shares(uses, by=names, voice=None, **shares)
    own = frame_shares(uses, by=names, voice="newsroom", **shares)
    table = plain[[*names, "frame"]].assign(
        plain_uses=plain["uses"],
        plain_total=plain["total"],
        plain_share=plain["share"],
        plain_low=plain["low"],
        plain_high=plain["high"],
        newsroom_uses=own["uses"],
        newsroom_total=own["total"],
        share=own["share"],
        low=own["low"],
        high=own["high"],
    )
    return table.assign(difference=table["share"] - table["plain_share"])
