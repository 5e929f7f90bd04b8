"""JSON lines, JSON arrays, and JSON objects that hold a list of articles."""

import json
import re
from collections.abc import Iterator, Mapping

from wortwahl.corpus.columns import recognised
from wortwahl.corpus.raw import LongLineError, RawFile
from wortwahl.corpus.records import Problem, Record

NAME = "JSON"
VERSION = "1"

_NAMES = ("json", "jsonl", "ndjson", "jl")
_OBJECT = re.compile(r'\s*\{\s*(?:"|\})')
_ARRAY = re.compile(r"\s*\[\s*(?:\{|\])")
_BETWEEN = re.compile(r"[\s,]*")
_MEND = "Check the line; the others are read."
# NaN and Infinity are not JSON, but Python writes them for a missing number.
_DECODER = json.JSONDecoder(parse_constant=lambda name: None)


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the text begins as an object or an array of objects does."""
    text = raw.head_text
    if _OBJECT.match(text) or _ARRAY.match(text):
        return True
    return raw.is_named(*_NAMES) and text.lstrip()[:1] != "<" and bool(text)


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record an object; rows count lines in JSON lines, and elements in an array."""
    if _is_lines(raw):
        yield from _lines(raw, columns)
    else:
        yield from _elements(raw, columns)


def _is_lines(raw: RawFile) -> bool:
    """Tell whether each line is a value of its own, judged by the first three."""
    start = raw.head_text.lstrip(" \t\r\n\ufeff")
    if start[:1] == "[":
        return False
    lines = [line for line in start.split("\n") if line.strip()][:3]
    is_object = [isinstance(_value(line)[0], dict) for line in lines]
    # The first line may be broken; a single one may be longer than the head.
    return start[:1] != "{" or is_object[0] or sum(is_object) == 2 or len(lines) == 1


def _lines(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    for row, line in enumerate(raw.lines(), 1):
        if line is None:
            yield Problem(row, f"the line is longer than {raw.limits.field:,} characters.", _MEND)
            continue
        if not line.strip(" \t\r\n\ufeff"):
            continue
        value, problem = _value(line)
        if problem:
            yield Problem(row, problem, _MEND)
        elif isinstance(value, dict):
            yield from _unwrapped(row, value, columns)
        else:
            yield Problem(row, "the line is JSON, but no object with names and values.", _MEND)


def _elements(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield the objects of an array, or of values that follow one another, up to the first that is broken."""
    try:
        text = raw.text().strip("\ufeff")
    except LongLineError as error:
        yield Problem(0, f"the file is too large to be read in one piece: {error}.", "Save it as JSON lines.")
        return
    place = _BETWEEN.match(text).end()
    is_array = text[place : place + 1] == "["
    place += is_array
    row = 0
    while True:
        place = _BETWEEN.match(text, place).end()
        if place == len(text) or text[place] == "]":
            break
        row += 1
        try:
            value, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            line = text.count("\n", 0, place) + 1
            yield Problem(
                row, f"the JSON is broken from line {line} on ({_why(error)}).", "Write or copy it again."
            )
            return
        if not isinstance(value, dict):
            yield Problem(row, "this element is no object with names and values.", _MEND)
        else:
            yield from _unwrapped(row, value, columns)
    if is_array and place == len(text):
        yield Problem(
            0, "the JSON array is not closed; the file may be cut off.", "Check that it is complete."
        )


def _unwrapped(row: int, value: dict, columns: Mapping[str, str]) -> Iterator[Record]:
    """Yield the articles of an object that holds them, {"count": 2, "articles": [...]}, or the object."""
    if row == 1 and not _has_text(value, columns):
        for inner in value.values():
            if isinstance(inner, list) and any(
                isinstance(item, dict) and _has_text(item, columns) for item in inner
            ):
                items = (item for item in inner if isinstance(item, dict))
                yield from (Record(number, item) for number, item in enumerate(items, 1))
                return
    yield Record(row, value)


def _has_text(value: dict, columns: Mapping[str, str]) -> bool:
    return "text" in recognised(value, columns).values()


def _value(line: str) -> tuple[object, str]:
    """Return a line's value and what is wrong with it, "" if nothing."""
    try:
        return _DECODER.decode(line.strip(" \t\r\n\ufeff")), ""
    except (ValueError, RecursionError) as error:
        return None, f"the line is no valid JSON ({_why(error)})."


def _why(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:100]
