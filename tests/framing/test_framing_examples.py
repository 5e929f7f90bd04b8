"""What is shown: excerpts within the limits, examples in turn, and the forms a codebook catches."""

import doctest
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortwahl.corpus.schema import article_table
from wortwahl.errors import InputError
from wortwahl.framing import Budget, Codebook, examples, excerpts, expand_terms, find_uses, forms
from wortwahl.framing.excerpts import count_words, excerpt

CODEBOOK = Codebook.model_validate(
    {
        "name": "probe",
        "language": "de",
        "frames": {
            "war": {"label": "K", "terms": ["Angriffskrieg", "*krieg"]},
            "operation": {"label": "O", "terms": ["militärische Spezialoperation", "Vollinvasion"]},
        },
    }
)


def article(number: int, text: str, **more: str) -> dict:
    return {"id": f"a{number}", "story": f"a{number}", "outlet": f"Blatt {number % 3}", "text": text, **more}


@pytest.fixture
def corpus() -> pd.DataFrame:
    filler = "Der Rat hat gestern über die Lage beraten und will bald entscheiden. " * 8
    return article_table(
        [
            article(
                i,
                filler
                + "Der Angriffskrieg dauert an. "
                + filler
                + "Die „militärische\nSpezialoperation“ auch.",
            )
            for i in range(12)
        ]
    )


@pytest.fixture
def uses(corpus: pd.DataFrame) -> pd.DataFrame:
    return find_uses(corpus, CODEBOOK, method="rules")


def test_the_examples_run() -> None:
    for module in (sys.modules["wortwahl.framing.examples"], excerpts, forms):
        assert doctest.testmod(module).failed == 0


def test_the_input_is_not_changed(corpus: pd.DataFrame, uses: pd.DataFrame) -> None:
    before = corpus.copy(), uses.copy()
    examples(uses, corpus)
    expand_terms(CODEBOOK, corpus, uses)
    pd.testing.assert_frame_equal(corpus, before[0])
    pd.testing.assert_frame_equal(uses, before[1])


def test_an_excerpt_shares_its_words_between_both_sides() -> None:
    text = "eins zwei drei vier KRIEG sechs sieben acht neun"
    assert excerpt(text, 20, 25, 5) == ("drei vier", "KRIEG", "sechs sieben")
    assert excerpt("KRIEG " + text, 0, 5, 5) == ("", "KRIEG", "eins zwei drei vier")
    assert excerpt(text, 20, 25, 1) == ("", "KRIEG", "")
    assert excerpt(text, 20, 25, 99) == ("eins zwei drei vier", "KRIEG", "sechs sieben acht neun")


def test_an_excerpt_keeps_the_marks_of_its_words_and_one_line() -> None:
    text = "Er sagte: „Der\n\nKrieg“, und\u00a0ging."
    start = text.index("Krieg")
    assert excerpt(text, start, start + 5) == ("Er sagte: „Der", "Krieg", "“, und ging.")
    assert excerpt(text, start, start + 5, 3) == ("", "Krieg", "“, und")


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet="abä -–.,\n„“'_1", max_size=200), st.integers(1, 12), st.data())
def test_an_excerpt_never_has_more_words_than_it_may(text: str, words: int, data: st.DataObject) -> None:
    spans = [
        (i, j) for i in range(len(text)) for j in (i + 1, i + 2) if j <= len(text) and text[i:j].isalpha()
    ]
    if not spans:
        return
    start, end = data.draw(st.sampled_from(spans))
    parts = excerpt(text, start, end, words)
    beside = [text[start - 1 : start] if start else "", text[end : end + 1]]
    marks = [mark for mark in beside if mark and not mark.isspace()]
    assert len(" ".join(parts).split()) <= max(words, 1 + len(marks))
    assert parts[1] == text[start:end]
    assert all(part == part.strip() and "\n" not in part for part in parts)


def test_no_more_of_an_article_than_the_limit() -> None:
    long = article_table([article(1, "Der Rat tagt wieder. " * 25 + "Der Angriffskrieg dauert an. " * 200)])
    uses = find_uses(long, CODEBOOK, method="rules")
    shown = examples(uses, long, n=500)
    words = sum(count_words(" ".join(row)) for row in shown[["left", "surface", "right"]].to_numpy())
    assert 0 < words <= max(60, 0.1 * len(long["text"][0].split()))
    row_words = [len(" ".join(row).split()) for row in shown[["left", "surface", "right"]].to_numpy()]
    assert max(row_words) <= 30
    assert len(examples(uses, long, n=500, words=90)) == len(shown), "a licence decides, not a parameter"


def test_one_budget_goes_through_all_that_is_shown(corpus: pd.DataFrame, uses: pd.DataFrame) -> None:
    budget = Budget(corpus)
    first = examples(uses, corpus, budget=budget)
    again = examples(uses, corpus, budget=budget)
    assert len(first) == 24, "two uses of 30 words are 60 words"
    assert len(again) == 0
    assert (expand_terms(CODEBOOK, corpus, uses, budget)["example"] == "").all()


def test_ones_own_articles_are_exempt(corpus: pd.DataFrame) -> None:
    own = corpus.assign(license="own")
    shown = examples(find_uses(own, CODEBOOK, method="rules"), own, words=80)
    assert len(shown) == 24
    assert (shown["left"].str.split().str.len() + shown["right"].str.split().str.len()).max() > 60


def test_a_title_is_free() -> None:
    title = "Wie lange dauert der Angriffskrieg noch, " + "fragen viele " * 30
    titled = article_table([article(i, "", title=title.strip()) for i in range(2)])
    shown = examples(find_uses(titled, CODEBOOK, method="rules"), titled)
    assert len(shown) == 2
    assert shown["right"].str.endswith("fragen viele").all()


def test_examples_are_spread_and_the_seed_decides(corpus: pd.DataFrame, uses: pd.DataFrame) -> None:
    shown = examples(uses, corpus, n=6)
    assert shown["frame"].tolist() == ["operation"] * 3 + ["war"] * 3
    assert shown.groupby("frame")["outlet"].nunique().tolist() == [3, 3]
    assert list(shown.columns) == [
        *["outlet", "date", "frame", "left", "surface", "right"],
        *["voice", "speaker", "cue", "evidence", "confidence"],
    ]
    pd.testing.assert_frame_equal(examples(uses, corpus, n=6), shown)
    shuffled = uses.sample(frac=1, random_state=3)
    assert sorted(examples(shuffled, corpus, n=6)["surface"]) == sorted(shown["surface"])


def test_examples_of_nothing_have_the_columns(corpus: pd.DataFrame, uses: pd.DataFrame) -> None:
    none = examples(uses.iloc[:0], corpus)
    assert list(none.columns) == list(examples(uses, corpus).columns)
    assert len(none) == 0
    assert len(examples(uses, corpus.iloc[:0])) == 0


def test_wrong_parameters_are_errors(corpus: pd.DataFrame, uses: pd.DataFrame) -> None:
    for wrong in ({"n": 0}, {"words": 0}):
        with pytest.raises(InputError, match="below 1"):
            examples(uses, corpus, **wrong)
    with pytest.raises(InputError, match="voice"):
        examples(uses.drop(columns="voice"), corpus)


def test_forms_are_those_in_the_corpus_with_a_row_for_what_is_never_found() -> None:
    corpus = article_table(
        [
            article(1, "Der Angriffskrieg. Des Angriffskriegs, des Angriffs-\nkriegs! Der Ukraine-Krieg."),
            article(2, "Des Angriffskriegs.", title="ANGRIFFSKRIEG"),
            article(3, "Die militärische\nSpezialoperation."),
        ]
    )
    table = expand_terms(CODEBOOK, corpus)
    assert list(table.columns) == ["frame", "term", "form", "count", "articles", "example"]
    assert table[["term", "form", "count", "articles"]].values.tolist() == [
        ["Angriffskrieg", "Angriffskriegs", 3, 2],
        ["Angriffskrieg", "ANGRIFFSKRIEG", 1, 1],
        ["Angriffskrieg", "Angriffskrieg", 1, 1],
        ["*krieg", "Ukraine-Krieg", 1, 1],
        ["militärische Spezialoperation", "militärische Spezialoperation", 1, 1],
        ["Vollinvasion", "Vollinvasion", 0, 0],
    ]
    assert table["example"].tolist()[1] == "ANGRIFFSKRIEG"
    assert table["example"].tolist()[4] == "Die militärische Spezialoperation."
    assert table["example"].tolist()[5] == ""
    pd.testing.assert_frame_equal(
        expand_terms(CODEBOOK, corpus, find_uses(corpus, CODEBOOK, voice=False)), table
    )


def test_without_a_corpus_the_forms_are_those_that_would_be_found() -> None:
    table = expand_terms(CODEBOOK)
    assert {"Angriffskrieges", "militärischen Spezialoperationen", "*krieg"} <= set(table["form"])
    assert (table["count"] == 0).all()
    assert table.groupby("term", sort=False)["form"].first().tolist() == [
        *["Angriffskrieg", "*krieg", "militärische Spezialoperation", "Vollinvasion"]
    ]


def test_forms_need_a_corpus_of_articles() -> None:
    with pytest.raises(InputError, match="'title'"):
        expand_terms(CODEBOOK, pd.DataFrame({"id": ["a"], "text": ["Krieg"]}))
