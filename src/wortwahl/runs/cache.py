"""Files of the store that cannot be read: found out, deleted, and made again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from wortwahl.errors import InputError

Made = TypeVar("Made")


class DamagedFile(Exception):
    """A file of the store is cut off, overwritten or gone; `path` says which."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(path)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong when a file of the store is read into `DamagedFile`."""
    try:
        yield
    except (OSError, EOFError, ValueError, KeyError, TypeError, pa.ArrowException) as error:
        raise DamagedFile(path) from error


def without_damage(job: Callable[[], Made]) -> Made:
    """Do a job that reads the store; each time it meets a damaged file, delete it and begin again.

    What is done stays in the store, so that only the damaged file is made anew.

    Raises
    ------
    InputError
        If a file cannot be read even after it was made anew.
    """
    met: set[Path] = set()
    while True:
        try:
            return job()
        except DamagedFile as damage:
            if damage.path in met:
                raise InputError(
                    "this file of the cache cannot be read.",
                    where=str(damage.path),
                    what_to_do="Check the disk, or name another folder with --processed.",
                ) from damage
            met.add(damage.path)
            damage.path.unlink(missing_ok=True)
