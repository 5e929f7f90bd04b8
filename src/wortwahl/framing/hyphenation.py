"""Words that a line's end has cut in two: a text without the cuts, and the way back to its places."""

import re
from bisect import bisect_left, bisect_right

# A hyphen at the end of a line before a small letter ("Angriffs-\nkrieg"), and soft hyphens anywhere.
# Before a capital the hyphen is the word's own ("Ukraine-\nKrieg").
_BREAK = re.compile(r"[-\u2010\u00ad](?<=[^\W\d_].)(?:[ \t]*\n[ \t]*(?=[a-zäöüß])|(?<=\u00ad))")

# A search for these few is ten times as fast as the pattern, and most texts have none.
_SIGNS = ("\u00ad", "-\n", "- \n", "\u2010")


class Joined:
    """A text whose cut words are whole again.

    Parameters
    ----------
    text : str
        The text as it is.
    breaks : list of (start, end)
        What is to be left out, in order.
    """

    def __init__(self, text: str, breaks: list[tuple[int, int]]) -> None:
        parts: list[str] = []
        self._cuts: list[int] = []  # in the joined text
        self._removed: list[int] = [0]
        last = length = 0
        for start, end in breaks:
            parts.append(text[last:start])
            length += start - last
            self._cuts.append(length)
            self._removed.append(self._removed[-1] + end - start)
            last = end
        parts.append(text[last:])
        self.text = "".join(parts)

    def start(self, place: int) -> int:
        """Return where a place that begins something lies in the text as it is."""
        return place + self._removed[bisect_right(self._cuts, place)]

    def end(self, place: int) -> int:
        """Return where a place that ends something lies in the text as it is."""
        return place + self._removed[bisect_left(self._cuts, place)]

    def goes_over_a_break(self, start: int, end: int) -> bool:
        """Say whether something in the joined text was cut."""
        return bisect_right(self._cuts, start) < bisect_left(self._cuts, end)


def rejoin(text: str) -> Joined | None:
    """Return a text with its cut words joined, or None where there is none.

    Examples
    --------
    >>> joined = rejoin("der Angriffs-\\nkrieg")
    >>> joined.text, joined.start(4), joined.end(17)
    ('der Angriffskrieg', 4, 19)
    """
    if not any(sign in text for sign in _SIGNS):
        return None
    breaks = [match.span() for match in _BREAK.finditer(text)]
    return Joined(text, breaks) if breaks else None
