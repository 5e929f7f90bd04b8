"""Tables shaped as those of a run, counted from made-up uses."""

import numpy as np
import pandas as pd


def interval(k, n):
    """Return a rough interval; the numbers only have to look right."""
    if n < 5:
        return np.nan, np.nan, np.nan
    p = k / n
    half = 1.96 * np.sqrt((p * (1 - p) + 0.02) / n)
    return p, max(p - half, 0.0), min(p + half, 1.0)


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
