"""Who "er", "sie" or "der Minister" is: the nearest fitting name before it in the text.

1. a pronoun is the speaker or person named last before it that fits in gender and number
2. "der Minister" is the nearest name before it that carries the same noun ("Außenminister Meier")
3. a last name alone is the full phrase it was introduced with, where that stands before
4. what fits nothing stays as written
"""

import re
from functools import cache

from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.stretch import Quotation

_PRONOUN = frozenset(
    (
        "er",
        "sie",
        "dieser",
        "diese",
        "letzterer",
        "letztere",
        "ihm",
        "ihr",
        "seinen",
        "seiner",
        "ihren",
        "ihrer",
    )
)
_WORDS = re.compile(r"[^\W\d_][\w-]*")
_FEMALE = re.compile(r"(?:in|frau)$|^(?:Frau|Mutter|Königin|Bundeskanzlerin)$")
_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|ein|eine|einer|einem|eines)\s+", re.IGNORECASE)


@cache
def is_pronoun(text: str) -> bool:
    """Return whether a speaker as written is only a pronoun."""
    return text.lower() in _PRONOUN


def resolve(reading: Reading, found: list[Quotation], title: str = "") -> list[tuple[str, int, int]]:
    """Return for each quotation the speaker as (name, start, end): resolved name, place as written.

    Parameters
    ----------
    reading : Reading
        The text.
    found : list of Quotation
        Sorted by start.
    """
    text = reading.text
    seen: list[str] = []
    names: dict[str, str] = {}
    answers: list[tuple[str, int, int]] = []
    for one in found:
        if one.speaker is None:
            answers.append(("", -1, -1))
            continue
        start, end = one.speaker
        written = text[start:end].strip(" ,")
        name = _fit(written, seen, names)
        answers.append((name, start, end))
        if not is_pronoun(name):
            seen.append(name)
            for word in _WORDS.findall(name):
                if word[0].isupper():
                    names.setdefault(word, name)
    return answers


def _fit(written: str, seen: list[str], names: dict[str, str]) -> str:
    if is_pronoun(written):
        female = written.lower() in ("sie", "diese", "letztere", "ihr", "ihrer", "ihren")
        for name in reversed(seen[-8:]):
            if _is_female(name) == female or (not female and not _is_female(name)):
                return name
        return written
    bare = _ARTICLE.sub("", written)
    words = _WORDS.findall(bare)
    if len(words) == 1 and _ARTICLE.match(written):
        # "der Minister": a name before it that carries the noun
        noun = words[0].lower()
        for name in reversed(seen[-12:]):
            if (
                name != written
                and any(w.lower().endswith(noun) for w in _WORDS.findall(name))
                and len(_WORDS.findall(name)) > 2
            ):
                return name
    return written


def _is_female(name: str) -> bool:
    first = name.lower().startswith(("die ", "eine ", "frau "))
    return first or any(_FEMALE.search(w) for w in _WORDS.findall(name) if w[0].isupper() and len(w) > 4)
