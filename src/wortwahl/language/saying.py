"""Verbs and nouns of saying, thinking and demanding, with the forms they take.

The lists are our own. A verb is given by its infinitive; separable verbs are found both joined ("mitteilte")
and apart ("teilte … mit").
"""

from functools import cache

from ablaut import conjugate

from wortwahl.language.verbs import joined
from wortwahl.language.wordlists import word_set

# Verbs that introduce a quotation, a dass-clause or a main clause in the subjunctive.
SAYING = word_set(
    """
    bekunden vorgeben vorrechnen sagen erklären berichten mitteilen bestätigen schreiben betonen
    behaupten melden meinen äußern ankündigen bekanntgeben angeben hinweisen kritisieren begründen
    versichern einräumen entgegnen ausführen argumentieren verkünden bekräftigen feststellen klarstellen
    bestreiten unterstreichen hinzufügen ergänzen erläutern resümieren urteilen bedauern beklagen
    beteuern erwidern antworten erzählen schildern vermelden verlautbaren verlauten kommentieren
    konstatieren zugeben eingestehen gestehen leugnen dementieren mahnen warnen drohen versprechen
    zusichern zusagen hervorheben anmerken bemängeln rügen monieren klagen prophezeien prognostizieren
    rufen twittern posten notieren formulieren zitieren signalisieren anprangern darlegen informieren
    unterrichten verbreiten vorhersagen voraussagen suggerieren andeuten anführen spekulieren loben
    würdigen verurteilen anmahnen fragen wundern fluchen scherzen schwärmen witzeln höhnen spotten
    wettern poltern schimpfen jubeln frohlocken verteidigen rechtfertigen auflisten ausrichten
    offenbaren verraten enthüllen skandieren brüllen schreien flüstern murmeln sprechen heißen lauten
    nachschieben durchblicken kontern parieren zurückgeben einwenden einwerfen beschwichtigen beruhigen
    widersprechen unterstellen vorrechnen vorwerfen beschuldigen bezichtigen anlasten auswerfen erinnern
    diktieren behauptet beschweren besagen protestieren aussagen bezeugen beeiden plädieren offenlegen
    proklamieren postulieren referieren belehren bilanzieren präzisieren zusammenfassen übermitteln
    vortragen vorbringen abwiegeln abstreiten bezweifeln anzweifeln weitergeben verlautbaren
    herausstreichen herausstellen verdeutlichen entgegenhalten verweisen predigen
    """
) - {"behauptet", "auswerfen"}
# Verbs of thinking and feeling: reported, but seldom with a quotation beside them.
THINKING = word_set(
    """
    ausrechnen glauben denken finden hoffen befürchten fürchten vermuten schätzen annehmen erwarten
    ahnen überlegen erwägen mutmaßen hoffen rechnen folgern schlussfolgern beschließen entscheiden
    bezweifeln zweifeln vereinbaren verabreden urteilen herausfinden befinden kalkulieren bangen
    ausgehen beabsichtigen planen errechnen einschätzen
    """
)
# Verbs of demanding and offering: an infinitive or a dass-clause follows.
DEMANDING = word_set(
    """
    bitten vorgeben einräumen überlegen fordern verlangen empfehlen auffordern appellieren aufrufen
    raten vorschlagen anregen drängen anbieten ankündigen versprechen drohen beschließen beantragen
    befehlen anordnen warnen mahnen pochen plädieren beharren wünschen anweisen ermahnen ermuntern
    beschuldigen vorwerfen bezichtigen behaupten zusichern zusagen versichern vereinbaren anstreben
    beabsichtigen planen hoffen erwägen abraten nachsuchen ersuchen beauftragen beteuern schwören
    geloben ablehnen befürworten dringen ermutigen zugeben gestehen leugnen bestreiten erklären
    anstreben fürchten befürchten werben nachsagen unterstellen anlasten glauben angeben
    """
)
# Verbs whose sentence is a report of an act of speech, though no clause depends on them.
REPORTING = word_set(
    """
    fordern verlangen nennen bezeichnen sprechen warnen ankündigen vorwerfen vermuten bemängeln
    attackieren anregen plädieren beschuldigen aufrufen auffordern prognostizieren bestreiten anprangern
    verurteilen befürworten empfehlen zusichern ausgehen
    """
)
# Verbs that sum up an act of speech in the author's words ("verurteilte den Angriff").
SUMMING = word_set(
    """
    fordern verlangen kritisieren verurteilen begrüßen loben würdigen beklagen bemängeln ankündigen
    bezeichnen nennen befürchten erwarten prognostizieren vorwerfen zurückweisen ablehnen anprangern
    rügen warnen appellieren plädieren aufrufen auffordern bestätigen dementieren bestreiten anbieten
    empfehlen vorschlagen anregen verteidigen rechtfertigen bedauern betonen unterstreichen erläutern
    einräumen zusichern versprechen drohen beschuldigen bezichtigen aussprechen sprechen beantragen
    einfordern anmahnen vermuten befürworten hervorheben attackieren brandmarken geißeln ausgehen
    monieren verlautbaren bekräftigen
    """
)
# Verbs that give a thing a name: "bezeichnete … als", "nannte … einen".
NAMING = word_set(
    """
    bezeichnen nennen titulieren deklarieren betiteln bezeichnen apostrophieren benennen brandmarken
    beschimpfen verunglimpfen verharmlosen umschreiben verklären schmähen diffamieren abtun anpreisen
    feiern rechtfertigen taufen
    """
)

# Nouns after "nach" that make a source: "nach Angaben der Polizei".
SOURCES = word_set(
    """
    Veröffentlichung Bewertung Darstellungen Erkenntnisstand Angaben Angabe Ansicht Meinung Auffassung
    Einschätzung Worten Aussage Aussagen Information Informationen Bericht Berichten Medienberichten
    Presseberichten Zeitungsberichten Agenturberichten Agenturmeldungen Medienangaben Polizeiangaben
    Behördenangaben Armeeangaben Militärangaben Regierungsangaben Augenzeugenberichten Zeugenaussagen
    Zeugenangaben Erkenntnissen Erkenntnis Überzeugung Darstellung Schätzung Schätzungen Mitteilung
    Mitteilungen Meldung Meldungen Pressemeldungen Pressemitteilung Lesart Dafürhalten Befund Befunden
    Bekunden Eindruck Einlassung Schilderung Schilderungen Umfrage Umfragen Urteil Wunsch Vorstellung
    Vorstellungen Planung Planungen Plänen Prognose Prognosen Hochrechnung Hochrechnungen Berechnungen
    Beobachtung Beobachtungen Ermittlungen Auskunft Auskünften Behauptung Behauptungen Bekanntgabe Sicht
    Ergebnissen Endergebnis Zwischenergebnis Augenzeugen Zeugen Interpretation Statistik Statistiken
    Studie Studien Untersuchung Untersuchungen Analyse Analysen Recherchen Gerüchten Kreisen Vermutungen
    Vermutung Theorie Erhebungen Verlautbarung Verlautbarungen Stellungnahme Umfragen Umfrageergebnissen
    Einschätzungen Erklärung Erklärungen Äußerungen Überlegungen Rechnung Lageeinschätzung Daten Zahlen
    Quellen
    """
)

# Nouns that take a dass-clause or an infinitive that is somebody's: "die Forderung, … zu".
NOUNS = word_set(
    """
    Darstellung Legende Beschluss Behauptung Behauptungen Meinung Ansicht Auffassung Aussage Aussagen
    Ankündigung Forderung Forderungen Überzeugung Vorwurf Vorwürfe Hinweis Hinweise These Theorie
    Einschätzung Äußerung Äußerungen Vermutung Vermutungen Verdacht Befürchtung Befürchtungen Hoffnung
    Hoffnungen Sorge Warnung Mahnung Drohung Appell Aufforderung Bitte Empfehlung Vorschlag Angebot
    Erklärung Mitteilung Meldung Meldungen Bericht Berichte Gerücht Gerüchte Spekulationen Spekulation
    Begründung Argument Versprechen Zusage Versicherung Schluss Schlussfolgerung Ergebnis Feststellung
    Eindruck Standpunkt Position Idee Wunsch Beschuldigung Beschuldigungen Anschuldigung Anschuldigungen
    Unterstellung Prognose Annahme Zweifel Kritik Klage Aufruf Absicht Plan Beteuerung Bekenntnis
    Glauben Erwartung Verlautbarung Information Informationen Nachricht Andeutung Andeutungen Botschaft
    Entschluss Antrag Befehl Anweisung Bedenken Zusicherung Erkenntnis Urteil Gefahr Worten Frage
    """
) - {"Gefahr", "Frage", "Plan"}

# Adjectives of a speaker's mind: "zeigte sich überzeugt, dass", "ist sich sicher".
CONVINCED = word_set(
    """
    überzeugt sicher zuversichtlich optimistisch pessimistisch besorgt enttäuscht erfreut zufrieden
    empört bestürzt erschüttert skeptisch verärgert bewusst einig verwundert überrascht erleichtert
    bereit beeindruckt betroffen entsetzt
    """
)


_CLASSES = {
    "saying": SAYING,
    "thinking": THINKING,
    "demanding": DEMANDING,
    "summing": SUMMING,
    "naming": NAMING,
    "reporting": REPORTING,
}


def infinitives_of(kind: str) -> frozenset[str]:
    """Return the infinitives of a class of verbs.

    Examples
    --------
    >>> "mitteilen" in infinitives_of("saying")
    True
    """
    return _CLASSES[kind]


@cache
def forms_of(kind: str) -> tuple[frozenset[str], frozenset[str], dict[str, frozenset[str]]]:
    """Return the forms of a class of verbs: finite, participles, and stems that need a particle.

    Parameters
    ----------
    kind : str
        "saying", "thinking", "demanding", "summing", "naming" or "reporting".

    Returns
    -------
    tuple
        Finite forms of one word (third person, indicative and subjunctive), participles, and for separable
        verbs a mapping from the stem ("teilte") to its particles ({"mit"}).

    Examples
    --------
    >>> finite, participles, apart = forms_of("saying")
    >>> "sagte" in finite, "mitgeteilt" in participles, "mit" in apart["teilte"]
    (True, True, True)
    """
    verbs = _CLASSES[kind]
    finite: set[str] = set()
    participles: set[str] = set()
    apart: dict[str, set[str]] = {}
    for infinitive in verbs:
        verb = conjugate(infinitive)
        participles.add(verb.past_participle)
        for row in (verb.present, verb.preterite, verb.konjunktiv1):
            for person in (2, 5):
                stem, _, particle = row[person].partition(" ")
                finite.add(joined(row[person]))
                if particle:
                    apart.setdefault(stem, set()).add(particle)
    return frozenset(finite), frozenset(participles), {s: frozenset(p) for s, p in apart.items()}
