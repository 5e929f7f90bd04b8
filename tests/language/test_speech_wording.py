import pytest

from wortwahl.language.speech import stretches, voice_at


def far(text: str) -> list[tuple[str, str]]:
    found = stretches(text, method="rules")
    return [(text[s.start : s.end], s.speaker) for s in found if s.type == "Distanced"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie stritten über die Wörter Übung und Überfall.", [("Übung", ""), ("Überfall", "")]),
        ("Jahrelang war von der Übung die Rede.", [("der Übung", "")]),
        ("Niemand darf dort von einem Überfall sprechen.", [("einem Überfall", "")]),
        ("Das darf man nicht mehr Übung nennen.", [("Übung", "")]),
        ("Es hieß Übung.", [("Übung", "")]),
        ("Im Schloss hieß das Ganze Übung.", [("Übung", "Schloss")]),
        (
            "In Nordstadt nennt man Übung, was zerstört, und Befreiung, was tötet.",
            [("Übung", "Nordstadt"), ("Befreiung", "Nordstadt")],
        ),
        ("Wer den Krieg eine Übung nennt, der lügt.", [("Übung", "")]),
        ("Weshalb sagen Sie nicht neutral Übung?", [("Übung", "")]),
        ("Das Märchen vom großen Austausch hält sich.", [("großen Austausch", "")]),
        ("Einige Länder hätten lieber „Übung“ gelesen.", [("„Übung“", "Einige Länder")]),
    ],
)
def test_talk_about_a_word(text: str, expected: list[tuple[str, str]]) -> None:
    assert far(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Es hieß in Nordstadt, die Brücke sei zu.",
        "Von einem Überfall kann keine Rede sein.",
        "Der Minister will von einem Überfall sprechen.",
        "Sie ergriff das Wort im Saal.",
        "Er sagt am Montag aus.",
        "Die Theorie von Einstein gilt.",
        "Die Stadt heißt Nordstadt.",
    ],
)
def test_no_talk_about_a_word(text: str) -> None:
    assert far(text) == []


def test_a_word_rejected_in_reported_speech_is_another_s() -> None:
    text = "Ein Gast erklärte, es handle sich nicht um einen „Konflikt“, sondern um einen Krieg."
    verdict = voice_at(stretches(text, method="rules"), text.index("Konflikt"), text.index("Konflikt") + 8)
    assert (verdict.voice, verdict.within, verdict.speaker) == ("distanced", "indirect", "")


def test_a_doubted_word_is_that_of_whose_speech_is_reported() -> None:
    text = "Der Sprecher sagte, die „Übung“ laufe nach Plan."
    verdict = voice_at(stretches(text, method="rules"), text.index("Übung"), text.index("Übung") + 5)
    assert (verdict.voice, verdict.within, verdict.speaker) == ("distanced", "indirect", "Der Sprecher")
