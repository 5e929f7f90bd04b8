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
        ("(dpa) Die Regierung zögert.", "", "dpa"),
        ("Berlin (dts Nachrichtenagentur) - Die Regierung zögert.", "", "dts"),
        ("Bern (Keystone-SDA) – Der Bundesrat tagt.", "", "Keystone-SDA"),
        ("Köln (SID) - Das Spiel endet.", "", "SID"),
        ("Wien (APA) - Der Rat tagt.", "", "APA"),
        ("Bonn (KNA) – Die Bischöfe tagen.", "", "KNA"),
        ("Frankfurt a.M. (epd). Die Synode tagt. (epd)", "", "epd"),
        ("Text.", "dpa-infocom", "dpa"),
        ("Text.", "dpa-infocom GmbH", "dpa"),
        ("Text.", "mit dpa", "dpa"),
        ("Text.", "Anna Beispiel (Reuters)", "Reuters"),
        ("Text.", "Anna Beispiel mit dpa und AFP", "dpa/AFP"),
        ("Text.", "Deutsche Presse-Agentur", "dpa"),
        ("Es bleibt ruhig. (Anna Beispiel, dpa)", "", "dpa"),
        ("Es bleibt ruhig. (Haus mit dpa)", "", "dpa"),
        ("Es bleibt ruhig. (dpa/-ab)", "", "dpa"),
        ("Es bleibt ruhig. (Reuters, dpa, AFP)", "", "Reuters/dpa/AFP"),
        # None of these is from an agency.
        ("Es bleibt ruhig. (Foto: dpa)", "", ""),
        ("Es bleibt ruhig. (picture alliance/dpa)", "", ""),
        ("Es bleibt ruhig (laut dpa)", "", ""),
        ("Text.", "Sid Beispiel", ""),
        ("Text.", "Sid", ""),
        ("Text.", "DJ Beispiel", ""),
        ("Text.", "Anna Papst", ""),
        ("Der Rat (Apa) tagt.", "", ""),
        ("Die APA-Sitzung ist vorbei.", "", ""),
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
