"""One raw file: unpacked within limits, and decoded. The file itself is never touched."""

import codecs
import gzip
import io
import lzma
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from wortwahl.corpus.limits import HARMLESS, LIMITS, Limits
from wortwahl.corpus.records import Problem

_GZIP = b"\x1f\x8b"
_HEAD = 1 << 18
_CHUNK = 1 << 20
_SAMPLE = 20_000
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF", "a PDF", "Save its text as a text file."),
    (b"\x1f\x8b", "packed twice", "Unpack it once."),
)
# Formats with parts that are no text, whose readers look at the bytes: Parquet, ZIP and what is packed in
# one (DOCX, XLSX), web archives.
_BYTES = (b"PAR1", b"PK\x03\x04", b"PK\x05\x06", b"WARC/", b"filedesc://")
_OFFICE = b"\xd0\xcf\x11\xe0"
# The name of the part that holds a document with a password, as old Office files write names.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SECRET = ("the document has a password.", "Save it without one.")
_OLD = ("the file is an old Office file (DOC or XLS), which is not read.", "Save it as DOCX, XLSX or text.")
_BROKEN = (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, zipfile.BadZipFile)
_TEXT = "Save it as UTF-8 text, CSV, JSON lines, Parquet or HTML, or take it out of the folder."


class LongLineError(ValueError):
    """A line goes beyond the limit for a field."""


@dataclass(frozen=True)
class Survey:
    """What one look through a file showed: how it begins, its encoding ("" if it is no text), its flaws."""

    head: bytes = b""
    encoding: str = ""
    problems: tuple[Problem, ...] = ()
    readable: bool = True
    packed: bool = False


class _Unpacked(io.RawIOBase):
    """The bytes of a file, unpacked; a broken end is the end, and `cut` says so."""

    def __init__(self, file: io.BufferedIOBase, packed: bool) -> None:
        self._file = io.BufferedReader(file)
        self.cut = False
        is_gzip = False
        try:
            is_gzip = self._file.peek(2)[:2] == _GZIP
        except _BROKEN:  # a small part of a ZIP file is read, and its checksum compared, in one step
            self.cut = True
        self._source = gzip.GzipFile(fileobj=self._file) if is_gzip else self._file
        self.packed = packed or is_gzip

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:
        if self.cut:
            return 0
        try:
            # One step at a time: a longer read that meets the broken end would lose what it had.
            data = self._source.read1(len(buffer))
        except _BROKEN:
            if not self.packed:
                raise
            self.cut = True
            return 0
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._source.close()
        self._file.close()
        super().close()


class RawFile:
    """A file as readers see it: `head`, `encoding`, and its content whole or line by line.

    Parameters
    ----------
    path : Path
        A regular file, gzipped or not, whatever its name.
    limits : Limits
        What it may ask of the machine.
    opener : callable, optional
        Opens the bytes where they are no file of their own but a part of one: `path` only names it.
    size : int
        Packed bytes of such a part.
    """

    def __init__(
        self,
        path: Path,
        limits: Limits = LIMITS,
        opener: Callable[[], io.BufferedIOBase] | None = None,
        size: int = 0,
    ) -> None:
        self.path = path
        self.limits = limits
        self._opener = opener
        self._size = size

    def is_named(self, *endings: str) -> bool:
        """Tell whether the file's name, without .gz, has one of the endings ("csv"); a tie-break only."""
        name = self.path.name.casefold().removesuffix(".gz")
        return name.endswith(tuple(f".{ending}" for ending in endings))

    @cached_property
    def survey(self) -> Survey:
        """One look through the whole file, within its limits."""
        try:
            with self.stream() as stream:
                return self._look(stream)
        except OSError as error:
            why = error.strerror or type(error).__name__
            return _unreadable(
                b"", f"the file cannot be opened ({why}).", "Check its rights, or copy it again."
            )

    @property
    def head(self) -> bytes:
        """The first bytes, unpacked."""
        return self.survey.head

    @property
    def is_longer_than_head(self) -> bool:
        """Whether `head` may end in the middle of a line."""
        return len(self.head) >= _HEAD

    @cached_property
    def head_text(self) -> str:
        """The beginning as text, "" if the file is no text."""
        return _decoded(self.head, self.survey.encoding) if self.survey.encoding else ""

    def stream(self) -> "_Unpacked":
        """Open the bytes, unpacked, to be read from the first to the last; a broken end is the end."""
        is_part = self._opener is not None
        return _Unpacked(self._opener() if is_part else self.path.open("rb", buffering=0), is_part)

    def seekable(self) -> io.BufferedIOBase:
        """Open the bytes, unpacked, to be read in any order; a file as it lies there, or else from memory.

        Raises
        ------
        LongLineError
            As `content`.
        """
        if self._opener is None and not self.survey.packed:
            return self.path.open("rb")
        return io.BytesIO(self.content())

    def content(self) -> bytes:
        """Return the whole file, unpacked.

        Raises
        ------
        LongLineError
            If it is larger than a file that is read in one piece may be.
        """
        with self.stream() as stream:
            data = b"".join(_chunks(stream, self.limits.whole + 1))
        if len(data) > self.limits.whole:
            raise LongLineError(f"more than {self.limits.whole:,} bytes")
        return data

    def text(self) -> str:
        """Return the whole file as text."""
        return _decoded(self.content(), self.survey.encoding)

    def lines(self) -> Iterator[str | None]:
        """Yield the lines with their ends; None stands for a line beyond the limit, which is passed over."""
        longest = self.limits.field
        with (
            self.stream() as stream,
            io.TextIOWrapper(
                io.BufferedReader(stream, _CHUNK), self.survey.encoding, errors="replace", newline=""
            ) as text,
        ):
            while line := text.readline(longest + 1):
                if len(line) <= longest:
                    yield line
                    continue
                while line and not line.endswith(("\n", "\r")):
                    line = text.readline(longest)
                yield None

    def _look(self, stream: _Unpacked) -> Survey:
        head, total = b"", 0
        packed = max(self._size if self._opener else self.path.stat().st_size, 1)
        strict = codecs.getincrementaldecoder("utf-8")("strict")
        is_utf8, is_secret = True, False
        for chunk in _chunks(stream, self.limits.file + 1):
            head = head if len(head) >= _HEAD else head + chunk[: _HEAD - len(head)]
            total += len(chunk)
            if total > self.limits.file or (total > HARMLESS and total > packed * self.limits.ratio):
                return _unreadable(
                    head,
                    f"the file unpacks to more than {min(total, self.limits.file):,} bytes, from {packed:,}.",
                    "Unpack it yourself if you trust it, or raise the limits.",
                )
            if is_utf8:
                is_utf8 = _feed(strict, chunk)
            is_secret = is_secret or (head.startswith(_OFFICE) and _ENCRYPTED in chunk)
        whole = is_utf8 and _feed(strict, b"", final=True)
        problems = []
        if stream.cut:
            problems.append(
                Problem(
                    0, "the packed file is damaged or ends early.", "Copy it again; what came before is read."
                )
            )
        if stream.cut and not total:
            return Survey(head, "", tuple(problems), readable=False)
        if not total or (total <= len(head) and not head.strip(b" \t\r\n\xef\xbb\xbf\x00")):
            return Survey(
                head,
                "",
                (*problems, Problem(0, "the file is empty.", "Take it out, or copy it again.")),
                False,
            )
        if head.startswith(_OFFICE):
            return _unreadable(head, *(_SECRET if is_secret else _OLD))
        found = self._decided(head, whole, tuple(problems))
        return replace(found, packed=stream.packed)

    def _decided(self, head: bytes, is_utf8: bool, problems: tuple[Problem, ...]) -> Survey:
        """Return the survey with the encoding, from the mark at the start or from what fits."""
        if head.startswith(_BYTES):
            return Survey(head, "", problems)
        for magic, name, what_to_do in _KINDS:
            if head.startswith(magic):
                return _unreadable(head, f"the file is {name}, which is not read yet.", what_to_do)
        encoding = next((name for mark, name in _BOMS if head.startswith(mark)), "")
        if not encoding:
            encoding = "utf-8" if is_utf8 else self._guessed()
        if not _is_text(_decoded(head, encoding), encoding):
            return _unreadable(head, "the file is no text.", _TEXT)
        if encoding == "utf-8" and not is_utf8:
            problems = (
                *problems,
                Problem(0, "some bytes are no UTF-8; they show as \ufffd.", "Save the file as UTF-8 again."),
            )
        return Survey(head, encoding, problems)

    def _guessed(self) -> str:
        """Return UTF-8 for a file with a few wrong bytes, and else cp1252, which holds Latin-1's letters.

        Read as UTF-8, each umlaut of a cp1252 file is a wrong byte; a damaged UTF-8 file has far more
        right ones.
        """
        wrong = other = 0
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        with self.stream() as stream:
            for chunk in _chunks(stream, self.limits.file):
                text = decoder.decode(chunk)
                wrong += text.count("\ufffd")
                other += sum(map(text.count, "äöüßÄÖÜ„“”–’»«…é€"))
        return "utf-8" if wrong * 5 <= other else "cp1252"


def _chunks(stream: io.RawIOBase, most: int) -> Iterator[bytes]:
    left = most
    while left > 0 and (chunk := stream.read(min(_CHUNK, left))):
        left -= len(chunk)
        yield chunk


def _feed(decoder: codecs.IncrementalDecoder, chunk: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, encoding: str) -> str:
    return codecs.getincrementaldecoder(encoding)("replace").decode(data)


def _is_text(head: str, encoding: str) -> bool:
    """Tell whether a beginning is text: control characters and wrong bytes are rare there."""
    sample = head[:_SAMPLE]
    odd = len(_CONTROL.findall(sample))
    if encoding in ("utf-16", "utf-32"):  # in which any bytes are characters, though many that do not exist
        odd += sum(unicodedata.category(char) == "Cn" for char in sample)
    return odd <= max(2, len(sample) // 50) and sample.count("\ufffd") * 10 <= len(sample)


def _unreadable(head: bytes, problem: str, what_to_do: str) -> Survey:
    return Survey(head, "", (Problem(0, problem, what_to_do),), readable=False)
