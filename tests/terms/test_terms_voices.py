"""Words by voice: nothing lost, nothing counted twice, and the same answer as `find_uses`."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.corpus.schema import article_table
from wortwahl.errors import InputError
from wortwahl.framing import Codebook, find_speech, find_uses
from wortwahl.terms import (
    combine,
    count_voices,
    dispersion,
    document_term_matrix,
    join_genitives,
    keyness,
    keyness_of_groups,
    load_matrix,
    of_voice,
    save_matrix,
    term_frequencies,
)
from wortwahl.terms.voices import _between_words

CORPUS = article_table(
    [
        {
            "id": "a",
            "outlet": "A",
            "title": "Minister: „Es ist Krieg“",
            "text": "Der Krieg dauert an. „Wir wollen Frieden“, sagte der Minister. Er rügte den Krieg.",
        },
        {"id": "b", "outlet": "B", "text": "Die „Spezialoperation“ sei notwendig, sagte die Sprecherin."},
        {"id": "c", "outlet": "B", "text": "Russland, Russland. „Russlands Krieg“, sagte er."},
        {"id": "d", "outlet": "C", "text": ""},
    ]
)


def counts(matrix, row):
    values = matrix.counts.toarray()[row]
    return {term: int(n) for term, n in zip(matrix.vocabulary, values, strict=True) if n}


def rules(voice, **more):
    return document_term_matrix(CORPUS, voice=voice, method="rules", **more)


def test_input_unchanged():
    before = CORPUS.copy(deep=True)
    rules("each", phrases=["wollen Frieden"])
    pd.testing.assert_frame_equal(CORPUS, before)


def test_by_hand():
    newsroom, speech = rules("newsroom"), rules("speech")
    assert counts(newsroom, 0) == {
        "Minister": 2, "der": 3, "Krieg": 2, "dauern": 1, "an": 1, "sagen": 1, "er": 1, "rügen": 1,
    }  # fmt: skip
    assert counts(speech, 0) == {"es": 1, "sein": 1, "Krieg": 1, "wir": 1, "wollen": 1, "Frieden": 1}
    assert "Spezialoperation" in counts(speech, 1)
    assert "Spezialoperation" not in counts(newsroom, 1)
    # The whole corpus decides that Russlands is a genitive, not the half that says it.
    assert counts(speech, 2) == {"Russland": 1, "Krieg": 1}
    assert "voice" not in newsroom.articles
    assert newsroom.articles["id"].tolist() == speech.articles["id"].tolist() == list("abcd")


def test_the_voices_add_up_to_the_whole():
    whole = document_term_matrix(CORPUS)
    each = rules("each")
    added = of_voice(each, "whole")
    assert added.vocabulary.tolist() == whole.vocabulary.tolist()
    assert (added.counts.toarray() == whole.counts.toarray()).all()
    assert added.words.tolist() == whole.words.tolist()
    pd.testing.assert_frame_equal(added.articles, whole.articles)
    halves = rules("newsroom").words + rules("speech").words
    assert halves.tolist() == whole.words.tolist()


@given(
    st.text(st.sampled_from("aB ü.„“-:*'\n1iIn"), max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
)
def test_no_span_cuts_a_word(text, pairs):
    corpus = pd.DataFrame({"id": ["x"], "text": [text]})
    spans = [(min(pair), min(max(pair), len(text))) for pair in pairs if min(pair) < len(text)]
    speech = pd.DataFrame(
        {"article": "x", "start": [a for a, _ in spans], "end": [b for _, b in spans], "type": "Direct"}
    )
    found = of_voice(count_voices(corpus, ["text"], lemmatise=False, speech=speech), "whole")
    whole = document_term_matrix(corpus, ["text"], lemmatise=False)
    assert counts(found, 0) == counts(whole, 0)


def test_spans_are_joined_and_move_behind_a_word():
    assert _between_words("Soldat:innen gehen", [(3, 9)]) == [(12, 12)]
    assert _between_words("eins zwei drei", [(5, 9), (0, 4), (4, 6)]) == [(0, 9)]


def test_the_same_answer_as_find_uses():
    codebook = Codebook(
        name="t", language="de", frames={"k": {"label": "K", "terms": ["Krieg", "Spezialoperation"]}}
    )
    uses = find_uses(CORPUS, codebook, method="rules")
    own = uses[uses["voice"] == "newsroom"].groupby("term").size()
    newsroom = term_frequencies(rules("newsroom")).set_index("term")["count"]
    for term in ("Krieg", "Spezialoperation"):
        assert newsroom.get(term, 0) == own.get(term, 0)


def test_batches_and_known_speech_give_the_same(tmp_path):
    whole = rules("each")
    heard = pd.concat(
        [find_speech(row.text, method="rules").assign(article=row.id) for row in CORPUS.itertuples()]
    )
    parts = [
        count_voices(CORPUS.iloc[a:b], method="rules", speech=heard) for a, b in ((0, 1), (1, 1), (1, 4))
    ]
    save_matrix(parts[0], tmp_path / "part.npz")
    parts[0] = load_matrix(tmp_path / "part.npz")
    joined = join_genitives(combine(parts))
    for voice in ("whole", "newsroom", "speech"):
        one, other = of_voice(joined, voice), of_voice(whole, voice)
        assert (one.counts.toarray() == other.counts.toarray()).all()
        assert one.words.tolist() == other.words.tolist()
        assert one.articles["id"].tolist() == other.articles["id"].tolist()


def test_measures_by_voice():
    each = rules("each")
    table = term_frequencies(each, by="voice").set_index(["voice", "term"])
    assert table.loc[("speech", "Spezialoperation"), "count"] == 1
    assert ("newsroom", "Spezialoperation") not in table.index
    by_both = term_frequencies(each, by=["outlet", "voice"])
    assert {("A", "speech"), ("B", "newsroom")} <= set(zip(by_both["outlet"], by_both["voice"], strict=True))
    key = keyness(each, by="voice", target="speech", reference="newsroom", minimum_count=1)
    row = key.set_index("term").loc["Spezialoperation"]
    assert row[["count_target", "count_reference"]].tolist() == [1, 0]
    assert row["words_target"] == rules("speech").words.sum()
    assert set(keyness_of_groups(each, by="voice", minimum_count=1, minimum_articles=1)["voice"]) == {
        "newsroom", "speech",
    }  # fmt: skip


def test_measures_of_one_voice():
    each, own = rules("each"), rules("newsroom")
    pd.testing.assert_frame_equal(term_frequencies(each, voice="newsroom"), term_frequencies(own))
    pd.testing.assert_frame_equal(term_frequencies(each), term_frequencies(CORPUS))
    pd.testing.assert_frame_equal(
        keyness(each, by="outlet", target="A", voice="newsroom"), keyness(own, by="outlet", target="A")
    )
    pd.testing.assert_frame_equal(
        dispersion(each, minimum_count=1, voice="speech"), dispersion(rules("speech"), minimum_count=1)
    )


def test_a_corpus_will_do():
    one = term_frequencies(CORPUS, by="voice")
    assert set(one["voice"]) == {"newsroom", "speech"}
    assert term_frequencies(CORPUS, voice="speech")["count"].sum() > 0


def test_rare_terms_are_counted_by_article_not_by_row():
    # Krieg stands in a (both voices) and c: two articles.
    assert "Krieg" in rules("each", minimum_articles=2).vocabulary
    assert "Krieg" not in rules("each", minimum_articles=3).vocabulary


def test_phrases_and_n_grams_keep_their_voice():
    speech = rules("speech", phrases=["wollen Frieden"], ngrams=(1, 2))
    assert counts(speech, 0)["wollen Frieden"] == 1
    assert counts(speech, 0)["wir_wollen Frieden"] == 1
    newsroom = rules("newsroom", phrases=["wollen Frieden"], ngrams=(1, 2))
    assert "wollen Frieden" not in counts(newsroom, 0)
    assert newsroom.words.tolist() == rules("newsroom").words.tolist()


@pytest.mark.parametrize(
    "call",
    [
        lambda: document_term_matrix(CORPUS, voice="own"),
        lambda: document_term_matrix(CORPUS, voice="speech", method="magic"),
        lambda: document_term_matrix(CORPUS.assign(voice="x"), voice="speech"),
        lambda: term_frequencies(CORPUS, by="voice", voice="speech"),
        lambda: term_frequencies(CORPUS, voice="each"),
        lambda: term_frequencies(document_term_matrix(CORPUS), by="voice"),
        lambda: keyness(document_term_matrix(CORPUS), by="outlet", target="A", voice="speech"),
        lambda: count_voices(CORPUS.drop(columns="id"), speech=pd.DataFrame(columns=["article", "type"])),
    ],
)
def test_wrong_parameters(call):
    with pytest.raises(InputError):
        call()


def test_a_column_of_the_researcher_is_a_column_as_any_other():
    own = CORPUS.assign(voice=["x", "y", "y", "x"])
    assert set(term_frequencies(own, by="voice")["voice"]) == {"x", "y"}
