"""Reported speech as a table: columns, types, places, wrong parameters."""

import doctest

import pytest

from wortwahl.errors import InputError
from wortwahl.framing import find_speech, speech
from wortwahl.language.speech import Stretch

TEXT = """„Wir bleiben“, sagte die Bürgermeisterin von Müsterstadt. Die Straßen seien frei, hieß es.

Öl brennt."""


def test_the_examples_run() -> None:
    assert doctest.testmod(speech).failed == 0


def test_columns_and_types_are_the_same_with_and_without_speech() -> None:
    found, none = find_speech(TEXT, method="rules"), find_speech("Es regnet.", method="rules")
    assert list(found.columns) == list(Stretch._fields)
    assert found.dtypes.to_dict() == none.dtypes.to_dict()
    assert len(none) == 0
    assert len(find_speech("", method="rules")) == 0


def test_places_are_code_points_of_the_text_as_passed_in() -> None:
    for stretch in find_speech(TEXT, method="rules").itertuples():
        assert 0 <= stretch.start < stretch.end <= len(TEXT)
        if stretch.speaker_start >= 0:
            assert TEXT[stretch.speaker_start : stretch.speaker_end] == stretch.speaker
        if stretch.cue_start >= 0:
            assert TEXT[stretch.cue_start : stretch.cue_end] == stretch.cue


def test_voices_are_those_of_the_contract() -> None:
    found = find_speech(TEXT, method="rules")
    assert found["voice"].tolist()[:2] == ["direct", "indirect"]


@pytest.mark.parametrize(
    ("given", "wanted"), [({"method": "best"}, "rules"), ({"genre": "Kommentar"}, "genre")]
)
def test_a_wrong_parameter_is_an_error(given: dict, wanted: str) -> None:
    with pytest.raises(InputError, match=wanted):
        find_speech(TEXT, **given)
    with pytest.raises(InputError, match="text"):
        find_speech(None)
