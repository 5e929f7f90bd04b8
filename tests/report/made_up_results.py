"""Results of runs that never were: outlets, speakers and numbers here are made up."""

import numpy as np
import pandas as pd

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
NASTY = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "$x^2$ #let `code` *fett* _kursiv_ [a](b)",
    "=1+1",
    "\u202eumgedreht\u202c",
    "Steuer\x1b[31mzeichen\x07",
    "Halb\ud800es Zeichen",
    "A" * 120,
    '\\"); #panic("x") //',
    "مرحبا بالعالم",
)


def interval(k, n):
    """Return a rough interval; the numbers only have to look right."""
    if n < 5:
        return np.nan, np.nan, np.nan
    p = k / n
    half = 1.96 * np.sqrt((p * (1 - p) + 0.02) / n)
    return p, max(p - half, 0.0), min(p + half, 1.0)


def made_up(outlets=6, months=28, seed=1, scale=1.0, names=None, frames=None, topics=8):
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
        "shares": shares(uses, []),
        "compare_outlet": compare(uses),
        "shares_month": shares(uses, ["month"]),
        "shares_quarter": shares(uses, ["quarter"]),
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
    }


def shares(uses, by):
    """Return a table shaped as `frame_shares` gives it."""
    rows = []
    groups = uses.groupby(by, sort=True) if by else [((), uses)]
    for key, part in groups:
        plain = part.groupby("frame", sort=False)["uses"].sum()
        own = part[part["voice"] == "newsroom"].groupby("frame", sort=False)["uses"].sum()
        for frame in plain.index:
            k, n = int(own.get(frame, 0)), int(own.sum())
            plain_share = plain[frame] / plain.sum() if plain.sum() else np.nan
            rows.append(
                (
                    *key,
                    frame,
                    k,
                    int(k * 0.8),
                    int(k * 0.7),
                    n,
                    *interval(k, n),
                    int(plain[frame]),
                    plain_share,
                )
            )
    columns = [
        "frame",
        "uses",
        "articles",
        "stories",
        "total",
        "share",
        "low",
        "high",
        "plain_uses",
        "plain_share",
    ]
    return pd.DataFrame(rows, columns=[*by, *columns])


def compare(uses):
    """Return each outlet's plain and own shares side by side."""
    rows = []
    for outlet, part in uses.groupby("outlet", sort=False):
        table = shares(part, [])
        total = int(table["plain_uses"].sum())
        for row in table.itertuples():
            plain = interval(row.plain_uses, total)
            plain_share = row.plain_share
            rows.append(
                (
                    outlet,
                    row.frame,
                    row.plain_uses,
                    total,
                    plain_share,
                    *plain[1:],
                    row.uses,
                    row.total,
                    row.share,
                    row.low,
                    row.high,
                    row.share - plain_share,
                )
            )
    columns = ["outlet", "frame", "plain_uses", "plain_total", "plain_share", "plain_low", "plain_high"]
    columns += ["newsroom_uses", "newsroom_total", "share", "low", "high", "difference"]
    return pd.DataFrame(rows, columns=columns)


def voices(uses):
    """Return uses by outlet, frame and voice."""
    table = uses.groupby(["outlet", "frame", "voice"], sort=False)["uses"].sum().reset_index()
    table["articles"] = table["uses"]
    totals = table.groupby(["outlet", "frame"])["uses"].transform("sum")
    table["share_of_frame"] = (table["uses"] / totals.where(totals > 0)).astype(float)
    return table


def examples(frames, names):
    """Return a few uses in context."""
    texts = [
        (
            "Moskau spricht weiter von einer „",
            "Spezialoperation",
            "“, die nach Plan verlaufe und deren Ziele erreicht",
            "distanced",
            "Moskau",
        ),
        (
            "Der",
            "Angriffskrieg",
            "gegen die Ukraine dauert nun schon zwei Jahre, und ein Ende ist nicht in",
            "newsroom",
            "",
        ),
        (
            "„Dieser",
            "Überfall",
            "war lange geplant“, sagte die Außenministerin am Montag vor der Presse in",
            "direct",
            "die Außenministerin",
        ),
    ]
    rows = []
    for i, frame in enumerate(frames):
        for k in range(8):
            left, surface, right, voice, speaker = texts[(i + k) % 3]
            rows.append(
                (
                    names[k % len(names)],
                    pd.Timestamp("2023-03-05") + pd.Timedelta(days=31 * k),
                    frame,
                    left,
                    surface,
                    right,
                    voice,
                    speaker,
                    "sagte" if speaker else "",
                    "quotation marks",
                    0.9,
                )
            )
    columns = ["outlet", "date", "frame", "left", "surface", "right", "voice", "speaker", "cue", "evidence"]
    return pd.DataFrame(rows, columns=[*columns, "confidence"])


def facts_only(**changes):
    """Return the least a run can hand over."""
    return {"facts": {**made_up(months=1)["facts"], **changes}}


def tiny():
    """Return the case that started it: one article, two frames, a word that is only quoted."""
    uses = pd.DataFrame(
        [
            ("Hafenkurier", "2024-06", "aggression", "newsroom", 1),
            ("Hafenkurier", "2024-06", "operation", "direct", 1),
            ("Hafenkurier", "2024-06", "operation", "distanced", 1),
        ],
        columns=["outlet", "month", "frame", "voice", "uses"],
    )
    full = made_up(months=1)
    facts = full["facts"] | {
        "articles": 1,
        "words": 312,
        "outlets": 1,
        "first_date": "2024-06-18",
        "last_date": "2024-06-18",
        "problems_count": 0,
        "voice_method": "rules",
        "files": full["facts"]["files"][:1],
    }
    return {
        "facts": facts,
        "coverage": pd.DataFrame(
            {"outlet": ["Hafenkurier"], "month": ["2024-06"], "articles": [1], "words": [312]}
        ),
        "outlets": pd.DataFrame(
            {
                "outlet": ["Hafenkurier"],
                "articles": [1],
                "words": [312],
                "median_words": [312.0],
                "first": [pd.Timestamp("2024-06-18")],
                "last": [pd.Timestamp("2024-06-18")],
                "undated": [0],
            }
        ),
        "genres": pd.DataFrame({"genre": ["report"], "articles": [1]}),
        "shares": shares(uses, []),
        "compare_outlet": compare(uses),
        "shares_month": shares(uses, ["month"]),
        "voices": voices(uses),
        "speakers": full["speakers"].iloc[[1, 5]].assign(uses=1, articles=1),
        "examples": full["examples"].head(2),
    }


def nasty():
    """Return results in which every text from outside tries to break out."""
    names = [text for text in NASTY if "\ud800" not in text][:4]
    results = made_up(
        months=2, topics=2, names=names, frames={f"f{i}": text for i, text in enumerate(NASTY[:5])}
    )
    results["facts"] |= {
        "codebook_name": NASTY[2],
        "codebook_question": NASTY[0],
        "corpus_paths": list(NASTY),
        "files": [{"path": text, "sha256": "0" * 64, "articles": 1} for text in NASTY],
        "parameters": {text: text for text in NASTY},
        "actors": {"a": NASTY[1]},
    }
    results["problems"] = pd.DataFrame(
        {"file": NASTY, "row": 1, "problem": NASTY[::-1], "what_to_do": NASTY}, dtype=object
    )
    results["speakers"] = pd.DataFrame(
        [("f0", text, "a", text, "direct", 1, 1) for text in NASTY],
        columns=results["speakers"].columns,
        dtype=object,
    )
    table = results["examples"].astype(object)
    for name in ("left", "right", "surface", "speaker"):
        table[name] = pd.Series([NASTY[i % len(NASTY)] for i in range(len(table))], dtype=object)
    results["examples"] = table
    for name in ("terms_outlet", "keyness", "collocates", "topics"):
        words = [NASTY[i % len(NASTY)] for i in range(len(results[name]))]
        results[name] = results[name].assign(term=pd.Series(words, dtype=object))
    return results
