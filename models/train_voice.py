"""Train the tagger of reported speech from the train split of the quotation corpus, and write its weights.

    python models/train_voice.py [--data FOLDER] [--share 0.5] [--cross] [--out models/voice]

Only train.jsonl is read. `--cross` measures by five-fold cross-validation over articles and writes nothing.
The steps: (1) a conditional random field labels clauses; (2) a second one sees what the first said of each
clause and of its neighbours, learnt on verdicts about articles that the first had not seen (jackknife);
(3) a third tells speech in quotation marks from names and titles; (4) a fourth labels the tokens of speaker,
cue and frame. The third and the fourth learn on verdicts of the second about articles it had not seen.
Everything is in a fixed order and in a single thread, so that the weights are the same each time.
"""

from __future__ import annotations

import argparse
import io
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pycrfsuite

from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.rules import quotations
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.tagger.context import context_keys, context_names
from wortwahl.language.tagger.decoding import Chain
from wortwahl.language.tagger.features import Page
from wortwahl.language.tagger.labels import Found, labels_of
from wortwahl.language.tagger.marks import mark_names, outer_marks
from wortwahl.language.tagger.revise import clause_labels, direct_speech, in_order, reported_speech
from wortwahl.language.tagger.roles import chosen, role_names, role_tokens
from wortwahl.language.tagger.weights import CHAINS, FILE, pack, table
from wortwahl.storage import write_bytes

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "quotations"
FOLDS = 5
ARTICLES = 5  # a feature occurs in at least so many training articles
# Chosen by cross-validation. "bias" is taken from the score of the label O: the metric weighs what is missed
# as much as what is wrong, and the likelihood does not.
SETTINGS = {
    "first": {"c1": 0.3, "c2": 0.05, "max_iterations": 100, "bias": 0.4},
    "second": {"c1": 0.5, "c2": 0.1, "max_iterations": 100, "bias": 0.3},
    "marks": {"c1": 0.1, "c2": 0.3, "max_iterations": 100, "bias": 0.5},
    "roles": {"c1": 0.3, "c2": 0.05, "max_iterations": 100, "bias": 0.0},
}

Rows = list[list[list[str]]]  # sequences of items of names
Marks = list[list[str]]  # sequences of labels


class Example(NamedTuple):
    """An article read by the rules, with its gold labels."""

    page: Page
    rules: list[Quotation]
    clauses: list[str]
    marks: list[str]
    roles: list[str]


def tokens_of(reading: Reading, places: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return places of the text as runs of tokens."""
    runs = []
    for start, end in places:
        lo, hi = reading.token_at(start), reading.token_at(end)
        if lo and reading.ends[lo - 1] > start:
            lo -= 1
        if hi > lo:
            runs.append((lo, hi))
    return sorted(runs)


def example(article: dict) -> Example:
    """Return an article with its gold labels."""
    reading = Reading(article["text"])
    rules = quotations(reading)[0]
    page = Page(reading, rules)
    gold = [(q["type"], tokens_of(reading, q["quote"])) for q in article["quotations"]]
    tokens = labels_of(len(reading.words), [g for g in gold if g[1]])
    clauses = [_of_clause(tokens[one.lo : one.hi]) for one in page.clauses]
    said = [(q["quote"][0][0], q["quote"][-1][1]) for q in article["quotations"] if q["type"] == "Direct"]
    marks = ["Direct" if any(_alike(q.start, q.end, *s) for s in said) else "O" for q in outer_marks(page)]
    roles = ["O"] * len(reading.words)
    for role in ("frame", "speaker", "cue"):
        for one in article["quotations"]:
            for lo, hi in tokens_of(reading, one[role]):
                for i in range(lo, hi):
                    if role == "cue":
                        roles[i] = "X" if roles[i] in ("B-S", "I-S", "X") else "C"
                    elif role == "speaker":
                        roles[i] = "B-S" if i == lo else "I-S"
                    else:
                        roles[i] = "F"
    return Example(page, rules, clauses, marks, roles)


def _of_clause(labels: list[str]) -> str:
    """The label that most tokens of a clause have; it opens a quotation if one of them does."""
    kind = Counter(label[2:] or label for label in labels).most_common(1)[0][0]
    if len(kind) == 1:
        return kind
    return ("B-" if f"B-{kind}" in labels else "I-") + kind


def _alike(start: int, end: int, a: int, b: int) -> bool:
    return min(end, b) - max(start, a) > 0.6 * (max(end, b) - min(start, a))


def fit(name: str, articles: list[tuple[Rows, Marks]]) -> Chain:
    """Train a conditional random field (L-BFGS with L1 and L2) on the features that are frequent enough."""
    settings = dict(SETTINGS[name])
    bias = settings.pop("bias")
    counts: Counter[str] = Counter()
    for rows, _ in articles:
        counts.update({feature for row in rows for item in row for feature in item})
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False, params=settings)
    for rows, labels in articles:
        for row, marks in zip(rows, labels, strict=True):
            if row:
                trainer.append([[n for n in item if counts[n] >= ARTICLES] for item in row], marks)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learnt = tagger.info()
        tagger.close()
    labels = sorted(learnt.labels)
    weights: dict[str, dict[str, float]] = {"always": {}}
    for (feature, label), value in learnt.state_features.items():
        weights.setdefault(feature, {})[label] = value
    weights["always"]["O"] = weights["always"].get("O", 0.0) - bias
    steps = np.array([[learnt.transitions.get((a, b), 0.0) for b in labels] for a in labels])
    return Chain(labels, *table(labels, weights), steps)


def folds(count: int) -> list[tuple[list[int], list[int]]]:
    """Return (train, held out) for each fold: every fifth article, in the order of the file."""
    return [
        ([i for i in range(count) if i % FOLDS != k], [i for i in range(count) if i % FOLDS == k])
        for k in range(FOLDS)
    ]


def crossed(name: str, data: list[tuple[Rows, Marks]], use: Callable[[Chain, int], list]) -> list[list]:
    """Return for each article what a model says that has not seen it."""
    answers: dict[int, list] = {}
    for train, held_out in folds(len(data)):
        chain = fit(name, [data[i] for i in train])
        answers.update({i: use(chain, i) for i in held_out})
    return [answers[i] for i in range(len(data))]


def labels_by(data: list[tuple[Rows, Marks]]) -> Callable[[Chain, int], list]:
    """Return what gives the labels of all sequences of an article, one behind the other."""

    def use(chain: Chain, number: int) -> list[str]:
        return [chain.labels[n] for row in data[number][0] if row for n in chain.best(chain.scores(row))]

    return use


class Data(NamedTuple):
    """What each of the four models learns from, an entry an article."""

    first: list[tuple[Rows, Marks]]
    second: list[tuple[Rows, Marks]]
    marks: list[tuple[Rows, Marks]]
    roles: list[tuple[Rows, Marks]]
    labels: list[list[str]]  # of clauses, by a second model that has not seen the article
    found: list[list[Found]]  # the quotations that follow from them
    chances: list[list[float]]  # and their probabilities


def _with_context(page: Page, labels: list[str]) -> list[list[str]]:
    keys = context_keys(page, labels)
    return [[*names, *context_names(key)] for names, key in zip(page.names, keys, strict=True)]


def prepare(examples: list[Example]) -> Data:
    """Return the training data of all models; each sees only verdicts about articles new to who gave them."""
    first = [([e.page.names], [e.clauses]) for e in examples]
    said = crossed("first", first, labels_by(first))
    second = [
        ([_with_context(e.page, labels)], [e.clauses]) for e, labels in zip(examples, said, strict=True)
    ]
    verdicts = crossed(
        "second", second, lambda chain, i: [clause_labels(chain, chain.scores(second[i][0][0]))]
    )
    said = [one[0][0] for one in verdicts]
    marks = [
        ([mark_names(e.page, e.rules, labels)], [e.marks]) for e, labels in zip(examples, said, strict=True)
    ]
    speech = crossed(
        "marks",
        marks,
        lambda chain, i: list(direct_speech(examples[i].page, examples[i].rules, said[i], chain)),
    )
    found, chances, roles = [], [], []
    for e, [(labels, sure)], direct in zip(examples, verdicts, speech, strict=True):
        here, chance = in_order(*reported_speech(e.page, labels, sure), *direct)
        sentences = chosen(e.page, here)
        rows = role_names(role_tokens(e.page, e.rules, here, labels, sentences))
        found.append(here)
        chances.append(chance)
        roles.append((rows, [e.roles[slice(*e.page.spans[k])] for k in sentences]))
    return Data(first, second, marks, roles, said, found, chances)


def read_articles(folder: Path, share: float = 1.0) -> list[dict]:
    """Return the training articles, or an evenly spread share of them."""
    with (folder / "train.jsonl").open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    keep = round(share * len(articles))
    return [articles[i * len(articles) // keep] for i in range(keep)]


def save(chains: dict[str, Chain], path: Path) -> None:
    """Write the weights as npz without pickle."""
    arrays: dict[str, np.ndarray] = {}
    for name, chain in chains.items():
        arrays |= pack(name, chain)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, buffer.getvalue())


def learn(examples: list[Example]) -> dict[str, Chain]:
    """Return the four models learnt from all examples."""
    data = prepare(examples)
    return {name: fit(name, getattr(data, name)) for name in CHAINS}


def cross_tagged(examples: list[Example]) -> list[list[Quotation]]:
    """Return what rules and tagger say of each article, tagged by models that have not seen it."""
    from wortwahl.language.tagger.attaching import attach
    from wortwahl.language.tagger.revise import Tagged, merged, token_roles

    data = prepare(examples)
    answers = crossed(
        "roles",
        data.roles,
        lambda chain, i: token_roles(
            examples[i].page, examples[i].rules, data.found[i], data.labels[i], chain
        ),
    )
    return [
        merged(e.page, e.rules, Tagged(found, attach(e.page, found, roles), chances))
        for e, found, chances, roles in zip(examples, data.found, data.chances, answers, strict=True)
    ]


def cross_validated(articles: list[dict], examples: list[Example]) -> dict[str, float]:
    """Return the published metric over five folds, each article tagged by models that have not seen it."""
    import sys

    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
    import voice

    known = dict(zip((a["text"] for a in articles), cross_tagged(examples), strict=True))
    return voice.measure(articles, known.__getitem__)


def main() -> None:
    """Train, or measure by cross-validation."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--share", type=float, default=1.0, help="of the training articles")
    parser.add_argument("--cross", action="store_true", help="measure by cross-validation, write nothing")
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent / "voice")
    options = parser.parse_args()
    articles = read_articles(options.data, options.share)
    examples = [example(article) for article in articles]
    if options.cross:
        for name, value in cross_validated(articles, examples).items():
            print(f"{name:<18}{100 * value:6.1f}")
        return
    save(learn(examples), options.out / FILE)
    print(f"{len(articles)} articles, {(options.out / FILE).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
