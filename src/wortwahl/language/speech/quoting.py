"""Quotation marks with who speaks in them: the quotations of a sentence that stand in marks."""

from bisect import bisect_left

from wortwahl.language.speech.about import about
from wortwahl.language.speech.bounds import segment_of
from wortwahl.language.speech.cues import cues, subject_of
from wortwahl.language.speech.distancing import distanced
from wortwahl.language.speech.fragments import Marked, marked
from wortwahl.language.speech.marks import Quoted
from wortwahl.language.speech.phrases import opens_phrase, phrase_end
from wortwahl.language.speech.places import Place, cue_place, cue_rest, frame_place
from wortwahl.language.speech.reading import LONGEST, Reading, Unit
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import (
    CAPITAL,
    NAME,
    NAME_PART,
    SUM,
    SUM_PART,
    SUM_STEM,
    VERB,
)

# Speaker, cue and frame, and the cue's auxiliary or particle.
Attribution = tuple[Place | None, Place | None, Place | None, tuple[Place, ...]]


def holder_of(here: list[Quotation], start: int, end: int) -> Quotation | None:
    """Return the reported speech that holds a place, or None."""
    for one in here:
        if any(a <= start and end <= b + 1 for a, b in one.parts):
            return one
    return None


def from_marks(
    unit: Unit,
    role: Marked,
    holder: Quotation | None,
    summed: Quotation | None,
    last: Quotation | None,
    before: Unit | None,
) -> Quotation | None:
    """Return the direct speech that marks hold, with its speaker, or None."""
    if role.role in ("scare", "title", "naming"):
        return None
    place = (role.quote.start, role.quote.end)
    if holder:
        shown = unit.reading.text[holder.cue[0] : holder.cue[1]] if holder.cue else ""
        evidence = (
            f'quotation marks in reported speech, "{shown}"'
            if shown
            else "quotation marks in reported speech"
        )
        return Quotation(
            "Direct",
            (place,),
            holder.speaker,
            holder.cue,
            holder.frame,
            evidence,
            role.confidence,
            holder.cue_rest,
        )
    owner = attribution(unit, role.item)
    led = before_colon(unit, role.item)
    if led and (owner is None or not _near_colon(unit, owner, role.item)):
        who, frame = unit.span(*led), unit.span(0, role.item)
        return Quotation("Direct", (place,), who, None, frame, role.evidence, role.confidence)
    if owner:
        speaker, cue, frame, rest = owner
        shown = unit.reading.text[cue[0] : cue[1]] if cue else ""
        evidence = f'{role.evidence.split(",")[0]}, "{shown}"' if shown else role.evidence
        return Quotation("Direct", (place,), speaker, cue, frame, evidence, role.confidence, rest)
    if summed:
        return Quotation("Direct", (place,), summed.speaker, summed.cue, None, role.evidence, role.confidence)
    written = _written_on(unit, role.item)
    if written:
        who = unit.span(*written)
        return Quotation("Direct", (place,), who, None, None, role.evidence, role.confidence)
    if role.role == "speech" and last:
        return Quotation(
            "Direct",
            (place,),
            last.speaker,
            None,
            None,
            role.evidence + " after an attribution",
            role.confidence - 0.1,
        )
    who = None
    if role.role == "speech" and before is not None:
        # "Die Abgeordnete wurde deutlicher. „…“": who the sentence before is about
        named = about(before, 0, before.last, last=False)
        who = before.span(*named) if named else None
    return Quotation("Direct", (place,), who, None, None, role.evidence, role.confidence - 0.1)


def before_colon(unit: Unit, item: int) -> tuple[int, int] | None:
    """Return who the words before a colon and marks are about, or None.

    "Papst: „…“", "Meier wörtlich: „…“", "Jan Meier, Chef der Bahn: „…“": a line that names somebody;
    "Die Bewohner sehen das gelassen: „…“": the subject of the sentence, where it can speak.
    """
    if not item or unit.word(item - 1) != ":":
        return None
    colon = item - 1
    begin = max((i + 1 for i in range(colon) if unit.word(i) in (":", ";")), default=0)
    verbs = [i for i in range(begin, colon) if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL]
    if not verbs:
        end = phrase_end(unit, begin, colon, inner=True) if opens_phrase(unit, begin) else begin
        named = end > begin and (end == colon or unit.word(end) in (",", "wörtlich", "weiter"))
        return (begin, end) if named and colon - begin < 25 else None
    return about(unit, begin, colon)


def _near_colon(unit: Unit, owner: Attribution, item: int) -> bool:
    """Whether a verb of saying stands in the clause that the colon closes, or behind the marks."""
    if owner[1] is None:
        return False
    cue = unit.reading.token_at(owner[1][0])
    if cue > unit.items[item]:
        return True
    first, _ = unit.segments[segment_of(unit, item - 2)]
    return cue >= unit.items[first]


def _written_on(unit: Unit, item: int) -> tuple[int, int] | None:
    """ "Auf einem Plakat war zu lesen: „…“": what it is written on speaks."""
    if not 3 < item < 12 or unit.word(item - 1) != ":" or unit.word(0) not in ("Auf", "In", "Im"):
        return None
    if unit.word(item - 2) not in ("lesen", "steht", "stand", "geschrieben"):
        return None
    end = phrase_end(unit, 1, item - 1)
    return (1, end) if end > 1 else None


def attribution(unit: Unit, item: int) -> Attribution | None:
    """Return speaker, cue and frame of marks at an item: the nearest verb of saying of the unit."""
    from wortwahl.language.speech.clauses import speaker_behind, speaker_of

    best = None
    for cue in cues(unit):
        distance = abs(cue.items[0] - item) + (0 if cue.kind == "saying" else 6)
        if best is None or distance < best[0]:
            best = (distance, cue)
    if best is None:
        return _summed_attribution(unit, item)
    cue = best[1]
    first, end = unit.segments[cue.segment]
    if cue.finite == first and cue.segment:
        speaker = speaker_behind(unit, cue, end) or speaker_of(unit, cue)
    else:
        speaker = speaker_of(unit, cue)
    low, high = (first, min(end, item)) if first < item else (first, end)
    if speaker and speaker[0] < low and item > low:
        low = speaker[0]
    return (
        unit.span(*speaker) if speaker else None,
        cue_place(unit, cue.items),
        frame_place(unit, low, high),
        cue_rest(unit, cue.items),
    )


def _words_outside(one: Quotation, own: list[Quoted], text: str) -> bool:
    """ "es sei „unfassbar“": two words outside are enough for reported speech around the quotation."""
    spots = list(own)
    return any(
        text[i].isalnum()
        for a, b in one.parts
        for i in range(a, b)
        if not any(q.start <= i < q.end for q in spots)
    )


def direct_by_marks(
    here: list[Quotation], quotes: list[Quoted], text: str
) -> tuple[list[Quotation], list[Quoted]]:
    """What is nothing but quotations in marks is direct speech: „Am Ende“, so der Minister, „zahlen wir.“"""
    kept: list[Quotation] = []
    used: list[Quoted] = []
    for one in here:
        total = sum(b - a for a, b in one.parts)
        own = [q for q in quotes if any(a < q.end and q.start < b for a, b in one.parts)]
        inside = sum(
            min(b, q.end) - max(a, q.start) for q in own for a, b in one.parts if a < q.end and q.start < b
        )
        if (
            own
            and inside > 0.85 * total
            and not _words_outside(one, own, text)
            and not any(q in used for q in own)
        ):
            used += own
            shown = one.evidence.rpartition('"')[0].rpartition('"')[2]
            evidence = f'quotation marks, "{shown}"' if shown else "quotation marks"
            parts = tuple((q.start, q.end) for q in own)
            kept.append(one._replace(type="Direct", parts=parts, evidence=evidence, confidence=0.95))
        else:
            kept.append(one)
    return kept, used


def inside_marks(
    reading: Reading, quote: Quoted, nested: list[Quoted]
) -> tuple[list[Quotation], list[Quotation]]:
    """Return the quotations and the distanced words inside a quotation in marks."""
    lo, hi = reading.token_at(quote.inner_start), reading.token_at(quote.inner_end)
    if hi - lo < 3:
        return [], []
    unit = Unit(reading, lo, min(hi, lo + LONGEST))
    roles: list[Marked] = []
    here: list[Quotation] = []
    if nested:
        item_of = {token: number for number, token in enumerate(unit.items)}
        k = bisect_left(nested, quote.start, key=lambda q: q.start)
        while k < len(nested) and nested[k].start < quote.end:
            item = item_of.get(reading.token_at(nested[k].start))
            if item is not None:
                role = marked(unit, nested[k], item, [], False)
                if role.role == "speech":
                    place = (nested[k].start, nested[k].end)
                    here.append(
                        Quotation(
                            "Direct", (place,), None, None, None, "quotation marks inside a quotation", 0.7
                        )
                    )
                elif role.role == "fragment":
                    role = role._replace(role="scare", evidence="scare quotes")
                roles.append(role)
            k += 1
    return here, distanced(unit, roles)


def _summed_attribution(unit: Unit, item: int) -> Attribution | None:
    """ "begrüßte das Gesetz als „wichtigen Schritt“": the verb of the clause that names an act of speech."""
    first, end = next(((a, b) for a, b in unit.segments if a <= item < b), (0, unit.last))
    verb = next(
        (
            i
            for i in range(first, end)
            if unit.bit(i) & (SUM | NAME | SUM_STEM) and not (unit.bit(i) & CAPITAL and i)
        ),
        None,
    )
    if verb is None:
        part = next((i for i in range(first, end) if unit.bit(i) & (SUM_PART | NAME_PART)), None)
        verb = next(
            (i for i in range(first, end) if unit.word(i) in ("hat", "haben", "hatte", "hatten")), None
        )
        if part is None or verb is None:
            return None
    who = subject_of(unit, verb, segment_of(unit, first))
    frame = unit.span(first, max(item, verb + 1))
    return unit.span(*who) if who else None, unit.span(verb, verb + 1), frame, ()
