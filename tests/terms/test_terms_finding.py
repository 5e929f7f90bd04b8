"""Candidates for a codebook: words that stand where its terms stand, in texts of which that is known."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from wortwahl.errors import InputError
from wortwahl.framing.matching import Entry, compile_entries
from wortwahl.terms import find_terms
from wortwahl.terms.contexts import beside, positive_pmi, words_of

CODEBOOK = """
name: made up
language: de
question: Which word for the weather?
frames:
  storm:
    label: Sturm
    terms: [Sturm]
  calm:
    label: Ruhe
    terms: [Windstille]
"""
# Orkan and Unwetter stand where Sturm stands, Flaute where Windstille does; Radweg stands elsewhere.
PATTERNS = {
    "Der schwere {} zog gestern über die Küste und deckte Dächer ab.": ("Sturm", "Orkan", "Unwetter"),
    "Nach dem schweren {} fehlte in vielen Dörfern der Strom.": ("Sturm", "Orkan", "Unwetter"),
    "Die lange {} ließ die Segler auf dem See warten.": ("Windstille", "Flaute"),
    "Der neue {} führt am Bahnhof vorbei zur Schule.": ("Radweg", "Gehweg"),
}


@pytest.fixture
def codebook(tmp_path):
    path = tmp_path / "weather.yml"
    path.write_text(CODEBOOK, "utf-8")
    return path


@pytest.fixture
def corpus():
    texts = [pattern.format(word) for _ in range(12) for pattern, words in PATTERNS.items() for word in words]
    return pd.DataFrame({"id": [str(i) for i in range(len(texts))], "title": "", "text": texts})


def test_what_stands_where_a_term_stands_comes_first(corpus, codebook):
    before = corpus.copy(deep=True)
    table = find_terms(corpus, codebook, n=3)
    pd.testing.assert_frame_equal(corpus, before)
    assert list(table.columns) == [
        "frame", "rank", "candidate", "count", "articles", "score",
        "neighbours", "collocates", "vectors", "related", "shared",
    ]  # fmt: skip
    storm = table[table["frame"] == "storm"]
    assert set(storm["candidate"].head(2)) == {"Orkan", "Unwetter"}
    assert storm["rank"].tolist() == [1, 2, 3]
    assert storm.iloc[0][["count", "articles"]].tolist() == [24, 24]
    assert "schwer _" in storm.iloc[0]["shared"] and "_ ziehen" in storm.iloc[0]["shared"]
    assert table[table["frame"] == "calm"]["candidate"].iloc[0] == "Flaute"
    assert table[["neighbours", "collocates"]].to_numpy().max() <= 1


def test_terms_of_any_frame_and_rare_words_are_no_candidates(corpus, codebook):
    table = find_terms(corpus, codebook, frames=["storm"], n=50)
    assert table["frame"].unique().tolist() == ["storm"]
    assert not {"Sturm", "Windstille"} & set(table["candidate"])
    assert table["candidate"].str[0].str.isupper().all()  # all terms are nouns
    assert "Orkan" not in set(find_terms(corpus, codebook, minimum_count=25)["candidate"])


def test_the_same_seed_gives_the_same_table_whatever_the_order_of_articles(corpus, codebook):
    first = find_terms(corpus, codebook, n=6)
    pd.testing.assert_frame_equal(first, find_terms(corpus, codebook, n=6))
    shuffled = find_terms(corpus.sample(frac=1, random_state=2), codebook, n=2)
    assert shuffled["candidate"].tolist() == find_terms(corpus, codebook, n=2)["candidate"].tolist()


def test_compound_relatives_are_marked(corpus, codebook):
    more = corpus.assign(text=corpus["text"].str.replace("Unwetter", "Wintersturm"))
    table = find_terms(more, codebook, frames="storm", n=5).set_index("candidate")
    assert table.loc["Wintersturm", "related"] == "Sturm" and table.loc["Orkan", "related"] == ""


def test_wrong_frames_and_unused_terms_are_errors(corpus, codebook):
    with pytest.raises(InputError, match="no frame 'rain'"):
        find_terms(corpus, codebook, frames=["rain"])
    with pytest.raises(InputError, match="'calm' is used"):
        find_terms(corpus[~corpus["text"].str.contains("Windstille")], codebook)
    with pytest.raises(InputError):
        find_terms(corpus, codebook, window=0)
    small = find_terms(corpus.head(8), codebook, minimum_count=50)
    assert small.empty and "candidate" in small.columns


def test_a_phrase_is_one_word_and_no_context_crosses_a_field():
    corpus = pd.DataFrame({"title": ["Neuer Sturm"], "text": ["Der schwere Sturm zog. Ein schweres Wetter."]})
    matcher = compile_entries((Entry("storm", "schwerer Sturm"),))
    words = words_of(corpus, matcher, ["storm"], ("title", "text"))
    names = [words.names[number] if number >= 0 else "|" for number in words.numbers]
    assert names == ["neu", "Sturm", "|", "der", "storm", "ziehen", "ein", "schwer", "Wetter", "|"]
    after = beside(words, np.ones(len(words.names), dtype=bool), [1])
    place = {name: i for i, name in enumerate(words.names)}
    assert after[place["storm"], place["ziehen"]] == 1
    assert after[[place["Sturm"]]].sum() == 0
    two = beside(words, np.ones(len(words.names), dtype=bool), [-2])
    assert two[place["ziehen"], place["der"]] == 1 and two[[place["der"]]].sum() == 0


def test_positive_pmi_by_hand():
    counts = sparse.csr_array(np.array([[3, 1], [1, 5]]))
    found = positive_pmi(counts, smoothing=1.0).toarray()
    assert found[0, 0] == pytest.approx(math.log2(3 / (4 * 4 / 10)))
    assert found[0, 1] == 0  # below chance
    smoothed = positive_pmi(counts, smoothing=0.75).toarray()
    expected = 4 * 4**0.75 / (4**0.75 + 6**0.75)
    assert smoothed[0, 0] == pytest.approx(math.log2(3 / expected))
    assert positive_pmi(sparse.csr_array((2, 2), dtype=int)).nnz == 0
