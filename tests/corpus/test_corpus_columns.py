"""Which column is which."""

import pytest

from wortwahl.corpus.columns import NAMES, checked_columns, folded, recognised
from wortwahl.errors import InputError


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (["date", "outlet", "title", "text", "url"], ["date", "outlet", "title", "text", "url"]),
        (["Datum", "Quelle", "Titel", "Volltext", "Link"], ["date", "outlet", "title", "text", "url"]),
        (["PUBLISH_DATE", "media_name", "Headline", "Body"], ["date", "outlet", "title", "text"]),
        (["published at", "Medium", "Überschrift", "Inhalt"], ["date", "outlet", "title", "text"]),
        (["Veröffentlicht", "Zeitung", "Schlagzeile", "Artikel"], ["date", "outlet", "title", "text"]),
        (
            ["Veroeffentlicht am", "Publication", "Ueberschrift", "Content"],
            ["date", "outlet", "title", "text"],
        ),
        (["erschienen", "site", "autor", "ressort"], ["date", "outlet", "author", "section"]),
        (["Byline", "Rubrik", "Sprache", "Genre"], ["author", "section", "language", "genre"]),
        (["Verfasser", "Kategorie", "Adresse", "pubDate"], ["author", "section", "url", "date"]),
    ],
)
def test_usual_names(header, found):
    assert list(recognised(header, {}).values()) == found
    assert list(recognised(header, {})) == header


def test_of_two_names_the_plainer_is_taken_and_the_other_left():
    assert recognised(["source", "outlet"], {}) == {"outlet": "outlet"}
    assert recognised(["body", "text", "content"], {}) == {"text": "text"}


def test_the_callers_mapping_comes_first():
    assert recognised(["text", "Beitrag"], {"Beitrag": "text"}) == {"Beitrag": "text"}
    assert recognised(["Titel"], {"Titel": "text"}) == {"Titel": "text"}


def test_a_mapping_for_a_column_that_is_not_there_changes_nothing():
    assert recognised(["text"], {"Beitrag": "text"}) == {"text": "text"}


def test_unknown_names_are_left_out():
    assert recognised(["Reichweite", "", "Seite"], {}) == {}


def test_each_alias_stands_for_one_column_only():
    owners = {}
    for ours, names in NAMES.items():
        for alias in names:
            assert owners.setdefault(folded(alias), ours) == ours


@pytest.mark.parametrize("wrong", [{"a": "txt"}, {"a": "id"}, {"a": "source"}, {"a": "story"}, {"a": ""}])
def test_unknown_targets_are_errors(wrong):
    with pytest.raises(InputError, match="cannot become"):
        checked_columns(wrong)


def test_one_target_twice_is_an_error():
    with pytest.raises(InputError, match="more than one"):
        checked_columns({"a": "text", "b": "text"})


def test_the_mapping_is_not_changed():
    columns = {"Beitrag": "text"}
    assert checked_columns(columns) == columns
    assert checked_columns(columns) is not columns
    assert checked_columns(None) == {}
