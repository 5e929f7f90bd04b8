"""Which files a path stands for."""

import os

import pytest

from wortwahl.corpus.files import files_of, found_files
from wortwahl.errors import InputError


def names(paths, root):
    return [path.relative_to(root).as_posix() for path in paths]


def test_a_folder_is_read_with_its_folders_in_order(put, tmp_path):
    for name in (
        "b.txt",
        "a.csv",
        "z/c.txt",
        "m/2024/d.txt",
        ".hidden",
        ".git/x.txt",
        "README.md",
        "z/LICENSE",
    ):
        put(name, "x")
    assert names(files_of(tmp_path), tmp_path) == ["a.csv", "b.txt", "m/2024/d.txt", "z/c.txt"]
    assert files_of(str(tmp_path)) == files_of(tmp_path)


def test_a_named_file_is_read_whatever_its_name(put):
    readme = put("README.txt", "x")
    assert files_of(readme) == [readme]


def test_globs(put, tmp_path):
    for name in ("a.txt", "b.csv", "in/c.txt", "in/.d.txt"):
        put(name, "x")
    assert names(files_of(f"{tmp_path}/*.txt"), tmp_path) == ["a.txt"]
    assert names(files_of(f"{tmp_path}/**/*.txt"), tmp_path) == ["a.txt", "in/c.txt"]
    assert names(files_of(f"{tmp_path}/i*"), tmp_path) == ["in/c.txt"]


def test_a_name_with_brackets_is_no_glob_where_it_exists(put):
    path = put("a [1].txt", "x")
    assert files_of(path) == [path]


def test_each_file_once_and_in_one_order_whatever_was_passed_first(put, tmp_path):
    one, two = put("a/1.txt", "x"), put("b/2.txt", "x")
    assert files_of([tmp_path / "b", tmp_path / "a"]) == [one, two]
    assert files_of([tmp_path, one, f"{tmp_path}/*/*.txt"]) == [one, two]


def test_paths_stay_as_they_were_passed(put, tmp_path, monkeypatch):
    put("data/a.txt", "x")
    monkeypatch.chdir(tmp_path)
    assert [path.as_posix() for path in files_of("data")] == ["data/a.txt"]
    assert [path.as_posix() for path in files_of("./data/../data")] == ["data/../data/a.txt"]


@pytest.mark.parametrize("path", ["none", "none.csv", "*.none", "none/**/*.txt"])
def test_what_does_not_exist_is_an_error(tmp_path, path):
    with pytest.raises(InputError, match=r"does not exist|no file fits"):
        files_of(tmp_path / path)


def test_an_empty_folder_has_no_files(tmp_path):
    assert files_of(tmp_path) == []


def test_links_that_lead_out_are_passed_over(put, tmp_path):
    put("outside/secret.txt", "x")
    inside = put("in/a.txt", "x")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (tmp_path / "in" / "folder").symlink_to(tmp_path / "outside")
    (tmp_path / "in" / "broken.txt").symlink_to(tmp_path / "gone.txt")
    assert files_of(tmp_path / "in") == [inside]
    assert files_of(f"{tmp_path}/in/*") == [inside]


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert files_of(tmp_path) == []
    with pytest.raises(InputError, match="no regular file"):
        files_of(tmp_path / "pipe")


def test_the_folder_of_a_saved_page_is_passed_over(put, tmp_path):
    for name in ("Seite.html", "Seite_files/ad.html", "Seite-Dateien/x.js", "Andere_files/a.txt"):
        put(name, "x")
    assert names(files_of(tmp_path), tmp_path) == ["Andere_files/a.txt", "Seite.html"]


def test_outlets_of_folders(put, tmp_path):
    put("a.txt", "Text.")
    put("bote/2024/b.txt", "Text.")
    put("tagblatt/c.txt", "---\noutlet: Nordheimer Tagblatt\n---\nText.")
    put("tagblatt/d.txt", "Text.")
    put("mixed/e.txt", "---\noutlet: Eins\n---\nText.")
    put("mixed/f.txt", "---\noutlet: Zwei\n---\nText.")
    found = {file.path.name: file.outlet for file in found_files(tmp_path)}
    assert found == {
        "a.txt": "",
        "b.txt": "bote",
        "c.txt": "Nordheimer Tagblatt",
        "d.txt": "Nordheimer Tagblatt",
        "e.txt": "mixed",
        "f.txt": "mixed",
    }
    assert found_files(tmp_path / "tagblatt" / "d.txt")[0].outlet == ""
    assert {file.outlet for file in found_files(tmp_path / "bote")} == {""}
    assert {file.outlet for file in found_files(f"{tmp_path}/*/d.txt")} == {"Nordheimer Tagblatt"}
