"""Results of runs that never were: outlets, speakers and numbers here are made up."""

import numpy as np
import pandas as pd
from made_up_copies import copy_tables, corpus_tables
from made_up_tables import compare, examples, shares, voices

OUTLETS = [
    "Hafenkurier",
    "Der Morgenbote",
    "Süddeutsche Rundschau am Abend",
    "Talblick",
    "Nordwind",
    "taz-los",
]
FRAMES = {
    "aggression": "Angriffskrieg",
    "operation": "militärische Spezialoperation",
    "conflict": "Ukraine-Konflikt",
    "war": "Krieg in der Ukraine",
    "liberation": "Befreiung",
}
ACTORS = {"russia": "Russische Führung", "ukraine": "Ukrainische Führung", "germany": "Bundesregierung"}
VOICES = ("newsroom", "direct", "indirect", "distanced")


def made_up(outlets=6, months=28, seed=1, scale=1.0, names=None, frames=None, topics=8, period="month"):
    """Return results as a run gives them, with every table."""
    rng = np.random.default_rng(seed)
    frames = frames or FRAMES
    names = names or [OUTLETS[i] if i < len(OUTLETS) else f"Medium {i + 1}" for i in range(outlets)]
    periods = [str(p) for p in pd.period_range("2022-02", periods=months, freq="M")]
    weights = {name: rng.dirichlet(np.array([5, 2, 3, 6, 0.6, 1, 1, 1][: len(frames)])) for name in names}
    rows = []
    for name in names:
        for place, month in enumerate(periods):
            for number, frame in enumerate(frames):
                mean = 30 * scale * weights[name][number] * (1.6 if place < 4 else 1)
                for voice in VOICES:
                    part = {"newsroom": 0.6, "direct": 0.2, "indirect": 0.15, "distanced": 0.05}[voice]
                    if number == 1:
                        part = {"newsroom": 0.06, "direct": 0.3, "indirect": 0.34, "distanced": 0.3}[voice]
                    rows.append((name, month, frame, voice, rng.poisson(mean * part)))
    uses = pd.DataFrame(rows, columns=["outlet", "month", "frame", "voice", "uses"])
    uses["quarter"] = uses["month"].map(lambda m: f"{m[:4]}-Q{(int(m[5:]) + 2) // 3}")
    uses["year"], uses["day"] = uses["month"].str[:4], uses["month"] + "-15"
    uses["week"] = pd.to_datetime(uses["day"]).dt.strftime("%G-W%V")
    coverage = pd.DataFrame(
        [
            (n, m, int(rng.poisson(20 * scale + 1)) * (0 if (i + j) % 17 == 0 else 1))
            for i, n in enumerate(names)
            for j, m in enumerate(periods)
        ],
        columns=["outlet", "month", "articles"],
    )
    coverage["words"] = coverage["articles"] * 412
    per_outlet = coverage.groupby("outlet", sort=False)[["articles", "words"]].sum().reset_index()
    per_outlet = per_outlet.assign(
        median_words=[390 + 17 * i for i in range(len(names))],
        first=pd.Timestamp("2022-02-24"),
        last=pd.Timestamp("2024-05-30"),
        undated=[i % 3 for i in range(len(names))],
    )
    topic_words = [
        "Panzer",
        "Gaspreis",
        "Flüchtlinge",
        "Sanktionen",
        "Wahlkampf",
        "Getreide",
        "Front",
        "Gipfel",
    ]
    facts = {
        "program": "wortwahl",
        "version": "0.1.0",
        "created": "2026-11-25T10:30:00+00:00",
        "corpus_paths": ["data/raw"],
        "articles": int(per_outlet["articles"].sum()),
        "words": int(per_outlet["words"].sum()),
        "outlets": len(names),
        "first_date": "2022-02-24",
        "last_date": "2024-05-30",
        "codebook_name": "ukraine-war",
        "codebook_question": "Mit welchen Worten wird der Krieg benannt, und wessen Worte sind es?",
        "frames": dict(frames),
        "actors": ACTORS,
        "voice_method": "rules+tagger",
        "genres_counted": ["report", "liveblog", ""],
        "parameters": {
            "level": 0.95,
            "voice": "uses",
            "min_stories": 5,
            "by": ["outlet", "month"],
            "resamples": 1000,
        },
        "seed": 1,
        "versions": {"python": "3.11.9", "pandas": "3.1.1", "typst": "0.15.2"},
        "lang": "de",
        "sample": False,
        "files": [
            {
                "path": f"data/raw/export-{i}/artikel_{2022 + i}.jsonl.gz",
                "sha256": f"{i:064x}",
                "articles": 1200 + i,
            }
            for i in range(4)
        ],
        "problems_count": 3,
        "own_license": False,
    }
    return {
        "facts": facts,
        "coverage": coverage,
        "outlets": per_outlet,
        "genres": pd.DataFrame(
            {"genre": ["report", "commentary", "interview", ""], "articles": [2500, 410, 99, 12]}
        ),
        "problems": pd.DataFrame(
            {
                "file": ["data/raw/kaputt.csv", "data/raw/kaputt.csv", "data/raw/leer.txt"],
                "row": [17, 230, 0],
                "problem": [
                    "The date '31.02.2023' does not exist.",
                    "The text is empty.",
                    "The file is empty.",
                ],
                "what_to_do": ["Correct the date.", "Nothing, if that is right.", "Delete it."],
            }
        ),
        "lengths": pd.DataFrame(
            [
                (n, 80 + i, 210 + 9 * i, 390 + 17 * i, 640 + 30 * i, 1500 + 90 * i)
                for i, n in enumerate(names)
            ],
            columns=["outlet", "q05", "q25", "q50", "q75", "q95"],
        ),
        **corpus_tables(),
        **copy_tables(uses, names),
        "shares": shares(uses, []),
        "compare_outlet": compare(uses),
        "shares_period": shares(uses, [period]),
        "voices": voices(uses),
        "speakers": pd.DataFrame(
            [
                (
                    "operation",
                    "militärische Spezialoperation",
                    "russia",
                    "der Kremlsprecher",
                    "indirect",
                    212,
                    180,
                ),
                ("operation", "Spezialoperation", "russia", "der Präsident", "direct", 154, 120),
                ("aggression", "Angriffskrieg", "germany", "die Außenministerin", "direct", 140, 133),
                ("aggression", "Angriffskrieg", "ukraine", "der Botschafter in Berlin", "indirect", 75, 61),
                ("conflict", "Ukraine-Konflikt", "", "ein Sprecher der Nachbarländer", "indirect", 31, 30),
                ("operation", "Spezialoperation", "", "", "distanced", 29, 22),
                ("liberation", "Befreiung", "russia", "das Verteidigungsministerium", "indirect", 12, 12),
                ("war", "Krieg", "", "er", "direct", 9, 9),
                ("war", "Krieg", "germany", "der Kanzler", "direct", 8, 7),
            ],
            columns=["frame", "term", "actor", "speaker", "voice", "uses", "articles"],
        ),
        "examples": examples(frames, names),
        "forms": pd.DataFrame(
            [
                ("aggression", "Angriffskrieg", "Angriffskrieg", 812, 700, "Der Angriffskrieg dauert an."),
                ("aggression", "Angriffskrieg", "Angriffskriegs", 312, 300, "Folgen des Angriffskriegs"),
                (
                    "operation",
                    "militärische Spezialoperation",
                    "militärischen Spezialoperation",
                    120,
                    100,
                    "…",
                ),
            ],
            columns=["frame", "term", "form", "count", "articles", "example"],
        ),
        "terms_outlet": pd.DataFrame(
            [
                (n, t, 900 - 40 * k + 3 * i, 2100.5 - 90.25 * k, 400 - 9 * k)
                for i, n in enumerate(names)
                for k, t in enumerate(
                    [
                        "Ukraine",
                        "Russland",
                        "Krieg",
                        "Präsident",
                        "Regierung",
                        "Berlin",
                        "Moskau",
                        "Waffe",
                        "Armee",
                        "Mensch",
                        "Gespräch",
                        "Sanktion",
                    ]
                )
            ],
            columns=["outlet", "term", "count", "per_million", "articles"],
        ),
        "keyness": pd.DataFrame(
            [
                (
                    n,
                    t,
                    90 - 4 * k,
                    20 + k,
                    120.5 - 9.3 * k,
                    2.4 - 0.1 * k,
                    1.9 - 0.1 * k,
                    2.9 - 0.1 * k,
                    1e-9 * 10**k,
                )
                for i, n in enumerate(names)
                for k, t in enumerate(
                    ["Hafen", "Werft", "Reeder", "Küste", "Kai", "Lotse", "Fähre", "Deich", "Watt", "Kutter"]
                )
            ],
            columns=[
                "outlet",
                "term",
                "count_target",
                "count_reference",
                "g2",
                "log_ratio",
                "low",
                "high",
                "p",
            ],
        ),
        "collocates": pd.DataFrame(
            [
                (t, c, 60 - 5 * k, 8.25 + k, 11.2 - 0.4 * k, 180.0 - 11 * k)
                for t in ["Angriffskrieg", "Spezialoperation", "Krieg"]
                for k, c in enumerate(
                    ["russisch", "völkerrechtswidrig", "sogenannt", "Putin", "Beginn", "gegen"]
                )
            ],
            columns=["term", "collocate", "count", "expected", "log_dice", "g2"],
        ),
        "topics": pd.DataFrame(
            [
                (
                    t,
                    f"{topic_words[t]}, {topic_words[(t + 1) % topics]}",
                    r,
                    f"{topic_words[(t + r) % topics]}{r}",
                    1.0 / r,
                )
                for t in range(topics)
                for r in range(1, 11)
            ],
            columns=["topic", "label", "rank", "term", "weight"],
        ),
        "topic_shares": pd.DataFrame(
            [
                (n, t, s, max(s - 0.03, 0), s + 0.03)
                for n in names
                for t, s in enumerate(rng.dirichlet(np.ones(topics)))
            ],
            columns=["outlet", "topic", "share", "low", "high"],
        ),
        "topic_months": pd.DataFrame(
            [(m, t, s) for m in periods for t, s in enumerate(rng.dirichlet(np.ones(topics) * 6))],
            columns=["month", "topic", "share"],
        ),
        "topic_diagnostics": pd.DataFrame(
            [
                (
                    t,
                    f"{topic_words[t]}, {topic_words[(t + 1) % topics]}",
                    300 - 20 * t,
                    0.3 - 0.05 * t,
                    0.8,
                    0.95 - 0.1 * t,
                    t < 6,
                )
                for t in range(topics)
            ],
            columns=["topic", "label", "articles", "coherence", "exclusivity", "stability", "readable"],
        ),
        "topic_map": pd.DataFrame(
            [
                (
                    t,
                    f"{topic_words[t]}, {topic_words[(t + 1) % topics]}",
                    *rng.normal(0, 0.2, 2),
                    1 / topics,
                    t < 6,
                )
                for t in range(topics)
            ],
            columns=["topic", "label", "x", "y", "prevalence", "readable"],
        ),
    }


def facts_only(**changes):
    """Return the least a run can hand over."""
    return {"facts": {**made_up(months=1)["facts"], **changes}}
