import re
import string
from importlib.resources import files

import pytest
import yaml

from wortwahl.report.document import Code, Strong
from wortwahl.report.formats import LANGUAGES
from wortwahl.report.wording import Wording, _catalogue

SOURCES = files("wortwahl.report")


def placeholders(message):
    texts = message.values() if isinstance(message, dict) else [message]
    return {field for text in texts for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def words(text):
    return set(re.findall(r"[^\W\d_]{2,}", text.casefold()))


def test_every_language_has_the_same_keys_and_placeholders():
    english, german = _catalogue("en"), _catalogue("de")
    assert english.keys() == german.keys()
    for key, message in english.items():
        assert isinstance(message, dict) == isinstance(german[key], dict), key
        assert placeholders(message) == placeholders(german[key]), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_is_empty_and_no_key_stands_twice(lang):
    class Strict(yaml.SafeLoader):
        pass

    def mapping(loader, node):
        keys = [loader.construct_object(key) for key, _ in node.value]
        assert len(keys) == len(set(keys)), keys
        return loader.construct_mapping(node, deep=True)

    Strict.add_constructor("tag:yaml.org,2002:map", mapping)
    yaml.load(SOURCES.joinpath("messages", f"{lang}.yml").read_text("utf-8"), Strict)  # noqa: S506
    for key, message in _catalogue(lang).items():
        for text in message.values() if isinstance(message, dict) else [message]:
            assert isinstance(text, str) and text.strip(), key


def test_every_message_that_the_code_asks_for_is_there():
    asked = set()
    for folder in ("", "sections", "figures"):
        for file in (SOURCES / folder).iterdir():
            if file.name.endswith(".py"):
                asked |= set(re.findall(r'\.(?:text|runs)\(\s*"([a-z_.]+)"', file.read_text("utf-8")))
    assert len(asked) > 80
    assert asked <= _catalogue("en").keys()


def test_the_german_report_has_no_english_word_of_ours(german_report, tiny_report):
    for folder in (german_report, tiny_report):
        page = (folder / "report.html").read_text("utf-8")
        body = re.sub(r"(?s)<style>.*?</style>|<head>.*?</head>|<code>.*?</code>", " ", page)
        shown = re.sub(r"<[^>]+>", " ", body) + " ".join(re.findall(r'aria-label="([^"]*)"', body))
        english = set().union(*(words(str(m)) for m in _catalogue("en").values()))
        german = set().union(*(words(str(m)) for m in _catalogue("de").values()))
        ours = english - german - {"other", "one"}
        assert len(ours) > 300
        # The made-up tables are German; these words of theirs are spelled as English ones.
        assert words(shown) & ours <= {"in", "war"}, words(shown) & ours


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_a_name(lang):
    wording = Wording(lang)
    for voice in ("newsroom", "direct", "indirect", "distanced"):
        assert wording.has(f"voice.{voice}")
    for genre in ("report", "commentary", "interview", "guest", "letter", "liveblog", "speech", "none"):
        assert wording.has(f"genre.{genre}")
    assert wording.name("genre", "") == wording.text("genre.none")
    assert wording.name("voice", "something else") == "something else"


def test_values_are_never_parsed():
    wording = Wording("en")
    runs = wording.runs("quote.text", text=Strong("{n} **bold** {"))
    assert runs == ("“", Strong("{n} **bold** {"), "”")
    assert wording.text("appendix.codebook", name=Code("{x}")).startswith("Counted with the codebook {x}.")


def test_numbers_and_their_nouns_follow_the_language():
    assert Wording("en").text("summary.words", n=1) == "1 word"
    assert Wording("en").text("summary.words", n=0) == "0 words"
    assert Wording("de").text("summary.outlets", n=1234) == "1.234 Medien"
    assert Wording("de").listing(["a", "b", "c"]) == ("a", ", ", "b", " und ", "c")
    assert Wording("de").listing([]) == ()
