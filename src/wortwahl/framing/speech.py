"""The stretches of a text that are not its author's own words, as a table."""

import pandas as pd

from wortwahl.errors import InputError
from wortwahl.language.speech import Stretch, stretches

try:
    from wortwahl.language.tagger import available
except ImportError:

    def available() -> bool:
        """Return False: there is no tagger."""
        return False


SPEECH_COLUMNS = list(Stretch._fields)
METHODS = ("auto", "rules")
SPEECH_TYPES = {
    **dict.fromkeys(SPEECH_COLUMNS, "str"),
    **dict.fromkeys((name for name in SPEECH_COLUMNS if name.endswith(("start", "end"))), "int64"),
    "quotation": "int64",
    "parent": "int64",
    "confidence": "float64",
}


def find_speech(text: str, method: str = "auto", genre: str = "", title: str = "") -> pd.DataFrame:
    """Return the stretches of a text that are not its author's own words.

    Parameters
    ----------
    text : str
        A text, paragraphs divided by blank lines.
    method : {"auto", "rules"}
        "auto" uses the learned tagger where its weights are present; "rules" never does.
    genre : str
        The article's genre; in an interview the answers are speech.
    title : str
        The article's title, in which a speaker may be named.

    Returns
    -------
    DataFrame
        One row a stretch, in the order of the text: `start`, `end` (code points, end exclusive), `type`,
        `voice`, `quotation`, `parent`, `speaker` and its place, `cue` and its place, `frame_start`,
        `frame_end`, `evidence`, `confidence` (0 to 1). -1 stands where there is none.

    Raises
    ------
    InputError
        If the method is unknown or the text is no string.

    Examples
    --------
    >>> found = find_speech("Die Lage sei ernst, sagte die Ministerin.", method="rules")
    >>> found[["voice", "speaker"]].values.tolist()
    [['indirect', 'die Ministerin']]
    """
    if not isinstance(text, str):
        raise InputError(f"a text is needed, not a {type(text).__name__}.", what_to_do="Give one string.")
    check_method(method)
    found = stretches(text, method=method, genre=genre, title=title)
    return pd.DataFrame(found, columns=SPEECH_COLUMNS).astype(SPEECH_TYPES)


def check_method(method: str) -> None:
    """Raise InputError if there is no such method."""
    if method not in METHODS:
        raise InputError(f"method: there is no '{method}'.", what_to_do=f"Methods are: {', '.join(METHODS)}.")


def method_used(method: str = "auto") -> str:
    """Return what a method comes to here: "rules+tagger" where the weights are present, or "rules"."""
    check_method(method)
    return "rules+tagger" if method == "auto" and available() else "rules"
