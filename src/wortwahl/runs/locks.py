"""Locks on folders, so that two runs do not fill the same one at the same time.

The system lets go of such a lock when its process ends, however it ends: nothing is left that a later run
would have to wait for. Where there are none (Windows, some network drives), runs go on without.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:
    fcntl = None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder that exists; wait while another process has it."""
    handle = take_lock(folder, wait=True)
    try:
        yield
    finally:
        release(handle)


def take_lock(folder: Path, wait: bool) -> int | None:
    """Return a handle that holds a folder's lock, None where there are no locks or another has it."""
    if fcntl is None:
        return None
    handle = None
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        return handle
    release(handle)
    return None


def release(handle: int | None) -> None:
    """Let go of a lock that `take_lock` gave."""
    if handle is not None:
        os.close(handle)
