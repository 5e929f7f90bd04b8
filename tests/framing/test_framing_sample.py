"""The sample's hand labels, made by reading before the program ran on it, hold the program to account."""

from pathlib import Path

import pandas as pd
import pytest

from wortwahl.corpus import read_corpus
from wortwahl.framing import find_uses

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
LABELS = SAMPLE.parent / "sample-labels"


@pytest.fixture(scope="module")
def compared() -> pd.DataFrame:
    """One row a label, with what the rules say of the same place."""
    corpus = read_corpus(SAMPLE)
    uses = find_uses(corpus, "ukraine-war", method="rules")
    rows = []
    for file in sorted(LABELS.glob("*.csv")):
        for label in pd.read_csv(file, dtype=str, keep_default_na=False).to_dict("records"):
            here = corpus[corpus["source"].str.endswith("/" + label["source"])]
            article = here[here["title"] == label["title"]] if len(here) > 1 else here
            assert len(article) == 1, f"{label['source']}: {label['title']}"
            start = place_of(article.iloc[0][label["field"]], label["surface"], int(label["occurrence"]))
            end = start + len(label["surface"])
            found = uses[
                (uses["article"] == article.iloc[0]["id"])
                & (uses["field"] == label["field"])
                & (uses["start"] < end)
                & (uses["end"] > start)
            ]
            use = found.iloc[0].to_dict() if len(found) else {}
            rows.append(label | {f"found_{name}": value for name, value in use.items()})
    table = pd.DataFrame(rows)
    table.attrs["uses"] = len(uses)
    return table


def place_of(text: str, surface: str, occurrence: int) -> int:
    start = -1
    for _ in range(occurrence):
        start = text.find(surface, start + 1)
        assert start >= 0, f"{surface} stands fewer than {occurrence} times"
    return start


def test_every_labelled_use_is_found_and_no_other(compared: pd.DataFrame) -> None:
    assert not compared.loc[compared["found_frame"].isna(), ["source", "surface"]].to_numpy().tolist()
    assert (compared["found_frame"] == compared["frame"]).all()
    assert compared.attrs["uses"] == len(compared)


def test_voice_is_right_for_at_least_90_of_100_labelled_uses(compared: pd.DataFrame) -> None:
    wrong = compared[compared["found_voice"] != compared["voice"]]
    shown = wrong[["source", "surface", "voice", "found_voice", "found_evidence", "note"]]
    assert 1 - len(wrong) / len(compared) >= 0.90, "\n" + shown.to_string()


def test_the_speaker_is_right_where_there_is_one(compared: pd.DataFrame) -> None:
    spoken = compared[(compared["speaker"] != "") & (compared["found_voice"] == compared["voice"])]
    heads = [label.split()[-1] for label in spoken["speaker"]]
    right = [
        head in found or found.split()[-1:] == [head] or (bool(found) and found in label)
        for head, found, label in zip(heads, spoken["found_speaker"], spoken["speaker"], strict=True)
    ]
    assert sum(right) / len(right) >= 0.80


def test_denials_are_marked(compared: pd.DataFrame) -> None:
    denied = compared["negated"] == "true"
    assert denied.any()
    assert (compared["found_negated"] == denied).mean() >= 0.97
