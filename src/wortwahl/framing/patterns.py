r"""The regular expression of a term: every form and spelling, any white space, any hyphen.

A pattern is made twice from the same parts: for RE2, which finds candidates in linear time, and for
Python, which looks closely where one stands. RE2 has no look-around and its ``\b`` is ASCII, so that it
would lose "österreichische": there, a boundary is a character that is no letter and no digit.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from wortwahl.language.gendered import gendered_forms, masculine_of
from wortwahl.language.inflection import noun_in_compound, spellings, surface_forms

_BLANK = "[ \t\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
# A phrase may go over the end of a line, but not over a blank line: there, another paragraph begins.
_SPACE = f"(?:{_BLANK}+|{_BLANK}*\n{_BLANK}*)"
_HYPHEN = f"[-\u2010\u2011\u2013](?:{_BLANK}*\n{_BLANK}*)?"
_JOINT = "[-\u2010\u2011]"


class Flavour(NamedTuple):
    """What RE2 and Python write differently."""

    letter: str
    capital: str
    before: str
    after: str


RE2 = Flavour(r"[\p{L}\p{N}]", r"\p{Lu}", r"(?:^|[^\p{L}\p{N}])", r"(?:$|[^\p{L}\p{N}])")
PYTHON = Flavour(r"[^\W_]", r"[^\W\d_a-zäöüß]", r"(?<![^\W_])", r"(?![^\W_])")


def fault_of(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a term and what to do, or None.

    Examples
    --------
    >>> fault_of("*krieg") is None, fault_of("* gegen Russland")[0]
    (True, "the star in '* gegen Russland' has too little beside it.")
    """
    if not (text[:1].isalnum() or text[:1] == "*"):
        return f"the term '{text}' begins with no letter.", "Begin with a letter, a digit or a star."
    if any("*" in word and sum(letter.isalnum() for letter in word) < 2 for word in text.split()):
        return (
            f"the star in '{text}' has too little beside it.",
            "A star opens a compound of at least two given letters: *krieg, Asyl*.",
        )
    return None


def bounded(texts: Iterable[str], flavour: Flavour) -> str:
    """Return the pattern of any of some terms, with a boundary on either side."""
    inner = "|".join(phrase(text, flavour) for text in texts)
    return f"{flavour.before}(?:{inner}){flavour.after}"


def phrase(text: str, flavour: Flavour) -> str:
    """Return the pattern of a lemma or phrase in every form, without boundaries.

    Examples
    --------
    >>> import re
    >>> pattern = phrase("Krieg in der Ukraine", PYTHON)
    >>> re.fullmatch(pattern, "Krieges in\\nder Ukraine") is not None
    True
    """
    return _SPACE.join(_word(word, flavour) for word in text.split())


def first_runs(text: str) -> frozenset[str] | None:
    """Return the letters, in lower case, that a term's forms may begin with; None if a star leaves them open.

    Examples
    --------
    >>> sorted(first_runs("Ukraine-Krieg"))
    ['ukraine']
    """
    word = text.split()[0]
    if is_open(word):
        return None
    return frozenset(re.match(r"[^\W_]*", form).group().casefold() for form in _spelled(word))


def is_open(word: str) -> bool:
    """Say whether a word has a star that stands for letters: not so the one in Soldat*innen."""
    return "*" in word and not masculine_of(word)


def _word(word: str, flavour: Flavour) -> str:
    if is_open(word):
        return _compound(word, flavour)
    return _any(_spelled(word))


def _spelled(word: str) -> set[str]:
    noun = masculine_of(word) or word
    forms = surface_forms(noun)
    return {way for form in forms for way in spellings(form)} | gendered_forms(noun, forms)


def _with_gendered(noun: str) -> set[str]:
    forms = surface_forms(noun)
    return forms | gendered_forms(noun, forms)


def _any(words: Iterable[str]) -> str:
    # The longest comes first, since Python takes the first that fits.
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_literal(word) for word in ordered) + ")"


def _literal(word: str) -> str:
    return _HYPHEN.join(re.escape(part) for part in re.split("[-\u2010\u2011\u2013]", word))


def _compound(word: str, flavour: Flavour) -> str:
    """Return the pattern of a word with stars: `*krieg`, `Asyl*`, `*flüchtling*`.

    A star stands for any letters and digits with at most three hyphens among them, or for nothing. A noun's
    compound begins with a capital, so that `*krieg` is not "bekriegen". The last part inflects unless a star
    follows it.
    """
    parts = [part for part in word.split("*") if part]
    letters = f"{flavour.letter}*(?:{_JOINT}{flavour.letter}+){{0,3}}"
    opens_left, opens_right = word.startswith("*"), word.endswith("*")
    noun = noun_in_compound(parts[-1])
    last = {parts[-1]} if opens_right else _with_gendered(noun or parts[-1])
    forms = [{part} for part in parts[:-1]] + [last]
    inner = [_any({way for form in some for way in _cased(form)}) for some in forms]
    if opens_left:
        start = flavour.capital if noun else flavour.letter
        alone = _any({way for form in forms[0] for way in spellings(_capital(form) if noun else form)})
        inner[0] = f"(?:{start}{letters}{_JOINT}?{inner[0]}|{alone})"
    else:
        inner[0] = _any({way for form in forms[0] for way in spellings(form)})
    return f"{letters}{_JOINT}?".join(inner) + (letters if opens_right else "")


def _cased(form: str) -> set[str]:
    """Return the ways a part may stand inside a word: Ukrainekrieg, Ukraine-Krieg, UKRAINEKRIEG."""
    low = form[:1].lower() + form[1:]
    return {low, *spellings(_capital(form)), low.replace("ß", "ss")}


def _capital(form: str) -> str:
    return form[:1].upper() + form[1:]
