import pytest

from wortwahl.language.speech import stretches, voice_at


def voice(text: str, word: str) -> str:
    at = text.index(word)
    return voice_at(stretches(text, method="rules"), at, at + len(word)).voice


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ein Angriffskrieg, sagt sie, sei ein Verbrechen.", "Angriffskrieg"),
        ("Ein Angriffskrieg, sagt sie, sei ein Verbrechen.", "Verbrechen"),
        ("Die Übung, versicherte der Sprecher, richte sich gegen niemanden.", "Übung"),
        ("Das koste viel, schreibt er in einer Studie, und die Hälfte sei hausgemacht.", "Hälfte"),
        ("Man führe keinen Krieg, räumte sie ein; doch das Ende rücke weg.", "Ende"),
        ("Vorerst, glaubt Ahorn, werde sich nichts ändern: Der Krieg habe seine Trägheit.", "Krieg"),
        ("Er sei krank, sagte Ahorn. Damit sei der Krieg im Dorf angekommen.", "Krieg"),
        ("Redner verwiesen darauf, dass der Krieg weitergehe.", "Krieg"),
        ("Die Kollegin hält dagegen, dass der Krieg weitergehe.", "Krieg"),
        ("Russland führe keinen Krieg, hiess es in Bern.", "Krieg"),
    ],
)
def test_speech_around_and_behind_its_frame(text: str, word: str) -> None:
    assert voice(text, word) == "indirect"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Vor dem Krieg lebten dort 900, zuletzt waren es nach Behördenangaben noch 100.", "Krieg"),
        ("Er sei müde, sagte Ahorn, und der Krieg geht weiter.", "Krieg"),
        ("Dort wird geübt, was darauf hinweist, dass ein Krieg droht.", "Krieg"),
        ("Damit ist Chile das achte Land im Krieg.", "Krieg"),
    ],
)
def test_what_the_frame_does_not_reach(text: str, word: str) -> None:
    assert voice(text, word) == "newsroom"


def test_the_parts_of_an_interrupted_sentence_are_one_quotation() -> None:
    found = stretches("Ein Krieg, sagt sie, sei ein Verbrechen.", method="rules")
    assert [s.quotation for s in found] == [0, 0]
    assert {s.cue for s in found} == {"sagt"}


def test_a_fragment_behind_a_frame_is_direct_speech() -> None:
    assert (
        voice("Man werde, hieß es in der Nacht, „das Land befrieden und befreien“.", "befrieden") == "direct"
    )
