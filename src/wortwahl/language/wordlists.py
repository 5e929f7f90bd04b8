"""Word lists as they are easiest to read and to edit."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text that are divided by space, each once.

    Examples
    --------
    >>> sorted(word_set("laut nach zufolge"))
    ['laut', 'nach', 'zufolge']
    """
    return frozenset(text.split())
