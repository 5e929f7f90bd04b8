import pytest

from wortwahl.language.speech.frames import frames
from wortwahl.language.speech.reading import Reading


def first(text: str) -> tuple[str, str]:
    unit = Reading(text).units[0]
    (frame,) = frames(unit)
    a, b = unit.span(frame.first, frame.end)
    who = unit.span(*frame.speaker) if frame.speaker else (0, 0)
    return text[a:b], text[who[0] : who[1]]


@pytest.mark.parametrize(
    ("text", "frame", "speaker"),
    [
        ("Laut Polizei wurde niemand verletzt.", "Laut Polizei", "Polizei"),
        ("Die Stadt ist laut dpa gefallen.", "laut dpa", "dpa"),
        (
            "Nach Angaben der Behörden starben zwei Menschen.",
            "Nach Angaben der Behörden",
            "Angaben der Behörden",
        ),
        ("Das ist seiner Meinung nach falsch.", "seiner Meinung nach", "seiner Meinung"),
        ("Behördenangaben zufolge brannte es.", "Behördenangaben zufolge", "Behördenangaben"),
        ("Das reiche nicht, so die Ministerin.", "so die Ministerin", "die Ministerin"),
        ("Wie die Polizei mitteilte, brannte es.", "Wie die Polizei mitteilte", "die Polizei"),
        ("Aus Sicht der Opposition ist das falsch.", "Aus Sicht der Opposition", "Sicht der Opposition"),
    ],
)
def test_frames(text: str, frame: str, speaker: str) -> None:
    assert first(text) == (frame, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Er rief laut und deutlich.",
        "Stimmen wurden laut.",
        "Nach dem Gespräch reiste er ab.",
        "Er war so müde, dass er schlief.",
        "Gemäß dem Gesetz ist das verboten.",
        "Auf der Suche nach Worten schwieg er.",
        "Danach ging er heim.",
    ],
)
def test_no_frames(text: str) -> None:
    assert frames(Reading(text).units[0]) == []
