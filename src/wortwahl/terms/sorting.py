"""The order of a concordance's lines: by the words around the match, as a German dictionary orders them."""

import re
import unicodedata
from collections.abc import Callable, Sequence

import pandas as pd

from wortwahl.errors import InputError
from wortwahl.language.tokens import words

COLUMNS = ("date", "outlet", "voice", "speaker", "match")
_WORD = re.compile(r"(left|right)([1-9]\d?)?")


def sort_keys(sort: str | Sequence[str] | None, has_voice: bool) -> list[str]:
    """Return the keys of an order, or raise an InputError if one is unknown."""
    keys = [] if sort is None else [sort] if isinstance(sort, str) else list(sort)
    columns = [name for name in COLUMNS if has_voice or name not in ("voice", "speaker")]
    for key in keys:
        if key not in columns and not (isinstance(key, str) and _WORD.fullmatch(key)):
            raise InputError(
                f"lines cannot be sorted by '{key}'.",
                where="sort",
                what_to_do=f"Known are: left, right, left1, right1, left2 …, {', '.join(columns)}.",
            )
    return keys


def sorted_lines(lines: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """Return lines sorted by some keys, the first first; what is equal keeps its order.

    Parameters
    ----------
    lines : DataFrame
        With the columns of a concordance.
    keys : sequence of str
        As `sort_keys` gives them. "left" is all words to the left, the nearest first, "left2" only the
        second.

    Examples
    --------
    >>> lines = pd.DataFrame({"left": ["im Zorn", "der Ärger", "der Aal"], "right": ""})
    >>> sorted_lines(lines, ["left1"])["left"].tolist()
    ['der Aal', 'der Ärger', 'im Zorn']
    """
    if not keys:
        return lines
    table = pd.DataFrame({i: _ranks(lines, key) for i, key in enumerate(keys)})
    order = table.sort_values(list(table.columns), kind="stable").index
    return lines.iloc[order].reset_index(drop=True)


def collation(text: str) -> str:
    """Return what German words are ordered by: ä as a, ß as ss, capitals as small letters (DIN 5007-1).

    Examples
    --------
    >>> collation("Straße"), collation("Ärger")
    ('strasse', 'arger')
    """
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def _ranks(lines: pd.DataFrame, key: str) -> pd.Series:
    """Return a number for each line that orders it by one key."""
    if key == "date":
        return lines["date"].rank(method="dense", na_option="bottom").reset_index(drop=True)
    found = _WORD.fullmatch(key)
    side = found[1] if found else key
    make = _by_words(side, int(found[2]) if found[2] else None) if found else _by_text
    values = [make(text) for text in lines[side].fillna("")]
    place = {value: i for i, value in enumerate(sorted(set(values)))}
    return pd.Series([place[value] for value in values], dtype="int64")


def _by_text(text: str) -> tuple:
    return _by_words("right", None)(text), text.casefold()


def _by_words(side: str, number: int | None) -> Callable[[str], tuple]:
    """Return what makes a key of the words on one side: all from the nearest on, or a single one."""

    def key(text: str) -> tuple:
        found = words(text)
        if side == "left":
            found.reverse()
        if number is not None:
            found = found[number - 1 : number]
        # Where two words differ in their umlauts only, the plain one comes first.
        return [collation(word) for word in found], [word.casefold() for word in found]

    return lambda text: tuple(map(tuple, key(text)))
