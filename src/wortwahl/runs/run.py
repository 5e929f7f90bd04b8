"""The main job: raw files in; report, tables and a manifest out."""

import datetime as dt
import shutil
from dataclasses import asdict
from importlib import metadata
from pathlib import Path

import pandas as pd

from wortwahl import storage
from wortwahl.corpus import found_files
from wortwahl.errors import InputError
from wortwahl.framing import Codebook, read_codebook
from wortwahl.framing.speech import method_used
from wortwahl.report import write_report
from wortwahl.runs.choices import choose_genres, choose_period
from wortwahl.runs.code import code_key, versions
from wortwahl.runs.progress import bar
from wortwahl.runs.results import corpus_tables, framing_tables
from wortwahl.runs.settings import Settings, bundled
from wortwahl.runs.store import Part, RawFile, bundles, load_facts, raw_files, store_bundle
from wortwahl.runs.voices import find_in_store, load_uses
from wortwahl.runs.words import count_parts, term_tables, topic_tables
from wortwahl.storage import replacing

MANIFEST = "manifest.json"


def run(settings: Settings, quiet: bool = False) -> Path:
    """Do the whole analysis and return the path of the manifest, which is written last.

    Parameters
    ----------
    settings : Settings
        What to read, with which codebook and parameters, and where to write.
    quiet : bool
        True shows no progress bar.

    Returns
    -------
    Path
        ``OUT/manifest.json``; it names every other file that was written.

    Raises
    ------
    InputError
        If nothing can be read, the codebook is wrong, or the folder cannot be written.
    """
    codebook = read_codebook(settings.codebook)
    out = Path(settings.out or f"reports/{default_name(settings)}")
    processed = Path(settings.processed)
    for folder in (out, processed):
        check_writable(folder)
    files = raw_files(_found(settings))
    parts, problems = read_all(files, settings, processed, quiet)
    facts, repeats = load_facts(parts)
    problems = pd.concat([problems, repeats], ignore_index=True)
    if facts.empty:
        raise InputError(
            "no article could be read.",
            where=", ".join(settings.raw),
            what_to_do=_first_problem(problems),
        )
    use_files, speech_files = find_in_store(
        parts, codebook, processed, settings.voice_method, settings.voice == "all", settings.jobs, quiet
    )
    uses = load_uses(use_files, facts)
    matrix = count_parts(parts, facts, processed, quiet)
    with bar(None, "Report", "steps", quiet):
        tables = {
            **corpus_tables(facts, problems),
            **framing_tables(uses, facts, parts, codebook, settings),
            **term_tables(matrix, settings.level),
            **topic_tables(matrix, settings),
        }
        described = describe(settings, codebook, files, facts, problems)
        written = write_report({"facts": described, **tables}, out, settings.lang)
        written += write_tables({"uses": uses}, out / "tables")
        kept = {**tables, "uses": uses, "articles": facts.drop(columns="part")}
        written += write_parquets(kept, processed / "runs" / out.name)
        written += copy_speech(speech_files, processed / "runs" / out.name)
    return write_manifest(out, settings, codebook, files, described, {**tables, "uses": uses}, written)


def _found(settings: Settings) -> list:
    found = found_files(list(settings.raw))
    if not found:
        raise InputError(
            "there is no file that can be read.",
            where=", ".join(settings.raw),
            what_to_do="Put text, CSV, JSON lines, Parquet or HTML files there.",
        )
    return found


def _first_problem(problems: pd.DataFrame) -> str:
    if problems.empty:
        return "Put text, CSV, JSON lines, Parquet or HTML files there."
    first = problems.iloc[0]
    return f"The first problem, in {first['file']}: {first['problem']} {first['what_to_do']}"


def default_name(settings: Settings) -> str:
    """Return the name of a run after what it reads: ``sample``, ``raw``, ``outlets-2020``."""
    first = Path(settings.raw[0])
    if first == bundled("sample"):
        return "sample"
    name = first.name.split(".")[0] if not first.is_dir() else first.name
    return "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in name) or "corpus"


def check_writable(folder: Path) -> None:
    """Raise InputError if a folder cannot be written, before any work is done."""
    with replacing(folder / ".wortwahl-test"):
        pass
    (folder / ".wortwahl-test").unlink()


def read_all(
    files: list[RawFile], settings: Settings, processed: Path, quiet: bool
) -> tuple[list[Part], pd.DataFrame]:
    """Read every raw file into the store, or find it there; return the parts and the problems."""
    parts: list[Part] = []
    problems = []
    with bar(sum(file.bytes for file in files), "Reading", "B", quiet) as progress:
        for bundle in bundles(files):
            found, wrong = store_bundle(bundle, processed, dict(settings.columns))
            parts += found
            problems.append(wrong)
            progress.update(sum(file.bytes for file in bundle))
    return parts, pd.concat(problems, ignore_index=True)


def describe(
    settings: Settings,
    codebook: Codebook,
    files: list[RawFile],
    facts: pd.DataFrame,
    problems: pd.DataFrame,
) -> dict[str, object]:
    """Return what a report says of a run beside its tables."""
    dates = facts["date"].dropna()
    articles = facts.groupby("source").size()
    return {
        "program": "wortwahl",
        "version": metadata.version("wortwahl"),
        "created": dt.datetime.now(dt.UTC).strftime("%Y-%m-%d"),
        "corpus_paths": list(settings.raw),
        "articles": len(facts),
        "words": int(facts["words"].sum()),
        "outlets": facts["outlet"].nunique(),
        "first_date": dates.min().strftime("%Y-%m-%d") if len(dates) else "",
        "last_date": dates.max().strftime("%Y-%m-%d") if len(dates) else "",
        "codebook_name": codebook.name,
        "codebook_question": codebook.question_in(settings.lang),
        "frames": codebook.labels(settings.lang),
        "actors": codebook.actor_labels(settings.lang),
        "voice_method": method_used(settings.voice_method),
        "genres_counted": list(choose_genres(facts)),
        "parameters": settings.model_dump(exclude={"raw", "out", "processed", "lang", "jobs", "seed"})
        | {"period": choose_period(facts["date"], settings.period)},
        "seed": settings.seed,
        "versions": versions(),
        "lang": settings.lang,
        "sample": Path(settings.raw[0]) == bundled("sample"),
        "files": [
            {"path": file.path, "sha256": file.sha256, "articles": int(articles.get(file.path, 0))}
            for file in files
        ],
        "problems_count": len(problems),
        "own_license": "license" in facts.columns and bool((facts["license"] == "own").all()),
    }


def write_tables(tables: dict[str, pd.DataFrame], folder: Path) -> list[Path]:
    """Write tables as CSV that a spreadsheet opens rightly; return their paths."""
    paths = [folder / f"{name}.csv" for name in tables]
    for path, table in zip(paths, tables.values(), strict=True):
        storage.write_csv(table, path)
    return paths


def write_parquets(tables: dict[str, pd.DataFrame], folder: Path) -> list[Path]:
    """Write tables as Parquet, for pandas, R or DuckDB; return their paths."""
    paths = [folder / f"{name}.parquet" for name in tables]
    for path, table in zip(paths, tables.values(), strict=True):
        storage.write_parquet(table, path)
    return paths


def copy_speech(files: list[Path], folder: Path) -> list[Path]:
    """Put the speech of all articles, where it was asked for, beside the other tables."""
    paths = []
    for number, file in enumerate(files):
        path = folder / "speech" / f"part-{number:05d}.parquet"
        with replacing(path) as temporary:
            shutil.copyfile(file, temporary)
        paths.append(path)
    return paths


def write_manifest(
    out: Path,
    settings: Settings,
    codebook: Codebook,
    files: list[RawFile],
    described: dict[str, object],
    tables: dict[str, pd.DataFrame],
    written: list[Path],
) -> Path:
    """Write what made a run and what it wrote, as the last file of all."""
    storage.write_json(
        out / MANIFEST,
        {
            "program": {
                "name": "wortwahl",
                "version": metadata.version("wortwahl"),
                "code": code_key(*ROOMS),
            },
            "created": described["created"],
            "inputs": [asdict(file) for file in files],
            "codebook": {"name": codebook.name, "key": codebook.key, "asked_for": settings.codebook},
            "parameters": settings.model_dump(mode="json"),
            "chosen": {name: described["parameters"][name] for name in ("period",)}
            | {"genres": described["genres_counted"], "voice_method": described["voice_method"]},
            "seed": settings.seed,
            "versions": versions(),
            "counts": {
                "articles": described["articles"],
                "words": described["words"],
                "problems": described["problems_count"],
                **{name: len(table) for name, table in tables.items()},
            },
            "files": [
                {"path": path.as_posix(), "sha256": storage.file_key(path)} for path in sorted(written)
            ],
        },
    )
    return out / MANIFEST


ROOMS = ("corpus", "framing", "language", "statistics", "terms", "topics", "report")


def summary_lines(manifest: Path) -> list[str]:
    """Return what the command line says when a run is done: where its files are."""
    folder = manifest.parent
    names = {"report.html": "the report", "report.pdf": "the same for print", "tables.xlsx": "all tables"}
    lines = [f"  {(folder / name).as_posix():<44} {text}" for name, text in names.items()]
    lines.append(f"  {(folder / 'tables').as_posix() + '/*.csv':<44} the tables, one a file")
    lines.append(f"  {manifest.as_posix():<44} what made them")
    return ["Done:", *lines]
