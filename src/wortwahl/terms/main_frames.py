"""Which frame an article uses most: so that words can be compared by frame."""

import pandas as pd

from wortwahl.errors import InputError
from wortwahl.terms.parameters import one_of

COLUMN = "frame"
VOICES = ("whole", "newsroom")
TIE = "several"
NONE = "none"


def add_main_frame(corpus: pd.DataFrame, uses: pd.DataFrame, voice: str = "newsroom") -> pd.DataFrame:
    """Return the articles with a column `frame`: the one they use most.

    Parameters
    ----------
    corpus : DataFrame
        Articles.
    uses : DataFrame
        Uses in these articles, as `find_uses` gives them.
    voice : {"newsroom", "whole"}
        "newsroom" counts only uses in the newsroom's own voice; "whole" all.

    Returns
    -------
    DataFrame
        A frame's key; "several" where two have as many uses, "none" where there is no use. Then
        ``keyness(corpus, by="frame", target=…)`` compares the words of articles by frame.

    Raises
    ------
    InputError
        If there is such a column already, or the uses do not tell voice.

    Examples
    --------
    >>> corpus = pd.DataFrame({"id": ["a", "b"], "text": ["…", "…"]})
    >>> uses = pd.DataFrame({"article": ["a"], "frame": ["conflict"], "voice": ["newsroom"]})
    >>> add_main_frame(corpus, uses)["frame"].tolist()
    ['conflict', 'none']
    """
    one_of(voice, "voice", VOICES)
    if COLUMN in corpus.columns:
        raise InputError(
            f"the corpus has a column '{COLUMN}' already.", where="corpus", what_to_do="Rename it."
        )
    if voice == "newsroom":
        if "voice" not in uses.columns:
            raise InputError("these uses do not tell voice.", where="uses", what_to_do='Give voice="whole".')
        uses = uses[uses["voice"] == "newsroom"]
    counts = uses.groupby(["article", "frame"]).size().rename("uses").reset_index()
    most = counts[counts["uses"] == counts.groupby("article")["uses"].transform("max")]
    frames = most.groupby("article")["frame"].agg(lambda some: some.iloc[0] if len(some) == 1 else TIE)
    found = corpus["id"].map(frames).astype("object").fillna(NONE).astype("str")
    return corpus.assign(**{COLUMN: found})
