"""A map of topics: those that use the same words lie near one another, the larger ones are larger discs."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba

from wortwahl.report.figures.style import BLUE, FAINT, INK, Plate, plate, short, styled
from wortwahl.report.wording import Wording

HEIGHT = 4.4
# Square points that all discs share: as many topics as there are, the map is covered alike.
INK_AREA = 9000
MAX_LABEL = 34
# Where a name may stand beside its disc: right, left, above, below; then farther away.
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))


@styled
def topic_map_figure(topics: pd.DataFrame, lang: str = "en") -> Plate:
    """Draw a map of topics.

    Parameters
    ----------
    topics : DataFrame
        From `topic_map`: `topic`, `label`, `x`, `y`, `prevalence`; where it has a column `readable`, topics
        that are not to be read are drawn hollow.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        A disc a topic, its area the mean share of the articles. A name that finds no free place is left out;
        the number in the disc leads to the table.
    """
    wording = Wording(lang)
    figure = plate(HEIGHT)
    ax = figure.add_subplot()
    places = topics[["x", "y"]].to_numpy(float)
    area = INK_AREA * topics["prevalence"].to_numpy(float) / max(topics["prevalence"].sum(), 1e-9)
    readable = (
        topics["readable"].astype(bool) if "readable" in topics else pd.Series(True, index=topics.index)
    )
    order = np.argsort(-area, kind="stable")  # small discs lie on large ones
    ax.scatter(
        *places[order].T,
        s=np.maximum(area[order], 60),
        facecolors=[to_rgba(BLUE, 0.25 if there else 0.0) for there in readable.to_numpy()[order]],
        edgecolors=to_rgba(BLUE, 0.6),
        linewidth=0.8,
    )
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_ticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.axhline(0, color=FAINT, linewidth=0.5, zorder=0)
    ax.axvline(0, color=FAINT, linewidth=0.5, zorder=0)
    ax.set_aspect("equal", adjustable="datalim")
    ax.margins(0.14)
    for (x, y), number in zip(places, topics["topic"], strict=True):
        ax.text(x, y, str(number), ha="center", va="center", fontsize=7, fontweight="bold", color=INK)
    # Text has a size only once the panel has; after that the layout must not move it.
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    _set_names(figure, ax, topics, places, np.sqrt(np.maximum(area, 60) / np.pi), order)
    largest = topics.nlargest(6, "prevalence", keep="first")
    figure.alt = wording.text(
        "alt.topic_map",
        topics="; ".join(
            f"{row.topic} {row.label}: {wording.formats.percent(row.prevalence)}"
            for row in largest.itertuples()
        ),
    )
    return figure


def _set_names(
    figure: Plate, ax: Axes, topics: pd.DataFrame, places: np.ndarray, radii: np.ndarray, order: np.ndarray
) -> None:
    """Write each name where it hides neither a disc's number nor another name; the largest topics first."""
    points = figure.dpi / 72
    centres = ax.transData.transform(places)
    frame = figure.bbox
    taken = [(x - 7 * points, y - 5 * points, x + 7 * points, y + 5 * points) for x, y in centres]
    names = [short(f"{row.topic} {row.label}", MAX_LABEL) for row in topics.itertuples()]
    for number in order:
        text = ax.text(0, 0, names[number], fontsize=7, color=INK, transform=None)
        box = text.get_window_extent()
        width, height = box.width, box.height
        for distance in (2, 8, 16):
            reach = (radii[number] + distance) * points
            options = [_box(centres[number], side, reach, width, height) for side in _SIDES]
            free = next(
                (
                    option
                    for option in options
                    if _inside(option, frame) and not any(_meet(option, other) for other in taken)
                ),
                None,
            )
            if free:
                # Of the panel, so that the name stays beside its disc at any resolution.
                text.set_transform(ax.transAxes)
                text.set_position(ax.transAxes.inverted().transform(free[:2]))
                text.set_verticalalignment("bottom")
                taken.append(free)
                break
        else:
            text.remove()


def _box(
    centre: np.ndarray, side: tuple[int, int], reach: float, width: float, height: float
) -> tuple[float, float, float, float]:
    across, up = side
    scale = 0.75 if across and up else 1.0
    x = centre[0] + across * reach * scale - (width if across < 0 else 0 if across > 0 else width / 2)
    y = centre[1] + up * reach * scale - (height if up < 0 else 0 if up > 0 else height / 2)
    return (x, y, x + width, y + height)


def _inside(box: tuple[float, float, float, float], frame: object) -> bool:
    return box[0] >= frame.x0 and box[1] >= frame.y0 and box[2] <= frame.x1 and box[3] <= frame.y1


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
