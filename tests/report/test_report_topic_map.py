"""The map of topics: no name hides another or leaves the figure, at any size."""

import numpy as np
import pandas as pd
import pytest

from wortwahl.report.figures import topic_map_figure


def made(number, seed, label="Länderfinanzausgleich, Bundesverfassungsgericht, Übergangsregelung"):
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "topic": range(1, number + 1),
            "label": label,
            "x": rng.normal(0, 0.3, number),
            "y": rng.normal(0, 0.3, number),
            "prevalence": rng.dirichlet(np.ones(number)),
            "readable": rng.random(number) < 0.8,
        }
    )


def boxes(figure):
    figure.draw_without_rendering()
    return [text.get_window_extent() for text in figure.axes[0].texts]


@pytest.mark.parametrize("number", [1, 3, 12, 40])
def test_names_neither_overlap_nor_leave_the_figure(number):
    topics = made(number, seed=number)
    before = topics.copy()
    figure = topic_map_figure(topics)
    pd.testing.assert_frame_equal(topics, before)
    found = boxes(figure)
    numbers, names = found[:number], found[number:]
    assert number > 12 or len(names) == number  # a crowd of forty has no room for all
    for i, box in enumerate(names):
        assert box.x0 >= -1 and box.y0 >= -1
        assert box.x1 <= figure.bbox.x1 + 1 and box.y1 <= figure.bbox.y1 + 1
        assert not any(box.overlaps(other) for other in [*names[:i], *numbers])


def test_topics_at_one_place_and_hostile_names_are_drawn():
    topics = made(4, seed=1, label="$x^2$ <b>&amp;\x00</b>").assign(x=0.0, y=0.0)
    figure = topic_map_figure(topics.drop(columns="readable"), lang="de")
    assert "<b>" not in figure._repr_svg_()
    assert "Wörtern" in figure.alt
