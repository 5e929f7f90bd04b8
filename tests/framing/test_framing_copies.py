"""Shares under copies against counts made by hand: votes, weights, agency copy, and Kitagawa's parts."""

import doctest

import numpy as np
import pandas as pd
import pytest

from wortwahl.errors import InputError
from wortwahl.framing import (
    compare_copies,
    copies,
    copy_effect,
    decomposition,
    frame_shares,
    shared_copy,
    story_copies,
    story_sizes,
)


def made(rows: list[tuple], **columns: object) -> pd.DataFrame:
    """Return uses from (article, story, outlet, agency, frame)."""
    table = pd.DataFrame(rows, columns=["article", "story", "outlet", "agency", "frame"])
    base = {
        "voice": "newsroom",
        "genre": "report",
        "date": pd.Timestamp("2024-06-18"),
        "date_precision": "day",
    }
    return table.assign(**{**base, **columns})


@pytest.fixture
def uses() -> pd.DataFrame:
    """One story in three outlets that says war; an own one each in two that says operation, and war once."""
    return made(
        [
            ("a1", "s", "Ärzte-Blatt", "dpa", "war"),
            ("b1", "s", "B", "", "war"),
            ("b1", "s", "B", "", "war"),
            ("c1", "s", "C", "", "war"),
            ("a2", "a2", "Ärzte-Blatt", "", "operation"),
            ("b2", "b2", "B", "", "operation"),
            ("b2", "b2", "B", "", "war"),
        ]
    )


def many(stories: int, seed: int = 3) -> pd.DataFrame:
    """Return uses of two outlets; A carries more agency copy, which says war more often."""
    rng = np.random.default_rng(seed)
    rows = []
    for number in range(stories):
        outlet = "AB"[number % 2]
        copied = rng.random() < (0.7 if outlet == "A" else 0.2)
        frame = "war" if rng.random() < (0.8 if copied else 0.3) else "operation"
        rows.append((f"x{number}", f"x{number}", outlet, "dpa" if copied else "", frame))
    return made(rows)


def row(table: pd.DataFrame, **where: str) -> pd.Series:
    chosen = table
    for name, value in where.items():
        chosen = chosen[chosen[name] == value]
    assert len(chosen) == 1
    return chosen.iloc[0]


def test_the_input_is_not_changed(uses: pd.DataFrame) -> None:
    before = uses.copy()
    for by in (None, "outlet", ["month", "outlet"]):
        compare_copies(uses, by=by)
    copy_effect(uses, "outlet", "war", min_stories=1)
    facts = uses.rename(columns={"article": "id"}).drop_duplicates("id")
    kept = facts.copy()
    shared_copy(facts)
    story_sizes(facts)
    pd.testing.assert_frame_equal(uses, before)
    pd.testing.assert_frame_equal(facts, kept)


def test_the_examples_run() -> None:
    for module in (copies, decomposition, story_copies):
        found = doctest.testmod(module)
        assert found.attempted and not found.failed


def test_a_use_a_story_and_a_part_of_a_story_count_differently(uses: pd.DataFrame) -> None:
    war = row(compare_copies(uses, min_stories=1), frame="war")
    assert (war["uses"], war["articles"], war["stories"], war["total"]) == (5, 4, 2, 7)
    assert war["share"] == pytest.approx(5 / 7)
    # Votes: s is all war, a2 all operation, b2 half and half.
    assert war["share_story"] == pytest.approx(1.5 / 3)
    # Four uses a third each of s, one of b2; of all: 4/3 + 1 + 2.
    assert war["share_weighted"] == pytest.approx((4 / 3 + 1) / (4 / 3 + 3))
    # In copy: the three articles of s, whether or not they name an agency.
    assert (war["agency_uses"], war["agency_share"]) == (4, 1.0)
    assert war["own_share"] == pytest.approx(1 / 3)


def test_a_story_has_one_vote_in_each_group_and_its_size_from_the_whole_table(uses: pd.DataFrame) -> None:
    table = compare_copies(uses, by="outlet", min_stories=1)
    b = row(table, outlet="B", frame="war")
    assert b["share"] == 0.75
    assert b["share_story"] == 0.75  # s: 1, b2: a half
    assert b["share_weighted"] == pytest.approx((2 / 3 + 1) / (2 / 3 + 2))
    # Of another voice, but still an article of the story.
    quoted = uses.assign(voice=uses["article"].map({"c1": "direct"}).fillna("newsroom"))
    again = row(compare_copies(quoted, by="outlet", min_stories=1), outlet="B", frame="war")
    assert again["share_weighted"] == b["share_weighted"]
    c = row(compare_copies(quoted, by="outlet", min_stories=1), outlet="C", frame="war")
    assert c["uses"] == 0 and np.isnan(c["share_story"]) and c["agency_uses"] == 0


def test_the_raw_columns_are_those_of_frame_shares() -> None:
    table, plain = compare_copies(many(80), by="outlet"), frame_shares(many(80), by="outlet")
    for name in ("outlet", "frame", "uses", "stories", "total", "share", "low", "high"):
        pd.testing.assert_series_equal(table[name], plain[name])
    # Every story has one article with one use here: all three are one share.
    for kind in ("story", "weighted"):
        assert np.allclose(table[f"share_{kind}"], table["share"])
        assert np.allclose(table[f"low_{kind}"], table["low"])
        assert np.allclose(table[f"high_{kind}"], table["high"])


def test_copies_narrow_no_interval() -> None:
    rows = many(40)
    copied = pd.concat([rows.assign(article=rows["article"] + str(n)) for n in range(5)])
    one, five = row(compare_copies(rows), frame="war"), row(compare_copies(copied), frame="war")
    assert five["uses"] == 5 * one["uses"] and five["stories"] == one["stories"]
    assert five["high"] - five["low"] == pytest.approx(one["high"] - one["low"])
    assert five["share_weighted"] == pytest.approx(one["share_weighted"])


def test_with_few_stories_there_are_counts_only(uses: pd.DataFrame) -> None:
    table = compare_copies(uses)
    shares = [name for name in table if "share" in name or name.startswith(("low", "high"))]
    assert table[shares].isna().all(axis=None)
    assert table["agency_uses"].tolist() == [4, 0]
    # Enough stories in all, but only one of them is copy.
    war = row(compare_copies(uses, min_stories=2), frame="war")
    assert war["share_story"] == 0.5 and np.isnan(war["agency_share"]) and war["own_share"] > 0


def test_stories_and_outlets_that_are_not_known_join_nothing() -> None:
    rows = made([("a", "", "", "", "war"), ("b", "", "", "", "operation"), ("c", "t", "", "", "war"),
                 ("d", "t", "A", None, "war")])  # fmt: skip
    war = row(compare_copies(rows, min_stories=1), frame="war")
    assert war["stories"] == 2 and war["agency_uses"] == 0


def test_no_use_at_all_gives_an_empty_table(uses: pd.DataFrame) -> None:
    assert compare_copies(uses.head(0)).empty
    assert list(compare_copies(uses.head(0), by="outlet").columns) == ["outlet", *copies.RESULTS]
    assert compare_copies(uses.assign(voice="direct"), by="outlet")["share_weighted"].isna().all()


@pytest.mark.parametrize(
    "wrong",
    [{"by": "land"}, {"by": "share_story"}, {"voice": "eigene"}, {"genre": ["essay"]}, {"frames": ["x"]},
     {"level": 1}, {"min_stories": 0}, {"n_boot": 0}],
)  # fmt: skip
def test_what_is_not_known_is_an_error(uses: pd.DataFrame, wrong: dict) -> None:
    with pytest.raises(InputError):
        compare_copies(uses, **wrong)


def test_a_missing_column_is_named(uses: pd.DataFrame) -> None:
    with pytest.raises(InputError, match="'agency'"):
        compare_copies(uses.drop(columns="agency"))
    with pytest.raises(InputError, match="'outlet'"):
        copy_effect(uses.drop(columns="outlet"), "month", "war")
    with pytest.raises(InputError, match="'story'"):
        shared_copy(pd.DataFrame({"id": ["a"], "outlet": ["A"]}))


@pytest.fixture
def hand() -> pd.DataFrame:
    """A: 6 uses in copy, 5 of them war; 4 of its own, 1 war. B: 2 in copy, 1 war; 8 of its own, 2 war."""
    kinds = [("A", "dpa", 5, 1), ("A", "", 1, 3), ("B", "dpa", 1, 1), ("B", "", 2, 6)]
    rows = []
    for outlet, agency, war, other in kinds:
        for number, frame in enumerate(["war"] * war + ["operation"] * other):
            name = f"{outlet}{agency}{number}"
            rows.append((name, name, outlet, agency, frame))
    return made(rows)


def test_a_difference_is_divided_as_by_hand(hand: pd.DataFrame) -> None:
    found = row(copy_effect(hand, "outlet", "war", ("A", "B")))
    assert (found["uses"], found["total"], found["against"]) == (6, 10, "B")
    assert (found["share"], found["share_against"]) == pytest.approx((0.6, 0.3))
    assert (found["copied"], found["copied_against"]) == pytest.approx((0.6, 0.2))
    # (.6 − .2)(5/6 + 1/2)/2 + (.4 − .8)(1/4 + 1/4)/2
    assert found["copy_part"] == pytest.approx(1 / 6)
    # (5/6 − 1/2)(.6 + .2)/2, and nothing outside copy, where both say war in a quarter.
    assert found["wording_in_copy"] == pytest.approx(2 / 15)
    assert found["wording_in_own"] == pytest.approx(0)
    assert found["wording_part"] == pytest.approx(2 / 15)
    assert np.isnan(found["low"])  # ten stories a side are no bootstrap


def test_two_groups_are_each_the_other_ones_rest(hand: pd.DataFrame) -> None:
    table = copy_effect(hand, "outlet", ["war", "operation"])
    assert table[["outlet", "against", "frame"]].values.tolist() == [
        ["A", "rest", "war"], ["B", "rest", "war"], ["A", "rest", "operation"], ["B", "rest", "operation"]
    ]  # fmt: skip
    for part in ("difference", "copy_part", "wording_part"):
        a, b, other_a, _ = table[part]
        assert a == pytest.approx(-b) == pytest.approx(-other_a)
    assert np.allclose(table["difference"], table["copy_part"] + table["wording_part"])
    assert np.allclose(table["wording_part"], table["wording_in_copy"] + table["wording_in_own"])


def test_a_group_without_copy_says_nothing_about_wording_there(hand: pd.DataFrame) -> None:
    rows = hand[(hand["outlet"] == "A") | (hand["agency"] == "")]
    found = row(copy_effect(rows, "outlet", "war", ("A", "B")))
    assert found["copied_against"] == 0 and found["wording_in_copy"] == 0
    assert found["copy_part"] == pytest.approx(found["difference"])  # own words are alike
    assert row(copy_effect(hand.assign(agency=""), "outlet", "war", ("A", "B")))["copy_part"] == 0


def test_bounds_hold_the_parts_and_come_from_the_seed() -> None:
    found = row(copy_effect(many(400), "outlet", "war", ("A", "B"), n_boot=400))
    for part, low, high in (
        ("difference", "low", "high"),
        ("copy_part", "copy_low", "copy_high"),
        ("wording_part", "wording_low", "wording_high"),
    ):
        assert found[low] < found[part] < found[high]
    # Made so that copy alone makes the difference: about (.7 − .2)(.8 − .3).
    assert found["copy_low"] > 0.1 and found["wording_low"] < 0 < found["wording_high"]
    again = row(copy_effect(many(400), "outlet", "war", ("A", "B"), n_boot=400))
    pd.testing.assert_series_equal(found, again)


def test_effects_with_few_stories_or_one_group(uses: pd.DataFrame) -> None:
    table = copy_effect(uses, "outlet", "war")
    assert table["difference"].isna().all() and table["uses"].tolist() == [3, 1, 1]
    assert copy_effect(uses[uses["outlet"] == "B"], "outlet", "war").empty
    assert list(copy_effect(uses[uses["outlet"] == "B"], "outlet", "war").columns) == [
        "outlet",
        *decomposition.RESULTS,
    ]


@pytest.mark.parametrize(
    "wrong",
    [{"frame": "x"}, {"by": ["outlet"]}, {"by": "land"}, {"groups": ("A", "Z")}, {"groups": ("A", "A")},
     {"groups": "AB"}, {"n_boot": 0}],
)  # fmt: skip
def test_effects_of_what_is_not_known_are_errors(hand: pd.DataFrame, wrong: dict) -> None:
    with pytest.raises(InputError):
        copy_effect(hand, **{"by": "outlet", "frame": "war", **wrong})


def test_who_shares_copy_with_whom() -> None:
    facts = pd.DataFrame(
        [("1", "B", "s"), ("2", "A", "s"), ("3", "A", "s"), ("4", "Ö", "s"), ("5", "A", "t"), ("6", "B", "t"),
         ("7", "", "t"), ("8", "A", ""), ("9", "B", None)],
        columns=["id", "outlet", "story"],
    )  # fmt: skip
    assert shared_copy(facts).values.tolist() == [["A", "B", 2], ["A", "Ö", 1], ["B", "Ö", 1]]
    sizes = story_sizes(facts)
    assert sizes.values.tolist() == [[1, 2, 2, 0], [3, 1, 3, 1], [4, 1, 4, 1]]
    assert shared_copy(facts.head(0)).empty and story_sizes(facts.head(0)).empty
