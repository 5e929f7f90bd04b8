"""How much a file from outside may ask of the machine."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds for what is read; a file that goes beyond one is listed as a problem.

    Parameters
    ----------
    field : int
        Characters of one field or one line.
    whole : int
        Bytes of a file that must be held in memory in one piece: a page, a text, a JSON array.
    file : int
        Bytes of one file after unpacking.
    ratio : int
        Bytes after unpacking for each packed byte. News text reaches 3 to 10, a bomb a thousand.
    members : int
        Files in one ZIP file; their bytes together count as those of one file.
    columns : int
        Further columns that one file may add to the table.
    front_matter : int
        Characters of the YAML block before a text.
    """

    field: int = 50 * 2**20
    whole: int = 512 * 2**20
    file: int = 16 * 2**30
    ratio: int = 200
    members: int = 100_000
    columns: int = 500
    front_matter: int = 64 * 2**10


LIMITS = Limits()
# A small file may be packed as tightly as it likes: a thousand blank lines harm nobody.
HARMLESS = 16 * 2**20
