"""The word-level difference of two versions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wortwahl as ww
from wortwahl.corpus.wire import difference_html, version_difference
from wortwahl.errors import InputError


def shown(earlier: str, later: str) -> list[list]:
    return version_difference(earlier, later)[["kind", "words"]].to_numpy().tolist()


def test_words_that_were_changed() -> None:
    assert shown("Der Angriff dauert an.", "Der Überfall dauert an.") == [
        ["same", "Der"],
        ["removed", "Angriff"],
        ["added", "Überfall"],
        ["same", "dauert an."],
    ]
    assert shown("Er sagte: „Nein.“", "Er sagte: „Ja.“")[1:3] == [["removed", "Nein"], ["added", "Ja"]]


def test_paragraphs() -> None:
    assert shown("Eins.\n\nZwei.\n\nDrei.", "Eins.\n\nDrei.\n\nVier.") == [
        ["same", "Eins."],
        ["removed", "Zwei."],
        ["same", "Drei."],
        ["added", "Vier."],
    ]
    # Where lines end does not count.
    assert shown("Eins. Zwei.", "Eins.\n\nZwei.") == [["same", "Eins.\n\nZwei."]]


def test_empty_and_equal_versions() -> None:
    assert shown("", "") == []
    assert shown("", "Neu.") == [["added", "Neu."]]
    assert shown("Alt.", " ") == [["removed", "Alt."]]
    assert shown("Gleich.", "Gleich.") == [["same", "Gleich."]]
    assert list(version_difference("", "").columns) == ["kind", "words", "place"]


def test_places() -> None:
    earlier, later = "Kiew (dpa) – Der Angriff\n\ndauert an.", "Der Krieg in Kiew\n\ndauert wohl an."
    for kind, words, place in version_difference(earlier, later).itertuples(index=False):
        text = earlier if kind == "removed" else later
        assert text[place : place + len(words)] == words


text = st.lists(
    st.sampled_from(["Der", "Krieg", "ü", ".", "„", "\n\n", " ", "dauert-an", "3"]), max_size=30
).map(" ".join)


@settings(deadline=None)
@given(text, text)
def test_each_version_can_be_put_together_again(earlier, later) -> None:
    found = version_difference(earlier, later)
    for version, other in ((earlier, "added"), (later, "removed")):
        assert "".join("".join(found.loc[found["kind"] != other, "words"]).split()) == "".join(
            version.split()
        )
    # Neighbours of one kind are one row.
    assert not (found["kind"] == found["kind"].shift()).any()


def test_long_texts_do_not_take_long() -> None:
    words = [f"wort{i % 700}" for i in range(4_000)]
    changed = [word for i, word in enumerate(words) if i % 50]
    found = version_difference(" ".join(words), " ".join(changed))
    assert set(found["kind"]) >= {"same", "removed"}


def test_html_escapes() -> None:
    found = difference_html(version_difference("<script>alert(1)</script>", "<b>"))
    assert "<script" not in found
    assert "<b>" not in found


def test_only_texts() -> None:
    with pytest.raises(InputError):
        version_difference("a", None)


def test_public_names() -> None:
    assert ww.version_difference is version_difference
    assert callable(ww.find_stories)
