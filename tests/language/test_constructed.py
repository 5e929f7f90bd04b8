"""The constructed sentences: whose voice a word is in, whose word it is held to be, whether it is denied."""

import importlib
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parent
ENTRIES = yaml.safe_load((FOLDER / "constructed.yml").read_text("utf-8"))
KNOWN = yaml.safe_load((FOLDER / "constructed_known.yml").read_text("utf-8"))
VOICES = {"newsroom", "direct", "indirect", "distanced"}
GENRES = {"report", "commentary", "interview", "guest", "letter", "liveblog", "speech", ""}
FIELDS = {
    "id", "text", "place", "occurrence", "voice", "within", "speaker", "negated", "genre", "construction",
    "note",
}  # fmt: skip
CONSTRUCTIONS = {
    "quotes-german", "quotes-swiss", "quotes-reversed-guillemets", "quotes-english", "quotes-straight",
    "quotes-nested", "quotes-paragraphs", "quotes-interrupted", "marks-no-speech", "konjunktiv1",
    "konjunktiv2-substitute", "konjunktiv-trap", "free-indirect-run", "dass", "ob-w-clause", "infinitive",
    "verb-zweit-complement", "laut-zufolge", "nach-angaben", "aus-sicht", "so-x", "wie-x", "hearsay-soll",
    "colon-headline", "spricht-von", "separable-verb", "reported-act", "scare-quotes", "sogenannt",
    "angeblich", "als-bezeichnet", "was-nennt", "jargon", "talk-about-word", "offiziell", "negated",
    "noun-of-saying", "thinking-verb", "klar-ist-dass-trap", "live-blog-source-line", "interview",
    "commentary", "plain",
}  # fmt: skip


def place(entry: dict) -> tuple[int, int]:
    found = [m.span() for m in re.finditer(re.escape(entry["place"]), entry["text"])]
    return found[entry.get("occurrence", 1) - 1]


def listen(entry: dict):
    speech = importlib.import_module("wortwahl.language.speech")
    found = speech.stretches(entry["text"], method="rules", genre=entry.get("genre", ""))
    return speech.voice_at(found, *place(entry))


def right_in_voice(entry: dict) -> bool:
    verdict = listen(entry)
    return verdict.voice == entry["voice"] and entry.get("within", verdict.within) == verdict.within


def cases(entries: list[dict], known: dict[str, str]) -> list:
    # Only a wrong answer is excused, never a crash; a known failure that comes right must leave the list.
    return [
        pytest.param(
            entry,
            id=entry["id"],
            marks=[pytest.mark.xfail(strict=True, raises=AssertionError, reason=known[entry["id"]])]
            if entry["id"] in known
            else [],
        )
        for entry in entries
    ]


def test_the_entries_are_well_formed() -> None:
    twice = [name for name, n in Counter(entry["id"] for entry in ENTRIES).items() if n > 1]
    assert not twice
    assert len(ENTRIES) >= 240
    for entry in ENTRIES:
        name = entry["id"]
        assert set(entry) <= FIELDS, name
        assert entry["voice"] in VOICES, name
        assert entry.get("genre", "") in GENRES, name
        assert entry["construction"] in CONSTRUCTIONS, name
        assert entry.get("within", "newsroom") in VOICES - {"distanced"}, name
        assert "within" not in entry or entry["voice"] == "distanced", name
        times = entry["text"].count(entry["place"])
        assert times == 1 or 1 <= entry.get("occurrence", 0) <= times, name
        assert entry.get("speaker", "").lower() in entry["text"].lower(), name


def test_every_construction_is_covered_by_several_entries() -> None:
    count = Counter(entry["construction"] for entry in ENTRIES)
    assert {name for name in CONSTRUCTIONS if count[name] < 3} == set()


def test_a_program_that_calls_everything_speech_would_fail() -> None:
    count = Counter(entry["voice"] for entry in ENTRIES)
    assert set(count) == VOICES
    assert count["newsroom"] >= len(ENTRIES) / 3


def test_known_failures_name_an_entry_and_a_reason() -> None:
    assert set(KNOWN) == {"voice", "speaker"}
    names = {entry["id"] for entry in ENTRIES}
    for known in KNOWN.values():
        assert set(known) <= names
        assert all(known.values())


@pytest.mark.parametrize("entry", cases(ENTRIES, KNOWN["voice"]))
def test_voice(entry: dict) -> None:
    verdict = listen(entry)
    assert verdict.voice == entry["voice"], verdict
    if "within" in entry:
        assert verdict.within == entry["within"], verdict


WITH_SPEAKER = [entry for entry in ENTRIES if "speaker" in entry or entry["construction"] == "negated"]


@pytest.mark.parametrize("entry", cases(WITH_SPEAKER, KNOWN["speaker"]))
def test_speaker_and_denial(entry: dict) -> None:
    if "speaker" in entry:
        verdict = listen(entry)
        # The head word decides: how much of the phrase around it is taken in is a matter of taste.
        words = {word.lower() for word in re.findall(r"[\w-]+", verdict.speaker)}
        head = entry["speaker"].lower().split()[-1:]
        assert words.issuperset(head) if head else not words, verdict
    if entry["construction"] == "negated":
        speech = importlib.import_module("wortwahl.language.speech")
        assert speech.is_negated(entry["text"], *place(entry)) == entry.get("negated", False)


def test_the_voice_is_right_for_at_least_95_of_100_entries() -> None:
    right = sum(right_in_voice(entry) for entry in ENTRIES)
    assert right >= 0.95 * len(ENTRIES), f"{right} of {len(ENTRIES)}"
