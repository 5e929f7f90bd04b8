"""Shares by voice against counts made by hand: denominators, groups, periods, intervals, errors."""

import doctest

import numpy as np
import pandas as pd
import pytest

from wortwahl.errors import InputError
from wortwahl.framing import (
    compare_voices,
    frame_shares,
    groups,
    quoted_speakers,
    shares,
    voice_counts,
    voices,
)
from wortwahl.statistics import cluster_bootstrap_share, wilson

COLUMNS = [
    *["frame", "uses", "articles", "stories", "total", "share", "low", "high", "plain_uses", "plain_share"]
]


def made(rows: list[tuple[str, str, str]], **columns: object) -> pd.DataFrame:
    """Return uses from (article, frame, voice); the story is the article's unless it is given."""
    table = pd.DataFrame(rows, columns=["article", "frame", "voice"])
    base = {
        **{"story": table["article"], "outlet": "Blatt", "genre": "report", "term": "t", "speaker": ""},
        **{"actor": "", "date": pd.Timestamp("2024-06-18"), "date_precision": "day"},
    }
    return table.assign(**{**base, **columns})


@pytest.fixture
def uses() -> pd.DataFrame:
    """Two outlets. Newsroom of A: war 3 (two articles), operation 1. Of B: war 1."""
    return made(
        [
            ("a1", "war", "newsroom"),
            ("a1", "war", "newsroom"),
            ("a1", "operation", "direct"),
            ("a2", "war", "newsroom"),
            ("a2", "operation", "newsroom"),
            ("a2", "operation", "distanced"),
            ("b1", "war", "newsroom"),
            ("b1", "operation", "indirect"),
            ("b1", "conflict", "indirect"),
        ],
        outlet=["A"] * 6 + ["B"] * 3,
    )


def row(table: pd.DataFrame, **where: str) -> pd.Series:
    chosen = table
    for name, value in where.items():
        chosen = chosen[chosen[name] == value]
    assert len(chosen) == 1
    return chosen.iloc[0]


def test_the_input_is_not_changed(uses: pd.DataFrame) -> None:
    before = uses.copy()
    for by in (None, "outlet", ["month", "outlet"]):
        frame_shares(uses, by=by)
        compare_voices(uses, by=by)
        voice_counts(uses, by=by)
    quoted_speakers(uses)
    pd.testing.assert_frame_equal(uses, before)


def test_the_examples_run() -> None:
    for module in (shares, groups, voices):
        assert doctest.testmod(module).failed == 0


def test_counts_are_of_the_voice_and_the_plain_ones_of_all(uses: pd.DataFrame) -> None:
    table = frame_shares(uses, min_stories=1)
    assert list(table.columns) == COLUMNS
    war, operation, conflict = (row(table, frame=name) for name in ("war", "operation", "conflict"))
    assert war[["uses", "articles", "stories", "total", "plain_uses"]].tolist() == [4, 3, 3, 5, 4]
    assert operation[["uses", "articles", "stories", "total", "plain_uses"]].tolist() == [1, 1, 1, 5, 4]
    assert conflict[["uses", "articles", "stories", "total", "plain_uses"]].tolist() == [0, 0, 0, 5, 1]
    assert (war["share"], war["plain_share"]) == pytest.approx((0.8, 4 / 9))
    assert table["share"].sum() == pytest.approx(1)
    assert table["plain_share"].sum() == pytest.approx(1)


def test_every_frame_stands_in_every_group(uses: pd.DataFrame) -> None:
    table = frame_shares(uses, by="outlet", min_stories=1)
    assert len(table) == 6
    assert row(table, outlet="A", frame="conflict")["plain_uses"] == 0
    assert row(table, outlet="B", frame="operation")[["uses", "total", "share", "plain_uses"]].tolist() == [
        0,
        1,
        0,
        1,
    ]


def test_a_group_without_the_voice_has_an_unknown_share(uses: pd.DataFrame) -> None:
    table = frame_shares(uses, by="outlet", voice="distanced", min_stories=1)
    other = table[table["outlet"] == "B"]
    assert other["total"].tolist() == [0, 0, 0]
    assert other[["share", "low", "high"]].isna().all(axis=None)
    assert other["plain_share"].notna().all()


def test_the_seed_case_one_article_shows_little() -> None:
    one = made(
        [("a", "aggression", "newsroom"), ("a", "operation", "direct"), ("a", "operation", "distanced")]
    )
    operation = row(frame_shares(one, min_stories=1), frame="operation")
    assert operation[["uses", "total", "share", "low"]].tolist() == [0, 1, 0, 0]
    assert operation["high"] == pytest.approx(0.793, abs=1e-3)
    counts_only = frame_shares(one)
    assert counts_only[["share", "low", "high"]].isna().all(axis=None)
    assert counts_only["total"].tolist() == [1, 1]


def test_from_five_to_nineteen_stories_it_is_wilsons_on_the_stories() -> None:
    # 12 stories of 10 uses each: an interval on 120 uses would be far too narrow.
    rows = [(f"a{i}", "war" if i < 6 or j < 2 else "peace", "newsroom") for i in range(12) for j in range(10)]
    war = row(frame_shares(made(rows)), frame="war")
    assert war["share"] == 0.6
    assert (war["low"], war["high"]) == pytest.approx(wilson(0.6 * 12, 12))


def test_from_twenty_stories_whole_stories_are_resampled() -> None:
    rows = [
        (f"a{i:02}", "war" if i % 3 else "peace", "newsroom") for i in range(24) for _ in range(1 + i % 4)
    ]
    war = row(frame_shares(made(rows), seed=5, n_boot=300, level=0.9), frame="war")
    total = np.array([1 + i % 4 for i in range(24)])
    counted = np.where(np.arange(24) % 3 > 0, total, 0)
    assert (war["low"], war["high"]) == cluster_bootstrap_share(counted, total, 0.9, 300, 5)
    narrower = wilson(war["uses"], war["total"], 0.9)
    assert war["high"] - war["low"] > narrower[1] - narrower[0]


def test_a_share_of_all_or_nothing_is_wilsons_however_many_stories() -> None:
    rows = [(f"a{i}", "war", "newsroom") for i in range(40)] + [("a1", "peace", "direct")]
    table = frame_shares(made(rows))
    assert row(table, frame="war")[["low", "high"]].tolist() == pytest.approx(wilson(40, 40))
    assert row(table, frame="peace")[["low", "high"]].tolist() == pytest.approx(wilson(0, 40))


def test_wire_copy_is_one_story() -> None:
    rows = [(f"a{i}", "war", "newsroom") for i in range(30)]
    copies = made(rows, story=["s1"] * 27 + ["s2", "s3", "s4"])
    war = row(frame_shares(copies), frame="war")
    assert war[["uses", "articles", "stories"]].tolist() == [30, 30, 4]
    assert np.isnan(war["share"])
    assert row(frame_shares(copies, min_stories=4), frame="war")["low"] == pytest.approx(wilson(4, 4)[0])


def test_an_article_without_a_story_is_its_own() -> None:
    rows = [(f"a{i}", "war", "newsroom") for i in range(6)]
    assert row(frame_shares(made(rows, story="")), frame="war")["stories"] == 6


def test_units_count_articles_or_stories_in_which_a_frame_is_used(uses: pd.DataFrame) -> None:
    table = frame_shares(uses, unit="article", min_stories=1)
    assert row(table, frame="war")[["uses", "total", "share"]].tolist() == [3, 4, 0.75]
    assert row(table, frame="operation")[["uses", "total", "plain_uses"]].tolist() == [1, 4, 3]
    same = frame_shares(uses.assign(story="s"), unit="story", min_stories=1)
    assert row(same, frame="war")[["uses", "total", "share"]].tolist() == [1, 2, 0.5]


def test_several_voices_and_all(uses: pd.DataFrame) -> None:
    table = frame_shares(uses, voice=["direct", "indirect"], min_stories=1)
    assert row(table, frame="operation")[["uses", "total"]].tolist() == [2, 3]
    table = frame_shares(uses, voice=None, min_stories=1)
    assert (table["uses"] == table["plain_uses"]).all()
    assert table["share"].tolist() == pytest.approx(table["plain_share"].tolist())


def test_only_the_genres_asked_for_are_counted(uses: pd.DataFrame) -> None:
    mixed = uses.assign(genre=["commentary"] * 3 + ["liveblog", "", "report"] + ["interview"] * 3)
    assert frame_shares(mixed, min_stories=1)["plain_uses"].sum() == 3
    assert frame_shares(mixed, min_stories=1, genre="commentary")["plain_uses"].sum() == 3
    assert frame_shares(mixed, min_stories=1, genre=None)["plain_uses"].sum() == 9


def test_the_frames_compared_decide_the_total(uses: pd.DataFrame) -> None:
    table = frame_shares(uses, frames=["operation", "war", "never"], voice=None, min_stories=1)
    assert table["frame"].tolist() == ["operation", "war", "never"]
    assert table["total"].tolist() == [8, 8, 8]
    assert row(table, frame="never")[["uses", "share"]].tolist() == [0, 0]


def test_a_date_too_coarse_for_the_period_goes_to_unknown(uses: pd.DataFrame) -> None:
    dated = uses.assign(
        date=pd.to_datetime(["2024-01-31"] * 3 + ["2024-02-01"] * 3 + ["2024-01-01", None, "2024-01-01"]),
        date_precision=["day"] * 3 + ["month"] * 3 + ["year", "", "year"],
    )
    table = frame_shares(dated, by="month", min_stories=1)
    assert table["month"].unique().tolist() == ["2024-01", "2024-02", "unknown"]
    assert table.groupby("month")["plain_uses"].sum().tolist() == [3, 3, 3]
    by_year = frame_shares(dated, by=["year", "outlet"], min_stories=1)
    assert by_year["plain_uses"].sum() == 9


def test_what_is_missing_in_a_column_is_unknown_and_keeps_its_interval(uses: pd.DataFrame) -> None:
    table = frame_shares(uses.assign(desk=["x"] * 6 + [None] * 3), by="desk", min_stories=1)
    assert row(table, desk="unknown", frame="war")[["uses", "share"]].tolist() == [1, 1]
    assert table[["low", "high"]].notna().all(axis=None)


def test_no_uses_give_no_rows_or_zeros(uses: pd.DataFrame) -> None:
    none = uses.iloc[:0]
    assert list(frame_shares(none).columns) == COLUMNS
    assert len(frame_shares(none)) == 0
    zeros = frame_shares(none, frames=["war", "peace"])
    assert zeros["total"].tolist() == [0, 0]
    assert zeros["share"].isna().all()
    assert len(frame_shares(none, by="outlet", frames=["war"])) == 0


def test_the_order_of_uses_changes_nothing() -> None:
    draw = np.random.default_rng(2)
    rows = [(f"a{draw.integers(60)}", str(draw.choice(["x", "y", "z"])), "newsroom") for _ in range(300)]
    table = made(rows)
    pd.testing.assert_frame_equal(frame_shares(table), frame_shares(table.sample(frac=1, random_state=1)))


@pytest.mark.parametrize(
    ("wrong", "wanted"),
    [
        ({"by": "ressort"}, "ressort"),
        ({"by": ["outlet", "outlet"]}, "twice"),
        ({"by": "frame"}, "frame"),
        ({"voice": "editorial"}, "newsroom"),
        ({"voice": ["direct", "x"]}, "'x'"),
        ({"frames": ["waar"]}, "conflict, operation, war"),
        ({"frames": "war"}, "list"),
        ({"unit": "word"}, "story"),
        ({"genre": ("report", "kommentar")}, "commentary"),
        ({"level": 95}, r"0\.95"),
        ({"min_stories": 0}, "min_stories"),
        ({"n_boot": 0}, "n_boot"),
    ],
)
def test_a_wrong_parameter_is_an_error(uses: pd.DataFrame, wrong: dict, wanted: str) -> None:
    with pytest.raises(InputError, match=wanted):
        frame_shares(uses, **wrong)


def test_uses_without_voice_are_an_error(uses: pd.DataFrame) -> None:
    with pytest.raises(InputError, match="voice"):
        frame_shares(uses.drop(columns="voice"))
    with pytest.raises(TypeError):
        frame_shares(uses, voices="newsroom")


def test_compare_voices_puts_both_shares_side_by_side(uses: pd.DataFrame) -> None:
    table = compare_voices(uses, min_stories=1)
    assert list(table.columns) == [
        *["outlet", "frame", "plain_uses", "plain_total", "plain_share", "plain_low", "plain_high"],
        *["newsroom_uses", "newsroom_total", "share", "low", "high", "difference"],
    ]
    war = row(table, outlet="A", frame="war")
    assert war[["plain_uses", "plain_total", "newsroom_uses", "newsroom_total"]].tolist() == [3, 6, 3, 4]
    assert war[["plain_share", "share", "difference"]].tolist() == pytest.approx([0.5, 0.75, 0.25])
    assert (table["plain_low"] <= table["plain_share"]).all()


def test_voices_are_counted_by_frame(uses: pd.DataFrame) -> None:
    table = voice_counts(uses, by="outlet")
    direct = row(table, outlet="A", frame="operation", voice="direct")
    assert direct[["uses", "articles"]].tolist() == [1, 1]
    assert direct["share_of_frame"] == pytest.approx(1 / 3)
    assert table["uses"].sum() == len(uses)


def test_quoted_speakers_are_those_of_other_voices(uses: pd.DataFrame) -> None:
    spoken = uses.assign(speaker=["", "", "Moskau", "", "", "Moskau", "", "Kiew", ""])
    table = quoted_speakers(spoken)
    assert list(table.columns) == ["frame", "term", "actor", "speaker", "voice", "uses", "articles"]
    assert table["uses"].sum() == 4
    assert "newsroom" not in set(table["voice"])
    assert row(table, speaker="Kiew")[["frame", "voice", "uses"]].tolist() == ["operation", "indirect", 1]
