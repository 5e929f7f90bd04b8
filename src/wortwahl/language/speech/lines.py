"""Lines that report the sentence before, and headlines with a speaker.

"…. Das teilte der Gouverneur mit."; "Kanzler: Der Krieg darf sich nicht lohnen"
"""

from wortwahl.language.speech.cues import cues, speaker_behind
from wortwahl.language.speech.interviews import headline_speaker
from wortwahl.language.speech.places import cue_place
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import CAPITAL, VERB


def source_line(unit: Unit, before: Unit | None) -> list[Quotation]:
    """ "…. Das teilte der Gouverneur mit.": the sentence before is reported, whatever its mood."""
    if before is None or unit.last < 3 or unit.word(0) not in ("Das", "Dies"):
        return []
    text = unit.reading.text
    start, end = unit.reading.place(before.lo, before.hi)
    colon = next((i for i in range(before.last - 1, 0, -1) if before.word(i) == ":"), None)
    if colon is not None and colon + 1 < before.last:
        start = unit.reading.starts[before.items[colon + 1]]  # a heading before the sentence is no part of it
    if "\n\n" in text[end : unit.reading.starts[unit.lo]]:
        return []
    if (
        unit.word(1) in ("geht", "ging")
        and unit.word(unit.last - 1) == "hervor"
        and "aus" in map(unit.word, range(4))
    ):
        # "Dies geht aus Angaben der Behörden hervor."
        first = next(i for i in range(4) if unit.word(i) == "aus") + 1
        who = unit.span(first, unit.last - 1)
        shown = f'source line "{unit.word(0)} geht aus … hervor"'
        this = unit.span(0, 1)
        return [Quotation("Indirect", ((start, end), this), who, this, unit.span(1, unit.last), shown, 0.85)]
    for cue in cues(unit):
        if cue.segment or cue.finite != 1 or cue.kind != "saying":
            continue
        speaker = speaker_behind(unit, cue, unit.segments[0][1])
        shown = " … ".join(unit.word(i) for i in cue.items)
        this = unit.span(0, 1)
        return [
            Quotation(
                "Indirect",
                ((start, end), this),
                unit.span(*speaker) if speaker else None,
                cue_place(unit, cue.items),
                unit.span(1, unit.last),
                f'source line "{unit.word(0)} {shown}"',
                0.85,
            )
        ]
    return []


def headline(unit: Unit) -> list[Quotation]:
    """ "Kanzler: Der Krieg darf sich nicht lohnen": a headline with a speaker before its colon.

    In a live blog the headline is the head of the first sentence: "Kanzler: Der Krieg schadet: Der Kanzler …"
    """
    colons = [i for i in range(1, min(25, unit.last - 1)) if unit.word(i) == ":"]
    if not colons or colons[0] > 5 or unit.is_quote(colons[0] + 1):
        return []
    colon, end = colons[0], unit.last
    if len(colons) > 1 and unit.bit(colons[1] + 1) & CAPITAL and colons[1] > colon + 3:
        end = colons[1]
    elif unit.last != len(unit.items):
        return []
    if end < 3 or end > 22:
        return []
    text = unit.reading.text
    place = unit.span(0, colon)
    said = unit.span(colon + 1, end)
    if place is None or said is None:
        return []
    has_verb = any(unit.bit(i) & VERB and not unit.bit(i) & CAPITAL for i in range(colon + 1, end))
    sure = headline_speaker(text[place[0] : place[1]], has_verb)
    if not sure:
        return []
    shown = "headline with a speaker before the colon"
    return [Quotation("Indirect", (said,), place, None, unit.span(0, colon + 1), shown, sure)]
