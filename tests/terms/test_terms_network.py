"""Networks of collocates: counts by hand, and a figure in which no name hides another."""

import math

import pandas as pd
import pytest

from wortwahl.errors import InputError
from wortwahl.report.figures import network_figure, trend_figure
from wortwahl.terms import collocate_network

TEXTS = ["Der brutale Krieg tobt.", "Krieg tobt brutal.", "Der Radweg ist neu.", "Kriege sind brutal."]


@pytest.fixture
def corpus():
    return pd.DataFrame({"title": "", "text": TEXTS})


def test_edges_by_hand(corpus):
    before = corpus.copy()
    edges = collocate_network(corpus, "Krieg", minimum_count=2)
    pd.testing.assert_frame_equal(corpus, before)
    assert edges[["source", "target", "count"]].to_numpy().tolist() == [
        ["Krieg", "brutal", 3], ["Krieg", "toben", 2], ["brutal", "toben", 2],
    ]  # fmt: skip
    assert edges["log_dice"].tolist() == pytest.approx([14, 14 + math.log2(4 / 5), 14 + math.log2(4 / 5)])
    assert edges[["source_frequency", "target_frequency"]].to_numpy().tolist() == [[3, 3], [3, 2], [3, 2]]


def test_the_window_and_the_number_are_kept(corpus):
    near = collocate_network(corpus, "Krieg", window=1, minimum_count=2)
    assert near["target"].tolist() == ["toben"]
    assert len(collocate_network(corpus, "Krieg", n=1, minimum_count=1)) == 1
    assert collocate_network(corpus, "Frieden").empty
    assert collocate_network(corpus.head(0), "Frieden").empty
    with pytest.raises(InputError):
        collocate_network(corpus, "…")
    with pytest.raises(InputError):
        collocate_network(corpus, "Krieg", n=0)


@pytest.mark.parametrize("number", [1, 2, 7, 14, 15])
def test_names_do_not_hide_one_another(number):
    names = [f"Völkerrechtswidrig{i:02d}" for i in range(number)]
    edges = pd.DataFrame(
        {"source": "Angriffskrieg", "target": names, "log_dice": [12 - i / 5 for i in range(number)]}
    )  # fmt: skip
    figure = network_figure(edges)
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert len(boxes) == number + 1
    for i, box in enumerate(boxes):
        assert box.x0 >= 0 and box.x1 <= figure.bbox.x1 and box.y0 >= 0 and box.y1 <= figure.bbox.y1
        assert not any(box.overlaps(other) for other in boxes[:i])
    assert "Angriffskrieg" in figure.alt


def test_figures_of_nothing_are_drawn():
    assert network_figure(collocate_network(pd.DataFrame({"title": [], "text": []}), "Krieg")).alt
    trend = pd.DataFrame(
        {"period": ["2022-01", "2022-02", "unknown"], "per_million": [0, 5.0, 2], "low": 0, "high": 9}
    )
    changes = pd.DataFrame(
        {"period": ["2022-02"], "earliest": ["2022-01"], "latest": ["2022-02"],
         "per_million_before": [0.0], "per_million_after": [5.0]}
    )  # fmt: skip
    assert "Februar 2022" in trend_figure(trend, changes, "Krieg", lang="de").alt
    assert trend_figure(trend, changes.head(0), "Krieg").alt
    assert trend_figure(trend.tail(1)).alt
