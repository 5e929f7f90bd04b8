"""Clauses that depend on a verb or noun of saying: dass, ob, w-words, main clauses, infinitives.

A cue is found first (a verb of saying, thinking or demanding with its particle or auxiliary; a noun of
saying at the end of its clause), then what it introduces:

1. ", dass …", ", ob …", ", wer …": reported
2. ", er sei …": a main clause in the subjunctive; with the surest verbs also in the indicative
3. ", … zu …": an infinitive after a verb of demanding
4. "…, sagte er": the clause before, where the verb opens its own
5. "…. Das teilte er mit": the sentence before
"""

from wortwahl.language.speech.bounds import has_verb, is_subordinate, segment_of
from wortwahl.language.speech.complements import complement_end, kind_of
from wortwahl.language.speech.cues import Clause, Cue, cues, first_person, shows, speaker_behind, speaker_of
from wortwahl.language.speech.inserted import goes_on
from wortwahl.language.speech.nouns import after_nouns
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import CAPITAL, KONJ, KONJ_WEAK, SAY, SAY_CONTENT, SAY_STEM, VERB


def clauses(unit: Unit) -> list[Clause]:
    """Return what the cues of a sentence introduce.

    Parameters
    ----------
    unit : Unit
        The sentence.

    Returns
    -------
    list of Clause
        In the order of their cues; they may nest ("er sagte, sie habe verlangt, …").
    """
    segments = unit.segments
    found: list[Clause] = []
    taken: set[int] = set()
    for cue in cues(unit):
        if first_person(unit, cue) or shows(unit, cue):
            continue
        before = _fronted(unit, cue, segments)
        clause = _following(unit, cue, segments)
        if before and (before.hole or not clause or clause.evidence.startswith("main clause")):
            clause = before  # "Er sei müde, sagte Ahorn, und der Krieg geht weiter": no report
        if clause and clause.first not in taken:
            taken.add(clause.first)
            found.append(clause)
    for clause in after_nouns(unit, segments):
        if clause.first not in taken:
            taken.add(clause.first)
            found.append(clause)
    return found


def _following(unit: Unit, cue: Cue, segments: list[tuple[int, int]]) -> Clause | None:
    number = segment_of(unit, cue.items[-1])
    end = segments[number][1]
    nxt = number + 1
    # "Meier, der Chef der Bahn, sagte": what follows the cue directly counts, an insertion is skipped
    skipped = 0
    while nxt < len(segments) and skipped < 2:
        a, b = segments[nxt]
        if unit.word(a - 1) not in (",", ":", "-", "–"):
            return None
        kind = kind_of(unit, cue, a, b, first_behind=nxt == number + 1 and cue.items[-1] == end - 1)
        if kind:
            stop = complement_end(unit, cue, nxt, segments, kind)
            speaker = speaker_of(unit, cue)
            shown = " … ".join(unit.word(i) for i in cue.items)
            rule, sure = _EVIDENCE[kind]
            return Clause(a, stop, cue, speaker, rule.format(cue=shown, word=unit.word(a)), sure)
        if not is_subordinate(unit, a, b) and has_verb(unit, a, b):
            return None
        nxt += 1
        skipped += 1
    return None


_EVIDENCE = {
    "content": ('clause with "{word}" after "{cue}"', 0.93),
    "question": ('indirect question with "{word}" after "{cue}"', 0.75),
    "konj": ('subjunctive after "{cue}"', 0.95),
    "plain": ('main clause after "{cue}"', 0.7),
    "infinitive": ('infinitive after "{cue}"', 0.8),
}


def _fronted(unit: Unit, cue: Cue, segments: list[tuple[int, int]]) -> Clause | None:
    """ "Er sei krank, sagte der Sprecher": the verb opens its segment, the clause before is reported."""
    if cue.kind == "demanding" and not unit.bit(cue.items[0]) & (SAY | SAY_STEM):
        return None
    number = cue.segment
    first, end = segments[number]
    if not number or unit.word(first - 1) not in (",", "-", "–"):
        return None
    opening = unit.word(first)
    anaphor = opening in ("das", "dies", "so") and cue.finite == first + 1
    if cue.finite != first and not anaphor:
        return None
    begin = 0
    for a, _ in segments[:number]:
        if unit.word(a - 1) in (";", ":") and a:
            begin = a
    before = range(begin, first - 1)
    finite = [i for i in before if unit.bit(i) & VERB and not unit.bit(i) & CAPITAL]
    konj = any(unit.bit(i) & KONJ for i in before)
    if not konj and not finite:
        # "Die Lage bessere sich, meinte er": beside a verb of saying a doubtful form is a subjunctive
        weak = [i for i in before if unit.bit(i) & KONJ_WEAK and i > begin and unit.bit(i - 1) & CAPITAL]
        finite = weak[:1]
        konj = bool(weak)
    quotes = any(unit.is_quote(i) for i in before)
    if not finite and not quotes:
        return _inserted(unit, cue, begin, first, end)
    if not konj and not quotes and cue.kind == "thinking" and not unit.bit(cue.finite) & SAY:
        return None
    # "Der Mann, der krank war, sagte", "Wenn es regnet, droht Hochwasser": no main clause stands before
    main = any(
        has_verb(unit, a, b) and not is_subordinate(unit, a, b) for a, b in segments[:number] if a >= begin
    )
    if not konj and not main and not unit.is_quote(begin) and not unit.bit(begin) & SAY_CONTENT:
        return None
    speaker = speaker_behind(unit, cue, end)
    shown = " … ".join(unit.word(i) for i in cue.items)
    rule = "subjunctive before" if konj else "main clause before"
    sure = 0.95 if konj else 0.8
    more = goes_on(unit, cue, True) if konj or quotes else None
    if more:
        return Clause(begin, more[1], cue, speaker, f'{rule} "{shown}"', sure, (first, more[0]))
    return Clause(begin, first - 1, cue, speaker, f'{rule} "{shown}"', sure)


def _inserted(unit: Unit, cue: Cue, begin: int, first: int, end: int) -> Clause | None:
    """ "Ein Angriffskrieg, sagt sie, sei ein Verbrechen": the frame stands before the verb."""
    more = goes_on(unit, cue, False)
    speaker = speaker_behind(unit, cue, end)
    if more is None or not (speaker or unit.word(first) in _HEARSAY):
        return None
    shown = " … ".join(unit.word(i) for i in cue.items)
    return Clause(
        begin, more[1], cue, speaker, f'frame "{shown}" inside what was said', 0.85, (first, more[0])
    )


_HEARSAY = frozenset(("heißt", "hieß", "heiße", "heisst", "hiess", "heisse"))
