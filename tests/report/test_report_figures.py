import logging
import re
import xml.etree.ElementTree as ET
from importlib.resources import files

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from edge_results import NASTY, tiny
from made_up_results import made_up
from made_up_tables import compare

from wortwahl.report import figures
from wortwahl.report.figures.corpus import coverage_period
from wortwahl.report.figures.style import WIDTH, short, title
from wortwahl.report.results import clean

RESULTS = made_up(outlets=3, months=4)
DRAWN = {
    "compare": lambda r, lang: figures.compare_figure(r["compare_outlet"], r["facts"]["frames"], lang),
    "time": lambda r, lang: figures.time_figure(r["shares_period"], r["facts"]["frames"], lang),
    "voices": lambda r, lang: figures.voices_figure(r["voices"], "frame", r["facts"]["frames"], lang),
    "outlets": lambda r, lang: figures.voices_figure(r["voices"], "outlet", None, lang),
    "coverage": lambda r, lang: figures.coverage_figure(r["coverage"], lang),
    "lengths": lambda r, lang: figures.lengths_figure(r["lengths"], lang),
    "keyness": lambda r, lang: figures.keyness_figure(r["keyness"], lang),
    "words": lambda r, lang: figures.topic_words_figure(r["topics"], lang),
    "shares": lambda r, lang: figures.topic_shares_figure(r["topic_shares"], None, lang),
    "map": lambda r, lang: figures.topic_map_figure(r["topic_map"], lang),
    "months": lambda r, lang: figures.topic_time_figure(r["topic_months"], None, lang),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_leaves_its_table_and_the_readers_settings_alone(name):
    before = {key: table.copy() for key, table in RESULTS.items() if key != "facts"}
    settings = {key: mpl.rcParams[key] for key in mpl.rcParams if key != "backend"}
    plate = DRAWN[name](RESULTS, "de")
    svg = figures.to_svg(plate, name)
    assert {key: mpl.rcParams[key] for key in settings} == settings
    for key, table in before.items():
        pd.testing.assert_frame_equal(RESULTS[key], table)
    root = ET.fromstring(svg)  # noqa: S314
    assert root.tag.endswith("svg")
    assert all(not element.tag.endswith(("script", "image", "style")) for element in root.iter())
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) and all(key.startswith(f"{name}-") for key in ids)
    assert plate.get_figwidth() == WIDTH
    assert len(plate.alt) > 40 and "{" not in plate.alt and "nan" not in plate.alt
    assert "%" not in plate.alt or "\u00a0%" in plate.alt


def test_pyplot_is_not_used():
    sources = [file for file in (files("wortwahl.report") / "figures").iterdir() if file.name.endswith(".py")]
    assert len(sources) > 6
    assert not [file.name for file in sources if "pyplot" in re.sub("#.*", "", file.read_text("utf-8"))]


def test_the_same_table_gives_the_same_svg():
    one, other = (figures.to_svg(DRAWN["voices"](RESULTS, "en"), "x") for _ in range(2))
    assert one == other


def test_a_notebook_shows_a_figure_with_its_text_and_ids_of_its_own():
    one, other = (DRAWN[name](RESULTS, "en")._repr_svg_() for name in ("voices", "outlets"))
    assert one.startswith('<svg role="img" aria-label="Stacked bars show uses by voice.')
    ids = [set(re.findall(r'id="([^"]*)"', svg)) for svg in (one, other)]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize("name", DRAWN)
def test_an_empty_table_gives_an_empty_figure(name):
    empty = {key: table.iloc[:0] for key, table in RESULTS.items() if key != "facts"}
    figures.to_svg(DRAWN[name]({**empty, "facts": RESULTS["facts"]}, "en"), "x")


def test_tables_without_any_share_are_drawn():
    for name in ("compare", "time"):
        results = tiny()
        assert results["shares_period"]["share"].isna().all()
        assert "–" in DRAWN[name](results, "en").alt or "no period" in DRAWN[name](results, "en").alt


def test_strange_names_are_drawn_without_a_word(caplog, recwarn):
    names = [clean(text) for text in NASTY]
    rows = [(name, "2024-01", "a", "newsroom", 9) for name in names]
    table = compare(pd.DataFrame(rows, columns=["outlet", "month", "frame", "voice", "uses"]))
    with caplog.at_level(logging.WARNING):
        svg = figures.to_svg(figures.compare_figure(table, {"a": "$x^2$"}), "x")
    ET.fromstring(svg)  # noqa: S314
    assert not caplog.records
    assert not [warning for warning in recwarn if "Glyph" in str(warning.message)]


def test_long_names_are_cut():
    assert short("A" * 40, 10) == "A" * 9 + "…"
    assert short("a\nb\x07c\u202ed") == "a b\ufffdc\ufffdd"
    assert title("eins zwei drei vier fünf sechs", 10).count("\n") == 1


@pytest.mark.parametrize(("months", "period"), [(1, "month"), (60, "month"), (61, "quarter"), (200, "year")])
def test_coverage_takes_longer_steps_for_long_corpora(months, period):
    table = pd.DataFrame(
        {
            "outlet": "X",
            "month": [str(p) for p in pd.period_range("2000-01", periods=months, freq="M")],
            "articles": 1,
            "words": 10,
        }
    )
    assert coverage_period(table) == period
    figures.coverage_figure(table)


@pytest.mark.parametrize("outlets", [1, 41])
def test_no_figure_is_taller_than_a_page(outlets):
    results = made_up(outlets=outlets, months=2)
    for name in DRAWN:
        assert DRAWN[name](results, "en").get_figheight() < 8.2, name


def test_unknown_dates_are_left_out_of_time():
    table = RESULTS["shares_period"].copy()
    table["month"] = table["month"].where(table["month"] != "2022-02", "unknown")
    assert "March 2022" in figures.time_figure(table).alt
    assert "February" not in figures.time_figure(table).alt
    assert "unknown" not in figures.time_figure(table).alt


def test_quantiles_that_are_missing_are_left_out():
    table = RESULTS["lengths"].copy()
    table.loc[0, ["q05", "q25", "q50", "q75", "q95"]] = np.nan
    assert RESULTS["lengths"]["outlet"][0] not in figures.lengths_figure(table).alt
