"""The chain of rules: from a reading to quotations, sentence by sentence, then over sentences."""

from wortwahl.language.speech.about import about
from wortwahl.language.speech.clauses import Clause, clauses
from wortwahl.language.speech.cues import cues
from wortwahl.language.speech.distancing import distanced
from wortwahl.language.speech.fragments import Marked, marked
from wortwahl.language.speech.frames import Frame, frames
from wortwahl.language.speech.lines import headline, source_line
from wortwahl.language.speech.marks import Quoted
from wortwahl.language.speech.places import Place, cue_place, cue_rest, frame_place, places
from wortwahl.language.speech.quoting import direct_by_marks, from_marks, holder_of, inside_marks
from wortwahl.language.speech.reading import Reading, Unit
from wortwahl.language.speech.runs import free_indirect, reads_on
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.summaries import summary
from wortwahl.language.speech.words import (
    ANY_SAY,
    CONVINCED_ADJ,
    KONJ,
    SAY_NOUN,
    SOURCE_NOUN,
    SUM,
    SUM_PART,
    SUM_STEM,
)

_ANY = ANY_SAY | KONJ | SOURCE_NOUN | SAY_NOUN | CONVINCED_ADJ | SUM | SUM_PART | SUM_STEM


def quotations(reading: Reading) -> tuple[list[Quotation], list[Quotation]]:
    """Return the quotations of a text in the order of their first part, and the distanced words.

    Parameters
    ----------
    reading : Reading
        The text.
    """
    found: list[Quotation] = []
    far: list[Quotation] = []
    quotes = [q for q in reading.quotes if q.depth == 0]
    at = 0
    quotes_inside = [q for q in reading.quotes if q.depth == 1]
    last: Quotation | None = None  # the quotation that a following sentence can carry on
    before: Unit | None = None
    earlier: Quotation | None = None  # the nearest quotation of the paragraph
    for unit in reading.units:
        begin = reading.starts[unit.lo]
        stop = reading.ends[unit.hi - 1]
        own = []
        while at < len(quotes) and quotes[at].start < stop:
            if quotes[at].start >= begin:
                own.append(quotes[at])
            at += 1
        here, roles = sentence_quotations(unit, own, last, earlier, before)
        head = source_line(unit, before) or headline(unit) if not here else headline(unit)
        if head and not any(q.parts[0][0] < head[0].parts[-1][1] for q in here):
            here = head + here
        found += here
        far += distanced(unit, roles)
        for quote in own:
            here_inside, far_inside = inside_marks(reading, quote, quotes_inside)
            found += here_inside
            far += far_inside
        last = reads_on(unit, here, last)
        if here:
            earlier = here[-1]
        if "\n\n" in reading.text[stop : stop + 4] and not here:
            earlier = None
        before = unit
    found.sort(key=lambda q: (q.parts[0][0], -q.parts[-1][1]))
    return merge_runs(reading, found), far


def sentence_quotations(
    unit: Unit,
    own_quotes: list[Quoted],
    last: Quotation | None,
    earlier: Quotation | None = None,
    before: Unit | None = None,
) -> tuple[list[Quotation], list[Marked]]:
    """Return the quotations of a sentence and the roles of its marks, given the one it may carry on."""
    here: list[Quotation] = []
    if not unit.union & _ANY and not own_quotes and unit.reading.words[unit.lo] != "Für":
        special = _with_trigger(unit)
        if not special:
            run = _with_speaker(unit, free_indirect(unit, last), earlier, before)
            return ([run] if run else []), []
    unit_cues = cues(unit)
    unit_frames = frames(unit)
    unit_clauses = clauses(unit)
    item_of = {token: number for number, token in enumerate(unit.items)}
    reading = unit.reading
    for frame in unit_frames:
        made = _from_frame(unit, frame)
        if made:
            here.append(made)
    for clause in unit_clauses:
        if any(f.first <= clause.cue.items[0] < f.end for f in unit_frames):
            continue
        made = _from_clause(unit, clause, unit_frames)
        if made:
            here.append(made)
    if not here:
        run = _with_speaker(unit, free_indirect(unit, last), earlier, before)
        if run:
            here.append(run)
    here, used = direct_by_marks(here, own_quotes, reading.text)
    summed = None
    if not here:
        summed = summary(unit)
    speeches: list[Quotation] = []
    roles: list[Marked] = []
    for quote in own_quotes:
        item = item_of.get(reading.token_at(quote.start))
        if item is None or quote in used:
            continue
        holder = holder_of(here, quote.start, quote.end)
        role = marked(unit, quote, item, unit_cues, holder is not None)
        if role.role == "fragment" and any(
            q.speaker and q.speaker[0] <= quote.start and quote.end <= q.speaker[1] for q in here
        ):
            role = role._replace(role="title", evidence="name of the speaker")
        roles.append(role)
        made = from_marks(unit, role, holder, summed, last or earlier, before)
        if made:
            speeches.append(made)
    if summed and not any(
        q.end - q.start > 0.5 * (summed.parts[0][1] - summed.parts[0][0]) for q in own_quotes
    ):
        here.append(summed)
    return here + speeches, roles


def _with_trigger(unit: Unit) -> bool:
    from wortwahl.language.speech.frames import TRIGGERS

    words = unit.reading.words
    return any(words[i] in TRIGGERS for i in range(unit.lo, unit.hi))


def _with_speaker(
    unit: Unit, run: Quotation | None, earlier: Quotation | None, before: Unit | None
) -> Quotation | None:
    """Reported speech without a frame: who the sentence before is about, else who was quoted last.

    "Der Minister warnte vor Panik. Die Lage sei ernst."; "Sie sei krank, sagte sie. Draußen regnet es. …"
    """
    if run is None or run.speaker:
        return run
    if earlier and run.type == "FreeIndirect":
        return run._replace(speaker=earlier.speaker)  # "Er soll geflohen sein": not whom it is about
    if before is not None:
        text = unit.reading.text
        gap = text[unit.reading.ends[before.hi - 1] : unit.reading.starts[unit.lo]]
        who = about(before, 0, before.last, last=False) if "\n\n" not in gap else None
        if who:
            return run._replace(speaker=before.span(*who))
    return run._replace(speaker=earlier.speaker) if earlier else run


def _from_frame(unit: Unit, frame: Frame) -> Quotation | None:
    parts = places(unit, *frame.clause, [(frame.first, frame.end)])
    if not parts:
        return None
    return Quotation(
        "Indirect",
        parts,
        unit.span(*frame.speaker) if frame.speaker else None,
        unit.span(*frame.cue),
        frame_place(unit, frame.first, frame.end),
        frame.evidence,
        frame.confidence,
    )


def _frame_place(unit: Unit, clause: Clause) -> Place | None:
    segments = unit.segments
    first, end = segments[clause.cue.segment]
    if clause.speaker:
        first, end = min(first, clause.speaker[0]), max(end, clause.speaker[1])
    return frame_place(unit, first, end)


def _from_clause(unit: Unit, clause: Clause, unit_frames: list[Frame]) -> Quotation | None:
    holes = [(f.first, f.end) for f in unit_frames if f.first >= clause.first and f.end <= clause.end]
    if clause.hole:
        holes = [h for h in holes if h[1] <= clause.hole[0] or h[0] >= clause.hole[1]] + [clause.hole]
    parts = places(unit, clause.first, clause.end, holes)
    if not parts:
        return None
    return Quotation(
        "Indirect",
        parts,
        unit.span(*clause.speaker) if clause.speaker else None,
        cue_place(unit, clause.cue.items),
        _frame_place(unit, clause),
        clause.evidence,
        clause.confidence,
        cue_rest(unit, clause.cue.items),
    )


def merge_runs(reading: Reading, found: list[Quotation]) -> list[Quotation]:
    """Join free indirect sentences that follow each other into one quotation."""
    merged: list[Quotation] = []
    open_run: int | None = None
    for one in found:
        if one.type in ("IndirectFreeIndirect", "FreeIndirect"):
            if open_run is not None:
                before = merged[open_run]
                gap = reading.text[before.parts[-1][1] : one.parts[0][0]]
                if before.type == one.type and not gap.strip():
                    merged[open_run] = before._replace(
                        parts=(*before.parts[:-1], (before.parts[-1][0], one.parts[-1][1]))
                    )
                    continue
            open_run = len(merged)
        elif one.type != "Direct":
            open_run = None
        merged.append(one)
    return merged
