"""The tagger at work: from what the rules found to what rules and tagger together say."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wortwahl.language.speech.people import is_body, is_person, names_in
from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.runs import certain_forms
from wortwahl.language.speech.speakers import is_pronoun
from wortwahl.language.speech.stretch import VOICES, Quotation
from wortwahl.language.speech.words import KONJ1
from wortwahl.language.tagger.attaching import Attached, attach
from wortwahl.language.tagger.context import context_keys, context_names
from wortwahl.language.tagger.decoding import Chain
from wortwahl.language.tagger.features import Page
from wortwahl.language.tagger.labels import Found
from wortwahl.language.tagger.marks import mark_names, outer_marks
from wortwahl.language.tagger.roles import chosen, role_scores, role_tokens
from wortwahl.language.tagger.spans import quotations_in
from wortwahl.language.tagger.weights import Weights, find, read

_SURE = 0.7  # a rule that is as sure as this keeps what the tagger does not see
_ALONE = 0.6  # the tagger must be as sure as this of what no rule sees
# An Annahme says nothing; bodies that end so (Regierung, Organisation) are known by name.
_ABSTRACT = re.compile(r"(?:ung|heit|keit|tion|tät|nahme|ismus)(?:en)?$")
_DOUBT = 0.6  # confidence is multiplied by this where rules and tagger name different voices


class Tagged(NamedTuple):
    """What the tagger says of a text: quotations in tokens, with roles and with a probability each."""

    found: list[Found]
    attached: list[Attached]
    chances: list[float]


def revise(reading: Reading, rules: list[Quotation]) -> list[Quotation]:
    """Return the quotations of a text as rules and tagger together see them.

    Parameters
    ----------
    reading : Reading
        The text.
    rules : list of Quotation
        What the rules found.

    Returns
    -------
    list of Quotation
        Sorted by start. Without weights, or in an empty text, what the rules found.

    Notes
    -----
    The training texts are of one kind, the rules are not: what a rule is sure of stays, and the tagger alone
    must be sure itself. Both thresholds were chosen by cross-validation. The evidence is "tagger" with what
    the rules saw there, "tagger" alone, or the rule's with the note that the tagger does not see it.
    Confidence is the mean probability of the labels, lower where rules and tagger name different voices.
    """
    path = find()
    if path is None or not reading.words:
        return rules
    page = Page(reading, rules)
    if not page.clauses:
        return rules
    tagged = tag_page(page, rules, read(path))
    return merged(page, rules, tagged)


def tag_page(page: Page, rules: Sequence[Quotation], weights: Weights) -> Tagged:
    """Return what the tagger says of a page."""
    first, second = weights.first, weights.second
    both = weights.both.scores(page.names)
    split = len(first.labels)
    labels = [first.labels[n] for n in first.best(both[:, :split])]
    scores = (
        both[:, split:]
        + second.kept("context", context_keys(page, labels), lambda key: [context_names(key)])[:, 0]
    )
    labels, sure = clause_labels(second, scores)
    found, chances = in_order(
        *reported_speech(page, labels, sure), *direct_speech(page, rules, labels, weights.marks)
    )
    roles = token_roles(page, rules, found, labels, weights.roles)
    return Tagged(found, attach(page, found, roles), chances)


def clause_labels(chain: Chain, scores: np.ndarray) -> tuple[list[str], list[float]]:
    """Return the label of each clause and its probability."""
    best = chain.best(scores)
    sure = chain.chances(scores)[np.arange(len(best)), best]
    return [chain.labels[n] for n in best], sure.tolist()


def reported_speech(
    page: Page, labels: Sequence[str], sure: Sequence[float]
) -> tuple[list[Found], list[float]]:
    """Return the quotations that labels of clauses stand for, each with their mean probability."""
    pairs = quotations_in(page, labels)
    return [one for one, _ in pairs], [float(np.mean([sure[n] for n in numbers])) for _, numbers in pairs]


def in_order(
    reported: list[Found], sure: list[float], direct: list[Found], direct_sure: list[float]
) -> tuple[list[Found], list[float]]:
    """Return both layers as one, sorted by start, the longer first."""
    pairs = sorted(
        zip(reported + direct, sure + direct_sure, strict=True),
        key=lambda pair: (pair[0].parts[0][0], -pair[0].parts[-1][1]),
    )
    return [one for one, _ in pairs], [chance for _, chance in pairs]


def direct_speech(
    page: Page, rules: Sequence[Quotation], labels: Sequence[str], chain: Chain
) -> tuple[list[Found], list[float]]:
    """Return what is speech of all that stands in marks, with its probability."""
    rows = mark_names(page, rules, labels)
    if not rows:
        return [], []
    scores = chain.scores(rows)
    sure = chain.chances(scores)
    starts = page.reading.starts
    found: list[Found] = []
    chances: list[float] = []
    for number, (quote, label) in enumerate(zip(outer_marks(page), chain.best(scores), strict=True)):
        place = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        if chain.labels[label] == "Direct" and place[1] > place[0]:
            found.append(Found("Direct", (place,)))
            chances.append(float(sure[number, label]))
    return found, chances


def token_roles(
    page: Page, rules: Sequence[Quotation], found: Sequence[Found], labels: Sequence[str], chain: Chain
) -> list[str]:
    """Return the role of each token."""
    roles = ["O"] * len(page.reading.words)
    sentences = chosen(page, found)
    if not sentences:
        return roles
    tokens = role_tokens(page, rules, found, labels, sentences)
    best = chain.best_of_many(role_scores(tokens, chain), tokens.sizes)
    at = 0
    for k, size in zip(sentences, tokens.sizes, strict=True):
        lo, hi = page.spans[k]
        roles[lo:hi] = [chain.labels[n] for n in best[at : at + size]]
        at += size
    return roles


def merged(page: Page, rules: Sequence[Quotation], tagged: Tagged) -> list[Quotation]:
    """Return what rules and tagger together say, sorted by start.

    1. what the tagger finds and a rule too: the tagger's type and place; the rule's speaker where it has one
    2. what the tagger finds alone, where it is sure
    3. reported speech that a sure rule finds alone, also in place of what the tagger takes for a mere report
    """
    reading = page.reading
    spans = [(q.parts[0][0], q.parts[-1][1], q) for q in rules if q.type != "Distanced"]
    starts = [a for a, _, _ in spans]
    longest = max((b - a for a, b, _ in spans), default=0)
    answers: list[Quotation] = []
    covered: list[tuple[int, int]] = []
    for one, who, chance in zip(tagged.found, tagged.attached, tagged.chances, strict=True):
        parts = tuple(reading.place(lo, hi) for lo, hi in one.parts)
        start, end = parts[0][0], parts[-1][1]
        near = spans[bisect_left(starts, start - longest) : bisect_left(starts, end)]
        seen = _same(one.type, start, end, near)
        if seen is None and one.type != "Direct" and (chance < _ALONE or _no_report(page, one)):
            continue
        answers.append(_quotation(reading, one, who, chance, parts, seen))
        if VOICES[one.type] == "indirect":
            covered.append((start, end))
    kept = [
        q._replace(evidence=f"{q.evidence}; not the tagger", confidence=q.confidence * _DOUBT)
        for a, b, q in spans
        if q.type in ("Indirect", "IndirectFreeIndirect") and q.confidence >= _SURE and _free(a, b, covered)
    ]
    places = [(q.parts[0][0], q.parts[-1][1]) for q in kept]
    answers = [
        q for q in answers if q.type != "Reported" or _free(q.parts[0][0], q.parts[-1][1], places)
    ] + kept
    answers.sort(key=lambda q: (q.parts[0][0], -q.parts[-1][1]))
    return answers


def _no_report(page: Page, one: Found) -> bool:
    """Whether every subjunctive of a sentence is one that reports nothing: "Man nehme 500 Gramm Mehl"."""
    if one.type != "IndirectFreeIndirect":
        return False
    units = page.reading.units
    lo, hi = one.parts[0][0], one.parts[-1][1]
    unit = units[max(bisect_right(units, lo, key=lambda u: u.lo) - 1, 0)]
    if hi > unit.hi or not unit.union & KONJ1:
        return False
    return not certain_forms(unit)


def _free(start: int, end: int, covered: list[tuple[int, int]]) -> bool:
    """Whether none of the places, which are sorted and overlap at most their neighbour, meets this one."""
    at = bisect_left(covered, (end, 0))
    return all(b <= start for _, b in covered[max(at - 3, 0) : at])


def _same(kind: str, start: int, end: int, near: list[tuple[int, int, Quotation]]) -> Quotation | None:
    """The rules' quotation at a place: one in the same layer (direct or not) that shares at least half."""
    best, chosen_one = 0.5, None
    for a, b, q in near:
        shared = (min(b, end) - max(a, start)) / max(b - a, end - start, 1)
        if (q.type == "Direct") == (kind == "Direct") and shared >= best:
            best, chosen_one = shared, q
    return chosen_one


def _quotation(
    reading: Reading,
    one: Found,
    who: Attached,
    chance: float,
    parts: tuple[tuple[int, int], ...],
    seen: Quotation | None,
) -> Quotation:
    evidence = f"tagger; {seen.evidence}" if seen else "tagger"
    if seen is None or VOICES[seen.type] != VOICES[one.type]:
        chance *= _DOUBT
    speaker = reading.place(*who.speaker[0]) if who.speaker else None
    if seen and seen.speaker:
        speaker = seen.speaker  # by cross-validation: the rules name the right head word more often
    elif speaker and not _can_speak(reading.text[slice(*speaker)]):
        speaker = None
    cue = reading.place(*max(who.cue, key=_length)) if who.cue else None
    # Where a rule saw a source ("Beobachtern zufolge") its cue is the word that names it, not the verb.
    if seen and seen.cue and seen.evidence.startswith("frame"):
        cue = seen.cue
    frame = reading.place(*max(who.frame, key=_length)) if who.frame else None
    if seen and frame is None and not one.type.endswith("FreeIndirect") and one.type != "Reported":
        frame, cue = seen.frame, cue or seen.cue
    return Quotation(one.type, parts, speaker, cue, frame, evidence, min(chance, 0.99))


def _can_speak(phrase: str) -> bool:
    """Whether a phrase can be somebody: a pronoun, a person, a body, a name; not "sie weitere Missetaten"."""
    if is_pronoun(phrase):
        return True
    words = names_in(phrase)
    if not words or is_pronoun(phrase.split()[0]):
        return False
    return is_person(phrase) or is_body(phrase) or not _ABSTRACT.search(words[-1])


def _length(run: tuple[int, int]) -> int:
    return run[1] - run[0]
