"""News agencies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.corpus.agency import agency_of


@pytest.mark.parametrize(
    ("text", "author", "agency"),
    [
        ("KIEW (dpa) – Russische Truppen haben angegriffen.", "", "dpa"),
        ("Berlin (dpa) - Die Regierung zögert.", "", "dpa"),
        ("Moskau/Kiew (AFP/dpa) - Die Lage ist ernst.", "", "AFP/dpa"),
        ("Genf, 3. März (sda) – Der Gipfel endet.", "", "sda"),
        ("WIEN (APA/Reuters) — Die Minister tagen.", "", "APA/Reuters"),
        ("ISTANBUL (nordpress) – Russland und die Ukraine haben unterzeichnet.", "", "nordpress"),
        ("BERLIN (Reuters) +++ Eilmeldung.", "", "Reuters"),
        ("dpa – Die Regierung zögert.", "", "dpa"),
        ("Text.", "dpa", "dpa"),
        ("Text.", "Von dpa/AFP", "dpa/AFP"),
        ("Text.", "nordpress", "nordpress"),
        ("Text.", "Anna Beispiel, dpa", "dpa"),
        ("Die Lage ist ernst.\n\ndpa/abc", "", "dpa"),
        ("Die Lage ist ernst.\n\nAFP/dpa/kle", "", "AFP/dpa"),
        ("Die Lage ist ernst. (dpa)", "", "dpa"),
        ("Die Lage ist ernst.\n\nMit Material von dpa und Reuters", "", "dpa/Reuters"),
        ("Die Lage ist ernst.\n\nQuelle: dpa", "", "dpa"),
        ("Die Lage ist ernst.\n\n(Mit Informationen der AFP.)", "", "AFP"),
        ("„Nein.“ (KNA)", "", "KNA"),
        # None of these is from an agency.
        ("Berlin (SPD) – Die Fraktion tagt.", "", ""),
        ("Anna Beispiel (SPD) sagte ab.", "", ""),
        ("Genf (mko) – Der Gipfel endet.", "", ""),
        ("Genf (online) – Der Gipfel endet.", "", ""),
        ("Das meldet die dpa.", "", ""),
        ("Nach Angaben von dpa kam es anders.", "", ""),
        ("Wie die Agentur AP berichtet, blieb es ruhig.", "", ""),
        ("Text.", "Anna Beispiel", ""),
        ("Text.", "ap", ""),
        ("Text.\n\nabc/def", "", ""),
        ("", "", ""),
    ],
)
def test_agencies(text, author, agency):
    assert agency_of(text, author) == agency


@given(st.text(), st.text())
def test_nothing_crashes(text, author):
    assert isinstance(agency_of(text, author), str)
