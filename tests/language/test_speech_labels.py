"""The hand-labelled uses in real articles hold the rules to account: voice, and who speaks."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from wortwahl.corpus.cleaning import clean_text
from wortwahl.language.speech import Stretch, Verdict, stretches, voice_at

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
LABELS = ROOT / "tests" / "labels" / "voice.csv"
# A floor only ever rises.
VOICE_FLOOR = 0.95
SPEAKER_FLOOR = 0.89


def place_of(text: str, surface: str, times: int) -> int:
    """The place of the occurrence with that number (from 0): cleaning moves places, not their order."""
    start = -1
    for _ in range(times + 1):
        start = text.find(surface, start + 1)
    return start


def occurrences_before(text: str, surface: str, offset: int) -> int:
    return sum(text.startswith(surface, i) for i in range(offset))


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[dict[str, str], Verdict]]:
    if not (DATA / "news").exists():
        pytest.skip("the news articles (../shared/data/news) are not here")
    with LABELS.open(encoding="utf-8", newline="") as lines:
        labels = list(csv.DictReader(lines))
    wanted = {(label["file"], label["id"]) for label in labels}
    records: dict[tuple[str, str], dict] = {}
    for name in sorted({label["file"] for label in labels}):
        with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if (name, str(record["id"])) in wanted:
                    records[name, str(record["id"])] = record
    heard: dict[tuple[str, str], list[Stretch]] = {}
    rows = []
    for label in labels:
        key = label["file"], label["id"]
        raw, offset = records[key]["text"], int(label["offset"])
        surface = raw[offset : offset + int(label["length"])]
        text = clean_text(raw)
        start = place_of(text, " ".join(surface.split()), occurrences_before(raw, surface, offset))
        assert start >= 0, label["id"]
        if key not in heard:
            genre = "liveblog" if "liveblog" in label["file"] else "report"
            heard[key] = stretches(text, method="rules", genre=genre, title=records[key]["title"])
        rows.append((label, voice_at(heard[key], start, start + len(" ".join(surface.split())))))
    return rows


def test_the_voice_is_right(verdicts: list[tuple[dict[str, str], Verdict]]) -> None:
    right = sum(label["voice"] == verdict.voice for label, verdict in verdicts)
    assert len(verdicts) == 150
    assert right >= VOICE_FLOOR * len(verdicts), f"{right} of {len(verdicts)}"


def test_the_head_word_of_the_speaker_is_right(verdicts: list[tuple[dict[str, str], Verdict]]) -> None:
    """Of the uses in somebody else's voice that have a speaker, and whose voice is right."""
    spoken = [
        (label["speaker"], verdict.speaker)
        for label, verdict in verdicts
        if label["speaker"] and label["voice"] == verdict.voice != "newsroom"
    ]
    right = sum(
        label.strip('„“"').split()[-1] in found or (bool(found) and found in label) for label, found in spoken
    )
    assert len(spoken) >= 50
    assert right >= SPEAKER_FLOOR * len(spoken), f"{right} of {len(spoken)}"
