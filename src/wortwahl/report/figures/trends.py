"""How often a term is used over time, with the changes that a test found."""

import pandas as pd

from wortwahl.report.figures.axes import number_axis, period_axis, with_places
from wortwahl.report.figures.style import BLUE, MUTED, ORANGE, Plate, plate, styled
from wortwahl.report.formats import parse_period
from wortwahl.report.wording import Wording

HEIGHT = 2.4


@styled
def trend_figure(
    trend: pd.DataFrame,
    changes: pd.DataFrame | None = None,
    term: str = "",
    kind: str = "month",
    lang: str = "en",
) -> Plate:
    """Draw a term's rate in each period.

    Parameters
    ----------
    trend : DataFrame
        From `term_trend`: `period`, `per_million`, `low`, `high`.
    changes : DataFrame, optional
        From `change_points`: `period`, `earliest`, `latest`, `per_million_before`, `per_million_after`.
    term : str
        For the text that is read aloud.
    kind : {"day", "week", "month", "quarter", "year"}
        What the periods are.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        Points with intervals; a step where the rate changes, over a band that is the range of its date.
    """
    wording = Wording(lang)
    figure = plate(HEIGHT)
    ax = figure.add_subplot()
    known = _placed(trend, kind)
    first, last = (int(known["place"].min()), int(known["place"].max())) if len(known) else (0, 0)
    ax.fill_between(known["place"], known["low"], known["high"], color=BLUE, alpha=0.15, linewidth=0)
    ax.plot(known["place"], known["per_million"], color=BLUE, linewidth=1, marker="o", markersize=2.6)
    parts = []
    if changes is not None and len(changes):
        cuts = _placed(changes, kind)
        for row in cuts.itertuples():
            low, high = (parse_period(value, kind) for value in (row.earliest, row.latest))
            ax.axvspan(low.place - 0.5, high.place + 0.5, color=ORANGE, alpha=0.12, linewidth=0)
            ax.axvline(row.place - 0.5, color=ORANGE, linewidth=0.9)
            parts.append(wording.formats.period(row.period))
        edges = [first - 0.5, *(cuts["place"] - 0.5), last + 0.5]
        levels = [cuts["per_million_before"].iloc[0], *cuts["per_million_after"]]
        ax.hlines(levels, edges[:-1], edges[1:], color=ORANGE, linewidth=1.4)
    ax.set_ylim(bottom=0)
    ax.set_ylabel(wording.text("figure.per_million"), color=MUTED)
    number_axis(ax.yaxis, wording.formats, 4)
    period_axis(ax, kind, first, last, wording.formats, ticks=7)
    figure.alt = wording.text(
        "alt.trend",
        term=term or "–",
        periods=len(known),
        changes=", ".join(parts) or wording.text("alt.none"),
    )
    return figure


def _placed(table: pd.DataFrame, kind: str) -> pd.DataFrame:
    """Return the rows whose period is known, with its place on the axis, in order."""
    return with_places(table.assign(**{kind: table["period"]}), kind)
