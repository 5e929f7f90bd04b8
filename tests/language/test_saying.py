import pytest

from wortwahl.language import saying


@pytest.mark.parametrize("kind", ["saying", "thinking", "demanding", "summing", "naming", "reporting"])
def test_every_class_has_forms(kind: str) -> None:
    finite, participles, apart = saying.forms_of(kind)
    assert finite
    assert participles
    assert all(isinstance(particles, frozenset) for particles in apart.values())


def test_separable_verbs_are_known_both_ways() -> None:
    finite, participles, apart = saying.forms_of("saying")
    assert "mitteilte" in finite
    assert "mitgeteilt" in participles
    assert "mit" in apart["teilte"]


@pytest.mark.parametrize("word", ["wissen", "sehen", "zeigen"])
def test_verbs_of_fact_are_not_verbs_of_saying(word: str) -> None:
    assert word not in saying.SAYING


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        saying.forms_of("singing")
