"""Which words set an outlet apart."""

import pandas as pd

from wortwahl.report.figures.axes import number_axis, panels
from wortwahl.report.figures.style import BLUE, INK, Plate, short, styled, title
from wortwahl.report.wording import Wording

MAX_OUTLETS = 9
MAX_TERMS = 8


@styled
def keyness_figure(table: pd.DataFrame, lang: str = "en") -> Plate:
    """Draw the words most typical of each outlet, by how many times more often it uses them.

    Parameters
    ----------
    table : DataFrame
        Columns `outlet`, `term`, `g2`, `log_ratio`, `low`, `high`, `count_target`.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        A panel for each of at most nine outlets; eight words with the highest G² in each.
    """
    wording = Wording(lang)
    more = table[table["log_ratio"] > 0]
    outlets = list(dict.fromkeys(more["outlet"]))[:MAX_OUTLETS]
    top = more[more["outlet"].isin(outlets)].sort_values("g2", ascending=False, kind="stable")
    top = top.groupby("outlet", sort=False).head(MAX_TERMS)
    figure, axes = panels(max(len(outlets), 1), 0.155 * MAX_TERMS + 0.5, columns=3, sharex=True)
    parts = []
    for ax, outlet in zip(axes, outlets, strict=False):
        rows = top[top["outlet"] == outlet]
        places = range(len(rows))
        ax.barh(places, rows["log_ratio"], height=0.62, color=BLUE, alpha=0.75)
        known = rows["low"].notna() & rows["high"].notna()
        marks = [place for place, there in zip(places, known, strict=True) if there]
        ax.hlines(marks, rows.loc[known, "low"], rows.loc[known, "high"], color=INK, linewidth=0.8)
        ax.set_yticks(places, [short(term, 16) for term in rows["term"]])
        ax.set_ylim(MAX_TERMS - 0.4, -0.6)
        ax.set_title(title(outlet))
        ax.spines["left"].set_visible(False)
        number_axis(ax.xaxis, wording.formats, 4)
        ax.grid(False, axis="y")
        parts.append(f"{outlet}: {', '.join(str(term) for term in rows['term'].head(5))}")
    figure.alt = wording.text("alt.keyness", outlets="; ".join(parts))
    return figure
