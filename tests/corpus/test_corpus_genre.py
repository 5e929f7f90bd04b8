"""Genres, rule by rule."""

import pytest

from wortwahl.corpus.genre import Article, genre_of
from wortwahl.corpus.schema import GENRES

TEXT = "Die Minister tagen in Genf. Ein Ergebnis gibt es nicht."
TALK = (
    "Ein Gespräch über Panzer.\n\nTagblatt: Herr Seebacher, ist das ein Wendepunkt?\n\nSeebacher: Eher ein "
    "Gradmesser.\n\nTagblatt: Und nun?\n\nSeebacher: Nun wird gewartet."
)


def article(**given):
    return Article(**{"title": "Gipfel in Genf", "text": TEXT, "outlet": "Bote", **given})


@pytest.mark.parametrize(
    ("given", "genre"),
    [
        ({}, "report"),
        ({"section": "Politik"}, "report"),
        ({"section": "Meinung"}, "commentary"),
        ({"section": "Meinung & Debatte"}, "commentary"),
        ({"section": "Leitartikel"}, "commentary"),
        ({"title": "Kommentar: Zu spät"}, "commentary"),
        ({"title": "Kommentar zur Lage"}, "commentary"),
        ({"title": "Zu spät – ein Kommentar"}, "commentary"),
        ({"title": "Zu spät. Ein Kommentar von Anna Beispiel"}, "commentary"),
        ({"title": "Zu spät | Kommentar"}, "commentary"),
        ({"title": "Glosse: Mein Nachbar"}, "commentary"),
        ({"url": "https://bote.example/meinung/zu-spaet"}, "commentary"),
        ({"title": "Kommentar des Ministers löst Streit aus"}, "report"),
        ({"title": "Die Kommentarfunktion: ein Problem"}, "report"),
        ({"title": "Essayband erscheint"}, "report"),
        ({"section": "Interview"}, "interview"),
        ({"title": "Interview: „Wir warten“"}, "interview"),
        ({"title": "Interview mit der Ministerin gibt Rätsel auf"}, "report"),
        ({"title": "„Mein Thema ist Freiheit“ – Interview mit Anna Beispiel"}, "interview"),
        ({"text": TALK}, "interview"),
        ({"questions": 3}, "interview"),
        ({"questions": 2}, "report"),
        ({"url": "https://bote.example/politik/interview/anna"}, "interview"),
        ({"section": "Gastbeitrag"}, "guest"),
        ({"title": "Gastkommentar: Den Stuhl freihalten"}, "guest"),
        ({"section": "Meinung", "title": "Gastbeitrag: Den Stuhl freihalten"}, "guest"),
        ({"author": "Gastbeitrag von Anna Beispiel"}, "guest"),
        ({"section": "Leserbriefe"}, "letter"),
        ({"title": "Briefe an die Redaktion"}, "report"),
        ({"section": "Briefe an die Redaktion"}, "letter"),
        ({"outlet": "tagesschau.de (Liveblog)"}, "liveblog"),
        ({"section": "Newsticker"}, "liveblog"),
        ({"title": "Liveblog: Krieg gegen die Ukraine"}, "liveblog"),
        ({"title": "Ukraine-Ticker: Kiew meldet Angriffe"}, "liveblog"),
        ({"url": "https://bote.example/ukraine-liveblog-104.html"}, "liveblog"),
        ({"text": "18:42 Uhr: Das Parlament hat ein Gesetz verabschiedet."}, "liveblog"),
        ({"text": "09:10\n\nErstens.\n\n09:20\n\nZweitens.\n\n10:01\n\nDrittens."}, "liveblog"),
        ({"text": "Um 18:42 Uhr: Das Parlament hat abgestimmt."}, "report"),
        ({"outlet": "Bundestag/SPD"}, "speech"),
        ({"orator": True}, "speech"),
        ({"text": "Herr Präsident! Meine Damen und Herren!"}, "speech"),
        ({"text": "Sehr geehrte Frau Präsidentin! Liebe Kolleginnen und Kollegen!"}, "speech"),
        ({"text": "Herr Präsident Beispiel kam nach Genf. Er blieb lange und schwieg über alles!"}, "report"),
    ],
)
def test_rules(given, genre):
    assert genre_of(article(**given)) == genre


def test_a_bare_text_has_no_genre():
    bare = Article(title="", text=TEXT, dated=False)
    assert genre_of(bare) == ""
    assert genre_of(bare._replace(dated=True)) == "report"
    assert genre_of(bare._replace(outlet="Bote")) == "report"


SAID = {"report": "report", "Commentary": "commentary", "Leserbrief": "letter", "Kommentar": "commentary"}


@pytest.mark.parametrize(
    ("given", "genre"), [*SAID.items(), ("Gedicht", ""), (" ", "commentary"), ("speech", "speech")]
)
def test_what_the_file_says_wins(given, genre):
    assert genre_of(article(section="Meinung"), given) == genre
    assert genre in GENRES


def test_lines_with_places_are_no_interview():
    text = "\n\n".join(
        f"{place}: In der Stadt blieb es ruhig." for place in ("Kiew", "Odessa", "Cherson", "Kiew")
    )
    assert genre_of(article(text=text)) == "report"
