"""Where speech goes on behind a frame that stands in it: "Der Krieg, sagte sie, sei …"."""

from wortwahl.language.speech.bounds import has_konj, has_verb, is_subordinate
from wortwahl.language.speech.complements import complement_end
from wortwahl.language.speech.cues import Cue
from wortwahl.language.speech.phrases import opens_phrase
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import CAPITAL, KONJ, SAY, SAY_STEM, VERB

_SIGNS = (",", ";", ":", "–", "—", "-")


def goes_on(unit: Unit, cue: Cue, before_is_whole: bool) -> tuple[int, int] | None:
    """Return the end of the frame and of the speech behind it, or None where nothing more is reported.

    Parameters
    ----------
    unit : Unit
        The sentence.
    cue : Cue
        A verb of saying that opens its clause, with speech before it.
    before_is_whole : bool
        Whether a finite verb stands in what was said before the frame.

    Notes
    -----
    In their order:

    1. a quotation in marks: "Man werde, hieß es, „das Land befreien“"
    2. where the verb is still missing: "Ein Krieg, sagte sie, sei ein Verbrechen"
    3. a main clause in the subjunctive: "…, schrieb er, und die Hälfte sei hausgemacht"
    4. an apposition or a relative clause belongs to the speaker and is passed over
    """
    segments = unit.segments
    at = cue.segment + 1
    frame_end = segments[cue.segment][1]
    for number in range(at, min(at + 3, len(segments))):
        first, end = segments[number]
        if unit.word(first - 1) not in _SIGNS:
            return None
        if unit.is_quote(first) and before_is_whole:
            return frame_end, complement_end(unit, cue, number, segments, "konj")
        if not before_is_whole:
            bit = unit.bit(first)
            sure = bit & KONJ or unit.bit(cue.finite) & (SAY | SAY_STEM)
            if bit & VERB and not bit & CAPITAL and sure:
                return frame_end, complement_end(unit, cue, number, segments, "konj")
        elif has_konj(unit, first, end) and not is_subordinate(unit, first, end):
            return frame_end, complement_end(unit, cue, number, segments, "konj")
        relative = is_subordinate(unit, first, end)
        if not relative and (has_verb(unit, first, end) or not opens_phrase(unit, first)):
            return None
        frame_end = end
    return None
