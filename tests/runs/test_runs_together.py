"""Runs at the same time, runs of the same name, and what a killed run leaves."""

import os
import shutil
import subprocess
import sys
import time

import pytest
from runs_corpora import do_run, records, settings, write_jsonl

from wortwahl import storage
from wortwahl.runs import steps
from wortwahl.runs.folders import check_writable, remove_left_files, stage
from wortwahl.runs.inputs import kept_folder
from wortwahl.runs.locks import locked, release, take_lock
from wortwahl.runs.manifest import MANIFEST, UNFINISHED, named_files, read_manifest
from wortwahl.runs.settings import settings_from
from wortwahl.runs.status import status_of

COMMAND = [sys.executable, "-m", "wortwahl", "run", "raw", "--processed", "processed", "--quiet"]
COMMAND += ["--voice-method", "rules", "--resamples", "100", "--topics", "2", "--jobs", "2"]


def start(base, out, codebook):
    return subprocess.Popen(
        [*COMMAND, "--out", out, "--codebook", codebook],
        cwd=base,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def together(base, *asked):
    """Start runs at the same moment, and wait for all of them."""
    started = [start(base, *one) for one in asked]
    for process in started:
        said = process.communicate(timeout=300)[1]
        assert process.returncode == 0, said


def written(base, out, kept):
    """Return the bytes of a run's files, but for the manifest, which names the folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for folder in (base / out, base / kept)
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    folder = tmp_path_factory.mktemp("together") / "raw"
    for number in range(150):
        write_jsonl(folder / f"few-{number:03d}.jsonl", records(2, start=2 * number))
    return folder


@pytest.fixture(scope="module")
def alone(raw, tmp_path_factory):
    """Return what a run with each codebook writes where no other disturbs it."""
    found = {}
    for codebook in ("ukraine-war", "climate"):
        base = tmp_path_factory.mktemp(codebook)
        shutil.copytree(raw, base / "raw")
        together(base, ("one", codebook))
        found[codebook] = written(base, "one", "processed/runs/one")
        assert len(found[codebook]) > 30
    return found


@pytest.mark.slow
def test_two_runs_at_once_write_what_each_writes_alone(raw, alone, tmp_path):
    shutil.copytree(raw, tmp_path / "raw")
    together(tmp_path, ("one", "ukraine-war"), ("two", "climate"), ("three", "ukraine-war"))
    for out, codebook in (("one", "ukraine-war"), ("two", "climate"), ("three", "ukraine-war")):
        assert written(tmp_path, out, f"processed/runs/{out}") == alone[codebook]


@pytest.mark.slow
def test_two_runs_into_one_folder_leave_the_whole_of_one(raw, alone, tmp_path):
    shutil.copytree(raw, tmp_path / "raw")
    together(tmp_path, ("one", "ukraine-war"), ("one", "climate"))
    last = read_manifest(tmp_path / "one")
    assert written(tmp_path, "one", "processed/runs/one") == alone[last["codebook"]["asked_for"]]
    for row in last["files"]:
        assert storage.file_key(tmp_path / row["path"]) == row["sha256"]


def test_reports_of_one_name_have_folders_of_their_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    plain = kept_folder(settings_from(raw=("raw",), out="reports/sample"))
    assert plain.as_posix() == "data/processed/runs/sample"
    assert kept_folder(settings_from(raw=("raw",), out=str(tmp_path / "reports" / "sample"))) == plain
    others = {
        kept_folder(settings_from(raw=("raw",), out=out)).as_posix()
        for out in ("sample", "reports/old/sample", "data/sample", "../sample")
    }
    assert len(others) == 4
    assert all(name.startswith("data/processed/runs/sample-") for name in others)


def test_a_project_that_is_moved_keeps_the_names_of_its_runs(tmp_path):
    names = {
        kept_folder(
            settings_from(raw=("raw",), out=f"{home}/x/sample", processed=f"{home}/data/processed")
        ).name
        for home in (tmp_path / "a", tmp_path / "b")
    }
    assert len(names) == 1


def test_a_lock_is_held_by_one_and_let_go_of(tmp_path):
    with locked(tmp_path):
        assert take_lock(tmp_path, wait=False) is None
    handle = take_lock(tmp_path, wait=False)
    assert handle is not None
    release(handle)


def test_the_stage_of_a_killed_run_is_removed_and_that_of_a_living_one_is_not(tmp_path):
    left = tmp_path / ".wortwahl-abc.part"
    left.mkdir()
    (left / "report.html").write_text("half")
    with stage(tmp_path) as first, stage(tmp_path) as second:
        assert not left.exists()
        assert first.path.is_dir() and second.path.is_dir()
    assert list(tmp_path.iterdir()) == []


def test_half_files_are_removed_when_they_are_old(tmp_path):
    (tmp_path / "aa").mkdir()
    old, new = tmp_path / "aa" / ".x.parquet.123.part", tmp_path / "aa" / ".y.parquet.456.part"
    for path in (old, new, tmp_path / "aa" / "x.parquet"):
        path.write_text("x")
    before = time.time() - 2 * 24 * 3600
    os.utime(old, (before, before))
    remove_left_files(tmp_path, "**/.*")
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [new.name, "x.parquet"]
    remove_left_files(tmp_path / "nowhere", "**/.*")


def test_many_probes_at_once_do_no_harm(tmp_path):
    command = [sys.executable, "-c", "import sys; from pathlib import Path\n"]
    command[-1] += "from wortwahl.runs.folders import check_writable\n"
    command[-1] += "for _ in range(100): check_writable(Path(sys.argv[1]))"
    started = [subprocess.Popen([*command, str(tmp_path / "a" / "b")]) for _ in range(3)]
    for _ in range(100):
        check_writable(tmp_path / "a" / "b")
    assert [process.wait(60) for process in started] == [0, 0, 0]
    # A folder that another of them made is not one's own to delete: at most it is left, and empty.
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.slow
def test_a_run_that_ends_while_it_publishes_is_told_and_mended(tmp_path, monkeypatch):
    raw = tmp_path / "raw"
    write_jsonl(raw / "a.jsonl", records(12))
    asked = settings(raw, tmp_path)
    out = do_run(raw, tmp_path)
    stray = out / "tables" / "gone.csv"
    stray.write_text("x")
    manifest = read_manifest(out)
    manifest["files"].append({"path": stray.as_posix(), "sha256": ""})
    storage.write_json(out / MANIFEST, manifest)

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(steps, "remove_outdated", killed)
        with pytest.raises(KeyboardInterrupt):
            do_run(raw, tmp_path)
    assert read_manifest(out) is None
    assert stray in named_files(read_manifest(out, UNFINISHED))
    assert status_of(asked, tmp_path).reports["state"].str.startswith("unfinished").tolist() == [True]
    do_run(raw, tmp_path)
    assert not stray.exists()
    assert not (out / UNFINISHED).exists()
    assert status_of(asked, tmp_path).reports["state"].tolist() == ["up to date"]
