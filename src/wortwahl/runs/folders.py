"""A run's folders: probed before any work, and filled all at once when everything is made."""

import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wortwahl import storage
from wortwahl.errors import InputError
from wortwahl.runs.locks import locked, release, take_lock

_PREFIX, _SUFFIX = ".wortwahl-", ".part"
# No file takes so long to write: what is older was left by a run that was killed.
_LEFT_BEHIND_SECONDS = 24 * 3600


def check_writable(folder: Path) -> None:
    """Raise InputError if a folder cannot be written; leave nothing behind, not even the folder."""
    missing = _missing(folder)
    try:
        # Under a name that no other run has, and never put in place: another may be probing too.
        with storage.replacing(folder / ".wortwahl-test"):
            raise _Probed
    except _Probed:
        pass
    finally:
        _remove_empty(missing)


class _Probed(Exception):
    """Ends a probe before anything is put in place."""


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
        with locked(folder):
            _remove_left_stages(folder)
            path = Path(tempfile.mkdtemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX))
            held = take_lock(path, wait=False)
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
        release(held)
        _remove_empty(missing)


def _remove_left_stages(folder: Path) -> None:
    """Delete the stages of runs that were killed: those whose lock nobody holds."""
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        handle = take_lock(path, wait=False)
        if handle is not None:
            shutil.rmtree(path, ignore_errors=True)
            release(handle)


def remove_left_files(folder: Path, pattern: str, seconds: float = _LEFT_BEHIND_SECONDS) -> None:
    """Delete the half files of a pattern that runs left in a folder when they were killed.

    Parameters
    ----------
    folder : Path
        There may be none.
    pattern : str
        As for `Path.glob`, without the ending of half files.
    seconds : float
        Only files that are older; 0 where the folder is locked, so that nobody is writing one.
    """
    for path in folder.glob(f"{pattern}{_SUFFIX}"):
        with suppress(OSError):  # another run may do the same
            if path.is_file() and time.time() - path.stat().st_mtime >= seconds:
                path.unlink()


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
        with suppress(OSError):  # it is not empty, or another run was quicker
            folder.rmdir()
