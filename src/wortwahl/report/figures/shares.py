"""Frame shares: the plain count beside the newsroom's own, by outlet and over time."""

import math

import pandas as pd
from matplotlib.lines import Line2D

from wortwahl.report.figures.axes import panels, percent_axis, period_axis, period_column, with_places
from wortwahl.report.figures.style import BLUE, MUTED, Plate, legend_above, short, styled, title
from wortwahl.report.wording import Wording

MAX_OUTLETS = 16
MAX_FRAMES = 6
HOLLOW = {"marker": "o", "markerfacecolor": "white", "markeredgecolor": MUTED, "markersize": 4.6}
FILLED = {"marker": "o", "markerfacecolor": BLUE, "markeredgecolor": BLUE, "markersize": 4.6}


@styled
def compare_figure(table: pd.DataFrame, frames: dict[str, str] | None = None, lang: str = "en") -> Plate:
    """Draw each frame's plain share beside the newsroom's own, outlet by outlet.

    Parameters
    ----------
    table : DataFrame
        Columns `outlet`, `frame`, `plain_uses`, `plain_total`, `plain_share`, `share`, `low`, `high`.
    frames : dict, optional
        The codebook's key of a frame → its label.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        A panel for each of the most used frames, at most six; at most the 16 outlets with most uses.
    """
    wording, frames = Wording(lang), frames or {}
    shown = _most_used(table)
    keys = list(dict.fromkeys(shown["frame"]))
    outlets = _order(shown, keys[0]) if keys else []
    figure, axes = panels(
        max(len(keys), 1),
        (0.19 if len(outlets) <= 12 else 0.15) * max(len(outlets), 2) + 0.5,
        sharey=True,
        sharex=True,
    )
    top = _top(shown, ["plain_share", "share", "high"])
    for ax, key in zip(axes, keys, strict=False):
        rows = shown[shown["frame"] == key].set_index("outlet")
        for place, outlet in enumerate(outlets):
            if outlet not in rows.index:
                continue
            row = rows.loc[outlet]
            if pd.notna(row["low"]) and pd.notna(row["high"]):
                ax.plot([row["low"], row["high"]], [place, place], color=BLUE, linewidth=1.4, alpha=0.45)
            if pd.notna(row["plain_share"]):
                ax.plot(row["plain_share"], place, **HOLLOW, linestyle="none")
            if pd.notna(row["share"]):
                ax.plot(row["share"], place, **FILLED, linestyle="none")
        ax.set_title(title(frames.get(key, key)))
        ax.set_yticks(range(len(outlets)), [short(outlet, 24) for outlet in outlets])
        ax.set_ylim(len(outlets) - 0.4, -0.6)
        ax.set_xlim(-0.03 * top, top * 1.03)
        percent_axis(ax.xaxis, wording.formats)
        ax.spines["left"].set_visible(False)
    _share_legend(figure, wording)
    figure.alt = wording.text(
        "alt.compare",
        frames="; ".join(
            wording.text(
                "alt.compare_frame",
                frame=frames.get(key, key),
                outlets=", ".join(
                    wording.text(
                        "alt.compare_outlet",
                        outlet=str(row.outlet),
                        plain=wording.formats.percent(row.plain_share),
                        own=wording.formats.percent(row.share),
                    )
                    for row in shown[shown["frame"] == key].head(8).itertuples()
                ),
            )
            for key in keys[:4]
        ),
    )
    return figure


@styled
def time_figure(table: pd.DataFrame, frames: dict[str, str] | None = None, lang: str = "en") -> Plate:
    """Draw each frame's share over time: the newsroom's own with its interval, and the plain count.

    Parameters
    ----------
    table : DataFrame
        A period column (`month`, `quarter` …), `frame`, `share`, `low`, `high`, `plain_uses`,
        `plain_share`.
    frames : dict, optional
        The codebook's key of a frame → its label.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        A panel for each of the most used frames, at most six. A period without a share leaves a gap.
    """
    wording, frames = Wording(lang), frames or {}
    kind = period_column(table)
    known = with_places(table, kind)
    keys = list(
        known.groupby("frame", sort=False)["plain_uses"].sum().nlargest(MAX_FRAMES, keep="first").index
    )
    figure, axes = panels(
        max(len(keys), 1), 1.35, columns=2 if len(keys) < 5 else 3, sharex=True, sharey=True
    )
    top = _top(known, ["plain_share", "share", "high"])
    first, last = (int(known["place"].min()), int(known["place"].max())) if len(known) else (0, 0)
    for ax, key in zip(axes, keys, strict=False):
        rows = known[known["frame"] == key].drop_duplicates("place").set_index("place")
        rows = rows.reindex(range(first, last + 1))
        x = rows.index.to_numpy()
        few = last - first < 40
        ax.plot(x, rows["plain_share"], color=MUTED, linewidth=0.9, linestyle=(0, (3, 1.5)))
        ax.fill_between(
            x, rows["low"].astype(float), rows["high"].astype(float), color=BLUE, alpha=0.16, lw=0
        )
        ax.plot(x, rows["share"], color=BLUE, linewidth=1.3, marker="o" if few else "", markersize=2.6)
        _lonely(ax, rows)
        ax.set_title(title(frames.get(key, key), 22 if len(keys) > 4 else 36))
        ax.set_ylim(-0.02 * top, top * 1.05)
        percent_axis(ax.yaxis, wording.formats)
        period_axis(ax, kind, first, last, wording.formats, ticks=6)
    _share_legend(figure, wording, lines=True)
    figure.alt = _time_alt(known, keys, frames, kind, wording)
    return figure


def _lonely(ax: object, rows: pd.DataFrame) -> None:
    """Draw the interval of a period between two gaps as a bar: a band of no width shows nothing."""
    there = rows["low"].notna()
    alone = there & ~there.shift(1, fill_value=False) & ~there.shift(-1, fill_value=False)
    ax.vlines(
        rows.index[alone], rows.loc[alone, "low"], rows.loc[alone, "high"], color=BLUE, alpha=0.4, lw=1.4
    )


def _time_alt(known: pd.DataFrame, keys: list, frames: dict, kind: str, wording: Wording) -> str:
    parts = []
    for key in keys:
        rows = known[(known["frame"] == key) & known["share"].notna()]
        if rows.empty:
            parts.append(wording.text("alt.time_none", frame=frames.get(key, key)))
            continue
        ends = {"first": rows.iloc[0], "last": rows.iloc[-1], "top": rows.loc[rows["share"].idxmax()]}
        values = {f"{end}_share": wording.formats.percent(row["share"]) for end, row in ends.items()}
        values |= {end: wording.formats.period(row[kind], kind) for end, row in ends.items()}
        parts.append(wording.text("alt.time_frame", frame=frames.get(key, key), **values))
    return wording.text("alt.time", frames=" ".join(parts))


def _most_used(table: pd.DataFrame) -> pd.DataFrame:
    totals = table.groupby("outlet", sort=False)["plain_uses"].sum().nlargest(MAX_OUTLETS, keep="first")
    used = table.groupby("frame", sort=False)["plain_uses"].sum().nlargest(MAX_FRAMES, keep="first")
    kept = table[table["outlet"].isin(totals.index) & table["frame"].isin(used.index)]
    rank = {key: place for place, key in enumerate(used.index)}
    return (
        kept.assign(_rank=kept["frame"].map(rank)).sort_values("_rank", kind="stable").drop(columns="_rank")
    )


def _order(shown: pd.DataFrame, key: str) -> list:
    """Return the outlets by the newsroom's share of the most used frame, so that the eye can follow."""
    first = shown[shown["frame"] == key].set_index("outlet")["share"]
    outlets = list(dict.fromkeys(shown["outlet"]))
    return sorted(outlets, key=lambda name: (-first[name] if pd.notna(first.get(name)) else 2, str(name)))


def _top(table: pd.DataFrame, columns: list[str]) -> float:
    top = table[columns].astype(float).max().max() if len(table) else math.nan
    return 1.0 if pd.isna(top) or top == 0 else min(float(top), 1.0)


def _share_legend(figure: Plate, wording: Wording, lines: bool = False) -> None:
    if lines:
        plain = Line2D([], [], color=MUTED, linewidth=0.9, linestyle=(0, (3, 1.5)))
        own = Line2D([], [], color=BLUE, linewidth=1.3, marker="o", markersize=2.6)
    else:
        plain = Line2D([], [], linestyle="none", **HOLLOW)
        own = Line2D([], [], color=BLUE, linewidth=1.4, **FILLED)
    labels = [wording.text("figure.plain"), wording.text("figure.own")]
    legend_above(figure, [plain, own], labels)
