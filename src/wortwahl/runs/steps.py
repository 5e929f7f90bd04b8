"""The main job: raw files in; report, tables and a manifest out."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from wortwahl import storage
from wortwahl.errors import InputError
from wortwahl.framing import Codebook, read_codebook
from wortwahl.report import write_report
from wortwahl.runs.cache import without_damage
from wortwahl.runs.choices import Choices, choose
from wortwahl.runs.facts import amend
from wortwahl.runs.folders import Stage, check_writable, remove_left_files, remove_outdated, stage
from wortwahl.runs.inputs import FORMATS, found_for, kept_folder, out_folder, read_all
from wortwahl.runs.limits import running_text, without_running_text
from wortwahl.runs.locks import locked
from wortwahl.runs.manifest import MANIFEST, UNFINISHED, describe, manifest_of, named_files, read_manifest
from wortwahl.runs.progress import bar
from wortwahl.runs.results import corpus_tables, framing_tables
from wortwahl.runs.settings import Settings
from wortwahl.runs.store import PART, WORDS, Part, RawFile, load_facts, raw_files
from wortwahl.runs.tables import copy_speech, write_parquets, write_tables
from wortwahl.runs.topics import topic_tables
from wortwahl.runs.voices import find_in_store, load_uses
from wortwahl.runs.words import count_parts, term_tables
from wortwahl.terms import TermMatrix


@dataclass(frozen=True)
class Material:
    """What a run's tables are made of."""

    files: list[RawFile]
    parts: list[Part]
    facts: pd.DataFrame
    problems: pd.DataFrame
    uses: pd.DataFrame
    speech: list[Path]
    matrix: TermMatrix
    changes: dict[str, pd.DataFrame]


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
    out, processed = out_folder(settings), Path(settings.processed)
    files = raw_files(found_for(settings))
    for folder in (out, processed):
        check_writable(folder)
    remove_left_files(processed / "store", "**/.*")

    def made() -> tuple[Material, Choices, dict[str, pd.DataFrame]]:
        material = prepare(files, codebook, settings, quiet)
        chosen = choose(material.facts, material.uses, settings.period)
        with bar(None, "Tables", "steps", quiet):
            return material, chosen, all_tables(material, codebook, settings, chosen)

    material, chosen, tables = without_damage(made)
    described = describe(settings, codebook, files, material.facts, material.problems, chosen)
    with bar(None, "Report", "steps", quiet):
        return write_all(out, settings, codebook, material, described, tables)


def prepare(files: list[RawFile], codebook: Codebook, settings: Settings, quiet: bool) -> Material:
    """Read, listen and count whatever is not in the store yet, and return the whole corpus from there."""
    processed = Path(settings.processed)
    parts, problems = read_all(files, settings, quiet)
    facts, repeats = load_facts(parts)
    problems = pd.concat([problems, repeats], ignore_index=True)
    if facts.empty:
        raise InputError(
            "no article could be read.", where=", ".join(settings.raw), what_to_do=_first_problem(problems)
        )
    facts, changes = amend(facts, parts, settings, quiet)
    use_files, speech = find_in_store(
        parts, codebook, processed, settings.voice_method, settings.voice == "all", settings.jobs, quiet
    )
    uses = load_uses(use_files, facts)
    matrix = count_parts(parts, facts, processed, quiet)
    return Material(files, parts, facts, problems, uses, speech, matrix, changes)


def _first_problem(problems: pd.DataFrame) -> str:
    if problems.empty:
        return FORMATS
    first = problems.iloc[0]
    return f"The first problem, in {first['file']}: {first['problem']} {first['what_to_do']}"


def all_tables(
    material: Material, codebook: Codebook, settings: Settings, chosen: Choices
) -> dict[str, pd.DataFrame]:
    """Return the tables that the report shows."""
    return {
        **corpus_tables(material.facts, material.problems),
        **material.changes,
        **framing_tables(material.uses, material.facts, material.parts, codebook, settings, chosen),
        **term_tables(material.matrix, settings.level),
        **topic_tables(material.matrix, settings),
    }


def write_all(
    out: Path,
    settings: Settings,
    codebook: Codebook,
    material: Material,
    described: dict[str, object],
    tables: dict[str, pd.DataFrame],
) -> Path:
    """Write report, tables and manifest; what an earlier run left and this one did not make is deleted."""
    uses = without_running_text(material.uses)
    kept = kept_folder(settings)
    with stage(out) as shown, stage(kept) as stored:
        write_report({"facts": described, **tables}, shown.path, settings.lang)
        write_tables({"uses": uses}, shown.path / "tables")
        write_parquets({**tables, "uses": uses, "articles": _articles(material.facts)}, stored.path)
        copy_speech(material.speech, stored.path)
        hashes = {name: storage.file_key(path) for name, path in _waiting(shown, stored).items()}
        manifest = manifest_of(
            settings, codebook, material.files, described, {**tables, "uses": uses}, hashes
        ) | {"columns_left_out": running_text(material.facts.drop(columns=[PART, WORDS]))}
        with locked(out):
            _publish(out, (shown, stored), manifest)
    return out / MANIFEST


def _publish(out: Path, stages: tuple[Stage, ...], manifest: dict[str, object]) -> None:
    """Put a run's files in place of those of the run before, and the manifest last."""
    earlier = named_files(read_manifest(out)) + named_files(read_manifest(out, UNFINISHED))
    coming = [row["path"] for row in manifest["files"]]
    # A run that is killed from here on leaves files of two runs: this one says which, until all is done.
    names = sorted({*coming, *(path.as_posix() for path in earlier)})
    storage.write_json(out / UNFINISHED, {"files": [{"path": name} for name in names]})
    (out / MANIFEST).unlink(missing_ok=True)
    for waiting in stages:
        waiting.publish()
    remove_outdated(earlier, coming, [waiting.folder for waiting in stages])
    storage.write_json(out / MANIFEST, manifest)
    (out / UNFINISHED).unlink()
    remove_left_files(out, ".*.json.*", seconds=0)


def _waiting(*stages: Stage) -> dict[str, Path]:
    return {name: path for waiting in stages for name, path in waiting.files().items()}


def _articles(facts: pd.DataFrame) -> pd.DataFrame:
    """Return what is known of each article beside its text, and its length."""
    articles = without_running_text(facts.drop(columns=[PART, WORDS]))
    return articles if "words" in articles.columns else articles.assign(words=facts[WORDS])


def summary_lines(manifest: Path) -> list[str]:
    """Return what the command line says when a run is done: where its files are."""
    folder = manifest.parent
    names = {"report.html": "the report", "report.pdf": "the same for print", "tables.xlsx": "all tables"}
    lines = [f"  {(folder / name).as_posix():<44} {text}" for name, text in names.items()]
    lines.append(f"  {(folder / 'tables').as_posix() + '/*.csv':<44} the tables, one a file")
    lines.append(f"  {manifest.as_posix():<44} what made them")
    return ["Done:", *lines]
