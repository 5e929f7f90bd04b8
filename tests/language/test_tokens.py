"""Tokens: what is one word in German news, and what is not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.language.tokens import tokens, words


@pytest.mark.parametrize(
    "word",
    ["Ukraine-Krieg", "Soldat:innen", "Bürger*innen", "Lehrer_innen", "Bürger/-innen", "Lehrer/innen",
     "geht’s", "U-Boot", "G7-Gipfel", "Überfall", "Straßenbahn"],
)  # fmt: skip
def test_one_word_stays_one(word: str) -> None:
    assert words(f"Die {word} da.") == ["Die", word, "da"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Krieg“, sagt er.", ["„", "Krieg", "“", ",", "sagt", "er", "."]),
        ("Und/oder", ["Und", "/", "oder"]),
        ("2.500 Euro, 3,5 Prozent, 20:15 Uhr", ["2.500", "Euro", ",", "3,5", "Prozent", ",", "20:15", "Uhr"]),
        ("Ja – nein", ["Ja", "–", "nein"]),
        ("", []),
    ],
)
def test_marks_are_tokens_of_their_own(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in tokens(text)] == expected


@given(st.text())
def test_tokens_are_in_order_and_lose_no_sign(text: str) -> None:
    places = tokens(text)
    assert all(a < b for a, b in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    covered = {place for a, b in places for place in range(a, b)}
    assert all(sign.isspace() for place, sign in enumerate(text) if place not in covered)
