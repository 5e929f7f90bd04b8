"""German or something else."""

import pytest

from wortwahl.corpus.languages import language_of

GERMAN = (
    "Die Ministerin hat am Dienstag in Genf mit ihren Kollegen über die Lage gesprochen. Ein Ergebnis gab es "
    "nach Angaben der Gastgeber nicht, wohl aber die Zusage, im Herbst wieder zu tagen."
)
ENGLISH = (
    "The minister met her colleagues in Geneva on Tuesday to talk about the situation. There was no "
    "result, but all of them said that they would meet again in the autumn, which was more than expected."
)
DUTCH = (
    "De minister sprak dinsdag in Genève met haar collega's over de toestand. Er was geen resultaat, maar "
    "wel de toezegging dat ze in de herfst opnieuw bij elkaar zouden komen om verder te praten."
)
RUSSIAN = "Министр встретилась в Женеве с коллегами и обсудила положение на границе"


@pytest.mark.parametrize(
    ("text", "given", "language"),
    [
        (GERMAN, "", "de"),
        (ENGLISH, "", "other"),
        (DUTCH, "", "other"),
        (RUSSIAN, "", "other"),
        ("Kurz und gut.", "", "de"),
        ("", "", "de"),
        (ENGLISH, "de", "de"),
        (GERMAN, "en_US", "en"),
        (GERMAN, "Deutsch", "de"),
        (GERMAN, "DE-at", "de"),
        (GERMAN, "ger", "de"),
        (ENGLISH, "unbekannt", "other"),
    ],
)
def test_labels(text, given, language):
    assert language_of(text, given) == language
