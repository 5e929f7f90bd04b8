"""Uses and actors on made-up texts: columns, places, titles, voices, batches."""

import doctest

import pandas as pd
import pytest

from wortwahl.corpus.schema import article_table
from wortwahl.errors import InputError
from wortwahl.framing import USE_COLUMNS, Codebook, find_speech, find_uses
from wortwahl.framing import actors as actors_module
from wortwahl.framing import uses as uses_module
from wortwahl.framing.actors import actors_of

CODEBOOK = Codebook.model_validate(
    {
        "name": "probe",
        "language": "de",
        "frames": {
            "aggression": {"label": "A", "terms": ["Angriffskrieg", "Überfall"]},
            "operation": {"label": "O", "terms": ["militärische Spezialoperation", "Spezialoperation"]},
        },
        "actors": {
            "kreml": {"label": "K", "names": ["Kremlsprecher", "Moskau", "russischer Präsident", "Kreml"]},
            "tass": {"label": "T", "names": ["Tass"]},
            "agencies": {"label": "N", "names": ["Nachrichtenagentur"]},
            "germany": {"label": "D", "names": ["Deutschland", "Bundeskanzlerin", "Berlin"]},
            "ukraine": {"label": "U", "names": ["ukrainischer Botschafter", "Kiew"]},
            "usa": {"label": "US", "names": ["USA", "US-Verteidigungsministerium"]},
        },
    }
)


@pytest.fixture
def corpus() -> pd.DataFrame:
    """Three articles: one with every voice, one without a use, one with a use in its title."""
    return article_table(
        [
            {
                "id": "a1",
                "date": "2024-06-18",
                "date_precision": "day",
                "outlet": "Probe-Bote",
                "title": "Gespräche über Wege aus der Krise",
                "text": "Seit dem Überfall sind Jahre vergangen.\n\n„Die Spezialoperation läuft nach Plan“, "
                "sagte der Kremlsprecher.\n\nDie „Spezialoperation“ dauert an. Der Angriffs-\nkrieg "
                "sei ein Fehler, sagte die Bundeskanzlerin.",
                "genre": "report",
                "story": "s1",
                "ressort": "Ausland",
            },
            {"id": "a2", "outlet": "Öster-Blatt", "title": "Wetter", "text": "Es regnet.", "story": "s2"},
            {"id": "a3", "outlet": "Öster-Blatt", "title": "ANGRIFFSKRIEG: 😀", "text": "", "story": "s3"},
        ]
    )


def test_the_input_is_not_changed(corpus: pd.DataFrame) -> None:
    before = corpus.copy()
    find_uses(corpus, CODEBOOK, method="rules")
    pd.testing.assert_frame_equal(corpus, before)


def test_the_examples_run() -> None:
    for module in (uses_module, actors_module):
        assert doctest.testmod(module).failed == 0


def test_columns_are_the_contracts_then_those_to_group_by(corpus: pd.DataFrame) -> None:
    uses = find_uses(corpus, CODEBOOK, method="rules")
    others = ["url", "author", "section", "language", "source", "ressort"]
    assert list(uses.columns) == [*USE_COLUMNS, *others]
    assert uses["ressort"].tolist()[:1] == ["Ausland"]
    without = find_uses(corpus, CODEBOOK, voice=False)
    assert list(without.columns) == [
        *["article", "frame", "term", "field", "start", "end", "surface"],
        *["outlet", "date", "date_precision", "genre", "agency", "story"],
        *others,
    ]
    pd.testing.assert_frame_equal(uses[without.columns], without)


def test_types_are_those_of_the_contract_with_and_without_a_use(corpus: pd.DataFrame) -> None:
    uses = find_uses(corpus, CODEBOOK, method="rules")
    none = find_uses(corpus.iloc[1:2], CODEBOOK, method="rules")
    assert len(none) == 0
    assert uses.dtypes.to_dict() == none.dtypes.to_dict()
    kinds = uses.dtypes.astype("str").to_dict()
    assert (kinds["start"], kinds["negated"], kinds["confidence"]) == ("int64", "bool", "float64")
    assert kinds["date"].startswith("datetime64")
    assert {kinds[name] for name in ("article", "surface", "voice", "speaker", "actor", "story")} == {"str"}


def test_places_are_in_order_and_the_surface_stands_there(corpus: pd.DataFrame) -> None:
    uses = find_uses(corpus, CODEBOOK, voice=False)
    assert uses[["article", "field", "surface"]].values.tolist() == [
        ["a1", "text", "Überfall"],
        ["a1", "text", "Spezialoperation"],
        ["a1", "text", "Spezialoperation"],
        ["a1", "text", "Angriffs-\nkrieg"],
        ["a3", "title", "ANGRIFFSKRIEG"],
    ]
    for use in uses.itertuples():
        article = corpus.set_index("id").loc[use.article]
        assert article[use.field][use.start : use.end] == use.surface


def test_voice_speaker_and_actor(corpus: pd.DataFrame) -> None:
    uses = find_uses(corpus, CODEBOOK, method="rules")
    assert uses["voice"].tolist() == ["newsroom", "direct", "distanced", "indirect", "newsroom"]
    assert uses["actor"].tolist() == ["", "kreml", "", "germany", ""]
    assert uses["confidence"].between(0, 1).all()
    assert (uses["evidence"] != "").all()


def test_uses_and_speech_give_one_answer(corpus: pd.DataFrame) -> None:
    uses = find_uses(corpus, CODEBOOK, method="rules")
    speech = find_speech(corpus["text"][0], method="rules", genre="report")
    speech = speech[speech["type"] != "Reported"].assign(length=speech["end"] - speech["start"])
    for use in uses[(uses["article"] == "a1") & (uses["field"] == "text")].itertuples():
        over = speech[(speech["start"] <= use.start) & (use.end <= speech["end"])]
        inner = over.sort_values("length").head(1)["voice"].tolist()
        assert [use.voice] == (inner or ["newsroom"])


def test_speech_is_computed_only_where_a_term_stands(
    corpus: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = []

    def listen(text: str, **given: object) -> list:
        heard.append((text[:8], given["title"]))
        return []

    monkeypatch.setattr(uses_module, "stretches", listen)
    uses = find_uses(corpus, CODEBOOK)
    assert heard == [("Seit dem", corpus["title"][0]), ("ANGRIFFS", "")]
    assert (uses["voice"] == "newsroom").all()


def test_a_batch_gives_the_same_as_the_whole(corpus: pd.DataFrame) -> None:
    whole = find_uses(corpus, CODEBOOK, method="rules")
    parts = [find_uses(corpus.iloc[i : i + 1], CODEBOOK, method="rules") for i in range(3)]
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole)


def test_any_index_and_missing_values_are_taken(corpus: pd.DataFrame) -> None:
    odd = corpus.set_index(pd.Index([7, 7, 7]))
    odd.loc[:, "title"] = [None, "Überfall", None]
    uses = find_uses(odd, CODEBOOK, method="rules")
    assert uses["article"].tolist() == ["a1"] * 4 + ["a2"]


def test_a_codebook_may_be_named(corpus: pd.DataFrame) -> None:
    uses = find_uses(corpus, "ukraine-war", voice=False)
    assert "aggression" in set(uses["frame"])


def test_what_is_missing_is_named(corpus: pd.DataFrame) -> None:
    with pytest.raises(InputError, match="'title', 'story'"):
        find_uses(corpus.drop(columns=["title", "story"]), CODEBOOK)
    with pytest.raises(InputError, match="str"):
        find_uses("data/raw", CODEBOOK)
    with pytest.raises(InputError, match="ukrain"):
        find_uses(corpus, "ukrain")
    with pytest.raises(InputError, match="best"):
        find_uses(corpus, CODEBOOK, method="best")


@pytest.mark.parametrize(
    ("speaker", "actor"),
    [
        ("der Kremlsprecher", "kreml"),
        ("Moskaus Vertreter", "kreml"),
        ("MOSKAU", "kreml"),
        ("der russische Präsident", "kreml"),
        ("dem russischen\nPräsidenten", "kreml"),
        ("der Sprecher des US-Verteidigungsministeriums, Max Muster", "usa"),
        ("der ukrainische Botschafter in Deutschland", "ukraine"),
        ("die Nachrichtenagentur Tass", "tass"),
        ("die Bundeskanzlerin nach einem Treffen in Kiew", "germany"),
        ("ein Vertreter in Moskau", "kreml"),
        ("die Nachbarin", ""),
        ("", ""),
    ],
)
def test_a_speaker_is_grouped_by_what_they_are_called(speaker: str, actor: str) -> None:
    assert actors_of(pd.Series([speaker], dtype="str"), CODEBOOK).tolist() == [actor]


def test_actors_keep_the_index_and_the_input() -> None:
    speakers = pd.Series(["Moskau", "", "Moskau"], index=[3, 3, 1], dtype="str")
    before = speakers.copy()
    found = actors_of(speakers, CODEBOOK)
    assert found.index.tolist() == [3, 3, 1]
    assert found.tolist() == ["kreml", "", "kreml"]
    pd.testing.assert_series_equal(speakers, before)


def test_no_actors_is_no_error() -> None:
    bare = CODEBOOK.model_copy(update={"actors": {}})
    assert actors_of(pd.Series(["Moskau"], dtype="str"), bare).tolist() == [""]
