"""The part on shared copy, and what the corpus section says of languages, names and cleaning."""

import pandas as pd
import pytest
from made_up_results import facts_only, made_up

from wortwahl.framing import compare_copies, copy_effect, shared_copy, story_sizes
from wortwahl.report.document import Heading, Note, Paragraph, Table, inline, plain
from wortwahl.report.results import Results
from wortwahl.report.sections.copies import PAIR_ROWS, copies
from wortwahl.report.sections.corpus import corpus
from wortwahl.report.sections.framing import framing
from wortwahl.report.wording import Wording

EN = Wording("en")


@pytest.fixture(scope="module")
def tables() -> dict:
    return made_up(outlets=3, months=3, topics=2)


def shown(blocks: list, kind: type = Table) -> list:
    return [block for block in blocks if isinstance(block, kind)]


def words(blocks: list) -> str:
    return " ".join(plain(block.line) for block in blocks if isinstance(block, Paragraph | Note))


def test_the_tables_are_not_changed(tables):
    results = Results(tables)
    before = {name: table.copy() for name, table in results.tables.items()}
    copies(results, EN)
    corpus(results, EN)
    for name, table in before.items():
        pd.testing.assert_frame_equal(results.tables[name], table)


def test_without_copies_there_is_no_such_part(tables):
    assert copies(Results(facts_only()), EN) == []
    single = tables["story_sizes"].head(1)
    assert (
        copies(Results({**tables, "story_sizes": single, "shared_copy": tables["shared_copy"].head(0)}), EN)
        == []
    )
    headings = [block.text for block in shown(framing(Results(facts_only()), EN), Heading)]
    assert "Shared copy" not in headings


def test_copies_are_counted_in_a_sentence(tables):
    text = words(copies(Results(tables), EN))
    assert "458 of 2,558 articles share their text with another" in text
    assert "198 stories, of which 167 stand in more than one outlet" in text


def test_three_shares_stand_side_by_side_for_the_most_used_frames(tables):
    table = next(table for table in shown(copies(Results(tables), EN)) if table.key == "copies")
    assert [column.label for column in table.columns][3:6] == ["Every use", "A story one vote", "Weighted"]
    assert len(table.groups()) == 3
    one = tables["copies"].iloc[0]
    row = next(row for row in table.rows if row[:2] == ["Angriffskrieg", one["outlet"]])
    assert row[2] == f"{one['uses']} of {one['total']}"
    assert row[3].startswith(EN.formats.percent(one["share"]) + " (")
    assert row[6] == str(one["agency_uses"])


def test_the_sentence_is_of_the_largest_difference(tables):
    table = tables["copy_effect"]
    row = table.loc[table["difference"].abs().idxmax()]
    note = plain(shown(copies(Results(tables), EN), Note)[0].line)
    assert f"{row['outlet']} {EN.formats.percent(row['share'])}, all others" in note
    assert f"{EN.formats.points(row['copy_part'], 1)} ({EN.formats.points(row['copy_low'], 1)} to" in note
    bare = table.drop(columns=[name for name in table if name.endswith(("low", "high"))])
    note = plain(shown(copies(Results({**tables, "copy_effect": bare}), EN), Note)[0].line)
    assert "(" not in note.split("Of these")[1].split("(Kitagawa")[0]
    assert note.endswith("chance may explain it.")
    few = table.assign(difference=[0.9, *table["difference"][1:]], low=[float("nan"), *table["low"][1:]])
    note = plain(shown(copies(Results({**tables, "copy_effect": few}), EN), Note)[0].line)
    assert "+90" not in note and "chance" not in note
    same = table.assign(difference=0.001)
    assert "nothing to divide" in words(copies(Results({**tables, "copy_effect": same}), EN))
    none = {**tables, "copy_effect": table.assign(difference=float("nan"))}
    assert not shown(copies(Results(none), EN), Note)


def test_what_is_too_few_is_a_dash(tables):
    table = tables["copies"].assign(share=float("nan"), low=float("nan"), high=float("nan"))
    found = next(t for t in shown(copies(Results({**tables, "copies": table}), EN)) if t.key == "copies")
    assert found.rows[0][3] == "–" and "too few" in plain(inline(found.note))


def test_only_the_first_pairs_are_shown(tables):
    many = pd.DataFrame({"outlet": [f"B{n}" for n in range(40)], "with": "Ö", "stories": range(40)})
    found = next(
        t for t in shown(copies(Results({**tables, "shared_copy": many}), EN)) if t.key == "shared-copy"
    )
    assert len(found.rows) == PAIR_ROWS and found.rows[0] == ["B39", "Ö", "39"]
    assert "25 more rows in tables/shared_copy.csv" in plain(found.note)


def test_what_framing_gives_can_be_shown():
    rows = [(f"{story}{outlet}", story, outlet) for story in ("s", "t", "u") for outlet in ("A", "B")]
    facts = pd.DataFrame(rows, columns=["id", "story", "outlet"])
    uses = facts.rename(columns={"id": "article"}).assign(
        frame=["x", "y"] * 3, agency="", voice="newsroom", genre="report"
    )
    results = {
        **facts_only(),
        "story_sizes": story_sizes(facts),
        "shared_copy": shared_copy(facts),
        "copies": compare_copies(uses, by="outlet", min_stories=1),
        "copy_effect": copy_effect(uses, "outlet", ["x", "y"], min_stories=1),
    }
    blocks = copies(Results(results), EN)
    assert "6 of 6 articles" in words(blocks)
    assert "Of these 0.0 are due to how much shared copy" in words(blocks)
    assert [table.key for table in shown(blocks)] == ["shared-copy", "copies"]


def test_the_corpus_section_shows_languages_names_and_cleaning(tables):
    found = {table.key: table.rows for table in shown(corpus(Results(tables), EN))}
    assert found["languages"] == [
        ["German", "2,990", "yes"],
        ["not known", "31", "yes"],
        ["English", "14", "no"],
    ]
    assert found["unknown-outlets"][0] == ["Hafenkurier", "412"]
    assert found["cleaning"][0] == ["standing lines of a database taken out", "812", "1,650"]
    empty = {name: tables[name].head(0) for name in ("languages", "unknown_outlets", "cleaning")}
    keys = {table.key for table in shown(corpus(Results({**tables, **empty}), EN))}
    assert not keys & {"languages", "unknown-outlets", "cleaning"}


def test_a_change_in_two_files_stands_once(tables):
    twice = pd.DataFrame({"file": ["a", "b"], "change": "etwas Neues", "articles": [1, 2], "places": [3, 4]})
    found = {table.key: table.rows for table in shown(corpus(Results({**tables, "cleaning": twice}), EN))}
    assert found["cleaning"] == [["etwas Neues", "3", "7"]]
