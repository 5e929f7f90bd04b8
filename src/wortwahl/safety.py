"""Escaping for every place where text from outside is shown. Nothing else in the project escapes."""

import html as _html
import re

# Control characters move a terminal's cursor or hide text, lone surrogates cannot be encoded; tab and
# newline are harmless.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# A spreadsheet reads a cell as a formula if it starts with one of these (OWASP, "CSV injection").
_FORMULA = re.compile(r"^[\s\ufeff]*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"^[+-]?\d+([.,]\d+)?$")


def html(text: object) -> str:
    """Return text that shows as itself in HTML, in an element as in a quoted attribute."""
    return _html.escape(_CONTROL.sub("\ufffd", str(text)), quote=True)


def typst(text: object) -> str:
    """Return a typst string literal, quotes included, that shows as the text itself.

    A literal is never parsed as markup, so that ``#``, ``$``, backticks, ``*`` and ``_`` need no
    care of their own: only the backslash and the quote can end it.
    """
    plain = _CONTROL.sub("\ufffd", str(text))
    plain = plain.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", "\\n").replace("\t", "\\t") + '"'


def sheet(value: object) -> object:
    """Return a cell that no spreadsheet runs as a formula: an apostrophe stands before a risky start.

    Numbers, and text that is a plain number, stay as they are.
    """
    if not isinstance(value, str):
        return value
    value = _CONTROL.sub("\ufffd", value)
    if _FORMULA.match(value) and not _NUMBER.match(value):
        return "'" + value
    return value


def terminal(text: object) -> str:
    """Return text without control characters, so that it cannot move the cursor or hide a line."""
    return _CONTROL.sub("\ufffd", str(text))


def markdown(text: object) -> str:
    """Return text that shows as itself in a Markdown cell or a Markdown table."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|$~^])", r"\\\1", html(text)).replace("\n", " ")
