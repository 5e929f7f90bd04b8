"""Tokens of German text, with their places."""

import re

# A word may carry inner hyphens, apostrophes and gender signs (Ukraine-Krieg, geht's, Soldat:innen,
# Soldat*innen, Soldat_innen); a number may carry inner points, commas and colons (2.500, 3,5, 20:15).
# Everything else that is not space is a token of its own, so that a quotation mark never hides in a word.
_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:[-‐‑'’][^\W_]+|(?:[*:_]|/[-‐‑]?)(?=[iI]n(?:nen)?\b)[^\W\d_]+|\d+)*"
    r"|_+|[^\w\s]"
)


def tokens(text: str) -> list[tuple[int, int]]:
    """Return the tokens of a text as (start, end) in code points, in their order.

    Examples
    --------
    >>> [text[a:b] for text in ["Der Ukraine-Krieg, so Scholz."] for a, b in tokens(text)]
    ['Der', 'Ukraine-Krieg', ',', 'so', 'Scholz', '.']
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def words(text: str) -> list[str]:
    """Return the tokens of a text that hold a letter, as they are written.

    Examples
    --------
    >>> words("Im Jahr 2022 griff Russland an.")
    ['Im', 'Jahr', 'griff', 'Russland', 'an']
    """
    return [match.group() for match in _TOKEN.finditer(text) if match.group()[0].isalpha()]
