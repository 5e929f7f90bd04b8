from pathlib import Path

import pytest

from wortwahl.errors import InputError
from wortwahl.runs.folders import check_writable, remove_outdated, stage


def test_a_probe_leaves_nothing(tmp_path):
    check_writable(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "there").mkdir()
    check_writable(tmp_path / "there")
    assert list(tmp_path.rglob("*")) == [tmp_path / "there"]


@pytest.mark.parametrize("place", ["file", "file/below", "file/far/below"])
def test_a_file_in_the_way_is_named(tmp_path, place):
    (tmp_path / "file").write_text("x")
    for job in (check_writable, lambda folder: stage(folder).__enter__()):
        with pytest.raises(InputError, match="cannot be written"):
            job(tmp_path / place)
    assert (tmp_path / "file").read_text() == "x"


def test_files_appear_when_they_are_published(tmp_path):
    with stage(tmp_path / "out") as waiting:
        (waiting.path / "tables").mkdir()
        (waiting.path / "tables" / "a.csv").write_text("new")
        assert list(waiting.files()) == [(tmp_path / "out/tables/a.csv").as_posix()]
        assert not (tmp_path / "out" / "tables").exists()
        waiting.publish()
    assert [path.name for path in (tmp_path / "out").rglob("*")] == ["tables", "a.csv"]


def test_a_failure_leaves_the_folder_as_it_was(tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "report.html").write_text("old")
    for name in ("old", "new"):
        with pytest.raises(RuntimeError), stage(tmp_path / name) as waiting:
            (waiting.path / "report.html").write_text("half")
            raise RuntimeError
    assert [path.relative_to(tmp_path) for path in tmp_path.rglob("*")] == [
        Path("old"),
        Path("old/report.html"),
    ]
    assert (tmp_path / "old" / "report.html").read_text() == "old"


def test_only_files_of_the_folder_are_removed(tmp_path):
    out, other = tmp_path / "out", tmp_path / "other"
    for folder in (out, other):
        folder.mkdir()
        for name in ("kept.csv", "old.csv"):
            (folder / name).write_text("x")
    named = [out / "kept.csv", out / "old.csv", other / "old.csv", out / ".." / "other" / "kept.csv", out]
    remove_outdated(named, [str(out / "kept.csv")], [out])
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.csv")) == [
        "other/kept.csv",
        "other/old.csv",
        "out/kept.csv",
    ]
