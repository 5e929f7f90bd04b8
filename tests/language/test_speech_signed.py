"""Quotations that are signed in brackets, and who cannot be a speaker."""

import pytest

from wortwahl.language.speech import stretches
from wortwahl.language.tagger.revise import _can_speak


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Krieg ist nichts als Wahnsinn und Grausamkeit.“ (Leo Tolstoi)", "Leo Tolstoi"),
        ("„Das Volk muss sich wehren, und zwar jetzt“ (Dr. Anna von Bergen).", "Dr. Anna von Bergen"),
        ("„Wir müssen handeln, ehe es zu spät ist“ (SPD).", ""),
        ("„Wir müssen handeln, ehe es zu spät ist“ (Foto: Anna Berg).", ""),
        ("„Wir müssen handeln, ehe es zu spät ist“ (siehe Seite 4).", ""),
        ("„Wir müssen handeln“, sagte die Ministerin.", "die Ministerin"),
    ],
)
def test_a_name_in_brackets_behind_a_quotation_signs_it(text: str, speaker: str) -> None:
    found = stretches(text, method="rules")
    assert [one.type for one in found] == ["Direct"]
    assert found[0].speaker == speaker
    if speaker:
        assert text[found[0].speaker_start : found[0].speaker_end] == speaker


@pytest.mark.parametrize("phrase", ["er", "Weidel", "die Regierung", "der Sprecher", "„Bild“"])
def test_who_can_speak(phrase: str) -> None:
    assert _can_speak(phrase)


@pytest.mark.parametrize("phrase", ["Annahme", "sie weitere Missetaten", "die Freiheit", "weiter"])
def test_who_cannot_speak(phrase: str) -> None:
    assert not _can_speak(phrase)
