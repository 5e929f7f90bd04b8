"""Text forms in which whole paragraphs are somebody's: interviews; and headlines with a speaker.

An interview is known by its genre, or by labels that alternate at the start of paragraphs. Its answers are
direct speech of the person interviewed; questions are the author's.
"""

import re
from collections import Counter

from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.wordlists import word_set

_PARAGRAPH = re.compile(r"\S(?:(?!\n[ \t\xa0]*\n).)*", re.DOTALL)
_LABEL = re.compile(r"([A-ZÄÖÜ][\w.'’/&-]*(?: [\w.'’&-]+){0,4}):\s+(?=\S)")
_ASKS = frozenset(
    [
        "frage",
        "redaktion",
        "interviewer",
        "interviewerin",
        "moderator",
        "moderatorin",
        "reporter",
        "reporterin",
    ]
)
_ANSWERS = frozenset(("antwort",))
# Who can speak before the colon of a headline: offices and institutions; and what never does.
_OFFICE = re.compile(
    r"(?i)(?:kanzler|minister|präsident|sekretär|chef|sprecher|vorsitzende[rn]?|gewerkschaft|verband|bürgermeister|experte|forscher|"
    r"expert|ökonom|professor|general|botschafter|bischof|papst|kreml|kommission|regierung|polizei|ministerium|institut|"
    r"trainer|beauftragte[rn]?|anwalt|politiker|bericht|medien|studie|umfrage|behörde|amt|zeuge|zeugen|opposition|"
    r"union|rat|kommissar|armee|militär|generalstab|geheimdienst|diplomat|berater)(?:in|innen|en|s|n)?$"
)
_BODIES = word_set(
    """
    Kreml Moskau Kiew Kyjiw Washington Brüssel Nato NATO EU UN UNO USA SPD CDU CSU FDP AfD Grüne Linke
    Papst WHO IAEA
    """
)
_TOPICS = word_set(
    """
    Hintergrund Wetter Analyse Kommentar Interview Meinung Bericht Überblick Liveblog Ticker Krieg
    Ergebnis Video Fotos Bilder Exklusiv Eilmeldung Update Korrektur Quelle Fazit Beispiel Grund Folge
    Thema Frage Antwort Fußball Sport Politik Wirtschaft Kultur Corona Umfrage Studie Köln Berlin
    Hamburg München Frankfurt Wien Zürich Leipzig Dresden Stuttgart Düsseldorf Bremen Hannover
    Deutschland Österreich Schweiz Russland Ukraine Frankreich Italien Spanien Polen Türkei China Israel
    Syrien Iran Irak Europa Afghanistan Bayern Sachsen Hessen Bundesliga Formel Tennis Tod Unfall Brand
    Klima Energie Rente Steuern Bahn Börse Lotto Wahl Wahlen Hinweis Achtung Stand Foto Ort Zeit
    """
)


def answers(text: str, genre: str) -> list[Quotation]:
    """Return the answers of an interview as direct speech.

    Parameters
    ----------
    text : str
        The text.
    genre : str
        "interview", or another genre: then only a text with labels of both sides is taken for one.

    Returns
    -------
    list of Quotation
        One a paragraph, without its label.
    """
    if genre not in ("interview", "", "report") or (genre != "interview" and "?" not in text):
        return []
    paragraphs = [(m.start(), m.start() + len(m.group().rstrip())) for m in _PARAGRAPH.finditer(text)]
    labels = [_LABEL.match(text, a, b) for a, b in paragraphs]
    named = Counter(m[1] for m in labels if m)
    asking = {
        m[1]
        for m, (a, b) in zip(labels, paragraphs, strict=True)
        if m and (m[1].lower() in _ASKS or text[b - 1] == "?")
    }
    asking -= {name for name in named if name.lower() in _ANSWERS}
    answering = set(named) - asking
    labelled = bool(asking and answering) and sum(named.values()) >= (2 if genre == "interview" else 6)
    if labelled and genre != "interview":
        labelled = (
            len(named) <= 5 and min(sum(named[n] for n in asking), sum(named[n] for n in answering)) >= 3
        )
    if labelled:
        return _labelled(text, paragraphs, labels, asking)
    return _alternating(text, paragraphs) if genre == "interview" else []


def _labelled(text: str, paragraphs: list, labels: list, asking: set[str]) -> list[Quotation]:
    found: list[Quotation] = []
    speaker: tuple[int, int] | None = None
    answered = False
    for match, (start, end) in zip(labels, paragraphs, strict=True):
        begin = start
        if match:
            answered = match[1] not in asking
            speaker = None if match[1].lower() in _ANSWERS else match.span(1)
            begin = match.end()
        if answered and end > begin:
            found.append(
                Quotation(
                    "Direct",
                    ((begin, end),),
                    speaker,
                    None,
                    match.span() if match else None,
                    "answer in an interview, label",
                    0.9,
                )
            )
    return found


def _alternating(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    found: list[Quotation] = []
    asked = False
    for start, end in paragraphs:
        if text[end - 1] in "?" or text[start:end].endswith(("?“", '?"', "?«", "?»")):
            asked = True
        elif asked:
            found.append(
                Quotation(
                    "Direct",
                    ((start, end),),
                    None,
                    None,
                    None,
                    "answer in an interview, after a question",
                    0.75,
                )
            )
    return found


def headline_speaker(before: str, has_verb: bool) -> float:
    """Return how sure it is that what stands before a headline's colon speaks: 0 where it does not.

    Examples
    --------
    >>> headline_speaker("Kanzler", True) > 0.7, headline_speaker("Hintergrund", True)
    (True, 0.0)
    """
    words = before.split()
    if not words or len(words) > 4:
        return 0.0
    last = words[-1]
    if last in _BODIES or _OFFICE.search(last) or (_OFFICE.search(words[0]) and len(words) > 1):
        return 0.8 if last not in _TOPICS else 0.0
    if any(w in _TOPICS for w in words) or "-" in last or not last[0].isupper():
        return 0.0
    # A bare name: only before a whole sentence, and no article before it ("Das Ergebnis: …")
    if (
        has_verb
        and all(w[0].isupper() for w in words)
        and words[0] not in ("Der", "Die", "Das", "Ein", "Eine")
        and len(words) <= 2
    ):
        return 0.55
    return 0.0
