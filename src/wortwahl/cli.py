"""The command `wortwahl`: one verb a job, exit status 0, 1 (the job failed) or 2 (wrong arguments)."""

import argparse
import json
import logging
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import wortwahl as ww
from wortwahl import runs, safety
from wortwahl.errors import InputError

DONE, FAILED, WRONG_ARGUMENTS = 0, 1, 2
FORMATS = ("csv", "jsonl", "parquet")
PERIODS = ("day", "week", "month", "quarter", "year")


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and name the next step."""

    def error(self, message: str) -> None:
        _say(f"wortwahl: {message}. See '{self.prog} --help'.")
        raise SystemExit(WRONG_ARGUMENTS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    given = parser().parse_args(arguments)
    with warnings.catch_warnings():
        if not sys.warnoptions:
            warnings.simplefilter("ignore")  # what libraries say to programmers
        logging.getLogger().addHandler(logging.NullHandler())
        try:
            return given.verb(given) or DONE
        except BrokenPipeError:
            sys.stderr.close()  # The reader has seen enough; Python must not complain about it at exit.
            return DONE
        except (Exception, KeyboardInterrupt) as error:
            if given.traceback:
                traceback.print_exc()
            _say(f"wortwahl: {_explained(error)}")
            return FAILED


def _explained(error: BaseException) -> str:
    """Return one sentence or two for whatever went wrong."""
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, KeyboardInterrupt):
        return "interrupted. What was done is kept; the same command goes on from there."
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{error.strerror}. Check the path, its rights and the free space."
    if isinstance(error, MemoryError):
        return "there is not enough memory. Close other programs, or give fewer files at once."
    if isinstance(error, BrokenProcessPool):
        return "a process was ended from outside, perhaps for want of memory. Try --jobs 1."
    return f"an error of the program ({type(error).__name__}: {error}). Please report what --traceback shows."


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    whole = _Parser(prog="wortwahl", description=ww.__doc__, allow_abbrev=False)
    whole.add_argument("--version", action="version", version=ww.__version__)
    verbs = whole.add_subparsers(title="verbs", required=True, metavar="VERB")
    _run_verb(verbs)
    _status_verb(verbs)
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
    verb.add_argument("--traceback", action="store_true", help="if it fails, show where in the program")
    return verb


def _corpus_arguments(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "raw", nargs="*", metavar="RAW", help="files, folders or globs (default: data/raw, or the sample)"
    )
    verb.add_argument(
        "--column",
        action="append",
        type=_pair,
        default=[],
        metavar="YOURS=OURS",
        help="a column's name in your table file",
    )


def _pair(text: str) -> tuple[str, str]:
    yours, sign, ours = text.rpartition("=")
    if not (yours and sign and ours):
        raise argparse.ArgumentTypeError(f"'{text}' is no mapping YOURS=OURS, such as Inhalt=text")
    return yours, ours


def _run_arguments(verb: argparse.ArgumentParser) -> None:
    """Add what `run` and `status` both ask: which run is meant."""
    _corpus_arguments(verb)
    verb.add_argument("--codebook", default="ukraine-war", metavar="NAME|FILE")
    verb.add_argument("--out", default="", metavar="DIR", help="default: reports/NAME OF THE CORPUS")
    verb.add_argument(
        "--processed", default="data/processed", metavar="DIR", help="the cache and the Parquet tables"
    )
    verb.add_argument("--voice-method", default="auto", choices=["auto", "rules"])
    verb.add_argument(
        "--outlets",
        default="german",
        metavar="german|FILE|none",
        help="what outlets are called; see docs/data.md",
    )
    verb.add_argument(
        "--language",
        dest="languages",
        action="append",
        metavar="CODE|all",
        help="count articles in this language, as `language` marks them (default: de); may be repeated",
    )


def _run_verb(verbs: argparse._SubParsersAction) -> None:
    run = _verb(
        verbs, "run", _run, "read a corpus, find whose voice each use stands in, write report and tables"
    )
    _run_arguments(run)
    run.add_argument("--lang", default="en", choices=["en", "de"], help="the report's language")
    run.add_argument(
        "--voice",
        default="uses",
        choices=["uses", "all"],
        help="look for speech where uses are, or everywhere",
    )
    run.add_argument("--period", default="auto", choices=["auto", *PERIODS])
    run.add_argument("--topics", type=int, default=0, metavar="N", help="number of topics (0: by size)")
    run.add_argument(
        "--refit-topics",
        action="store_true",
        help="fit topics anew, though a large corpus changed by less than 5 %% since they were fitted",
    )
    run.add_argument("--level", type=float, default=0.95, help="confidence level of the intervals")
    run.add_argument("--resamples", type=int, default=2000, help="bootstrap resamples")
    run.add_argument("--seed", type=int, default=1)
    run.add_argument("--jobs", type=int, default=0, help="processes (0: as many as processors)")
    run.add_argument("--quiet", action="store_true", help="no progress bar")


def _status_verb(verbs: argparse._SubParsersAction) -> None:
    status = _verb(
        verbs, "status", _status, "say what is new, what is done, and which reports are stale; write nothing"
    )
    _run_arguments(status)
    status.add_argument(
        "--reports", default="reports", metavar="DIR", help="the folder with the folders of reports"
    )


def _table_verbs(verbs: argparse._SubParsersAction) -> None:
    for name, table, text in TABLES:
        verb = _verb(
            verbs, name, lambda given, table=table: _write_table(table(given), given), f"write {text}"
        )
        _corpus_arguments(verb)
        if name == "articles":
            verb.add_argument(
                "--with-text",
                action="store_true",
                help="also the texts of articles that are not your own (column license: own). "
                "They are others' property: without a licence, keep them to yourself",
            )
        if name in ("uses", "shares", "forms", "candidates"):
            verb.add_argument("--codebook", default="ukraine-war", metavar="NAME|FILE")
        if name in ("uses", "shares", "concordance"):
            verb.add_argument("--voice-method", default="auto", choices=["auto", "rules"])
        if name == "concordance":
            verb.add_argument("--term", required=True, help="a word, a phrase, or a pattern with *")
            verb.add_argument(
                "--codebook",
                metavar="NAME|FILE",
                help='then --term is one of its terms or frames, or "" for all',
            )
            verb.add_argument(
                "--sort", action="append", metavar="KEY", help="left1, right1 …, date, outlet, voice, speaker"
            )
        if name == "collocates":
            verb.add_argument("--term", required=True, help="the word whose company is asked for")
        if name in ("trend", "changes"):
            verb.add_argument("--term", required=True, help="a word, a phrase, or a pattern with *")
            verb.add_argument("--period", default="month", choices=PERIODS)
        if name == "keyness":
            verb.add_argument("--target", required=True, help="the group whose words are asked for")
        if name in ("terms", "keyness"):
            verb.add_argument("--voice", default="whole", choices=["whole", "newsroom", "speech"])
        if name in ("terms", "keyness", "shares"):
            verb.add_argument("--by", default="outlet", help=f"a column, or {', '.join(PERIODS)}")
        if name == "candidates":
            verb.add_argument("--frame", action="append", metavar="KEY", help="default: every frame")
            verb.add_argument("--number", type=int, default=20, metavar="N", help="candidates a frame")
        if name == "topics":
            verb.add_argument("--topics", type=int, default=20, metavar="N")
            verb.add_argument("--seed", type=int, default=1)
        verb.add_argument("--format", default="", choices=FORMATS, help="default: by OUT's ending, or csv")
        verb.add_argument("--out", default="-", metavar="FILE", help="- is standard output")


def _raw(given: argparse.Namespace) -> tuple[str, ...]:
    return tuple(given.raw) or runs.default_raw()[0]


def _corpus(given: argparse.Namespace) -> object:
    return ww.read_corpus(list(_raw(given)), columns=dict(given.column) or None)


def _articles(given: argparse.Namespace) -> object:
    articles = _corpus(given)
    return articles if given.with_text else runs.without_texts(articles)


def _uses(given: argparse.Namespace) -> object:
    return ww.find_uses(_corpus(given), given.codebook, method=given.voice_method)


def _concordance(given: argparse.Namespace) -> object:
    articles = _corpus(given)
    lines = ww.concordance(
        articles, given.term, sort=given.sort, method=given.voice_method, codebook=given.codebook
    )
    return runs.within_limits(lines, articles)


# One verb a table: its name, how it is made, what it is.
TABLES: list[tuple[str, Callable, str]] = [
    ("articles", _articles, "the articles of a corpus; texts only of one's own, or with --with-text"),
    (
        "problems",
        lambda given: ww.read_problems(list(_raw(given)), columns=dict(given.column) or None),
        "what could not be read, and what to do",
    ),
    (
        "uses",
        lambda given: runs.without_running_text(_uses(given)),
        "every use of a codebook's terms, with its voice",
    ),
    (
        "shares",
        lambda given: ww.frame_shares(_uses(given), by=given.by),
        "the share of each frame, plain and in the newsroom's own voice",
    ),
    ("forms", lambda given: ww.expand_terms(given.codebook, _corpus(given)), "every form a codebook catches"),
    (
        "terms",
        lambda given: ww.term_frequencies(_corpus(given), by=given.by, voice=given.voice),
        "term frequencies",
    ),
    (
        "keyness",
        lambda given: ww.keyness(_corpus(given), by=given.by, target=given.target, voice=given.voice),
        "keyness of a group's words",
    ),
    ("concordance", _concordance, "a term in its contexts (KWIC), within the limits of what may be shown"),
    (
        "collocates",
        lambda given: ww.collocates(_corpus(given), given.term),
        "the words that keep a term company",
    ),
    (
        "trend",
        lambda given: ww.term_trend(_corpus(given), given.term, by=given.period),
        "how often a term is used in each period, with intervals",
    ),
    (
        "changes",
        lambda given: ww.change_points(_corpus(given), given.term, by=given.period),
        "the periods from which on a term is more or less frequent than before",
    ),
    (
        "candidates",
        lambda given: ww.find_terms(_corpus(given), given.codebook, frames=given.frame, n=given.number),
        "words that a codebook may lack, as they stand where its terms stand",
    ),
    (
        "topics",
        lambda given: ww.fit_topics(_corpus(given), n_topics=given.topics, seed=given.seed).topics,
        "topics with their words",
    ),
]


def _write_table(table: object, given: argparse.Namespace) -> None:
    from wortwahl import storage  # `--help` does not wait for pandas

    ending = Path(given.out).suffix.lstrip(".")
    form = given.format or (ending if ending in FORMATS else "csv")
    if given.out == "-":
        _print_table(table, form)
    elif form == "parquet":
        storage.write_parquet(table, given.out)
    elif form == "jsonl":
        storage.write_text(given.out, storage.jsonl_text(table))
    else:
        storage.write_csv(table, given.out)


def _print_table(table: object, form: str) -> None:
    from wortwahl import storage

    terminal = sys.stdout.isatty()
    if form != "parquet":
        text = storage.jsonl_text(table) if form == "jsonl" else storage.csv_text(table)
        data = (safety.terminal(text) if terminal else text).encode("utf-8")
    elif terminal:
        raise InputError("Parquet cannot go to a terminal.", what_to_do="Name a file: --out uses.parquet")
    else:
        data = table.to_parquet(index=False, compression="zstd")
    # Bytes, so that the file is UTF-8 with LF whatever the system's own way is.
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _settings(given: argparse.Namespace) -> object:
    asked = vars(given)
    languages = asked.get("languages") or ["de"]
    asked = asked | {"languages": () if "all" in languages else tuple(languages)}
    names = [name for name in runs.Settings.model_fields if name in asked and name != "raw"]
    return runs.settings_from(
        raw=_raw(given), columns=dict(given.column), **{name: asked[name] for name in names}
    )


def _run(given: argparse.Namespace) -> None:
    settings = _settings(given)
    if not given.raw and runs.default_raw()[1]:
        _say("data/raw is empty: this is the bundled sample, which is made up.")
    for line in runs.summary_lines(runs.run(settings, quiet=given.quiet)):
        _say(line, sys.stdout)


def _status(given: argparse.Namespace) -> None:
    settings = _settings(given)
    for line in runs.status_lines(runs.status_of(settings, given.reports), settings):
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
    """Print one line: no control characters, and no line breaks that a file name or a quote brought in."""
    print(safety.terminal(" ".join(text.splitlines())), file=stream or sys.stderr)
