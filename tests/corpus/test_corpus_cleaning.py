"""Text in its one form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.corpus.cleaning import clean_line, clean_text, without_title

# What breaks cleaning in the wild, many times more often than hypothesis would find it by chance.
ODD = (
    "\u00ad",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00a0",
    "\u2009",
    "\u2028",
    "\x85",
    "\x08",
    "\ud800",
    "\uf0b7",
)
USUAL = (
    "\r\n",
    "\r",
    "\n",
    "\n\n",
    "a\u0308",
    "u",
    "\u0308",
    "Regie-",
    "rung",
    "Ä",
    " ",
    "  ",
    "\t",
    "- ",
    "„Ja“",
)
PIECES = st.sampled_from((*ODD, *USUAL, ".", ",", "1."))
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)


@given(TEXTS)
def test_clean_text_is_idempotent_and_in_form(text):
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    clean.encode("utf-8")  # no half of a surrogate pair is left
    assert not set(clean) & set("\r\t\u00ad\u200b\u200c\u200d\u2060\ufeff\u00a0\u2009\u2028\u0085")
    assert "\n\n\n" not in clean
    assert "  " not in clean
    for paragraph in clean.split("\n\n"):
        assert "\n" not in paragraph
        assert paragraph == paragraph.strip(" ")


@given(TEXTS)
def test_clean_line_is_one_line_and_idempotent(text):
    line = clean_line(text)
    assert clean_line(line) == line
    assert not set(line) & set("\n\r\t\u00a0\u00ad\u200b")


@given(TEXTS, TEXTS)
def test_without_title_is_idempotent_and_keeps_the_form(text, title):
    title = clean_line(title)
    rest = without_title(clean_text(text), title)
    assert without_title(rest, title) == rest
    assert clean_text(rest) == rest


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",))))
def test_letters_are_never_lost(text):
    kept = [
        char for char in unicodedata.normalize("NFC", text) if char.isalnum() and char not in "\u115f\u1160"
    ]
    assert [char for char in clean_text(text) if char.isalnum()] == kept


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("", ""),
        (" \n\t\r\n ", ""),
        ("Die Regie\u00adrung tagt.", "Die Regierung tagt."),
        ("Die Regie\u00ad\nrung tagt.", "Die Regierung tagt."),
        ("a\u0308rgern", "ärgern"),
        ("90\u00a0Prozent\u2009–\u202fmehr", "90 Prozent – mehr"),
        ("Ende.  \r\n\r\n\r\n  Anfang.", "Ende.\n\nAnfang."),
        ("Eins.\rZwei.", "Eins.\n\nZwei."),
        ("Eins.\u2028Zwei.\u2029Drei.", "Eins.\n\nZwei.\n\nDrei."),
        ("\ufeffAnfang", "Anfang"),
        ("Null\x00byte und \x08Rückschritt", "Nullbyte und Rückschritt"),
        ("halb \ud800 und", "halb \ufffd und"),
        ("„Zitat“ und »Zitat« und 'Zitat'", "„Zitat“ und »Zitat« und 'Zitat'"),
        ("<script>alert(1)</script> $x$ `y` =1+1", "<script>alert(1)</script> $x$ `y` =1+1"),
    ],
)
def test_clean_text(raw, clean):
    assert clean_text(raw) == clean


def test_clean_line_makes_one_spelling_of_an_outlet():
    assert (
        clean_line("Bundestag/BÜNDNIS\u00a090/DIE\n                    GRÜNEN")
        == "Bundestag/BÜNDNIS 90/DIE GRÜNEN"
    )


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("Gipfel in Wien\n\nEs begann.", "Gipfel in Wien", "Es begann."),
        ("GIPFEL IN WIEN!\n\nEs begann.", "Gipfel in Wien", "Es begann."),
        ("Gipfel in Wien\n\nGipfel in Wien\n\nEs begann.", "Gipfel in Wien", "Es begann."),
        ("Gipfel in Wien: Es begann.", "Gipfel in Wien", "Es begann."),
        ("Gipfel in Wien : Es begann.\n\nEnde.", "Gipfel in Wien", "Es begann.\n\nEnde."),
        ("Gipfel in Wien beginnt heute.", "Gipfel in Wien", "Gipfel in Wien beginnt heute."),
        ("Es begann.\n\nGipfel in Wien", "Gipfel in Wien", "Es begann.\n\nGipfel in Wien"),
        # The label of a turn is no title.
        ("Kolbinger: Ja.\n\nFrage: Nein?\n\nKolbinger: Doch.", "Kolbinger", None),
        ("Es begann.", "", "Es begann."),
        ("!!!\n\nEs begann.", "???", "!!!\n\nEs begann."),
    ],
)
def test_without_title(text, title, rest):
    assert without_title(text, title) == (text if rest is None else rest)
