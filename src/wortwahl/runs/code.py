"""A key of the program's own code, so that a cache never outlives the rule that filled it."""

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

from wortwahl import storage

PACKAGE = Path(__file__).resolve().parents[1]
# What may change a table without a line of ours changing.
LIBRARIES = (
    *("ablaut", "google-re2", "numpy", "pandas", "pyarrow", "scikit-learn", "scipy"),
    *("ftfy", "lxml", "openpyxl", "simplemma", "statsmodels", "trafilatura", "warcio"),
)


@cache
def code_key(*rooms: str) -> str:
    """Return a key of the source files of some folders of the package and of the libraries they use.

    Parameters
    ----------
    *rooms : str
        Folders or modules of `wortwahl`: ``code_key("language", "framing")``.
    """
    digest = hashlib.blake2b(digest_size=8)
    for room in sorted(rooms):
        for path in sorted((PACKAGE / room).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(PACKAGE).as_posix().encode())
                digest.update(path.read_bytes())
    return storage.content_key(digest.hexdigest(), versions())


@cache
def versions() -> dict[str, str]:
    """Return the versions of the libraries whose results a run rests on."""
    return {name: metadata.version(name) for name in LIBRARIES}
