"""Worker processes that end when the process that started them is gone, however it went."""

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from multiprocessing.connection import wait


def pool_of(processes: int) -> ProcessPoolExecutor:
    """Return a pool whose workers do not outlive a killed parent: they would hold its memory for ever."""
    return ProcessPoolExecutor(processes, initializer=_end_with_parent)


def _end_with_parent() -> None:
    threading.Thread(target=_wait_for_its_end, daemon=True).start()


def _wait_for_its_end() -> None:
    wait([parent_process().sentinel])
    os._exit(1)
