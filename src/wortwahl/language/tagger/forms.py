"""What the tagger sees of one word: its lemma, its class, the names of what it can be."""

from functools import cache, lru_cache

from wortwahl.language.lemmas import lemma
from wortwahl.language.speech import words as known

_NAMES = {
    value.bit_length() - 1: name
    for name, value in sorted(vars(known).items())
    if name.isupper() and isinstance(value, int) and value.bit_count() == 1
}
# The first bit that a word has names its class: mood before saying before plain form.
_CLASSES = (
    (known.KONJ1, "k1"),
    (known.KONJ2, "k2"),
    (known.AUXILIARY, "aux"),
    (known.SAY, "say"),
    (known.SAY_PART | known.THINK_PART | known.DEMAND_PART | known.SUM_PART, "said"),
    (known.SAY_STEM | known.DEMAND_STEM | known.SUM_STEM, "stem"),
    (known.THINK, "think"),
    (known.DEMAND, "demand"),
    (known.SUM, "sum"),
    (known.SUBORDINATOR, "sub"),
    (known.QUESTION, "w"),
    (known.PREPOSITION, "prep"),
    (known.DETERMINER, "det"),
    (known.PRONOUN, "pro"),
    (known.RELATIVE, "rel"),
    (known.PARTICIPLE, "part"),
    (known.ZU_FUSED, "zu"),
    (known.INFINITIVE, "inf"),
    (known.FINITE, "fin"),
    (known.ADVERB, "adv"),
    (known.SAY_NOUN, "saynoun"),
    (known.SOURCE_NOUN, "source"),
    (known.NUMBER, "num"),
    (known.CAPITAL, "cap"),
)
_FUNCTION = (
    known.SUBORDINATOR
    | known.PREPOSITION
    | known.DETERMINER
    | known.PRONOUN
    | known.AUXILIARY
    | known.QUESTION
    | known.RELATIVE
)


@cache
def bit_names(value: int) -> tuple[str, ...]:
    """Return the names of the bits that are set."""
    return tuple(name for bit, name in _NAMES.items() if value >> bit & 1)


@lru_cache(maxsize=200_000)
def sort_of(word: str, value: int) -> str:
    """Return the class of a word: a short name, or the sign itself for punctuation.

    Examples
    --------
    >>> from wortwahl.language.speech.words import bits
    >>> [sort_of(w, bits(w)) for w in ("sagte", "sei", "Angaben", ",")]
    ['say', 'k1', 'source', ',']
    """
    if not word[0].isalnum():
        return word[0]
    return next((short for mask, short in _CLASSES if value & mask), "x")


def gist(word: str, value: int) -> str:
    """Return the word itself where it is a function word, else its class."""
    return word.lower() if value & _FUNCTION else sort_of(word, value)


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """Return the lemma of a word in small letters, a sign or the class of a number."""
    first = word[0]
    if first.isdigit():
        return f"#{min(len(word), 5)}"
    if not first.isalpha() or len(word) > 40:
        return first
    return lemma(word).lower()
