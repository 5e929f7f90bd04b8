import pytest

from wortwahl.language.subjunctive import mood, subjunctive_forms
from wortwahl.language.verbs import indicative, infinitives, verb_forms


@pytest.mark.parametrize(
    "word", ["sei", "seien", "habe", "werde", "könne", "müsse", "gebe", "mitteile", "wisse"]
)
def test_konjunktiv_1(word: str) -> None:
    assert mood(word) == "I"


@pytest.mark.parametrize("word", ["wäre", "hätten", "würden", "käme", "gäbe", "bräuchte", "ließe", "stünde"])
def test_konjunktiv_2(word: str) -> None:
    assert mood(word) == "II"


@pytest.mark.parametrize(
    "word",
    ["sagte", "sagen", "ist", "dürfte", "möchte", "möge", "einige", "alle", "verwendete", "sollte", "tisch"],
)
def test_no_sign_of_reported_speech(word: str) -> None:
    assert mood(word) == ""


@pytest.mark.parametrize("word", ["leere", "gleiche", "sichere"])
def test_a_form_that_is_more_often_another_word_is_doubtful(word: str) -> None:
    assert mood(word) == "I?"


def test_no_form_is_also_a_plain_form_of_the_third_person() -> None:
    assert not set(subjunctive_forms()) & {"sagt", "sagte", "sagten", "geht", "ging"}
    assert len(subjunctive_forms()) > 3000


def test_the_verb_list_is_sorted_and_without_doubles() -> None:
    verbs = infinitives()
    assert list(verbs) == sorted(set(verbs))
    assert all(v.islower() and v.endswith("n") for v in verbs)


def test_separable_verbs_are_joined() -> None:
    assert "mitteilte" in indicative("mitteilen")
    assert "zurückzuweisen" in verb_forms().fused
