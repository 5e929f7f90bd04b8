"""Figures that the report and the notebooks draw: a table goes in, a matplotlib figure comes out."""

from wortwahl.report.figures.corpus import coverage_figure, lengths_figure
from wortwahl.report.figures.network import network_figure
from wortwahl.report.figures.shares import compare_figure, time_figure
from wortwahl.report.figures.style import Plate, to_svg
from wortwahl.report.figures.terms import keyness_figure
from wortwahl.report.figures.topic_map import topic_map_figure
from wortwahl.report.figures.topics import topic_shares_figure, topic_time_figure, topic_words_figure
from wortwahl.report.figures.trends import trend_figure
from wortwahl.report.figures.voices import voices_figure

__all__ = [
    "Plate",
    "compare_figure",
    "coverage_figure",
    "keyness_figure",
    "lengths_figure",
    "network_figure",
    "time_figure",
    "to_svg",
    "topic_map_figure",
    "topic_shares_figure",
    "topic_time_figure",
    "topic_words_figure",
    "trend_figure",
    "voices_figure",
]
