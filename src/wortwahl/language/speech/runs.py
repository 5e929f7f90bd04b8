"""Sentences that carry reported speech on without a frame: the subjunctive, and hearsay "soll".

1. a main clause in Konjunktiv I is reported: "Die Stadt sei gefallen."
2. one in Konjunktiv II only where reported speech stands before: "Die Truppen hätten sich ergeben."
3. not: a condition or a wish ("Hätte er … wäre …", "wenn"), "es sei denn", "sei es … sei es", first person
4. "soll" with a perfect infinitive is hearsay: "Er soll geflohen sein."
"""

from wortwahl.language.speech.frames import is_subordinate
from wortwahl.language.speech.reading import Unit
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.speech.words import (
    CAPITAL,
    HEARSAY,
    KONJ,
    KONJ1,
    KONJ2,
    PARTICIPLE,
    SUBORDINATOR,
    VERB,
)
from wortwahl.language.wordlists import word_set

_FIRST_PERSON = frozenset(("ich", "Ich", "wir", "Wir"))


def free_indirect(unit: Unit, last: Quotation | None) -> Quotation | None:
    """Return the sentence as reported speech without a frame, or None.

    Parameters
    ----------
    unit : Unit
        The sentence, in which nothing else was found.
    last : Quotation or None
        The reported speech in the sentences before that it can carry on.
    """
    if unit.union & KONJ:
        forms = certain_forms(unit)
        if forms:
            strong = [i for i in forms if unit.bit(i) & KONJ1]
            if strong or last is not None or _perfect(unit, forms):
                place = _from_where(unit, (strong or forms)[0])
                shown = unit.word((strong or forms)[0])
                mood = "Konjunktiv I" if strong else "Konjunktiv II"
                speaker = last.speaker if last else None
                after = f" after {last.evidence.rpartition(' after ')[2]}" if last else ""
                return Quotation(
                    "IndirectFreeIndirect",
                    (place,),
                    speaker,
                    None,
                    None,
                    f'{mood} "{shown}"{after}',
                    0.85 if strong else 0.65,
                )
    if hearsay(unit):
        place = unit.reading.place(unit.lo, unit.hi)
        return Quotation("FreeIndirect", (place,), None, None, None, 'hearsay "soll"', 0.6)
    return None


def _perfect(unit: Unit, forms: list[int]) -> bool:
    """ "Die Truppen hätten sich zurückgezogen": a past in Konjunktiv II that is no wish and no condition."""
    if unit.union & SUBORDINATOR and any(unit.word(i).lower() in _IRREAL for i in range(unit.last)):
        return False
    for i in forms:
        if unit.word(i) not in ("hätten", "hätte", "wären", "wäre"):
            continue
        end = next((b for a, b in unit.segments if a <= i < b), unit.last)
        if unit.bit(end - 1) & PARTICIPLE and not any(
            unit.word(k).lower() in _IRREAL for k in range(unit.last)
        ):
            return True
    return False


_IRREAL = word_set(
    """
    wenn falls sofern beinahe fast sonst andernfalls eigentlich lieber gerne gern nie zwar auch ohne
    statt besser
    """
)


def _from_where(unit: Unit, form: int) -> tuple[int, int]:
    """The whole sentence; what follows a colon, or the second main clause, where the first is the author's.

    "Der Senator wies alles zurück: Man habe nichts versäumt." "Zwölf wurden verletzt, es seien Urlauber."
    """
    lo, hi = unit.reading.place(unit.lo, unit.hi)
    for first, end in unit.segments:
        if end > form:
            break
        if unit.word(end) not in (":", ";") if end < len(unit.items) else True:
            continue
        if any(unit.bit(i) & VERB and not unit.bit(i) & (CAPITAL | KONJ) for i in range(first, end)):
            after = unit.items[end + 1] if end + 1 < len(unit.items) else None
            if after is not None:
                return unit.reading.starts[after], hi
    return lo, hi


def certain_forms(unit: Unit) -> list[int]:
    """Return the items of main clauses that are a subjunctive of reported speech."""
    found: list[int] = []
    segments = unit.segments
    words = [unit.word(i) for i in range(unit.last)]
    if any(w in _FIRST_PERSON for w in words):
        return []
    conditional = any(w in ("wenn", "Wenn", "falls", "Falls", "sofern") for w in words)
    for first, end in segments:
        if is_subordinate(unit, first, end):
            continue
        for i in range(first, end):
            bit = unit.bit(i)
            if not bit & KONJ or (bit & CAPITAL and i):
                continue
            word = unit.word(i)
            if i and words[i - 1] in ("als", "ob"):
                continue  # "als habe es das nie gegeben"
            if i == first + 1 and words[first] in ("Man", "man") and bit & KONJ1 and word not in _COMMON:
                continue  # "Man nehme 500 Gramm Mehl"
            if words[i + 1 : i + 3] == ["was", "wolle"] or words[max(0, i - 2) : i] == ["komme", "was"]:
                continue
            if word in ("sei", "seien") and _set_phrase(words, i):
                continue
            if bit & KONJ2 and not bit & KONJ1 and (conditional or i == first):
                continue
            if i == 0 and bit & KONJ1:
                continue
            found.append(i)
    return found


_COMMON = word_set(
    """
    sei habe werde könne müsse wolle solle dürfe wisse
    """
)


def _set_phrase(words: list[str], i: int) -> bool:
    """ "es sei denn", "sei es … sei es", "wie dem auch sei", "es sei erwähnt", "sei dahingestellt"."""
    around = words[max(0, i - 2) : i + 3]
    if "denn" in words[i + 1 : i + 2]:
        return True
    if words[i + 1 : i + 2] == ["es"] and i and words[i - 1] in (",", "–"):
        return True
    if (
        words[0] in ("Es", "es")
        and i == 1
        and any(w in ("erinnert", "erwähnt", "angemerkt") for w in words[2:5])
    ):
        return True
    return (
        "dahingestellt" in words[i : i + 3]
        or "Dank" in around
        or ("auch" in words[i - 1 : i] and "wie" in [w.lower() for w in words[max(0, i - 4) : i]])
    )


def hearsay(unit: Unit) -> bool:
    """ "Er soll geflohen sein": "soll" with a participle and "haben", "sein" or "worden sein" at the end."""
    if not unit.union & HEARSAY:
        return False
    for first, end in unit.segments:
        if not any(unit.bit(i) & HEARSAY for i in range(first, end)):
            continue
        for i in range(first, end - 1):
            if unit.bit(i) & PARTICIPLE and unit.word(i + 1) in ("haben", "sein", "worden"):
                return True
            if i + 1 == end - 1 and unit.word(end - 1) in _STATES:
                return True
            if (
                unit.word(i).startswith("ge")
                and unit.word(i).endswith(("t", "en"))
                and unit.word(i + 1) in ("haben", "sein")
            ):
                return True
    return False


# "soll eine Villa besitzen": a state cannot be a plan
_STATES = word_set(
    """
    besitzen leben wohnen stammen gehören wissen arbeiten bestehen existieren betragen
    """
)


def reads_on(unit: Unit, here: list[Quotation], last: Quotation | None) -> Quotation | None:
    """Return what the next sentence may carry on: the last quotation of this one, with its speaker."""
    if not here:
        return None
    outer = [q for q in here if q.type != "Direct"] or here
    return outer[-1]
