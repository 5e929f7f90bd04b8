"""Whole runs: the same input gives the same bytes, and a rerun does only what is new."""

import json
import shutil
from types import SimpleNamespace

import pandas as pd
import pytest
from runs_corpora import do_run, records, settings, write_csv, write_jsonl

from wortwahl import find_stories, find_uses, name_outlets, read_corpus, storage
from wortwahl.errors import InputError
from wortwahl.framing import heard
from wortwahl.runs import steps, store, voices, words
from wortwahl.runs.manifest import read_manifest
from wortwahl.runs.status import status_lines, status_of

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Every file a bundle of its own, so that small corpora have several parts."""
    monkeypatch.setattr(store, "BUNDLE_ALONE_BYTES", 1)


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """Two runs on the same raw files: with one process and with two, each with a store of its own."""
    base = tmp_path_factory.mktemp("whole")
    raw = base / "raw"
    write_jsonl(raw / "a.jsonl", records(20, party="SPD"))
    write_csv(raw / "b.csv", records(20, start=20, words="viele"))
    write_csv(raw / "c.csv", [*records(4, start=40), {"title": "Leer", "text": ""}])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "BUNDLE_ALONE_BYTES", 1)
        one = do_run(raw, base / "one", jobs=1, period="month")
        two = do_run(raw, base / "two", jobs=2, period="month")
    return SimpleNamespace(base=base, raw=raw, one=one, two=two)


@pytest.fixture
def again(done, tmp_path, monkeypatch):
    """A copy of the first run that a test may spoil; its report is not drawn again."""
    shutil.copytree(done.base / "one", tmp_path / "one")
    shutil.copytree(done.raw, tmp_path / "raw")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(steps, "write_report", drawn)
    return SimpleNamespace(raw="raw", base=tmp_path / "one", out=tmp_path / "one" / "out")


def drawn(results, out, lang):
    """Stand in for the report: the tables alone."""
    for name, table in results.items():
        if name != "facts":
            storage.write_csv(table, out / "tables" / f"{name}.csv")
    storage.write_text(out / "report.html", lang)


def contents(folder, *endings):
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix in endings)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_same_input_gives_the_same_bytes(done):
    first = contents(done.one, ".csv", ".xlsx", ".html", ".pdf")
    assert len(first) > 15
    assert first == contents(done.two, ".csv", ".xlsx", ".html", ".pdf")
    tables = contents(done.base / "one" / "processed" / "runs", ".parquet")
    assert len(tables) > 15
    assert tables == contents(done.base / "two" / "processed" / "runs", ".parquet")


def test_the_manifest_names_every_file_with_its_hash(done):
    manifest = read_manifest(done.one)
    named = {row["path"]: row["sha256"] for row in manifest["files"]}
    kept = done.base / "one" / "processed" / "runs" / "out"
    written = [path for folder in (done.one, kept) for path in folder.rglob("*") if path.is_file()]
    assert set(named) == {path.as_posix() for path in written if path.name != "manifest.json"}
    assert all(storage.file_key(path) == sha for path, sha in named.items())
    assert [row["path"].rsplit("/", 1)[-1] for row in manifest["inputs"]] == ["a.jsonl", "b.csv", "c.csv"]
    assert manifest["counts"]["articles"] == 44
    assert manifest["counts"]["problems"] == 1
    assert manifest["chosen"]["period"] == "month"


def test_the_uses_of_a_run_are_those_of_find_uses(done):
    stored = pd.read_parquet(done.base / "one" / "processed" / "runs" / "out" / "uses.parquet")
    articles = find_stories(name_outlets(read_corpus(done.raw)))
    asked = find_uses(articles, "ukraine-war", method="rules")
    assert stored.columns.tolist() == asked.columns.tolist()
    key = ["article", "field", "start"]
    pd.testing.assert_frame_equal(
        stored.sort_values(key, ignore_index=True), asked.sort_values(key, ignore_index=True)
    )


def test_nothing_is_left_but_what_was_written(done):
    assert sorted(path.name for path in done.one.iterdir()) == [
        "manifest.json",
        "report.html",
        "report.pdf",
        "tables",
        "tables.xlsx",
    ]


def counted(monkeypatch):
    """Count what a run does anew: files read, parts listened to, parts counted."""
    calls = []
    for module, name in ((store, "read_file"), (voices, "find_uses"), (words.terms, "count_terms")):
        real = getattr(module, name)

        def counting(*given, _real=real, _name=name, **named):
            calls.append(_name)
            return _real(*given, **named)

        monkeypatch.setattr(module, name, counting)
    return calls


def test_a_rerun_does_nothing_anew(again, monkeypatch):
    calls = counted(monkeypatch)
    before = contents(again.out, ".csv")
    do_run(again.raw, again.base, period="month", processed=str(again.base / "processed"))
    # The paths of the raw files are others here, and so is the column `source`: they are read again.
    calls.clear()
    do_run(again.raw, again.base, period="month")
    assert calls == []
    assert contents(again.out, ".csv").keys() == before.keys()


def test_a_new_file_is_the_only_work(again, monkeypatch):
    do_run(again.raw, again.base)
    calls = counted(monkeypatch)
    write_jsonl(again.base.parent / "raw" / "d.jsonl", records(6, start=60))
    do_run(again.raw, again.base)
    assert sorted(calls) == ["count_terms", "find_uses", "read_file"]
    assert read_manifest(again.out)["counts"]["articles"] == 50


def test_another_codebook_asks_for_uses_only(again, monkeypatch):
    do_run(again.raw, again.base)
    calls = counted(monkeypatch)
    do_run(again.raw, again.base, codebook="climate")
    assert set(calls) == {"find_uses"}


def test_no_article_is_listened_to_twice_whatever_the_codebook(again, monkeypatch, tmp_path):
    listened = []
    real = heard.stretches
    monkeypatch.setattr(
        heard, "stretches", lambda text, **given: listened.append(text) or real(text, **given)
    )
    shutil.rmtree(again.base / "processed")
    write_codebook(tmp_path / "one.yml", ["Radweg"])
    write_codebook(tmp_path / "two.yml", ["Radweg", "Überfall"])
    do_run(again.raw, again.base, codebook=str(tmp_path / "two.yml"))
    first = len(listened)
    assert first == len(set(listened)) > 20
    do_run(again.raw, again.base, codebook=str(tmp_path / "one.yml"))
    assert len(listened) == first
    do_run(again.raw, again.base)
    assert len(listened) == len(set(listened)) > first
    uses = pd.read_parquet(again.base / "processed/runs/out/uses.parquet")
    do_run(again.raw, again.base, voice="all")
    texts = set(read_corpus("raw")["text"])
    assert texts <= set(listened) and len(listened) == len(set(listened))
    speech = pd.concat(map(pd.read_parquet, (again.base / "processed/runs/out/speech").glob("*.parquet")))
    assert speech["article"].nunique() > 20 and speech["start"].min() >= 0
    pd.testing.assert_frame_equal(pd.read_parquet(again.base / "processed/runs/out/uses.parquet"), uses)


def write_codebook(path, terms):
    frames = {"a": {"label": "A", "terms": terms}}
    path.write_text(json.dumps({"name": path.stem, "language": "de", "question": "?", "frames": frames}))


def test_a_file_that_is_gone_is_gone(again):
    (again.base.parent / "raw" / "a.jsonl").unlink()
    do_run(again.raw, again.base)
    assert read_manifest(again.out)["counts"]["articles"] == 24


@pytest.mark.parametrize("table", ["articles", "uses", "terms", "bundles", "heard", "signatures"])
def test_half_a_file_of_the_cache_is_made_anew(again, table):
    do_run(again.raw, again.base)
    before = contents(again.out, ".csv")
    files = sorted(path for path in (again.base / "processed/store" / table).rglob("*") if path.is_file())
    assert len(files) >= 3
    for number, path in enumerate(files):
        data = path.read_bytes()
        path.write_bytes([data[: len(data) // 2], b"", data[:-20] + bytes(20)][number % 3])
    do_run(again.raw, again.base)
    assert contents(again.out, ".csv") == before


def test_what_an_earlier_run_left_is_removed(again):
    do_run(again.raw, again.base)
    manifest = read_manifest(again.out)
    stray, mine = again.out / "tables" / "shares_month.csv", again.out / "notes.txt"
    outside = again.base / "outside.csv"
    for path in (stray, mine, outside):
        path.write_text("x", "utf-8")
    manifest["files"] += [{"path": path.as_posix(), "sha256": ""} for path in (stray, outside)]
    storage.write_json(again.out / "manifest.json", manifest)
    do_run(again.raw, again.base)
    assert not stray.exists()
    assert mine.exists() and outside.exists()


def test_a_failure_leaves_the_old_report_whole(again, monkeypatch):
    do_run(again.raw, again.base)
    before = contents(again.base, ".csv", ".json", ".html", ".parquet")

    def full(*_, **__):
        raise InputError("this file cannot be written (No space left on device).")

    monkeypatch.setattr(steps, "write_parquets", full)
    with pytest.raises(InputError, match="No space left"):
        do_run(again.raw, again.base)
    assert contents(again.base, ".csv", ".json", ".html", ".parquet") == before
    assert not list(again.base.rglob("*.part"))


def test_a_report_among_the_raw_files_is_not_read(again):
    raw = again.base.parent / "raw"
    first = do_run("raw", raw)
    second = do_run("raw", raw)
    assert first == second
    assert read_manifest(second)["counts"]["articles"] == 44


def test_status(again):
    raw = again.base.parent / "raw"
    asked = settings("raw", again.base)

    def state():
        return status_of(asked, again.base).reports["state"].tolist()

    assert state() == ["up to date"]  # the report of the first run, whose raw files stand elsewhere
    do_run("raw", again.base)
    found = status_of(asked, again.base)
    assert found.files["state"].tolist() == ["unchanged"] * 3
    assert found.files["stored"].all()
    assert (found.parts, found.parts_with_uses) == (3, 3)
    assert found.cache_files > 9 and found.cache_bytes > 1000
    assert (found.parts_counted, found.parts_compared, found.parts_heard) == (3, 3, 3)
    # The store was copied with what the first run read under other paths.
    assert 0 < found.other_files < found.cache_files and 0 < found.other_bytes < found.cache_bytes
    assert found.reports.loc[0, "articles"] == 44
    text = "\n".join(status_lines(found, asked))
    assert "0 new, 0 changed, 3 unchanged, 0 gone" in text
    assert "3 of 3 parts done" in text
    assert "3 of 3 parts counted" in text

    write_jsonl(raw / "d.jsonl", records(2, start=70))
    write_jsonl(raw / "a.jsonl", records(3))
    (raw / "c.csv").unlink()
    found = status_of(asked, again.base)
    assert found.files.set_index(found.files["path"].str[-7:])["state"].to_dict() == {
        "a.jsonl": "changed",
        "w/b.csv": "unchanged",
        "d.jsonl": "new",
        "w/c.csv": "gone",
    }
    assert found.files["stored"].sum() == 1
    assert state() == ["stale: 1 new file, 1 changed file, 1 gone file"]

    do_run("raw", again.base)
    assert state() == ["up to date"]
    manifest = read_manifest(again.out)
    manifest["codebook"]["key"] = manifest["outlets"]["key"] = "other"
    manifest["program"]["code"] = "other"
    storage.write_json(again.out / "manifest.json", manifest)
    (again.out / "report.html").unlink()
    assert state() == [
        "stale: codebook changed, list of outlets changed, program changed, 1 written file is missing"
    ]
    manifest["codebook"]["asked_for"] = "gone.yml"
    manifest["parameters"]["raw"] = ["gone"]
    storage.write_json(again.out / "manifest.json", manifest)
    assert state()[0].startswith(
        "stale: its raw files are gone, its codebook cannot be read, list of outlets changed, program"
    )
    other = status_of(settings("raw", again.base, codebook="climate"), again.base)
    assert (other.parts, other.parts_with_uses, other.parts_heard) == (3, 0, 3)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", json.dumps({"files": [1], "inputs": None})])
def test_status_of_a_broken_manifest(again, text):
    (again.out / "manifest.json").write_text(text, "utf-8")
    state = status_of(settings("raw", again.base), again.base).reports["state"].tolist()
    assert len(state) == 1
    assert "up to date" not in state
    do_run("raw", again.base)


def test_status_writes_nothing(again):
    before = contents(again.base.parent, ".json", ".parquet", ".csv", ".npz")
    status_of(settings("raw", again.base, name="new"), again.base)
    assert contents(again.base.parent, ".json", ".parquet", ".csv", ".npz") == before
    assert not (again.base / "new").exists()


def test_status_of_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    found = status_of(settings("raw", tmp_path), tmp_path)
    assert len(found.files) == 0
    assert "Reports   none" in status_lines(found, settings("raw", tmp_path))
    with pytest.raises(InputError, match="nowhere"):
        status_of(settings("nowhere", tmp_path), tmp_path)
