"""The tagger at work: from what the rules found to what rules and tagger together say."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.stretch import VOICES, Quotation
from wortwahl.language.tagger.attaching import Attached, attach
from wortwahl.language.tagger.context import context_keys, context_names
from wortwahl.language.tagger.decoding import Chain
from wortwahl.language.tagger.features import Page
from wortwahl.language.tagger.labels import Found
from wortwahl.language.tagger.marks import mark_names, outer_marks
from wortwahl.language.tagger.roles import chosen, role_scores, role_tokens
from wortwahl.language.tagger.spans import quotations_in
from wortwahl.language.tagger.weights import Weights, find, read

# What the training texts hardly have and the rules know by layout: it stays where the tagger sees nothing.
_OF_LAYOUT = ("source line", "headline")
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
    The evidence is "tagger", and behind it what the rules saw at the same place. Confidence is the mean
    probability of the labels (forward and backward), lower where the rules name another voice.
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
    best = second.best(scores)
    labels = [second.labels[n] for n in best]
    sure = second.chances(scores)
    found: list[Found] = []
    chances: list[float] = []
    for one, numbers in quotations_in(page, labels):
        found.append(one)
        chances.append(float(np.mean([sure[n, best[n]] for n in numbers])))
    speech, speech_chances = direct_speech(page, rules, labels, weights.marks)
    found, chances = found + speech, chances + speech_chances
    order = sorted(range(len(found)), key=lambda n: (found[n].parts[0][0], -found[n].parts[-1][1]))
    found = [found[n] for n in order]
    roles = token_roles(page, rules, found, labels, weights.roles)
    return Tagged(found, attach(page, found, roles), [chances[n] for n in order])


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
    """Return the tagger's quotations with what the rules saw there, and the rules' own of layout."""
    reading = page.reading
    spans = [(q.parts[0][0], q.parts[-1][1], q) for q in rules if q.type != "Distanced"]
    starts = [a for a, _, _ in spans]
    longest = max((b - a for a, b, _ in spans), default=0)
    answers: list[Quotation] = []
    for one, who, chance in zip(tagged.found, tagged.attached, tagged.chances, strict=True):
        parts = tuple(reading.place(lo, hi) for lo, hi in one.parts)
        start, end = parts[0][0], parts[-1][1]
        near = spans[bisect_left(starts, start - longest) : bisect_left(starts, end)]
        seen = _same(one.type, start, end, near)
        answers.append(_quotation(reading, one, who, chance, parts, seen))
    places = [(q.parts[0][0], q.parts[-1][1]) for q in answers]
    for one in rules:
        if one.evidence.startswith(_OF_LAYOUT):
            start, end = one.parts[0][0], one.parts[-1][1]
            if not any(a < end and start < b for a, b in places):
                answers.append(one)
    answers.sort(key=lambda q: (q.parts[0][0], -q.parts[-1][1]))
    return answers


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
    speaker = reading.place(*who.speaker[0]) if who.speaker else seen.speaker if seen else None
    cue = reading.place(*max(who.cue, key=_length)) if who.cue else None
    frame = reading.place(*max(who.frame, key=_length)) if who.frame else None
    if seen and frame is None and not one.type.endswith("FreeIndirect") and one.type != "Reported":
        frame, cue = seen.frame, cue or seen.cue
    return Quotation(one.type, parts, speaker, cue, frame, evidence, min(chance, 0.99))


def _length(run: tuple[int, int]) -> int:
    return run[1] - run[0]
