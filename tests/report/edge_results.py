"""Results at the edges: a corpus of one article, and texts that try to break out of a document."""

import pandas as pd
from made_up_results import made_up
from made_up_tables import compare, shares, voices

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
        "shares_period": shares(uses, ["month"]),
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
