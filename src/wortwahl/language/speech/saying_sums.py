"""Which verb of a sentence names an act of speech that has no clause of its own."""

from wortwahl.language.saying import forms_of
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.words import AUXILIARY, CAPITAL, INFINITIVE, PARTICIPLE, SUM, SUM_PART, SUM_STEM
from wortwahl.language.wordlists import word_set


def sums(unit: Unit) -> tuple[int, str, float] | None:
    """Return the item of the finite verb, what to show of it, and how sure it is, or None."""
    if not unit.union & (SUM | SUM_PART | SUM_STEM):
        return None
    finite, participles, apart = forms_of("reporting")
    for first, end in unit.segments:
        for i in range(first, end):
            bit = unit.bit(i)
            if not bit & (SUM | SUM_PART | SUM_STEM) or (bit & CAPITAL and i):
                continue
            word = unit.word(i).lower()
            final = i == end - 1
            helper = next((k for k in range(first, end) if k != i and unit.bit(k) & AUXILIARY), None)
            if word in finite and not (bit & (PARTICIPLE | INFINITIVE) and (final or helper is not None)):
                if word in _SPEAK and not any(
                    unit.word(k).lower() in ("von", "vom") for k in range(first, end)
                ):
                    continue
                return i, unit.word(i), 0.5
            if word in apart and unit.word(end - 1) in apart[word]:
                if unit.word(end - 1) == "aus" and "von" not in map(unit.word, range(i, end)):
                    continue
                return i, f"{unit.word(i)} … {unit.word(end - 1)}", 0.5
            modal = helper is not None and unit.word(helper) in _MODALS
            if word == "sprechen" and modal and any(unit.word(k) in ("von", "vom") for k in range(first, i)):
                return helper, f"{unit.word(helper)} … sprechen", 0.5
            if word in participles and helper is not None and unit.word(helper).lower() in _HAVE:
                return helper, f"{unit.word(helper)} … {unit.word(i)}", 0.45
    return None


_SPEAK = word_set("spricht sprechen sprach sprachen spreche")
_MODALS = word_set("will wollen wollte wollten mag mögen mochte möchte muss musste kann konnte darf durfte")
_HAVE = word_set("hat haben hatte hatten")
