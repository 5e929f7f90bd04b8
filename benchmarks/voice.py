"""Measure who speaks where: the published metric of quotation detection, and token F1 by voice.

    python benchmarks/voice.py [--tokens gold|own] [--split train,dev] [--methods marks,rules,auto]
    python benchmarks/voice.py --sentences      (ends of sentences against NLTK's Punkt)

The data are Petersen-Frey and Biemann's (2024) German Wikinews articles with every quotation annotated;
see the README of ../shared/data. Predicted and gold quotations of an article are matched one to one by
the Hungarian method on the token F1 of their quote spans (a same type adds 0.01). The mean token
precision over predictions and the mean token recall over gold quotations give "Message"; the same over
speaker, cue and frame "Roles" (the rules predict no addressee: its gold tokens count against recall);
over both "Joint"; "Form" is the micro F1 of the type over matched pairs that share a token. "speaker
met" is ours: of the matched quotations that have a speaker, the share whose speaker as found (not
resolved over pronouns) shares a token.

The corpus comes as text with places, not as tokens. "gold tokens" are therefore words and single punctuation
signs, a number with its inner points and an abbreviation's point apart, which never cut a gold span; the
package's own tokens ("own") are the other way to count.

One table is printed: a row a figure, and for train and dev a column each for quotation marks alone ("marks"),
the rules ("rules") and rules with tagger ("auto"). On train the tagger is cross-validated: five times its
weights are learnt without the fifth of the articles that they then tag, which takes some minutes and needs
python-crfsuite; `--split dev` leaves it out.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from wortwahl.language.sentences import sentences
from wortwahl.language.speech import quotations_of, stretches
from wortwahl.language.speech.marks import quoted
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.tokens import tokens

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "quotations"
GOLD_TOKENS = re.compile(r"\w+|[^\w\s]")
TYPES = ("Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported")
ROLES = ("speaker", "cue", "frame", "addressee")


class Marked(NamedTuple):
    """A quotation as sets of tokens, a set for the quote and for each role."""

    type: str
    quote: frozenset[int]
    roles: frozenset[tuple[str, int]]


def read(split: str, folder: Path = DATA) -> list[dict]:
    """Return the articles of a split."""
    with (folder / f"{split}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def spans_of(text: str, how: str) -> list[tuple[int, int]]:
    """Return the tokens that the scorer counts."""
    return tokens(text) if how == "own" else [m.span() for m in GOLD_TOKENS.finditer(text)]


def cover(places: Iterable[Iterable[int]], starts: np.ndarray, ends: np.ndarray) -> set[int]:
    """Return the tokens that any of the places touches."""
    found: set[int] = set()
    for start, end in places:
        found.update(
            range(int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left")))
        )
    return found


def gold_of(article: dict, starts: np.ndarray, ends: np.ndarray) -> list[Marked]:
    """Return the gold quotations of an article."""
    return [
        Marked(
            q["type"],
            frozenset(cover(q["quote"], starts, ends)),
            frozenset((role, t) for role in ROLES for t in cover(q[role], starts, ends)),
        )
        for q in article["quotations"]
    ]


def predicted(found: list[Quotation], starts: np.ndarray, ends: np.ndarray) -> list[Marked]:
    """Return what a method found; distanced words are not in the corpus and are left out."""
    return [
        Marked(
            q.type,
            frozenset(cover(q.parts, starts, ends)),
            frozenset(
                (role, t)
                for role in ("speaker", "cue", "frame")
                if getattr(q, role)
                for t in cover(
                    [*_places(getattr(q, role)), *(q.cue_rest if role == "cue" else ())], starts, ends
                )
            ),
        )
        for q in found
        if q.type != "Distanced"
    ]


def _places(value: tuple) -> Iterable[tuple[int, int]]:
    return value if isinstance(value[0], tuple) else (value,)


def match(gold: list[Marked], found: list[Marked]) -> list[tuple[int, int]]:
    """Return pairs (gold, predicted) that share a token, matched by the Hungarian method."""
    if not gold or not found:
        return []
    score = np.zeros((len(gold), len(found)))
    for i, g in enumerate(gold):
        for j, p in enumerate(found):
            both = len(g.quote & p.quote)
            if both:
                score[i, j] = 2 * both / (len(g.quote) + len(p.quote)) + (0.01 if g.type == p.type else 0)
    rows, columns = linear_sum_assignment(-score)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if score[i, j] > 0]


class Tally:
    """Sums over articles."""

    def __init__(self) -> None:
        self.precisions = {"Message": [], "Roles": [], "Joint": []}
        self.recalls = {"Message": [], "Roles": [], "Joint": []}
        self.right = self.gold = self.found = 0
        self.heard = self.spoken = 0
        self.tokens = {name: [0, 0, 0] for name in ("newsroom", "no Reported", "direct", "indirect")}

    def add(self, gold: list[Marked], found: list[Marked]) -> None:
        """Count one article."""
        pairs = match(gold, found)
        partner = dict(pairs)
        back = {j: i for i, j in pairs}
        self.gold += len(gold)
        self.found += len(found)
        self.right += sum(gold[i].type == found[j].type for i, j in pairs)
        for i, j in pairs:
            who = {t for role, t in gold[i].roles if role == "speaker"}
            self.spoken += bool(who)
            self.heard += bool(who & {t for role, t in found[j].roles if role == "speaker"})
        for name, view in _VIEWS.items():
            for j, p in enumerate(found):
                mine = view(p)
                if mine:
                    other = view(gold[back[j]]) if j in back else frozenset()
                    self.precisions[name].append(len(mine & other) / len(mine))
            for i, g in enumerate(gold):
                mine = view(g)
                if mine:
                    other = view(found[partner[i]]) if i in partner else frozenset()
                    self.recalls[name].append(len(mine & other) / len(mine))
        for name, types in _LEVELS.items():
            a = {t for q in gold if q.type in types for t in q.quote}
            b = {t for q in found if q.type in types for t in q.quote}
            counts = self.tokens[name]
            counts[0] += len(a & b)
            counts[1] += len(b)
            counts[2] += len(a)

    def result(self) -> dict[str, float]:
        """Return each figure as a share of 1."""
        figures: dict[str, float] = {}
        for name in self.precisions:
            p = float(np.mean(self.precisions[name] or [0]))
            r = float(np.mean(self.recalls[name] or [0]))
            figures[name] = 2 * p * r / (p + r) if p + r else 0.0
            if name == "Message":
                figures["Message P"], figures["Message R"] = p, r
        figures["Form"] = 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0
        figures["speaker met"] = self.heard / self.spoken if self.spoken else 0.0
        for name, (both, b, a) in self.tokens.items():
            figures[f"token {name}"] = 2 * both / (a + b) if a + b else 0.0
        return figures


_VIEWS: dict[str, Callable[[Marked], frozenset]] = {
    "Message": lambda q: q.quote,
    "Roles": lambda q: q.roles,
    "Joint": lambda q: q.roles | {("quote", t) for t in q.quote},
}
_LEVELS = {
    "newsroom": TYPES,
    "no Reported": TYPES[:4],
    "direct": ("Direct",),
    "indirect": ("Indirect", "IndirectFreeIndirect", "FreeIndirect"),
}


def only_marks(text: str) -> list[Quotation]:
    """The simplest method: all that stands in quotation marks is direct speech."""
    return [
        Quotation("Direct", ((q.start, q.end),), None, None, None, "quotation marks", 0.5)
        for q in quoted(text)
        if q.depth == 0
    ]


METHODS: dict[str, Callable[[str], list[Quotation]]] = {
    "marks": only_marks,
    "rules": lambda text: quotations_of(text, method="rules"),
    "auto": lambda text: quotations_of(text, method="auto"),
}


def measure(
    articles: list[dict], method: Callable[[str], list[Quotation]], how: str = "gold"
) -> dict[str, float]:
    """Return the figures of a method on articles."""
    tally = Tally()
    for article in articles:
        spans = np.array(spans_of(article["text"], how)).reshape(-1, 2)
        starts, ends = spans[:, 0], spans[:, 1]
        tally.add(gold_of(article, starts, ends), predicted(method(article["text"]), starts, ends))
    return tally.result()


def speed(articles: list[dict], name: str) -> float:
    """Return tokens a second of processor time over full articles, with who speaks, on one core."""
    method = only_marks if name == "marks" else partial(stretches, method=name)
    texts = [a["text"] for a in articles]
    count = sum(len(tokens(t)) for t in texts)
    method(texts[0])
    begin = time.process_time()
    for text in texts:
        method(text)
    return count / (time.process_time() - begin)


def sentence_ends(articles: list[dict]) -> dict[str, float]:
    """Return the F1 of the ends of sentences: ours, and NLTK's Punkt trained on the same texts."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer, PunktTrainer

    trainer = PunktTrainer()
    for article in articles:
        trainer.train(article["text"], finalize=False)
    punkt = PunktSentenceTokenizer(trainer.get_params())
    ways = {"ours": sentences, "Punkt": lambda text: list(punkt.span_tokenize(text))}
    figures: dict[str, float] = {}
    for name, way in ways.items():
        both = found = gold = 0
        for article in articles:
            text = article["text"]
            ends = {len(text[:b].rstrip()) for _, b in way(text)}
            true = {len(text[:b].rstrip()) for _, b in article["sentences"]}
            both, found, gold = both + len(ends & true), found + len(ends), gold + len(true)
        figures[name] = 2 * both / (found + gold)
    return figures


def cross_validated(articles: list[dict]) -> Callable[[str], list[Quotation]]:
    """Return the method "auto" for training articles, each tagged by weights that were learnt without it."""
    import sys

    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "models"))
    import train_voice

    found = train_voice.cross_tagged([train_voice.example(article) for article in articles])
    known = {article["text"]: one for article, one in zip(articles, found, strict=True)}
    return known.__getitem__


def columns(split: str, methods: list[str], how: str, folder: Path) -> dict[str, dict[str, float]]:
    """Return the figures of each method on a split; the tagger has no speed where it is cross-validated."""
    articles = read(split, folder)
    figures: dict[str, dict[str, float]] = {}
    for name in methods:
        crossed = split == "train" and name == "auto"
        method = cross_validated(articles) if crossed else METHODS[name]
        figures[name] = measure(articles, method, how)
        figures[name]["tokens/s"] = np.nan if crossed else speed(articles, name)
    return figures


def table(by_split: dict[str, dict[str, dict[str, float]]], how: str) -> str:
    """Return one table: a row a figure, a column a split and method."""
    cells = [(split, name, one) for split, methods in by_split.items() for name, one in methods.items()]
    rows = list(cells[0][2])
    width = max(map(len, rows))
    splits = [split if k == 0 or cells[k - 1][0] != split else "" for k, (split, _, _) in enumerate(cells)]
    lines = [
        f"F1 in per cent, {how} tokens; the tagger on train is cross-validated",
        " " * width + "".join(f"{split:>12}" for split in splits),
        " " * width + "".join(f"{name:>12}" for _, name, _ in cells),
    ]
    for row in rows:
        values = [one[row] for _, _, one in cells]
        shown = [f"{v:,.0f}" if row == "tokens/s" else f"{100 * v:.1f}" for v in values]
        lines.append(f"{row:<{width}}" + "".join(f"{'-' if v == 'nan' else v:>12}" for v in shown))
    return "\n".join(lines)


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", default="train,dev", help="one or both, divided by a comma")
    parser.add_argument("--methods", default="marks,rules,auto")
    parser.add_argument("--tokens", default="gold", choices=["gold", "own"])
    parser.add_argument("--sentences", action="store_true")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    splits, methods = options.split.split(","), options.methods.split(",")
    if not set(splits) <= {"train", "dev"} or not set(methods) <= METHODS.keys():
        parser.error("--split takes train and dev, --methods takes marks, rules and auto")
    if options.sentences:
        for name, value in sentence_ends(read(splits[0], options.data)).items():
            print(f"F1 of the ends of sentences, {name}: {100 * value:.1f}")
        return
    print(table({one: columns(one, methods, options.tokens, options.data) for one in splits}, options.tokens))


if __name__ == "__main__":
    main()
