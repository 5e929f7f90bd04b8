"""Corpora with a known number of topics: each topic has its own words, all topics share some."""

import numpy as np
import pandas as pd

THEMES = {
    "Ernte": "Ernte Bauer Feld Weizen Traktor Acker Getreide Scheune Mähdrescher Dünger Hof Saatgut",
    "Fußball": "Torwart Stürmer Trainer Stadion Abseits Elfmeter Tabelle Pokal Verein Kader Derby Liga",
    "Gericht": "Richter Urteil Anklage Zeuge Verteidiger Haft Prozess Geständnis Berufung Akte Strafe Anwalt",
    "Wetter": "Regen Sturm Wolke Gewitter Frost Orkan Nebel Schauer Temperatur Böe Hochwasser Schnee",
    "Bühne": "Regisseur Premiere Bühne Ensemble Applaus Kostüm Oper Sopran Orchester Intendant Probe Vorhang",
    "Bahn": "Lokomotive Gleis Bahnhof Fahrplan Weiche Zug Schaffner Verspätung Signal Waggon Tunnel Strecke",
    "Ärzte": "Ärztin Klinik Impfung Patient Virus Diagnose Chirurg Apotheke Fieber Narkose Station Labor",
    "Börse": "Aktie Anleger Kurs Dividende Zins Fonds Rendite Bank Inflation Kredit Anleihe Bilanz",
}
COMMON = (
    "Woche Stadt Jahr Mensch Frage Land Seite Teil Ende Name Stelle Weg Grund Zahl Gruppe Anfang Morgen "
    "Abend Haus Straße Nachbar Besuch Brief Blick Hand Auge Stimme Kind Sommer Winter"
)


def planted(
    articles: int = 120, themes: int = 8, own: int = 14, common: int = 10, seed: int = 3
) -> pd.DataFrame:
    """Return articles of known themes (column `theme`): `own` words of the theme, `common` of no theme."""
    generator = np.random.default_rng(seed)
    names = list(THEMES)[:themes]
    rows = []
    for i in range(articles):
        theme = names[i % themes]
        words = [
            *generator.choice(THEMES[theme].split(), own).tolist(),
            *generator.choice(COMMON.split(), common).tolist(),
        ]
        generator.shuffle(words)
        rows.append(
            {
                "id": f"a{i:04}",
                "date": pd.Timestamp("2022-02-01") + pd.DateOffset(months=i % 6),
                "date_precision": "day",
                "outlet": ("Bote", "Kurier")[i % 3 == 0],
                "title": f"Neues: {words[0]}",
                "text": " ".join(["Die", *words]) + ".",
                "story": f"a{i:04}",
                "theme": theme,
            }
        )
    return pd.DataFrame(rows)


def shuffled(articles: int = 150, words: int = 25, seed: int = 1) -> pd.DataFrame:
    """Return articles without any topic: words drawn from all themes and the common ones alike."""
    generator = np.random.default_rng(seed)
    pool = [*" ".join(THEMES.values()).split(), *COMMON.split()]
    texts = [" ".join(generator.choice(pool, words)) for _ in range(articles)]
    return pd.DataFrame({"title": "", "text": texts})
