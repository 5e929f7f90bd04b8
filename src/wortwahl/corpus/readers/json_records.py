"""JSON lines, JSON arrays, and JSON objects that hold a list of articles."""

import json
import re
from collections.abc import Iterator, Mapping

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
        yield from _lines(raw)
    else:
        yield from _elements(raw)


def _is_lines(raw: RawFile) -> bool:
    """Tell whether each line is a value of its own, judged by the first three."""
    start = raw.head_text.lstrip(" \t\r\n\ufeff")
    if start[:1] == "[":
        return False
    lines = [line for line in start.splitlines() if line.strip()][:3]
    is_object = [isinstance(_value(line)[0], dict) for line in lines]
    # The first line may be broken; a single one may be longer than the head.
    return start[:1] != "{" or is_object[0] or sum(is_object) == 2 or len(lines) == 1


def _lines(raw: RawFile) -> Iterator[Record | Problem]:
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
            yield Record(row, value)
        else:
            yield Problem(row, "the line is JSON, but no object with names and values.", _MEND)


def _elements(raw: RawFile) -> Iterator[Record | Problem]:
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
        elif is_array or row > 1:
            yield Record(row, value)
        else:
            yield from _unwrapped(value)
    if is_array and place == len(text):
        yield Problem(
            0, "the JSON array is not closed; the file may be cut off.", "Check that it is complete."
        )


def _unwrapped(value: dict) -> Iterator[Record | Problem]:
    """Yield the longest list of objects in {"count": 2, "articles": [...]}, and else the object itself."""
    lists = [inner for inner in value.values() if isinstance(inner, list) and inner]
    lists = [inner for inner in lists if all(isinstance(element, dict) for element in inner)]
    texts = [inner for inner in value.values() if isinstance(inner, str) and len(inner) > 200]
    if not lists or texts:
        yield Record(1, value)
        return
    for row, element in enumerate(max(lists, key=len), 1):
        yield Record(row, element)


def _value(line: str) -> tuple[object, str]:
    """Return a line's value and what is wrong with it, "" if nothing."""
    try:
        return _DECODER.decode(line.strip(" \t\r\n\ufeff")), ""
    except (ValueError, RecursionError) as error:
        return None, f"the line is no valid JSON ({_why(error)})."


def _why(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:100]
