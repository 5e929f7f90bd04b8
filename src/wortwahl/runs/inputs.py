"""What a run reads, and where it writes: found before any work."""

import os
from pathlib import Path

import pandas as pd

from wortwahl import storage
from wortwahl.corpus import Found, found_files
from wortwahl.errors import InputError
from wortwahl.runs.progress import bar
from wortwahl.runs.settings import Settings, default_name
from wortwahl.runs.store import Part, RawFile, bundles, store_bundle

FORMATS = "Put articles there: text, tables, saved pages, or an export that docs/data.md names."


def out_folder(settings: Settings) -> Path:
    """Return the folder of a run's report."""
    return Path(settings.out or f"reports/{default_name(settings.raw)}")


def kept_folder(settings: Settings) -> Path:
    """Return the folder of a run's Parquet tables: `PROCESSED/runs/NAME`, where NAME is that of its report.

    A report that does not stand in the `reports` beside `data` (or, for a store of another name, beside the
    store) may share its name with one that does: its NAME ends in a key of where it stands.
    """
    out, processed = out_folder(settings).resolve(), Path(settings.processed).resolve()
    home = processed.parent
    home = home.parent / "reports" if home.name == "data" else home
    if out.parent == home:
        return Path(settings.processed) / "runs" / out.name
    # From the one to the other, so that a project that is moved keeps its names.
    try:
        place = Path(os.path.relpath(out, processed)).as_posix()
    except ValueError:  # on another drive
        place = out.as_posix()
    return Path(settings.processed) / "runs" / f"{out.name}-{storage.content_key(place)[:8]}"


def found_for(settings: Settings) -> list[Found]:
    """Return the raw files of a run; what runs write is none, even where it lies among them.

    Raises
    ------
    InputError
        If there is none.
    """
    roots = [Path(path).resolve() for path in settings.raw]
    written = [Path(folder).resolve() for folder in (out_folder(settings), settings.processed)]
    inside = [folder for folder in written if any(root in folder.parents for root in roots)]
    found = [
        file
        for file in found_files(list(settings.raw))
        if not any(folder in file.path.resolve().parents for folder in inside)
    ]
    if not found:
        raise InputError(
            "there is no file that can be read.", where=", ".join(settings.raw), what_to_do=FORMATS
        )
    return found


def read_all(files: list[RawFile], settings: Settings, quiet: bool = True) -> tuple[list[Part], pd.DataFrame]:
    """Read every raw file into the store, or find it there; return the parts and the problems."""
    parts: list[Part] = []
    problems = []
    with bar(sum(file.bytes for file in files), "Reading", "B", quiet) as progress:
        for bundle in bundles(files):
            found, wrong = store_bundle(bundle, Path(settings.processed), dict(settings.columns))
            parts += found
            problems.append(wrong)
            progress.update(sum(file.bytes for file in bundle))
    return parts, pd.concat(problems, ignore_index=True)
