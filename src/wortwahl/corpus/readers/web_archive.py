"""Web archives (WARC and ARC): an article each page that was delivered whole; the rest is counted."""

import contextlib
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from wortwahl.corpus.limits import HARMLESS, Limits
from wortwahl.corpus.packages import why
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers import page
from wortwahl.corpus.records import Problem, Record

NAME = "WARC"
VERSION = "1 (WARC 0.17 to 1.1, ARC 1)"

_SIGNS = (b"WARC/", b"filedesc://")
_PAGES = ("text/html", "application/xhtml+xml")
_KINDS = ("response", "resource", "conversion")
_REST = {
    "no page": "hold no page (pictures, scripts, style sheets)",
    "error": "are redirects or error pages",
    "revisit": "say that a page was the same as before, without its text",
    "empty": "hold nothing",
}
_NOTHING = "Nothing, unless you miss articles: fetch those pages again."
_CUT = "Copy it again; what came before is read."


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the file begins as a web archive does."""
    return raw.head.startswith(_SIGNS)


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record a page; rows count the records of the archive, of whatever kind."""
    rest: Counter[str] = Counter()
    row = 0
    with raw.stream() as stream:
        records = _records(stream)
        while True:
            try:
                record = next(records, None)
                if record is None:
                    break
                row += 1
                kind = _kind(record)
                payload, is_broken = (b"", False) if kind else _payload(record, raw.limits)
                is_cut = _ends_early(record) or is_broken
            except Exception as error:  # a broken archive can break the library underneath in any way
                yield Problem(row + 1, f"the web archive is damaged from here on ({why(error)}).", _CUT)
                break
            if is_cut:
                yield Problem(row, "the record ends early or is packed wrongly.", _CUT)
            if kind or not payload.strip():
                rest[kind or "empty"] += kind != "other"
                continue
            yield from _page(row, record, payload, raw.limits, columns)
    for kind, says in _REST.items():
        if rest[kind]:
            yield Problem(0, f"{rest[kind]:,} of {row:,} records of the web archive {says}.", _NOTHING)


def _records(stream: io.RawIOBase) -> Iterator[object]:
    from warcio.archiveiterator import ArchiveIterator

    # Unpacked already, so that it does not matter whether each record was packed by itself.
    records = ArchiveIterator(stream, ensure_http_headers=True)
    while True:
        with contextlib.redirect_stderr(io.StringIO()):  # the library prints its warnings
            record = next(records, None)
        if record is None:
            return
        yield record


def _kind(record: object) -> str:
    """Return why a record is none of ours, "" if it is a page."""
    if record.rec_type == "revisit":
        return "revisit"
    if record.rec_type not in _KINDS:
        return "other"
    headers = record.http_headers
    if headers is not None and record.rec_type == "response":
        status = headers.get_statuscode() or ""
        if status and status != "200":
            return "error"
        given = headers.get_header("Content-Type") or ""
    else:
        given = record.rec_headers.get_header("Content-Type") or ""
    kind = given.split(";")[0].strip().lower()
    # A server that does not say what it sends mostly sends a page.
    is_text = record.rec_type == "conversion" and kind == "text/plain"
    return "" if kind in (*_PAGES, "") or is_text else "no page"


def _payload(record: object, limits: Limits) -> tuple[bytes, bool]:
    """Return what a server sent, unpacked within limits, and whether it is damaged or too much."""
    stated = record.length if isinstance(record.length, int) else 0
    most = min(limits.whole, max(HARMLESS, max(stated, 0) * limits.ratio))
    parts: list[bytes] = []
    size = 0
    is_cut = False
    stream = record.content_stream()
    try:
        while size <= most and (data := stream.read(1 << 16)):
            parts.append(data)
            size += len(data)
    except Exception:  # wrong chunks, broken gzip: what came before counts
        is_cut = True
    if size > most:
        return b"", True
    return b"".join(parts), is_cut


def _ends_early(record: object) -> bool:
    """Read what is left of a record, and tell whether it is less than the record says."""
    while record.raw_stream.read(1 << 16):
        pass
    return getattr(record.raw_stream, "limit", 0) > 0


def _page(
    row: int, record: object, payload: bytes, limits: Limits, columns: Mapping[str, str]
) -> Iterator[Record | Problem]:
    url = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri") or ""
    url = url.strip("<>")
    crawled = (
        record.rec_headers.get_header("WARC-Date") or record.rec_headers.get_header("archive-date") or ""
    )
    part = RawFile(Path("page"), limits, lambda: io.BytesIO(payload), len(payload))
    problems = part.survey.problems
    if part.survey.encoding and record.rec_type == "conversion":
        yield Record(row, {"url": url, "crawled": crawled, "text": part.text()})
    elif part.survey.encoding:
        for item in page.read(part, columns):
            if isinstance(item, Problem):
                problems = (*problems, item)
                continue
            fields = {"url": url, **{name: value for name, value in item.fields.items() if value}}
            yield Record(row, {**fields, "crawled": crawled}, item.questions)
    for problem in problems:
        yield Problem(row, f"{problem.problem.rstrip('.')} ({url[:200]}).", problem.what_to_do)
