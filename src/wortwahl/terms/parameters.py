"""Checks of what a caller asks for: whatever is unknown or not possible is an InputError."""

from collections.abc import Iterable, Sequence

import numpy as np

from wortwahl.errors import InputError


def whole_number(value: int, name: str, least: int = 1) -> None:
    """Raise an InputError if a parameter is no whole number from `least` on."""
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < least:
        raise InputError(
            f"{value!r} is not possible.", where=name, what_to_do=f"Give a whole number from {least} on."
        )


def confidence_level(level: float) -> None:
    """Raise an InputError if a level is not between 0 and 1."""
    if isinstance(level, bool) or not isinstance(level, int | float) or not 0 < level < 1:
        raise InputError(
            f"{level!r} is no level of confidence.",
            where="level",
            what_to_do="Give a number between 0 and 1, such as 0.95.",
        )


def one_of(value: object, name: str, known: Sequence[str]) -> None:
    """Raise an InputError if a parameter is none of the words it may be."""
    if value not in known:
        raise InputError(f"there is no '{value}'.", where=name, what_to_do=f"Known are: {', '.join(known)}.")


def some_of(values: str | Iterable[str], name: str, known: Sequence[str]) -> list[str]:
    """Return the chosen words in their known order, or raise an InputError if one is unknown."""
    chosen = [values] if isinstance(values, str) else list(values)
    for value in chosen:
        one_of(value, name, known)
    return [value for value in known if value in chosen]
