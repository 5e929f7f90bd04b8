"""Inflected forms: known words, compounds, names, and the case that tells a noun from a verb."""

import doctest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortwahl.language import inflection
from wortwahl.language.inflection import phrase_forms, spellings, surface_forms


def written(word: str) -> set[str]:
    return set().union(*(spellings(form) for form in surface_forms(word)))


def test_the_examples_run() -> None:
    assert doctest.testmod(inflection).failed == 0


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Angriffskrieg", "Angriffskrieg Angriffskriegs Angriffskrieges Angriffskriege Angriffskriegen"),
        ("Krieg", "Krieg Kriegs Krieges Kriege Kriegen"),
        ("Überfall", "Überfall Überfalls Überfälle Überfällen"),
        ("Einmarsch", "Einmarschs Einmarsches Einmärsche Einmärschen"),
        ("Spezialoperation", "Spezialoperation Spezialoperationen"),
        ("Ministerium", "Ministeriums Ministerien"),
        ("Thema", "Themas Themen"),
        ("Wunsch", "Wunsches Wünsche Wünschen"),
        ("Aggressor", "Aggressors Aggressoren"),
        ("Flüchtling", "Flüchtlings Flüchtlinge Flüchtlingen"),
        ("Haus", "Hauses Häuser Häusern"),
    ],
)
def test_a_known_noun_has_its_cases_and_plurals(word: str, wanted: str) -> None:
    assert set(wanted.split()) <= surface_forms(word)


def test_a_noun_with_an_umlaut_plural_gets_no_other_plural() -> None:
    assert "Überfallen" not in surface_forms("Überfall")


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Putinkrieg", "Putinkriegs Putinkrieges Putinkriege Putinkriegen"),
        ("Sonderoperation", "Sonderoperationen"),
        ("Blitzüberfall", "Blitzüberfalls Blitzüberfälle Blitzüberfällen"),
        ("Ukraine-Krieg", "Ukraine-Kriegs Ukraine-Krieges"),
        ("Ukraine-Krise", "Ukraine-Krisen"),
    ],
)
def test_an_unknown_compound_inflects_as_its_last_part(word: str, wanted: str) -> None:
    assert set(wanted.split()) <= surface_forms(word)


@pytest.mark.parametrize("word", ["Geflüchtete", "Vertriebene", "Abgeordneter", "Tote", "Schutzsuchende"])
def test_an_adjective_that_is_a_noun_keeps_its_endings(word: str) -> None:
    stem = word.removesuffix("r").removesuffix("e")
    assert {stem + ending for ending in ("e", "en", "er", "em")} <= surface_forms(word)


def test_rechte_is_not_recht_but_kriege_is_krieg() -> None:
    assert "Recht" not in surface_forms("Rechte")
    assert "Krieg" in surface_forms("Kriege")
    assert "Lieber" not in surface_forms("Liebe")


@pytest.mark.parametrize(
    ("name", "genitive"),
    [("Russland", "Russlands"), ("Putin", "Putins"), ("Kiew", "Kiews"), ("NATO", "Nato"), ("AfD", "AfDs")],
)
def test_a_name_has_a_genitive(name: str, genitive: str) -> None:
    assert genitive in surface_forms(name)


def test_a_made_form_is_not_another_word() -> None:
    assert "Tasse" not in surface_forms("Tass")


@pytest.mark.parametrize("word", ["militärisch", "militärische", "militärischen"])
def test_an_adjective_has_all_endings_whichever_is_given(word: str) -> None:
    endings = ("", "e", "en", "em", "er", "es")
    assert {f"militärisch{ending}" for ending in endings} <= surface_forms(word)


def test_an_adjective_with_a_changing_stem() -> None:
    assert {"hohe", "hohen"} <= surface_forms("hoch")
    assert {"teure", "teuren"} <= surface_forms("teuer")
    assert {"pro-russische", "pro-russischen"} <= surface_forms("pro-russisch")


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("angreifen", "angreift angriff angegriffen anzugreifen angreifend"),
        ("überfallen", "überfällt überfiel überfielen überfallene überfallenen"),
        ("einmarschieren", "einmarschiert einmarschierte einzumarschieren einmarschierenden"),
        ("befreien", "befreit befreite befreiten befreitem"),
        ("lieben", "liebt liebte geliebt"),
        ("führt", "führen führte geführt"),
    ],
)
def test_a_verb_has_its_finite_forms_participles_and_inner_zu(word: str, wanted: str) -> None:
    assert set(wanted.split()) <= surface_forms(word)


def test_an_adjective_in_en_is_no_verb() -> None:
    assert "offt" not in surface_forms("offen")
    assert {"offen", "offene", "offenes"} <= surface_forms("offen")


@pytest.mark.parametrize("word", ["in", "der", "gegen", "heute", "2022", "", "–"])
def test_what_does_not_inflect_stays_alone(word: str) -> None:
    assert surface_forms(word) == {word}


def test_a_phrase_inflects_word_by_word_and_keeps_its_function_words() -> None:
    operation = phrase_forms("militärische Spezialoperation")
    assert "militärischen" in operation[0]
    assert operation[1] == {"Spezialoperation", "Spezialoperationen"}
    assert phrase_forms("Krieg in der Ukraine")[1:3] == [{"in"}, {"der"}]


def test_noun_and_verb_do_not_meet() -> None:
    noun, verb = written("Überfall"), written("überfallen")
    assert not noun & verb
    assert {"ÜBERFALL", "Überfälle"} <= noun
    assert {"überfiel", "Überfiel", "ÜBERFIEL"} <= verb
    assert not {"Angriff", "ANGRIFF"} & written("angreifen")


def test_an_adjective_may_begin_a_sentence_though_it_is_also_a_noun() -> None:
    assert {"Militärische", "MILITÄRISCHE"} <= spellings("militärische")


def test_swiss_and_capital_spellings_of_sharp_s() -> None:
    assert spellings("Großangriff") == {"Großangriff", "Grossangriff", "GROSSANGRIFF", "GROẞANGRIFF"}
    assert "Großangriffe" in surface_forms("Grossangriff")
    assert "Maßnahmen" in surface_forms("Massnahme")


def test_a_lower_case_noun_of_an_author_is_still_the_noun() -> None:
    assert "Angriffskriegs" in surface_forms("angriffskrieg")


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=20))
def test_any_text_has_itself_as_a_form(word: str) -> None:
    # An author who writes "angriffskrieg" means the noun: only its case may change.
    assert word.casefold() in {form.casefold() for form in surface_forms(word)}
    assert word in spellings(word)
