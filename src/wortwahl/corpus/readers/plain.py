"""Text files, an article each: with front matter, with a leading date, or bare."""

import re
from collections.abc import Iterator, Mapping

import yaml

from wortwahl.corpus.columns import KNOWN, folded
from wortwahl.corpus.dates import parse_date
from wortwahl.corpus.raw import LongLineError, RawFile
from wortwahl.corpus.records import Problem, Record

NAME = "text"
VERSION = "1"

# Strings, lists and mappings and nothing else, so that "2024-06" and "no" stay as written; the one in C is
# ten times as fast, where there is one.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_FENCE = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_KEY = re.compile(r"^([^\W\d_][\w -]{1,30}):[ \t]*(.*)$")
# " date 2024-06 Kremlchef …": a date that only a line end or a space divides from the teaser.
_LEADING_DATE = re.compile(
    r"\s*(?:date|datum)\s*:?\s+(\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{4}|\d{1,2}\.\d{1,2}\.\d{4})(?=\s|$)",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"(?:sehr geehrte|meine|liebe|herr|frau|guten)\b", re.IGNORECASE)
_HEADING = re.compile(r"#{1,2}[ \t]+(.+?)[ \t#]*$")
_LONGEST_TITLE = 140
_DEEPEST = 10


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Take whatever is left: prose has no sign of its own."""
    return True


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield the one record of the file, after a problem if its front matter is broken."""
    try:
        text = raw.text()
    except LongLineError as error:
        yield Problem(0, f"the text is too large: {error}.", "Divide it into one file an article.")
        return
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    fields, text, problem = _front_matter(text, raw.limits.front_matter)
    if problem:
        yield Problem(0, problem, "Mend the lines between the two ---; the text below them is read.")
    found = _LEADING_DATE.match(text)
    is_same_line = bool(found and text[found.end() :].split("\n", 1)[0].strip())
    if not fields and not is_same_line:
        fields, text = _leading_lines(text, columns)
        found = _LEADING_DATE.match(text)
    if found and not any(folded(name) in ("date", "datum") for name in fields):
        fields["date"] = found.group(1)
        text = text[found.end() :]
    if not is_same_line and not any(folded(name) in ("title", "titel", "headline") for name in fields):
        title, text = _title(text)
        if title:
            fields["title"] = title
    fields["text"] = text
    yield Record(0, fields)


def front_matter(text: str, limit: int) -> dict[str, object]:
    """Return the front matter of a text by its own names; empty if there is none that can be read."""
    return _front_matter(text.replace("\r\n", "\n").lstrip("\ufeff"), limit)[0]


def _front_matter(text: str, limit: int) -> tuple[dict[str, object], str, str]:
    """Return the fields, the text below, and what is wrong ("" if nothing)."""
    found = _FENCE.match(text[: limit + 10]) if text.lstrip()[:3] == "---" else None
    if not found:
        cut = text.lstrip().startswith("---\n") and len(text) > limit
        return {}, text, "the front matter does not end." if cut else ""
    block, rest = found.group(1), text[found.end() :]
    try:
        if refused := _refused(block):
            return {}, rest, refused
        fields = yaml.load(block, Loader=_LOADER)  # noqa: S506 - makes strings, lists and mappings only
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        fields = _by_line(block)
        if fields is None:
            mark = getattr(error, "problem_mark", None)
            line = f", line {mark.line + 2}" if mark else ""
            return {}, rest, f"the front matter is no valid YAML{line}."
    if fields in ("", None):
        return {}, rest, ""
    if not isinstance(fields, dict):
        return {}, rest, "the front matter has no names with values."
    return {str(name): value for name, value in fields.items()}, rest, ""


def _refused(block: str) -> str:
    """Return why a YAML block is not loaded, "" if it may be; the block is looked at event by event."""
    depth = 0
    for event in yaml.parse(block, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent):  # a few lines of them can grow to gigabytes
            return "the front matter has YAML aliases, which are not read."
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:  # the parser takes the square of the depth
            return "the front matter is nested too deeply."
    return ""


def _by_line(block: str) -> dict[str, object] | None:
    """Return fields where each line is "name: value"; a colon in a title is what breaks YAML most."""
    lines = [line for line in block.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    found = [_KEY.match(line) for line in lines]
    if not all(found):
        return None
    return {match.group(1).strip(): match.group(2).strip().strip("\"'") for match in found}


def _leading_lines(text: str, columns: Mapping[str, str]) -> tuple[dict[str, object], str]:
    """Return the fields of a block such as "Titel: …", "Datum: …" over a blank line, without fences."""
    block, _, rest = text.lstrip("\n").partition("\n\n")
    fields = _by_line(block) if rest.strip() and len(block) < 2000 else None
    if not fields or not all(folded(name) in KNOWN or name in columns for name in fields):
        return {}, text
    # One such line is as likely the first sentence: "Quelle: Der Brunnen im Park."
    known_date = any(
        parse_date(value)[0] for name, value in fields.items() if folded(name) in ("date", "datum")
    )
    return (fields, rest) if len(fields) > 1 or known_date else ({}, text)


def _title(text: str) -> tuple[str, str]:
    """Return the title and the rest, if the first line is plainly one: short, alone, no full stop."""
    first, _, rest = text.lstrip("\n").partition("\n")
    first = first.strip()
    heading = _HEADING.match(first)
    if heading and rest.strip():
        return heading.group(1), rest
    is_alone = rest[:1] == "\n" or rest.lstrip(" \t")[:1] == "\n"
    is_short = 0 < len(first) <= _LONGEST_TITLE and len(rest.strip()) > len(first)
    ends_open = first.rstrip("\"'“”»«’‘")[-1:] not in (".", ":", ",", ";", "…", "-", "")
    if is_alone and is_short and ends_open and not (first.endswith("!") and _SALUTATION.match(first)):
        return first, rest
    return "", text
