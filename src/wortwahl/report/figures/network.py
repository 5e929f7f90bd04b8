"""A term's collocates as a network: who stands beside it, and who stands together."""

import networkx as nx
import numpy as np
import pandas as pd

from wortwahl.report.figures.style import BLUE, INK, MUTED, ORANGE, Plate, plate, short, styled
from wortwahl.report.wording import Wording

HEIGHT = 4.2
MAX_LABEL = 22
MAX_BETWEEN = 20


@styled
def network_figure(edges: pd.DataFrame, lang: str = "en") -> Plate:
    """Draw a network of collocates.

    Parameters
    ----------
    edges : DataFrame
        From `collocate_network`: `source`, `target`, `log_dice`, `source_frequency`, `target_frequency`; the
        first row's `source` is the term.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        The term in the middle; the stronger a collocate, the nearer it stands and the thicker its line. The
        twenty strongest ties between collocates are thin and grey. Places have no other meaning.
    """
    wording = Wording(lang)
    figure = plate(HEIGHT)
    ax = figure.add_subplot()
    ax.set_axis_off()
    term = str(edges["source"].iloc[0]) if len(edges) else ""
    own = edges[edges["source"] == term]
    places = _places(edges, term)
    for row in pd.concat([own, edges[edges["source"] != term].head(MAX_BETWEEN)]).itertuples():
        (x0, y0), (x1, y1) = places[row.source], places[row.target]
        direct = row.source == term
        width = 0.6 + 2.2 * _weight(row.log_dice, own["log_dice"]) if direct else 0.5
        ax.plot(
            [x0, x1],
            [y0, y1],
            color=BLUE if direct else MUTED,
            alpha=0.45 if direct else 0.3,
            linewidth=width,
            zorder=1,
        )
    for name, (x, y) in places.items():
        ax.text(
            x,
            y,
            short(name, MAX_LABEL),
            ha="center",
            va="center",
            fontsize=9 if name == term else 7.5,
            fontweight="bold" if name == term else "normal",
            color=ORANGE if name == term else INK,
            bbox={"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none", "alpha": 0.85},
            zorder=2,
        )
    ax.set_xlim(-1.25, 1.25)
    ax.set_ylim(-1.1, 1.1)
    figure.alt = wording.text(
        "alt.network", term=term, words=", ".join(str(name) for name in own["target"].head(8)) or "–"
    )
    return figure


def _weight(value: float, values: pd.Series) -> float:
    low, high = values.min(), values.max()
    return 1.0 if high <= low else float((value - low) / (high - low))


def _places(edges: pd.DataFrame, term: str) -> dict[str, tuple[float, float]]:
    """Set the term in the middle and its collocates around it, those that go together side by side.

    A ring has room for every name, which a layout by forces has not: neighbours on it are as far apart as
    there are names, in two rows where there are many.
    """
    names = [name for name in dict.fromkeys(edges["target"]) if name != term]
    graph = nx.Graph()
    graph.add_nodes_from(names)
    between = edges[edges["source"] != term]
    for row in between.itertuples():
        graph.add_edge(row.source, row.target, weight=max(row.log_dice, 0.1))
    order: list[str] = []
    # Words that go together are one group of the ring; within it the strongest tie comes next.
    for group in sorted(nx.connected_components(graph), key=lambda some: min(map(names.index, some))):
        left = sorted(group, key=names.index)
        while left:
            last = order[-1] if order else left[0]
            nearest = max(left, key=lambda name: graph.get_edge_data(last, name, {}).get("weight", 0))
            order.append(nearest)
            left.remove(nearest)
    strength = edges[edges["source"] == term].set_index("target")["log_dice"]
    places = {term: (0.0, 0.0)} if term else {}
    for number, name in enumerate(order):
        angle = np.pi / 2 - 2 * np.pi * number / len(order)
        # Alternate rings, so that long names have room; the weaker half a step further out.
        reach = 0.98 if number % 2 else 0.68
        if number and number == len(order) - 1 and not number % 2:
            reach = 0.83  # an odd number: the last one stands beside the first
        reach -= 0.08 * _weight(strength[name], strength)
        places[name] = (float(reach * 1.12 * np.cos(angle)), float(reach * np.sin(angle)))
    return places
