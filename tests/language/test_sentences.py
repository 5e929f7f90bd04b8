from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.language.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("Er kam. Sie ging.", ["Er kam.", "Sie ging."]),
        ("Dr. Meier kam am 24. Februar. Dann ging er.", ["Dr. Meier kam am 24. Februar.", "Dann ging er."]),
        ("Das gilt z. B. für Kiew. Nicht für Lwiw.", ["Das gilt z. B. für Kiew.", "Nicht für Lwiw."]),
        ("Im Jahr 2022. Der Krieg begann.", ["Im Jahr 2022.", "Der Krieg begann."]),
        ("Der 2. Weltkrieg endete 1945.", ["Der 2. Weltkrieg endete 1945."]),
        ("„Das reicht.“ Dann ging er.", ["„Das reicht.“", "Dann ging er."]),
        ("„Warum?“, fragte sie. Er schwieg.", ["„Warum?“, fragte sie.", "Er schwieg."]),
        ("»Nein!« Er ging.", ["»Nein!«", "Er ging."]),
        ("Titel ohne Punkt\n\nDer Text beginnt.", ["Titel ohne Punkt", "Der Text beginnt."]),
        ("Eine umbrochene\nzeile geht weiter.", ["Eine umbrochene\nzeile geht weiter."]),
        ("Um 20 Uhr. Der Ort ist leer.", ["Um 20 Uhr.", "Der Ort ist leer."]),
        ("J. Biden reiste ab. So war es.", ["J. Biden reiste ab.", "So war es."]),
        ("Ü-Wagen standen bereit. Äpfel nicht.", ["Ü-Wagen standen bereit.", "Äpfel nicht."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(max_size=300))
def test_sentences_are_in_order_and_lose_only_space(text: str) -> None:
    found = sentences(text)
    assert all(a < b for a, b in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    covered = "".join(text[a:b] for a, b in found)
    assert "".join(covered.split()) == "".join(text.split())
