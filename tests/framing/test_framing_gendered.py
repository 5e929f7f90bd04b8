"""A codebook's noun for people is found in its gendered forms too."""

import pytest

from wortwahl.framing.matching import Entry, compile_entries

TEXT = (
    "Die MigrantInnen, Migrant:innen, Migrant*innen, Migrant/-innen und Migrant_innen; "
    "Kolleg:innen und ÄrztInnen; Flüchtlinge_innen, Kriegsflüchtling:innen; Migrantinnen."
)
GENDERED = ["MigrantInnen", "Migrant:innen", "Migrant*innen", "Migrant/-innen", "Migrant_innen"]


def found(*terms: str, text: str = TEXT) -> list[str]:
    matcher = compile_entries(tuple(Entry(term, term) for term in terms))
    return [text[place.start : place.end] for place in matcher.find(text)]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Migrant", GENDERED),
        ("Migrant:innen", GENDERED),
        ("Migrant*innen", GENDERED),
        ("Migrantin", ["Migrantinnen"]),
        ("Kollege", ["Kolleg:innen"]),
        ("Arzt", ["ÄrztInnen"]),
        ("Flüchtling", ["Flüchtlinge_innen"]),
        ("*flüchtling", ["Flüchtlinge_innen", "Kriegsflüchtling:innen"]),
        ("Krieg", []),
    ],
)
def test_every_way_of_writing_is_found_whole(term, expected):
    assert found(term) == expected


def test_the_masculine_and_the_feminine_are_two_terms():
    assert found("Migrant", "Migrantin") == [*GENDERED, "Migrantinnen"]


def test_in_a_phrase():
    text = "Viele ukrainische Soldat*innen und ein ukrainischer Soldat."
    assert found("ukrainischer Soldat", text=text) == ["ukrainische Soldat*innen", "ukrainischer Soldat"]


def test_no_form_inside_a_longer_word():
    assert found("Migrant", text="MigrantInnenverein und Migrant:innenverein") == ["Migrant"]
