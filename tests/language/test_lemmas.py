"""One lemma for the forms of a word, whatever else stands in the corpus."""

import pytest

from wortwahl.language.lemmas import lemma, lemmas
from wortwahl.language.stopwords import STOPWORDS


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["Angriffskrieg", "Angriffskriegs", "Angriffskrieges", "Angriffskriege"], "Angriffskrieg"),
        (["Spezialoperation", "Spezialoperationen"], "Spezialoperation"),
        (["russische", "russischen", "russischem"], "russisch"),
        (["Haus", "Häuser", "Häusern"], "Haus"),
        (
            ["Soldat:innen", "Soldat*innen", "Soldat_innen", "Soldat/-innen", "SoldatInnen", "Soldaten"],
            "Soldat",
        ),
        (["Kiew", "Kiews"], "Kiew"),
        (["ging", "gehen", "geht"], "gehen"),
    ],
)
def test_inflected_forms_share_a_lemma(forms: list[str], expected: str) -> None:
    assert lemmas(forms) == dict.fromkeys(forms, expected)


@pytest.mark.parametrize("word", ["Reuters", "Basis", "Campus", "Los", "Krebs", "Innen", "Überfall"])
def test_words_that_only_look_like_a_genitive_or_a_gendered_form_stay(word: str) -> None:
    assert lemma(word).lower() == word.lower()


def test_noun_and_verb_stay_apart() -> None:
    assert lemma("Überfall") != lemma("überfallen")


def test_function_words_are_there_and_content_is_not() -> None:
    assert {"der", "nicht", "würde", "wegen", "über"} <= STOPWORDS
    assert not {"krieg", "russland", "sagte", "laute", "angriff"} & STOPWORDS
    assert all(word == word.lower() for word in STOPWORDS)
