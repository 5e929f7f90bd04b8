import json

import pandas as pd
import pytest
from runs_corpora import records, write_csv, write_jsonl

from wortwahl import read_corpus
from wortwahl.corpus import found_files
from wortwahl.runs import store
from wortwahl.runs.cache import DamagedFile, without_damage
from wortwahl.runs.store import bundles, load_articles, load_facts, raw_files, store_bundle


@pytest.fixture
def raw(tmp_path):
    for number in range(3):
        write_jsonl(tmp_path / "raw" / f"{number}.jsonl", records(4, start=4 * number))
    return tmp_path / "raw"


@pytest.fixture
def alone(monkeypatch):
    """Every file a bundle of its own, however small."""
    monkeypatch.setattr(store, "BUNDLE_ALONE_BYTES", 1)


def stored(raw, processed):
    parts, problems = [], []
    for bundle in bundles(raw_files(found_files(raw))):
        found, wrong = store_bundle(bundle, processed, {})
        parts += found
        problems.append(wrong)
    return parts, pd.concat(problems, ignore_index=True)


def test_the_store_gives_what_read_corpus_gives(raw, tmp_path, alone):
    parts, _ = stored(raw, tmp_path / "p")
    whole = pd.concat([load_articles(part) for part in parts], ignore_index=True)
    pd.testing.assert_frame_equal(whole, read_corpus(raw))


def test_a_bundle_is_read_once(raw, tmp_path, monkeypatch):
    first = stored(raw, tmp_path / "p")
    monkeypatch.setattr(store, "read_file", None)
    second = stored(raw, tmp_path / "p")
    assert first[0] == second[0]
    pd.testing.assert_frame_equal(first[1], second[1])


def test_a_new_file_is_the_only_one_that_is_read(raw, tmp_path, monkeypatch, alone):
    stored(raw, tmp_path / "p")
    write_jsonl(raw / "0b.jsonl", records(2, start=50))
    read = []
    real = store.read_file
    monkeypatch.setattr(store, "read_file", lambda path, **given: read.append(path) or real(path, **given))
    stored(raw, tmp_path / "p")
    assert [path.rsplit("/", 1)[-1] for path in read] == ["0b.jsonl"]


def test_a_new_file_among_thousands_changes_its_own_bundle_only():
    files = [store.RawFile(f"raw/{number:05d}.txt", "0", 100) for number in range(5000)]
    before = {tuple(bundle) for bundle in bundles(files)}
    added = sorted([*files, store.RawFile("raw/02500b.txt", "1", 100)], key=lambda file: file.path)
    after = {tuple(bundle) for bundle in bundles(added)}
    assert 30 < len(before) < 200
    assert len(after - before) <= 2
    assert sum(len(bundle) for bundle in after) == 5001


def test_a_mapping_and_a_folder_are_part_of_the_key(raw):
    bundle = raw_files(found_files(raw))
    other = [store.RawFile(file.path, file.sha256, file.bytes, "Talblick") for file in bundle]
    keys = {
        store.bundle_key(bundle, {}),
        store.bundle_key(bundle, {"a": "text"}),
        store.bundle_key(other, {}),
    }
    assert len(keys) == 3


@pytest.mark.parametrize("content", ["", "{", "[]", '{"parts": [{}]}', '{"parts": 7, "problems": []}'])
def test_a_damaged_index_is_made_anew(raw, tmp_path, content):
    first = stored(raw, tmp_path / "p")
    for index in (tmp_path / "p/store/bundles").glob("*.json"):
        index.write_text(content, "utf-8")
    second = without_damage(lambda: stored(raw, tmp_path / "p"))
    assert second[0] == first[0]
    index = next((tmp_path / "p/store/bundles").glob("*.json"))
    assert json.loads(index.read_text("utf-8"))["parts"]


def test_half_a_part_is_made_anew(raw, tmp_path):
    parts, _ = stored(raw, tmp_path / "p")
    whole = parts[0].path.read_bytes()
    parts[0].path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedFile):
        load_facts(parts)
    facts, _ = without_damage(lambda: load_facts(stored(raw, tmp_path / "p")[0]))
    assert len(facts) == 12
    assert parts[0].path.read_bytes() == whole


def test_a_part_that_is_gone_is_made_anew(raw, tmp_path):
    parts, _ = stored(raw, tmp_path / "p")
    parts[0].path.unlink()
    assert load_articles(stored(raw, tmp_path / "p")[0][0])["id"].is_unique


def test_a_repeat_in_another_file_is_left_out_and_listed(raw, tmp_path, alone):
    write_jsonl(raw / "again.jsonl", records(2))
    facts, repeats = load_facts(stored(raw, tmp_path / "p")[0])
    assert facts["id"].is_unique
    assert len(facts) == 12
    assert len(repeats) == 2


def test_columns_named_like_ours_are_kept(tmp_path):
    write_csv(tmp_path / "raw" / "a.csv", records(3, words="viele", part="Feuilleton"))
    parts, _ = stored(tmp_path / "raw", tmp_path / "p")
    facts, _ = load_facts(parts)
    assert set(facts["words"]) == {"viele"}
    assert set(facts["part"]) == {"Feuilleton"}
    assert facts[store.WORDS].gt(20).all()
