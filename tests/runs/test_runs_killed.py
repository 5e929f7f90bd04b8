"""A run that is killed at any moment harms nothing: the next one ends with the same bytes."""

import os
import shutil
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
from runs_corpora import records, write_jsonl

KILLS, CHAINS = 20, 4
SEED = 11


def start(base):
    """Start a run whose paths are all relative to `base`, in a process group of its own."""
    arguments = ["run", "raw", "--out", "out", "--processed", "processed", "--jobs", "2", "--quiet"]
    arguments += ["--voice-method", "rules", "--resamples", "100", "--topics", "2"]
    return subprocess.Popen(
        [sys.executable, "-m", "wortwahl", *arguments],
        cwd=base,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(base):
    """Run to the end and return the seconds it took."""
    began = time.monotonic()
    process = start(base)
    said = process.communicate(timeout=300)[1]
    assert process.returncode == 0, said
    return time.monotonic() - began


def kill_after(base, seconds):
    """Kill a run with its main process only, as a machine short of memory does; tell whether it still ran."""
    process = start(base)
    try:
        process.communicate(timeout=seconds)
        return False
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        return True


def living(group):
    """Return whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def written(base):
    """Return the bytes of all that a run leaves for a reader."""
    folders = (base / "out", base / "processed" / "runs")
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    folder = tmp_path_factory.mktemp("killed") / "raw"
    # Files enough for several bundles, so that there is work for two processes.
    for number in range(200):
        write_jsonl(folder / f"few-{number:03d}.jsonl", records(2, start=2 * number))
    return folder


@pytest.mark.slow
def test_a_killed_run_is_finished_by_the_next_with_the_same_bytes(raw, tmp_path):
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(raw, undisturbed / "raw")
    whole, again = finish(undisturbed), finish(undisturbed)
    expected = written(undisturbed)
    assert {"out/report.html", "out/tables/uses.csv", "out/manifest.json"} <= set(expected)
    generator, killed = np.random.default_rng(SEED), 0
    for chain in range(CHAINS):
        base = tmp_path / f"killed-{chain}"
        shutil.copytree(raw, base / "raw")
        done = 0
        while done < KILLS // CHAINS:
            # The first begins with nothing; those after it find what it left, and are as short as a rerun.
            seconds = generator.random() * (whole if done == 0 else again)
            done += kill_after(base, seconds)
        killed += done
        finish(base)
        found = written(base)
        assert set(found) == set(expected), f"after {done} kills"
        different = [name for name in expected if found[name] != expected[name]]
        assert not different, f"after {done} kills"
    assert killed == KILLS


@pytest.mark.slow
def test_the_workers_of_a_killed_run_end_by_themselves(raw, tmp_path):
    shutil.copytree(raw, tmp_path / "raw")
    process = start(tmp_path)
    with pytest.raises(subprocess.TimeoutExpired):
        process.communicate(timeout=4)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + 30
    while living(process.pid) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not living(process.pid)
