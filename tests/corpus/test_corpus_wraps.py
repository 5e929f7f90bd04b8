"""Line ends that divide paragraphs, and those that do not."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.corpus.wraps import joined_lines

PROSE = (
    "Die Ministerinnen und Minister der beteiligten Länder haben sich am Dienstag in Genf getroffen, um "
    "über die Lage an der Grenze zu beraten. Nach Angaben der Gastgeber verlief das Gespräch ruhig. Ein "
    "Ergebnis gab es nicht, wohl aber die Zusage, im Herbst wieder zu tagen. Bis dahin soll eine Gruppe von "
    "Fachleuten Vorschläge machen, die alle Seiten tragen können."
)


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100, 120])
def test_text_wrapped_at_a_column_becomes_its_paragraphs(width):
    paragraphs = [PROSE, PROSE.replace("Genf", "Wien"), PROSE.replace("Dienstag", "Mittwoch")]
    lines = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs).split("\n")
    assert joined_lines(lines) == paragraphs


@pytest.mark.parametrize("width", [60, 72, 100])
def test_wrapped_text_without_blank_lines_breaks_at_short_lines(width):
    paragraphs = [PROSE, PROSE.replace("Genf", "Wien")]
    lines = "\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs).split("\n")
    assert " ".join(joined_lines(lines)) == " ".join(paragraphs)
    assert len(joined_lines(lines)) <= 3


def test_a_paragraph_a_line_stays_so():
    sentences = [f"{PROSE[:-1]} {n}." for n in range(5)]
    assert joined_lines(sentences) == sentences


@pytest.mark.parametrize(
    "lines",
    [
        # A subheading over its paragraph.
        ["Beziehungen wieder ausgebaut", PROSE, "USA: Grund zur Sorge", PROSE],
        # A dialogue.
        ["Frage: Kommt der Frieden?", "Antwort: Das weiß niemand.", "Frage: Warum nicht?", "Antwort: Eben."],
        # Lists with and without bullets.
        ["Wir fordern:", "- mehr Geld", "- mehr Zeit"],
        ["Sie aßen:", "zu viel Zucker", "zu wenig Gemüse", "viel zu spät"],
        ["1. Der erste Punkt", "2. Der zweite Punkt"],
        # Addresses.
        ["https://www.beispiel.example/eins", "https://www.beispiel.example/zwei"],
    ],
)
def test_lines_that_stand_by_themselves(lines):
    assert joined_lines(lines) == lines


@pytest.mark.parametrize(
    ("lines", "paragraph"),
    [
        (["Die Regie-", "rung tagt."], "Die Regierung tagt."),
        (["Der Ukraine-", "Krieg dauert an."], "Der Ukraine-Krieg dauert an."),
        (["Alle Vor-", "und Nachteile wurden abgewogen."], "Alle Vor- und Nachteile wurden abgewogen."),
        (["Was soll man sagen, wenn man nicht weiß,", "was man sagen soll?"], None),
        # Verse and drop capitals go on in small letters.
        (["Zwar", "gibt es in der Stadt ein Netz."], "Zwar gibt es in der Stadt ein Netz."),
    ],
)
def test_a_small_letter_goes_on(lines, paragraph):
    assert joined_lines(lines) == [paragraph or " ".join(lines)]


def test_blank_lines_make_open_ends_wraps_before_a_capital():
    lines = ["Der Präsident besuchte am Dienstag die", "Hauptstadt des Landes.", "", "Danach flog er heim."]
    assert joined_lines(lines) == [
        "Der Präsident besuchte am Dienstag die Hauptstadt des Landes.",
        "Danach flog er heim.",
    ]


def test_nineteen_hyphen_is_no_hyphenation():
    assert joined_lines(["Die Pandemie Covid-19-", "Folgen: keine."]) == [
        "Die Pandemie Covid-19-",
        "Folgen: keine.",
    ]


@given(st.lists(st.text(alphabet="aBä.-,: 1", max_size=12).map(str.strip), max_size=20))
def test_any_lines(lines):
    paragraphs = joined_lines(lines)
    assert all(paragraphs)
    assert joined_lines(paragraphs_apart(paragraphs)) == paragraphs


def paragraphs_apart(paragraphs):
    return "\n\n".join(paragraphs).split("\n")
