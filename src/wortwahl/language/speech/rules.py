"""The chain of rules: from a reading to quotations, sentence by sentence, then over sentences."""

from bisect import bisect_left

from wortwahl.language.speech.clauses import Clause, _speaker_behind, clauses, cues
from wortwahl.language.speech.distancing import distanced
from wortwahl.language.speech.fragments import Marked, marked
from wortwahl.language.speech.frames import Frame, frames
from wortwahl.language.speech.interviews import headline_speaker
from wortwahl.language.speech.marks import Quoted
from wortwahl.language.speech.phrases import opens_phrase, phrase_end, subject
from wortwahl.language.speech.reading import LONGEST, Reading, Unit
from wortwahl.language.speech.runs import free_indirect, reads_on
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.summaries import summary
from wortwahl.language.speech.words import (
    ANY_SAY,
    CAPITAL,
    CONVINCED_ADJ,
    KONJ,
    NAME,
    NAME_PART,
    SAY_NOUN,
    SOURCE_NOUN,
    SUM,
    SUM_PART,
    SUM_STEM,
    VERB,
)
from wortwahl.language.wordlists import word_set

Place = tuple[int, int]
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
        if not here:
            here = source_line(unit, before) or headline(unit)
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
            run = free_indirect(unit, last)
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
        run = free_indirect(unit, last)
        if run:
            here.append(run)
    here, used = _direct_by_marks(here, own_quotes)
    summed = None
    if not here:
        summed = summary(unit)
    speeches: list[Quotation] = []
    roles: list[Marked] = []
    for quote in own_quotes:
        item = item_of.get(reading.token_at(quote.start))
        if item is None or quote in used:
            continue
        holder = _holder(here, quote.start, quote.end)
        role = marked(unit, quote, item, unit_cues, holder is not None)
        if role.role == "fragment" and any(
            q.speaker and q.speaker[0] <= quote.start and quote.end <= q.speaker[1] for q in here
        ):
            role = role._replace(role="title", evidence="name of the speaker")
        roles.append(role)
        made = _from_marks(unit, role, holder, summed, last or earlier, before)
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


def _places(unit: Unit, first: int, end: int, holes: list[tuple[int, int]]) -> tuple[Place, ...]:
    """The places of items, without the frames in between and the commas beside them."""
    parts: list[Place] = []
    begin = first
    for a, b in [*sorted(holes), (end, end)]:
        if a < begin:
            begin = max(begin, b)
            continue
        left, right = begin, min(a, end)
        while left < right and unit.word(left) in (",", "–", "-", ":", ";"):
            left += 1
        while right > left and unit.word(right - 1) in (",", "–", "-", ":"):
            right -= 1
        place = unit.span(left, right)
        if place:
            parts.append(place)
        begin = max(begin, b)
        if begin >= end:
            break
    return tuple(parts)


def _from_frame(unit: Unit, frame: Frame) -> Quotation | None:
    parts = _places(unit, *frame.clause, [(frame.first, frame.end)])
    if not parts:
        return None
    return Quotation(
        "Indirect",
        parts,
        unit.span(*frame.speaker) if frame.speaker else None,
        unit.span(*frame.cue),
        unit.span(frame.first, frame.end),
        frame.evidence,
        frame.confidence,
    )


def _cue_place(unit: Unit, items: tuple[int, ...]) -> Place | None:
    if len(items) == 2 and items[1] - items[0] > 1:
        main = items[1] if unit.word(items[0]) in _HELPERS else items[0]
        return unit.span(main, main + 1)
    return unit.span(items[0], items[-1] + 1)


_HELPERS = word_set(
    """
    hat haben hatte hatten habe wird werden wurde wurden worden sei ist sind war waren hätte hätten
    """
)


def _frame_place(unit: Unit, clause: Clause) -> Place | None:
    segments = unit.segments
    first, end = segments[clause.cue.segment]
    if clause.speaker:
        first, end = min(first, clause.speaker[0]), max(end, clause.speaker[1])
    return unit.span(first, end)


def _from_clause(unit: Unit, clause: Clause, unit_frames: list[Frame]) -> Quotation | None:
    holes = [(f.first, f.end) for f in unit_frames if f.first >= clause.first and f.end <= clause.end]
    parts = _places(unit, clause.first, clause.end, holes)
    if not parts:
        return None
    return Quotation(
        "Indirect",
        parts,
        unit.span(*clause.speaker) if clause.speaker else None,
        _cue_place(unit, clause.cue.items),
        _frame_place(unit, clause),
        clause.evidence,
        clause.confidence,
    )


def _holder(here: list[Quotation], start: int, end: int) -> Quotation | None:
    for one in here:
        if any(a <= start and end <= b + 1 for a, b in one.parts):
            return one
    return None


def _from_marks(
    unit: Unit,
    role: Marked,
    holder: Quotation | None,
    summed: Quotation | None,
    last: Quotation | None,
    before: Unit | None,
) -> Quotation | None:
    if role.role in ("scare", "title", "naming"):
        return None
    place = (role.quote.start, role.quote.end)
    if holder:
        return Quotation(
            "Direct", (place,), holder.speaker, holder.cue, holder.frame, role.evidence, role.confidence
        )
    owner = attribution(unit, role.item)
    if owner:
        speaker, cue, frame = owner
        shown = unit.reading.text[cue[0] : cue[1]] if cue else ""
        evidence = f'{role.evidence.split(",")[0]}, "{shown}"' if shown else role.evidence
        return Quotation("Direct", (place,), speaker, cue, frame, evidence, role.confidence)
    if summed:
        return Quotation("Direct", (place,), summed.speaker, summed.cue, None, role.evidence, role.confidence)
    if role.item and unit.word(role.item - 1) == ":" and role.item < 8 and opens_phrase(unit, 0):
        # "Papst: „…“", a line with who speaks before its colon
        end = phrase_end(unit, 0, role.item - 1, inner=True)
        if end == role.item - 1:
            who = unit.span(0, end)
            frame = unit.span(0, role.item)
            return Quotation("Direct", (place,), who, None, frame, role.evidence, role.confidence)
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
    if role.role == "speech" and before is not None and opens_phrase(before, 0):
        # "Die Abgeordnete wurde deutlicher. „…“": who the sentence before is about
        end = phrase_end(before, 0, before.last, inner=True)
        who = before.span(0, end) if end else None
    return Quotation("Direct", (place,), who, None, None, role.evidence, role.confidence - 0.1)


def attribution(unit: Unit, item: int) -> tuple[Place | None, Place | None, Place | None] | None:
    """Return speaker, cue and frame of marks at an item: the nearest verb of saying of the unit."""
    from wortwahl.language.speech.clauses import _speaker, _speaker_behind

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
        speaker = _speaker_behind(unit, cue, end) or _speaker(unit, cue)
    else:
        speaker = _speaker(unit, cue)
    return (
        unit.span(*speaker) if speaker else None,
        _cue_place(unit, cue.items),
        unit.span(first, min(end, item) if first < item else end),
    )


def _direct_by_marks(here: list[Quotation], quotes: list[Quoted]) -> tuple[list[Quotation], list[Quoted]]:
    """What is nothing but quotations in marks is direct speech: „Am Ende“, so der Minister, „zahlen wir.“"""
    kept: list[Quotation] = []
    used: list[Quoted] = []
    for one in here:
        total = sum(b - a for a, b in one.parts)
        own = [q for q in quotes if any(a < q.end and q.start < b for a, b in one.parts)]
        inside = sum(
            min(b, q.end) - max(a, q.start) for q in own for a, b in one.parts if a < q.end and q.start < b
        )
        if own and inside > 0.85 * total and not any(q in used for q in own):
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


def _summed_attribution(unit: Unit, item: int) -> tuple[Place | None, Place | None, Place | None] | None:
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
    who = subject(unit, verb, first, end)
    return unit.span(*who) if who else None, unit.span(verb, verb + 1), unit.span(first, max(item, verb + 1))


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


def source_line(unit: Unit, before: Unit | None) -> list[Quotation]:
    """ "…. Das teilte der Gouverneur mit.": the sentence before is reported, whatever its mood."""
    if before is None or unit.last < 3 or unit.word(0) not in ("Das", "Dies"):
        return []
    text = unit.reading.text
    start, end = unit.reading.place(before.lo, before.hi)
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
        speaker = _speaker_behind(unit, cue, unit.segments[0][1])
        shown = " … ".join(unit.word(i) for i in cue.items)
        this = unit.span(0, 1)
        return [
            Quotation(
                "Indirect",
                ((start, end), this),
                unit.span(*speaker) if speaker else None,
                _cue_place(unit, cue.items),
                unit.span(1, unit.last),
                f'source line "{unit.word(0)} {shown}"',
                0.85,
            )
        ]
    return []


def headline(unit: Unit) -> list[Quotation]:
    """ "Kanzler: Der Krieg darf sich nicht lohnen": a headline with a speaker before its colon."""
    if unit.last != len(unit.items) or unit.last < 3 or unit.last > 20:
        return []
    colon = next((i for i in range(1, min(6, unit.last - 1)) if unit.word(i) == ":"), None)
    if colon is None or unit.is_quote(colon + 1):
        return []
    text = unit.reading.text
    place = unit.span(0, colon)
    said = unit.span(colon + 1, unit.last)
    if place is None or said is None:
        return []
    has_verb = any(unit.bit(i) & VERB and not unit.bit(i) & CAPITAL for i in range(colon + 1, unit.last))
    sure = headline_speaker(text[place[0] : place[1]], has_verb)
    if not sure:
        return []
    return [
        Quotation(
            "Indirect",
            (said,),
            place,
            None,
            unit.span(0, colon + 1),
            "headline with a speaker before the colon",
            sure,
        )
    ]
