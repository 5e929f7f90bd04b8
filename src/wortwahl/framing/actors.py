"""Which of the codebook's actors a speaker is: "Kremlsprecher Peskow" is the Russian leadership."""

import re

import pandas as pd

from wortwahl.framing.codebook import Codebook
from wortwahl.framing.matching import Entry, Matcher, compile_entries

# What follows one of these says where or of what somebody is, not who: "der ukrainische Botschafter in
# Deutschland", "Scholz nach einem Gespräch mit Putin".
_SIDE = re.compile(
    r"\s(?:in|im|bei|beim|aus|nach|vor|während|über|zu|zum|zur|mit|gegen|für|an|am|auf|von|vom)\s",
    re.IGNORECASE,
)


def actors_of(speakers: pd.Series, codebook: Codebook) -> pd.Series:
    """Return the codebook's key of each speaker, "" where no actor has such a name.

    A name counts in every inflected form. Names in what the speaker is called come before names in where
    or of what they are ("der ukrainische Botschafter in Deutschland"); then the longest decides, then the
    first. A name right behind it says more: "die Nachrichtenagentur Tass" is Tass.

    Parameters
    ----------
    speakers : Series of str
        As written in the texts, "" where there is none.
    codebook : Codebook
        With its actors.

    Returns
    -------
    Series of str
        On the index of `speakers`.

    Examples
    --------
    >>> from wortwahl.framing import read_codebook
    >>> speakers = pd.Series(["Kremlsprecher Peskow", "der Sprecher des US-Verteidigungsministeriums", ""])
    >>> actors_of(speakers, read_codebook("ukraine-war")).tolist()
    ['russian-leadership', 'usa', '']
    """
    if not (speakers != "").any():  # compiling hundreds of names takes longer than reading many articles
        return pd.Series("", index=speakers.index, dtype="str")
    matcher = compile_entries(
        tuple(
            Entry(key, " ".join(name.split()))
            for key, actor in codebook.actors.items()
            for name in actor.names
        )
    )
    known = {speaker: _actor_of(speaker, matcher) for speaker in speakers.unique()}
    return pd.Series([known[speaker] for speaker in speakers], index=speakers.index, dtype="str")


def _actor_of(speaker: str, matcher: Matcher) -> str:
    side = _SIDE.search(speaker)
    who_ends = side.start() if side else len(speaker)
    places = matcher.find(speaker)
    best = min(
        places,
        key=lambda place: (place.start >= who_ends, place.start - place.end, place.start),
        default=None,
    )
    if best is None:
        return ""
    for place in places:
        if place.start > best.start and speaker[best.end : place.start].isspace():
            best = place
    return matcher.entries[best.entry].key
