import numpy as np
import pandas as pd
import pytest
from edge_results import tiny
from made_up_results import facts_only, made_up
from made_up_tables import compare, shares, voices

from wortwahl.report.document import plain
from wortwahl.report.results import Results
from wortwahl.report.sections.summary import sentences
from wortwahl.report.wording import Wording


def said(results, lang="en"):
    return [plain(line).replace("\u00a0", " ") for line in sentences(Results(results), Wording(lang))]


def run(rows, **facts):
    uses = pd.DataFrame(rows, columns=["outlet", "month", "frame", "voice", "uses"])
    outlets = uses["outlet"].nunique()
    return {
        **facts_only(outlets=outlets, frames={"a": "Alpha", "b": "Beta"}, **facts),
        "shares": shares(uses, []),
        "compare_outlet": compare(uses),
        "voices": voices(uses),
    }


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(
    "results",
    [
        made_up(),
        tiny(),
        facts_only(),
        facts_only(articles=0, words=0, outlets=0, first_date="", last_date=None),
        run([("X", "2024-01", "a", "direct", 3)]),
        run([("X", "2024-01", "a", "newsroom", 0)]),
        run([("X", "2024-01", "a", "newsroom", 9), ("Y", "2024-01", "a", "newsroom", 9)]),
    ],
)
def test_there_are_always_five_whole_sentences(results, lang):
    found = said(results, lang)
    assert len(found) == 5
    for sentence in found:
        assert sentence.endswith(".")
        assert "{" not in sentence and "nan" not in sentence.casefold() and "  " not in sentence


def test_the_case_that_started_it():
    found = said(tiny())
    assert found[0] == "The corpus holds 1 article with 312 words from 1 outlet, dated 18 June 2024."
    assert "“militärische Spezialoperation” with 2 of 3 uses (67%)" in found[1]
    assert "“militärische Spezialoperation” has 0 of 1 uses as against 2 of 3" in found[2]
    assert "too little" in found[2]
    assert found[3] == "All articles come from one outlet, “Hafenkurier”, so that outlets cannot be compared."
    assert found[4].startswith(
        "Of all 3 uses, 2 are somebody else’s words or are held at a distance (1 quoted and"
    )


def test_the_case_in_german():
    found = said(tiny(), "de")
    assert found[0] == "Das Korpus umfasst 1 Artikel mit 312 Wörtern aus 1 Medium, datiert auf 18. Juni 2024."
    assert "„militärische Spezialoperation“ 0 von 1 Stellen gegenüber 2 von 3" in found[2]


def test_the_figures_are_those_of_the_tables():
    results = made_up()
    found = said(results)
    table = results["shares"]
    gap = (table["share"] - table["plain_share"]).abs().idxmax()
    assert f"({table['uses'][gap]:,} of {table['uses'].sum():,} uses in own voice" in found[2]
    assert f"({table['plain_uses'][gap]:,} of {table['plain_uses'].sum():,})" in found[2]
    by_frame = results["compare_outlet"].groupby("frame")["share"]
    widest = (by_frame.max() - by_frame.min()).idxmax()
    outlets = results["compare_outlet"]["outlet"]
    rows = by_frame.get_group(widest)
    assert f"at “{outlets[rows.idxmax()]}”" in found[3] and f"at “{outlets[rows.idxmin()]}”" in found[3]


def test_no_use_at_all():
    found = said(run([("X", "2024-01", "a", "newsroom", 0), ("Y", "2024-01", "a", "newsroom", 0)]))
    assert "None of the terms" in found[1]
    assert "no share to give" in found[2]
    assert "Outlets cannot be compared" in found[3]
    assert "before you conclude that a word was avoided" in found[4]


def test_all_uses_quoted():
    found = said(run([("X", "2024-01", "a", "direct", 7), ("Y", "2024-01", "b", "indirect", 5)]))
    assert "all 12 uses are somebody else’s words" in found[2]
    assert "none of them uses a frame in its own voice" in found[3]
    assert "Of all 12 uses, 12 are somebody else’s" in found[4]


def test_nothing_quoted():
    found = said(run([("X", "2024-01", "a", "newsroom", 7), ("Y", "2024-01", "a", "newsroom", 9)]))
    assert "all 16 uses are of “Alpha”" in found[1]
    assert "less than half a percentage point" in found[2]
    assert "less than half a percentage point" in found[3]
    assert found[4].startswith("All 16 uses are in the outlets’ own voice")


def test_a_tie_names_both_frames():
    found = said(run([("X", "2024-01", "a", "newsroom", 4), ("X", "2024-01", "b", "direct", 4)]))
    assert "the most used frames are “Alpha” and “Beta” with 4 of 8 uses each" in found[1]


def test_intervals_that_overlap_are_called_so():
    wide = run(
        [
            *[("X", "2024-01", "a", "newsroom", 6), ("X", "2024-01", "b", "newsroom", 4)],
            *[("Y", "2024-01", "a", "newsroom", 4), ("Y", "2024-01", "b", "newsroom", 6)],
        ]
    )
    assert "intervals overlap, so that chance may explain it" in said(wide)[3]
    clear = run(
        [
            *[("X", "2024-01", "a", "newsroom", 900), ("X", "2024-01", "b", "newsroom", 100)],
            *[("Y", "2024-01", "a", "newsroom", 100), ("Y", "2024-01", "b", "newsroom", 900)],
        ]
    )
    assert "intervals do not overlap" in said(clear)[3]


def test_too_few_stories_compare_nothing():
    results = run([("X", "2024-01", "a", "newsroom", 2), ("Y", "2024-01", "b", "newsroom", 2)])
    assert results["compare_outlet"]["low"].isna().all()
    assert said(results)[3].startswith("No two outlets use a frame")


def test_no_speaker_is_most_quoted_in_a_tie():
    results = tiny()
    results["speakers"] = results["speakers"].assign(actor="", speaker=["die Sprecherin", "der Sprecher"])
    assert "most often" not in said(results)[4]
    results["speakers"] = results["speakers"].assign(uses=[1, 2])
    assert "most often those of “der Sprecher” (2)" in said(results)[4]


def test_dates_that_are_missing():
    assert "no dates are known" in said(facts_only(first_date=pd.NaT, last_date=pd.NaT))[0]
    assert "no dates are known" in said(facts_only(first_date=np.nan, last_date=""))[0]
