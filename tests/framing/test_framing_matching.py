"""Finding terms: forms, boundaries, line breaks, stars, context, exceptions, overlaps, offsets."""

import doctest
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortwahl.errors import InputError
from wortwahl.framing import hyphenation, matching, patterns
from wortwahl.framing.matching import Entry, compile_entries


def found(text: str, *terms: str | Entry) -> list[str]:
    """Return the surfaces of what is found."""
    return [text[start:end] for start, end, _ in places(text, *terms)]


def places(text: str, *terms: str | Entry) -> list[tuple[int, int, str]]:
    entries = tuple(term if isinstance(term, Entry) else Entry(f"f{i}", term) for i, term in enumerate(terms))
    matcher = compile_entries(entries)
    return [(place.start, place.end, matcher.entries[place.entry].text) for place in matcher.find(text)]


@pytest.mark.parametrize("module", [hyphenation, matching, patterns])
def test_the_examples_run(module: object) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    "form",
    [
        "Angriffskrieg",
        "Angriffskriegs",
        "Angriffskrieges",
        "Angriffskriege",
        "Angriffskriegen",
        "ANGRIFFSKRIEG",
    ],
)
def test_a_lemma_is_found_in_every_form(form: str) -> None:
    assert found(f"Es war ein {form}, sagte sie.", "Angriffskrieg") == [form]


@pytest.mark.parametrize(
    "phrase",
    [
        "militärische Spezialoperation",
        "militärischen Spezialoperationen",
        "Militärische Spezialoperation",
        "MILITÄRISCHE SPEZIALOPERATION",
        "militärische  Spezialoperation",
        "militärische\nSpezialoperation",
        "militärische \n Spezialoperation",
        "militärische\u00a0Spezialoperation",
        "militärische\u202fSpezialoperation",
    ],
)
def test_a_phrase_is_found_over_any_white_space(phrase: str) -> None:
    assert found(f"Die „{phrase}“ geht weiter.", "militärische Spezialoperation") == [phrase]


def test_a_phrase_does_not_go_over_a_blank_line() -> None:
    assert not found("rein militärische\n\nSpezialoperation", "militärische Spezialoperation")


def test_boundaries_are_those_of_letters_not_of_ascii() -> None:
    assert not found("Kriegsende, Überkrieg, Kriegsärzte, Krieg2", "Krieg")
    assert found("österreichische Neutralität", "österreichisch") == ["österreichische"]
    assert not found("möchteösterreichische", "österreichisch")
    assert found("Krieg_ und (Krieg) und 'Krieg'", "Krieg") == ["Krieg"] * 3


def test_the_same_boundary_serves_two() -> None:
    assert found("Krieg, Krieg", "Krieg") == ["Krieg", "Krieg"]
    assert found("Krieg Krieg Krieg", "Krieg") == ["Krieg"] * 3
    assert found("Krieg-Krieg", "Krieg") == ["Krieg"] * 2


def test_a_term_is_found_at_either_end_of_a_text() -> None:
    assert places("Krieg", "Krieg") == [(0, 5, "Krieg")]
    assert places("ä Krieg", "Krieg") == [(2, 7, "Krieg")]
    assert places("„Krieg", "Krieg") == [(1, 6, "Krieg")]
    assert not places("", "Krieg")


def test_a_noun_is_no_verb() -> None:
    text = "Der Überfall. Sie überfallen das Land, es wurde überfallen. Überfallen wurde es."
    assert found(text, "Überfall") == ["Überfall"]
    assert found(text, "überfallen") == ["überfallen", "überfallen", "Überfallen"]


def test_hyphens_of_every_kind_and_none_is_another_term() -> None:
    text = "Ukraine-Krieg, Ukraine‐Krieges, Ukraine‑Kriegs, Ukraine–Krieg, Ukraine-\nKrieg, Ukrainekrieg"
    assert len(found(text, "Ukraine-Krieg")) == 5
    assert found(text, "Ukrainekrieg") == ["Ukrainekrieg"]


@pytest.mark.parametrize(
    "cut",
    [
        "Angriffs-\nkrieg",
        "An-\ngriffskrieg",
        "Angriffs- \n krieg",
        "Angriffs\u00adkrieg",
        "An-\ngriffs-\nkriegs",
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_found_where_it_stands(cut: str) -> None:
    text = f"Täglich: der {cut} und\nder Angriffskrieg"
    assert found(text, "Angriffskrieg") == [cut, "Angriffskrieg"]


def test_a_hyphen_of_coordination_is_no_cut() -> None:
    assert found("Sonder-\nund Spezialoperationen", "Spezialoperation") == ["Spezialoperationen"]


@pytest.mark.parametrize("spelling", ["Großangriff", "Grossangriff", "GROSSANGRIFF", "Grossangriffe"])
def test_the_swiss_spelling_is_found(spelling: str) -> None:
    assert found(f"ein {spelling}!", "Großangriff") == [spelling]


def test_a_star_opens_a_compound() -> None:
    text = "Ukrainekriegs, Ukraine-Krieg, UKRAINEKRIEG, Krieg; bekriegen, Kriegsende, kriegen, Weltkriegsende"
    assert found(text, "*krieg") == ["Ukrainekriegs", "Ukraine-Krieg", "UKRAINEKRIEG", "Krieg"]
    text = "Asylbewerber, Asyl, Asyl-Anträge, ASYLRECHT, Exilasyl, Asyl- und"
    assert found(text, "Asyl*") == ["Asylbewerber", "Asyl", "Asyl-Anträge", "ASYLRECHT", "Asyl"]
    assert found("die Wirtschaftsflüchtlingswelle", "*flüchtling*") == ["Wirtschaftsflüchtlingswelle"]
    assert found("prorussische und pro-russischen Kräfte", "*russisch") == ["prorussische", "pro-russischen"]
    assert found("im illegalen Angriffskriege", "illegal *krieg") == ["illegalen Angriffskriege"]


def test_the_longest_wins_and_no_place_counts_twice() -> None:
    text = "Die militärische Spezialoperation und eine Spezialoperation."
    assert [place[2] for place in places(text, "Spezialoperation", "militärische Spezialoperation")] == [
        "militärische Spezialoperation",
        "Spezialoperation",
    ]
    # "eins zwei" comes first, "zwei drei vier" is longer.
    assert found("Rat Tor Hof Bad", "Rat Tor", "Tor Hof Bad") == ["Tor Hof Bad"]


def test_of_two_of_the_same_length_the_one_without_a_star_wins() -> None:
    assert places("der Angriffskrieg", "*krieg", "Angriffskrieg")[0][2] == "Angriffskrieg"


def test_one_term_in_two_frames_is_an_error() -> None:
    with pytest.raises(InputError, match=r"Invasion.*are one term"):
        compile_entries((Entry("a", "Invasion"), Entry("b", "Invasionen")))


def test_context_must_stand_within_so_many_words() -> None:
    entry = Entry("a", "Einmarsch", context=("Ukraine", "russische Armee"), within=3)
    assert found("Der Einmarsch in die Ukraine", entry)
    assert not found("Der Einmarsch eins zwei drei Ukraine", entry)
    assert found("der russischen\nArmee beim Einmarsch", entry)
    assert not found("Der Einmarsch der Athleten", entry)
    assert found("Der Ukraine-Einmarsch", entry)
    assert found("(Ukraine) " + "– " * 9 + "Einmarsch", entry), "only words are counted"


def test_context_looks_back_over_long_words() -> None:
    entry = Entry("a", "Einmarsch", context=("Ukraine",), within=3)
    assert found("x " * 200 + "Ukraine " + "a" * 500 + " Einmarsch", entry)
    assert not found("Ukraine " + "wort " * 3 + "Einmarsch", entry)


def test_an_exception_that_overlaps_takes_the_place_away() -> None:
    entry = Entry(
        "a", "Invasion", exceptions=("Invasion in der Normandie", "US-Invasion", "sowjetische Invasion")
    )
    assert not found("Die Invasion in\nder Normandie", entry)
    assert not found("der sowjetischen Invasionen", entry)
    assert not found("Die US-Invasion", entry)
    text = "Die Invasion. Anders die Invasion in der Normandie."
    assert places(text, entry) == [(4, 12, "Invasion")]


def test_a_shorter_term_counts_where_the_longer_one_is_excepted() -> None:
    long = Entry("a", "kalter Krieg", exceptions=("neuer kalter Krieg",))
    assert found("ein neuer kalter Krieg", long, "Krieg") == ["Krieg"]


def test_long_and_odd_texts_take_linear_time() -> None:
    odd = ["Aa-" * 100_000 + "krieg", "a" * 300_000, "Krieg " * 20_000, "ukraine-" * 50_000, "\n" * 300_000]
    for text in odd:
        found(text, "*krieg", "Krieg in der Ukraine", "Asyl*")


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(st.text(max_size=8), st.sampled_from(["Krieg", "Kriegs", "Straße", "STRASSEN"]))))
def test_offsets_are_code_points_whatever_stands_around(parts: list[str]) -> None:
    text = " ".join(parts)
    surfaces = found(text, "Krieg", "Straße")
    assert set(surfaces) <= {
        "Krieg", "Kriegs", "Kriege", "Krieges", "Kriegen", "KRIEG", "Straße", "STRASSEN", "Strasse", "Straßen"
    }  # fmt: skip
    known = {"Krieg", "Kriegs", "Straße", "STRASSEN"}
    assert [part for part in parts if part in known] == [
        s for s in surfaces if s in known
    ] or "\u00ad" in text


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="Krieg äß-\n\u00ad\u00a0,😀s", max_size=60))
def test_places_are_in_order_and_apart(text: str) -> None:
    spans = [place[:2] for place in places(text, "Krieg", "*krieg", "Krieg Krieg")]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_a_lone_surrogate_does_no_harm() -> None:
    assert places("\ud800 Krieg \udfff", "Krieg") == [(2, 7, "Krieg")]
