import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.language.speech.marks import quoted


def found(text: str) -> list[tuple[str, int]]:
    return [(text[q.start : q.end], q.depth) for q in quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Ja“, sagte er.", [("„Ja“", 0)]),
        ("«Ja», sagte er.", [("«Ja»", 0)]),
        ("»Ja«, sagte er.", [("»Ja«", 0)]),
        ("“Ja,” sagte er.", [("“Ja,”", 0)]),
        ('"Ja", sagte er.', [('"Ja"', 0)]),
        ("„Das ‚Öl‘ fehlt“, sagte er.", [("„Das ‚Öl‘ fehlt“", 0), ("‚Öl‘", 1)]),
        ('"Das ist "gut" so", sagte er.', [('"Das ist "gut" so"', 0), ('"gut"', 1)]),
        ("„Eins.\n\n„Zwei.\n\n„Drei.“ Ende", [("„Eins.", 0), ("„Zwei.", 0), ("„Drei.“", 0)]),
        ("„Eins.\n\nZwei“, sagte sie.", [("„Eins.\n\nZwei“", 0)]),
        ("„Nie zu. \n\nEr „ging“ heim.", [("„ging“", 0)]),
        ('Ein 55" großes und ein 5" kleines Bild.', []),
        ("Hans' Auto und Marx' Buch", []),
        ("Wie geht's und wie steht’s?", []),
        ("Die '80er waren 'so' schön.", [("'so'", 0)]),
        ("„“", []),
        ("", []),
    ],
)
def test_pairs(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text) == expected


def test_inner_places_leave_the_marks_out() -> None:
    (one,) = quoted("Er rief: „Öl!“")
    assert (one.inner_start, one.inner_end) == (10, 13)


@given(st.text(alphabet="„“”\"»«›‹‚‘’' abÄ.,\n1", max_size=200))
def test_any_text_gives_places_in_the_text_that_nest(text: str) -> None:
    rows = quoted(text)
    assert all(0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text) for q in rows)
    assert [(q.start, -q.end) for q in rows] == sorted((q.start, -q.end) for q in rows)


def test_ten_thousand_signs_that_never_close() -> None:
    assert quoted("„" * 10_000) == []
