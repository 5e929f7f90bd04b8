"""A run's folders: probed before any work, and filled all at once when everything is made."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wortwahl import storage
from wortwahl.errors import InputError


def check_writable(folder: Path) -> None:
    """Raise InputError if a folder cannot be written; leave nothing behind, not even the folder."""
    missing = _missing(folder)
    probe = folder / ".wortwahl-test"
    try:
        with storage.replacing(probe):
            pass
        probe.unlink()
    finally:
        _remove_empty(missing)


class Stage:
    """A hidden folder in the one it is to fill, in which files wait until all of them are there."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.folder = folder
        self.path = path

    def files(self) -> dict[str, Path]:
        """Return the files that wait, by the paths they will have."""
        waiting = sorted(path for path in self.path.rglob("*") if path.is_file())
        return {(self.folder / path.relative_to(self.path)).as_posix(): path for path in waiting}

    def publish(self) -> None:
        """Put every file that waits where it belongs."""
        for name, path in self.files().items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            path.replace(name)


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """Give a stage for a folder; what was not published when the block ends is gone.

    Raises
    ------
    InputError
        If the folder cannot be written.
    """
    missing = _missing(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = Path(tempfile.mkdtemp(dir=folder, prefix=".wortwahl-", suffix=".part"))
    except OSError as error:
        raise InputError(
            f"this folder cannot be written ({error.strerror}).",
            where=str(folder),
            what_to_do="Choose another one with --out, or change its rights.",
        ) from error
    try:
        yield Stage(folder, path)
    finally:
        shutil.rmtree(path, ignore_errors=True)
        _remove_empty(missing)


def remove_outdated(named: Iterable[Path], kept: Iterable[str], folders: Iterable[Path]) -> None:
    """Delete what an earlier run wrote into these folders and this one did not.

    Parameters
    ----------
    named : paths
        What the earlier run's manifest names. A manifest is a file that anybody can edit, so that
        nothing outside of `folders` is touched.
    kept : paths
        What this run wrote.
    folders : paths
        Where both write.
    """
    here = {Path(path).resolve() for path in kept}
    roots = [folder.resolve() for folder in folders]
    for path in (path.resolve() for path in named):
        if path not in here and any(root in path.parents for root in roots):
            path.unlink(missing_ok=True)


def _missing(folder: Path) -> list[Path]:
    """Return the folders that would have to be made, the innermost first."""
    return [path for path in (folder, *folder.parents) if not path.exists()]


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
