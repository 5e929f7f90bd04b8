"""From quotations to stretches, and from stretches to the voice of a place."""

from collections.abc import Callable
from functools import cache

from wortwahl.errors import InputError
from wortwahl.language.speech.interviews import answers
from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.rules import quotations
from wortwahl.language.speech.signed import signed
from wortwahl.language.speech.speakers import resolve
from wortwahl.language.speech.stretch import VOICES, Quotation, Stretch, Verdict

METHODS = ("auto", "rules")
GENRES = ("report", "commentary", "interview", "guest", "letter", "liveblog", "speech", "")
NEWSROOM = Verdict("newsroom", "", "", "", "no quotation, no reported speech", 0.8)


def quotations_of(text: str, method: str = "auto", genre: str = "") -> list[Quotation]:
    """Return the quotations of a text with the places of their parts, sorted by start.

    Parameters
    ----------
    text : str
        Running text.
    method : str
        "rules", or "auto": the learned tagger where its weights are present, else the rules.
    genre : str
        What the text is ("interview", "commentary", …), "" if unknown.

    Returns
    -------
    list of Quotation
        Those of the type "Distanced" too.

    Raises
    ------
    InputError
        If the method or the genre is unknown.
    """
    return _listen(text, method, genre)[1]


def _listen(text: str, method: str, genre: str) -> tuple[Reading, list[Quotation]]:
    if method not in METHODS:
        raise InputError(f"unknown method {method!r}", what_to_do=f"use one of {', '.join(METHODS)}")
    if genre not in GENRES:
        raise InputError(
            f"unknown genre {genre!r}", what_to_do="use one of " + ", ".join(g or '""' for g in GENRES)
        )
    reading = Reading(text)
    found, far = quotations(reading)
    found = signed(text, found)
    if method == "auto":
        revise = _tagger()
        found = revise(reading, found) if revise else found
    found = found + answers(text, genre) + far
    found.sort(key=_order)
    return reading, found


def _order(one: Quotation) -> tuple[int, int, int]:
    return one.parts[0][0], -one.parts[-1][1], one.type == "Distanced"


@cache
def _tagger() -> Callable[[Reading, list[Quotation]], list[Quotation]] | None:
    """The one door for the learned tagger: where it is present it may revise what the rules found."""
    try:
        from wortwahl.language.tagger import revise
    except ImportError:
        return None
    return revise


def stretches(text: str, method: str = "auto", genre: str = "", title: str = "") -> list[Stretch]:
    """Return the stretches of a text that are not its author's own words.

    Parameters
    ----------
    text : str
        Running text, NFC, paragraphs divided by a blank line; places count in its code points.
    method : str
        "rules", or "auto": the learned tagger where its weights are present, else the rules.
    genre : str
        The genre of the article, "" if unknown. In an interview the answers are direct speech.
    title : str
        The article's title; names in it help to say who "der Minister" is.

    Returns
    -------
    list of Stretch
        Sorted by start, the longer first; the parts of an interrupted quotation share their number.

    Raises
    ------
    InputError
        If the method or the genre is unknown.

    Notes
    -----
    The types follow Petersen-Frey and Biemann (2024), "Dataset of Quotation Attribution in German News
    Articles", and Brunner et al. (2020) on the forms of speech representation; "Distanced" is our own.

    Examples
    --------
    >>> found = stretches("Die Stadt sei gefallen, sagte der Sprecher.", method="rules")
    >>> [(s.type, s.speaker, s.cue) for s in found]
    [('Indirect', 'der Sprecher', 'sagte')]
    """
    reading, found = _listen(text, method, genre)
    speakers = resolve(reading, found, title)
    rows: list[tuple[int, int, int, int]] = []
    around: list[tuple[int, int]] = []  # end, quotation
    parents: list[int] = []
    for number, one in enumerate(found):
        start, end = one.parts[0][0], one.parts[-1][1]
        while around and around[-1][0] <= start:
            around.pop()
        parents.append(next((n for e, n in reversed(around) if e >= end), -1))
        around.append((end, number))
        for part, (a, b) in enumerate(one.parts):
            rows.append((a, -b, number, part))
    rows.sort(key=lambda row: (row[0], row[1], found[row[2]].type == "Distanced", row[2]))
    return [
        _stretch(text, found[number], number, parents[number], speakers[number], part)
        for _, _, number, part in rows
    ]


def _stretch(
    text: str, one: Quotation, number: int, parent: int, speaker: tuple[str, int, int], part: int
) -> Stretch:
    cue_start, cue_end = one.cue or (-1, -1)
    frame_start, frame_end = one.frame or (-1, -1)
    return Stretch(
        one.parts[part][0],
        one.parts[part][1],
        one.type,
        VOICES[one.type],
        number,
        parent,
        *speaker,
        text[cue_start:cue_end] if one.cue else "",
        cue_start,
        cue_end,
        frame_start,
        frame_end,
        one.evidence,
        round(one.confidence, 3),
    )


def voice_at(found: list[Stretch], start: int, end: int) -> Verdict:
    """Return whose voice a place is in: the innermost stretch over it that is not a mere report decides.

    Parameters
    ----------
    found : list of Stretch
        What `stretches` returned for the text.
    start, end : int
        The place in code points, end exclusive.

    Returns
    -------
    Verdict
        "newsroom" where no stretch covers the place. `within` is the voice around a distanced word.

    Examples
    --------
    >>> text = "Die „Spezialoperation“ dauert an."
    >>> voice_at(stretches(text, method="rules"), 5, 21).voice
    'distanced'
    """
    over = [s for s in found if s.start <= start and end <= s.end and s.type != "Reported"]
    if not over:
        return NEWSROOM
    over.sort(key=lambda s: (s.end - s.start, s.type != "Distanced", s.type != "Direct"))
    inner = over[0]
    if inner.voice != "distanced":
        return Verdict(inner.voice, "", inner.speaker, inner.cue, inner.evidence, inner.confidence)
    # Marks around a single word that is somebody's are direct speech too, but not what stands around it.
    outer = next(
        (s for s in over[1:] if s.voice != "distanced" and s.end - s.start > inner.end - inner.start + 1),
        None,
    )
    within = outer.voice if outer else "newsroom"
    return Verdict("distanced", within, inner.speaker, inner.cue, inner.evidence, inner.confidence)
