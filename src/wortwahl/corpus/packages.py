"""ZIP packages (ZIP, DOCX, XLSX), opened within limits; nothing of one is ever written to a disk."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from wortwahl.corpus.limits import HARMLESS, Limits
from wortwahl.corpus.raw import LongLineError, RawFile

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")

# What reading a package that somebody else has made, or unmade, can raise.
DAMAGE = (
    *(zipfile.BadZipFile, EOFError, OSError, zlib.error, lzma.LZMAError, struct.error),
    *(ValueError, LookupError, RuntimeError, OverflowError),
)
_ENCRYPTED = 0x1


class PackageError(ValueError):
    """A package is not read; the message says why."""


def is_package(raw: RawFile) -> bool:
    """Tell whether a file begins as a ZIP package does."""
    return raw.head.startswith(MAGIC)


@contextmanager
def package(raw: RawFile) -> Iterator[zipfile.ZipFile]:
    """Open a package whose members are few enough and together small enough.

    Raises
    ------
    PackageError
        If it is damaged, has too many members or unpacks to too much.
    """
    try:
        with raw.seekable() as file, zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            total = sum(member.file_size for member in members)
            if len(members) > raw.limits.members:
                raise PackageError(f"it holds more than {raw.limits.members:,} files")
            if total > raw.limits.file:
                raise PackageError(f"it unpacks to more than {raw.limits.file:,} bytes")
            yield archive
    except LongLineError as error:
        raise PackageError(f"it is too large to be held in memory, {error}") from error
    except PackageError:
        raise
    except DAMAGE as error:
        raise PackageError(f"it is damaged or cut off ({why(error)})") from error


def part(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """Return one member, unpacked.

    Raises
    ------
    PackageError
        If it is not there, has a password, is damaged, or is more than the limits allow.
    """
    try:
        member = archive.getinfo(name)
    except KeyError:
        raise PackageError(f"it has no part {name}") from None
    if problem := refused(member, limits):
        raise PackageError(problem)
    try:
        with archive.open(member) as file:
            data = file.read(limits.whole + 1)
    except DAMAGE as error:
        raise PackageError(f"it is damaged ({why(error)})") from error
    if len(data) > limits.whole:
        raise PackageError(f"a part of it has more than {limits.whole:,} bytes")
    return data


def refused(member: zipfile.ZipInfo, limits: Limits) -> str:
    """Return why a member is not unpacked, "" if it may be."""
    if member.flag_bits & _ENCRYPTED:
        return "it has a password"
    if member.file_size > max(HARMLESS, member.compress_size * limits.ratio):
        return f"it unpacks to {member.file_size:,} bytes, from {member.compress_size:,}"
    return ""


def declares_entities(start: bytes) -> bool:
    """Tell whether XML has a document type of its own, which no Office file has and a bomb needs."""
    return b"<!DOCTYPE" in start[:4096].replace(b"\x00", b"").upper()


def why(error: Exception) -> str:
    """Return an error of a library in a few words on one line."""
    lines = str(error).split("\n", 1)
    return " ".join(lines[0].split())[:100] or type(error).__name__
