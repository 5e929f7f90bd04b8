"""The frame that an article uses most, and words by frame."""

import pandas as pd
import pytest

from wortwahl.corpus.schema import article_table
from wortwahl.errors import InputError
from wortwahl.framing import find_uses
from wortwahl.terms import add_main_frame, keyness

CORPUS = article_table(
    [
        {
            "id": "a",
            "text": "Die Spezialoperation läuft. Keine Spezialoperation ohne Verluste, der Überfall.",
        },
        {"id": "b", "text": "Der Angriffskrieg dauert. „Spezialoperation“, „Spezialoperation“."},
        {"id": "c", "text": "Der Angriffskrieg, die Spezialoperation."},
        {"id": "d", "text": "Wetter."},
    ]
)


def test_input_unchanged():
    uses = find_uses(CORPUS, "ukraine-war", method="rules")
    before, uses_before = CORPUS.copy(deep=True), uses.copy(deep=True)
    add_main_frame(CORPUS, uses)
    pd.testing.assert_frame_equal(CORPUS, before)
    pd.testing.assert_frame_equal(uses, uses_before)


def test_the_most_used_ties_and_none():
    uses = find_uses(CORPUS, "ukraine-war", method="rules")
    own = add_main_frame(CORPUS, uses)
    assert own["frame"].tolist() == ["special-operation", "aggression", "several", "none"]
    assert add_main_frame(CORPUS, uses, voice="whole")["frame"].tolist()[1] == "special-operation"
    words = keyness(own, by="frame", target="aggression", minimum_count=1).set_index("term")
    assert words.loc["dauern", ["count_target", "count_reference"]].tolist() == [1, 0]


def test_no_use_at_all():
    empty = find_uses(CORPUS.iloc[3:], "ukraine-war", method="rules")
    assert add_main_frame(CORPUS, empty)["frame"].tolist() == ["none"] * 4
    assert add_main_frame(CORPUS.iloc[:0], empty)["frame"].tolist() == []


@pytest.mark.parametrize(
    "call",
    [
        lambda uses: add_main_frame(CORPUS.assign(frame=""), uses),
        lambda uses: add_main_frame(CORPUS, uses.drop(columns="voice")),
        lambda uses: add_main_frame(CORPUS, uses, voice="direct"),
    ],
)
def test_wrong_parameters(call):
    with pytest.raises(InputError):
        call(find_uses(CORPUS, "ukraine-war", method="rules"))
