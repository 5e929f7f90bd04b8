"""The command `wortwahl`: one verb a job, exit status 0, 1 (the job failed) or 2 (wrong arguments)."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import wortwahl as ww
from wortwahl import runs, safety, storage
from wortwahl.errors import InputError

DONE, FAILED, WRONG_ARGUMENTS = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and name the next step."""

    def error(self, message: str) -> None:
        sys.stderr.write(f"wortwahl: {safety.terminal(message)}. See '{self.prog} --help'.\n")
        raise SystemExit(WRONG_ARGUMENTS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    given = parser().parse_args(arguments)
    try:
        return given.verb(given) or DONE
    except InputError as error:
        _say(f"wortwahl: {error}")
        return FAILED
    except KeyboardInterrupt:
        _say("wortwahl: interrupted. What was done is kept; the same command goes on from there.")
        return FAILED
    except BrokenPipeError:
        sys.stderr.close()  # The reader has seen enough; Python must not complain about it at exit.
        return DONE


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    whole = _Parser(prog="wortwahl", description=ww.__doc__, allow_abbrev=False)
    whole.add_argument("--version", action="version", version=ww.__version__)
    verbs = whole.add_subparsers(title="verbs", required=True, metavar="VERB")
    _run_verb(verbs)
    _table_verbs(verbs)
    lab = _verb(verbs, "lab", _lab, "open the notebooks in JupyterLab")
    lab.add_argument("--port", type=int, default=8888)
    lab.add_argument("--no-browser", action="store_true", help="do not open a browser window")
    notebook = _verb(
        verbs, "notebook", _notebook, "run a notebook with parameters and keep it with its outputs"
    )
    notebook.add_argument("name", help="a notebook's name (03_framing) or file")
    notebook.add_argument(
        "-p", "--parameter", nargs=2, action="append", default=[], metavar=("NAME", "VALUE")
    )
    notebook.add_argument(
        "--out", default="", help="the file to write (default: reports/notebooks/NAME.ipynb)"
    )
    return whole


def _verb(verbs: argparse._SubParsersAction, name: str, job: Callable, text: str) -> argparse.ArgumentParser:
    verb = verbs.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", allow_abbrev=False)
    verb.set_defaults(verb=job)
    return verb


def _corpus_arguments(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "raw", nargs="*", metavar="RAW", help="files, folders or globs (default: data/raw, or the sample)"
    )
    verb.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="YOURS=OURS",
        help="a column's name in your table file",
    )


def _run_verb(verbs: argparse._SubParsersAction) -> None:
    run = _verb(
        verbs, "run", _run, "read a corpus, find whose voice each use stands in, write report and tables"
    )
    _corpus_arguments(run)
    run.add_argument("--codebook", default="ukraine-war", metavar="NAME|FILE")
    run.add_argument("--out", default="", metavar="DIR", help="default: reports/NAME OF THE CORPUS")
    run.add_argument(
        "--processed", default="data/processed", metavar="DIR", help="the cache and the Parquet tables"
    )
    run.add_argument("--lang", default="en", choices=["en", "de"], help="the report's language")
    run.add_argument(
        "--voice",
        default="uses",
        choices=["uses", "all"],
        help="look for speech where uses are, or everywhere",
    )
    run.add_argument("--voice-method", default="auto", choices=["auto", "rules"])
    run.add_argument("--period", default="auto", choices=["auto", "day", "week", "month", "quarter", "year"])
    run.add_argument("--topics", type=int, default=0, metavar="N", help="number of topics (0: by size)")
    run.add_argument("--level", type=float, default=0.95, help="confidence level of the intervals")
    run.add_argument("--resamples", type=int, default=2000, help="bootstrap resamples")
    run.add_argument("--seed", type=int, default=1)
    run.add_argument("--jobs", type=int, default=0, help="processes (0: as many as processors)")
    run.add_argument("--quiet", action="store_true", help="no progress bar")


def _table_verbs(verbs: argparse._SubParsersAction) -> None:
    for name, table, text in TABLES:
        verb = _verb(
            verbs, name, lambda given, table=table: _write_table(table(given), given), f"write {text}"
        )
        _corpus_arguments(verb)
        if name in ("uses", "shares", "forms"):
            verb.add_argument("--codebook", default="ukraine-war", metavar="NAME|FILE")
        if name in ("uses", "shares"):
            verb.add_argument("--voice-method", default="auto", choices=["auto", "rules"])
        if name == "concordance":
            verb.add_argument("--term", required=True, help="a word, a phrase, or a pattern with *")
        if name == "collocates":
            verb.add_argument("--term", required=True, help="the word whose company is asked for")
        if name == "keyness":
            verb.add_argument("--target", required=True, help="the group whose words are asked for")
        if name in ("terms", "keyness", "shares"):
            verb.add_argument("--by", default="outlet", help="a column, or day, week, month, quarter, year")
        if name == "topics":
            verb.add_argument("--topics", type=int, default=20, metavar="N")
            verb.add_argument("--seed", type=int, default=1)
        verb.add_argument(
            "--format",
            default="",
            choices=["", "csv", "jsonl", "parquet"],
            help="default: by OUT's ending, or csv",
        )
        verb.add_argument("--out", default="-", metavar="FILE", help="- is standard output")


def _corpus(given: argparse.Namespace) -> object:
    raw = given.raw or runs.default_raw()[0]
    return ww.read_corpus(list(raw), columns=_columns(given) or None)


def _columns(given: argparse.Namespace) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in given.column]
    if wrong := [yours for yours, sign, ours in pairs if not (yours and sign and ours)]:
        raise InputError(
            f"--column {wrong[0]}: a mapping is YOURS=OURS.", what_to_do="For example: --column Inhalt=text"
        )
    return {yours: ours for yours, _, ours in pairs}


# One verb a table: its name, how it is made, what it is.
TABLES: list[tuple[str, Callable, str]] = [
    ("articles", _corpus, "the articles of a corpus"),
    (
        "problems",
        lambda given: ww.read_problems(
            list(given.raw or runs.default_raw()[0]), columns=_columns(given) or None
        ),
        "what could not be read, and what to do",
    ),
    (
        "uses",
        lambda given: ww.find_uses(_corpus(given), given.codebook, method=given.voice_method),
        "every use of a codebook's terms, with its voice",
    ),
    (
        "shares",
        lambda given: ww.frame_shares(
            ww.find_uses(_corpus(given), given.codebook, method=given.voice_method), by=given.by
        ),
        "the share of each frame, plain and in the newsroom's own voice",
    ),
    ("forms", lambda given: ww.expand_terms(given.codebook, _corpus(given)), "every form a codebook catches"),
    ("terms", lambda given: ww.term_frequencies(_corpus(given), by=given.by), "term frequencies"),
    (
        "keyness",
        lambda given: ww.keyness(_corpus(given), by=given.by, target=given.target),
        "keyness of a group's words",
    ),
    (
        "concordance",
        lambda given: ww.concordance(_corpus(given), given.term),
        "a term in its contexts (KWIC)",
    ),
    (
        "collocates",
        lambda given: ww.collocates(_corpus(given), given.term),
        "the words that keep a term company",
    ),
    (
        "topics",
        lambda given: ww.fit_topics(_corpus(given), n_topics=given.topics, seed=given.seed).topics,
        "topics with their words",
    ),
]


def _write_table(table: object, given: argparse.Namespace) -> None:
    ending = Path(given.out).suffix.lstrip(".")
    form = given.format or (ending if ending in ("csv", "jsonl", "parquet") else "csv")
    if form == "parquet":
        if given.out == "-":
            raise InputError("Parquet cannot go to a terminal.", what_to_do="Name a file: --out uses.parquet")
        storage.write_parquet(table, given.out)
    elif given.out != "-":
        storage.write_text(
            given.out, storage.jsonl_text(table) if form == "jsonl" else "\ufeff" + storage.csv_text(table)
        )
    else:
        text = storage.jsonl_text(table) if form == "jsonl" else storage.csv_text(table)
        sys.stdout.write(safety.terminal(text) if sys.stdout.isatty() else text)


def _run(given: argparse.Namespace) -> None:
    sample = False
    raw = tuple(given.raw)
    if not raw:
        raw, sample = runs.default_raw()
    settings = runs.settings_from(
        raw=raw, columns=_columns(given),
        **{name: getattr(given, name) for name in (
            "codebook", "out", "processed", "lang", "voice", "voice_method", "period", "topics", "level",
            "resamples", "seed", "jobs",
        )},
    )  # fmt: skip
    if sample:
        _say("data/raw is empty: this is the bundled sample, which is made up.")
    written = runs.run(settings, quiet=given.quiet)
    for line in runs.summary_lines(written):
        _say(line, sys.stdout)


def _lab(given: argparse.Namespace) -> int:
    return runs.open_lab(port=given.port, browser=not given.no_browser)


def _notebook(given: argparse.Namespace) -> None:
    parameters = {name: _value(value) for name, value in given.parameter}
    _say(f"Wrote {runs.run_notebook(given.name, parameters, given.out or None)}", sys.stdout)


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def _say(text: str, stream: object = None) -> None:
    print(safety.terminal(text), file=stream or sys.stderr)
