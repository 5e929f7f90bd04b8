"""What several figures share: panels, percent axes, time axes and names of outlets."""

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from wortwahl.corpus import PERIODS
from wortwahl.report.figures.style import FAINT, Plate, plate
from wortwahl.report.formats import Formats, Period, parse_period

# A figure, its caption and a heading share a page; a taller one would leave the page before it empty.
TALLEST = 7.0


def panels(count: int, height: float, columns: int = 3, **shared: object) -> tuple[Plate, list[Axes]]:
    """Return a figure with `count` panels in rows of at most `columns`, each `height` inches high."""
    columns = min(columns, count)
    rows = math.ceil(count / columns)
    figure = plate(rows * height + 0.35)
    grid = figure.subplots(rows, columns, squeeze=False, **shared)
    axes = list(grid.flat)
    for spare in axes[count:]:
        spare.set_visible(False)
    if shared.get("sharex"):  # the last row may be short: the panel above a gap shows its own labels
        for ax in axes[max(count - columns, 0) : count]:
            ax.tick_params(labelbottom=True)
    return figure, axes[:count]


def fitting(height: float, columns: int = 3) -> int:
    """Return how many panels of a height in inches fit on a page, in rows of `columns`."""
    return max(1, int(TALLEST // height)) * columns


def percent_axis(axis: object, formats: Formats, ticks: int = 4) -> None:
    """Write shares between 0 and 1 as percentages on an axis, with faint lines."""
    axis.set_major_locator(MaxNLocator(nbins=ticks, steps=[1, 2, 2.5, 5, 10]))
    axis.set_major_formatter(FuncFormatter(lambda value, _: formats.percent(round(value, 6), 0)))
    axis.grid(True, color=FAINT, linewidth=0.5)


def number_axis(axis: object, formats: Formats, ticks: int = 5) -> None:
    """Write numbers on an axis as the language does, with faint lines."""
    axis.set_major_locator(MaxNLocator(nbins=ticks, steps=[1, 2, 5, 10]))

    def label(value: float, _: int) -> str:
        digits = 0 if math.isclose(value, round(value), abs_tol=1e-9) else 1
        return formats.number(value, digits)

    axis.set_major_formatter(FuncFormatter(label))
    axis.grid(True, color=FAINT, linewidth=0.5)


def period_column(table: pd.DataFrame) -> str:
    """Return the name of the column that holds periods, "" if there is none."""
    return next((name for name in PERIODS if name in table.columns), "")


def with_places(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the rows whose period is known, with its place on the time axis as `place`, in order."""
    found = table[column].map(lambda value: parse_period(value, column))
    kept = table[found.notna()].copy()
    kept["place"] = [period.place for period in found[found.notna()]]
    return kept.sort_values("place", kind="stable")


def period_axis(ax: Axes, kind: str, first: int, last: int, formats: Formats, ticks: int = 5) -> None:
    """Write the periods from `first` to `last` below a panel, not more than fit side by side."""
    steps = {"month": (1, 2, 3, 6, 12, 24, 36, 60), "quarter": (1, 2, 4, 8, 12, 20)}
    span = last - first
    step = next((s for s in steps.get(kind, (1,)) if span / s < ticks), 0) or max(1, math.ceil(span / ticks))
    # Long steps start with the year, so that the labels read January, January, January.
    start = first if step <= 2 else first + (-first) % (step if step <= 12 else 12)
    places = list(range(start if start <= last else first, last + 1, step)) or [first]
    year = {"month": 12, "quarter": 4}.get(kind, 0)
    if year and step % year == 0 and start <= last:  # January after January: the year says it
        labels = [str(place // year) for place in places]
    else:
        labels = [formats.place(Period(kind, place), short=True) for place in places]
    ax.set_xticks(places, labels)
    ax.set_xlim(first - 0.5 - span * 0.02, last + 0.5 + span * 0.02)
