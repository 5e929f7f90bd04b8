"""Heads of compounds, by hand."""

import pytest

from wortwahl.language.compounds import compound_heads


@pytest.mark.parametrize(
    ("word", "heads"),
    [
        ("Angriffskrieg", ["Krieg"]),
        ("Ukrainekrieg", ["Krieg"]),
        ("Ukraine-Krieg", ["Krieg"]),
        ("Stellvertreterkrieg", ["Krieg"]),
        ("Flüchtlingskrise", ["Krise"]),
        ("Staatsoberhaupt", ["Oberhaupt", "Haupt"]),
        ("Großstadt", ["Stadt"]),
        ("Wehrpflicht", ["Pflicht"]),
        ("Übergewinnsteuer", ["Steuer"]),
        ("CDU/CSU-Fraktion", ["Fraktion"]),
        ("Landsmann", ["Mann"]),
    ],
)
def test_heads(word, heads):
    assert compound_heads(word) == heads


@pytest.mark.parametrize(
    "word",
    [
        *(
            "Krieg",
            "Frieden",
            "Minister",
            "Partei",
            "Überfall",
            "Gegenteil",
            "Eindruck",
            "Vorschlag",
            "Nachfrage",
        ),
        *(
            "Studierende",
            "Vorsitzende",
            "Russland",
            "Bundestag",
            "Freitag",
            "Transport",
            "Hoffmann",
            "Präsident",
        ),
        *("angreifen", "kriegsmüde", "", "-", "A-", "-Krieg", "ÄÖÜ", "Aaaaaaaa", "Tsss"),
    ],
)
def test_no_compound(word):
    assert compound_heads(word) == []


@pytest.mark.parametrize("word", ["Wirtschaftspolitik", "Landwirtschaftspolitik", "Wochenende"])
def test_a_part_that_looks_like_another(word):
    assert "Wirtschaftspolitik" not in compound_heads(word)
