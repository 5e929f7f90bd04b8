"""What the analysis of a text returns: stretches that are not the author's own words, and verdicts."""

from typing import Literal, NamedTuple

Kind = Literal["Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported", "Distanced"]
Voice = Literal["newsroom", "direct", "indirect", "distanced"]

VOICES: dict[str, Voice] = {
    "Direct": "direct",
    "Indirect": "indirect",
    "IndirectFreeIndirect": "indirect",
    "FreeIndirect": "indirect",
    "Reported": "newsroom",
    "Distanced": "distanced",
}


class Stretch(NamedTuple):
    """A stretch of a text, with the columns of the table that `find_speech` returns."""

    start: int
    end: int
    type: Kind
    voice: Voice
    quotation: int
    parent: int
    speaker: str
    speaker_start: int
    speaker_end: int
    cue: str
    cue_start: int
    cue_end: int
    frame_start: int
    frame_end: int
    evidence: str
    confidence: float


class Verdict(NamedTuple):
    """Whose voice a place of the text is in, and what decided it."""

    voice: Voice
    within: str
    speaker: str
    cue: str
    evidence: str
    confidence: float


class Quotation(NamedTuple):
    """A quotation as the rules find it, before numbers are given: its parts, and places of who, what, how.

    A place is (start, end), or None where there is none.
    """

    type: Kind
    parts: tuple[tuple[int, int], ...]
    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    frame: tuple[int, int] | None
    evidence: str
    confidence: float
    cue_rest: tuple[tuple[int, int], ...] = ()  # its auxiliary or particle: "hat … erklärt", "teilte … mit"
