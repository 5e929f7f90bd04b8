"""Which outlet an article is from, where the article itself does not say."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from wortwahl.corpus.cleaning import clean_line

# Front matter stands at the top; so much of a file is looked at for its outlet.
_TOP = 4096
_SIBLINGS = 20


def outlet_of_url(url: str) -> str:
    """Return the host of an address without "www.", "" if it has none.

    Examples
    --------
    >>> outlet_of_url("https://www.nordheimer-tagblatt.example/politik/gipfel")
    'nordheimer-tagblatt.example'
    """
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # "http://[" is no address
        return ""
    return clean_line(host).removeprefix("www.") if "." in host else ""


def outlet_of_folder(path: Path, root: Path) -> str:
    """Return the outlet that a file's folder stands for.

    A folder inside the one that was given is taken for an outlet: by the one name that the front
    matter of its other text files agrees on, and else by its own name. Folders named like a year or a
    month ("2024", "2024-06") are passed over on the way up.

    Parameters
    ----------
    path : Path
        The file.
    root : Path
        The folder that was given; files that lie in it directly have no folder of their own.
    """
    for folder in path.parents:
        if folder == root or root not in folder.parents:
            return ""
        if any(char.isalpha() for char in folder.name):
            return _agreed(folder) or clean_line(folder.name)
    return ""


def _agreed(folder: Path) -> str:
    """Return the outlet that all text files of a folder with front matter name, "" if they differ."""
    names = set(_named(sorted(folder.glob("*"))[:_SIBLINGS]))
    return names.pop() if len(names) == 1 else ""


def _named(paths: Iterable[Path]) -> Iterable[str]:
    from wortwahl.corpus.readers.plain import front_matter

    for path in paths:
        if path.is_symlink() or not path.is_file() or path.name.startswith("."):
            continue
        try:
            with path.open("rb") as file:
                top = file.read(_TOP).decode("utf-8", "replace")
        except OSError:
            continue
        name = front_matter(top, _TOP).get("outlet")
        if isinstance(name, str) and name.strip():
            yield clean_line(name)
