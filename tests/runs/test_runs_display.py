"""How much of an article that is not one's own is shown, in everything that a run writes together."""

import re
from html.parser import HTMLParser

import numpy as np
import openpyxl
import pandas as pd
import pypdf
import pytest
from runs_corpora import settings, write_jsonl

from wortwahl import cli
from wortwahl.runs import run

pytestmark = pytest.mark.slow

TERMS = ("Angriffskrieg", "Spezialoperation", "Ukraine-Konflikt", "Überfall")
# Fewer words in a row than this are found in any two German texts.
RUN = 4
WORDS_A_USE, WORDS_AN_ARTICLE, PART = 30, 60, 0.10


def long_sentence(words, every, seed):
    """Return a sentence of words that stand nowhere else, with a term every so often."""
    draw = np.random.default_rng(seed)
    letters = np.array(list("abdefgiklmnoprstuwz"))
    made = ["".join(draw.choice(letters, 9)) for _ in range(words)]
    for number, place in enumerate(range(every // 2, words, every)):
        made[place] = TERMS[(number + seed) % len(TERMS)]
    return " ".join(made) + "."


@pytest.fixture(scope="module")
def texts():
    """Articles by what they are: short and long, with few terms and with many."""
    shapes = {"short": (50, 10), "dense": (300, 4), "long": (2000, 40), "rare": (900, 300), "own": (400, 20)}
    return {name: long_sentence(*shape, seed) for seed, (name, shape) in enumerate(shapes.items())}


@pytest.fixture(scope="module")
def out(texts, tmp_path_factory):
    base = tmp_path_factory.mktemp("display")
    rows = [
        {
            "date": f"2024-0{number + 1}-11",
            "language": "de",
            "outlet": f"Blatt {number}",
            "title": f"Titel {number}",
            "text": text,
            "teaser": " ".join(text.split()[:25]),
            "copy": text,
            "license": "own" if name == "own" else "",
        }
        for number, (name, text) in enumerate(texts.items())
    ]
    write_jsonl(base / "raw" / "a.jsonl", rows)
    run(settings(base / "raw", base), quiet=True)
    return base / "out"


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.text = []

    def handle_data(self, data):
        self.text.append(data)


def of_table(table):
    return [" ".join(str(cell) for cell in row) for row in table.to_numpy().tolist()]


def of_html(path):
    page = Page()
    page.feed(path.read_text("utf-8"))
    return [" ".join(page.text)]


def of_xlsx(path):
    sheets = openpyxl.load_workbook(path).worksheets
    return [
        " ".join(str(cell) for cell in row) for sheet in sheets for row in sheet.iter_rows(values_only=True)
    ]


def of_pdf(path):
    """Return the text of a PDF; a hyphen at the end of a line is the page's own."""
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return [re.sub(r"[-\u00ad\u2010]\n", "", text)]


READERS = {
    ".csv": lambda path: of_table(pd.read_csv(path, dtype="str", keep_default_na=False)),
    ".parquet": lambda path: of_table(pd.read_parquet(path)),
    ".xlsx": of_xlsx,
    ".html": of_html,
    ".pdf": of_pdf,
    ".json": lambda path: [path.read_text("utf-8")],
}


def words_of(text):
    return re.findall(r"\w+(?:-\w+)*", text)


def runs_shown(article, shown):
    """Return the places of an article's words that stand in `shown`, `RUN` or more in a row as there."""
    place = {}
    for number in range(len(article) - RUN + 1):
        place.setdefault(tuple(article[number : number + RUN]), number)
    found = set()
    for number in range(len(shown) - RUN + 1):
        start = place.get(tuple(shown[number : number + RUN]))
        if start is not None:
            found |= set(range(start, start + RUN))
    return found


def longest_row(places):
    longest = row = 0
    for place in sorted(places):
        row = row + 1 if place - 1 in places else 1
        longest = max(longest, row)
    return longest


@pytest.fixture(scope="module")
def shown(out, texts):
    """For each article, the places of its words that each file shows."""
    kept = out.parent / "processed" / "runs"
    files = sorted(path for folder in (out, kept) for path in folder.rglob("*") if path.is_file())
    assert {path.suffix for path in files} == set(READERS)
    found = {name: {} for name in texts}
    for path in files:
        pieces = [words_of(piece) for piece in READERS[path.suffix](path)]
        for name, text in texts.items():
            article = words_of(text)
            found[name][path.relative_to(out.parent).as_posix()] = [
                runs_shown(article, piece) for piece in pieces
            ]
    return found


def test_something_is_shown(shown):
    for name in ("short", "long", "rare"):
        places = set().union(*shown[name]["out/tables/examples.csv"])
        assert len(places) >= 10, name
        assert longest_row(places) > 5


@pytest.mark.parametrize("name", ["short", "dense", "long", "rare"])
def test_no_use_is_shown_with_more_than_thirty_words(shown, name):
    for path, pieces in shown[name].items():
        if path.endswith((".html", ".pdf")):
            continue  # one piece each; a row of two uses beside each other is one there
        for piece in pieces:
            assert len(piece) <= WORDS_A_USE, path


@pytest.mark.parametrize("name", ["short", "dense", "long", "rare"])
def test_all_files_together_show_no_more_than_the_limit(shown, texts, name):
    together = set().union(*(piece for pieces in shown[name].values() for piece in pieces))
    limit = max(WORDS_AN_ARTICLE, PART * len(words_of(texts[name])))
    assert len(together) <= limit


VERBS = [
    ["articles"],
    ["uses"],
    ["problems"],
    ["forms"],
    *(["concordance", "--term", term] for term in TERMS),
]


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_a_verb_stays_within_the_limits(out, texts, tmp_path, verb):
    path = tmp_path / "table.parquet"
    assert cli.main([verb[0], str(out.parent / "raw"), *verb[1:], "--out", str(path)]) == 0
    rows = [words_of(row) for row in READERS[".parquet"](path)]
    for name, text in texts.items():
        article = words_of(text)
        pieces = [runs_shown(article, row) for row in rows]
        together = set().union(*pieces)
        if name == "own":
            assert len(together) == len(article) or verb[0] != "articles"
            continue
        assert max(map(len, pieces), default=0) <= WORDS_A_USE
        assert len(together) <= max(WORDS_AN_ARTICLE, PART * len(article))
        assert together or verb[0] != "concordance" or name in ("short", "rare")
