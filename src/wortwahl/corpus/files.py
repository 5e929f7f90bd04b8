"""Which files a path stands for, in an order that does not change."""

import glob
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path, PurePath
from typing import NamedTuple

from wortwahl.corpus.outlets import outlet_of_folder
from wortwahl.errors import InputError

Paths = str | Path | Iterable[str | Path]

# What lies beside data in every folder and is none.
_PASSED_OVER = ("readme", "license", "licence", "copying", "changelog", "thumbs.db", "desktop.ini")
# Browsers save "page.html" with its pictures and scripts in one of these.
_PAGE_FOLDERS = ("_files", "-dateien", "_dateien")


class Found(NamedTuple):
    """A file to be read, and the outlet that its folder stands for ("" if none)."""

    path: Path
    outlet: str = ""


def files_of(paths: Paths) -> list[Path]:
    """Return the files that would be read, sorted.

    Parameters
    ----------
    paths : str, Path or a list of them
        Each a file, a folder (with all folders in it) or a glob ("data/raw/**/*.csv"). In folders
        and globs, hidden files, README and LICENSE are passed over, and so are symbolic links that
        lead out of the folder.

    Returns
    -------
    list of Path
        As they were passed, joined; each file once.

    Raises
    ------
    InputError
        If a path does not exist or a glob fits nothing.
    """
    return [found.path for found in found_files(paths)]


def found_files(paths: Paths) -> list[Found]:
    """Return the files that would be read with the outlets of their folders, sorted by path.

    Both belong in the key of a cache: an outlet that the folder gives can change while the file
    stays the same.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    found: dict[Path, Found] = {}
    outlet = cache(lambda folder, root: outlet_of_folder(folder / "file", root))
    for path in given:
        for file, root in _expanded(Path(path)):
            found.setdefault(file.resolve(), Found(file, outlet(file.parent, root)))
    return sorted(found.values(), key=lambda item: item.path.as_posix())


def _expanded(path: Path) -> Iterator[tuple[Path, Path]]:
    """Yield files with the folder that was given, from which outlets' folders are counted."""
    if path.is_dir():
        yield from ((file, path) for file in _in_folder(path, path))
    elif path.exists():
        if not path.is_file():
            raise InputError(
                "this is no regular file.", where=str(path), what_to_do="Name a file or a folder."
            )
        yield path, path.parent
    elif glob.has_magic(str(path)):
        root = _fixed_part(path)
        # Path.glob takes no absolute pattern.
        matches = [Path(match) for match in sorted(glob.glob(str(path), recursive=True))]  # noqa: PTH207
        files = [
            file for match in matches for file in (_in_folder(match, root) if match.is_dir() else [match])
        ]
        if not matches:
            raise InputError("no file fits this pattern.", where=str(path), what_to_do="Check the spelling.")
        yield from ((file, root) for file in files if _is_data(file, root))
    else:
        raise InputError(
            "this path does not exist.",
            where=str(path),
            what_to_do="Check the spelling and the folder you are in.",
        )


def _in_folder(folder: Path, root: Path) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        pages = {Path(file).stem.casefold() for file in files if file.casefold().endswith((".html", ".htm"))}
        folders[:] = sorted(
            inner
            for inner in folders
            if not inner.startswith(".") and not belongs_to_page(inner.casefold(), pages)
        )
        for file in sorted(files):
            if _is_data(Path(name, file), root):
                yield Path(name, file)


def belongs_to_page(folder: str, pages: set[str]) -> bool:
    """Tell whether a folder holds what a browser saved beside a page of the names in `pages`.

    Examples
    --------
    >>> belongs_to_page("seite_files", {"seite"}), belongs_to_page("alte_files", {"seite"})
    (True, False)
    """
    return any(folder.endswith(end) and folder.removesuffix(end) in pages for end in _PAGE_FOLDERS)


def is_passed_over(path: PurePath) -> bool:
    """Tell whether a file in a folder or ZIP file is none of the data: hidden, a README, a browser's picture.

    Examples
    --------
    >>> is_passed_over(PurePath("__MACOSX/._a.csv")), is_passed_over(PurePath("a.csv"))
    (True, False)
    """
    *folders, name = [part.casefold() for part in path.parts] or ["."]
    return name.startswith((".", *_PASSED_OVER)) or any(
        folder.startswith((".", "__macosx")) and folder not in (".", "..") for folder in folders
    )


def _is_data(path: Path, root: Path) -> bool:
    if is_passed_over(PurePath(path.name)) or not path.is_file():
        return False
    return root.resolve() in path.resolve().parents  # a link may lead out of the folder


def _fixed_part(path: Path) -> Path:
    """Return the folder before the first wildcard."""
    parts: list[str] = []
    for part in path.parts[:-1]:
        if glob.has_magic(part):
            break
        parts.append(part)
    return Path(*parts)
