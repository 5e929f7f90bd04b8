"""What is there and what is stale: raw files, the store, and the reports made of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from wortwahl.errors import InputError
from wortwahl.framing import Codebook, read_codebook
from wortwahl.runs.facts import SIGNATURES, outlets_key
from wortwahl.runs.inputs import found_for, out_folder
from wortwahl.runs.manifest import MANIFEST, UNFINISHED, named_files, program_key, read_manifest
from wortwahl.runs.settings import Settings, settings_from
from wortwahl.runs.store import Part, RawFile, bundles, index_path, raw_files, stored_parts
from wortwahl.runs.topics import model_path
from wortwahl.runs.voices import heard_path, speech_key, speech_path, uses_path, voice_key
from wortwahl.runs.words import COUNTS

REPORT_COLUMNS = ["report", "made", "articles", "state"]


@dataclass(frozen=True)
class Status:
    """What `status_of` found.

    Attributes
    ----------
    files : DataFrame
        `path`, `state`: "new", "changed", "unchanged" or "gone" since the last run of this name, and
        `stored` (bool), which says whether a run would find it read.
    parts, parts_with_uses, parts_counted, parts_compared : int
        Parts of the store for these files, and how many have the uses of the codebook, the counts of their
        words, and the signatures by which copies are found.
    parts_heard : int
        How many have speech of at least some articles, whatever codebook asked for it.
    reports : DataFrame
        `report` (folder), `made` (date), `articles`, `state`: "up to date", or "stale: …" with reasons.
    cache_files, cache_bytes : int
        The size of the store.
    other_files, other_bytes : int
        What of it this corpus does not need with this codebook and this program.
    """

    files: pd.DataFrame
    last_run: str
    parts: int
    parts_with_uses: int
    parts_counted: int
    parts_compared: int
    parts_heard: int
    reports: pd.DataFrame
    cache_files: int
    cache_bytes: int
    other_files: int
    other_bytes: int


def status_of(settings: Settings, reports: str | Path = "reports") -> Status:
    """Return what is in the store for a corpus and a codebook, and what is stale. Nothing is written.

    Parameters
    ----------
    settings : Settings
        The corpus, the codebook and the folders, as a run would take them.
    reports : path
        The folder that holds the folders of reports.

    Raises
    ------
    InputError
        If a path does not exist or the codebook is wrong.
    """
    codebook = read_codebook(settings.codebook)
    processed = Path(settings.processed)
    try:
        files = raw_files(found_for(settings))
    except InputError:
        if not all(Path(path).is_dir() for path in settings.raw):
            raise
        files = []  # an empty folder is a fact, not a fault
    parts, unread = _in_store(files, settings)
    made_by, heard_by = voice_key(settings.voice_method), speech_key(settings.voice_method)
    uses = [uses_path(processed, part, codebook, made_by) for part in parts]
    heard = [heard_path(processed, part, heard_by) for part in parts]
    needed = {
        *(index_path(bundle, processed, dict(settings.columns)) for bundle in bundles(files)),
        *(part.path for part in parts),
        *uses,
        *heard,
        *(speech_path(processed, part, heard_by) for part in parts),
        *(one.path(part, processed) for one in (COUNTS, SIGNATURES) for part in parts),
        model_path(settings),
    }
    last = read_manifest(out_folder(settings))
    store = [path for path in (processed / "store").rglob("*") if path.is_file()]
    return Status(
        files=_files(files, _inputs(last), unread),
        last_run=str(last.get("created", "")) if last else "",
        parts=len(parts),
        parts_with_uses=sum(path.exists() for path in uses),
        parts_counted=COUNTS.done(parts, processed),
        parts_compared=SIGNATURES.done(parts, processed),
        parts_heard=sum(path.exists() for path in heard),
        reports=_reports(Path(reports), {settings.codebook: codebook}),
        cache_files=len(store),
        cache_bytes=sum(path.stat().st_size for path in store),
        other_files=sum(path not in needed for path in store),
        other_bytes=sum(path.stat().st_size for path in store if path not in needed),
    )


def _in_store(files: list[RawFile], settings: Settings) -> tuple[list[Part], set[str]]:
    """Return the parts that hold files, and the paths of the files that would have to be read."""
    parts, unread = [], set()
    for bundle in bundles(files):
        known = stored_parts(bundle, Path(settings.processed), dict(settings.columns))
        if known is None:
            unread |= {file.path for file in bundle}
        else:
            parts += known
    return parts, unread


def _inputs(manifest: dict[str, object] | None) -> dict[str, str]:
    rows = manifest.get("inputs") if manifest else None
    return {row["path"]: row["sha256"] for row in rows or []}


def _files(files: Iterable[RawFile], before: dict[str, str], unread: set[str]) -> pd.DataFrame:
    rows = [(file.path, _state(file, before), file.path not in unread) for file in files]
    now = {path for path, _, _ in rows}
    rows += [(path, "gone", False) for path in sorted(before) if path not in now]
    return pd.DataFrame(rows, columns=["path", "state", "stored"]).astype({"stored": "bool"})


def _state(file: RawFile, before: dict[str, str]) -> str:
    if file.path not in before:
        return "new"
    return "unchanged" if before[file.path] == file.sha256 else "changed"


def _reports(folder: Path, codebooks: dict[str, Codebook]) -> pd.DataFrame:
    rows = []
    for path in sorted(
        {found.parent / MANIFEST for name in (MANIFEST, UNFINISHED) for found in folder.glob(f"*/{name}")}
    ):
        if (path.parent / UNFINISHED).exists():
            rows.append(
                (path.parent.as_posix(), "", None, "unfinished: a run ended while it wrote this; run again")
            )
            continue
        manifest = read_manifest(path.parent)
        if manifest is None:
            rows.append((path.parent.as_posix(), "", None, "the manifest cannot be read"))
            continue
        reasons = _reasons(manifest, codebooks)
        state = f"stale: {', '.join(reasons)}" if reasons else "up to date"
        counts = manifest.get("counts") or {}
        rows.append((path.parent.as_posix(), str(manifest.get("created", "")), counts.get("articles"), state))
    return pd.DataFrame(rows, columns=REPORT_COLUMNS).astype({"articles": "Int64"})


def _reasons(manifest: dict[str, object], codebooks: dict[str, Codebook]) -> list[str]:
    """Return why a report would come out differently today; empty where it would not."""
    return [
        *_changed_inputs(manifest),
        *_changed_codebook(manifest, codebooks),
        *_changed_outlets(manifest),
        *(["program changed"] if (manifest.get("program") or {}).get("code") != program_key() else []),
        *_missing(manifest),
    ]


def _changed_outlets(manifest: dict[str, object]) -> list[str]:
    made_with = (manifest.get("outlets") or {}).get("key")
    try:
        now = outlets_key(settings_from(**manifest["parameters"]))
    except (InputError, KeyError, TypeError):
        return ["its list of outlets cannot be read"]
    return [] if made_with == now else ["list of outlets changed"]


def _changed_inputs(manifest: dict[str, object]) -> list[str]:
    try:
        files = raw_files(found_for(settings_from(**manifest["parameters"])))
    except (InputError, KeyError, TypeError, OSError):
        return ["its raw files are gone"]
    states = _files(files, _inputs(manifest), set())["state"].value_counts()
    return [
        f"{states[name]} {name} {'file' if states[name] == 1 else 'files'}"
        for name in ("new", "changed", "gone")
        if name in states
    ]


def _changed_codebook(manifest: dict[str, object], codebooks: dict[str, Codebook]) -> list[str]:
    made = manifest.get("codebook") or {}
    asked = str(made.get("asked_for"))
    try:
        now = codebooks.get(asked) or read_codebook(asked)
    except InputError:
        return ["its codebook cannot be read"]
    return [] if now.key == made.get("key") else ["codebook changed"]


def _missing(manifest: dict[str, object]) -> list[str]:
    missing = sum(not path.exists() for path in named_files(manifest))
    return [f"{missing} written {'file is' if missing == 1 else 'files are'} missing"] if missing else []


def status_lines(found: Status, settings: Settings) -> list[str]:
    """Return what the command line says of a status."""
    files = found.files[found.files["state"] != "gone"]
    since = f" since the run of {found.last_run}" if found.last_run else ""
    states = found.files["state"].value_counts()
    counts = ", ".join(f"{states.get(name, 0)} {name}" for name in ("new", "changed", "unchanged", "gone"))
    lines = [
        f"Corpus    {', '.join(settings.raw)}: {len(files)} files",
        f"          {counts}{since}" if found.last_run else "          no run of it yet",
        f"Store     {int(files['stored'].sum())} files read, {int((~files['stored']).sum())} to be read",
        f"Uses      {settings.codebook}: {found.parts_with_uses} of {found.parts} parts done",
        f"Speech    {found.parts_heard} of {found.parts} parts listened to, where a codebook asked",
        f"Words     {found.parts_counted} of {found.parts} parts counted",
        f"Copies    {found.parts_compared} of {found.parts} parts compared",
        f"Cache     {_size(found.cache_bytes)} in {found.cache_files} files, {settings.processed}/store",
        f"          of other corpora, codebooks or versions: {_size(found.other_bytes)} in "
        f"{found.other_files} files",
        "",
    ]
    if found.reports.empty:
        return [*lines, "Reports   none"]
    return [*lines, *_table(found.reports)]


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 100_000 else f"{count / 1e3:.1f} kB"


def _table(table: pd.DataFrame) -> list[str]:
    rows = [list(table.columns), *table.astype("str").replace("<NA>", "").to_numpy().tolist()]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.columns))]
    numbers = [pd.api.types.is_numeric_dtype(table[name]) for name in table.columns]
    return [
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numbers, strict=True)
        ).rstrip()
        for row in rows
    ]
