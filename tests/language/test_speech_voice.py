import pytest

from wortwahl.errors import InputError
from wortwahl.language.speech import Stretch, is_negated, quotations_of, stretches, voice_at

COLUMNS = [
    "start",
    "end",
    "type",
    "voice",
    "quotation",
    "parent",
    "speaker",
    "speaker_start",
    "speaker_end",
    "cue",
    "cue_start",
    "cue_end",
    "frame_start",
    "frame_end",
    "evidence",
    "confidence",
]


def verdict(text: str, word: str, genre: str = ""):
    start = text.index(word)
    return voice_at(stretches(text, method="rules", genre=genre), start, start + len(word))


def test_a_stretch_has_the_columns_of_the_contract() -> None:
    assert list(Stretch._fields) == COLUMNS


def test_the_case_that_started_it() -> None:
    text = (
        'Die Hauptstadt schätze "die Hilfe" für "unsere begrenzte Sonderaktion im Süden", schrieb der '
        'Präsident vorab. Das Land hat den Angriffskrieg, in Nordstadt als "begrenzte Sonderaktion" '
        "bezeichnet, begonnen."
    )
    found = stretches(text, method="rules")
    first = text.index("Sonderaktion")
    second = text.index("Sonderaktion", first + 1)
    assert voice_at(found, first, first + 12)[:3] == ("direct", "", "der Präsident")
    assert voice_at(found, second, second + 12)[:3] == ("distanced", "newsroom", "Nordstadt")
    assert verdict(text, "Angriffskrieg").voice == "newsroom"


def test_rows_are_sorted_and_name_their_parent() -> None:
    text = "Er sagte, die Lage sei „so ernst wie nie“ gewesen."
    found = stretches(text, method="rules")
    assert [(s.start, -s.end) for s in found] == sorted((s.start, -s.end) for s in found)
    outer = next(s for s in found if s.type == "Indirect")
    inner = next(s for s in found if s.type == "Direct")
    assert (outer.parent, inner.parent) == (-1, outer.quotation)


def test_parts_of_an_interrupted_quotation_share_their_number() -> None:
    text = "„Am Ende“, so der Minister, „zahlen unsere Enkel.“"
    parts = [s for s in stretches(text, method="rules") if s.type == "Direct"]
    assert len(parts) == 2
    assert parts[0].quotation == parts[1].quotation
    assert {s.speaker for s in parts} == {"der Minister"}


def test_a_report_in_the_author_s_words_counts_as_the_author_s() -> None:
    text = "Der Minister verurteilte den Überfall."
    assert [s.voice for s in stretches(text, method="rules")] == ["newsroom"]
    assert verdict(text, "Überfall").voice == "newsroom"


def test_places_point_at_what_they_name() -> None:
    text = "Die Stadt Köln sei gefährdet, sagte Bürgermeisterin Ärmel."
    (one,) = stretches(text, method="rules")
    assert text[one.speaker_start : one.speaker_end] == one.speaker == "Bürgermeisterin Ärmel"
    assert text[one.cue_start : one.cue_end] == one.cue == "sagte"
    assert text[one.frame_start : one.frame_end] == ", sagte Bürgermeisterin Ärmel"
    assert 0 < one.confidence <= 1


def test_a_pronoun_is_the_nearest_fitting_name() -> None:
    text = "Das reiche nicht, sagte Ministerin Lena Birke. Man brauche mehr, sagte sie."
    assert verdict(text, "mehr").speaker == "Ministerin Lena Birke"


def test_no_text_no_rows() -> None:
    assert stretches("", method="rules") == []
    assert voice_at([], 0, 0).voice == "newsroom"


def test_auto_without_weights_is_the_rules() -> None:
    text = "Das sei falsch, sagte er."
    assert quotations_of(text, method="rules")
    assert stretches(text, method="auto")


@pytest.mark.parametrize(("method", "genre"), [("magic", ""), ("rules", "poem")])
def test_unknown_parameters_are_errors(method: str, genre: str) -> None:
    with pytest.raises(InputError):
        stretches("Text", method=method, genre=genre)


def test_the_chain_of_evidence_does_not_grow() -> None:
    found = stretches("Er sei krank. " * 50, method="rules")
    assert all(len(s.evidence) < 120 for s in found)


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("Das ist kein Überfall, sondern eine Übung.", "Überfall", True),
        ("Das ist kein Überfall, sondern eine Übung.", "Übung", False),
        ("Nicht zuletzt der Überfall kostet Geld.", "Überfall", False),
        ("Er will nicht von einem Überfall sprechen.", "Überfall", True),
        ("Einen Überfall gibt es nicht.", "Überfall", True),
        ("Nicht nur der Überfall kostet Geld.", "Überfall", False),
    ],
)
def test_denial(text: str, word: str, denied: bool) -> None:
    start = text.index(word)
    assert is_negated(text, start, start + len(word)) is denied
