"""The command line: what goes wrong is one line and a status, what goes right is a table."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from wortwahl import cli, read_corpus
from wortwahl.runs import steps

QUICK = ("run", "raw", "--voice-method", "rules", "--resamples", 100, "--topics", 2)
CODEBOOK = """
name: Probe
language: de
question: {en: "Which?", de: "Welche?"}
frames:
  war:
    label: {en: War, de: Krieg}
    terms: [Krieg]
  conflict:
    label: {en: Conflict, de: Konflikt}
    terms: [Konflikt]
"""
ARTICLE = {
    "date": "2024-06-18",
    "outlet": "Hafenkurier",
    "title": "Krieg und Konflikt",
    "text": "Der Krieg geht weiter. Der Überfall war geplant, sagte die Bürgermeisterin von Görlitz.",
}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder of its own for each test, with one good corpus."""
    monkeypatch.chdir(tmp_path)
    Path("raw").mkdir()
    pd.DataFrame([ARTICLE, ARTICLE | {"outlet": "Talblick", "text": "=1+1 ist der Krieg."}]).to_csv(
        "raw/a.csv", index=False
    )
    Path("mine.yml").write_text(CODEBOOK, "utf-8")
    return tmp_path


def called(capsys, *arguments):
    """Return status, standard output and standard error of a call."""
    try:
        status = cli.main([str(argument) for argument in arguments])
    except SystemExit as end:
        status = end.code
    out, err = capsys.readouterr()
    return status, out, err


def everything():
    """Return every file but those of the cache."""
    files = {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    return {name: data for name, data in files.items() if not name.startswith("data/processed/store")}


def fails(capsys, *arguments, status=1):
    """Run what must fail; return its only line of standard error. It must have written nothing."""
    before = {
        name: data for name, data in everything().items() if not name.startswith("data/processed/store")
    }
    found, out, err = called(capsys, *arguments)
    after = {name: data for name, data in everything().items() if not name.startswith("data/processed/store")}
    assert found == status, err
    assert out == ""
    assert after == before
    assert not Path("reports").exists()
    assert err.count("\n") == 1 and err.endswith("\n"), err
    assert err.startswith("wortwahl: ")
    assert "Traceback" not in err and "an error of the program" not in err
    return err


def run_fails(capsys, *arguments, status=1):
    return fails(capsys, "run", *arguments, "--quiet", status=status)


def test_an_empty_folder(capsys):
    Path("empty").mkdir()
    line = run_fails(capsys, "empty")
    assert "empty: there is no file that can be read. Put" in line


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("noise.bin", bytes(range(256)) * 40),
        ("noise.txt", bytes(range(256)) * 40),
        ("half.parquet", b"PAR1" + b"\0" * 100),
        ("empty.csv", b""),
        ("broken.jsonl", b'{"text": "Krieg'),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + b"\0" * 200),
        ("half.csv.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03abc"),
    ],
)
def test_a_file_that_cannot_be_read(capsys, name, data):
    Path("bad").mkdir()
    Path("bad", name).write_bytes(data)
    line = run_fails(capsys, "bad")
    assert name in line
    assert "no article could be read" in line


def test_a_truncated_parquet_file(capsys):
    pd.DataFrame([ARTICLE] * 50).to_parquet("raw/b.parquet")
    data = Path("raw/b.parquet").read_bytes()
    Path("bad").mkdir()
    Path("bad/b.parquet").write_bytes(data[: len(data) // 2])
    assert "bad/b.parquet" in run_fails(capsys, "bad")


def test_a_table_without_a_text_column(capsys):
    Path("bad").mkdir()
    Path("bad/a.csv").write_text("Datum,Titel\n2024-06-18,Krieg\n", "utf-8")
    line = run_fails(capsys, "bad")
    assert "bad/a.csv" in line
    assert ("text" in line and "--column" in line) or "column" in line


def test_an_unknown_date_is_listed_and_not_fatal(capsys):
    Path("raw/b.csv").write_text("Datum,Titel,Text\nvorgestern,Krieg,Der Krieg geht weiter.\n", "utf-8")
    status, out, _ = called(capsys, "problems", "raw")
    assert status == 0
    assert "raw/b.csv,2,the date 'vorgestern' is not understood." in out


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        (("frames:", "framse:"), ("mine.yml", "framse", "frames")),
        (("terms: [Konflikt]", "terms: [Krieg]"), ("mine.yml", "Krieg", "war")),
        (("label: {en: War", "labl: {en: War"), ("mine.yml", "labl")),
        (("name: Probe", "name: [Probe"), ("mine.yml", "line")),
        (("    terms: [Konflikt]\n", ""), ("mine.yml, line 9", "terms")),
    ],
)
def test_a_codebook_with_a_fault(capsys, change, parts):
    assert change[0] in CODEBOOK
    Path("mine.yml").write_text(CODEBOOK.replace(*change), "utf-8")
    line = run_fails(capsys, "raw", "--codebook", "mine.yml")
    for part in parts:
        assert part in line


@pytest.mark.parametrize("name", ["ukraine-wra", "missing.yml", "", "raw", "../mine", "a\nb\x1b[2J"])
def test_an_unknown_codebook(capsys, name):
    line = run_fails(capsys, "raw", "--codebook", name)
    assert "\x1b" not in line


@pytest.mark.parametrize("raw", ["nowhere", "raw/*.xml", "raw/nothing.csv", "a\nb"])
def test_a_path_that_is_not_there(capsys, raw):
    assert raw.replace("\n", " ") in run_fails(capsys, raw)


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "raw", "--colour", "red"],
        ["run", "raw", "--lang", "fr"],
        ["run", "raw", "--voice", "some"],
        ["run", "raw", "--topics", "many"],
        ["run", "raw", "--column", "Inhalt"],
        ["run", "raw", "--column", "=text"],
        ["run", "raw", "--column", "Inhalt="],
        ["run", "raw", "--cod", "mine.yml"],
        ["uses", "raw", "--format", "xml"],
        ["concordance", "raw"],
        ["dance"],
        [],
    ],
)
def test_wrong_arguments(capsys, arguments):
    line = fails(capsys, *arguments, status=2)
    assert "--help" in line


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--column", "Inhalt=body of text"], "body of text"),
        (["--level", "1.5"], "level"),
        (["--level", "nan"], "level"),
        (["--resamples", "-1"], "resamples"),
        (["--topics", "-3"], "topics"),
        (["--seed", "-1"], "seed"),
    ],
)
def test_values_that_do_not_fit(capsys, arguments, part):
    assert part in run_fails(capsys, "raw", *arguments)


@pytest.mark.parametrize("option", ["--out", "--processed"])
@pytest.mark.parametrize("place", ["file", "file/below/it"])
def test_a_file_in_the_way_of_a_folder(capsys, option, place):
    Path("file").write_text("mine", "utf-8")
    line = run_fails(capsys, "raw", option, place)
    assert "file" in line and "cannot be written" in line


def test_a_table_cannot_be_written_over_a_folder(capsys):
    Path("folder").mkdir()
    assert "folder" in fails(capsys, "articles", "raw", "--out", "folder")
    Path("file").write_text("mine", "utf-8")
    assert "file" in fails(capsys, "articles", "raw", "--out", "file/table.csv")


@pytest.mark.parametrize(
    ("verb", "arguments", "part"),
    [
        ("shares", ["--by", "colour"], "colour"),
        ("terms", ["--by", "colour"], "colour"),
        ("keyness", ["--target", "Nirgendblatt"], "Nirgendblatt"),
        ("uses", ["--codebook", "nowhere"], "nowhere"),
        ("concordance", ["--term", ""], "term"),
        ("collocates", ["--term", "  "], "term"),
        ("topics", ["--topics", "0"], "topics"),
    ],
)
def test_a_verb_with_a_wrong_value(capsys, verb, arguments, part):
    assert part in fails(capsys, verb, "raw", *arguments)


def test_an_unknown_parameter_of_a_notebook(capsys):
    assert "colour" in fails(capsys, "notebook", "03_framing", "-p", "colour", "red")
    assert "09_nothing" in fails(capsys, "notebook", "09_nothing")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(28, "No space left on device", "reports/a"), "reports/a: No space left on device"),
        (PermissionError(13, "Permission denied", "raw/a.csv"), "raw/a.csv: Permission denied"),
        (MemoryError(), "not enough memory"),
        (KeyboardInterrupt(), "interrupted"),
        (KeyError("x\ny"), "an error of the program (KeyError: 'x\\ny')"),
    ],
)
def test_whatever_happens_is_one_line(capsys, monkeypatch, error, words):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr(steps, "prepare", fail)
    status, out, err = called(capsys, "run", "raw", "--quiet")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert words in err
    assert not Path("reports").exists()
    _, _, err = called(capsys, "run", "raw", "--quiet", "--traceback")
    assert "Traceback" in err


def test_a_full_disk_while_writing_leaves_the_old_report(capsys, monkeypatch):
    old = Path("reports/raw")
    old.mkdir(parents=True)
    (old / "report.html").write_text("old", "utf-8")

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(steps, "write_parquets", full)
    status, _, err = called(
        capsys, "run", "raw", "--voice-method", "rules", "--resamples", 100, "--topics", 2
    )
    assert (status, err.count("\n")) == (1, 1), err
    assert "No space left" in err
    assert [path.name for path in old.rglob("*")] == ["report.html"]
    assert not Path("data/processed/runs").exists()


def test_help_and_version_need_no_pandas():
    code = "import sys; from wortwahl import cli; cli.parser().format_help(); print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.slow
def test_the_command_itself():
    command = [sys.executable, "-m", "wortwahl"]
    missing = subprocess.run([*command, "run", "nowhere"], capture_output=True, text=True, check=False)
    assert (missing.returncode, missing.stdout, missing.stderr.count("\n")) == (1, "", 1)
    # A system whose own encoding is not UTF-8 gets UTF-8 all the same.
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run([*command, "forms", "raw"], capture_output=True, env=environment, check=True)
    assert done.stderr == b""
    assert "Überfall" in done.stdout.decode("utf-8")


@pytest.mark.slow
def test_a_reader_that_has_seen_enough():
    command = f"{sys.executable} -m wortwahl forms raw | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("frame,term,form")
    assert done.stderr == ""


VERBS = {
    "articles": ["id", "date", "outlet", "title", "text"],
    "problems": ["file", "row", "problem", "what_to_do"],
    "uses": ["article", "frame", "surface", "voice", "speaker", "outlet"],
    "shares": ["outlet", "frame", "uses", "share", "plain_share"],
    "forms": ["frame", "term", "form", "count", "example"],
    "terms": ["outlet", "term", "count", "per_million", "articles"],
    "keyness": ["term", "count_target", "count_reference", "g2", "log_ratio", "low", "high", "p"],
    "concordance": ["article", "left", "match", "right", "voice", "speaker", "outlet", "date"],
    "collocates": ["collocate", "count", "expected"],
    "topics": ["topic", "rank", "term", "weight"],
}
ASKED = {
    "keyness": ["--target", "Nordheimer Tagblatt"],
    "concordance": ["--term", "Spezialoperation"],
    "collocates": ["--term", "Ukraine"],
    "topics": ["--topics", "4"],
}


@pytest.fixture(scope="session")
def sample():
    return Path(cli.runs.default_raw("nowhere")[0][0]).resolve()


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_writes_its_table_in_three_formats(capsysbinary, sample, verb):
    asked = [verb, str(sample), *ASKED.get(verb, [])]
    for name in ("t.csv", "t.parquet"):
        assert cli.main([*asked, "--out", name]) == 0
        assert capsysbinary.readouterr() == (b"", b"")
    assert cli.main([*asked, "--format", "jsonl"]) == 0
    printed = io.BytesIO(capsysbinary.readouterr().out)
    tables = [pd.read_csv("t.csv"), pd.read_parquet("t.parquet"), pd.read_json(printed, lines=True)]
    for table in tables[: 2 if verb == "problems" else 3]:  # nothing in JSON lines has no columns
        assert set(VERBS[verb]) <= set(table.columns)
    assert len({len(table) for table in tables}) == 1
    assert len(tables[0]) > 0 or verb == "problems"


def test_standard_output_has_what_a_file_has(capsysbinary):
    for form in ("csv", "jsonl", "parquet"):
        assert cli.main(["articles", "raw", "--out", f"t.{form}"]) == 0
        assert cli.main(["articles", "raw", "--format", form]) == 0
        printed, said = capsysbinary.readouterr()
        assert said == b""
        # A byte-order mark is for Excel, and for files only.
        assert printed == Path(f"t.{form}").read_bytes().removeprefix(b"\xef\xbb\xbf")


def test_formats(capsys):
    status, out, _ = called(capsys, "articles", "raw", "--format", "jsonl")
    assert status == 0
    assert [json.loads(line)["outlet"] for line in out.splitlines()] == ["Hafenkurier", "Talblick"]
    assert called(capsys, "articles", "raw", "--out", "t.tsv", "--format", "parquet")[0] == 0
    assert len(pd.read_parquet("t.tsv")) == 2


def test_texts_of_others_are_written_only_when_asked_for(capsys):
    assert called(capsys, "articles", "raw", "--out", "t.csv")[0] == 0
    assert pd.read_csv("t.csv")["text"].isna().all()
    assert called(capsys, "articles", "raw", "--with-text", "--out", "t.parquet")[0] == 0
    pd.testing.assert_frame_equal(pd.read_parquet("t.parquet"), read_corpus("raw"))
    pd.DataFrame([ARTICLE | {"license": "own"}, ARTICLE | {"outlet": "B"}]).to_csv("mixed.csv", index=False)
    _, out, _ = called(capsys, "articles", "mixed.csv")
    assert pd.read_csv(io.StringIO(out))["text"].notna().tolist() == [True, False]
    with pytest.raises(SystemExit):
        cli.main(["articles", "--help"])
    assert "without a licence" in " ".join(capsys.readouterr().out.split())


def test_cells_are_guarded(capsys):
    _, out, _ = called(capsys, "articles", "raw", "--with-text")
    assert pd.read_csv(io.StringIO(out))["text"].tolist()[1] == "'=1+1 ist der Krieg."


def test_a_column_can_be_named(capsys):
    Path("raw/a.csv").write_text("Beitrag,Blatt=X\nDer Krieg geht weiter.,Talblick\n", "utf-8")
    _, out, _ = called(capsys, "articles", "raw", "--column", "Beitrag=text", "--column", "Blatt=X=outlet")
    assert "Talblick" in out
