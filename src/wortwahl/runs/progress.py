"""Progress bars: on a terminal, on standard error, and nowhere else."""

import sys

from tqdm import tqdm


def bar(total: int | None, description: str, unit: str, quiet: bool = False) -> tqdm:
    """Return a progress bar that shows itself only to a person at a terminal.

    Parameters
    ----------
    total : int or None
        Steps in all; None where that is not known.
    description, unit : str
        What is done, and to what: ``"Voice"``, ``"article"``.
    quiet : bool
        True shows nothing.
    """
    hidden = quiet or not sys.stderr.isatty()
    return tqdm(
        total=total, desc=f"{description:<10}", unit=f" {unit}", disable=hidden, leave=False, file=sys.stderr
    )
