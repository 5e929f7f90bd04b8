"""Who shares copy with whom: from articles and their stories, without any codebook."""

import pandas as pd

from wortwahl.errors import InputError


def shared_copy(facts: pd.DataFrame) -> pd.DataFrame:
    """Return how many stories each two outlets share.

    Parameters
    ----------
    facts : DataFrame
        One row an article: `id`, `outlet`, `story` (as `find_stories` sets it).

    Returns
    -------
    DataFrame
        `outlet`, `with`, `stories`: each pair once, its names in the order of the alphabet; the most
        stories first. Articles of no named outlet are left out.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> facts = pd.DataFrame({"id": list("abc"), "outlet": ["Blatt", "Anz.", "Blatt"], "story": list("aac")})
    >>> shared_copy(facts).values.tolist()
    [['Anz.', 'Blatt', 1]]
    """
    known = _with_story(facts)
    known = known.loc[known["outlet"].fillna("") != "", ["story", "outlet"]].drop_duplicates()
    known = known[known.duplicated("story", keep=False)].astype({"outlet": "str"})
    pairs = known.merge(known.rename(columns={"outlet": "with"}), on="story")
    pairs = pairs[pairs["outlet"] < pairs["with"]]
    table = pairs.groupby(["outlet", "with"], as_index=False).agg(stories=("story", "size"))
    return table.sort_values(["stories", "outlet", "with"], ascending=[False, True, True], ignore_index=True)


def story_sizes(facts: pd.DataFrame) -> pd.DataFrame:
    """Return how many stories have one article, two, three and so on.

    Parameters
    ----------
    facts : DataFrame
        One row an article: `id`, `outlet`, `story`.

    Returns
    -------
    DataFrame
        `size` (articles of a story), `stories`, `articles` (in all of them), `several_outlets` (stories
        that stand in more than one outlet).

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> facts = pd.DataFrame({"id": list("abc"), "outlet": ["A", "B", "B"], "story": ["a", "a", "c"]})
    >>> story_sizes(facts).values.tolist()
    [[1, 1, 1, 0], [2, 1, 2, 1]]
    """
    known = _with_story(facts)
    known = known.assign(outlet=known["outlet"].where(known["outlet"].fillna("") != ""))
    stories = known.groupby("story").agg(size=("id", "nunique"), outlets=("outlet", "nunique"))
    stories = stories.assign(several=stories["outlets"] > 1)
    table = stories.groupby("size").agg(stories=("several", "size"), several_outlets=("several", "sum"))
    table = table.reset_index().assign(articles=lambda rows: rows["size"] * rows["stories"])
    return table[["size", "stories", "articles", "several_outlets"]].astype("int64")


def _with_story(facts: pd.DataFrame) -> pd.DataFrame:
    if missing := [name for name in ("id", "outlet", "story") if name not in facts.columns]:
        raise InputError(
            f"the table of articles has no column '{missing[0]}'.",
            what_to_do="Give one row an article with id, outlet and story.",
        )
    return facts.assign(story=facts["story"].where(facts["story"].fillna("") != "", facts["id"]))
