import pytest

from wortwahl.language.speech.clauses import clauses
from wortwahl.language.speech.reading import Reading


def found(text: str) -> list[str]:
    unit = Reading(text).units[0]
    return [text[slice(*unit.span(c.first, c.end))] for c in clauses(unit)]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Er sagte, dass es regne.", "dass es regne"),
        ("Er sagte, es regne.", "es regne"),
        ("Es regne, sagte er.", "Es regne"),
        ("Die Behörde teilte am Montag mit, dass zwei Menschen starben.", "dass zwei Menschen starben"),
        ("Sie hat gefordert, die Grenze zu öffnen.", "die Grenze zu öffnen"),
        ("Die Forderung des Ministers, die Grenze zu öffnen, stieß auf Kritik.", "die Grenze zu öffnen"),
        ("Die Feuerwehr sagt, der Damm hält.", "der Damm hält"),
        ("Die Werte würden nicht überschritten, erklärte das Amt.", "Die Werte würden nicht überschritten"),
        ("Sie zeigte sich überzeugt, dass es gelingt.", "dass es gelingt"),
        ("Er gab zu bedenken, dass Öl knapp ist.", "dass Öl knapp ist"),
    ],
)
def test_reported_clauses(text: str, reported: str) -> None:
    assert found(text) == [reported]


@pytest.mark.parametrize(
    "text",
    [
        "Klar ist, dass es regnet.",
        "Das führte dazu, dass es regnete.",
        "Ich finde, dass es reicht.",
        "Der Mann, der krank war, sagte nichts.",
        "Es sei daran erinnert, dass er ging.",
        "Er kam, um zu helfen.",
    ],
)
def test_clauses_that_nobody_reports(text: str) -> None:
    assert found(text) == []
