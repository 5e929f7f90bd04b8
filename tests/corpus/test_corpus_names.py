"""Names of outlets: one for all spellings and hosts, columns of one's own, errors that name the line."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.corpus.names import name_outlets, read_outlets, unknown_outlets
from wortwahl.errors import InputError

OWN = """\
extends: german
outlets:
  Talblick:
    {kind: regional daily, hosts: [www.talblick.example], spellings: [Der Talblick], leaning: left}
  Der Spiegel: {country: DE, kind: weekly, hosts: [spiegel.de], spellings: [SPIEGEL ONLINE], leaning: centre}
"""


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "outlets.yml"
    path.write_text(OWN, "utf-8")
    return path


def names(written, outlets="german"):
    return name_outlets(pd.DataFrame({"outlet": written}), outlets)["outlet"].tolist()


def test_the_input_is_not_changed():
    articles = pd.DataFrame({"outlet": ["SZ", None]})
    before = articles.copy()
    name_outlets(articles)
    unknown_outlets(articles)
    pd.testing.assert_frame_equal(articles, before)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("SPIEGEL ONLINE", "Der Spiegel"),
        ("www.spiegel.de", "Der Spiegel"),
        ("m.spiegel.de", "Der Spiegel"),
        ("Der\u00a0Spiegel", "Der Spiegel"),
        ("F.A.Z.", "Frankfurter Allgemeine Zeitung"),
        ("FAZ.NET", "Frankfurter Allgemeine Zeitung"),
        ("Su\u0308ddeutsche Zeitung (inkl. Regionalausgaben)", "Süddeutsche Zeitung"),
        ("de.rt.com", "RT DE"),
        ("Bundestag/DIE LINKE", "Bundestag/Die Linke"),
        ("Bundestag/BÜNDNIS\u00a090/\nDIE GRÜNEN", "Bundestag/Bündnis 90/Die Grünen"),
        ("derStandard.at", "Der Standard"),
        ("Agence France Presse -- German", "AFP"),
    ],
)
def test_spellings_and_hosts_lead_to_one_name(written, name):
    assert names([written]) == [name]


def test_what_is_not_known_stays_and_is_listed():
    articles = pd.DataFrame({"outlet": ["Nordheimer  Tagblatt", "spiegel.de.example", "SZ", "", None, "SZ"]})
    assert names(articles["outlet"]) == [
        "Nordheimer Tagblatt", "spiegel.de.example", "Süddeutsche Zeitung", "", "", "Süddeutsche Zeitung",
    ]  # fmt: skip
    unknown = unknown_outlets(articles)
    assert unknown.to_numpy().tolist() == [["Nordheimer  Tagblatt", 1], ["spiegel.de.example", 1]]
    assert unknown_outlets(articles.head(0)).empty


def test_a_file_of_ones_own_adds_columns_and_wins(own):
    articles = pd.DataFrame({"outlet": ["talblick.example", "Spiegel Online", "SZ"], "kind": ["a", "b", "c"]})
    found = name_outlets(articles, own)
    assert found["outlet"].tolist() == ["Talblick", "Der Spiegel", "Süddeutsche Zeitung"]
    assert found["leaning"].tolist() == ["left", "centre", ""]
    assert found["kind"].tolist() == ["a", "b", "c"]  # the corpus's own
    assert found["outlet_kind"].tolist() == ["regional daily", "weekly", "national daily"]


def test_a_host_that_is_filed_anew_wins_over_the_bundled_spelling(tmp_path):
    path = tmp_path / "outlets.yml"
    path.write_text("extends: german\noutlets:\n  Stern Online: {hosts: [stern.de]}\n", "utf-8")
    assert names(["stern.de", "www.stern.de", "Stern"], path) == ["Stern Online", "Stern Online", "Stern"]


def test_the_key_says_what_the_list_says(own):
    known = read_outlets(own)
    assert known.key == read_outlets(own).key != read_outlets().key
    own.write_text(OWN.replace("left", "right"), "utf-8")
    assert read_outlets(own).key != known.key


def test_own_columns_can_be_grouped_by(own):
    from wortwahl.corpus.schema import article_table
    from wortwahl.framing import find_uses, frame_shares

    articles = article_table(
        [{"id": str(i), "outlet": name, "text": "Der Angriffskrieg dauert an.", "story": str(i)}
         for i, name in enumerate(["Der Talblick", "SPON"])]
    )  # fmt: skip
    uses = find_uses(name_outlets(articles, own), "ukraine-war", method="rules")
    assert set(frame_shares(uses, by="leaning")["leaning"]) == {"left", "centre"}


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("outlets:\n  A: {hosts: [a.example]}\n  B: {hosts: [www.a.example]}\n", 3, "also stands at 'A'"),
        ("outlets:\n  A: {spellings: [B-Blatt]}\n  B Blatt: {}\n", 3, "also stands at 'A'"),
        ("outlets:\n  A: {hosts: [no host]}\n", 2, "is no host"),
        ("outlets:\n  A: {country: Germany}\n", 2, "country"),
        ("outlets:\n  A: {date: today}\n", 2, "cannot be the name of a column"),
        ("outlets:\n  A: {leaning: [left]}\n", 2, "must be a word"),
        ("extends: french\noutlets: {}\n", 1, "no list 'french'"),
        ("outlets:\n  A: {}\nnames: []\n", 3, "names"),
        ("- A\n", 1, "the file"),
    ],
)
def test_an_error_names_file_and_line(tmp_path, text, line, problem):
    path = tmp_path / "names.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=problem) as caught:
        read_outlets(path)
    assert f"names.yml, line {line}" in str(caught.value)


def test_a_missing_file_and_a_table_without_outlets_are_errors(tmp_path):
    with pytest.raises(InputError):
        read_outlets(tmp_path / "none.yml")
    with pytest.raises(InputError, match="outlet"):
        name_outlets(pd.DataFrame({"title": ["A"]}))


def test_every_bundled_outlet_finds_itself():
    known = read_outlets()
    assert len(known.table) > 150
    assert known.table["outlet"].map(known.name_of).tolist() == known.table["outlet"].tolist()
    assert all(known.name_of(f"www.{host}") == name for host, name in known.hosts.items())


@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_text_is_a_name(written):
    assert len(names(pd.Series(written, dtype="str"))) == len(written)
