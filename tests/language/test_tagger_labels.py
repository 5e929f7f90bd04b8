"""Labels and quotations: one way and back."""

import pytest

from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.rules import quotations
from wortwahl.language.tagger.attaching import attach, runs_of
from wortwahl.language.tagger.features import LONGEST, Page
from wortwahl.language.tagger.labels import Found, found_in, labels_of
from wortwahl.language.tagger.spans import quotations_in


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ([], []),
        (["O", "O"], []),
        (["I-Indirect"], [("Indirect", ((0, 1),))]),
        (["B-Indirect", "B-Indirect"], [("Indirect", ((0, 1),)), ("Indirect", ((1, 2),))]),
        (["B-Indirect", "G", "I-Indirect"], [("Indirect", ((0, 1), (2, 3)))]),
        (["B-Indirect", "G", "O", "I-Indirect"], [("Indirect", ((0, 1),)), ("Indirect", ((3, 4),))]),
        (["B-Indirect", "G", "B-Reported"], [("Indirect", ((0, 1),)), ("Reported", ((2, 3),))]),
        (["B-Reported", "I-FreeIndirect"], [("Reported", ((0, 1),)), ("FreeIndirect", ((1, 2),))]),
        (["G", "I-Indirect", "G"], [("Indirect", ((1, 2),))]),
    ],
)
def test_found_in(labels: list[str], found: list) -> None:
    assert found_in(labels) == [Found(*one) for one in found]


def test_labels_there_and_back() -> None:
    gold = [("Indirect", ((1, 3), (5, 6))), ("IndirectFreeIndirect", ((7, 9),)), ("Direct", ((2, 3),))]
    labels = labels_of(10, gold)
    assert labels[3:5] == ["G", "G"]
    assert found_in(labels) == [Found(*one) for one in gold[:2]]


def _page(text: str) -> Page:
    reading = Reading(text)
    return Page(reading, quotations(reading)[0])


def test_clauses_hold_no_signs_and_stand_in_order() -> None:
    page = _page("Er sagte, die Stadt sei (noch) frei; „Wir halten die Stadt bis zuletzt.“ Überm Fluß nicht.")
    words = page.reading.words
    assert [" ".join(words[c.lo : c.hi]) for c in page.clauses] == [
        "Er sagte",
        "die Stadt sei",
        "noch",
        "frei",
        "Wir halten die Stadt bis zuletzt",
        "Überm Fluß nicht",
    ]
    assert len(page.names) == len(page.clauses) == len(page.rule) == len(page.sentence)


def test_a_sentence_without_end_is_cut() -> None:
    page = _page("wort " * (3 * LONGEST))
    assert max(hi - lo for lo, hi in page.spans) <= LONGEST


def test_final_stop_belongs_to_free_indirect_speech_only() -> None:
    page = _page("Die Stadt sei frei. Er sagte, das sei so.")
    free = quotations_in(page, ["B-IndirectFreeIndirect", "O", "O"])[0][0]
    held = quotations_in(page, ["O", "O", "B-Indirect"])[0][0]
    words = page.reading.words
    assert words[free.parts[0][1] - 1] == "."
    assert words[held.parts[0][1] - 1] == "so"


def test_runs_of_a_role() -> None:
    roles = ["B-S", "I-S", "B-S", "C", "X", "O", "C"]
    assert runs_of(roles, 0, 7, "SX") == ((0, 2), (2, 3), (4, 5))
    assert runs_of(roles, 0, 7, "CX") == ((3, 5), (6, 7))


def test_frames_are_attached_where_they_touch() -> None:
    page = _page("Der Minister sagte, die Stadt sei frei. Sie werde es bleiben.")
    found = [Found("Indirect", ((4, 8),)), Found("IndirectFreeIndirect", ((9, 14),))]
    roles = ["B-S", "I-S", "C", "F", *["O"] * 10]
    held, free = attach(page, found, roles)
    assert (held.speaker, held.cue, held.frame) == (((0, 2),), ((2, 3),), ((0, 4),))
    assert (free.speaker, free.cue, free.frame) == (((0, 2),), (), ())
