"""Whatever comes in: no crash, places inside the text, and one answer for one text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortwahl.language.speech import is_negated, stretches, voice_at

WORDS = [
    "sagte",
    "er",
    ",",
    ".",
    ":",
    "„",
    "“",
    '"',
    "‚",
    "‘",
    "»",
    "«",
    "dass",
    "die",
    "Stadt",
    "sei",
    "habe",
    "laut",
    "nach",
    "Angaben",
    "der",
    "Polizei",
    "zufolge",
    "so",
    "wie",
    "mitteilte",
    "(",
    ")",
    "[",
    "kein",
    "nicht",
    "„A“",
    "sogenannte",
    "als",
    "bezeichnet",
    "nennt",
    "was",
    "soll",
    "haben",
    "\n\n",
    "Frage:",
    "Antwort:",
    "?",
    "!",
    "…",
    "–",
    ";",
    "Das",
    "teilte",
    "mit",
]


def check(text: str, genre: str = "") -> None:
    found = stretches(text, method="rules", genre=genre)
    for s in found:
        assert 0 <= s.start < s.end <= len(text)
        assert (s.speaker_start == -1) == (s.speaker_end == -1)
        assert s.speaker_end <= len(text)
        assert 0 <= s.confidence <= 1
        assert s.evidence
    assert stretches(text, method="rules", genre=genre) == found
    voice_at(found, 0, min(5, len(text)))
    is_negated(text, 0, min(5, len(text)))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.sampled_from(["", "interview", "liveblog"]),
)
def test_any_order_of_words_that_trigger_rules(text: str, genre: str) -> None:
    check(text, genre)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes(raw: bytes) -> None:
    check(raw.decode("utf-8", "replace"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "Haus " * 20_000,
        "„" * 10_000,
        "“ „ " * 3_000,
        "DER MINISTER SAGTE, ER SEI KRANK. " * 200,
        "(" * 5_000,
        "sagte, " * 1_500,
        "",
        "\n\n \t",
    ],
    ids=[
        "no sentence end",
        "open marks",
        "crossed marks",
        "capitals",
        "brackets",
        "commas",
        "empty",
        "space",
    ],
)
def test_broken_texts(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    ["Begriff spricht von", "sagte . zufolge nach was Angaben", "spricht Sie von", "wie \n\n spricht von"],
)
def test_a_text_that_ends_where_a_rule_looks_ahead(text: str) -> None:
    for method in ("rules", "auto"):
        assert all(0 <= found.start <= found.end <= len(text) for found in stretches(text, method=method))
