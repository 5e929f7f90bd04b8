"""Small corpora for tests of whole runs: outlets and sentences are made up."""

import json

import pandas as pd

from wortwahl.runs import run, settings_from

OUTLETS = ("Hafenkurier", "Talblick")
SENTENCES = (
    "Der Angriffskrieg gegen die Ukraine geht weiter, schreibt die Redaktion aus {place}.",
    "Der Kremlsprecher sagte am Montag in {place}: „Die Spezialoperation verläuft nach Plan.“",
    "Im Ukraine-Konflikt fehlt es in {place} an Wohnungen, Betten und Geduld.",
    "Die sogenannte „Spezialoperation“ ist ein Überfall, und {place} nimmt Flüchtlinge auf.",
    "In {place} tagte der Gemeinderat über den Haushalt, die Schule und den neuen Radweg.",
)
PLACES = ("Lindau", "Görlitz", "Überlingen", "Straßburg", "Wien", "Zürich", "Köln", "Graz")


def records(count=24, start=0, **further):
    """Return articles as a raw file holds them."""
    rows = []
    for number in range(start, start + count):
        place = PLACES[number % len(PLACES)]
        chosen = [SENTENCES[(number + step) % len(SENTENCES)].format(place=place) for step in range(3)]
        rows.append(
            {
                "date": f"{2022 + number % 3}-{number % 12 + 1:02d}-{number % 27 + 1:02d}",
                "outlet": OUTLETS[number % 2],
                "title": f"Bericht {number} aus {place}",
                "text": f"Meldung {number}. " + "\n\n".join(chosen),
                **further,
            }
        )
    return rows


def write_jsonl(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows), "utf-8")
    return path


def write_csv(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    pd.DataFrame(rows).to_csv(path, index=False)
    return path


def settings(raw, base, name="out", **given):
    """Return the settings of a quick run whose files all stand below `base`."""
    asked = {"voice_method": "rules", "resamples": 100, "topics": 2, "jobs": 1, **given}
    asked = {"out": str(base / name), "processed": str(base / "processed"), **asked}
    return settings_from(raw=(str(raw),), **asked)


def do_run(raw, base, name="out", **given):
    """Run, and return the report's folder."""
    return run(settings(raw, base, name, **given), quiet=True).parent
