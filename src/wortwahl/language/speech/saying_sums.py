"""Which verb of a sentence names an act of speech that has no clause of its own."""

from wortwahl.language.saying import forms_of
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import AUXILIARY, CAPITAL, SUM, SUM_PART, SUM_STEM, VERB


def sums(unit: Unit) -> tuple[int, str, float] | None:
    """Return the item of the finite verb, what to show of it, and how sure it is, or None."""
    if not unit.union & (SUM | SUM_PART | SUM_STEM):
        return None
    for first, end in unit.segments:
        for i in range(first, end):
            bit = unit.bit(i)
            if bit & CAPITAL and i:
                continue
            word = unit.word(i)
            if bit & SUM and bit & VERB:
                return i, word, 0.5
            if bit & SUM_STEM:
                particles = forms_of("summing")[2].get(word.lower(), frozenset())
                if unit.word(end - 1) in particles:
                    return i, f"{word} … {unit.word(end - 1)}", 0.5
            if bit & SUM_PART:
                for k in range(first, end):
                    if unit.bit(k) & AUXILIARY:
                        return k, f"{unit.word(k)} … {word}", 0.45
    return None
