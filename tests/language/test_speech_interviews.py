import pytest

from wortwahl.language.speech import stretches, voice_at
from wortwahl.language.speech.interviews import answers, headline_speaker


def voice(text: str, word: str, genre: str) -> str:
    start = text.index(word)
    return voice_at(stretches(text, method="rules", genre=genre), start, start + len(word)).voice


LABELLED = (
    "Frage: Wie ist der Wald?\n\nAntwort: Die Dürre ist schlimm.\n\n"
    "Frage: Und nun?\n\nAntwort: Wir pflanzen Eichen."
)
PLAIN = "Frau Birke, wie ist der Wald?\n\nDie Dürre ist schlimm.\n\nUnd nun?\n\nWir pflanzen Eichen."


@pytest.mark.parametrize("text", [LABELLED, PLAIN])
def test_answers_are_direct_speech(text: str) -> None:
    assert voice(text, "Dürre", "interview") == "direct"
    assert voice(text, "Eichen", "interview") == "direct"
    assert voice(text, "Wald", "interview") == "newsroom"


def test_a_label_is_the_speaker_and_no_part_of_the_answer() -> None:
    text = "Redaktion: Wie geht es?\n\nÖzlem Ahorn: Es geht gut."
    (one,) = answers(text, "interview")
    assert text[slice(*one.parts[0])] == "Es geht gut."
    assert text[slice(*one.speaker)] == "Özlem Ahorn"


def test_a_report_with_one_question_is_no_interview() -> None:
    assert answers("Warum?\n\nDie Dürre ist schlimm.", "") == []
    assert answers("Warum?\n\nDie Dürre ist schlimm.", "commentary") == []


@pytest.mark.parametrize("before", ["Kanzler", "Kreml", "Nato-Generalsekretär", "Jan Ahorn"])
def test_who_can_speak_before_a_colon(before: str) -> None:
    assert headline_speaker(before, True) > 0.5


@pytest.mark.parametrize("before", ["Hintergrund", "Köln", "Ukraine-Krieg", "Das Ergebnis", "Wetter", ""])
def test_what_cannot_speak(before: str) -> None:
    assert headline_speaker(before, True) == 0
