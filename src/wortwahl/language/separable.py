"""Separable verbs whose particle stands at the end of the clause: "griff … an" is a form of "angreifen"."""

from functools import cache
from typing import NamedTuple

from ablaut import conjugate

from wortwahl.language.tokens import tokens
from wortwahl.language.verbs import infinitives
from wortwahl.language.wordlists import word_set

# What may stand behind a particle that ends its clause.
_ENDS = word_set('. , ; : ! ? … ) ] “ ” " » « ‹ › ’ ‘ – — und oder sondern sowie als wie denn')
# Where the search for the verb ends: the sentence before. A comma does not end it: "griff die Stadt, …, an".
_STOPS = word_set(". ; ! ?")
# "nach wie vor", "ab und zu", "hin und her": the second part of a pair is no particle.
_PAIRS = word_set("und wie oder")
# "mit und ohne", "vor und nach": the first part neither.
_PREPOSITIONS = word_set(
    "an auf aus ab bei durch für gegen hinter in mit nach neben ohne über um unter von vor zu"
)
# "von Anfang an", "von nun an", "von klein auf"; "immer wieder".
_SINCE = word_set("Anfang Beginn nun da hier jetzt dort heute Kindheit klein vornherein Haus immer")
# "hat … an" is nearly always a perfect tense whose particle belongs to another verb: only these three.
_OF_AUXILIARIES = ("haben", "sein", "werden")
_WITH_HABEN = word_set("innehaben teilhaben vorhaben")
# No clause is longer.
_REACH = 60


class Separated(NamedTuple):
    """A separable verb in two parts, in code points."""

    start: int
    end: int
    particle_start: int
    particle_end: int
    infinitive: str


@cache
def separated_forms() -> dict[str, dict[str, str]]:
    """Return for each particle which finite forms it may belong to, and the infinitive of the two.

    Examples
    --------
    >>> separated_forms()["an"]["griff"]
    'angreifen'
    """
    forms: dict[str, dict[str, str]] = {}
    for infinitive in infinitives():
        if infinitive.endswith(_OF_AUXILIARIES) and infinitive not in _WITH_HABEN:
            continue
        verb = conjugate(infinitive)
        for row in (verb.present, verb.preterite, verb.konjunktiv1, verb.konjunktiv2):
            for form in row:
                stem, _, particle = form.partition(" ")
                if particle and " " not in particle:
                    forms.setdefault(particle, {}).setdefault(stem, infinitive)
    return forms


def separated_verbs(text: str) -> list[Separated]:
    """Return the separable verbs of a text whose particle plainly ends its clause.

    A particle is a word of that form with the end of a clause behind it; its verb is the nearest finite
    form before it, in the same sentence, that together with it makes a known verb.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Separated
        In the order of their particles.

    Examples
    --------
    >>> [found.infinitive for found in separated_verbs("Russland griff die Stadt nachts an und zog ab.")]
    ['angreifen', 'abziehen']
    """
    forms = separated_forms()
    spans = tokens(text)
    written = [text[start:end] for start, end in spans]
    found = []
    for i, word in enumerate(written):
        of_particle = forms.get(word)
        if of_particle is None or not _ends_clause(written, i):
            continue
        if i and (written[i - 1] in _PAIRS or written[i - 1] in _SINCE):
            continue
        verb = _verb_before(written, i, of_particle)
        if verb >= 0:
            infinitive = of_particle[written[verb].lower()]
            found.append(Separated(*spans[verb], *spans[i], infinitive))
    return found


def _ends_clause(written: list[str], place: int) -> bool:
    """Say whether the clause ends behind a word."""
    after = written[place + 1 : place + 3]
    if not after:
        return True
    return after[0] in _ENDS and not (after[0] in _PAIRS and after[-1] in _PREPOSITIONS)


def _verb_before(written: list[str], place: int, forms: dict[str, str]) -> int:
    """Return the number of the nearest verb before a particle, -1 if its sentence has none."""
    for i in range(place - 1, max(place - _REACH, 0) - 1, -1):
        word = written[i]
        # A point behind a number or a single letter is seldom the end: "am 24. Februar an".
        if word in _STOPS and not (
            word == "." and i and (written[i - 1].isdigit() or len(written[i - 1]) == 1)
        ):
            return -1
        if word.lower() in forms and (word[0].islower() or _opens(written, i)):
            return i
    return -1


def _is_inner_point(written: list[str], place: int) -> bool:
    """Say whether a point follows a number or a single letter: "am 24. Februar", "z. B."."""
    return (
        written[place] == "." and place > 0 and (written[place - 1].isdigit() or len(written[place - 1]) == 1)
    )


def _opens(written: list[str], place: int) -> bool:
    """Say whether a capital is that of a sentence's first word: "Griff" elsewhere is a noun."""
    return place == 0 or not written[place - 1][-1].isalnum()
