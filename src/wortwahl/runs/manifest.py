"""The manifest of a run: what made it and what it wrote, for a reader and for the next run."""

import datetime as dt
import json
from dataclasses import asdict
from importlib import metadata
from pathlib import Path

import pandas as pd

from wortwahl.framing import Codebook
from wortwahl.framing.speech import method_used
from wortwahl.runs.choices import Choices
from wortwahl.runs.code import code_key, versions
from wortwahl.runs.facts import outlets_key
from wortwahl.runs.settings import Settings, bundled
from wortwahl.runs.store import WORDS, RawFile

MANIFEST = "manifest.json"
# Stands in a report's folder while it is filled: what is there and what is to come, in case it ends there.
UNFINISHED = ".wortwahl-unfinished.json"
# A change in one of these may change a figure of a report; `lab`, `cli` and `runs` only carry them.
ROOMS = ("corpus", "framing", "language", "statistics", "terms", "topics", "report")


def program_key() -> str:
    """Return a key of all code that makes a report."""
    return code_key(*ROOMS)


def describe(
    settings: Settings,
    codebook: Codebook,
    files: list[RawFile],
    facts: pd.DataFrame,
    problems: pd.DataFrame,
    chosen: Choices,
) -> dict[str, object]:
    """Return what a report says of a run beside its tables.

    Parameters
    ----------
    facts : DataFrame
        One row an article, as `load_facts` gives it.
    problems : DataFrame
        What could not be read.
    chosen : Choices
        What the run chose by the corpus.
    """
    kept = settings.model_dump(exclude={"raw", "out", "processed", "lang", "jobs", "seed"})
    return {
        "program": "wortwahl",
        "version": metadata.version("wortwahl"),
        "created": dt.datetime.now(dt.UTC).strftime("%Y-%m-%d"),
        "corpus_paths": list(settings.raw),
        **_of_corpus(files, facts, problems),
        "codebook_name": codebook.name,
        "codebook_question": codebook.question_in(settings.lang),
        "frames": codebook.labels(settings.lang),
        "actors": codebook.actor_labels(settings.lang),
        "voice_method": method_used(settings.voice_method),
        "genres_counted": list(chosen.genres),
        "parameters": kept | {"period": chosen.period},
        "seed": settings.seed,
        "versions": versions(),
        "lang": settings.lang,
        "sample": [Path(path).resolve() for path in settings.raw] == [bundled("sample").resolve()],
    }


def _of_corpus(files: list[RawFile], facts: pd.DataFrame, problems: pd.DataFrame) -> dict[str, object]:
    dates = facts["date"].dropna()
    articles = facts.groupby("source").size()
    return {
        "articles": len(facts),
        "words": int(facts[WORDS].sum()),
        "outlets": facts["outlet"].nunique(),
        "first_date": dates.min().strftime("%Y-%m-%d") if len(dates) else "",
        "last_date": dates.max().strftime("%Y-%m-%d") if len(dates) else "",
        "files": [
            {"path": file.path, "sha256": file.sha256, "articles": int(articles.get(file.path, 0))}
            for file in files
        ],
        "problems_count": len(problems),
        "own_license": "license" in facts.columns and bool((facts["license"] == "own").all()),
    }


def manifest_of(
    settings: Settings,
    codebook: Codebook,
    files: list[RawFile],
    described: dict[str, object],
    tables: dict[str, pd.DataFrame],
    written: dict[str, str],
) -> dict[str, object]:
    """Return what made a run and what it wrote.

    Parameters
    ----------
    described : dict
        As `describe` gives it.
    tables : dict of DataFrame
        The tables that were written; their rows are counted.
    written : dict of str
        The path of every file that was written, and its SHA-256.
    """
    return {
        "program": {"name": "wortwahl", "version": described["version"], "code": program_key()},
        "created": described["created"],
        "inputs": [asdict(file) for file in files],
        "codebook": {"name": codebook.name, "key": codebook.key, "asked_for": settings.codebook},
        "outlets": {"key": outlets_key(settings), "asked_for": settings.outlets},
        "parameters": settings.model_dump(mode="json"),
        "chosen": {
            "period": described["parameters"]["period"],
            "genres": described["genres_counted"],
            "voice_method": described["voice_method"],
        },
        "seed": settings.seed,
        "versions": described["versions"],
        "counts": {
            "articles": described["articles"],
            "words": described["words"],
            "problems": described["problems_count"],
            **{name: len(table) for name, table in tables.items()},
        },
        "files": [{"path": path, "sha256": written[path]} for path in sorted(written)],
    }


def read_manifest(folder: Path, name: str = MANIFEST) -> dict[str, object] | None:
    """Return the manifest of a report's folder, None where there is none that can be read."""
    try:
        found = json.loads((folder / name).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("files"), list) else None


def named_files(manifest: dict[str, object] | None) -> list[Path]:
    """Return the files that a manifest says were written."""
    if manifest is None:
        return []
    return [Path(row["path"]) for row in manifest["files"] if isinstance(row, dict) and "path" in row]
