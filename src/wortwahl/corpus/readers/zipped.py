"""ZIP files: each file in one is read as if it lay in a folder of that name.

Members are read where they are and never written anywhere, so that no name of one can lead out of a
folder; those that try are listed all the same.
"""

import stat
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from wortwahl.corpus.files import belongs_to_page, is_passed_over
from wortwahl.corpus.outlets import outlet_of_folder
from wortwahl.corpus.packages import DAMAGE, PackageError, is_package, package, refused
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.records import Problem

NAME = "ZIP"
VERSION = "1 (ZIP 2.0 to 4.5)"

_UNPACK = "Unpack it yourself if you trust it, or raise the limits."
_AGAIN = "Copy it again, or open and save it once more."
_LEAVES = "Nothing, unless you know the file: such a name is a mistake or an attack."
_OFFICE = "Save it as DOCX, XLSX, CSV or text."


class Member(NamedTuple):
    """A file in a ZIP file: its bytes, its name, and the outlet that its folder stands for."""

    raw: RawFile
    name: str
    outlet: str


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the file begins as a ZIP file does; DOCX and XLSX are taken before."""
    return is_package(raw)


def members(raw: RawFile) -> Iterator[Member | Problem]:
    """Yield the files in a ZIP file, sorted by name, each to be read before the next is asked for."""
    try:
        with package(raw) as archive:
            if "mimetype" in archive.namelist() or "[Content_Types].xml" in archive.namelist():
                yield Problem(
                    0, "the file is a package (ODT, EPUB, PPTX …) of a kind that is not read.", _OFFICE
                )
                return
            yield from _members(raw, archive)
    except PackageError as error:
        name = "document" if raw.is_named("docx", "xlsx", "odt") else "ZIP file"
        yield Problem(0, f"the {name} is not read: {error}.", _UNPACK if " than " in str(error) else _AGAIN)


def _members(raw: RawFile, archive: zipfile.ZipFile) -> Iterator[Member | Problem]:
    files = [member for member in archive.infolist() if not member.is_dir()]
    paths = [PurePosixPath(member.filename) for member in files]
    pages = {path.stem.casefold() for path in paths if path.suffix.casefold() in (".html", ".htm")}
    kept = [
        member
        for member, path in zip(files, paths, strict=True)
        if not is_passed_over(path)
        and not any(belongs_to_page(folder.casefold(), pages) for folder in path.parts[:-1])
    ]
    top = raw.path / _common_folder([member.filename for member in kept])
    for member in sorted(kept, key=lambda member: member.filename):
        name = member.filename.replace("\\", "/")
        problem, what_to_do = "", _UNPACK
        if name.startswith("/") or ":" in name[:3] or ".." in PurePosixPath(name).parts:
            problem, what_to_do = "its name leads out of the ZIP file", _LEAVES
        elif stat.S_ISLNK(member.external_attr >> 16):
            problem, what_to_do = "it is a symbolic link", "Pack the file that it stands for."
        else:
            problem = refused(member, raw.limits) or _cannot_open(archive, member)
        if problem:
            yield Problem(0, f"'{name[:200]}' in the ZIP file is not read: {problem}.", what_to_do)
            continue
        path = raw.path / name
        # Each call of this function is answered before the next member, so that `member` stays this one.
        part = RawFile(path, raw.limits, lambda member=member: archive.open(member), member.compress_size)
        yield Member(part, name, outlet_of_folder(path, top))


def _cannot_open(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    try:
        with archive.open(member):
            return ""
    except NotImplementedError:
        return "it is packed in a way that is not known"
    except DAMAGE as error:
        return f"it is damaged ({str(error)[:80]})"


def _common_folder(names: list[str]) -> Path:
    """Return the folder that holds all members: who packs a folder does not name an outlet by it."""
    parents = [PurePosixPath(name).parent.parts for name in names]
    common: list[str] = []
    for level in zip(*parents, strict=False):
        if len(set(level)) > 1:
            break
        common.append(level[0])
    return Path(*common) if common else Path()
