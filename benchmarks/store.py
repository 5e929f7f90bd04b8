"""What a run costs: the first, one with a file more, one with another codebook, one with nothing new.

    python benchmarks/store.py [--data FILE] [--articles 10000] [--shape export|files] [--jobs 2] [--report]
    python benchmarks/store.py --memory 7050 30000

Articles are those of the data, and copies of them that are made different (paragraphs in another order, other
numbers, another day). "export" lays them out as one large file of JSON lines and 500 small ones; "files" as
a text file each. Everything is done in a folder that is deleted at the end.

Each step of a run is timed apart, with its seconds of the clock and of the processor (those of its processes
included). "whole" is what a run takes without the drawing of its report, and "share" is what that is of the
first run. `--report` draws it too. `--memory` gives the peak of memory of whole runs, each in a process of
its own (with one job; the drawing of the report left out).
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from wortwahl.framing.codebook_file import shipped_codebooks
from wortwahl.runs import run, settings_from, steps

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "news" / "outlets-2020.jsonl.gz"
SMALL_FILES, ARTICLES_A_SMALL_FILE = 500, 2
# The functions that `steps` calls, by what they do.
STEPS = {
    "hash": ["raw_files"],
    "read": ["read_all"],
    "facts": ["load_facts"],
    "uses": ["find_in_store", "load_uses"],
    "count": ["count_parts"],
    "corpus": ["corpus_tables"],
    "framing": ["framing_tables"],
    "terms": ["term_tables"],
    "topics": ["topic_tables"],
    "write": ["write_all"],
}


def read(path: Path) -> list[dict]:
    """Return the articles of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def varied(articles: list[dict], count: int, seed: int = 1) -> Iterator[dict]:
    """Yield the articles, then copies of them that are none: as many as asked for."""
    draw = random.Random(seed)  # noqa: S311 (nothing secret)
    for number in range(count):
        article = {
            name: articles[number % len(articles)][name] for name in ("date", "outlet", "title", "text")
        }
        if number >= len(articles):
            paragraphs = article["text"].split("\n")
            draw.shuffle(paragraphs)
            text = re.sub(r"\d+", lambda _: str(draw.randrange(2, 999)), "\n".join(paragraphs))
            day = dt.date(2020, 6, 1) + dt.timedelta(days=draw.randrange(300))
            article |= {"text": text, "title": f"{article['title']} ({number})", "date": day.isoformat()}
        yield article


def lay_out(articles: list[dict], raw: Path, shape: str) -> None:
    """Write articles as raw files."""
    raw.mkdir(parents=True)
    if shape == "files":
        for number, article in enumerate(articles):
            folder = raw / f"{number // 1000:03d}"
            folder.mkdir(exist_ok=True)
            (folder / f"{number:06d}.txt").write_text(as_text(article), "utf-8")
        return
    few = min(SMALL_FILES, len(articles) // (2 * ARTICLES_A_SMALL_FILE))
    large = len(articles) - few * ARTICLES_A_SMALL_FILE
    (raw / "export.jsonl").write_text(as_lines(articles[:large]), "utf-8")
    for number in range(few):
        start = large + number * ARTICLES_A_SMALL_FILE
        lines = as_lines(articles[start : start + ARTICLES_A_SMALL_FILE])
        (raw / f"small-{number:03d}.jsonl").write_text(lines, "utf-8")


def as_lines(articles: list[dict]) -> str:
    """Return articles as JSON lines."""
    return "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)


def as_text(article: dict) -> str:
    """Return an article as a text file with front matter."""
    head = "".join(
        f"{name}: {json.dumps(article[name], ensure_ascii=False)}\n" for name in ("title", "date", "outlet")
    )
    return f"---\n{head}---\n\n" + article["text"].replace("\n", "\n\n") + "\n"


class Clock:
    """Seconds of the clock and of the processor by step, taken around the functions that `steps` calls."""

    def __init__(self) -> None:
        self.spent: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for step, names in STEPS.items():
            for name in names:
                setattr(steps, name, self.around(step, getattr(steps, name)))

    def around(self, step: str, job: Callable) -> Callable:
        """Return a function that does the same and is timed."""

        def timed(*given: object, **named: object) -> object:
            clock, cpu = time.perf_counter(), processor()
            try:
                return job(*given, **named)
            finally:
                self.spent[step][0] += time.perf_counter() - clock
                self.spent[step][1] += processor() - cpu

        return timed


def processor() -> float:
    """Return the seconds of the processor that this process and those that it ended have used."""
    now = os.times()
    return now.user + now.system + now.children_user + now.children_system


def peak_of_memory() -> float:
    """Return the most memory that this process had, in MB."""
    try:
        # Not the system's `ru_maxrss`, which on Linux begins with what the process had that started this one.
        return int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text()).group(1)) / 1e3
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def not_drawn(results: dict, out: Path, lang: str) -> None:
    """Stand in for the report: its tables alone."""
    steps.write_tables({name: table for name, table in results.items() if name != "facts"}, out / "tables")


def one_run(raw: Path, base: Path, codebook: str, jobs: int, draw: bool) -> dict[str, list[float]]:
    """Run, and return what each step took."""
    if not draw:
        steps.write_report = not_drawn
    clock = Clock()
    start, cpu = time.perf_counter(), processor()
    settings = settings_from(
        raw=(str(raw),),
        codebook=codebook,
        out=str(base / "out"),
        processed=str(base / "processed"),
        jobs=jobs,
    )
    run(settings, quiet=True)
    clock.spent["whole"] = [time.perf_counter() - start, processor() - cpu]
    return dict(clock.spent)


def apart(given: argparse.Namespace, raw: Path, base: Path, codebook: str = "ukraine-war") -> dict:
    """Do a run in a process of its own, so that nothing that the one before it knew helps it."""
    command = [
        sys.executable,
        __file__,
        "--one-run",
        str(raw),
        str(base),
        codebook,
        "--jobs",
        str(given.jobs),
    ]
    command += ["--report"] * given.report
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def edited(path: Path) -> Path:
    """Write a codebook of ours with another term in its first frame."""
    codebook = yaml.safe_load((shipped_codebooks() / "ukraine-war.yml").read_text("utf-8"))
    next(iter(codebook["frames"].values()))["terms"].append("Waffenlieferung")
    path.write_text(yaml.safe_dump(codebook, allow_unicode=True), "utf-8")
    return path


def print_table(runs: dict[str, dict]) -> None:
    """Print the steps of runs side by side."""
    print(f"{'seconds: clock (cpu)':<22}" + "".join(f"{name:>20}" for name in runs))
    for step in [*STEPS, "whole"]:
        cells = [found["spent"].get(step, [0.0, 0.0]) for found in runs.values()]
        print(f"{step:<22}" + "".join(f"{f'{clock:.2f} ({cpu:.2f})':>20}" for clock, cpu in cells))
    first = next(iter(runs.values()))["spent"]["whole"]
    shares = [
        [one / of for one, of in zip(found["spent"]["whole"], first, strict=True)] for found in runs.values()
    ]
    print(
        f"{'share of the first':<22}" + "".join(f"{f'{clock:.1%} ({cpu:.1%})':>20}" for clock, cpu in shares)
    )
    print(f"{'peak MB':<22}" + "".join(f"{found['peak']:>20.0f}" for found in runs.values()))


def measure(given: argparse.Namespace) -> None:
    """Print what each of four runs takes."""
    with tempfile.TemporaryDirectory() as folder:
        base, raw = Path(folder), Path(folder) / "raw"
        articles = list(varied(read(given.data), given.articles + 1))
        lay_out(articles[:-1], raw, given.shape)
        found = {"first": apart(given, raw, base), "nothing new": apart(given, raw, base)}
        if given.shape == "files":
            (raw / "004" / "004321b.txt").write_text(as_text(articles[-1]), "utf-8")
        else:
            (raw / "small-123b.jsonl").write_text(as_lines(articles[-1:]), "utf-8")
        found["one file more"] = apart(given, raw, base)
        found["codebook edited"] = apart(given, raw, base, str(edited(base / "edited.yml")))
        found["other codebook"] = apart(given, raw, base, "climate")
    print(f"{given.articles} articles, {given.shape}, {given.jobs} jobs")
    print_table(found)


def measure_memory(given: argparse.Namespace) -> None:
    """Print the peak of memory of a first run and of a rerun for corpora of several sizes."""
    given.jobs = 1
    articles = read(given.data)
    print(f"{'articles':>10}{'first run, MB':>16}{'rerun, MB':>12}")
    for count in given.memory:
        with tempfile.TemporaryDirectory() as folder:
            base, raw = Path(folder), Path(folder) / "raw"
            lay_out(list(varied(articles, count)), raw, given.shape)
            peaks = [apart(given, raw, base)["peak"] for _ in range(2)]
        print(f"{count:>10}{peaks[0]:>16.0f}{peaks[1]:>12.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--shape", choices=["export", "files"], default="export")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--report", action="store_true", help="draw the report too")
    parser.add_argument("--memory", type=int, nargs="+", metavar="ARTICLES")
    parser.add_argument("--one-run", nargs=3, metavar=("RAW", "BASE", "CODEBOOK"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one_run:
        raw, base, codebook = given.one_run
        spent = one_run(Path(raw), Path(base), codebook, given.jobs, given.report)
        peak = peak_of_memory()
        print(json.dumps({"spent": spent, "peak": peak}))
    elif not given.data.exists():
        print(f"skipped: there is no {given.data}")
    elif given.memory:
        measure_memory(given)
    else:
        measure(given)


if __name__ == "__main__":
    main()
