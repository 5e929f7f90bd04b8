import pytest

from wortwahl.language.speech.people import genders, is_body, is_person


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("die Sprecherin", "f"),
        ("der Kanzler", "m"),
        ("das Amt", "n"),
        ("die Polizei", "f"),
        ("die Ärztinnen", "p"),
        ("Gerold Ahorn", "m"),
        ("Mareike Birke", "f"),
        ("ein Sprecher", "m"),
        ("das Ministerium", "n"),
        ("Müller und Meier", "p"),
        ("", ""),
    ],
)
def test_genders(phrase: str, expected: str) -> None:
    assert genders(phrase) == expected


@pytest.mark.parametrize("phrase", ["der Ökonom", "Kanzler Ahorn", "die Ärztin", "sieben Forscherinnen"])
def test_persons(phrase: str) -> None:
    assert is_person(phrase)


@pytest.mark.parametrize("phrase", ["die Regierung", "das Auto", "Nordstadt"])
def test_no_persons(phrase: str) -> None:
    assert not is_person(phrase)


def test_bodies() -> None:
    assert is_body("Die Regierung")
    assert not is_body("Die Wohnung")
