"""Reading codebooks: what is there, and errors that name file, line and key."""

import doctest
from pathlib import Path

import pytest

from wortwahl.corpus import lines
from wortwahl.errors import InputError
from wortwahl.framing import Codebook, codebook, codebook_file, read_codebook

GOOD = """\
name: probe
language: de
question: {de: "Womit?", en: "With what?"}
frames:
  war:
    label: {de: Krieg, en: War}
    terms:
      - Angriffskrieg
      - term: Invasion
        context: &places [Ukraine, Kiew]
        within: 12
        except: US-Invasion
      - term: Einmarsch
        context: *places
  "no":
    label: Nein
    terms: [Konflikt]
actors:
  kreml:
    label: Kreml
    names: [Kremlsprecher, "*sprecher des Kremls"]
sources: [Ein Buch (2020)]
"""


@pytest.fixture
def read(tmp_path: Path):
    def reading(text: str | bytes) -> Codebook:
        path = tmp_path / "codebook.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_codebook(path)

    return reading


def error_of(read, text: str | bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(text)
    return str(caught.value)


def test_a_good_codebook_is_read_whole(read) -> None:
    book = read(GOOD)
    assert list(book.frames) == ["war", "no"]
    term = book.frames["war"].terms[1]
    assert (term.term, term.context, term.within, term.except_) == (
        "Invasion",
        ("Ukraine", "Kiew"),
        12,
        ("US-Invasion",),
    )
    assert book.frames["war"].terms[2].within == 40
    assert book.label_of("war", "de") == "Krieg"
    assert book.label_of("war", "fr") == "Krieg"
    assert book.label_of("no") == "Nein"
    assert book.label_of("kreml") == "Kreml"
    assert book.question_in("en") == "With what?"
    assert book.sources == {"general": ("Ein Buch (2020)",)}


def test_the_examples_run() -> None:
    for module in (codebook, codebook_file, lines):
        assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in codebook_file.shipped_codebooks().glob("*.yml"))
)
def test_the_shipped_codebooks_are_right(name: str) -> None:
    book = read_codebook(name)
    assert book.name == name
    assert set(book.sources) <= {"general", *book.frames}
    for key in [*book.frames, *book.actors]:
        assert book.label_of(key, "de") and book.label_of(key, "en")


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("    terms:\n      - A", "    trems:\n      - A", ["line 7", "unknown key 'trems'", "'terms'"]),
        ("within: 12", "withn: 12", ["line 11", "unknown key 'withn'", "'within'"]),
        ("within: 12", "within: zwölf", ["line 11", "'within' is 'zwölf'"]),
        ("within: 12", "within: 0", ["line 11", "'within' is 0"]),
        ("names:", "name:", ["line 21", "unknown key 'name'", "'names'"]),
        ("question:", "qestion:", ["line 3", "'question'"]),
        ("terms: [Konflikt]", "terms: []", ["line 17", "'terms' is empty"]),
        ("terms: [Konflikt]", "terms:", ["line 17", "'terms' is empty"]),
        ("terms: [Konflikt]", 'terms: [""]', ["line 17", "is empty"]),
        ("terms: [Konflikt]", "terms: Konflikt", ["line 17", "'terms' must be a list"]),
        ("terms: [Konflikt]", "terms: [[Konflikt]]", ["line 17", "'terms'"]),
        ("terms: [Konflikt]", "terms: [Angriffskrieg]", ["line 17", "line 8", "'no'", "'war'"]),
        ("      - Angriffskrieg", "      - Invasion", ["line 9", "line 8", "same frame"]),
        ("language: de", "language: en", ["line 2", "'language' is 'en'", "German"]),
        ("name: probe\n", "", ["the key 'name' is missing"]),
        ('  "no":', "  war:", ["line 15", "'war' stands here twice", "line 5"]),
        ('  "no":', "  a b:", ["line 15", "'a b' is no key"]),
        ("- Angriffskrieg", "- '*'", ["line 8", "star"]),
        ("- Angriffskrieg", "- '*n'", ["line 8", "star"]),
        ("- Angriffskrieg", "- '(Krieg)'", ["line 8", "begins with no letter"]),
        ("- Angriffskrieg", "- 'Krieg", ["no valid YAML", "line"]),
        ("- Angriffskrieg", "- *nowhere", ["no valid YAML", "line 8"]),
        ("sources:", "quellen:", ["line 22", "unknown key 'quellen'"]),
        ("- Angriffskrieg", "- {a: b", ["no valid YAML"]),
        ("- Angriffskrieg", "- ? [a, b]\n        : c", ["line 8", "a key must be a word"]),
        ("- Angriffskrieg", "- {term: Krieg, '': x}", ["line 8", "unknown key ''"]),
    ],
)  # fmt: skip
def test_an_error_names_line_and_key(read, old: str, new: str, wanted: list[str]) -> None:
    assert old in GOOD
    message = error_of(read, GOOD.replace(old, new, 1))
    assert "codebook.yml" in message
    assert [part for part in wanted if part not in message] == [], message
    assert "pydantic" not in message


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "no keys"),
        ("- a\n- b\n", "no keys"),
        ("nur Text", "no keys"),
        (b"name: \xff\n", "line 1: this is not UTF-8"),
        (b"name: a\x00b\n", "YAML"),
        ("a: 1\n---\nb: 2\n", "YAML"),
        ("x: " + "[" * 5000, "codebook"),
        ("#" + "x" * 1_000_001, "bytes"),
    ],
)
def test_what_is_no_codebook_gets_one_message(read, text: str | bytes, wanted: str) -> None:
    assert wanted in error_of(read, text)


def test_anchors_cannot_blow_up(read) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12)
    )
    assert "too large" in error_of(read, bomb)
    assert "too deep" in error_of(read, "a: &a [*a]\n")


def test_a_byte_order_mark_and_windows_lines_are_read(read) -> None:
    assert read(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()).name == "probe"


def test_a_name_is_looked_for_here_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_codebook("ukraine-war").name == "ukraine-war"
    (tmp_path / "codebooks").mkdir()
    (tmp_path / "codebooks" / "ukraine-war.yml").write_text(GOOD, "utf-8")
    assert read_codebook("ukraine-war").name == "probe"


@pytest.mark.parametrize("name", ["ukrain-war", "fehlt.yml", "../codebooks/fehlt", "", "a/b"])
def test_an_unknown_name_lists_those_there_are(name: str) -> None:
    with pytest.raises(InputError, match="ukraine-war"):
        read_codebook(name)


def test_a_label_of_nothing_is_an_error(read) -> None:
    with pytest.raises(InputError, match="no frame and no actor 'wra'"):
        read(GOOD).label_of("wra")


def test_the_key_follows_what_decides_a_use_and_nothing_else(read) -> None:
    book = read(GOOD)
    relabelled = read(GOOD.replace("en: War", "en: The war"))
    assert relabelled.key == book.key
    assert relabelled.whole_key != book.whole_key
    for old, new in [("within: 12", "within: 13"), ("Kremlsprecher", "Kremlchef"), ("  war:", "  krieg:")]:
        assert read(GOOD.replace(old, new)).key != book.key
    swapped = GOOD.replace("- Angriffskrieg\n", "- Überfall\n      - Angriffskrieg\n")
    assert (
        read(swapped).key
        != read(swapped.replace("- Überfall\n      - Angriffskrieg", "- Angriffskrieg\n      - Überfall")).key
    )
