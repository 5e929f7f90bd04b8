"""What the corpus holds: coverage by outlet and month, and the lengths of articles."""

import pandas as pd
from matplotlib.colors import LinearSegmentedColormap, PowerNorm

from wortwahl.report.figures.axes import number_axis, period_axis, with_places
from wortwahl.report.figures.style import BLUE, FAINT, MUTED, Plate, plate, short, styled
from wortwahl.report.formats import Period
from wortwahl.report.wording import Wording

MAX_OUTLETS = 40
MAX_STEPS = 60  # more columns than this are too narrow to see: then quarters, then years
# From 50 colours on matplotlib would draw the scale as a picture of dots.
SCALE = LinearSegmentedColormap.from_list("coverage", ["#e8f1f7", "#8cbbdb", BLUE, "#00243d"], N=40)


def coverage_period(table: pd.DataFrame) -> str:
    """Return the step that `coverage_figure` draws: "month", or a longer one where that is too fine."""
    places = with_places(table, "month")["place"]
    span = int(places.max() - places.min() + 1) if len(places) else 1
    return "month" if span <= MAX_STEPS else "quarter" if span <= 3 * MAX_STEPS else "year"


@styled
def coverage_figure(table: pd.DataFrame, lang: str = "en") -> Plate:
    """Draw how many articles each outlet has in each month: a gap is a gap in the corpus.

    Parameters
    ----------
    table : DataFrame
        Columns `outlet`, `month`, `articles`.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        At most the 40 outlets with most articles; quarters from 61 months on, years from 181.
    """
    wording = Wording(lang)
    kind = coverage_period(table)
    known = with_places(table, "month")
    known["step"] = known["place"] // {"month": 1, "quarter": 3, "year": 12}[kind]
    totals = table.groupby("outlet", sort=False)["articles"].sum().nlargest(MAX_OUTLETS, keep="first")
    outlets = list(totals.index)
    first, last = (int(known["step"].min()), int(known["step"].max())) if len(known) else (0, 0)
    grid = known.pivot_table(index="outlet", columns="step", values="articles", aggfunc="sum", sort=False)
    grid = grid.reindex(index=outlets, columns=range(first, last + 1))
    counts = grid.astype(float).where(grid > 0)
    figure = plate(0.155 * max(len(outlets), 2) + 0.75)
    ax = figure.add_subplot()
    ax.set_facecolor("#f6f5f1")
    most = max(float(counts.max().max()) if counts.notna().any().any() else 1.0, 1.0)
    edges = [place - 0.5 for place in range(first, last + 2)]
    mesh = ax.pcolormesh(
        edges,
        [place - 0.5 for place in range(len(outlets) + 1)],
        counts.to_numpy(),
        cmap=SCALE,
        norm=PowerNorm(0.5, 0, most),
        edgecolors="white",
        linewidth=0.4,
    )
    ax.set_yticks(range(len(outlets)), [short(outlet, 30) for outlet in outlets])
    ax.set_ylim(max(len(outlets), 1) - 0.5, -0.5)
    period_axis(ax, kind, first, last, wording.formats, ticks=9)
    ax.set_xlim(first - 0.5, last + 0.5)
    for side in ax.spines.values():
        side.set_visible(False)
    bar = figure.colorbar(
        mesh, ax=ax, shrink=min(1.0, 6 / max(len(outlets), 6)), aspect=14, pad=0.015, anchor=(0, 1)
    )
    bar.outline.set_visible(False)
    bar.ax.yaxis.set_major_formatter(lambda value, _: wording.formats.number(value))
    bar.set_ticks([value for value in _round_steps(most) if value <= most])
    bar.ax.tick_params(labelsize=6.5, length=0)
    bar.ax.grid(False)
    empty = int(counts.isna().sum().sum())
    place = wording.formats.place
    figure.alt = wording.text(
        "alt.coverage",
        outlets=len(outlets),
        first=place(Period(kind, first)) if len(known) else "–",
        last=place(Period(kind, last)) if len(known) else "–",
        most=int(most) if counts.notna().any().any() else 0,
        cells=counts.size,
        empty=empty,
    )
    return figure


def _round_steps(most: float) -> list[float]:
    """Return a few round numbers up to `most` that a square-root scale keeps apart."""
    unit = 10 ** max(len(str(int(most))) - 1, 0)
    steps = sorted({unit // 10, unit // 2, unit, unit * 2, unit * 5, 0})
    return [step for step in steps if step == int(step)]


@styled
def lengths_figure(table: pd.DataFrame, lang: str = "en") -> Plate:
    """Draw how long the articles of each outlet are: the middle half as a box, 5 to 95 % as a line.

    Parameters
    ----------
    table : DataFrame
        Columns `outlet` and the quantiles `q05`, `q25`, `q50`, `q75`, `q95`, in words.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        At most 40 outlets, in the order of the table.
    """
    wording = Wording(lang)
    shown = table.dropna(subset=["q50"]).head(MAX_OUTLETS)
    figure = plate((0.19 if len(shown) <= 20 else 0.155) * max(len(shown), 2) + 0.55)
    ax = figure.add_subplot()
    stats = [
        {"whislo": row.q05, "q1": row.q25, "med": row.q50, "q3": row.q75, "whishi": row.q95, "fliers": []}
        for row in shown.itertuples()
    ]
    if stats:  # matplotlib refuses to draw no box
        ax.bxp(
            stats,
            positions=range(len(stats)),
            orientation="horizontal",
            widths=0.55,
            showfliers=False,
            showcaps=False,
            patch_artist=True,
            boxprops={"facecolor": "#cfe1ee", "edgecolor": "none"},
            medianprops={"color": BLUE, "linewidth": 1.6},
            whiskerprops={"color": MUTED, "linewidth": 0.8},
        )
    ax.set_yticks(range(len(shown)), [short(outlet, 30) for outlet in shown["outlet"]])
    ax.set_ylim(max(len(shown), 1) - 0.4, -0.6)
    ax.set_xlim(left=0)
    ax.set_xlabel(wording.text("figure.words"))
    number_axis(ax.xaxis, wording.formats, 7)
    ax.grid(True, axis="x", color=FAINT, linewidth=0.5)
    ax.grid(False, axis="y")
    ax.spines["left"].set_visible(False)
    figure.alt = wording.text(
        "alt.lengths",
        outlets=", ".join(
            wording.text("alt.lengths_outlet", outlet=str(row.outlet), median=wording.formats.number(row.q50))
            for row in shown.head(20).itertuples()
        ),
    )
    return figure
