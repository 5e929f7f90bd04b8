"""The forms of German verbs that the rules of reported speech look up."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ablaut import conjugate


class VerbForms(NamedTuple):
    """Single-word forms of the third person, and the infinite ones, each a set of lower-case words."""

    finite: frozenset[str]  # indicative, present and past: sagt, sagen, sagte, sagten
    infinitives: frozenset[str]  # sagen, mitteilen
    participles: frozenset[str]  # gesagt, mitgeteilt
    fused: frozenset[str]  # infinitives with an inner "zu": mitzuteilen


@cache
def infinitives() -> tuple[str, ...]:
    """Return some 4,000 common German infinitives, sorted.

    Examples
    --------
    >>> "mitteilen" in infinitives()
    True
    """
    return tuple(files(__package__).joinpath("verbs.txt").read_text(encoding="utf-8").split())


def indicative(infinitive: str) -> frozenset[str]:
    """Return the indicative forms of the third person as one word each, with those of subordinate clauses.

    Parameters
    ----------
    infinitive : str
        An infinitive, separable verbs as one word.

    Examples
    --------
    >>> sorted(indicative("mitteilen"))
    ['mitteilen', 'mitteilt', 'mitteilte', 'mitteilten']
    """
    verb = conjugate(infinitive)
    return frozenset(joined(row[i]) for row in (verb.present, verb.preterite) for i in (2, 5))


def joined(form: str) -> str:
    """Return a separated form as it stands in a subordinate clause: "teilte mit" is "mitteilte"."""
    stem, _, particle = form.partition(" ")
    return particle + stem


@cache
def verb_forms() -> VerbForms:
    """Return the forms of all verbs of the list (made once, in about a tenth of a second).

    Examples
    --------
    >>> "sagte" in verb_forms().finite, "anzugeben" in verb_forms().fused
    (True, True)
    """
    finite: set[str] = set()
    participles: set[str] = set()
    fused: set[str] = set()
    for infinitive in infinitives():
        verb = conjugate(infinitive)
        finite.update(joined(row[i]) for row in (verb.present, verb.preterite) for i in (2, 5))
        participles.add(verb.past_participle)
        if " " not in verb.zu_infinitive:
            fused.add(verb.zu_infinitive)
    return VerbForms(frozenset(finite), frozenset(infinitives()), frozenset(participles), frozenset(fused))
