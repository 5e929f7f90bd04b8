"""Gendered forms: which noun they are made of, and which forms a noun has."""

import pytest

from wortwahl.language.gendered import feminine_stems, gendered_forms, masculine_of
from wortwahl.language.lemmas import lemma


@pytest.mark.parametrize(
    "form",
    ["Soldat:innen", "Soldat*innen", "Soldat_innen", "SoldatInnen", "Soldat/innen", "Soldat/-innen",
     "Soldat:in", "SoldatIn", "Soldat/-in", "Soldaten*innen"],
)  # fmt: skip
def test_all_ways_are_one_lemma(form):
    assert masculine_of(form) == "Soldat"
    assert lemma(form) == "Soldat"


@pytest.mark.parametrize(
    ("form", "noun"),
    [
        ("Kolleg:innen", "Kollege"),
        ("Expert*innen", "Experte"),
        ("Zeug_innen", "Zeuge"),
        ("Genoss:innen", "Genosse"),
        ("ÄrztInnen", "Arzt"),
        ("Jüd:innen", "Jude"),
        ("Französ:innen", "Franzose"),
        ("Bäuer:innen", "Bauer"),
        ("Russ:innen", "Russe"),
        ("Anwält:innen", "Anwalt"),
        ("Flüchtlinge_innen", "Flüchtling"),
        ("Putinversteher:innen", "Putinversteher"),
        ("PutinversteherInnen", "Putinversteher"),
    ],
)
def test_the_noun_of_a_form(form, noun):
    assert masculine_of(form) == lemma(form) == noun


@pytest.mark.parametrize(
    "word", ["Soldatinnen", "Soldatin", "Berlin", "innen", "LinkedIn", "AIn", "drinnen", ""]
)
def test_other_words_are_no_gendered_forms(word):
    assert masculine_of(word) == ""


def test_soldatinnen_stay_a_word_of_their_own():
    assert lemma("Soldatinnen") == "Soldatin"


@pytest.mark.parametrize(
    ("noun", "stems"),
    [
        ("Migrant", {"Migrant"}),
        ("Kollege", {"Kolleg"}),
        ("Arzt", {"Ärzt"}),
        ("Jude", {"Jüd"}),
        ("Flüchtling", {"Flüchtling"}),
        ("Söldner", {"Söldner"}),
        ("Krieg", set()),
        ("Russland", set()),
        ("fliehen", set()),
        ("UN", set()),
    ],
)
def test_stems(noun, stems):
    assert feminine_stems(noun) == stems


def test_forms_use_the_plural_too_but_no_genitive():
    found = gendered_forms("Flüchtling", frozenset({"Flüchtling", "Flüchtlings", "Flüchtlinge"}))
    assert {"Flüchtling:innen", "Flüchtlinge_innen", "FlüchtlingInnen", "Flüchtling/-in"} <= found
    assert not any(form.startswith("Flüchtlings") for form in found)
    assert "Flüchtlinginnen" not in found
