import pytest

from wortwahl.language.speech import stretches


def held(text: str) -> list[tuple[str, str]]:
    return [
        (text[s.start : s.end], s.speaker) for s in stretches(text, method="rules") if s.type == "Distanced"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die „Befreiung“ forderte Tote.", [("„Befreiung“", "")]),
        ("Die sogenannte Übung begann.", [("Übung", "")]),
        ("Der angebliche Angriff war keiner.", [("Angriff", "")]),
        ("Nordstadt bezeichnet das als Übung.", [("Übung", "Nordstadt")]),
        ("Was die Junta Übung nennt, ist Krieg.", [("Übung", "die Junta")]),
        ("Der Begriff Übung täuscht.", [("Übung", "")]),
        ("Im Jargon der Armee ist das eine Übung.", [("Übung", "der Armee")]),
    ],
)
def test_held_at_arm_s_length(text: str, expected: list[tuple[str, str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die Zeitung „Neues Blatt“ erschien.",
        "Er arbeitet als Arzt.",
        "Sie ergriff das Wort.",
        "Das Turnier wurde offiziell eröffnet.",
        "„Das ist falsch“, sagte er.",
    ],
)
def test_no_distance(text: str) -> None:
    assert held(text) == []
