"""The learned tagger of reported speech, on top of the rules.

It labels clauses (reported speech of four kinds), then quotation marks (speech or not), then tokens (speaker,
cue, frame), each with a linear-chain conditional random field whose weights stand in `models/voice`. What the
rules found is among its features; without weights the rules stand as they are.
"""

from wortwahl.language.tagger.revise import revise
from wortwahl.language.tagger.weights import find

__all__ = ["available", "revise", "tag"]


def available() -> bool:
    """Return whether the weights of the tagger are found; `weights.find` says where they are looked for."""
    return find() is not None


def tag(text: str, genre: str = "", title: str = "") -> list:
    """Return the stretches of a text by rules and tagger; by rules alone where there are no weights.

    Parameters
    ----------
    text : str
        Running text.
    genre : str
        The genre of the article, "" if unknown.
    title : str
        The article's title.

    Returns
    -------
    list of Stretch
        As `wortwahl.language.speech.stretches` with the method "auto".

    Raises
    ------
    InputError
        If the genre is unknown.

    Examples
    --------
    >>> [s.voice for s in tag("Die Stadt sei gefallen, sagte der Sprecher.")]
    ['indirect']
    """
    from wortwahl.language.speech.voice import stretches

    return stretches(text, method="auto", genre=genre, title=title)
