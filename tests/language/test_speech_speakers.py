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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever is nearest and fits: number by the verb, gender by article and noun
        ("Die Behörden reisten ab. Sie sagten, es werde kalt.", "Die Behörden"),
        ("Die Ökonomin Svea Birke traf Jan Ahorn. Es werde kalt, sagte sie.", "Die Ökonomin Svea Birke"),
        ("Das Amt lud ein. Es werde kalt, teilte es mit.", "Das Amt"),
        ("Dem widersprach ein Sprecher der Armee. Es werde kalt, sagte er.", "ein Sprecher der Armee"),
        # papers and words that stand for who was heard before
        ("Das Ministerium wehrte sich. Es werde kalt, hieß es in einer Mitteilung.", "Das Ministerium"),
        ("Zehn Dörfer schrieben einen Brief. In dem Brief heißt es, es werde kalt.", "Zehn Dörfer"),
        ("Die Feuerwehr hat nach eigenen Angaben zu viel Frost.", "Die Feuerwehr"),
        ("Nach Angaben der Polizei werde es kalt.", "der Polizei"),
        # offices, trades, bodies
        ("Politiker Jan Ahorn kam. Es werde kalt, sagte der Politiker.", "Politiker Jan Ahorn"),
        ("Die SPD tagte. Die Partei sagte, die SPD werde frieren.", "Die SPD"),
        ("Kanzler Jan Ahorn kam. Es werde kalt, sagte Ahorn.", "Kanzler Jan Ahorn"),
        ("Kanzler Jan Ahorn kam. Es werde kalt, sagte der Richter.", "der Richter"),
        # when and where stand before who
        ("Es werde kalt, sagte am Montag ein Fahrer.", "ein Fahrer"),
        ("Davor warnte wenig später eine Sprecherin. Es werde kalt, sagte sie.", "eine Sprecherin"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, expected: str) -> None:
    assert who(text)[-1] == expected


def test_the_place_of_the_speaker_is_where_the_name_stands() -> None:
    text = "Kanzlerin Lena Birke reiste ab. Sie sagte, es werde kalt."
    one = stretches(text, method="rules")[0]
    assert text[one.speaker_start : one.speaker_end] == one.speaker == "Kanzlerin Lena Birke"


def test_speech_without_a_speaker_is_of_who_was_heard_before() -> None:
    text = "„Es wird kalt“, sagte Lena Birke. „Sehr kalt sogar, und zwar bald.“"
    assert [s.speaker for s in stretches(text, method="rules")] == ["Lena Birke", "Lena Birke"]


def test_what_a_placard_says() -> None:
    found = stretches("Auf einem Plakat war zu lesen: „Frieden jetzt für alle!“", method="rules")
    assert [s.speaker for s in found] == ["einem Plakat"]


def test_the_guest_of_an_interview_without_labels() -> None:
    text = "Lena Birke forscht über Frost.\n\nFrau Birke, wird es kalt?\n\nJa, es wird kalt."
    found = stretches(text, method="rules", genre="interview")
    assert [s.speaker for s in found] == ["Lena Birke"]


def test_a_name_that_only_the_title_has_stands_where_the_pronoun_does() -> None:
    text = "Es werde kalt, sagte sie."
    one = stretches(text, method="rules", title="Lena Birke warnt vor Frost")[0]
    assert (one.speaker, text[one.speaker_start : one.speaker_end]) == ("Lena Birke", "sie")


def test_a_title_is_searched_once_however_long_the_text() -> None:
    text = "Es werde kalt, sagte sie. " * 2000
    found = stretches(text, method="rules", title="Lena Birke warnt vor Frost")
    assert {s.speaker for s in found} == {"Lena Birke"}
