"""Matrices of made-up articles that grow at the end."""

import pandas as pd

from wortwahl.terms import document_term_matrix

THEMES = (
    "Ernte Feld Bauer Weizen Traktor",
    "Regen Sturm Wolke Hagel Gewitter",
    "Tor Spiel Trainer Ball Liga",
)


def planted_matrix(articles):
    """Return the matrix of so many articles; the first ones are the same for every number."""
    rows = [
        {
            "id": f"a{number:03d}",
            "outlet": "Talblick",
            "date": pd.Timestamp(2024, number % 12 + 1, 3),
            "date_precision": "day",
            "story": f"a{number:03d}",
            "title": "",
            "text": " ".join(THEMES[number % 3].split()[number % 2 :] * 2),
        }
        for number in range(articles)
    ]
    return document_term_matrix(pd.DataFrame(rows))
