"""Stories on the labelled pairs of real articles: a floor that only rises."""

from pathlib import Path

import pandas as pd
import pytest

import wortwahl as ww

LABELS = Path(__file__).parents[1] / "labels" / "stories.csv"
DATA = Path(__file__).parents[3] / "shared" / "data" / "news" / "outlets-2020.jsonl.gz"


def test_labels_name_pairs_and_no_text() -> None:
    labels = pd.read_csv(LABELS)
    assert len(labels) == 150
    assert not labels.duplicated(["id_a", "id_b"]).any()
    assert set(labels["label"]) == {"same", "not"}
    assert labels["containment"].between(0.2, 1).all()


@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason="the measuring data are not here")
def test_labelled_pairs() -> None:
    labels = pd.read_csv(LABELS)
    story = ww.find_stories(ww.read_corpus(DATA)).set_index("source_id")["story"]
    joined = story[labels["id_a"]].to_numpy() == story[labels["id_b"]].to_numpy()
    same = (labels["label"] == "same").to_numpy()
    # 47 of 55 are found, with four others.
    assert (joined & same).sum() >= 47
    assert (joined & ~same).sum() <= 4
