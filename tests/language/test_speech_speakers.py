import pytest

from wortwahl.language.speech import stretches
from wortwahl.language.speech.speakers import is_female, is_pronoun


def who(text: str, title: str = "") -> list[str]:
    return [s.speaker for s in stretches(text, method="rules", title=title) if s.voice == "indirect"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kanzlerin Lena Birke reiste ab. Sie sagte, es werde kalt.", "Kanzlerin Lena Birke"),
        ("Minister Jan Ahorn reiste ab. Er sagte, es werde kalt.", "Minister Jan Ahorn"),
        ("Die NASA warnt. Er sagte, es werde kalt.", "Er"),
        ("Es werde kalt, sagte der Sprecher des Amts, Jan Ahorn.", "der Sprecher des Amts, Jan Ahorn"),
        ("Meier, der Chef der Bahn, sagte, es werde kalt.", "Meier, der Chef der Bahn"),
        ("Dazu sagte die Ministerin, es werde kalt.", "die Ministerin"),
    ],
)
def test_speaker(text: str, expected: str) -> None:
    assert who(text)[-1] == expected


def test_an_office_is_the_name_that_carries_it() -> None:
    text = "Es werde kalt, sagte Außenminister Jan Ahorn. Es werde dunkel, sagte der Minister."
    assert who(text) == ["Außenminister Jan Ahorn", "Außenminister Jan Ahorn"]


def test_a_name_in_the_title_comes_before_the_text() -> None:
    assert who("Es werde kalt, sagte sie.", title="Lena Birke warnt vor Frost") == ["Lena Birke"]


@pytest.mark.parametrize("name", ["die Ministerin", "Angela Birke", "Frau Ahorn", "die Sprecherin Öz"])
def test_women(name: str) -> None:
    assert is_female(name)


@pytest.mark.parametrize("name", ["Wladimir Putin", "Martin Ahorn", "Berlin", "der Minister"])
def test_a_name_that_ends_in_in_is_no_woman_s(name: str) -> None:
    assert not is_female(name)


def test_pronouns() -> None:
    assert is_pronoun("Sie")
    assert not is_pronoun("Siemens")
